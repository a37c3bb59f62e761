// Snowball's C interface, from Debian's libstemmer-dev.
#include <libstemmer.h>
