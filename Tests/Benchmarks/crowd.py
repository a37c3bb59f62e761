#!/usr/bin/env python3
"""A room full of people who answer in the same second, drop out and come back.

    swift build -c release --product greenroom && Tests/Benchmarks/crowd.py --people 200
    Tests/Benchmarks/crowd.py --ratio
    Tests/Benchmarks/crowd.py --people 200 --servers 4

Everybody joins, answers every question at once, one in ten loses the connection in the middle of it; after each
question the board is compared with everybody's own mark. Then it prints how long it took from the last answer until
everyone saw the reveal, and what the server needed. It stays on 127.0.0.1 and ends by itself. With --ratio it compares
what an answer costs in a room of 2,000 and in one of 20, and ends with 1 where that is more than 1.3 times as much.
With --servers the people are spread over so many servers on one PostgreSQL server of its own, in a temporary folder; the
host is at the first.

GREENROOM_BIN names the folder of the program (.build/release).
"""
import argparse
import asyncio
import base64
import json
import pathlib
import random
import secrets
import sys
import tempfile
import time

from websockets.asyncio.client import connect

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from postgres import PROGRAMS, Cluster  # noqa: E402
from server import Server  # noqa: E402

LETTERS = {"hit": "h", "partial": "p", "missed": "m", "contradicted": "c", "held": "x", "avoided": "-"}
WORDS = (
    "I would watch the loss on a validation set and stop early, because the model overfits when it memorises noise. "
    "A queue in front of the workers smooths bursts, retries need idempotent requests, and a canary shows regressions. "
    "Precision falls when the threshold goes down, recall rises, so the cost of both errors decides. "
    "We scale out when the latency of the slowest percent grows, and cache what is read more often than it changes."
).split(". ")


class Crowded(Server):
    """A release server with an empty log, where many may come from one address."""

    limits = ("--connections-per-address", "20000", "--rate-factor", "100")
    # Of everybody's handshake.
    headers = {}

    def __init__(self, *options):
        self.folder = tempfile.TemporaryDirectory()
        super().__init__(f"{self.folder.name}/data", "--log-level", "warning", *self.limits, *options)

    @property
    def all(self):
        """The servers over which a crowd is spread."""
        return [self]

    def figures(self):
        """Its memory in MiB and its CPU time in seconds."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        rss = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
        # The clock of clock_getcpuclockid(3), which is finer than /proc's ticks.
        return rss, time.clock_gettime((~self.process.pid << 3) | 2)

    def stop(self):
        super().stop()
        self.folder.cleanup()


class Spread:
    """Several servers of one room, on a PostgreSQL server of their own."""

    def __init__(self, count):
        self.all = []
        self.cluster = Cluster()
        try:
            for _ in range(count):
                self.all.append(Crowded("--store", self.cluster.url))
        except BaseException:
            self.stop()
            raise

    def figures(self):
        """Memory of the largest, CPU time of all."""
        each = [server.figures() for server in self.all]
        return max(rss for rss, _ in each), sum(cpu for _, cpu in each)

    def stop(self):
        for server in self.all:
            server.stop()
        self.cluster.remove()


class Seat:
    """Somebody in the room: what a client keeps, and nothing else."""

    def __init__(self, server, name):
        self.server, self.name = server, name
        self.secret = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        self.interview = self.seat = self.code = None
        self.last = {"all": 0, "own": 0}
        self.answers, self.shown, self.phrases, self.totals, self.rows = {}, {}, {}, None, {}
        self.seats, self.board, self.current, self.ended, self.refused = {}, None, None, False, []
        self.waiting, self.changed, self.losses, self.number = {}, asyncio.Event(), 0, 0
        self.socket = self.reader = self.lost = None

    async def connect(self):
        self.socket = await connect(
            self.server.socket_url, subprotocols=["greenroom.v1"], max_size=None,
            additional_headers=self.server.headers, compression=None, open_timeout=60, ping_interval=None)
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        try:
            async for text in self.socket:
                self.hear(json.loads(text), len(text))
            self.lost = self.socket.close_code
        except Exception as reason:
            self.lost = reason

    async def drop(self):
        self.reader.cancel()
        self.socket.transport.abort()

    async def ask(self, type, **fields):
        self.number += 1
        ref = fields.pop("ref", f"r{self.number}")
        future = asyncio.get_running_loop().create_future()
        self.waiting[ref] = future
        await self.socket.send(json.dumps({"type": type, "ref": ref, **fields}))
        await self.until(future.done, 120)
        return future.result()

    async def about(self, type, **fields):
        return await self.ask(type, interview=self.interview, **fields)

    async def resume(self, seq=None):
        while True:
            seq = min(self.last.values()) if seq is None else seq
            reply = await self.about("resume", token=self.secret, seq=seq)
            assert reply["type"] == "resumed", reply
            if not reply["more"]:
                return
            seq = reply["seq"]

    def take_in(self, message):
        for missed in message["missed"]:
            self.fold(missed)
        if not message["more"]:
            self.last = {"all": message["seq"], "own": message["seq"]}

    def hear(self, message, size):
        Seat.heard_at = time.monotonic()
        if message["type"] == "joined":
            self.interview, self.seat = message["interview"], message["seat"]
            self.take_in(message)
        elif message["type"] == "resumed":
            self.take_in(message)
        else:
            if "before" in message and message["before"] > self.last[message.get("lane", "all")]:
                self.losses += 1
            self.fold(message)
        mine = message.get("by", self.seat) == self.seat
        if message.get("ref") in self.waiting and mine:
            future = self.waiting.pop(message["ref"])
            if not future.done():
                future.set_result(message)
        self.changed.set()

    def fold(self, message):
        lane = message.get("lane", "all")
        if "seq" in message and message["type"] not in ("seats", "opened"):
            if message["seq"] <= self.last[lane]:
                return
            self.last[lane] = message["seq"]
        kind = message["type"]
        if kind == "asked":
            self.current = message["question"]["index"]
        elif kind == "answered":
            self.answers.setdefault(message["question"], []).append(message)
        elif kind == "shown":
            self.shown[message["question"]] = time.monotonic()
        elif kind == "phrases":
            self.phrases[message["question"]] = message
        elif kind == "totals":
            self.totals = message
        elif kind == "seats":
            for seat in message["seats"]:
                self.seats[seat["seat"]] = seat
        elif kind == "board":
            self.board, self.totals = message, message["totals"]
            self.rows = {} if not self.rows or message["question"] != self.rows_of else self.rows
            self.rows_of = message["question"]
            self.rows.update({row["seat"]: row for row in message["rows"]})
        elif kind == "cells":
            self.rows.update({row["seat"]: row for row in message["rows"]})
            self.totals = message["totals"]
        elif kind == "ended":
            self.ended = True
        elif kind == "refused":
            self.refused.append(message)

    rows_of = None
    # When anybody heard something: a crowd in one process may be busy with what the others were told.
    heard_at = 0

    async def until(self, condition, seconds=60):
        started = time.monotonic()
        while not condition():
            self.changed.clear()
            left = max(started, Seat.heard_at) + seconds - time.monotonic()
            assert left > 0, f"{self.name} waited in vain{f', after {self.lost!r}' if self.lost else ''}"
            try:
                await asyncio.wait_for(self.changed.wait(), left)
            except asyncio.TimeoutError:
                pass


def letters(mark):
    return "".join(LETTERS[point["verdict"]] for point in mark["points"])


async def gather(tasks, at_once=400):
    """All of them, some at a time, so that the handshakes are not what is measured."""
    gate = asyncio.Semaphore(at_once)

    async def one(task):
        async with gate:
            return await task
    return await asyncio.gather(*(one(task) for task in tasks))


async def crowd(server, people, questions, dropping=0.1, seed=1, restart=None):
    """Drives a room to its end and returns what was measured.

    `restart`: called once in the middle of a question; the server is another process afterwards.
    """
    chance = random.Random(seed)
    host = Seat(server.all[0], "Host")
    await host.connect()
    host.interview = "crowd" + secrets.token_hex(10)
    opened = await host.ask(
        "open", interview=host.interview, secret=host.secret, topics=[], count=questions, seed="crowd",
        pace="instant", mode="coached", room={"progression": "host", "name": "Host"})
    assert opened["type"] == "opened", opened
    host.seat, host.last = opened["seat"], {"all": 1, "own": 1}
    guests = [Seat(server.all[number % len(server.all)], f"Person {number}") for number in range(people)]
    started = time.monotonic()

    async def come(guest):
        await guest.connect()
        joined = await guest.ask("join", code=opened["code"], secret=guest.secret, name=guest.name)
        assert joined["type"] == "joined", joined
        while joined["more"]:
            await guest.resume(joined["seq"])
            joined = {"more": False}
    await gather(come(guest) for guest in guests)
    joined = time.monotonic() - started
    assert len({guest.seat for guest in guests}) == people
    await host.until(lambda: len(host.seats) == people + 1)
    await host.about("start")
    reveals, clicks, boards, answering, cpu = [], [], [], [], 0
    for question in range(questions):
        for guest in guests:
            await guest.until(lambda: guest.current == question)
        dropped = [guest for guest in guests if chance.random() < dropping]
        texts = {guest: " ".join(chance.sample(WORDS, 3)) + f" {guest.name}" for guest in guests}
        before = server.figures()[1]
        start = time.monotonic()

        async def answer(guest):
            ref = f"answer-{question}"
            if guest in dropped:
                # Sent, and gone before the reply: nobody knows whether it arrived.
                await guest.socket.send(json.dumps(
                    {"type": "answer", "ref": ref, "interview": guest.interview, "question": question,
                     "text": texts[guest]}))
                await guest.drop()
                await guest.connect()
                await guest.resume()
                if guest.answers.get(question):
                    return
            reply = await guest.about("answer", ref=ref, question=question, text=texts[guest])
            assert reply["type"] == "answered", reply
        if restart and question == questions // 2:
            await restart(host, guests, question, texts)
        else:
            await asyncio.gather(*(answer(guest) for guest in guests))
        answered = time.monotonic()
        answering.append(answered - start)
        await host.until(lambda: host.totals and host.totals["question"] == question and host.totals["done"] == people)
        boards.append(time.monotonic() - answered)
        cpu += server.figures()[1] - before
        for guest in guests:
            marks = [message["mark"] for message in guest.answers[question]]
            assert len(marks) == 1 and guest.answers[question][0]["text"] == texts[guest], guest.name
            assert host.rows[guest.seat]["verdicts"] == letters(marks[0]), guest.name
        counts = [sum(host.rows[guest.seat]["verdicts"][place] in "hx" for guest in guests)
                  for place in range(len(host.board["points"]))]
        assert [point["hit"] for point in host.totals["points"]] == counts
        last = time.monotonic()
        await host.about("show", question=question)
        for guest in guests:
            await guest.until(lambda: question in guest.shown and question in guest.phrases)
            assert [point["hit"] for point in guest.phrases[question]["points"]] == counts
        clicks += [guest.shown[question] - last for guest in guests]
        # What is compared here in between takes nobody in a room any time.
        reveals += [boards[-1] + guest.shown[question] - last for guest in guests]
        if question + 1 < questions:
            await host.about("next", question=question)
    await host.about("end")
    for guest in guests:
        await guest.until(lambda: guest.ended)
        assert not guest.refused, guest.refused
    reports = await gather(guest.about("report") for guest in guests)
    assert all(report["report"]["answered"] == questions for report in reports)
    rss = server.figures()[0]
    for seat in [host, *guests]:
        await seat.drop()
    reveals.sort()
    clicks.sort()
    return {
        "people": people, "questions": questions, "joined": joined, "rss": rss,
        "reveal_median": reveals[len(reveals) // 2], "reveal_p99": reveals[int(len(reveals) * 0.99)],
        "click_p99": clicks[int(len(clicks) * 0.99)], "answering": max(answering), "board": max(boards),
        "cpu_per_answer": cpu / (people * questions),
        "losses": sum(seat.losses for seat in [host, *guests]),
    }


def measure(people, questions, dropping, servers=1):
    server = Crowded() if servers == 1 else Spread(servers)
    try:
        found = asyncio.run(crowd(server, people, questions, dropping))
    finally:
        server.stop()
    print(
        f"{people} people{f' at {servers} servers' if servers > 1 else ''}, {questions} questions: all joined in "
        f"{found['joined']:.2f} s; all answers of a question kept in at most {found['answering']:.2f} s; the host's board "
        f"complete at most {found['board'] * 1000:.0f} ms later; everyone's reveal after the last answer, with a host who "
        f"waits for the board: median {found['reveal_median'] * 1000:.0f} ms, p99 {found['reveal_p99'] * 1000:.0f} ms, of "
        f"these after the host's click p99 {found['click_p99'] * 1000:.0f} ms; "
        f"{found['cpu_per_answer'] * 1e6:.0f} µs of the server's CPU an answer; RSS {found['rss']:.0f} MiB; "
        f"{found['losses']} messages lost unseen", flush=True)
    return found


def compare(small, large, most):
    """Whether an answer costs about the same in both rooms. Each is asked so often that some thousand answers count."""
    costs = [measure(people, questions, 0)["cpu_per_answer"] for people, questions in (small, large)]
    ratio = costs[1] / costs[0]
    print(f"an answer in a room of {large[0]} : of {small[0]} = {ratio:.2f}, {'within' if ratio <= most else 'OVER'} {most}")
    return ratio <= most


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--people", type=int, nargs="+", default=[20, 200])
    arguments.add_argument("--questions", type=int, default=10)
    arguments.add_argument("--dropping", type=float, default=0.1, help="share of people who lose the connection")
    arguments.add_argument("--ratio", action="store_true", help="compare the cost of an answer in a big and a small room")
    arguments.add_argument("--servers", type=int, default=1, help="so many of them, on one PostgreSQL server")
    chosen = arguments.parse_args()
    if chosen.servers > 1 and PROGRAMS is None:
        arguments.error("PostgreSQL's programs are not installed")
    if chosen.ratio:
        return 0 if compare((20, 60), (2000, 3), 1.3) else 1
    for people in chosen.people:
        measure(people, chosen.questions, chosen.dropping, chosen.servers)


if __name__ == "__main__":
    sys.exit(main())
