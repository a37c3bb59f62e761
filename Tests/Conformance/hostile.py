"""Puts the server under everything that attacks.py knows, an honest client beside it, and prints what it withstands.

    swift build -c release --product greenroom && python3 Tests/Conformance/hostile.py [NAME ...]

One line of a Markdown table for each attack: what it did, the 99th percentile of the honest client's waiting for an
acknowledgement alone and beside it, the most memory the server held, and by how much its log grew. Each attack lasts
GREENROOM_ATTACK_SECONDS (5) and gets a server of its own. Stays on 127.0.0.1; a proxy's header gives the attackers
and the honest client addresses of their own, as the limits per address leave this machine out. The attackers run at a
lower priority: they would be on other machines. GREENROOM_BIN names the folder of the program (.build/release)."""

import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from attacks import ATTACKS, give_history, histories
from honest import Honest
from wire import Greenroom, Peer, frame

SECONDS = float(os.environ.get("GREENROOM_ATTACK_SECONDS", 5))
ALONE = 3
MOST_MEMORY, MOST_LOG, FAST_ENOUGH = 300e6, 5e6, 0.020


@dataclass
class Outcome:
    name: str
    count: int
    alone: float
    beside: float
    memory: int
    log: int

    HEAD = "| attack | done | honest p99 alone | beside it | memory | log |\n| --- | --: | --: | --: | --: | --: |"

    def __str__(self):
        return (f"| {self.name} | {self.count:,} | {self.alone * 1000:.1f} ms | {self.beside * 1000:.1f} ms "
                f"| {self.memory / 1e6:.0f} MB | {self.log / 1e6:.1f} MB |")

    def is_harmless_within(self, seconds):
        return (self.beside <= max(2 * self.alone, seconds) and self.memory < MOST_MEMORY
                and self.log < MOST_LOG)


def attack(run, server, until, counts):
    os.nice(15)
    counts.put(run(server, until))


def written(data):
    """The log, and what is said of it on the way."""
    return sum(path.stat().st_size for path in [*data.iterdir(), errors(data)])


def errors(data):
    return data.with_name(data.name + ".log")


def withstand(name, data, seconds=SECONDS):
    """Runs one attack against a server of its own."""
    run, number = ATTACKS[name]
    if run is histories:
        give_history(data)
    server = Greenroom(data, "--behind-proxy", errors=errors(data))
    try:
        with Honest(server) as honest:
            begin = time.monotonic()
            before_alone = written(data)
            time.sleep(ALONE)
            before = written(data)
            counts, start = multiprocessing.Queue(), time.monotonic()
            attackers = [multiprocessing.Process(target=attack, args=(run, server, start + seconds, counts))
                         for _ in range(number)]
            for attacker in attackers:
                attacker.start()
            count = sum(counts.get(timeout=seconds + 60) for _ in attackers)
            for attacker in attackers:
                attacker.join()
            end = time.monotonic()
            alone, beside = honest.p99(begin, start), honest.p99(start, end)
            # What the honest clients write is theirs.
            log = written(data) - before - (before - before_alone) / ALONE * (end - start)
        with Peer(server) as peer:
            peer.send(frame(9, b"alive"))
            while (message := peer.message()) and message[0] != 10:
                pass
            assert message == (10, b"alive")
        return Outcome(name, count, alone, beside, server.most_memory(), max(0, log))
    finally:
        assert server.stop() == 0


def main(names):
    print(Outcome.HEAD, flush=True)
    for name in names or ATTACKS:
        with tempfile.TemporaryDirectory() as folder:
            outcome = withstand(name, Path(folder) / "data")
            print(outcome, "" if outcome.is_harmless_within(FAST_ENOUGH) else "<- too much", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
