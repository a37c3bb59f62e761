// Zstandard, for the collections of Anki 2.1.50 and later, and for answers in the log.
#include <zstd.h>
