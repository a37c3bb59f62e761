// libcrypto, for digests.
#include <openssl/sha.h>
