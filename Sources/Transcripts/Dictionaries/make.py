#!/usr/bin/env python3
"""Makes a dictionary for packed answers, of the answers in logs.

    greenroom transcript log INTERVIEW >> answers.jsonl
    python3 make.py answers.jsonl … answers-2.dictionary

A dictionary that was released is never made anew: what was packed with it is read with it for ever. Another one gets
another name and number, here and in dictionaries.h, and its SHA-256 in PackingTests.swift.

The first was made of the model and the sample answers to all questions of the built-in bank, whole, in halves and to
questions that they do not belong to. It holds the key points' names, question by question, then words of answers, then
the rules' sentences: what is nearest to the end is the cheapest to point at.
"""
import collections
import ctypes
import json
import pathlib
import struct
import sys

VERDICTS = ["hit", "partial", "missed", "contradicted", "avoided", "held"]
REMARKS = ["unsure", "echo", "keywordList", "noAnswer", "otherLanguage"]
WORDS = 32 * 1024
LEVEL, NUMBER = 2, 1
zstd = ctypes.CDLL("libzstd.so.1")
for name in ("ZDICT_trainFromBuffer", "ZDICT_getDictHeaderSize", "ZDICT_finalizeDictionary"):
    getattr(zstd, name).restype = ctypes.c_size_t


class Parameters(ctypes.Structure):
    _fields_ = [("level", ctypes.c_int), ("notification", ctypes.c_uint), ("number", ctypes.c_uint)]


def number(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def text(value):
    data = value.encode()
    return number(len(data)) + data


def decimal(value):
    """As what it is written, and it: 0, in thousandths, or in as many bytes as hold it."""
    if struct.pack("<d", value) == bytes(8):
        return 0, b""
    if 0 < value <= 1 and int(value * 1000 + 0.5) / 1000 == value:
        return 1, number(int(value * 1000 + 0.5))
    single = struct.pack("<f", value)
    return (2, single) if struct.unpack("<f", single)[0] == value else (3, struct.pack("<d", value))


def names(event):
    points = event["mark"]["points"]
    return number(len(points)) + b"".join(text(point["keyPoint"]) for point in points)


def body(event):
    """As AnswerBytes.swift writes it."""
    mark = event["mark"]
    heads, strengths, evidence = b"", b"", b""
    for point in mark["points"]:
        width, bytes_ = decimal(point["strength"])
        found = point["evidence"]
        heads += bytes([VERDICTS.index(point["verdict"]) | width << 3 | min(len(found), 7) << 5])
        heads += number(len(found)) if len(found) > 6 else b""
        strengths += bytes_
        for one in found:
            evidence += number(one["start"]) + number(one["end"] - one["start"]) + text(one["rule"])
    width, coverage = decimal(mark["coverage"])
    reply, late = event.get("reply"), event.get("isLate")
    flags = (reply is not None) | {None: 0, False: 1, True: 2}[late] << 1 | width << 3
    return (text(event["text"]) + names(event) + heads + evidence + text(mark["matcher"])
            + bytes([flags]) + number(event["question"]) + number(event["attempt"])
            + number(len(mark["remarks"])) + bytes(REMARKS.index(one) for one in mark["remarks"])
            + (text(reply["point"]) + number(reply["start"]) if reply else b"") + coverage + strengths)


def sizes(samples):
    return (ctypes.c_size_t * len(samples))(*map(len, samples)), len(samples)


def make(events):
    bodies = [body(event) for event in events]
    texts = [text(event["text"]) for event in events]
    trained = ctypes.create_string_buffer(WORDS)
    count = zstd.ZDICT_trainFromBuffer(trained, ctypes.c_size_t(WORDS), b"".join(texts), *sizes(texts))
    head = zstd.ZDICT_getDictHeaderSize(trained, ctypes.c_size_t(count))
    lists = b"".join(dict.fromkeys(names(event) for event in events))
    rules = collections.Counter(
        text(one["rule"]) for event in events for point in event["mark"]["points"] for one in point["evidence"])
    said = b"".join(rule for rule, _ in reversed(rules.most_common(100)))
    content = lists + trained.raw[head:count] + said
    made = ctypes.create_string_buffer(len(content) + 4096)
    count = zstd.ZDICT_finalizeDictionary(
        made, ctypes.c_size_t(len(made)), content, ctypes.c_size_t(len(content)), b"".join(bodies), *sizes(bodies),
        Parameters(LEVEL, 0, NUMBER))
    return made.raw[:count]


if __name__ == "__main__":
    *logs, target = sys.argv[1:]
    lines = [line for log in logs for line in pathlib.Path(log).read_text().splitlines()]
    events = [json.loads(line)["event"] for line in lines]
    pathlib.Path(target).write_bytes(make([event for event in events if "mark" in event]))
