/*
 * Candidates in a hurry: a load generator that speaks greenroom.v1. One thread, epoll, plain ws://, nothing needed
 * but Linux and libc.
 *
 *   cc -std=c11 -O2 -Wall -Wextra -o load load.c
 *   load -p port [-c candidates] [-i idle connections] [-t seconds] [-w seconds of warm-up] [-q answers/s]
 *        [-a attempts per question] [-n questions an interview] [-x PID of the server]
 *   load -p port -r [-c candidates] [-t seconds]
 *
 * Every candidate opens an interview, gives -a different answers to each question, goes on to the next one, and opens
 * another interview after the last. Without -q the next answer follows as soon as the one before is acknowledged.
 * With -q all candidates together submit that many a second; the latency of an answer then counts from the moment when
 * it was due, so that a server that stalls cannot hide it. Idle connections read their welcome and say nothing.
 *
 * With -r the candidates open an interview and wait for the server to be killed and started again. Each then comes back as
 * the page does, after a wait of its own that doubles, and takes its seat again. It ends when all have theirs, or after
 * the seconds.
 *
 * Says `ready` when everybody is connected, and at the end one line of JSON. Exit status: 0 = a clean run,
 * 1 = something was refused or lost, 2 = wrong usage.
 */
#define _GNU_SOURCE
#include "answers.h"
#include "frames.h"
#include "histogram.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000u	/* all times are in nanoseconds */

enum { EVENTS = 512, HANDSHAKES_AT_ONCE = 64, MAX_REQUEST = 4096 };

/* What a connection waits for. An idle one stays at SETTLED, a candidate who may answer is at READY. */
enum wait { GONE, CONNECT, UPGRADE, WELCOME, OPENED, ASKED, READY, ANSWERED, RESUMED, SETTLED };

struct conn {
	int fd;
	enum wait wait;
	bool is_idle, is_settled;
	char interview[65], ref[24], token[65];
	int question, attempts;
	uint64_t submitted, sent_at;	/* answers so far; when the last one was sent, or due */
	unsigned failures;		/* since it was online for a while */
	uint64_t retry_at, online_at;	/* when it tries again, or gives up; 0: not on its way back */
	uint8_t *rest;			/* the part of a frame that has come */
	size_t rest_len;
};

static struct {
	int port, candidates, idle, attempts, questions;
	double seconds, warmup, rate;
	pid_t server;
	bool comes_back;
} opt = { .candidates = 100, .seconds = 8, .warmup = 1, .attempts = 3, .questions = 10 };

static struct conn *conns;
static int nconns, opening, settled, epfd;
static uint64_t now, pace_start, refs, answered, all_answered, interviews, refused, lost;
static bool is_measuring;
/* Of those who come back: how many have their seat, how often it was tried; when the first was lost, a connection was
 * made again and the last had its seat; and how long each was without. */
static uint64_t back, tries, first_lost, first_back, last_back;
static struct histogram absence;
static struct histogram latency;
static uint8_t rx[1 << 18];

static uint64_t clock_ns(clockid_t id)
{
	struct timespec ts;

	return clock_gettime(id, &ts) ? 0 : (uint64_t)ts.tv_sec * SECOND + (uint64_t)ts.tv_nsec;
}

__attribute__((format(printf, 1, 2))) static void complain(const char *fmt, ...)
{
	static int said;
	va_list ap;

	if (++said > 10)
		return;
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

static void die(const char *what)
{
	perror(what);
	exit(1);
}

/* ---- connections ------------------------------------------------------------------------------ */

static void conn_settle(struct conn *c)
{
	settled += !c->is_settled;
	opening -= !c->is_settled;
	c->is_settled = true;
}

/* As Public/js/connection.js has it: between 0.5 s and a limit that doubles up to 10 s. */
static uint64_t back_off(unsigned failures)
{
	double limit = failures < 5 ? .5 * (2u << failures) : 10;

	limit = limit < 10 ? limit : 10;
	return (uint64_t)((.5 + drand48() * (limit - .5)) * SECOND);
}

static void conn_retry(struct conn *c)
{
	close(c->fd);
	free(c->rest);
	c->rest = NULL;
	c->rest_len = 0;
	if (!c->sent_at) {
		c->sent_at = now;
		first_lost = first_lost ? first_lost : now;
	}
	if (c->online_at && now - c->online_at > 5 * (uint64_t)SECOND)
		c->failures = 0;
	c->online_at = 0;
	c->retry_at = now + back_off(c->failures++);
	c->wait = GONE;
}

static void conn_lose(struct conn *c, const char *why)
{
	if (is_measuring && opt.comes_back) {
		conn_retry(c);
		return;
	}
	complain("connection %d: %s%s%s", (int)(c - conns), why, errno ? ": " : "", errno ? strerror(errno) : "");
	lost++;
	conn_settle(c);
	close(c->fd);
	free(c->rest);
	c->rest = NULL;
	c->wait = GONE;
}

/* A connection has one small request under way at a time, so the socket always has room for it. */
static void conn_send(struct conn *c, const void *bytes, size_t n)
{
	errno = 0;
	if (send(c->fd, bytes, n, MSG_NOSIGNAL) != (ssize_t)n)
		conn_lose(c, "could not send");
}

static void conn_upgrade(struct conn *c)
{
	char request[512];
	int n = snprintf(request, sizeof request,
		"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
		"Sec-WebSocket-Protocol: greenroom.v1\r\n\r\n", opt.port);

	conn_send(c, request, (size_t)n);
}

static void conn_open(struct conn *c)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)opt.port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event ev = { .events = EPOLLIN | EPOLLRDHUP, .data.ptr = c };
	int one = 1;

	opening++;
	c->wait = UPGRADE;
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->fd < 0)
		die("socket");
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	/* On loopback this takes no time; from then on the socket is used without blocking. */
	if (connect(c->fd, (struct sockaddr *)&to, sizeof to)) {
		conn_lose(c, "could not connect");
		return;
	}
	if (epoll_ctl(epfd, EPOLL_CTL_ADD, c->fd, &ev))
		die("epoll_ctl");
	conn_upgrade(c);
}

/* Tries again, without waiting for anything: nobody may be there, or too busy to take it. */
static void conn_open_again(struct conn *c)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)opt.port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event ev = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP, .data.ptr = c };
	int one = 1;

	tries++;
	c->wait = CONNECT;
	/* For the welcome. */
	c->retry_at = now + 10 * (uint64_t)SECOND;
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (c->fd < 0)
		die("socket");
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	if ((connect(c->fd, (struct sockaddr *)&to, sizeof to) && errno != EINPROGRESS) ||
	    epoll_ctl(epfd, EPOLL_CTL_ADD, c->fd, &ev))
		conn_retry(c);
}

static void on_connected(struct conn *c)
{
	struct epoll_event ev = { .events = EPOLLIN | EPOLLRDHUP, .data.ptr = c };
	int error = 0;
	socklen_t size = sizeof error;

	if (getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &size) || error ||
	    epoll_ctl(epfd, EPOLL_CTL_MOD, c->fd, &ev)) {
		conn_retry(c);
		return;
	}
	c->wait = UPGRADE;
	conn_upgrade(c);
}

/* Whose time has come tries again, and who has waited too long gives up and waits; returns when the next one does. */
static uint64_t come_back(void)
{
	uint64_t next = UINT64_MAX;

	for (int i = 0; i < opt.candidates; i++) {
		struct conn *c = &conns[i];

		if (c->retry_at && c->retry_at <= now) {
			if (c->wait == GONE)
				conn_open_again(c);
			else
				conn_retry(c);
		}
		if (c->retry_at && c->retry_at < next)
			next = c->retry_at;
	}
	return next;
}

static bool everybody_is_back(void)
{
	return back == (uint64_t)opt.candidates;
}

/* ---- an interview ----------------------------------------------------------------------------- */

/* Sends a request: its type and a new ref, then the members in `fmt`. */
__attribute__((format(printf, 4, 5)))
static void ask(struct conn *c, enum wait reply, const char *type, const char *fmt, ...)
{
	static char json[MAX_REQUEST];
	static uint8_t frame[MAX_REQUEST + MAX_HEADER];
	va_list ap;
	int n;

	snprintf(c->ref, sizeof c->ref, "r%llu", (unsigned long long)++refs);
	n = snprintf(json, sizeof json, "{\"type\":\"%s\",\"ref\":\"%s\",", type, c->ref);
	va_start(ap, fmt);
	n += vsnprintf(json + n, sizeof json - (size_t)n, fmt, ap);
	va_end(ap);
	if (n >= MAX_REQUEST)
		abort();
	c->wait = reply;
	conn_send(c, frame, frame_write(frame, TEXT, json, (size_t)n));
}

static void open_interview(struct conn *c)
{
	ask(c, OPENED, "open", "\"topics\":[],\"count\":%d,\"seed\":\"%d-%llu\",\"pace\":\"instant\"}",
	    opt.questions, (int)(c - conns),
	    (unsigned long long)refs);
}

static void go_on(struct conn *c)
{
	ask(c, ASKED, "next", "\"interview\":\"%s\",\"question\":%d}", c->interview, c->question);
}

static uint64_t due(const struct conn *c)
{
	double place = (double)c->submitted * opt.candidates + (double)(c - conns);

	return pace_start + (uint64_t)(place * SECOND / opt.rate);
}

/* Submits the next answer, or says when to come back. */
static uint64_t answer(struct conn *c)
{
	uint64_t when = opt.rate > 0 ? (pace_start ? due(c) : UINT64_MAX) : now;

	if (when > now)
		return when;
	c->sent_at = when;
	ask(c, ANSWERED, "answer", "\"interview\":\"%s\",\"question\":%d,\"text\":\"%s\"}", c->interview, c->question,
	    answers[((uint64_t)(c - conns) * 7 + c->submitted++) % ANSWERS]);
	return UINT64_MAX;
}

/* Whether the message has that member. A quotation mark inside a string would be escaped, so text cannot mislead. */
static bool has(const char *text, size_t n, const char *name, const char *value)
{
	char member[96];

	return memmem(text, n, member, (size_t)snprintf(member, sizeof member, "\"%s\":\"%s\"", name, value));
}

static const char *member(const char *text, size_t n, const char *name)
{
	char key[32];
	size_t length = (size_t)snprintf(key, sizeof key, "\"%s\":", name);
	const char *found = memmem(text, n, key, length);

	return found ? found + length : NULL;
}

static void resume(struct conn *c)
{
	ask(c, RESUMED, "resume", "\"interview\":\"%s\",\"token\":\"%s\",\"seq\":2}", c->interview, c->token);
}

static void on_resumed(struct conn *c)
{
	c->wait = SETTLED;
	c->retry_at = 0;
	first_back = first_back ? first_back : now;
	last_back = now;
	back++;
	histogram_add(&absence, now - c->sent_at);
}

static void on_asked(struct conn *c, const char *text, size_t n)
{
	const char *index = member(text, n, "index");

	if (opt.comes_back) {
		c->wait = SETTLED;
		conn_settle(c);
		return;
	}
	c->question = index ? atoi(index) : -1;
	c->attempts = 0;
	c->wait = READY;
	conn_settle(c);
	answer(c);
}

static void on_answered(struct conn *c)
{
	all_answered++;
	if (is_measuring) {
		answered++;
		histogram_add(&latency, now - c->sent_at);
	}
	if (++c->attempts == opt.attempts) {
		go_on(c);
	} else {
		c->wait = READY;
		answer(c);
	}
}

static void on_message(struct conn *c, const char *text, size_t n)
{
	const char *id, *token;

	errno = 0;
	if (has(text, n, "type", "refused")) {
		refused++;
		complain("refused: %.*s", (int)n, text);
		conn_lose(c, "gives up");
	} else if (c->wait == WELCOME && has(text, n, "type", "welcome")) {
		c->wait = SETTLED;
		c->online_at = now;
		if (is_measuring && opt.comes_back)
			resume(c);
		else if (c->is_idle)
			conn_settle(c);
		else
			open_interview(c);
	} else if (c->wait == OPENED && has(text, n, "type", "opened") && has(text, n, "ref", c->ref)) {
		id = member(text, n, "interview");
		token = member(text, n, "token");
		if (!id || sscanf(id, "\"%64[^\"]", c->interview) != 1)
			conn_lose(c, "opened without an interview");
		else if (opt.comes_back && (!token || sscanf(token, "\"%64[^\"]", c->token) != 1))
			conn_lose(c, "opened without a token");
		else
			c->wait = ASKED;
	} else if (c->wait == RESUMED && has(text, n, "type", "resumed") && has(text, n, "ref", c->ref)) {
		on_resumed(c);
	} else if (c->wait == ASKED && has(text, n, "type", "asked")) {
		on_asked(c, text, n);
	} else if (c->wait == ASKED && has(text, n, "type", "ended")) {
		interviews++;
		open_interview(c);
	} else if (c->wait == ANSWERED && has(text, n, "type", "answered") && has(text, n, "ref", c->ref)) {
		on_answered(c);
	}
}

/* ---- receiving -------------------------------------------------------------------------------- */

static void on_frame(struct conn *c, const struct frame *frame)
{
	uint8_t pong[MAX_HEADER + 125];

	errno = 0;
	if (!frame->sane)
		conn_lose(c, "a frame that no server sends");
	else if (frame->opcode == TEXT)
		on_message(c, (const char *)frame->payload, frame->len);
	else if (frame->opcode == PING && frame->len <= 125)
		conn_send(c, pong, frame_write(pong, PONG, frame->payload, frame->len));
	else if (frame->opcode == CLOSE)
		conn_lose(c, "closed by the server");
}

/* Returns the length of the reply to the handshake, or 0 while part of it is still to come. The key that was sent is
 * the example of RFC 6455, and so is the right answer to it. */
static size_t on_upgrade(struct conn *c, const uint8_t *bytes, size_t n)
{
	const uint8_t *end = memmem(bytes, n, "\r\n\r\n", 4);

	if (!end)
		return 0;
	n = (size_t)(end + 4 - bytes);
	if (memcmp(bytes, "HTTP/1.1 101", 12) || !memmem(bytes, n, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", 28)) {
		errno = 0;
		complain("not upgraded: %.*s", (int)strcspn((const char *)bytes, "\r"), (const char *)bytes);
		conn_lose(c, "handshake");
	} else {
		c->wait = WELCOME;
	}
	return n;
}

static void on_readable(struct conn *c)
{
	size_t used = 0, part, total = c->rest_len;
	struct frame frame;
	ssize_t n;

	if (total)
		memcpy(rx, c->rest, total);
	errno = 0;
	n = recv(c->fd, rx + total, sizeof rx - total, MSG_DONTWAIT);
	now = clock_ns(CLOCK_MONOTONIC);
	if (n <= 0) {
		if (n == 0 || errno != EAGAIN)
			conn_lose(c, "cut by the server");
		return;
	}
	total += (size_t)n;
	do {
		if (c->wait == UPGRADE)
			part = on_upgrade(c, rx + used, total - used);
		else if ((part = frame_read(&frame, rx + used, total - used)))
			on_frame(c, &frame);
		used += part;
	} while (part && c->wait != GONE);
	if (c->wait == GONE)
		return;
	c->rest_len = total - used;
	free(c->rest);
	c->rest = c->rest_len ? malloc(c->rest_len) : NULL;
	if (c->rest_len)
		memcpy(c->rest, rx + used, c->rest_len);
}

/* ---- the run ---------------------------------------------------------------------------------- */

static bool everybody_is_there(void)
{
	return settled == nconns;
}

static void run_for(double seconds, bool (*is_done)(void))
{
	static struct epoll_event events[EVENTS];
	static int next_to_open;
	uint64_t deadline = (now = clock_ns(CLOCK_MONOTONIC)) + (uint64_t)(seconds * SECOND);

	while (now < deadline && !(is_done && is_done())) {
		uint64_t wake = deadline, when;
		struct timespec ts;
		int n;

		while (opening < HANDSHAKES_AT_ONCE && next_to_open < nconns)
			conn_open(&conns[next_to_open++]);
		if (is_measuring && opt.comes_back && (when = come_back()) < wake)
			wake = when;
		for (int i = 0; pace_start && i < opt.candidates; i++)
			if (conns[i].wait == READY && (when = answer(&conns[i])) < wake)
				wake = when;
		ts = (struct timespec){ (time_t)((wake - now) / SECOND), (long)((wake - now) % SECOND) };
		n = epoll_pwait2(epfd, events, EVENTS, &ts, NULL);
		now = clock_ns(CLOCK_MONOTONIC);
		for (int i = 0; i < n; i++) {
			struct conn *c = events[i].data.ptr;

			if (c->wait == CONNECT)
				on_connected(c);
			else if (c->wait != GONE)
				on_readable(c);
		}
	}
}

static double server_cpu(void)
{
	clockid_t id;

	return opt.server && !clock_getcpuclockid(opt.server, &id) ? (double)clock_ns(id) / SECOND : 0;
}

static void usage(void)
{
	fputs("usage: load -p port [-r] [-c candidates] [-i idle connections] [-t seconds] [-w seconds of warm-up]\n"
	      "            [-q answers/s] [-a attempts per question] [-n questions an interview] [-x PID of the server]\n", stderr);
	exit(2);
}

static void options(int argc, char **argv)
{
	int o;

	while ((o = getopt(argc, argv, "p:c:i:t:w:q:a:n:x:r")) != -1) {
		switch (o) {
		case 'p': opt.port = atoi(optarg); break;
		case 'c': opt.candidates = atoi(optarg); break;
		case 'i': opt.idle = atoi(optarg); break;
		case 't': opt.seconds = atof(optarg); break;
		case 'w': opt.warmup = atof(optarg); break;
		case 'q': opt.rate = atof(optarg); break;
		case 'a': opt.attempts = atoi(optarg); break;
		case 'n': opt.questions = atoi(optarg); break;
		case 'x': opt.server = atoi(optarg); break;
		case 'r': opt.comes_back = true; break;
		default: usage();
		}
	}
	nconns = opt.candidates + opt.idle;
	if (optind != argc || opt.port < 1 || opt.candidates < 0 || opt.idle < 0 || nconns < 1 || opt.seconds <= 0 ||
	    opt.rate < 0 || (opt.comes_back && (opt.idle || opt.rate > 0)) || opt.attempts < 1 || opt.questions < 1 || opt.questions > 60)
		usage();
}

static int report_return(void)
{
	printf("{\"candidates\":%d,\"back\":%llu,\"tries\":%llu,\"refused\":%llu,\"first_lost\":%.3f,\"first_back\":%.3f,"
	       "\"last_back\":%.3f,\"absence_p50_ms\":%.0f,\"absence_p99_ms\":%.0f,\"absence_max_ms\":%.0f}\n",
	       opt.candidates, (unsigned long long)back, (unsigned long long)tries, (unsigned long long)refused,
	       (double)first_lost / SECOND, (double)first_back / SECOND, (double)last_back / SECOND,
	       histogram_ms(&absence, .5), histogram_ms(&absence, .99), histogram_ms(&absence, 1));
	return refused || !everybody_is_back();
}

int main(int argc, char **argv)
{
	struct rlimit files;
	double cpu, own, span;
	uint64_t start;

	options(argc, argv);
	if (!getrlimit(RLIMIT_NOFILE, &files)) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
	epfd = epoll_create1(EPOLL_CLOEXEC);
	conns = calloc((size_t)nconns, sizeof *conns);
	if (!conns || epfd < 0)
		die("load");
	for (int i = opt.candidates; i < nconns; i++)
		conns[i].is_idle = true;

	run_for(opt.comes_back ? 60 : 20, everybody_is_there);
	if (!everybody_is_there()) {
		complain("%d of %d connections are not there in time", nconns - settled, nconns);
		lost += (uint64_t)(nconns - settled);
	}
	puts("ready");
	fflush(stdout);
	if (opt.comes_back) {
		is_measuring = true;
		run_for(opt.seconds, everybody_is_back);
		return report_return();
	}
	if (opt.rate > 0)
		pace_start = clock_ns(CLOCK_MONOTONIC);
	run_for(opt.warmup, NULL);

	cpu = server_cpu();
	own = (double)clock_ns(CLOCK_PROCESS_CPUTIME_ID) / SECOND;
	start = clock_ns(CLOCK_MONOTONIC);
	is_measuring = true;
	run_for(opt.seconds, NULL);
	span = (double)(now - start) / SECOND;
	own = (double)clock_ns(CLOCK_PROCESS_CPUTIME_ID) / SECOND - own;
	cpu = server_cpu() - cpu;

	printf("{\"candidates\":%d,\"idle\":%d,\"seconds\":%.3f,\"answers\":%llu,\"all_answers\":%llu,\"per_s\":%.1f,\"p50_ms\":%.3f,"
	       "\"p99_ms\":%.3f,\"p999_ms\":%.3f,\"max_ms\":%.3f,\"interviews\":%llu,\"refused\":%llu,\"lost\":%llu,"
	       "\"server_cpu\":%.4f,\"cpu_us_per_answer\":%.1f,\"client_cpu\":%.4f}\n",
	       opt.candidates, opt.idle, span, (unsigned long long)answered, (unsigned long long)all_answered, (double)answered / span,
	       histogram_ms(&latency, .5), histogram_ms(&latency, .99), histogram_ms(&latency, .999),
	       histogram_ms(&latency, 1), (unsigned long long)interviews, (unsigned long long)refused,
	       (unsigned long long)lost, cpu / span, answered ? cpu * 1e6 / (double)answered : 0, own / span);
	return refused || lost || (opt.candidates && !answered);
}
