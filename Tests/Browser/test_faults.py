"""A pulled cable neither loses nor doubles what a candidate does, and the page says all along where the answer is.

Each seed makes a plan for the candidate and the weather on the line. Afterwards the log is the plan, word by word, and
the page shows the log.
"""

import itertools
import os

import pytest

from cable import Cable
from plan import Plan, best_attempts, essences
from weather import UP, Doom, Weather

SEEDS = range(int(os.environ.get("GREENROOM_SEED", "0")), int(os.environ.get("GREENROOM_SEEDS", "200")))


@pytest.fixture(scope="module")
def cable(tmp_path_factory):
    cable = Cable(tmp_path_factory.mktemp("cable"))
    yield cable
    print(f"\n{dict(cable.proxy.counts)}")
    cable.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pulled_cable_neither_loses_nor_doubles(cable, seed):
    plan = Plan(seed)
    cable.proxy.storm(Weather(seed))
    interview, wrong = cable.act(plan)
    cable.proxy.heal()
    events = cable.events(interview)
    assert list(essences(events)) == plan.events
    assert not wrong
    expected = best_attempts(events)
    assert cable.within("report") == expected
    if seed % 4 == 0:
        # What a fresh page makes of the log is what this page has seen happen.
        cable.browser.refresh()
        assert cable.within("report") == expected


def test_nothing_leaves_a_question_before_its_answer_is_kept(cable):
    """The answer gets lost and the skip behind it does not: the skip has to wait."""
    cable.browser.get(f"{cable.proxy.url}/?lost#count=2&pace=instant&seed=lost")
    cable.within("run", "coached", [["start"]])
    resuming = 0
    cable.proxy.storm(Weather("one loss", [Doom("drop", UP, at=resuming + 1)], stutters=0))
    cable.browser.refresh()
    done = cable.within("run", "coached", [["send", "Lost once.", {"hasty": True}], ["skip"], ["skip"]])
    cable.proxy.heal()
    assert list(essences(cable.events(done["interview"]))) == [
        ("questionAsked", 0), ("answered", 0, 1, "Lost once."), ("questionSkipped", 0), ("questionAsked", 1),
        ("questionSkipped", 1), ("ended", "finished")]
    assert not done["wrong"]


def test_a_line_that_is_dead_without_a_word_is_given_up(cable):
    """Requests go out and nothing ever comes back: the page says so, and sends them again by another connection."""
    first = cable.browser.current_window_handle
    cable.browser.switch_to.new_window("tab")
    try:
        cable.seat_candidate()
        cable.browser.get(f"{cable.proxy.url}/#count=1&pace=instant&seed=dead")
        cable.within("run", "coached", [["start"]])
        cable.proxy.silence()
        text = "Into the void."
        cable.within("run", "coached", [["send", text, {"hasty": True}]])
        # More than the page's patience passes in no time.
        cable.spend(10_000)
        cable.see("waiting")
        cable.spend_while_waiting()
        done = cable.within("run", "coached", [["kept", text]])
        assert not done["wrong"]
        seen = cable.browser.execute_script("return candidate.seen")
        [line] = {line.split(" | ")[1] for line in seen if line.split(" | ")[3].startswith("waiting")}
        assert line == "reconnecting"
        states = [state for state, _ in itertools.groupby(line.split(" | ")[3].split("+")[0] for line in seen)]
        assert states == ["", "blank", "draft", "sending", "waiting", "sending", "kept"]
        assert list(essences(cable.events(done["interview"]))) == [("questionAsked", 0), ("answered", 0, 1, text)]
    finally:
        cable.browser.close()
        cable.browser.switch_to.window(first)
        cable.proxy.heal()
