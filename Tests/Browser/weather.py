"""What a bad line does with the messages that it carries."""

import random
from typing import NamedTuple

UP, DOWN = "up", "down"  # towards the server, towards the browser


class Doom(NamedTuple):
    """How a connection ends: at which message of which direction, and what becomes of that message."""

    kind: str
    direction: str
    at: int
    share: float = 0.5  # of the message, where a part of it still arrives
    pause: float = 0.03  # seconds from the loss until the connection is cut
    after: int = 1  # how many messages of later connections overtake one that is late
    is_abrupt: bool = False  # reset instead of closed
    is_told: bool = True  # whether the server hears of the cut, or keeps talking to nobody


class Weather:
    """What the line does, made of a seed alone: the first connections are doomed, the others only stutter."""

    def __init__(self, seed, dooms=None, stutters=0.15):
        chance = random.Random(f"{seed}")
        self.seed, self.stutters = seed, stutters
        self.dooms = dooms or [self._doom(chance) for _ in range(chance.randint(2, 6))]

    @staticmethod
    def _doom(chance):
        kind = chance.choice(
            ["refuse", "bad gateway", "cut", "cut after", "truncate", "drop", "lose", "lose", "blackhole", "late",
             "late"])
        return Doom(
            kind, direction=UP if kind == "late" else chance.choice([UP, DOWN]), at=chance.randint(0, 4),
            share=chance.random(), pause=chance.uniform(0, 0.04), after=chance.randint(1, 4),
            is_abrupt=chance.random() < 0.5, is_told=chance.random() < 0.5)

    def doom(self, connection):
        return self.dooms[connection] if connection < len(self.dooms) else None

    def stutter(self, connection, direction, index):
        """How many seconds a message is delayed, and how often it arrives."""
        chance = random.Random(f"{self.seed} {connection} {direction} {index}")
        delay = chance.uniform(0, 0.03) if chance.random() < self.stutters else 0
        return delay, 2 if chance.random() < self.stutters else 1
