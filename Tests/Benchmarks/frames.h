/* WebSocket frames as a client sends and receives them (RFC 6455, section 5.2). */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { TEXT = 1, CLOSE = 8, PING = 9, PONG = 10, MAX_HEADER = 14 };

/* Writes a masked frame to `out`, which has room for MAX_HEADER more bytes than `len`; returns its length. */
static inline size_t frame_write(uint8_t *out, uint8_t opcode, const void *payload, size_t len)
{
	static const uint8_t mask[4] = { 0x37, 0xfa, 0x21, 0x3d };
	size_t n = 0;

	out[n++] = 0x80 | opcode;
	out[n++] = (uint8_t)(0x80 | (len < 126 ? len : len < 65536 ? 126 : 127));
	for (int shift = len < 126 ? -8 : len < 65536 ? 8 : 56; shift >= 0; shift -= 8)
		out[n++] = (uint8_t)((uint64_t)len >> shift);
	memcpy(out + n, mask, 4);
	n += 4;
	for (size_t i = 0; i < len; i++)
		out[n + i] = ((const uint8_t *)payload)[i] ^ mask[i & 3];
	return n + len;
}

struct frame {
	uint8_t opcode;
	bool sane;			/* whole message in one unmasked frame without reserved bits */
	const uint8_t *payload;
	size_t len;
};

/* Reads the frame that `bytes` begin with; returns its length, or 0 while part of it is still to come. */
static inline size_t frame_read(struct frame *frame, const uint8_t *bytes, size_t n)
{
	size_t header = 2;

	if (n < header)
		return 0;
	frame->opcode = bytes[0] & 0x0f;
	frame->sane = (bytes[0] & 0xf0) == 0x80 && frame->opcode && !(bytes[1] & 0x80);
	frame->len = bytes[1] & 0x7f;
	if (frame->len > 125) {
		header += frame->len == 126 ? 2 : 8;
		if (n < header)
			return 0;
		frame->len = 0;
		for (size_t i = 2; i < header; i++)
			frame->len = frame->len << 8 | bytes[i];
	}
	frame->payload = bytes + header;
	return n - header < frame->len ? 0 : header + frame->len;
}
