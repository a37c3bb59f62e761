"""A pulled cable neither loses nor doubles what a candidate does, and the page says all along where the answer is.

Each seed makes a plan for the candidate and the weather on the line. Afterwards the log is the plan, word by word, and
the page shows the log.
"""

import itertools
import json
import os
import random
import sqlite3
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from selenium.common.exceptions import TimeoutException

from conftest import make_browser
from proxy import UP, Doom, Proxy, Weather
from server import Server

SEEDS = range(int(os.environ.get("GREENROOM_SEED", "0")), int(os.environ.get("GREENROOM_SEEDS", "200")))
CANDIDATE = Path(__file__).with_name("candidate.js").read_text()
RELOAD = ["reload"]


class Plan:
    """What the candidate does, and the events that it has to come to."""

    def __init__(self, seed):
        self.chance = random.Random(f"candidate {seed}")
        self.seed, self.texts = seed, 0
        self.mode = "realistic" if self.sometimes(0.2) else "coached"
        self.steps, self.events = [["start"]], [("questionAsked", 0)]
        if self.mode == "realistic":
            self.answer_and_move_on()
        else:
            self.practise()

    def sometimes(self, share):
        return self.chance.random() < share

    def text(self, length=9):
        self.texts += 1
        words = self.chance.sample(
            "a model overfits when its variance is high and the data are few, so regularise and validate it".split(),
            length)
        return f"Answer {self.texts} of run {self.seed}: {' '.join(words)} – “ünïcode” 😀."

    def do(self, *step):
        self.steps.append(list(step))

    def expect(self, *event):
        self.events.append(event)

    def answer_and_move_on(self):
        for question in range(2):
            if self.sometimes(0.2):
                self.skip(question)
            else:
                self.send(question, 1)
            self.expect(*(("ended", "finished") if question == 1 else ("questionAsked", 1)))

    def practise(self):
        is_undone = self.sometimes(0.2)
        if is_undone:
            self.skip(0)
            self.expect("questionAsked", 1)
            self.do("undo")
            self.expect("questionReopened", 0)
        for question in range(2):
            if self.sometimes(0.15):
                self.skip(question)
            elif self.sometimes(0.1):
                # Thought better of it while the answer was still on its way.
                text = self.text()
                self.do("send", text, {"hasty": True})
                self.expect("answered", question, 1, text)
                self.skip(question)
            else:
                self.deal_with(question)
                self.do("end" if question == 1 and self.sometimes(0.3) else "next")
            if question == 1:
                self.expect("ended", "finished")
            else:
                self.expect("questionReopened" if is_undone else "questionAsked", 1)

    def deal_with(self, question):
        self.hints = 0
        texts = []
        self.hint(question)
        for again in range(self.chance.randint(1, 3)):
            if again:
                self.do("retry")
                self.hint(question)
            texts.append(self.send(question, len(texts) + 1))
            # Nothing that is said here covers a key point, so the interviewer asks back twice.
            if again == 0 and self.sometimes(0.3):
                texts.append(self.reply(question, len(texts) + 1, texts[-1]))
            if self.sometimes(0.3):
                self.dispute(question, len(texts))
        self.do("shows", texts)
        if self.sometimes(0.3):
            self.do("reveal")
            self.expect("modelAnswerRevealed", question)

    def send(self, question, attempt):
        text = self.text()
        if self.sometimes(0.15):
            half = self.text()
            self.do("write", half)
            self.do(*RELOAD)
            self.do("draft", half)
        if self.mode == "coached" and self.sometimes(0.2):
            self.do("send", text, {"hasty": True})
            self.do(*RELOAD)
            self.do("kept", text)
        else:
            self.do("send", text, {"twice": self.sometimes(0.3)})
        self.expect("answered", question, attempt, text)
        return text

    def reply(self, question, attempt, before):
        text = self.text(5)
        whole = f"{before}\n\n{text}"
        self.do("reply", text, whole)
        self.expect("answered", question, attempt, whole)
        return whole

    def hint(self, question):
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            self.hints += 1
            self.do("hint", self.hints)
            self.expect("hintTaken", question)

    def dispute(self, question, attempt):
        self.do("dispute")
        self.expect("disputed", question, attempt, False)
        if self.sometimes(0.5):
            self.do("withdraw")
            self.expect("disputed", question, attempt, True)

    def skip(self, question):
        self.do("skip")
        self.expect("questionSkipped", question)

    def stretches(self):
        """The steps between reloads."""
        stretch = []
        for step in self.steps:
            if step == RELOAD:
                yield stretch
                stretch = []
            else:
                stretch.append(step)
        yield stretch


class Cable:
    """The server, a browser, and the line between them."""

    def __init__(self, data):
        self.proxy = Proxy()
        self.server = Server(data, "--allow-host", f"127.0.0.1:{self.proxy.port}", "--log-level", "warning")
        self.proxy.target = self.server.port
        self.proxy.asides["/witness"] = self.witness
        self.database = sqlite3.connect(
            f"file:{self.server.data}/greenroom.sqlite?mode=ro", uri=True, check_same_thread=False)
        self.browser = make_browser()
        self.browser.set_script_timeout(15)
        self.seat_candidate()

    def close(self):
        self.browser.quit()
        self.database.close()
        self.proxy.close()
        assert self.server.stop() == 0

    def seat_candidate(self):
        """In the tab at hand: pages loaded from now on have a candidate."""
        self.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CANDIDATE})

    def spend(self, milliseconds):
        """For the page in the tab at hand time goes by, in no time; from then on it stands still."""
        self.browser.execute_cdp_cmd(
            "Emulation.setVirtualTimePolicy", {"policy": "advance", "budget": milliseconds})

    def witness(self, query):
        """Whether the log has the answer that the page says is kept."""
        asked = parse_qs(query)
        count, = self.database.execute(
            "SELECT count(*) FROM event WHERE interview = ? AND kind = 'answered' AND payload ->> '$.text' = ?",
            (asked["interview"][0], asked["text"][0])).fetchone()
        return "kept" if count == 1 else "missing"

    def act(self, plan):
        """The interview, and what the page did that it must not do."""
        self.browser.get(f"{self.proxy.url}/?{plan.seed}#count=2&pace=instant&mode={plan.mode}&seed={plan.seed}")
        wrong = []
        for number, stretch in enumerate(plan.stretches()):
            if number:
                self.browser.refresh()
            done = self.within("run", plan.mode, stretch)
            wrong += done["wrong"]
        return done["interview"], wrong

    def within(self, action, *parts):
        """Lets the candidate in the page act, and waits for it."""
        try:
            return self.browser.execute_async_script(
                f"candidate.{action}(...[...arguments].slice(0, -1)).then([...arguments].at(-1))", *parts)
        except TimeoutException:
            pytest.fail(self.browser.execute_script(
                r"return `stuck at ${candidate.step}\n${candidate.seen.join('\n')}`"))

    def events(self, interview):
        """What the log has after the opening: kind and payload."""
        rows = self.database.execute(
            "SELECT kind, payload FROM event WHERE interview = ? AND seq > 2 ORDER BY seq", (interview,))
        return [(kind, json.loads(payload)) for kind, payload in rows]


FIELDS = {
    "answered": ("question", "attempt", "text"), "disputed": ("question", "attempt", "isWithdrawn"), "ended": ("reason",),
}


def essences(events):
    """What candidates did. Whether the interviewer asks back is the interviewer's affair."""
    for kind, payload in events:
        if kind != "probed":
            yield kind, *(payload.get(field) for field in FIELDS.get(kind, ("question",)))


def best_attempts(events):
    """What the report has to show of each question."""
    shown = [["skipped", None], ["skipped", None]]
    best = [-1, -1]
    for kind, payload in events:
        if kind == "answered" and payload["mark"]["coverage"] > best[payload["question"]]:
            best[payload["question"]] = payload["mark"]["coverage"]
            shown[payload["question"]] = ["answered", payload["text"]]
    return shown


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
        cable.spend(36_000)
        cable.within("run", "coached", [["status", "waiting"]])
        cable.spend(2_000)
        done = cable.within("run", "coached", [["kept", text]])
        assert not done["wrong"]
        seen = cable.browser.execute_script("return candidate.seen")
        states = [state for state, _ in itertools.groupby(line.split(" | ")[3].split("+")[0] for line in seen)]
        assert states == ["", "blank", "draft", "sending", "waiting", "sending", "kept"]
        assert list(essences(cable.events(done["interview"]))) == [("questionAsked", 0), ("answered", 0, 1, text)]
    finally:
        cable.browser.close()
        cable.browser.switch_to.window(first)
        cable.proxy.heal()
