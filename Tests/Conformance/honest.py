"""Candidates who answer at their ease, each a few times a second, and how long each answer took to be acknowledged.
It counts from the moment when the answer was due, so that a server that stalls cannot hide it."""

import json
import multiprocessing
import time
import uuid

from wire import Peer, frame

TEXT = 1
CANDIDATES, PERIOD = 16, 0.3
ADDRESS = "203.0.113."


class Candidate:
    def __init__(self, server, number):
        self.peer = Peer(server, forwarded=f"{ADDRESS}{number}")
        self.interview = self.question = None
        self.open()

    def say(self, type, until, **fields):
        """The reply; a refusal is a failure of the test."""
        ref = str(uuid.uuid4())
        self.peer.send(frame(TEXT, json.dumps({"type": type, "ref": ref, **fields}).encode()))
        while (message := self.peer.message()) is not None:
            heard = json.loads(message[1]) if message[0] == TEXT else {}
            self.interview = heard.get("interview", self.interview)
            assert heard.get("type") != "refused", heard
            if heard.get("type") in until:
                return heard
        raise AssertionError("the server hung up on an honest client")

    def open(self):
        asked = self.say("open", ["asked"], topics=[], count=10, pace="instant")
        self.question, self.attempts = asked["question"]["index"], 0

    def answer(self):
        self.attempts += 1
        self.say("answer", ["answered"], interview=self.interview, question=self.question,
                 text=f"Attempt {self.attempts}: labels come late, so quality is known only afterwards.")

    def go_on(self):
        heard = self.say("next", ["asked", "ended"], interview=self.interview, question=self.question)
        if heard["type"] == "ended":
            self.open()
        else:
            self.question, self.attempts = heard["question"]["index"], 0


def answer_in_turns(server, results, stop):
    candidates = [Candidate(server, number) for number in range(CANDIDATES)]
    due, turn = time.monotonic(), 0
    results.put(None)
    while not stop.is_set():
        candidate = candidates[turn % CANDIDATES]
        turn += 1
        due += PERIOD / CANDIDATES
        time.sleep(max(0, due - time.monotonic()))
        candidate.answer()
        results.put((due, time.monotonic() - due))
        if candidate.attempts == 3:
            begin = time.monotonic()
            candidate.go_on()
            due += time.monotonic() - begin


class Honest:
    """The candidates, in a process of their own."""

    def __init__(self, server):
        self.results, self.stop = multiprocessing.Queue(), multiprocessing.Event()
        self.process = multiprocessing.Process(
            target=answer_in_turns, args=(server, self.results, self.stop), daemon=True)
        self.process.start()
        self.results.get(timeout=30)
        self.latencies = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop.set()
        # What is not taken out of a queue keeps its process.
        while self.process.is_alive():
            self._take()
            self.process.join(0.05)

    def _take(self):
        while not self.results.empty():
            self.latencies.append(self.results.get())

    def p99(self, begin, end):
        """Seconds, of the answers that were due between two moments."""
        self._take()
        assert self.process.is_alive(), "an honest client was turned away"
        latencies = sorted(latency for due, latency in self.latencies if begin <= due < end)
        # Where nothing was acknowledged the one that still waits has waited all the time.
        return latencies[int(len(latencies) * 0.99)] if len(latencies) > 20 else end - begin
