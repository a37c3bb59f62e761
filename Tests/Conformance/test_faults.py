"""The disk, the clock and the system fail under a server that runs: no acknowledged answer is lost, nobody is told that
something is kept that is not, and it goes on by itself when the fault is over. GREENROOM_FAULTS (50) calls to the disk
fail one after the other, at GREENROOM_FAULTY_STARTS (10) of them the server is started as well."""

import errno
import os
import random
import shutil
import sqlite3
import time

import pytest

from candidate import Candidate, kept
from fault_control import Faults
from wire import Greenroom, Peer

CALLS = int(os.environ.get("GREENROOM_FAULTS", 50))
STARTS = int(os.environ.get("GREENROOM_FAULTY_STARTS", 10))
DATABASE = "greenroom.sqlite"


@pytest.fixture
def faults(tmp_path):
    return Faults(tmp_path)


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def until(holds, seconds=20):
    begin = time.monotonic()
    while not holds():
        assert time.monotonic() < begin + seconds, "it never was so"
        time.sleep(0.01)
    return time.monotonic() - begin


def is_ready(server):
    with Peer(server, open=False) as peer:
        request = f"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
        return peer.ask(request.encode())[0] == 200


@pytest.mark.parametrize("reason", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_any_call_to_the_disk_may_fail_once(faults, data, reason):
    server = faults.server(data)
    candidate, refusals = Candidate(server), 0
    for number in range(CALLS):
        faults.fail(number, reason)
        # The watch over the log asks the disk too, so the fault comes however few calls an answer takes.
        for _ in range(60):
            result = candidate.answer()
            assert result in (True, "notKept", "busy", "notRead"), result
            refusals += result is not True
            if faults["until"] < 0:
                break
        faults.mend()
        # A seat that was refused a moment ago is not refused for ever.
        until(lambda: candidate.answer() is True)
    assert faults["failed"] >= CALLS * 0.9 and refusals > 0
    until(lambda: is_ready(server))
    server.process.kill()
    server.process.wait()
    assert kept(data) >= set(candidate.acknowledged)
    print(f"{faults['failed']} calls failed, {refusals} answers were refused, {len(candidate.acknowledged)} kept")


def test_a_disk_that_is_full_for_a_while(faults, data):
    server = faults.server(data)
    candidate = Candidate(server)
    assert candidate.answer() is True
    faults.fail(0, errno.ENOSPC, lasting=True)
    assert candidate.answer() == "notKept"
    until(lambda: not is_ready(server))
    # What was kept can still be read.
    other = Peer(server)
    assert other.message()
    faults.mend()
    assert until(lambda: is_ready(server)) < 10
    assert candidate.answer() is True
    candidate.leave()
    other.socket.close()
    assert server.stop() == 0
    assert kept(data) == set(candidate.acknowledged)


def test_a_start_with_a_failing_disk_starts_or_says_why(faults, data):
    candidate = Candidate(server := faults.server(data))
    assert candidate.answer() is True
    candidate.leave()
    assert server.stop() == 0
    refused = 0
    for number in range(0, CALLS, max(1, CALLS // STARTS)):
        faults.fail(number)
        try:
            server = faults.server(data)
        except AssertionError:
            refused += 1
            faults.mend()
            continue
        faults.mend()
        until(lambda: is_ready(server))
        assert server.stop() == 0
    assert refused > 0
    assert kept(data) == set(candidate.acknowledged)


def test_a_database_that_somebody_holds(data):
    server = Greenroom(data)
    candidate = Candidate(server)
    somebody = sqlite3.connect(data / DATABASE, isolation_level=None)
    somebody.execute("BEGIN IMMEDIATE")
    assert candidate.answer() == "notKept"
    somebody.execute("ROLLBACK")
    until(lambda: candidate.answer() is True)
    candidate.leave()
    assert server.stop() == 0
    somebody.close()
    assert kept(data) == set(candidate.acknowledged)


def test_corrupted_pages_end_nobody_and_are_not_spread(data, tmp_path):
    server = Greenroom(data)
    candidates = [Candidate(server) for _ in range(5)]
    for candidate in candidates:
        for _ in range(3):
            assert candidate.answer() is True
        candidate.leave()
    assert server.stop() == 0
    sound = (data / DATABASE).read_bytes()
    size = int.from_bytes(sound[16:18], "big")
    pages, chance, outcomes = len(sound) // size, random.Random(9), []
    for page in sorted({0, *chance.sample(range(1, pages), min(15, pages - 1))}):
        folder = tmp_path / f"page {page}"
        folder.mkdir()
        broken = bytearray(sound)
        broken[page * size:(page + 1) * size] = chance.randbytes(size)
        (folder / DATABASE).write_bytes(broken)
        try:
            server = Greenroom(folder)
        except AssertionError:
            outcomes.append("not started")
            continue
        for candidate in candidates:
            candidate.server = server
            candidate.connect()
            resumed = candidate.resume()
            # Whole, or not at all.
            if resumed["type"] == "resumed":
                refs = {event.get("ref") for event in resumed["missed"]}
                assert refs >= {ref for _, ref in candidate.acknowledged}
            outcomes.append(resumed.get("code", "whole"))
            candidate.leave()
        assert server.stop() in (0, 1)
        shutil.rmtree(folder)
    print({outcome: outcomes.count(outcome) for outcome in outcomes})
    assert "whole" in outcomes and len(set(outcomes)) > 1


@pytest.mark.parametrize("seconds", [3600, -3600, 315_576_000, -315_576_000], ids=["+1 h", "-1 h", "+10 y", "-10 y"])
def test_a_clock_that_jumps(faults, data, seconds):
    server = faults.server(data)
    candidate = Candidate(server)
    asked = candidate.ask("open", "asked", topics=[], count=3, pace="instant",
                          limit={"per": "interview", "seconds": 600})
    assert asked["type"] == "asked", asked
    candidate.interview = asked["interview"]
    for wall in (0, seconds, 0, seconds):
        faults["wall"] = wall
        # Nobody is cut off and nobody's time is up.
        for _ in range(3):
            assert candidate.answer() is True
    candidate.leave()
    assert server.stop() == 0
    assert kept(data) == set(candidate.acknowledged)
    with sqlite3.connect(data / DATABASE) as database:
        times = [at for at, in database.execute(
            "SELECT at FROM event WHERE interview = ? ORDER BY seq", [candidate.interview])]
    assert len(times) > 12
    assert times == sorted(times) and times[-1] - times[0] < 120_000


def test_descriptors_that_run_out(data):
    server = Greenroom(data, under=["prlimit", "--nofile=200:200"])
    candidate = Candidate(server)
    crowd, refused = [], 0
    for _ in range(220):
        peer = Peer(server, open=False)
        status, _ = peer.ask(peer.handshake())
        refused += status != 101
        crowd.append(peer)
    assert refused > 50
    for _ in range(20):
        assert candidate.answer() is True
    for peer in crowd:
        peer.socket.close()

    def is_let_in():
        with Peer(server, open=False) as peer:
            return peer.ask(peer.handshake())[0] == 101
    until(is_let_in)
    candidate.leave()
    assert server.stop() == 0
    assert kept(data) == set(candidate.acknowledged)
