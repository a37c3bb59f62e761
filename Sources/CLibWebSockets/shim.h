/* What Swift's importer cannot read by itself: macros with casts, function-like macros, unions. */
#pragma once

#include <libwebsockets.h>
#include <ev.h>
#include <openssl/err.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <zlib.h>
#include <brotli/encode.h>

/* Option macros are casts of shifted long longs. */
static const uint64_t clws_context_options = LWS_SERVER_OPTION_LIBEV | LWS_SERVER_OPTION_VALIDATE_UTF8 |
	LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME |
	LWS_SERVER_OPTION_DISABLE_OS_CA_CERTS;
static const uint64_t clws_plain_options = LWS_SERVER_OPTION_VALIDATE_UTF8 | LWS_SERVER_OPTION_DISABLE_IPV6;
static const uint64_t clws_tls_context_options = LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
static const uint64_t clws_tls_options =
	LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT | LWS_SERVER_OPTION_CREATE_VHOST_SSL_CTX;
static const uint64_t clws_client_options =
	LWS_SERVER_OPTION_VALIDATE_UTF8 | LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME;
static const uint64_t clws_tls_client_options = LWS_SERVER_OPTION_VALIDATE_UTF8 |
	LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME | LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
static const int clws_pre = LWS_PRE;
static const int clws_no_listener = CONTEXT_PORT_NO_LISTEN_SERVER;
static const int clws_log_levels = LLL_ERR | LLL_WARN;

/* The descriptor is a union and the adoption type an OR of enumerators. */
static inline struct lws *clws_adopt(struct lws_vhost *host, int descriptor, void *opaque) {
	lws_adopt_desc_t info = { 0 };
	info.vh = host;
	info.type = (lws_adoption_type)(LWS_ADOPT_SOCKET | LWS_ADOPT_HTTP | LWS_ADOPT_ALLOW_SSL);
	info.fd.sockfd = descriptor;
	info.opaque = opaque;
	return lws_adopt_descriptor_vhost_via_info(&info);
}

/* LWS_TO_KILL_ASYNC is a negative macro that goes into an int parameter of another meaning. */
static inline void clws_kill(struct lws *wsi) {
	lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

/* The flags are an OR of enumerators. */
static inline int clws_client_flags(int secure) {
	return (secure ? LCCSCF_USE_SSL : 0) | LCCSCF_HTTP_NO_FOLLOW_REDIRECT;
}

/* A scheduled callback is given the address of its list entry: the owner lies behind it. */
struct clws_beat {
	lws_sorted_usec_list_t entry;
	void *owner;
};

/* libev initialises its watchers by macros. */
static inline void clws_prepare_init(struct ev_prepare *watcher,
	void (*callback)(struct ev_loop *, struct ev_prepare *, int), void *data) {
	ev_prepare_init(watcher, callback);
	watcher->data = data;
}
static inline void clws_check_init(struct ev_check *watcher,
	void (*callback)(struct ev_loop *, struct ev_check *, int), void *data) {
	ev_check_init(watcher, callback);
	/* Before the events of its turn are seen to. */
	ev_set_priority(watcher, EV_MAXPRI);
	watcher->data = data;
}
static inline void clws_timer_init(struct ev_timer *watcher,
	void (*callback)(struct ev_loop *, struct ev_timer *, int), void *data) {
	ev_timer_init(watcher, callback, 0., 0.);
	watcher->data = data;
}
static inline void clws_timer_set(struct ev_timer *watcher, double seconds) {
	ev_timer_set(watcher, seconds, 0.);
}
static inline void clws_io_init(struct ev_io *watcher,
	void (*callback)(struct ev_loop *, struct ev_io *, int), int descriptor, void *data) {
	ev_io_init(watcher, callback, descriptor, EV_READ);
	watcher->data = data;
}
static inline void clws_first_io_init(struct ev_io *watcher,
	void (*callback)(struct ev_loop *, struct ev_io *, int), int descriptor, void *data) {
	clws_io_init(watcher, callback, descriptor, data);
	ev_set_priority(watcher, EV_MAXPRI);
}
static inline void clws_write_init(struct ev_io *watcher,
	void (*callback)(struct ev_loop *, struct ev_io *, int), int descriptor, void *data) {
	ev_io_init(watcher, callback, descriptor, EV_WRITE);
	watcher->data = data;
}

/* OpenSSL's setters are macros over SSL_CTX_ctrl, its option bits macros with casts. */
static inline void clws_harden_tls(SSL_CTX *context) {
	SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
	SSL_CTX_set_options(context,
		SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
}
static inline BIO *clws_memory_bio(void) { return BIO_new(BIO_s_mem()); }

/* deflateInit2 and BROTLI constants are macros. */
static inline int clws_gzip_init(z_stream *stream) {
	return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}

/* The answer to a handshake is a struct behind a void pointer, and names are unsigned. */
static inline int clws_add_cookie(struct lws *wsi, void *answer, const char *value, int length) {
	struct lws_process_html_args *args = (struct lws_process_html_args *)answer;
	unsigned char *place = (unsigned char *)args->p;
	int failed = lws_add_http_header_by_name(wsi, (const unsigned char *)"set-cookie:",
		(const unsigned char *)value, length, &place, (unsigned char *)args->p + args->max_len);
	args->p = (char *)place;
	return failed;
}
