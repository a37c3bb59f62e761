"""A server, a browser with a candidate in its pages, and the line between them."""

import sqlite3
import time
import warnings
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from selenium.common.exceptions import TimeoutException

import packed
from conftest import make_browser
from proxy import Proxy
from server import Server
from waiting import wait_for

CANDIDATE = Path(__file__).with_name("candidate.js").read_text()
NEVER_CONNECTED = """
    return String(candidate.step) === "start" && candidate.seen.every((line) => ["", "reconnecting"].includes(line.split(" | ")[1]));
"""


class Cable:
    def __init__(self, data):
        self.proxy = Proxy()
        self.server = Server(data, "--allow-host", f"127.0.0.1:{self.proxy.port}", "--log-level", "warning")
        self.proxy.target = self.server.port
        self.proxy.asides["/witness"] = self.witness
        self.database = sqlite3.connect(
            f"file:{self.server.data}/greenroom.sqlite?mode=ro", uri=True, check_same_thread=False)
        self.open_browser()

    def open_browser(self):
        self.browser = make_browser()
        self.browser.set_script_timeout(30)
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

    def see(self, state):
        """Waits until the page has said that an answer is in this state, if only for a moment."""
        states = "return candidate.seen.flatMap((line) => line.split(' | ')[3].split('+'))"
        wait_for(lambda: state in self.browser.execute_script(states), seconds=60)

    def spend_while_waiting(self):
        """Time goes by in small steps, so that attempts to connect have the time that they really take."""
        deadline = time.monotonic() + 60
        while self.browser.execute_script("return candidate.status()") == "waiting":
            assert time.monotonic() < deadline, "no new connection"
            self.spend(100)

    def witness(self, query):
        """Whether the log has the answer that the page says is kept."""
        asked = parse_qs(query)
        rows = self.database.execute(
            "SELECT payload FROM event WHERE interview = ? AND kind = 'answered'", (asked["interview"][0],))
        texts = [packed.event(payload)["text"] for payload, in rows]
        return "kept" if texts.count(asked["text"][0]) == 1 else "missing"

    def act(self, plan):
        """The interview, and what the page did that it must not do."""
        try:
            return self.act_once(plan)
        except pytest.fail.Exception:
            # Chromium lets one socket at a time connect to an address: one of a page that was left long ago, whose
            # handshake hangs, has been seen to keep all others waiting for minutes. Then nothing has begun.
            if not self.browser.execute_script(NEVER_CONNECTED):
                raise
        warnings.warn(f"never connected in 30 s, while {self.proxy.connections} connections came to the line")
        self.browser.quit()
        self.open_browser()
        self.proxy.storm(self.proxy.weather)
        return self.act_once(plan)

    def act_once(self, plan):
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
        return [(kind, packed.event(payload)) for kind, payload in rows]
