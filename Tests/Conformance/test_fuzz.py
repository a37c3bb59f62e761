"""Mutated frames, handshakes and keep-alive sequences, for GREENROOM_FUZZ_SECONDS (20) in all. The seed is
printed; GREENROOM_FUZZ_SEED repeats a run."""

import os
import random
import socket
import time

import pytest

from wire import Peer, closing, frame

SECONDS = float(os.environ.get("GREENROOM_FUZZ_SECONDS", 20)) / 4
SEED = int(os.environ.get("GREENROOM_FUZZ_SEED", time.time_ns() % 1_000_000_000))


def mutated(chance, data):
    data = bytearray(data)
    for _ in range(chance.choice([0, 1, 1, 2, 5, 20])):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 if data: data[place % len(data)] ^= 1 << chance.randrange(8)
            case 1 if data: data[place % len(data)] = chance.choice([0, 10, 13, 32, 58, 37, 0x7f, 0x80, 0xff])
            case 2: data[place:place] = chance.randbytes(chance.randrange(1, 20))
            case 3: del data[place:place + chance.randrange(1, 20)]
            case 4: data[place:place] = data[place:place + chance.randrange(1, 200)]
            case 5: del data[place:]
    return bytes(data)


def frames(chance):
    for _ in range(chance.randrange(1, 12)):
        opcode = chance.choice([0, 1, 1, 1, 2, 8, 9, 10, chance.randrange(16)])
        length = chance.choice([0, 1, 2, 5, 125, 126, 127, 2047, 2048, 2049, 5000, 65535, 65536])
        payload = chance.choice([
            lambda: b"x" * length, lambda: chance.randbytes(length),
            lambda: b'{"type":"open","ref":"a","topics":[],"count":-1,"pace":"instant"}',
            lambda: chance.choice([b"\x03\xe8", b"\x03", b"\x03\xe8bye", b"\0\0"]),
        ])()
        width = chance.choice([None, None, None, 16 if len(payload) < 65536 else 64, 64])
        yield frame(opcode, payload, fin=chance.random() < 0.8, rsv=chance.choice([0] * 9 + [4]),
                    masked=chance.random() < 0.95, width=width, mask=chance.randbytes(4))
    if chance.random() < 0.3:
        yield closing(chance.choice([1000, 1001, 0, 4000, 65535]))


NAMES = ["Host", "Connection", "Upgrade", "Cookie", "Origin", "Accept", "X", "X-Forwarded-For", "Content-Length",
         "Transfer-Encoding", "If-None-Match", "Sec-WebSocket-Key", "Sec-WebSocket-Extensions", "Accept-CH", ":path"]
VALUES = ["", "a", "keep-alive", "close", "Upgrade", "websocket", "h2c", "0", "5", "-1", "chunked", "*", "a, b, c",
          "127.0.0.1, x", "\x01", "permessage-deflate; " * 30, "b" * 5000, "%00"]


def request(chance, server):
    method = chance.choice(["GET"] * 6 + ["HEAD", "POST", "PUT", "OPTIONS", "CONNECT", "BREW", ""])
    path = chance.choice(["/", "/index.html", "/healthz", "/nothing", "/..", "/a%00", "/%2e%2e/x", "//x?a=1&b=2", "/ws", "*"])
    lines = [f"{method} {path} HTTP/1.{chance.choice('1110')}", f"Host: 127.0.0.1:{server.port}"]
    lines += [f"{chance.choice(NAMES)}: {chance.choice(VALUES)}" for _ in range(chance.choice([0, 1, 2, 8]))]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + chance.choice([b"", b"", b"", b"body!", b"\r\n"])


def say(server, pieces):
    """Sends, and takes what comes without waiting for it."""
    with socket.create_connection(("127.0.0.1", server.port), 30) as connection:
        connection.settimeout(0.02)
        try:
            for piece in pieces:
                connection.sendall(piece)
            while connection.recv(1 << 16):
                pass
        except OSError:
            pass


@pytest.mark.parametrize("kind", ["frames", "handshakes", "requests", "kept alive"])
def test_the_server_outlives_whatever_is_said(greenroom, kind):
    print(f"seed {SEED}")
    chance = random.Random(f"{SEED} {kind}")
    before, ends, tries = greenroom.memory(), time.monotonic() + SECONDS, 0
    while time.monotonic() < ends:
        tries += 1
        match kind:
            case "frames":
                with Peer(greenroom) as peer:
                    data = b"".join(frames(chance))
                    peer.socket.settimeout(0.02)
                    try:
                        peer.send(mutated(chance, data))
                        while peer.receive():
                            pass
                    except OSError:
                        pass
            case "handshakes":
                with Peer(greenroom, open=False) as peer:
                    handshake = peer.handshake(**{name: chance.choice(VALUES) for name in chance.sample(NAMES[1:], 2)})
                say(greenroom, [mutated(chance, handshake), *frames(chance)])
            case "requests":
                say(greenroom, [mutated(chance, request(chance, greenroom))])
            case "kept alive":
                say(greenroom, [request(chance, greenroom) for _ in range(chance.randrange(2, 8))])
        if tries % 20 == 0:
            with Peer(greenroom) as peer:
                peer.send(frame(9, b"alive"))
                while (message := peer.message()) and message[0] != 10:
                    pass
                assert message == (10, b"alive")
    assert greenroom.process.poll() is None
    print(f"{kind}: {tries} connections")
    assert greenroom.memory() - before < 100 * 1024 * 1024
