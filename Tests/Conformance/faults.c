/*
 * Comes between a program and the C library, and has the calls that write to a folder fail when it is told to, or the
 * clock on the wall show another time.
 *
 *   cc -shared -fPIC -O2 -o faults.so faults.c
 *   FAULTS_CONTROL=file FAULTS_FOLDER=folder LD_PRELOAD=./faults.so program
 *
 * The control file holds a `struct control`, which the program that wants the faults maps as well.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

struct control {
	_Atomic int64_t until;		/* so many calls succeed before one fails; negative: all succeed */
	_Atomic int64_t lasting;	/* whether those after it fail too */
	_Atomic int64_t reason;		/* errno */
	_Atomic int64_t failed;		/* how many did */
	_Atomic int64_t wall;		/* seconds that the wall's clock is ahead */
};

static struct control nothing = { .until = -1 }, *control = &nothing;
static const char *folder;

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("FAULTS_CONTROL");
	int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
	void *map;

	folder = getenv("FAULTS_FOLDER");
	if (file < 0)
		return;
	map = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (map != MAP_FAILED)
		control = map;
	close(file);
}

static int is_watched(int file)
{
	char link[64], path[4096];
	ssize_t n;

	if (!folder || atomic_load(&control->until) < 0)
		return 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	n = readlink(link, path, sizeof path - 1);
	if (n < 0)
		return 0;
	path[n] = 0;
	return !strncmp(path, folder, strlen(folder));
}

static int fails(int file)
{
	int64_t left;

	if (!is_watched(file))
		return 0;
	left = atomic_fetch_sub(&control->until, 1);
	if (left > 0)
		return 0;
	/* Between two threads more than one may have come here; only the first is meant. */
	atomic_store(&control->until, atomic_load(&control->lasting) ? 0 : -1);
	atomic_fetch_add(&control->failed, 1);
	errno = (int)atomic_load(&control->reason);
	return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WATCHED(result, name, parameters, arguments, file)			\
	result name parameters							\
	{									\
		static __typeof__(&name) real;					\
		if (!real)							\
			real = REAL(name);					\
		return fails(file) ? -1 : real arguments;			\
	}

WATCHED(ssize_t, pwrite, (int f, const void *b, size_t n, off_t o), (f, b, n, o), f)
WATCHED(ssize_t, pwrite64, (int f, const void *b, size_t n, off64_t o), (f, b, n, o), f)
WATCHED(ssize_t, write, (int f, const void *b, size_t n), (f, b, n), f)
WATCHED(ssize_t, pread, (int f, void *b, size_t n, off_t o), (f, b, n, o), f)
WATCHED(ssize_t, pread64, (int f, void *b, size_t n, off64_t o), (f, b, n, o), f)
WATCHED(int, fsync, (int f), (f), f)
WATCHED(int, fdatasync, (int f), (f), f)
WATCHED(int, ftruncate, (int f, off_t n), (f, n), f)
WATCHED(int, ftruncate64, (int f, off64_t n), (f, n), f)

int clock_gettime(clockid_t clock, struct timespec *time)
{
	static __typeof__(&clock_gettime) real;
	int result;

	if (!real)
		real = REAL(clock_gettime);
	result = real(clock, time);
	if (!result && clock == CLOCK_REALTIME)
		time->tv_sec += atomic_load(&control->wall);
	return result;
}
