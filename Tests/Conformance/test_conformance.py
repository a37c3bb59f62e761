"""RFC 6455 section by section, against the echo server and the real one. Where the RFC leaves it open
whether a closing frame comes before the end, the code None stands for "none came"."""

import struct
import threading

import pytest

from wire import Peer, closing, frame

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


def table(*cases):
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


# §4.2.1, §4.2.2: the handshake

SOUND = table(
    ("as it should be", {}, None),
    ("upgrade in capitals", {"Upgrade": "WEBSOCKET"}, None),
    ("connection in a list", {"Connection": "keep-alive, Upgrade"}, None),
    ("connection in small letters", {"Connection": "upgrade"}, None),
    ("a user agent", {"User-Agent": "x" * 500}, None),
    ("an unknown header", {"X-Something": "1"}, None),
    ("cookies of other sites", {"Cookie": "a=" + "b" * 8000}, None),
    ("one extension", {"Sec-WebSocket-Extensions": "permessage-deflate"}, None),
    ("an extension with parameters",
     {"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits; server_no_context_takeover"}, None),
    *[(f"{count} offers of an extension",
       {"Sec-WebSocket-Extensions": ", ".join(["permessage-deflate; client_max_window_bits"] * count)}, None)
      for count in (2, 3, 4, 5, 6, 7, 8, 10, 20, 50)],
    *[(f"a last header {name}", {name: "1"}, None) for name in ("X", "X-Forwarded", "Accept-CH", "Sec", "A", "Cooki")],
)


@pytest.mark.parametrize("headers, _", SOUND)
def test_a_sound_handshake_is_accepted(server, headers, _):
    with Peer(server, open=False) as peer:
        status, answer = peer.ask(peer.handshake(**headers))
        assert status == 101
        assert answer["upgrade"].lower() == "websocket" and "upgrade" in answer["connection"].lower()
        assert answer["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
        assert "sec-websocket-extensions" not in answer
        assert answer.get("sec-websocket-protocol") == server.protocol
        peer.send(frame(PING, b"there?"))
        while (message := peer.message()) and message[0] != PONG:
            pass
        assert message == (PONG, b"there?")


KEYS = ["", "x", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZR==",
        "dGhlIHNhbXBsZSBub25jZQ===", "dGhlIHNhbXBsZSBub25jZQ==AAAA", "dGhlIHNhbXBsZSBub2!jZQ==", "A" * 24, "=" * 24]
UNSOUND = table(
    *[(f"key {key!r}", {"Sec-WebSocket-Key": key}, (), None, (400,)) for key in KEYS],
    ("no key", {}, ("Sec-WebSocket-Key",), None, (400,)),
    *[(f"version {version}", {"Sec-WebSocket-Version": version}, (), None, (426,))
      for version in ("0", "7", "8", "12", "14", "-13", "013", "x")],
    ("no version", {}, ("Sec-WebSocket-Version",), None, (426, 400)),
    ("no host", {}, ("Host",), None, (400,)),
    ("a strange host", {"Host": "elsewhere.example"}, (), None, (421,)),
    ("HTTP/2 without TLS", {"Upgrade": "h2c"}, (), None, (400, 403)),
    ("another protocol", {"Upgrade": "irc"}, (), None, (0, 400, 403)),
    ("a strange origin", {"Origin": "https://elsewhere.example"}, (), None, (403,)),
    ("origin null", {"Origin": "null"}, (), None, (403,)),
    ("a body", {"Content-Length": "3"}, (), None, (413,)),
    ("a chunked body", {"Transfer-Encoding": "chunked"}, (), None, (413,)),
    *[(f"method {method}", {}, (), method, (400, 403, 405)) for method in ("POST", "PUT", "DELETE", "OPTIONS", "HEAD")],
)


@pytest.mark.parametrize("headers, without, method, statuses", UNSOUND)
def test_an_unsound_handshake_is_refused_and_harms_nobody(server, headers, without, method, statuses):
    with Peer(server, open=False) as peer:
        line = method and f"{method} {server.path} HTTP/1.1"
        status, _ = peer.ask(peer.handshake(line, without, **headers))
        assert status in statuses
    with Peer(server):
        pass


HEADS = table(
    ("a path with a null", b"GET /%00 HTTP/1.1\r\nHost: HOST\r\n\r\n", (400,)),
    ("a null in the middle", b"GET /a%00b HTTP/1.1\r\nHost: HOST\r\n\r\n", (400,)),
    ("a null byte", b"GET / HTTP/1.1\r\nHost: HOST\r\nX-A: \0\r\n\r\n", (400,)),
    ("a control character", b"GET /%0a HTTP/1.1\r\nHost: HOST\r\n\r\n", (400,)),
    ("no UTF-8", b"GET /%ff HTTP/1.1\r\nHost: HOST\r\n\r\n", (400,)),
    ("20,000 bytes", b"GET / HTTP/1.1\r\nHost: HOST\r\nCookie: " + b"a" * 20_000 + b"\r\n\r\n", (431,)),
    ("100,000 bytes", b"GET / HTTP/1.1\r\nHost: HOST\r\nCookie: " + b"a" * 100_000 + b"\r\n\r\n", (431,)),
    ("an endless line", b"GET /" + b"a" * 20_000, (431,)),
    ("a short name at the end", b"GET /nothing HTTP/1.1\r\nHost: HOST\r\nX: 1\r\n\r\n", (404,)),
    ("a short name first", b"GET /nothing HTTP/1.1\r\nX: 1\r\nHost: HOST\r\n\r\n", (404,)),
    ("15,000 bytes", b"GET /nothing HTTP/1.1\r\nHost: HOST\r\nCookie: " + b"a" * 15_000 + b"\r\n\r\n", (404,)),
    ("a body", b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\n\r\n", (413,)),
    ("a negative length", b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", (413,)),
    ("POST", b"POST / HTTP/1.1\r\nHost: HOST\r\n\r\n", (405,)),
    ("no host", b"GET / HTTP/1.1\r\n\r\n", (400,)),
    ("a strange host", b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", (421,)),
)


@pytest.mark.parametrize("head, statuses", HEADS)
def test_a_head_gets_the_answer_that_it_deserves(server, head, statuses):
    with Peer(server, open=False) as peer:
        status, _ = peer.ask(head.replace(b"HOST", f"127.0.0.1:{server.port}".encode()))
        assert status in statuses


@pytest.mark.parametrize("size", [1, 2, 7, 50])
def test_a_head_may_come_in_any_pieces(server, size):
    with Peer(server, open=False) as peer:
        head = peer.handshake()
        peer.send(*[head[start:start + size] for start in range(0, len(head), size)])
        assert peer.answer()[0] == 101


def test_frames_may_come_with_the_handshake(echo):
    with Peer(echo, open=False) as peer:
        assert peer.ask(peer.handshake() + frame(TEXT, b"early"))[0] == 101
        assert peer.message() == (TEXT, b"early")


# §5.2, §5.6: messages, their lengths and the forms of a length

LENGTHS = [0, 1, 2, 7, 124, 125, 126, 127, 128, 255, 256, 1000, 2047, 2048, 2049, 4096, 16383, 16384, 16385, 65535,
           65536, 65537, 131072, 262144, 1_000_000]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("opcode", [TEXT, BINARY])
def test_a_message_comes_back_whole(echo, opcode, length):
    payload = (b"*" if opcode == TEXT else b"\xfe") * length
    with Peer(echo) as peer:
        peer.send(frame(opcode, payload))
        assert peer.message() == (opcode, payload)


@pytest.mark.parametrize("chop", [1, 3, 64, 1000, 1399])
@pytest.mark.parametrize("length", [10, 126, 3000])
def test_the_network_may_cut_frames_anywhere(echo, length, chop):
    payload = bytes(32 + index % 90 for index in range(length))
    whole = frame(TEXT, payload)
    with Peer(echo) as peer:
        peer.send(*[whole[start:start + chop] for start in range(0, len(whole), chop)])
        assert peer.message() == (TEXT, payload)


@pytest.mark.parametrize("mask", [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\0\1\0\1", b"\x80\0\0\0"])
@pytest.mark.parametrize("length", [1, 5, 130, 70_000])
def test_any_mask_will_do(echo, mask, length):
    with Peer(echo) as peer:
        peer.send(frame(TEXT, b"m" * length, mask=mask))
        assert peer.message() == (TEXT, b"m" * length)


# §5.4: fragments

@pytest.mark.parametrize("opcode", [TEXT, BINARY])
@pytest.mark.parametrize("pieces", [
    [b"a", b"b"], [b"", b"b"], [b"a", b""], [b"", b""], [b"", b"", b"x", b""], [b"x"] * 50, [b"y" * 2048] * 20,
    [b"\xe2", b"\x82", b"\xac"], [b"z" * 70_000, b"z"],
], ids=lambda pieces: f"{len(pieces)} of {max(map(len, pieces))}")
@pytest.mark.parametrize("between", [b"", frame(PING, b"p")], ids=["plain", "with pings"])
def test_fragments_are_one_message(echo, opcode, pieces, between):
    frames = [frame(opcode if index == 0 else 0, piece, fin=index == len(pieces) - 1)
              for index, piece in enumerate(pieces)]
    with Peer(echo) as peer:
        peer.send(between.join(frames))
        while (message := peer.message()) and message[0] == PONG:
            assert message[1] == b"p" and between
        assert message == (opcode, b"".join(pieces))


# §5.5.2, §5.5.3: pings and pongs

@pytest.mark.parametrize("length", [0, 1, 2, 4, 8, 50, 124, 125])
def test_a_ping_is_answered_with_what_it_brought(server, length):
    payload = bytes(range(length))
    with Peer(server) as peer:
        peer.send(frame(PING, payload))
        while (message := peer.message()) and message[0] != PONG:
            pass
        assert message == (PONG, payload)


@pytest.mark.parametrize("payload", [b"", b"unasked", b"1234", b"x" * 125])
def test_a_pong_that_nobody_asked_for_is_ignored(echo, payload):
    with Peer(echo) as peer:
        peer.send(frame(PONG, payload), frame(TEXT, b"after"))
        assert peer.message() == (TEXT, b"after")


# §5.1–§5.5, §7.4, §8.1: what fails the connection

def text(payload):
    return frame(TEXT, payload)


INVALID_UTF8 = [
    b"\xff", b"\xfe", b"\xc0\x80", b"\xc1\xbf", b"\xc3\x28", b"\xe2\x28\xa1", b"\xe2\x82", b"\xe2\x82\x28", b"\xed\xa0\x80",
    b"\xed\xbf\xbf", b"\xf0\x80\x80\x80", b"\xf0\x28\x8c\xbc", b"\xf0\x90\x28\xbc", b"\xf4\x90\x80\x80",
    b"\xf8\x88\x80\x80\x80", b"\x80", b"\xbf", b"\xce\xba\xed\xa0\x80edited", b"ok\xf5", b"\xc3", b"\xf0\x9f\x98",
]
BAD_CODES = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535]
FAILURES = table(
    *[(f"opcode {opcode}", frame(opcode, payload), (1002,)) for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
      for payload in (b"",)],
    *[(f"opcode {opcode} with a payload", frame(opcode, b"xyz"), (1002,)) for opcode in (3, 7, 11, 15)],
    *[(f"reserved bits {rsv} on opcode {opcode}", frame(opcode, b"x", rsv=rsv), (1002,))
      for rsv in (1, 2, 3, 4, 5, 6, 7) for opcode in (TEXT, BINARY, PING, CLOSE)],
    *[(f"a fragmented control frame {opcode}", frame(opcode, b"x", fin=False), (1002,)) for opcode in (8, 9, 10)],
    *[(f"a long control frame {opcode}, {size}", frame(opcode, b"\x03\xe8" + b"x" * (size - 2)), (1002, None))
      for opcode in (8, 9, 10) for size in (126, 1000, 70_000)],
    ("a continuation of nothing", frame(0, b"x"), (1002,)),
    ("a continuation of nothing, unfinished", frame(0, b"x", fin=False), (1002,)),
    ("a continuation behind a whole message", text(b"{}") + frame(0, b"x"), (1002,)),
    ("a text within a message", frame(TEXT, b"a", fin=False) + text(b"b"), (1002,)),
    ("a binary within a message", frame(TEXT, b"a", fin=False) + frame(BINARY, b"b"), (1002,)),
    ("an unfinished text within a message", frame(TEXT, b"a", fin=False) + frame(TEXT, b"b", fin=False), (1002,)),
    *[(f"no UTF-8: {bad!r}", text(bad), (1007,)) for bad in INVALID_UTF8],
    *[(f"no UTF-8 in fragments: {bad!r}", frame(TEXT, b"ok", fin=False) + frame(0, bad), (1007,))
      for bad in INVALID_UTF8],
    *[(f"closing with {code}", closing(code), (1002,)) for code in BAD_CODES],
    ("closing with one byte", frame(CLOSE, b"\x03"), (1002,)),
    *[(f"closing with a reason that is no UTF-8: {bad!r}", closing(1000, bad), (1007, 1002, None))
      for bad in (b"\xff", b"\xed\xa0\x80", b"\xc0\x80")],
    ("a length with its highest bit", bytes([0x82, 0xff]) + struct.pack(">Q", 1 << 63), (1002, 1009, None)),
    ("a length of 2⁶³−1", bytes([0x82, 0xff]) + struct.pack(">Q", (1 << 63) - 1) + b"\1\2\3\4xx", (1009,)),
    ("a compressed frame of 3,077 letters", frame(TEXT, b"\x4b\x4c\x1c\x05\xa3\xe0\x6c\x00\x00", rsv=4), (1002,)),
)


@pytest.mark.parametrize("wrong, codes", FAILURES)
def test_what_is_wrong_ends_the_connection_with_its_code(server, wrong, codes):
    with Peer(server) as peer:
        peer.send(wrong)
        assert peer.end() in codes
    with Peer(server):
        pass


@pytest.mark.parametrize("how", ["one frame", "announced", "fragments", "multibyte", "pieces"])
def test_a_message_over_the_limit_is_told_so_every_time(server, how):
    """Ten times: the code comes before the end although the client is still sending."""
    more = server.limit + 1
    wrong = {
        "one frame": lambda: [frame(BINARY, b"x" * (more + 500_000))],
        "announced": lambda: [bytes([0x82, 0xff]) + struct.pack(">Q", more) + b"\1\2\3\4abcd"],
        "fragments": lambda: [frame(TEXT, b"a" * (more // 2), fin=False), frame(0, b"a" * (more // 2 + 1))],
        "multibyte": lambda: [text("漢".encode() * (more // 3 + 1))],
        "pieces": lambda: [frame(TEXT if index == 0 else 0, b"p" * 50_000, fin=False)
                           for index in range(more // 50_000 + 40)],
    }[how]()
    for _ in range(10 if server.limit < 1 << 20 else 2):
        with Peer(server) as peer:
            peer.send(*wrong)
            assert peer.end() == 1009


@pytest.mark.parametrize("length", [60_000, 80_000])
def test_many_characters_of_three_bytes_are_within_the_limit(greenroom, length):
    with Peer(greenroom) as peer:
        peer.send(text(b'{"type":"nonsense","text":"' + "漢".encode() * length + b'"}'), frame(PING, b"still"))
        while (message := peer.message()) and message[0] not in (PONG, CLOSE):
            pass
        assert message == (PONG, b"still")


# §5.5.1, §7: closing

@pytest.mark.parametrize("code", [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999])
@pytest.mark.parametrize("reason", [b"", b"enough", b"r" * 123, "schön".encode()], ids=["", "short", "longest", "utf8"])
def test_a_closing_frame_is_answered_with_its_code(server, code, reason):
    with Peer(server) as peer:
        peer.send(closing(code, reason))
        assert peer.end() == code


def test_a_closing_frame_without_a_code_is_answered(server):
    with Peer(server) as peer:
        peer.send(closing())
        assert peer.end() in (1000, 1005)


BEHIND = table(
    ("a text", text(b"late")), ("a binary", frame(BINARY, b"late")), ("a ping", frame(PING, b"late")),
    ("a second closing frame", closing(1001)), ("fragments", frame(TEXT, b"a", fin=False) + frame(0, b"b")),
    ("many texts", text(b"late") * 500), ("nonsense", b"\xff" * 50),
)


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("before", [b"", text(b"first"), frame(TEXT, b"open", fin=False)],
                         ids=["alone", "behind a text", "within a message"])
def test_what_comes_behind_a_closing_frame_is_not_carried_out(echo, before, behind):
    with Peer(echo) as peer:
        peer.send(before + closing(1000) + behind)
        messages = []
        while (message := peer.message()) is not None:
            messages.append(message)
    echoed = [payload for opcode, payload in messages if opcode in (TEXT, BINARY)]
    assert echoed == ([b"first"] if before == text(b"first") else [])
    assert [payload[:2] for opcode, payload in messages if opcode == CLOSE] == [struct.pack(">H", 1000)]


@pytest.mark.parametrize("length", [10, 126, 5000])
def test_a_frame_without_a_mask_does_not_disturb_the_next(echo, length):
    """§5.1 would have it fail; the library takes it, and what comes behind it is read aright."""
    with Peer(echo) as peer:
        peer.send(frame(TEXT, b"u" * length, masked=False), text(b"masked"))
        messages = [peer.message(), peer.message()]
        assert messages == [(TEXT, b"u" * length), (TEXT, b"masked")] or messages[0] == (CLOSE, struct.pack(">H", 1002))


# §6.1, §8.1: text is Unicode

@pytest.mark.parametrize("payload", [
    "κόσμε", "\u0000", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff", "漢" * 1000,
    "\u200d👩‍👩‍👧", "e\u0301" * 500,
], ids=ascii)
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_any_unicode_comes_back(echo, payload, cut):
    payload = payload.encode()
    with Peer(echo) as peer:
        peer.send(frame(TEXT, payload[:cut], fin=False) + frame(0, payload[cut:]) if cut else text(payload))
        assert peer.message() == (TEXT, payload)


@pytest.mark.parametrize("count, size", [(1000, 16), (200, 2000), (20, 65536)])
def test_many_messages_come_back_in_their_order(echo, count, size):
    payloads = [str(number).encode().ljust(size, b".") for number in range(count)]
    with Peer(echo) as peer:
        sender = threading.Thread(target=lambda: peer.send(*[text(payload) for payload in payloads]))
        sender.start()
        assert [peer.message() for _ in payloads] == [(TEXT, payload) for payload in payloads]
        sender.join()
