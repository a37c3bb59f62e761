#include "words.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) const unsigned char greenroom_words[] = {
#embed "words.bin"
};
