#!/usr/bin/env python3
"""Writes words.bin, the word knowledge of the matcher, from three well-kept sources.

    pip install wordfreq                      # general word frequencies (Zipf scale)
    apt-get install wordnet-base libstemmer0d # derivations, antonyms, confirmed synonyms; the Snowball stemmer
    apt-get install dict-freedict-{ell,fin,jpn,pol}-eng dict-freedict-eng-{bul,fin,ind,jpn,nor}  # what is translated alike
    python3 generate.py /usr/share/wordnet /usr/share/dictd words.bin

Everything is keyed by Snowball stem. The file holds, little endian:

    u32 x 6   magic "GRW1", version, slots, stems, links, 0
    u32 x slots   fingerprint: the upper half of the FNV-1a 64 hash of a word, or of 0x01 + a stem
    u16 x slots   the stem's number, 1...stems; 0 where the slot is empty. A key starts at slot
                  (upper half of its hash x 0x9E3779B97F4A7C15, x slots) >> 32 and probes linearly
    u8  x stems+1 Zipf frequency x 25 (how common the stem's words are together; 8 = once a page and more)
    u32 x stems+2 where the stem's links start
    u16 x links   numbers of related stems: derivations, 0, synonyms, 0, near-synonyms, 0, antonyms
"""
import ctypes
import ctypes.util
import math
import os
import re
import struct
import sys
from collections import defaultdict

import pivot

VERSION = 3
MIN_ZIPF = 2.55
SENSES = 3
# Votes of the dictionaries that make words synonyms: so many alone, or so many where WordNet has them in a sense.
# With fewer they are near-synonyms.
SYNONYM_VOTES, CONFIRMING_VOTES, NEAR_VOTES = 4, 2, 2
# Words as common as "run" have so many senses that more votes are asked of them.
EVERYDAY_ZIPF, EVERYDAY_VOTES = 5.7, 7
POS = {'noun': 'n', 'verb': 'v', 'adj': 'a', 'adv': 'r'}

_lib = ctypes.CDLL(ctypes.util.find_library('stemmer') or 'libstemmer.so.0d')
_lib.sb_stemmer_new.restype = ctypes.c_void_p
_lib.sb_stemmer_new.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
_lib.sb_stemmer_stem.restype = ctypes.POINTER(ctypes.c_char)
_lib.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
_lib.sb_stemmer_length.argtypes = [ctypes.c_void_p]
_stemmer = _lib.sb_stemmer_new(b'english', b'UTF_8')


def snowball(word):
    raw = word.encode()
    out = _lib.sb_stemmer_stem(_stemmer, raw, len(raw))
    return ctypes.string_at(out, _lib.sb_stemmer_length(_stemmer)).decode()


def fnv(raw):
    h = 0xCBF29CE484222325
    for b in raw:
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


# British spellings are read as American ones. The same rules run in Spelling.swift for words not in the table.
def american(word, known):
    for old, new in (('isation', 'ization'), ('ise', 'ize'), ('ising', 'izing'), ('ised', 'ized'),
                     ('ises', 'izes'), ('iser', 'izer'), ('yse', 'yze'), ('ysed', 'yzed'), ('ysing', 'yzing'),
                     ('isations', 'izations'), ('our', 'or'), ('ours', 'ors'), ('oured', 'ored'),
                     ('ouring', 'oring'), ('oural', 'oral'), ('ourite', 'orite'), ('tre', 'ter'),
                     ('tres', 'ters'), ('ence', 'ense'), ('ogue', 'og'), ('ogues', 'ogs'), ('elling', 'eling'),
                     ('elled', 'eled'), ('eller', 'eler'), ('alling', 'aling'), ('alled', 'aled'),
                     ('aemia', 'emia'), ('oeuvre', 'euver'), ('grey', 'gray')):
        if word.endswith(old):
            other = word[:-len(old)] + new
            if other in known:
                return other
    return word


def read_wordnet(folder):
    """Synsets {(pos, offset): ([words], [(symbol, pos, offset, source, target)])}, senses {(word, pos): [offset]}."""
    synsets, senses, exceptions = {}, {}, defaultdict(list)
    for name, pos in POS.items():
        for line in open(os.path.join(folder, 'data.' + name), encoding='latin-1'):
            if line.startswith(' '):
                continue
            f = line.split(' | ')[0].split()
            n = int(f[3], 16)
            words = [re.sub(r'\(.*\)', '', f[4 + 2 * i]) for i in range(n)]
            at = 4 + 2 * n
            links = []
            for i in range(int(f[at])):
                s, o, p, st = f[at + 1 + 4 * i: at + 5 + 4 * i]
                links.append((s, p, int(o), int(st[:2], 16), int(st[2:], 16)))
            synsets[(pos, int(f[0]))] = (words, links)
        for line in open(os.path.join(folder, 'index.' + name), encoding='latin-1'):
            if line.startswith(' '):
                continue
            f = line.split()
            n = int(f[2])
            senses[(f[0], pos)] = [int(x) for x in f[-n:]]
        for line in open(os.path.join(folder, name + '.exc'), encoding='latin-1'):
            f = line.split()
            if f[0].isalpha() and f[1].isalpha():
                exceptions[f[0]].append(f[1])
    return synsets, senses, exceptions


def plain(word):
    return word.isascii() and word.isalpha() and word.islower()


class Tables:
    """The tables as Python dictionaries; `write` packs them."""

    def __init__(self, folder, dictionaries):
        import wordfreq
        frequency = wordfreq.get_frequency_dict('en', 'best')
        zipf = {w: math.log10(f) + 9 for w, f in frequency.items()}
        synsets, senses, exceptions = read_wordnet(folder)
        lemmas = {w for w, _ in senses}
        stems_of_lemmas = {snowball(w) for w in lemmas if plain(w)}
        lemma_zipf = {w: zipf.get(w, 0) for w in lemmas if plain(w) and len(w) > 4}
        deletes = defaultdict(list)
        for w, z in lemma_zipf.items():
            if z > 3:
                for i in range(len(w)):
                    deletes[w[:i] + w[i + 1:]].append(w)
                deletes[w].append(w)

        def misspelling(w):
            near = {c for k in [w] + [w[:i] + w[i + 1:] for i in range(len(w))] for c in deletes.get(k, ())}
            return len(w) > 4 and any(lemma_zipf[c] > zipf[w] + 1 and abs(len(c) - len(w)) < 2 for c in near)

        known = {w for w, z in zipf.items() if plain(w) and (
            z >= MIN_ZIPF and (w in lemmas or w in exceptions or snowball(w) in stems_of_lemmas)
            or z >= 3 and not misspelling(w))}
        known |= {w for w in lemmas if plain(w) and zipf.get(w, 0) >= 2.2}
        self.stem_of = {}
        self.extra_links = defaultdict(set)
        for w in sorted(known):
            base = american(w, known)
            if base in exceptions and base not in lemmas:
                base = max(sorted(set(exceptions[base])), key=lambda l: zipf.get(l, 0))
            elif base in exceptions:
                for l in exceptions[base]:
                    if l != base and zipf.get(l, 0) >= MIN_ZIPF:
                        self.extra_links[snowball(base)].add(snowball(l))
            self.stem_of[w] = snowball(base)
        sums = defaultdict(float)
        for w, s in self.stem_of.items():
            sums[s] += frequency.get(w, 0)
        self.zipf = {s: max(0.0, math.log10(f) + 9) if f else 0.0 for s, f in sums.items()}
        stem = lambda w: self.stem_of.get(w) or snowball(w)
        self.related, self.synonyms, self.near, self.antonyms = (defaultdict(set) for _ in range(4))

        def link(table, a, b):
            a, b = stem(a), stem(b)
            if a != b and a in self.zipf and b in self.zipf:
                table[a].add(b)
                table[b].add(a)
        for a, bs in self.extra_links.items():
            for b in bs:
                link(self.related, a, b)
        for (word, pos), offsets in senses.items():
            if not plain(word):
                continue
            for rank, offset in enumerate(offsets):
                words, links = synsets[(pos, offset)]
                for symbol, p, o, source, target in links:
                    if source and words[source - 1].lower() == word and symbol in '+!\\<':
                        other = synsets[('a' if p == 's' else p, o)][0][target - 1].lower()
                        if plain(other):
                            link(self.antonyms if symbol == '!' else self.related, word, other)
                if rank < SENSES:
                    for other in words:
                        if plain(other.lower()):
                            other_rank = senses[(other.lower(), pos)].index(offset)
                            if other_rank < SENSES:
                                link(self.synonyms, word, other.lower())
        votes = pivot.votes(dictionaries, stem)
        in_wordnet, self.synonyms = self.synonyms, defaultdict(set)
        for (a, b), count in votes.items():
            if count < NEAR_VOTES or a not in self.zipf or b not in self.zipf:
                continue
            least = CONFIRMING_VOTES if b in in_wordnet[a] else SYNONYM_VOTES
            if max(self.zipf[a], self.zipf[b]) >= EVERYDAY_ZIPF:
                least = EVERYDAY_VOTES
            table = self.synonyms if count >= least else self.near
            table[a].add(b)
            table[b].add(a)
        for a in list(self.synonyms):
            self.synonyms[a] -= self.related[a] | self.antonyms[a]
        for a in list(self.near):
            self.near[a] -= self.related[a] | self.antonyms[a]

    def write(self, path):
        stems = sorted(self.zipf)
        number = {s: i + 1 for i, s in enumerate(stems)}
        keys = {w.encode(): number[s] for w, s in self.stem_of.items()}
        for s in stems:
            if self.stem_of.get(s) != s:
                keys[b'\x01' + s.encode()] = number[s]
        slots = len(keys) * 4 // 3
        prints, values = [0] * slots, [0] * slots
        for key in sorted(keys):
            h = fnv(key)
            at = (h * 0x9E3779B97F4A7C15 >> 32 & 0xFFFFFFFF) * slots >> 32
            while values[at]:
                assert prints[at] != h >> 32, key
                at = (at + 1) % slots
            prints[at], values[at] = h >> 32, keys[key]
        starts, links = [0], []
        for s in stems:
            starts.append(len(links))
            links += sorted(number[x] for x in self.related[s]) + [0]
            links += sorted(number[x] for x in self.synonyms[s]) + [0]
            links += sorted(number[x] for x in self.near[s]) + [0]
            links += sorted(number[x] for x in self.antonyms[s])
        starts.append(len(links))
        assert len(stems) < 65536
        with open(path, 'wb') as out:
            out.write(struct.pack('<6I', 0x31575247, VERSION, slots, len(stems), len(links), 0))
            out.write(struct.pack('<%dI' % slots, *prints))
            out.write(struct.pack('<%dH' % slots, *values))
            weights = bytes([0] + [min(255, round(self.zipf[s] * 25)) for s in stems])
            out.write(weights + b'\0' * (-len(weights) % 4))
            out.write(struct.pack('<%dI' % len(starts), *starts))
            out.write(struct.pack('<%dH' % len(links), *links))
        print(len(self.stem_of), 'words', len(keys), 'keys', slots, 'slots', len(stems), 'stems', len(links), 'links',
              os.path.getsize(path), 'bytes')


if __name__ == '__main__':
    Tables(sys.argv[1], sys.argv[2]).write(sys.argv[3])
