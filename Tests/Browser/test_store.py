"""The data folder under a running server: deleted, replaced, copied, and what is no longer in it."""

import asyncio
import hashlib
import json
import shutil
import sqlite3
import subprocess
import time

import pytest

import packed
from server import PROGRAM, ROOT, Client
from test_durability import Candidate, stored_answers
from waiting import wait_for

DATABASE = "greenroom.sqlite"


def wait_until(holds, seconds=20):
    """The time it took."""
    start = time.monotonic()
    wait_for(holds, seconds)
    return time.monotonic() - start


def readiness(server):
    answer = server.get("/readyz")
    return answer.status, answer.read().decode()


def is_ready(server):
    return readiness(server)[0] == 200


def answer(client, interview, text, ref=None):
    return client.ask("answer", interview=interview, question=0, text=text, until=["answered"], ref=ref)


@pytest.mark.parametrize("what", [DATABASE, ""], ids=["file", "folder"])
def test_a_log_that_is_gone_is_noticed_and_taken_up_again_when_it_is_back(start_server, schema, tmp_path, what):
    server = start_server()
    taken, aside = (server.data / what if what else server.data), tmp_path / "aside"
    with Client(server, schema) as client:
        interview = client.open()["interview"]
        client.hear_until("asked")
        assert answer(client, interview, "Before.", "before")["type"] == "answered"

        taken.rename(aside)
        assert wait_until(lambda: not is_ready(server)) < 2.5
        assert "gone" in readiness(server)[1]
        assert any("gone" in line for line in server.log)
        assert answer(client, interview, "Into nothing.", "lost")["code"] == "notKept"
        assert server.get("/healthz").status == 200
        assert not taken.exists()

        aside.rename(taken)
        wait_until(lambda: is_ready(server))
        assert answer(client, interview, "After.", "after")["type"] == "answered"
    assert server.stop() == 0
    assert {ref for _, ref in stored_answers(server.data)} == {"before", "after"}


def test_another_file_in_the_place_of_the_log_is_refused_until_the_server_is_started_anew(
    start_server, schema, tmp_path
):
    server = start_server()
    with Client(server, schema) as client:
        interview = client.open()["interview"]
        client.hear_until("asked")
        copy = tmp_path / "copy"
        with sqlite3.connect(server.data / DATABASE) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        before = copy.read_bytes()
        copy.rename(server.data / DATABASE)
        wait_until(lambda: not is_ready(server))
        assert "replaced" in readiness(server)[1]
        assert answer(client, interview, "Into nothing.")["code"] == "notKept"
        assert (server.data / DATABASE).read_bytes() == before
    server.stop()
    server.start()
    assert is_ready(server)
    assert not stored_answers(server.data)


async def practise_while(server, candidates, work):
    """Lets everybody answer at full speed until the work, on a thread of its own, is done; its result."""
    tasks = [asyncio.create_task(candidate.run(server.socket_url)) for candidate in candidates]
    while sum(len(candidate.acknowledged) for candidate in candidates) < 10 * len(candidates):
        await asyncio.sleep(0.02)
    try:
        return await asyncio.to_thread(work)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def backup(server, file):
    return subprocess.run([PROGRAM, "backup", "--data", server.data, file], capture_output=True, text=True)


@pytest.fixture
def hurry(tmp_path):
    """Starts candidates who together give 600 answers a second for eight seconds; told to stop, what they measured."""
    program = tmp_path / "load"
    source = ROOT / "Tests/Benchmarks/load.c"
    subprocess.run([shutil.which("cc") or "clang", "-std=c11", "-O2", "-o", program, source], check=True)

    def start(server):
        words = [program, "-p", server.port, "-c", 60, "-q", 600, "-w", 0, "-t", 8]
        process = subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline().strip() == "ready"
        return lambda: json.loads(process.communicate(timeout=60)[0])
    return start


def test_a_backup_under_load_is_whole_and_restores(start_server, schema, tmp_path, hurry):
    server = start_server("--rate-factor", "1000")
    with Client(server, schema) as client:
        opened = client.open()
        client.hear_until("asked")
        answer(client, opened["interview"], "Copied.")
    candidates = [Candidate(number) for number in range(50)]
    copies, before = [], []

    def acknowledged():
        return [key for candidate in candidates for key in candidate.acknowledged]

    def work():
        measured = hurry(server)
        for number in range(5):
            before.append(acknowledged())
            copies.append(tmp_path / f"copy-{number}.sqlite")
            made = backup(server, copies[-1])
            assert made.returncode == 0, made.stderr
        return measured()

    load = asyncio.run(practise_while(server, candidates, work))
    print(f"{load['per_s']:.0f} answers/s and more while copying, p99 {load['p99_ms']:.1f} ms")
    assert load["per_s"] > 500 and load["lost"] == load["refused"] == 0
    server.stop()
    for number, (copy, known) in enumerate(zip(copies, before)):
        assert copy.stat().st_mode & 0o777 == 0o600
        folder = tmp_path / f"restored-{number}"
        folder.mkdir()
        shutil.copy(copy, folder / DATABASE)
        stored = stored_answers(folder)
        assert not [key for key in known if key not in stored]
    with Client(start_server(data=folder), schema) as client:
        resumed = client.ask(
            "resume", interview=opened["interview"], token=opened["token"], seq=0, until=["resumed"])
        assert "Copied." in [event.get("text") for event in resumed["missed"]]


def test_a_backup_overwrites_nothing_and_says_where_no_log_is(server, tmp_path):
    there = tmp_path / "there"
    there.write_text("precious")
    refused = backup(server, there)
    assert refused.returncode == 1 and "exists" in refused.stderr
    assert there.read_text() == "precious"
    nowhere = subprocess.run([PROGRAM, "backup", "--data", tmp_path / "none", tmp_path / "x"], capture_output=True)
    assert nowhere.returncode == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there"]


def files_holding(folder, text):
    return [path.name for path in folder.iterdir() if text.encode() in packed.said_in(path)]


def test_a_forgotten_visitor_is_in_no_file(start_server, schema):
    secret = "Visitor" + "0" * 36
    digest = hashlib.sha256(secret.encode()).hexdigest()
    server = start_server()
    with Client(server, schema, additional_headers={"Cookie": f"greenroom_visitor={secret}"}) as client:
        interview = client.open()["interview"]
        client.hear_until("asked")
        assert answer(client, interview, "Supervised learning has labels.")["type"] == "answered"
        assert files_holding(server.data, digest)
        assert client.ask("forget", until=["forgotten"])["type"] == "forgotten"
        assert not files_holding(server.data, digest)
        # The interview stays, and can be gone on with.
        assert answer(client, interview, "It has labels.")["type"] == "answered"
    server.stop()
    assert stored_answers(server.data)


def test_sigterm_under_load_loses_no_acknowledged_answer(start_server):
    server = start_server("--rate-factor", "1000")
    candidates = [Candidate(number) for number in range(50)]
    status = asyncio.run(practise_while(server, candidates, lambda: server.stop()))
    assert status == 0
    stored = stored_answers(server.data)
    lost = [key for candidate in candidates for key in candidate.acknowledged if key not in stored]
    assert not lost and max(stored.values()) == 1
    # What was written is worked in, so that nothing deleted lives on beside the database.
    log = server.data / (DATABASE + "-wal")
    assert not log.exists() or log.stat().st_size == 0
