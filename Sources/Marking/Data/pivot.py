"""Synonyms from bilingual dictionaries: two English words that are translated by the same foreign word.

Each language in which they share one is a witness, and once more where they share a sense of it; words with several
witnesses mean much the same. The idea is that of Bannard and Callison-Burch, "Paraphrasing with Bilingual Parallel
Corpora" (ACL 2005), with dictionaries in the place of corpora.
"""
import collections
import glob
import gzip
import itertools
import os
import re

HEADWORD = re.compile(r'^([^\s(].*?) /+[^/]+/+')
JAPANESE = re.compile('[\u3040-\u30ff\u4e00-\u9fff]')
# More words than this that share a translation share no sense.
MOST = 15


def lines(path):
    with gzip.open(path, 'rt', encoding='utf-8', errors='replace') as file:
        yield from (line.rstrip('\n') for line in file)


def entries(path):
    """(headword, its lines)"""
    head, body = None, []
    for line in lines(path):
        match = HEADWORD.match(line)
        if match:
            if head:
                yield head, body
            head, body = match.group(1).strip(), []
        elif head:
            body.append(line)
    if head:
        yield head, body


def senses(path):
    """(headword, the translations of one of its senses). A line with the sense's definition follows each."""
    for head, body in entries(path):
        if body and body[0].startswith('1. '):
            texts = [line.split('. ', 1)[1] for line in body if re.match(r'\d+\. ', line)]
        else:
            texts = body[:1]
        for text in texts:
            text = re.sub(r'\([^)]*\)|\[[^\]]*\]|\s*\d+\.\s*$', '', text)
            yield head, [part.strip().lower() for part in re.split('[,;]', text) if part.strip()]


def word(text):
    """The English word of a translation; nothing where it is several words."""
    text = re.sub(r'\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>', '', text).strip().lower()
    text = re.sub(r'^(to be|to|a|an|the|being) ', '', text)
    return text if re.fullmatch('[a-z]{2,}', text) else None


def shared(path):
    """Sets of English words that share a translation, by the language that witnesses it."""
    source, target = os.path.basename(path).split('.')[0].split('-')[1:]
    if source == 'jpn':
        # JMdict has the words of a sense on a line, with notes before.
        for line in lines(path):
            if not JAPANESE.search(line) and not line.lstrip().startswith('('):
                line = re.sub(r'^\s*\d+\.\s*', '', line)
                yield 'jpn', {word(part) for part in line.split(',')}
        return
    found = collections.defaultdict(set)
    for head, translations in senses(path):
        if source == 'eng':
            for translation in translations:
                found[translation].add(word(head))
        else:
            words = {word(part) for part in translations}
            found[head] |= words
            # Words of one sense have more in common than those of one entry.
            yield source + ' sense', words
    for words in found.values():
        yield target if source == 'eng' else source, words


def votes(folder, stem):
    """How many witnesses each pair of stems has, from all FreeDict dictionaries in the folder."""
    paths = sorted(glob.glob(os.path.join(folder, 'freedict-*.dict.dz')))
    witnesses = collections.defaultdict(set)
    for path in paths:
        for language, words in shared(path):
            stems = {stem(word) for word in words if word}
            if 1 < len(stems) <= MOST:
                for pair in itertools.combinations(sorted(stems), 2):
                    witnesses[pair].add(language)
    return {pair: len(languages) for pair, languages in witnesses.items()}
