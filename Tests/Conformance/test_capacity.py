"""Ten thousand who only listen, five hundred who answer once a second beside them, and peers that are gone without a
word. For GREENROOM_CAPACITY_SECONDS (30): pings go out after 20 seconds."""

import json
import os
import resource
import selectors
import subprocess
import threading
import time

import pytest

from wire import COMPILER, ROOT, Greenroom, Peer

SECONDS = int(os.environ.get("GREENROOM_CAPACITY_SECONDS", 30))
IDLE, ACTIVE, DEAD = 10_000, 500, 100
BENCHMARKS = ROOT / "Tests/Benchmarks"


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    program = tmp_path_factory.mktemp("load") / "load"
    subprocess.run([COMPILER, "-std=c11", "-O2", "-o", program, BENCHMARKS / "load.c"], check=True)
    return program


@pytest.mark.skipif(resource.getrlimit(resource.RLIMIT_NOFILE)[1] < IDLE + ACTIVE + DEAD + 200, reason="descriptors")
def test_ten_thousand_idle_connections_and_a_hundred_dead_ones_slow_nobody_down(load, tmp_path):
    server = Greenroom(tmp_path)
    try:
        gone = threading.Thread(target=watch, args=([Peer(server) for _ in range(DEAD)], lasted := []))
        gone.start()
        command = [load, "-p", server.port, "-i", IDLE, "-c", ACTIVE, "-q", ACTIVE, "-t", SECONDS, "-w", 2]
        said = subprocess.run(
            [str(word) for word in command], stdout=subprocess.PIPE, check=True, timeout=SECONDS + 60).stdout
        result = json.loads(said.splitlines()[-1])
        memory, own = server.most_memory() / 1e6, server.own_memory() / 1e6
        gone.join()
        print(f"{IDLE:,} idle, {ACTIVE} active for {SECONDS} s: p99 {result['p99_ms']:.1f} ms, {own:.0f} MB of its own, {memory:.0f} MB resident; dead "
              f"peers gone after {min(lasted):.1f} to {max(lasted):.1f} s")
        assert result["refused"] == result["lost"] == 0
        assert result["p99_ms"] <= 100
        # The rest are pages of the program and its libraries, of which more or fewer are in memory on each machine.
        assert own <= 85
        assert len(lasted) == DEAD and max(lasted) <= 35
    finally:
        assert server.stop() == 0


def watch(peers, lasted):
    """How long the server keeps connections that answer no ping."""
    begin, selector = time.monotonic(), selectors.DefaultSelector()
    for peer in peers:
        selector.register(peer.socket, selectors.EVENT_READ, peer)
    while selector.get_map() and time.monotonic() < begin + 60:
        for key, _ in selector.select(1):
            if not key.data.receive():
                lasted.append(time.monotonic() - begin)
                selector.unregister(key.fileobj)
