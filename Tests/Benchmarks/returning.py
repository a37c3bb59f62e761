#!/usr/bin/env python3
"""Ten thousand candidates whose server is ended at once and started again: how long until all have their seats.

    swift build -c release --product greenroom && .build/venv/bin/python Tests/Benchmarks/returning.py

Everybody opens an interview and answers once. Then the server gets SIGKILL and is started again on the same log, and
everybody comes back as the page does, with the same pauses between attempts, and takes the seat again. Generator and
server share the processors. It stays on 127.0.0.1 and ends by itself. SQLite, or with --store postgresql a cluster of
its own in a temporary folder.

GREENROOM_BIN names the folder of the program (.build/release).
"""
import argparse
import base64
import json
import multiprocessing
import os
import pathlib
import random
import resource
import secrets
import select
import socket
import struct
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from postgres import Cluster  # noqa: E402
from server import Server  # noqa: E402

# As in Public/js/connection.js: anywhere between 0.5 s and a limit that doubles, up to 10 s.
FIRST, LONGEST = 0.5, 10
ANSWER = ("I would watch the loss on a validation set and stop early, because the model overfits when it memorises "
          "noise; then I'd look at how much data there is and whether the labels are right.")
PATIENCE = 120


def frame(message):
    payload = json.dumps(message).encode()
    length = struct.pack("!BB", 0x81, 0x80 | len(payload)) if len(payload) < 126 else (
        struct.pack("!BBH", 0x81, 0xFE, len(payload)))
    # With a mask of zeros a payload stands as it is.
    return length + b"\0\0\0\0" + payload


class Candidate:
    """One who knows what a page keeps: the interview, its secret, and how far it has come."""

    def __init__(self, number, port):
        self.number, self.port = number, port
        self.interview = "back" + secrets.token_hex(10)
        self.secret = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        self.seq, self.attempts, self.socket, self.is_done = 0, 0, None, False
        self.due = self.back = None

    def connect(self, poll):
        self.close(poll)
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.connect_ex(("127.0.0.1", self.port))
        self.bytes, self.is_open, self.due = b"", False, None
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self.out = (f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Protocol: greenroom.v1\r\n\r\n").encode()
        poll.register(self.socket, select.EPOLLOUT | select.EPOLLIN)

    def close(self, poll):
        if self.socket:
            poll.unregister(self.socket)
            self.socket.close()
            self.socket = None

    def pause(self):
        """Until the next attempt, in seconds."""
        self.attempts += 1
        return FIRST + random.random() * (min(LONGEST, FIRST * 2 ** self.attempts) - FIRST)

    def ready(self, poll, events, hear):
        """`False` where the connection is lost."""
        try:
            if events & select.EPOLLOUT and self.out:
                self.out = self.out[self.socket.send(self.out):]
                if not self.out:
                    poll.modify(self.socket, select.EPOLLIN)
            if events & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR):
                got = self.socket.recv(1 << 16)
                if not got:
                    return False
                self.bytes += got
                self.read(poll, hear)
        except OSError:
            return False
        return True

    def read(self, poll, hear):
        if not self.is_open:
            head, end, rest = self.bytes.partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                raise OSError(head)
            self.is_open, self.bytes = True, rest
        while len(self.bytes) >= 2:
            kind, size, start = self.bytes[0] & 15, self.bytes[1] & 127, 2
            if size == 126:
                size, start = int.from_bytes(self.bytes[2:4], "big"), 4
            elif size == 127:
                size, start = int.from_bytes(self.bytes[2:10], "big"), 10
            if len(self.bytes) < start + size:
                return
            payload, self.bytes = self.bytes[start:start + size], self.bytes[start + size:]
            if kind == 8:
                raise OSError("closed")
            if kind == 1:
                hear(self, json.loads(payload), poll)

    def say(self, poll, **message):
        self.out += frame({"ref": message["type"], "interview": self.interview, **message})
        poll.modify(self.socket, select.EPOLLOUT | select.EPOLLIN)


def practise(one, message, poll):
    """Opens an interview and answers once."""
    kind = message["type"]
    one.seq = max(one.seq, message.get("seq", 0))
    if kind == "welcome":
        one.say(poll, type="open", secret=one.secret, topics=[], count=3, seed=str(one.number), pace="instant",
                mode="coached")
    elif kind == "asked" and message["question"]["index"] == 0:
        one.say(poll, type="answer", question=0, text=ANSWER)
    elif kind == "answered":
        one.is_done = True
    elif kind == "refused":
        raise AssertionError(message)


def take_seat(one, message, poll):
    if message["type"] == "welcome":
        one.say(poll, type="resume", token=one.secret, seq=one.seq)
    elif message["type"] == "resumed":
        one.is_done, one.back = True, time.monotonic()
    elif message["type"] == "refused":
        if message["code"] not in ("busy", "notRead"):
            raise AssertionError(message)
        raise OSError(message["code"])


def run(candidates, hear, at_once, deadline):
    """Until all are done. `at_once`: how many connect at a time at first; lost ones pause and come again."""
    poll = select.epoll()
    by_file, waiting = {}, list(candidates)
    for one in candidates:
        one.is_done = False
    open_count, undone = 0, len(candidates)
    pauses = []
    while undone:
        assert time.monotonic() < deadline, f"{undone} are not back in time"
        now = time.monotonic()
        due = [one for one in pauses if one.due <= now]
        pauses = [one for one in pauses if one.due > now]
        while waiting and open_count < at_once:
            due.append(waiting.pop())
            open_count += 1
        for one in due:
            one.connect(poll)
            by_file[one.socket.fileno()] = one
        for file, events in poll.poll(0.01, 512):
            one = by_file[file]
            before = one.is_done
            if not one.ready(poll, events, hear):
                if one.is_done:
                    continue
                by_file.pop(file)
                one.close(poll)
                one.due = time.monotonic() + one.pause()
                pauses.append(one)
            elif one.is_done and not before:
                undone -= 1
                open_count -= 1
    return poll


def crowd(port, numbers, pipe):
    """One process of the generator: practises, hears that the server is gone, and comes back."""
    candidates = [Candidate(number, port) for number in numbers]
    poll = run(candidates, practise, 200, time.monotonic() + 600)
    pipe.send("answered")
    pipe.recv()
    for one in candidates:
        one.close(poll)
        # Everybody has noticed by now, and pauses before the first attempt.
        one.attempts = 0
    pipe.send("noticed")
    poll.close()
    run(candidates, take_seat, len(candidates), time.monotonic() + PATIENCE)
    pipe.send(([one.back for one in candidates], sum(one.attempts for one in candidates)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--people", type=int, default=10_000)
    arguments.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    chosen = arguments.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if chosen.people + 200 > most:
        arguments.error(f"a process may have {most} files open at most")
    cluster = Cluster() if chosen.store == "postgresql" else None
    folder = tempfile.TemporaryDirectory()
    options = ["--log-level", "warning", "--connections-per-address", "20000", "--rate-factor", "100000"]
    server = Server(f"{folder.name}/data", *options, *(["--store", cluster.url] if cluster else []))
    processes = []
    try:
        for part in range(2):
            near, far = multiprocessing.Pipe()
            process = multiprocessing.Process(target=crowd, args=(server.port, range(part, chosen.people, 2), far))
            process.start()
            processes.append((process, near))
        began = time.monotonic()
        for _, pipe in processes:
            assert pipe.recv() == "answered"
        print(f"{chosen.people:,} interviews, an answer each, in {time.monotonic() - began:.1f} s", flush=True)
        server.kill()
        for _, pipe in processes:
            pipe.send("gone")
        for _, pipe in processes:
            assert pipe.recv() == "noticed"
        began = time.monotonic()
        server.start()
        ready = time.monotonic()
        times, attempts = [], 0
        for _, pipe in processes:
            back, tried = pipe.recv()
            times += back
            attempts += tried
        times.sort()
        cpu = time.clock_gettime((~server.process.pid << 3) | 2)
        print(f"started in {ready - began:.2f} s; half of all back {times[len(times) // 2] - ready:.1f} s after it, 99 % "
              f"{times[int(len(times) * .99)] - ready:.1f} s, the last {times[-1] - ready:.1f} s; {attempts:,} attempts "
              f"in vain; {cpu:.1f} s of the server's CPU", flush=True)
        return 0 if times[-1] - ready <= 30 else 1
    finally:
        for process, _ in processes:
            process.kill()
            process.join()
        server.stop()
        folder.cleanup()
        if cluster:
            cluster.remove()


if __name__ == "__main__":
    sys.exit(main())
