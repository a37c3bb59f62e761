/* Latencies in nanoseconds: 128 linear steps in every power of two, so an error below 0.8 %. */
#pragma once
#include <stdint.h>
#include <stddef.h>

enum { SUB_BITS = 7, SUB = 1 << SUB_BITS, BUCKETS = (64 - SUB_BITS + 1) * SUB };

struct histogram {
	uint64_t n, max, count[BUCKETS];
};

static inline void histogram_add(struct histogram *h, uint64_t v)
{
	unsigned shift = v < SUB ? 0 : 63 - SUB_BITS - (unsigned)__builtin_clzll(v);

	h->count[v < SUB ? v : (shift + 1) * SUB + (v >> shift) - SUB]++;
	h->n++;
	if (v > h->max)
		h->max = v;
}

/* The value that the share `quantile` (0...1) of all values does not exceed, in milliseconds. */
static inline double histogram_ms(const struct histogram *h, double quantile)
{
	uint64_t want = (uint64_t)(quantile * (double)h->n + 0.5), seen = 0;

	for (size_t i = 0; i < BUCKETS; i++) {
		seen += h->count[i];
		if (seen && seen >= want) {
			uint64_t top = i < SUB ? i : ((i % SUB + SUB + 1) << (i / SUB - 1)) - 1;

			return (double)(top < h->max ? top : h->max) / 1e6;
		}
	}
	return 0;
}
