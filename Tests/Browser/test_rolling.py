"""Servers of one database are replaced, one after the other, behind nginx and under candidates who answer."""

import asyncio
import time

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from postgres import PROGRAMS, Cluster
from reverse_proxies import NGINX, trusting
from server import Server, free_port
from test_postgresql import Patient, check

pytestmark = [
    pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed"),
    pytest.mark.skipif(not NGINX.program(), reason="nginx is not installed"),
]
CLIENTS = 20
# Seconds for which nobody has a seat at any server.
BACK = 5


class Visitor(Patient):
    """Knows the proxy alone. Notes for how long it was without its seat."""

    def __init__(self, number):
        super().__init__(number)
        self.lost, self.gaps = None, []

    async def run(self, url):
        try:
            async with connect(url, subprotocols=["greenroom.v1"], max_size=None, ssl=trusting()) as socket:
                await self.converse(socket)
        except (ConnectionClosed, InvalidHandshake, OSError, EOFError, TimeoutError):
            pass  # sent away, or nobody was there
        self.lost = self.lost or time.monotonic()

    async def heard(self, socket, message):
        if self.lost and message["type"] in ("opened", "resumed"):
            self.gaps.append(time.monotonic() - self.lost)
            self.lost = None
        await super().heard(socket, message)


async def everybody(candidates):
    """Until each has had an answer acknowledged from now on."""
    before = [len(candidate.acknowledged) for candidate in candidates]
    async with asyncio.timeout(60):
        while any(len(candidate.acknowledged) <= count for candidate, count in zip(candidates, before)):
            await asyncio.sleep(0.01)


async def replace(servers, candidates, url):
    tasks = [asyncio.create_task(candidate.stay([url])) for candidate in candidates]
    try:
        await everybody(candidates)
        for server in servers:
            moved = sum(len(candidate.gaps) for candidate in candidates)
            assert await asyncio.to_thread(server.stop) == 0
            # At the other one.
            await everybody(candidates)
            assert sum(len(candidate.gaps) for candidate in candidates) > moved, "nobody was there"
            await asyncio.to_thread(server.start)
            await everybody(candidates)
    finally:
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            assert isinstance(outcome, asyncio.CancelledError), outcome


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
        asyncio.run(replace([*servers, servers[0]], candidates, proxy.socket_url))
        kept = check(cluster, candidates)
        gaps = [gap for candidate in candidates for gap in candidate.gaps]
        print(f"{kept} answers kept; {len(gaps)} times a seat was taken up again, after {max(gaps):.1f} s at most")
        assert max(gaps) < BACK
    finally:
        for one in reversed(started):
            one.stop()
        cluster.remove()
