/*
 * Comes between a program and the C library: while a file is there that names a folder, no file in that folder grows any
 * more, as on a disk that is full. What has its place already is written as ever.
 *
 *   cc -shared -fPIC -O2 -o full_disk.so full_disk.c
 *   FULL_DISK=file LD_PRELOAD=./full_disk.so program
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* Whether a file may not come to end there. */
static int is_full(int file, off_t end)
{
	const char *name = getenv("FULL_DISK");
	char link[64], path[4096], folder[4096];
	struct stat status;
	ssize_t n;
	int full = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;

	if (full < 0)
		return 0;
	n = read(full, folder, sizeof folder - 1);
	close(full);
	if (n <= 0)
		return 0;
	folder[n] = 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	n = readlink(link, path, sizeof path - 1);
	if (n < 0)
		return 0;
	path[n] = 0;
	return !strncmp(path, folder, strlen(folder)) && !fstat(file, &status) && end > status.st_size;
}

static off_t length(const struct iovec *parts, int count)
{
	off_t sum = 0;

	while (count-- > 0)
		sum += (off_t)parts++->iov_len;
	return sum;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define GROWING(result, name, parameters, arguments, file, end, full)		\
	result name parameters							\
	{									\
		static __typeof__(&name) real;					\
		int error = errno;						\
		if (!real)							\
			real = REAL(name);					\
		if (is_full(file, end)) {					\
			errno = ENOSPC;						\
			return full;						\
		}								\
		errno = error;							\
		return real arguments;						\
	}

GROWING(ssize_t, pwrite, (int f, const void *b, size_t n, off_t o), (f, b, n, o), f, o + (off_t)n, -1)
GROWING(ssize_t, pwrite64, (int f, const void *b, size_t n, off64_t o), (f, b, n, o), f, o + (off_t)n, -1)
GROWING(ssize_t, pwritev, (int f, const struct iovec *v, int n, off_t o), (f, v, n, o), f, o + length(v, n), -1)
GROWING(ssize_t, pwritev64, (int f, const struct iovec *v, int n, off64_t o), (f, v, n, o), f, o + length(v, n), -1)
GROWING(ssize_t, write, (int f, const void *b, size_t n), (f, b, n), f, lseek(f, 0, SEEK_CUR) + (off_t)n, -1)
GROWING(int, posix_fallocate, (int f, off_t o, off_t n), (f, o, n), f, o + n, ENOSPC)
GROWING(int, posix_fallocate64, (int f, off64_t o, off64_t n), (f, o, n), f, o + n, ENOSPC)
