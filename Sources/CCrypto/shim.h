// libcrypto, for digests.
#include <openssl/evp.h>
#include <openssl/sha.h>
