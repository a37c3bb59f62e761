// Word knowledge of the matcher: see generate.py for its making and its layout, NOTICE.md for its sources.
// The accessors keep all pointer work on this side; Swift sees numbers.
#pragma once
#include <stdint.h>
#include <string.h>

extern const unsigned char greenroom_words[];

static inline uint32_t words_u32(uint32_t at) {
    uint32_t value;
    memcpy(&value, greenroom_words + at, sizeof value);
    return value;
}

static inline uint16_t words_u16(uint32_t at) {
    uint16_t value;
    memcpy(&value, greenroom_words + at, sizeof value);
    return value;
}

static inline uint32_t words_version(void) { return words_u32(4); }
static inline uint32_t words_slots(void) { return words_u32(8); }
static inline uint32_t words_stems(void) { return words_u32(12); }

/// The number of the stem of the word with this FNV-1a hash; 0 for an unknown word.
static inline uint32_t words_stem(uint64_t hash) {
    const uint32_t slots = words_slots(), print = (uint32_t)(hash >> 32);
    // FNV-1a alone mixes the hashes of short words badly.
    uint32_t slot = (uint32_t)(((hash * 0x9E3779B97F4A7C15) >> 32) * slots >> 32);
    for (;;) {
        const uint16_t stem = words_u16(24 + 4 * slots + 2 * slot);
        if (stem == 0 || words_u32(24 + 4 * slot) == print) return stem;
        if (++slot == slots) slot = 0;
    }
}

static inline uint32_t words_weights_at(void) { return 24 + 6 * words_slots(); }
static inline uint32_t words_starts_at(void) { return words_weights_at() + ((words_stems() + 1 + 3) & ~3u); }

/// How common a stem (1...words_stems()) is: Zipf frequency x 25.
static inline uint8_t words_frequency(uint32_t stem) { return greenroom_words[words_weights_at() + stem]; }

/// Where the links of a stem (1...words_stems()) begin; they end where those of the next begin.
static inline uint32_t words_links(uint32_t stem) { return words_u32(words_starts_at() + 4 * stem); }

/// The stem at a link, or 0 between derivations, synonyms and antonyms.
static inline uint16_t words_link(uint32_t link) {
    return words_u16(words_starts_at() + 4 * (words_stems() + 2) + 2 * link);
}
