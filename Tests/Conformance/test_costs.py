"""What one who asks for as much as can be asked for costs, and what somebody honest beside notices of it. For
GREENROOM_HOSTILE_SECONDS (10) each; 60 makes the figures of the README."""

import json
import os
import random
import socket
import sqlite3
import threading
import time
import uuid
from pathlib import Path

import pytest

from wire import Greenroom, Peer, frame

SECONDS = float(os.environ.get("GREENROOM_HOSTILE_SECONDS", 10))
MEGABYTE = 1024 * 1024
VISITOR = "a" * 43


class Candidate(Peer):
    """Says messages and hears them."""

    def __init__(self, server, visitor=None, address=None):
        super().__init__(server, open=False)
        headers = {"Cookie": f"greenroom_visitor={visitor}"} if visitor else {}
        if address:
            headers["X-Forwarded-For"] = address
        status, _ = self.ask(self.handshake(**headers))
        assert status == 101, status
        self.hear("welcome")

    def say(self, type, **fields):
        ref = str(uuid.uuid4())
        self.send(frame(1, json.dumps({"type": type, "ref": ref, **fields}).encode()))
        return ref

    def hear(self, *types):
        while (message := self.message()) is not None:
            if message[0] == 9:
                self.send(frame(10, message[1]))
            elif message[0] == 1 and (said := json.loads(message[1]))["type"] in types:
                return said
        raise EOFError


class Honest(threading.Thread):
    """Answers twenty times a second, as ten people do, and notes how long each acknowledgement takes."""

    def __init__(self, server):
        super().__init__()
        self.times, self.isOver = [], threading.Event()
        self.candidates = [Candidate(server, address=f"198.51.100.{number}") for number in range(10)]
        self.interviews = []
        for candidate in self.candidates:
            candidate.say("open", topics=[], count=1, pace="instant", seed="honest")
            self.interviews.append(candidate.hear("opened")["interview"])

    def run(self):
        number = 0
        while not self.isOver.wait(0.05):
            candidate, interview = self.candidates[number % 10], self.interviews[number % 10]
            number += 1
            begun = time.monotonic()
            candidate.say("answer", interview=interview, question=0, text=f"Number {number} of what I know.")
            assert candidate.hear("answered", "refused")["type"] == "answered"
            self.times.append(time.monotonic() - begun)

    def percentile(self):
        """Milliseconds that 99 of 100 do not take."""
        self.isOver.set()
        self.join()
        return sorted(self.times)[int(len(self.times) * 0.99)] * 1000


def honest_for(server, seconds):
    honest = Honest(server)
    honest.start()
    honest.isOver.wait(seconds)
    return honest.percentile()


def drained(peer):
    """Takes what comes, in a thread, for whoever only speaks."""
    def run():
        try:
            while peer.socket.recv(1 << 16):
                pass
        except OSError:
            pass
    threading.Thread(target=run, daemon=True).start()


class Attack:
    """Speaks as fast as it can from some connections; whoever is disconnected comes again."""

    def __init__(self, server, messages, connections=1, visitor=None, address=None):
        self.server, self.messages, self.sent, self.reconnections = server, messages, 0, 0
        self.visitor, self.address, self.isOver = visitor, address, False
        self.threads = [threading.Thread(target=self.run, args=(number,)) for number in range(connections)]
        for thread in self.threads:
            thread.start()

    def run(self, number):
        while not self.isOver:
            try:
                with Candidate(self.server, self.visitor, self.address) as peer:
                    drained(peer)
                    peer.socket.settimeout(5)
                    for message in self.messages(number):
                        if self.isOver:
                            return
                        peer.socket.sendall(frame(1, message))
                        self.sent += 1
            except (OSError, EOFError, AssertionError):
                self.reconnections += 1
                time.sleep(0.05)

    def stop(self):
        self.isOver = True
        for thread in self.threads:
            thread.join()


def endlessly(*makers):
    def messages(_):
        number = 0
        while True:
            for make in makers:
                number += 1
                yield json.dumps(make(number)).encode()
    return messages


def document(number):
    """The pieces of two megabytes with questions."""
    text = "".join(f"## What is number {n} of document {number}?\n\nIt is the one after {n - 1}, and it is odd.\n\n"
                   for n in range(26_000))[:2 * MEGABYTE - 100]
    pieces = [text[start:start + 60_000] for start in range(0, len(text), 60_000)]
    return [{"type": "paste", "ref": f"p{number}.{part}", "name": "a.md", "part": part, "parts": len(pieces), "text": piece}
            for part, piece in enumerate(pieces)]


PASTES = [json.dumps(piece).encode() for number in range(2) for piece in document(number)]


def pasting(_):
    while True:
        yield from PASTES


ATTACKS = {
    "documents": pasting,
    "adaptive openings": endlessly(
        lambda number: {"type": "open", "ref": f"o{number}", "topics": [], "pace": "instant", "difficulty": "adaptive",
                        "fresh": True}),
    "history": endlessly(lambda number: {"type": "progress", "ref": f"h{number}"}),
    "everything": endlessly(
        lambda number: {"type": "open", "ref": f"o{number}", "topics": [], "count": 1, "pace": "instant"},
        lambda number: {"type": "progress", "ref": f"h{number}"}, lambda number: {"type": "dance", "ref": f"d{number}"},
        lambda number: {"type": "resume", "ref": f"r{number}", "interview": "a" * 24, "token": "x", "seq": 0}),
}


def size_of(folder):
    """What the log takes once the write-ahead log is worked in."""
    return sum(path.stat().st_size for path in folder.glob("greenroom.sqlite"))


def fill(folder, interviews):
    """Gives the visitor a history; a server has made the tables."""
    import hashlib
    digest = hashlib.sha256(VISITOR.encode()).hexdigest()
    with sqlite3.connect(folder / "greenroom.sqlite") as database:
        chance = random.Random(1)
        names = [f"{number:024d}" for number in range(interviews)]
        database.executemany("INSERT INTO interview (id) VALUES (?)", [(name,) for name in names])
        database.executemany(
            "INSERT INTO review (visitor, interview, question, topic, at, ratings) VALUES (?, ?, ?, ?, ?, ?)",
            [(digest, name, f"topic/question-{chance.randrange(230)}", "topic", 1_700_000_000_000 + number * 60_000,
              json.dumps({f"point-{point}": chance.randrange(1, 5) for point in range(6)}))
             for number, name in enumerate(names)])


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("costs")
    first = Greenroom(folder)
    assert first.stop() == 0
    fill(folder, 30_000)
    server = Greenroom(folder, "--behind-proxy")
    server.folder = folder
    server.alone = honest_for(server, min(SECONDS, 10))
    yield server
    assert server.stop() == 0


@pytest.mark.parametrize("who", ["one socket", "one visitor", "one address"])
@pytest.mark.parametrize("kind", ATTACKS)
def test_whoever_asks_for_everything_costs_nobody_else(server, kind, who):
    before = size_of(server.folder)
    attack = Attack(
        server, ATTACKS[kind], connections={"one socket": 1, "one visitor": 8, "one address": 16}[who],
        visitor=None if who == "one address" else VISITOR, address="192.0.2.1" if who == "one address" else "192.0.2.2")
    honest, most = Honest(server), 0
    honest.start()
    end = time.monotonic() + SECONDS
    while not honest.isOver.wait(0.1) and time.monotonic() < end:
        most = max(most, server.memory())
    percentile = honest.percentile()
    attack.stop()
    grown = size_of(server.folder) - before
    print(f"\n{kind} of {who}: {attack.sent} messages, disconnected {attack.reconnections} times; memory "
          f"{most / MEGABYTE:.0f} MB, log {grown / MEGABYTE:.1f} MB, honest p99 {percentile:.1f} ms, "
          f"alone {server.alone:.1f} ms")
    assert most < 300 * MEGABYTE
    assert grown < 5 * MEGABYTE
    assert percentile < max(20, 2 * server.alone)
