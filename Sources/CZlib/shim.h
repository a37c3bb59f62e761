#include <zlib.h>

// `inflateInit2` is a macro: raw deflate, as zip files hold it.
static inline int greenroom_inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}

static inline int greenroom_inflate(z_stream *stream) {
    return inflate(stream, Z_NO_FLUSH);
}

// `deflateInit2` is a macro as well.
static inline int greenroom_deflate_init_raw(z_stream *stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

static inline int greenroom_deflate(z_stream *stream, int is_last) {
    return deflate(stream, is_last ? Z_FINISH : Z_NO_FLUSH);
}
