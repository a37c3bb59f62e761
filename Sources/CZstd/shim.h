// Zstandard, for the collections of Anki 2.1.50 and later.
#include <zstd.h>
