"""What one visitor, one address or one socket can do at its worst. Each attack lasts until a moment, comes back when it
is cut off, and returns how often it did what it does."""

import json
import os
import select
import socket
import sqlite3
import struct
import time

from wire import Greenroom, Peer, closing, frame

TEXT, PING = 1, 9
ADDRESS = "198.51.100.7"
SECRET = "Attacker" + "0" * 35


def attacker(server, **headers):
    return Peer(server, forwarded=ADDRESS, Cookie=f"greenroom_visitor={SECRET}", **headers)


def text(type, **fields):
    return frame(TEXT, json.dumps({"type": type, "ref": os.urandom(8).hex(), **fields}).encode())


def raw(server):
    connection = socket.create_connection(("127.0.0.1", server.port), 10)
    connection.setblocking(False)
    return connection


def crowd(size, connect, until):
    """So many connections, or as many as the server takes."""
    members = []
    while len(members) < size and time.monotonic() < until:
        try:
            members.append(connect())
        except (OSError, AssertionError):
            pass
    return members


def rush(server, until, payloads, reads=True, begin=lambda peer: None):
    """One connection that sends as fast as it can, and another one when it is cut off."""
    sent = 0
    while time.monotonic() < until:
        try:
            with attacker(server) as peer:
                begin(peer)
                connection, waiting = peer.socket, b""
                connection.setblocking(False)
                while time.monotonic() < until:
                    while len(waiting) < 1 << 16:
                        waiting += next(payloads)
                        sent += 1
                    readable, writable, _ = select.select([connection] if reads else [], [connection], [], 0.1)
                    if readable and not connection.recv(1 << 18):
                        break
                    if writable:
                        waiting = waiting[connection.send(waiting):]
        except (OSError, AssertionError):
            pass
    return sent


def for_ever(make):
    while True:
        yield make()


def slow_heads(server, until):
    """500 connections that give away a letter of their request at a time."""
    drips, count = crowd(500, lambda: raw(server), until), 0
    head = b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"a" * 100_000
    while time.monotonic() < until:
        for index, drip in enumerate(drips):
            try:
                drip.send(head[count:count + 1])
            except BlockingIOError:
                pass
            except OSError:
                drips[index] = raw(server)
        count += 1
        time.sleep(0.2)
    return count * 500


def connections(server, until):
    """Connections that are opened and dropped."""
    count = 0
    while time.monotonic() < until:
        try:
            with raw(server) as connection:
                # Reset instead of closed, so that the ports do not run out.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            count += 1
        except OSError:
            pass
    return count


def handshakes(server, until):
    """Whole handshakes, one after the other, each connection dropped at once."""
    count = 0
    while time.monotonic() < until:
        try:
            with attacker(server) as peer:
                peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            count += 1
        except (OSError, AssertionError):
            pass
    return count


def requests(server, until):
    """The page, again and again."""
    count = 0
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX-Forwarded-For: {ADDRESS}\r\n\r\n".encode()
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
                while time.monotonic() < until:
                    connection.sendall(head)
                    if not connection.recv(1 << 18):
                        break
                    count += 1
        except OSError:
            pass
    return count


def pings(server, until):
    """Pings, as many as go through."""
    return rush(server, until, for_ever(lambda: frame(PING, b"x" * 125)))


def fragments(server, until):
    """Messages in pieces of one byte."""
    piece, first = frame(0, b"x", fin=False), frame(TEXT, b"x", fin=False)

    def pieces():
        while True:
            yield first
            for _ in range(10_000):
                yield piece
            yield frame(0)
    return rush(server, until, pieces())


def unfinished(server, until):
    """500 connections with a message of 250,000 bytes each that never ends."""
    beginning = frame(TEXT, b"x" * 125_000, fin=False) + frame(0, b"x" * 125_000, fin=False)

    def connect():
        peer = attacker(server)
        peer.socket.settimeout(0.2)
        peer.socket.sendall(beginning)
        return peer
    members = crowd(500, connect, until)
    while time.monotonic() < until:
        members = members[-400:] + crowd(100, connect, until)
    return len(members)


def half_open(server, until):
    """500 connections that say nothing and answer no ping."""
    members = crowd(500, lambda: attacker(server), until)
    time.sleep(max(0, until - time.monotonic()))
    return len(members)


def documents(server, until):
    """Documents of 2 MiB, without waiting for the reply."""
    piece = "## What is a question?\n\nAn answer that says something about it, and some more words.\n\n" * 700

    def pieces():
        while True:
            for part in range(34):
                yield text("paste", name="a.md", part=part, parts=34, text=piece[:60_000])
    return rush(server, until, pieces())


def openings(server, until):
    """Interviews on every question of the bank."""
    return rush(server, until, for_ever(lambda: text(
        "open", topics=[], pace="instant", difficulty="adaptive", fresh=True)))


def give_history(data, interviews=30_000):
    """As if the attacker had practised for years."""
    server = Greenroom(data)
    with attacker(server) as peer:
        def hear(type):
            while (message := json.loads(peer.message()[1]))["type"] != type:
                assert message["type"] != "refused", message
            return message
        peer.send(text("open", topics=[], count=5, pace="instant"))
        asked = hear("asked")
        place = {"interview": asked["interview"], "question": asked["question"]["index"]}
        peer.send(text("answer", text="Labels come late.", **place))
        hear("answered")
        peer.send(text("next", **place))
        hear("asked")
    assert server.stop() == 0
    with sqlite3.connect(data / "greenroom.sqlite") as log:
        assert log.execute("SELECT count(*) FROM review").fetchone()[0] > 0
        numbers = "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)"
        name = "'history' || printf('%015d', n)"
        log.execute(f"INSERT INTO interview {numbers} SELECT {name} FROM number", [interviews])
        log.execute(f"INSERT INTO review {numbers} SELECT visitor, {name}, question, topic, at - n * 1000, ratings "
                    "FROM number, review", [interviews])


def histories(server, until):
    """What a visitor with a long history was asked about, again and again."""
    return rush(server, until, for_ever(lambda: text("progress")))


def answers(server, until):
    """Answers of 20,000 characters to one's own question."""
    seat = {}

    def begin(peer):
        seat.clear()
        peer.send(text("open", topics=[], count=10, pace="instant"))
        while not seat.get("interview") and (message := peer.message()):
            seat.update(json.loads(message[1]))
    long = "labels come late so quality is known only afterwards " * 370
    return rush(server, until, for_ever(lambda: text(
        "answer", interview=seat.get("interview", "0" * 16), question=0, text=long[:20_000])), begin=begin)


def nonsense(server, until):
    """Messages that are costly to find wrong."""
    wrong = [
        b'{"type":"open","ref":"a","topics":[],"count":-1,"pace":"instant"}', b"[" * 60_000, b'{"a":' * 10_000,
        b'{"type":"open","ref":"a",' + b",".join(b'"%d":0' % number for number in range(5500)) + b"}",
        b'{"type":"answer","ref":"a","text":"' + b"\\u0061" * 10_000 + b'"}', b"\xc3\xa9" * 30_000,
    ]
    return rush(server, until, for_ever(lambda: frame(TEXT, wrong[os.urandom(1)[0] % len(wrong)])))


def deaf(server, until):
    """One connection that asks and never reads the reply."""
    return rush(server, until, for_ever(lambda: text("progress")), reads=False)


def deaf_crowd(server, until):
    """500 connections that ask twenty things each and read no reply, and others when they are cut off."""
    asked = b"".join(text("open", topics=[], count=60, pace="instant") for _ in range(20))
    count = 0
    while time.monotonic() < until:
        members = crowd(500, lambda: attacker(server), until)
        for member in members:
            try:
                member.socket.settimeout(0.2)
                member.socket.sendall(asked)
            except OSError:
                pass
        count += len(members)
        for member in members:
            member.socket.close()
    return count


def leaving(server, until):
    """Connections that send what costs most and close at once."""
    count = 0
    while time.monotonic() < until:
        try:
            with attacker(server) as peer:
                peer.send(*[text("open", topics=[], pace="instant") for _ in range(50)], closing(1000))
            count += 1
        except (OSError, AssertionError):
            pass
    return count


# What is done, and by how many at the same time.
ATTACKS = {
    "slow heads": (slow_heads, 1), "connections": (connections, 2), "handshakes": (handshakes, 2),
    "requests": (requests, 2), "pings": (pings, 1), "tiny fragments": (fragments, 1),
    "unfinished messages": (unfinished, 1), "half-open": (half_open, 1), "documents": (documents, 1),
    "openings": (openings, 2), "histories": (histories, 2), "answers": (answers, 2), "nonsense": (nonsense, 1),
    "a slow reader": (deaf, 1), "500 slow readers": (deaf_crowd, 1), "asking and leaving": (leaving, 2),
}
