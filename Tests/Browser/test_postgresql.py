"""Transcripts on a PostgreSQL server, which may go away at any moment."""

import asyncio
import json
import os
import random
import statistics
import subprocess
import time
from collections import Counter

import pytest

from postgres import PROGRAMS, Cluster
from rooms import Guest
from server import PROGRAM, Client
from test_durability import CLIENTS, Candidate, acknowledged
from test_serve import run
from waiting import wait_for

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed")
ROUNDS = int(os.environ.get("GREENROOM_KILLS", "20"))


@pytest.fixture
def cluster():
    cluster = Cluster()
    yield cluster
    cluster.remove()


def readiness(server):
    return server.get("/readyz").status


def command(*arguments):
    return subprocess.run([str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, check=False)


def stored_answers(cluster):
    """By interview and request, and that nothing is missing before anything."""
    rows = cluster.ask("SELECT interview, seq, kind, payload::json ->> 'ref' FROM event ORDER BY interview, seq")
    answers, expected = Counter(), {}
    for interview, seq, kind, ref in rows:
        assert int(seq) == expected.get(interview, 1), "a gap"
        expected[interview] = int(seq) + 1
        if kind == "answered":
            answers[interview, ref] += 1
    return answers


def test_what_was_practised_is_kept_there(cluster, start_server, tmp_path):
    server = start_server("--store", cluster.url)
    assert any("PostgreSQL" in line for line in server.lines)
    with Client(server) as candidate:
        interview = candidate.open()["interview"]
        done = candidate.ask("answer", interview=interview, question=0, text="An average of models.", until=["answered"])
        assert done["type"] == "answered"
    assert not (server.data / "greenroom.sqlite").exists()
    assert sum(stored_answers(cluster).values()) == 1
    listed = command("transcript", "list", "--store", cluster.url)
    assert listed.returncode == 0 and interview in listed.stdout
    exported = command("transcript", "export", interview[-8:], "--store", cluster.url, "--out", tmp_path / "one.md")
    assert exported.returncode == 0, exported.stderr
    deleted = command("transcript", "delete", interview, "--yes", "--store", cluster.url)
    assert deleted.returncode == 0, deleted.stderr
    assert stored_answers(cluster) == {} and cluster.ask("SELECT * FROM library_attempt") == []


def test_what_cannot_be_reached_may_be_tried_again_and_what_is_wrong_may_not(cluster, tmp_path):
    def start(url):
        return run("--port", "0", "--data", tmp_path / "data", "--store", url)

    status, said = start("postgresql://ann:secret@localhost/greenroom")
    assert status == 64 and "PGPASSWORD" in said
    status, said = start("mysql://localhost/greenroom")
    assert status == 64 and "postgresql://" in said
    status, said = start(f"postgresql:///nowhere?host={cluster.folder}&user=greenroom")
    assert status == 75 and "nowhere" in said
    cluster.ask("ALTER SYSTEM SET synchronous_commit = off")
    cluster.ask("SELECT pg_reload_conf()")
    wait_for(lambda: cluster.ask("SHOW synchronous_commit") == [["off"]])
    status, said = start(cluster.url)
    assert status == 78 and "synchronous_commit" in said
    cluster.kill()
    status, said = start(cluster.url)
    assert status == 75


class Patient(Candidate):
    """Sends again what could not be kept, under its name, as the client does."""

    async def heard(self, socket, message):
        if message["type"] == "refused" and message["code"] in ("notKept", "busy"):
            await asyncio.sleep(0.1)
            if self.unacknowledged and message.get("ref") == self.unacknowledged["ref"]:
                await socket.send(json.dumps(self.unacknowledged))
            elif self.seat:
                await self.send(socket, type="resume", **self.seat)
            else:
                await self.open(socket)
            return
        await super().heard(socket, message)

    async def stay(self, urls):
        """Comes back, to any of them, for as long as it is let."""
        while True:
            await self.run(self.random.choice(urls))
            await asyncio.sleep(0.05)


async def go_on(candidates, servers, trouble):
    urls = [server.socket_url for server in servers]
    tasks = [asyncio.create_task(candidate.stay(urls)) for candidate in candidates]
    before = acknowledged(candidates)
    try:
        # However slow the machine: an answer for each of them, so that there is something to lose.
        async with asyncio.timeout(60):
            while acknowledged(candidates) <= before + CLIENTS:
                await asyncio.sleep(0.01)
        await trouble()
    finally:
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            assert isinstance(outcome, asyncio.CancelledError), outcome


async def everybody(candidates):
    """Until each has had an answer acknowledged from now on; how many seconds that took."""
    before, began = [len(candidate.acknowledged) for candidate in candidates], time.monotonic()
    async with asyncio.timeout(60):
        while any(len(candidate.acknowledged) <= count for candidate, count in zip(candidates, before)):
            await asyncio.sleep(0.01)
    return time.monotonic() - began


def check(cluster, candidates):
    stored = stored_answers(cluster)
    assert max(stored.values()) == 1, "kept twice"
    lost = [key for candidate in candidates for key in candidate.acknowledged if key not in stored]
    assert not lost, f"lost: {lost[:3]}"
    return sum(stored.values())


def test_nothing_acknowledged_is_lost_when_the_database_ends_at_any_moment(cluster, start_server):
    server = start_server("--store", cluster.url, "--rate-factor", "1000")
    candidates = [Patient(number) for number in range(CLIENTS)]
    chance, longest, back = random.Random(14), [], []

    async def trouble():
        for _ in range(ROUNDS):
            await asyncio.sleep(chance.uniform(0.1, 0.8))
            await asyncio.to_thread(cluster.kill)
            started, before = time.monotonic(), acknowledged(candidates)
            await asyncio.to_thread(cluster.start)
            async with asyncio.timeout(30):
                while acknowledged(candidates) == before:
                    await asyncio.sleep(0.01)
            longest.append(time.monotonic() - started)
        back.append(time.monotonic() - started + await everybody(candidates))

    asyncio.run(go_on(candidates, [server], trouble))
    wait_for(lambda: readiness(server) == 200)
    kept = check(cluster, candidates)
    print(f"{acknowledged(candidates)} acknowledged, {kept} kept; somebody back after "
          f"{max(longest):.1f} s at most, everybody {back[0]:.1f} s after the last start")
    # However slow the machine is at one moment or another.
    assert statistics.median(longest) < 5


def test_whoever_asks_while_the_database_is_away_is_told_and_it_comes_back_by_itself(cluster, start_server):
    server = start_server("--store", cluster.url)
    with Client(server) as candidate:
        interview = candidate.open()["interview"]
        cluster.kill()
        wait_for(lambda: readiness(server) == 503, 10)
        said = candidate.ask("answer", interview=interview, question=0, text="An average.", ref="a1", until=["answered"])
        assert said["type"] == "refused" and said["code"] == "notKept", said
        cluster.start()
        wait_for(lambda: readiness(server) == 200, 10)
        done = candidate.ask("answer", interview=interview, question=0, text="An average.", ref="a1", until=["answered"])
        assert done["type"] == "answered" and sum(stored_answers(cluster).values()) == 1


def test_two_servers_show_each_others_rooms(cluster, start_server, tmp_path):
    one, other = (start_server("--store", cluster.url, data=tmp_path / name) for name in ("one", "other"))
    with Guest(one) as host, Guest(other) as ann, Guest(one) as ben:
        code = host.host(count=2)["code"]
        assert ann.join(code, "Ann")["type"] == "joined"
        assert ben.join(code, "Ben")["type"] == "joined"
        assert host.do("start", "asked")["type"] == "asked"
        ann.hear_one("asked")
        # By the notification, not by the question that is asked once a second: whoever waits for that waits a whole one
        # from the second word on.
        waits = []
        for word in ("one", "two", "three", "four"):
            began = time.monotonic()
            assert host.do("say", "said", text=word)["type"] == "said"
            while ann.hear_one("said")["text"] != word:
                pass
            waits.append(time.monotonic() - began)
        assert min(waits[1:]) < 0.5, waits
        for candidate in (ann, ben):
            assert candidate.answer(0, "An average of many models.")["type"] == "answered"
        host.do("show", "shown", question=0)
        for everybody in (host, ann, ben):
            phrases = everybody.hear_one("phrases")
            assert phrases["question"] == 0
        # The host goes on from the other side.
        with Guest(other) as again:
            again.secret, again.interview = host.secret, host.interview
            resumed = again.ask("resume", interview=host.interview, token=host.secret, seq=0, until=["resumed"])
            assert resumed["type"] == "resumed"
            assert again.do("next", "asked", question=0)["type"] == "asked"
            for everybody in (host, ann, ben):
                while everybody.hear_one("asked")["question"]["index"] != 1:
                    pass


def test_what_one_server_deletes_is_gone_on_the_other(cluster, start_server, tmp_path):
    one, other = (start_server("--store", cluster.url, data=tmp_path / name) for name in ("one", "other"))
    with Client(one) as here, Client(other) as there:
        opened = here.open()
        fields = {"interview": opened["interview"], "token": opened["token"], "seq": 0}
        assert there.ask("resume", until=["resumed"], **fields)["type"] == "resumed"
        deleted = command("transcript", "delete", opened["interview"], "--yes", "--store", cluster.url)
        assert deleted.returncode == 0, deleted.stderr

        def is_gone(client):
            said = client.ask("hint", interview=opened["interview"], question=0, until=["hint", "hinted"])
            return said["type"] == "refused" and said["code"] in ("notSeated", "noSuchSeat")

        wait_for(lambda: is_gone(here) and is_gone(there), 10)


def test_nothing_acknowledged_is_lost_when_servers_and_database_end_at_any_moment(cluster, start_server, tmp_path):
    servers = [start_server("--store", cluster.url, "--rate-factor", "1000", data=tmp_path / name)
               for name in ("one", "other")]
    candidates = [Patient(number) for number in range(CLIENTS)]
    chance, back = random.Random(15), []

    async def trouble():
        for _ in range(ROUNDS):
            await asyncio.sleep(chance.uniform(0.1, 0.8))
            victim = chance.choice([*servers, cluster])
            await asyncio.to_thread(victim.kill)
            await asyncio.sleep(chance.uniform(0, 0.3))
            started, before = time.monotonic(), acknowledged(candidates)
            await asyncio.to_thread(victim.start)
            async with asyncio.timeout(30):
                while acknowledged(candidates) == before:
                    await asyncio.sleep(0.01)
        back.append(time.monotonic() - started + await everybody(candidates))

    asyncio.run(go_on(candidates, servers, trouble))
    print(f"{acknowledged(candidates)} acknowledged, {check(cluster, candidates)} kept; everybody back {back[0]:.1f} s "
          "after the last start")


def heard_for(seconds, guest):
    """What is told to somebody in that time, by its kinds."""
    end, kinds = time.monotonic() + seconds, []
    while (rest := end - time.monotonic()) > 0:
        try:
            kinds.append(guest.hear(timeout=rest)["type"])
        except TimeoutError:
            break
    return kinds


def test_a_room_waits_for_those_who_are_at_another_server(cluster, start_server, tmp_path):
    one, other = (start_server("--store", cluster.url, data=tmp_path / name) for name in ("one", "other"))
    with Guest(one) as host, Guest(one) as ann, Guest(other) as ben:
        code = host.host(count=2, advances=True)["code"]
        for guest, name in ((ann, "Ann"), (ben, "Ben")):
            assert guest.join(code, name)["type"] == "joined"
        host.do("start", "asked")
        for guest in (ann, ben):
            guest.hear_one("asked")
        # Whoever is not heard of for a while is forgotten: somebody who came later than Ben has been by now.
        with Guest(other) as dan:
            assert dan.join(code, "Dan")["type"] == "joined"
        while dan.seat not in host.hear_one("here")["gone"]:
            pass
        assert ann.answer(0, "An average of many models.")["type"] == "answered"
        assert "closed" not in heard_for(1.5, ann)
        assert ben.answer(0, "An average of many models.")["type"] == "answered"
        for everybody in (host, ann, ben):
            everybody.hear_one("closed")


def test_what_is_older_than_it_is_kept_goes_from_there_too(cluster, start_server):
    server = start_server("--store", cluster.url)
    with Client(server) as candidate:
        old, recent = (candidate.open()["interview"] for _ in range(2))
        for interview in (old, recent):
            said = candidate.ask("answer", interview=interview, question=0, text="An average.", until=["answered"])
            assert said["type"] == "answered"
    server.stop()
    # What was not in the library yet is taken in at the start.
    server = start_server("--store", cluster.url)
    wait_for(lambda: cluster.ask("SELECT count(*) FROM library_attempt") == [["2"]])
    server.stop()
    cluster.ask(f"UPDATE event SET at = at - 3 * 86400000 WHERE interview = '{old}'")
    start_server("--store", cluster.url, "--keep", "1d")
    wait_for(lambda: cluster.ask("SELECT id FROM interview") == [[recent]])
    assert cluster.ask("SELECT interview FROM library_transcript") == [[recent]]
    assert cluster.ask(f"SELECT count(*) FROM event WHERE interview = '{old}'") == [["0"]]
