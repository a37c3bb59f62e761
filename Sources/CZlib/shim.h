#include <zlib.h>

// `inflateInit2` is a macro: raw deflate, as zip files hold it.
static inline int greenroom_inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}

static inline int greenroom_inflate(z_stream *stream) {
    return inflate(stream, Z_NO_FLUSH);
}
