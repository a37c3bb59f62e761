"""No acknowledged answer is lost: the server is killed at random moments while fifty clients answer."""

import asyncio
import json
import os
import random
import sqlite3
from collections import Counter

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from server import new_ref

CLIENTS = 50
ROUNDS = int(os.environ.get("GREENROOM_KILLS", "20"))


class Candidate:
    """Answers as fast as answers are acknowledged; after a crash it goes on where it was."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.seat = None  # interview, token, last seq seen
        self.question = 0
        self.unacknowledged = None  # the request in doubt
        self.acknowledged = []  # (interview, ref)

    async def run(self, url):
        try:
            async with connect(url, subprotocols=["greenroom.v1"], max_size=None) as socket:
                await self.converse(socket)
        except (ConnectionClosed, InvalidHandshake, OSError, EOFError, TimeoutError):
            pass  # killed in the middle of something

    async def converse(self, socket):
        if self.seat:
            await self.send(socket, type="resume", **self.seat)
        else:
            await self.open(socket)
        async for text in socket:
            await self.heard(socket, json.loads(text))

    async def open(self, socket):
        self.seat, self.question, self.unacknowledged = None, 0, None
        await self.send(socket, type="open", topics=[], count=5, pace="instant")

    async def heard(self, socket, message):
        kind = message["type"]
        if kind == "opened" and "token" in message:
            self.seat = {"interview": message["interview"], "token": message["token"], "seq": message["seq"]}
        elif kind == "resumed":
            for missed in message["missed"]:
                await self.fold(socket, missed)
            if self.unacknowledged:
                # Until then nobody is seated.
                await socket.send(json.dumps(self.unacknowledged))
            elif self.seat:
                await self.act(socket)
            return
        elif kind == "refused":
            # A request that was in doubt may have become pointless; an answer must not.
            assert message["code"] in ("notAsked", "ended", "notSeated"), message
            if self.unacknowledged and message.get("ref") == self.unacknowledged["ref"]:
                assert self.unacknowledged["type"] != "answer" or message["code"] == "notSeated", message
                self.unacknowledged = None if message["code"] != "notSeated" else self.unacknowledged
        await self.fold(socket, message, acts=True)

    async def fold(self, socket, message, acts=False):
        kind = message["type"]
        if "seq" in message and self.seat:
            self.seat["seq"] = message["seq"]
        if self.unacknowledged and message.get("ref") == self.unacknowledged["ref"] and kind != "refused":
            self.unacknowledged = None
        if kind == "asked":
            self.question, self.answered = message["question"]["index"], False
        elif kind == "answered":
            self.acknowledged.append((message["interview"], message["ref"]))
            self.answered = True
        elif kind == "ended":
            await self.open(socket)
            return
        if acts and kind in ("asked", "answered"):
            await self.act(socket)

    async def act(self, socket):
        fields = {"interview": self.seat["interview"], "question": self.question}
        if self.answered:
            await self.send(socket, type="next", keeps=True, **fields)
        else:
            text = f"An answer of {self.random.randrange(10**9)} words about models and data."
            await self.send(socket, type="answer", keeps=True, text=text, **fields)

    async def send(self, socket, keeps=False, **message):
        message["ref"] = new_ref()
        if keeps:
            self.unacknowledged = message
        await socket.send(json.dumps(message))


def acknowledged(candidates):
    return sum(len(candidate.acknowledged) for candidate in candidates)


async def answer_until_killed(server, candidates, seconds):
    before = acknowledged(candidates)
    tasks = [asyncio.create_task(candidate.run(server.socket_url)) for candidate in candidates]
    # However slow the machine: an answer for each of them, so that there is something to lose.
    async with asyncio.timeout(60):
        while acknowledged(candidates) <= before + CLIENTS:
            await asyncio.wait(tasks, timeout=0.01)
    # The moment is the point of the test: it has to be any.
    await asyncio.wait(tasks, timeout=seconds)
    server.kill()
    await asyncio.gather(*tasks)


def stored_answers(data):
    with sqlite3.connect(data / "greenroom.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute("SELECT interview, seq, kind, payload FROM event ORDER BY interview, seq")
        answers, expected = Counter(), {}
        for interview, seq, kind, payload in rows:
            assert seq == expected.get(interview, 1), "a gap"
            expected[interview] = seq + 1
            if kind == "answered":
                answers[interview, json.loads(payload)["ref"]] += 1
    return answers


def test_no_acknowledged_answer_is_lost(start_server):
    chance = random.Random(20)
    server = start_server("--rate-factor", "1000")
    candidates = [Candidate(number) for number in range(CLIENTS)]
    for round in range(ROUNDS):
        asyncio.run(answer_until_killed(server, candidates, chance.uniform(0.3, 1.5)))
        stored = stored_answers(server.data)
        assert max(stored.values()) == 1, "kept twice"
        lost = [key for candidate in candidates for key in candidate.acknowledged if key not in stored]
        assert not lost, f"lost in round {round}: {lost[:3]}"
        if round < ROUNDS - 1:
            server.start()
    assert acknowledged(candidates) > ROUNDS * CLIENTS, "too few answers to say anything"
    print(f"{acknowledged(candidates)} answers acknowledged, {sum(stored.values())} kept, none lost")
