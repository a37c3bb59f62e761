"""Whatever one visitor, one socket or one address does at its worst, the others go on; see hostile.py, which prints the
same as a table and holds an answer's p99 to 20 ms. Here attackers, honest clients and server share a machine that may do
something else besides, so that GREENROOM_ATTACK_P99 (250) milliseconds are let pass: what this is for took seconds."""

import os

import pytest

from attacks import ATTACKS
from hostile import withstand

TRIES = 3
SLOW = float(os.environ.get("GREENROOM_ATTACK_P99", 250)) / 1000


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_harms_nobody_else(name, tmp_path):
    outcomes = []
    for number in range(TRIES):
        # A machine that is busy with something else slows everybody down: what harms, harms each time.
        outcomes.append(withstand(name, tmp_path / str(number)))
        print(outcomes[-1])
        if outcomes[-1].is_harmless_within(SLOW):
            return
    pytest.fail("\n".join(map(str, outcomes)))
