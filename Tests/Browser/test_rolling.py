"""Servers of one database are replaced, one after the other, behind nginx and under candidates who answer."""

import asyncio
import statistics
import time

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from postgres import PROGRAMS, Cluster
from reverse_proxies import NGINX, trusting
from server import Server, free_port
from test_postgresql import Patient, check, everybody

pytestmark = [
    pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed"),
    pytest.mark.skipif(not NGINX.program(), reason="nginx is not installed"),
]
CLIENTS = 20
# Seconds for which nobody has a seat at any server.
BACK = 5


class Visitor(Patient):
    """Knows the proxy alone, and comes back as the page does. Notes for how long it was without its seat."""

    def __init__(self, number):
        super().__init__(number)
        self.lost, self.gaps, self.failures = None, [], 0
        # When it had its seat again.
        self.returns = []

    async def stay(self, url):
        while True:
            await self.run(url)
            # Public/js/connection.js; these have all been there for long enough to begin anew.
            await asyncio.sleep(self.random.uniform(0.5, min(10, 0.5 * 2 ** (self.failures + 1))))
            self.failures += 1

    async def run(self, url):
        try:
            async with connect(url, subprotocols=["greenroom.v1"], max_size=None, ssl=trusting()) as socket:
                await self.converse(socket)
        except (ConnectionClosed, InvalidHandshake, OSError, EOFError, TimeoutError):
            pass  # sent away, or nobody was there
        self.lost = self.lost or time.monotonic()

    async def heard(self, socket, message):
        if self.lost and message["type"] in ("opened", "resumed"):
            self.returns.append(time.monotonic())
            self.gaps.append(self.returns[-1] - self.lost)
            self.lost, self.failures = None, 0
        await super().heard(socket, message)


async def replace(servers, candidates, url):
    """Seconds from each SIGTERM until somebody who was at that server has the seat at the other one."""
    tasks, moves = [asyncio.create_task(candidate.stay(url)) for candidate in candidates], []
    try:
        await everybody(candidates)
        for server in servers:
            moved = sum(len(candidate.gaps) for candidate in candidates)
            told = time.monotonic()
            assert await asyncio.to_thread(server.stop) == 0
            # At the other one.
            await everybody(candidates)
            assert sum(len(candidate.gaps) for candidate in candidates) > moved, "nobody was there"
            moves += [at - told for candidate in candidates for at in candidate.returns if at > told]
            await asyncio.to_thread(server.start)
            await everybody(candidates)
    finally:
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            assert isinstance(outcome, asyncio.CancelledError), outcome
    return moves


def test_nobody_loses_an_answer_when_one_server_after_the_other_is_replaced(tmp_path):
    cluster, port, started = Cluster(), free_port(), []
    try:
        for name in ("one", "two"):
            started.append(Server(
                tmp_path / name, "--store", cluster.url, "--behind-proxy", "--allow-host", f"localhost:{port}",
                "--rate-factor", "1000"))
        started.append(NGINX(tmp_path / "proxy", [server.port for server in started], port))
        candidates = [Visitor(number) for number in range(CLIENTS)]
        *servers, proxy = started
        # The first one once more: nobody is left out.
        moves = asyncio.run(replace([*servers, servers[0]], candidates, proxy.socket_url))
        kept = check(cluster, candidates)
        gaps = [gap for candidate in candidates for gap in candidate.gaps]
        print(f"{kept} answers kept; {len(gaps)} times a seat was taken up again, after {max(gaps):.1f} s at most; "
              f"after SIGTERM everybody had moved within {max(moves):.1f} s, half of them within "
              f"{statistics.median(moves):.1f} s")
        assert max(gaps) < BACK
    finally:
        for one in reversed(started):
            one.stop()
        cluster.remove()
