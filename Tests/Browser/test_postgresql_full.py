"""The disk of a PostgreSQL server is full for a while: candidates are told, and nothing acknowledged is lost. No file
system is needed for it: files that grow are refused room, see full_disk.c."""

import asyncio
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from postgres import PROGRAMS, Cluster
from test_durability import CLIENTS
from test_postgresql import Patient, check, go_on, readiness
from waiting import wait_for

pytestmark = [
    pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed"),
    pytest.mark.skipif(not shutil.which("cc"), reason="no compiler for C is installed"),
]
# Seconds until the server serves again by itself.
BACK = 10


class SmallCluster(Cluster):
    """Its disk is full when somebody says so: all of it, or where the write-ahead log is."""

    def __init__(self):
        # Where the user postgres may look, whose processes these are.
        self.tools = Path(tempfile.mkdtemp(prefix="greenroom-", dir="/tmp"))
        self.tools.chmod(0o755)
        library, self.full = self.tools / "full_disk.so", self.tools / "full"
        source = Path(__file__).with_name("full_disk.c")
        subprocess.run(["cc", "-std=gnu11", "-shared", "-fPIC", "-O2", "-o", library, source], check=True)
        # Segments of 1 MiB: the next one is needed soon.
        super().__init__(init=["--wal-segsize=1"], environment={
            "LD_PRELOAD": str(library), "FULL_DISK": str(self.full)})

    def fill(self, part=""):
        draft = self.full.with_suffix(".draft")
        draft.write_text(str(self.folder / "data" / part))
        draft.rename(self.full)

    def free(self):
        self.full.unlink()

    def is_up(self):
        return (self.folder / "data/postmaster.pid").exists()

    def remove(self):
        super().remove()
        shutil.rmtree(self.tools)


@pytest.fixture
def cluster():
    cluster = SmallCluster()
    yield cluster
    cluster.remove()


class Told(Patient):
    """Counts how often it was told that its answer is not saved yet."""

    def __init__(self, number):
        super().__init__(number)
        self.told = 0

    async def heard(self, socket, message):
        if message["type"] == "refused":
            self.told += message["code"] == "notKept"
            # Whoever comes back while nothing can be read tries again as well.
            message = {**message, "code": message["code"].replace("notRead", "busy")}
        await super().heard(socket, message)


async def until(holds, seconds=60):
    async with asyncio.timeout(seconds):
        while not await asyncio.to_thread(holds):
            await asyncio.sleep(0.02)


async def go_on_by_itself(candidates, server):
    """Until there is an answer acknowledged of each; how long that took."""
    began, before = time.monotonic(), [len(candidate.acknowledged) for candidate in candidates]
    await until(lambda: all(len(one.acknowledged) > count for one, count in zip(candidates, before)))
    await until(lambda: readiness(server) == 200)
    return time.monotonic() - began


def test_a_disk_that_is_full_for_a_while(cluster, start_server):
    server = start_server("--store", cluster.url, "--rate-factor", "1000")
    candidates, said, took = [Told(number) for number in range(CLIENTS)], set(), []

    def is_told():
        with server.get("/readyz") as answer:
            said.add((answer.status, answer.read().decode().strip()))
        return all(candidate.told > 20 for candidate in candidates)

    async def trouble():
        cluster.fill()
        await until(lambda: readiness(server) == 503)
        await until(is_told)
        cluster.free()
        took.append(await go_on_by_itself(candidates, server))

    asyncio.run(go_on(candidates, [server], trouble))
    kept = check(cluster, candidates)
    print(f"{sum(one.told for one in candidates)} times told, {kept} kept; back after {took[0]:.1f} s")
    # Not ready all along: what needs no room can be written, and what people say cannot.
    assert said == {(503, "no space is left for the log")}
    assert took[0] < BACK
    # It was the disk.
    assert "No space left on device" in (cluster.folder / "log").read_text()


def test_no_room_for_the_write_ahead_log(cluster, start_server):
    """PostgreSQL ends itself then, and does not come back before there is room: whoever operates it starts it again."""
    server = start_server("--store", cluster.url, "--rate-factor", "1000")
    candidates, took = [Told(number) for number in range(CLIENTS)], []

    async def trouble():
        cluster.fill("pg_wal")
        await until(lambda: not cluster.is_up())
        await until(lambda: any(candidate.told for candidate in candidates))
        assert readiness(server) == 503
        cluster.free()
        await asyncio.to_thread(cluster.start)
        took.append(await go_on_by_itself(candidates, server))

    asyncio.run(go_on(candidates, [server], trouble))
    kept = check(cluster, candidates)
    print(f"{sum(one.told for one in candidates)} times told, {kept} kept; back after {took[0]:.1f} s")
    assert took[0] < BACK
