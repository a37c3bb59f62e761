"""What the log has packed, read by other means than the program's own (Sources/Transcripts/Packing)."""

import ctypes
import json
import re
import struct
from pathlib import Path

DICTIONARIES = Path(__file__).resolve().parents[2] / "Sources/Transcripts/Dictionaries"
ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
VERDICTS = ["hit", "partial", "missed", "contradicted", "avoided", "held"]
REMARKS = ["unsure", "echo", "keywordList", "noAnswer", "otherLanguage"]
LONGEST = 1 << 19
zstd = ctypes.CDLL("libzstd.so.1")
zstd.ZSTD_createDCtx.restype = ctypes.c_void_p
zstd.ZSTD_decompress_usingDict.restype = ctypes.c_size_t


def unpack(packed):
    """The bytes that are packed in a text."""
    dictionary, text = packed.split(":", 1)
    data = (DICTIONARIES / f"answers-{dictionary}.dictionary").read_bytes()
    frame = b"\x28\xb5\x2f\xfd"
    for start in range(0, len(text), 5):
        group, value = text[start:start + 5], 0
        for character in group.ljust(5, ALPHABET[84]):
            value = value * 85 + ALPHABET.index(character)
        frame += struct.pack(">I", value)[:len(group) - 1]
    context = ctypes.c_void_p(zstd.ZSTD_createDCtx())
    target = ctypes.create_string_buffer(LONGEST)
    count = zstd.ZSTD_decompress_usingDict(
        context, target, ctypes.c_size_t(LONGEST), frame, ctypes.c_size_t(len(frame)), data, ctypes.c_size_t(len(data)))
    zstd.ZSTD_freeDCtx(context)
    assert count <= LONGEST, "not whole"
    return target.raw[:count]


class Reader:
    def __init__(self, data):
        self.data, self.place = data, 0

    def take(self, count):
        taken = self.data[self.place:self.place + count]
        assert len(taken) == count, "torn"
        self.place += count
        return taken

    def number(self):
        number = shift = 0
        while True:
            byte, = self.take(1)
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    def text(self):
        return self.take(self.number()).decode()

    def decimal(self, width):
        if width == 3:
            return struct.unpack("<d", self.take(8))[0]
        if width == 2:
            return struct.unpack("<f", self.take(4))[0]
        return self.number() / 1000 if width else 0.0


def answer(data):
    reader = Reader(data)
    event = {"text": reader.text()}
    points = [{"keyPoint": reader.text()} for _ in range(reader.number())]
    widths = []
    for point in points:
        head, = reader.take(1)
        point["verdict"] = VERDICTS[head & 7]
        widths.append(head >> 3 & 3)
        point["evidence"] = [{}] * (head >> 5 if head >> 5 < 7 else reader.number())
    for point in points:
        places = []
        for _ in point["evidence"]:
            start = reader.number()
            places.append({"start": start, "end": start + reader.number(), "rule": reader.text()})
        point["evidence"] = places
    matcher, flags = reader.text(), reader.take(1)[0]
    event |= {"question": reader.number(), "attempt": reader.number()}
    remarks = [REMARKS[index] for index in reader.take(reader.number())]
    if flags & 1:
        event["reply"] = {"point": reader.text(), "start": reader.number()}
    if flags >> 1 & 3:
        event["isLate"] = flags >> 1 & 3 == 2
    coverage = reader.decimal(flags >> 3)
    for point, width in zip(points, widths):
        point["strength"] = reader.decimal(width)
    assert reader.place == len(data), "more behind it"
    return event | {"mark": {"points": points, "coverage": coverage, "remarks": remarks, "matcher": matcher}}


def event(payload):
    """An event as a database keeps it, whole."""
    fields = json.loads(payload)
    packed = fields.pop("packed", None)
    return fields | (answer(unpack(packed)) if packed else {})


def said_in(path):
    """The bytes of a file, and behind them those of all answers that are packed in it anywhere."""
    data = path.read_bytes()
    pieces = [data]
    for packed in re.findall(rb'"packed":"([^"\x00-\x1f]+)"', data):
        try:
            pieces.append(unpack(packed.decode()))
        except (AssertionError, ValueError):
            pass  # What is left of a page.
    return b"\n".join(pieces)
