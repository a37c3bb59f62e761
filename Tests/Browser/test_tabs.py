"""Two tabs on the same interview: both show the same, and neither breaks the other."""

import sqlite3

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import packed
from page import Page

SHOWN = """
const text = (testid) => [...document.querySelectorAll(`[data-testid="${testid}"]`)]
    .filter((node) => node.checkVisibility()).map((node) => node.value ?? node.textContent);
const state = document.querySelector("[data-testid=status]")?.dataset.state;
return [document.querySelector("h1")?.textContent ?? null, state ?? null, ["notice", "connection", "prompt", "answer",
    "coverage", "point", "answered-text", "hints", "hints-taken", "probe-text", "reply", "ruling", "skipped", "model-answer",
    "report-coverage", "report-question"].map(text)];
"""


class Tabs:
    """The same interview twice; the first is where it was started."""

    def __init__(self, browser, server, mode="coached"):
        self.browser, self.server = browser, server
        self.page = Page(browser, server).load(f"#count=3&pace=instant&seed=tabs&mode={mode}")
        self.page.press("start-button")
        self.page.wait(self.page.prompt)
        self.address = browser.current_url
        self.handles = [browser.current_window_handle]
        browser.switch_to.new_window("tab")
        self.handles.append(browser.current_window_handle)
        browser.get(self.address)
        self.page.wait(self.page.prompt)

    def to(self, number):
        self.browser.switch_to.window(self.handles[number])
        return self.page

    def shown(self, number):
        self.to(number)
        return self.browser.execute_script(SHOWN)

    def agree(self):
        self.page.wait(lambda: self.shown(0) == self.shown(1))

    def close(self):
        for handle in self.handles[1:]:
            self.browser.switch_to.window(handle)
            self.browser.close()
        self.browser.switch_to.window(self.handles[0])

    def answers(self):
        """The answers that the log has, in order."""
        interview = self.address.split("=")[1]
        with sqlite3.connect(self.server.data / "greenroom.sqlite") as database:
            rows = database.execute(
                "SELECT payload FROM event WHERE interview = ? AND kind = 'answered' ORDER BY seq", (interview,))
            return [packed.event(payload)["text"] for payload, in rows]


@pytest.fixture
def tabs(browser, start_server):
    tabs = Tabs(browser, start_server())
    yield tabs
    tabs.close()


def test_both_show_every_step(tabs):
    page = tabs.page

    def once_more(text):
        page.press("retry")
        page.write(text).send_keys(Keys.CONTROL, Keys.ENTER)
        page.wait(lambda: page.text("answered-text") == text)

    def hint(taken):
        page.press("hint")
        page.wait(lambda: page.text("hints-taken").startswith(str(taken)))

    def reply(text):
        page.one("reply").send_keys(text, Keys.CONTROL, Keys.ENTER)
        page.wait(lambda: text in page.text("answered-text"))

    def rule():
        page.press("open-points")
        page.press("dispute")
        page.one("ruling")

    def withdraw():
        page.press("withdraw")
        page.wait(lambda: page.shown("ruling") is None)

    def reveal():
        page.press("reveal")
        page.one("model-answer")

    def undo():
        page.press("undo")
        page.wait(lambda: page.shown("skipped") is None)

    def skip():
        before = page.prompt()
        page.press("skip")
        page.wait(lambda: page.prompt() not in ("", before))

    def end():
        page.press("end")
        page.one("report")

    steps = [
        (0, skip), (1, undo), (0, hint, 1), (1, hint, 2), (0, page.send, "From the first tab."),
        (1, reply, "Asked back, from the second."), (0, rule), (1, withdraw), (0, reveal),
        (1, once_more, "A third time."),
        (0, page.next), (1, skip), (0, page.send, "The last one."), (1, hint, 1), (0, end),
    ]
    for number, step, *parts in steps:
        tabs.to(number)
        step(*parts)
        tabs.agree()
    assert tabs.answers() == [
        "From the first tab.", "From the first tab.\n\nAsked back, from the second.", "A third time.", "The last one."]


def test_both_move_on_in_a_realistic_interview(browser, start_server):
    tabs = Tabs(browser, start_server(), mode="realistic")
    try:
        for number, text in enumerate(["From the first.", "From the second.", "From the first again."]):
            before = tabs.to(number % 2).prompt()
            tabs.page.write(text).send_keys(Keys.CONTROL, Keys.ENTER)
            tabs.page.wait(lambda: tabs.page.shown("report") or tabs.page.prompt() not in ("", before))
            tabs.agree()
        assert tabs.page.one("report")
    finally:
        tabs.close()
    assert tabs.answers() == ["From the first.", "From the second.", "From the first again."]


def test_what_is_written_in_one_is_written_in_the_other(tabs):
    tabs.to(0).write("Begun here")
    tabs.agree()
    tabs.to(1).one("answer").send_keys(", gone on with there")
    tabs.agree()
    tabs.to(0).browser.refresh()
    tabs.agree()
    tabs.to(0).one("answer").send_keys(" and finished here.")
    tabs.agree()
    assert tabs.shown(1)[2][3] == ["Begun here, gone on with there and finished here."]
    # What is taken out again is gone in both.
    tabs.to(1).one("answer").send_keys(Keys.CONTROL, "a", Keys.DELETE)
    tabs.agree()
    tabs.to(0).send("Something else.")
    tabs.agree()
    assert tabs.answers() == ["Something else."]


def test_a_draft_of_a_retry_outlives_what_the_other_tab_does(tabs):
    tabs.to(0).send("The first attempt.")
    tabs.page.press("retry")
    tabs.page.write("Half of a second")
    # The other tab reveals and is loaded again.
    tabs.to(1).press("reveal")
    tabs.page.one("model-answer")
    tabs.browser.refresh()
    tabs.page.wait(tabs.page.prompt)
    assert tabs.to(0).one("answer").get_attribute("value") == "Half of a second"
    # Who would leave it behind there is asked first.
    tabs.to(1).wait(lambda: tabs.page.shown("answer") or tabs.page.shown("feedback"))
    if tabs.page.shown("answer"):
        assert tabs.page.one("answer").get_attribute("value") == "Half of a second"
        tabs.page.press("back")
    tabs.page.press("next")
    tabs.page.press("dialog-stay")
    tabs.to(0).one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    tabs.page.one("feedback")
    assert tabs.answers() == ["The first attempt.", "Half of a second"]


@pytest.mark.parametrize("way", ["next", "end"])
def test_the_same_step_from_both_at_once_is_one_step(tabs, way):
    tabs.to(0).send("An answer.")
    tabs.agree()
    tabs.server.kill()
    for number in (0, 1):
        tabs.to(number).wait(lambda: tabs.page.state("connection") == "reconnecting")
        tabs.page.press(way)
        if way == "end":
            tabs.page.press("dialog-proceed")
    tabs.server.start()
    for number in (0, 1):
        tabs.to(number).wait(lambda: tabs.page.shown("answer" if way == "next" else "report"), 30)
    tabs.agree()
    assert tabs.page.shown("notice") is None
    if way == "next":
        assert tabs.browser.execute_script("return document.querySelectorAll('.steps .now ~ i').length") == 1


def test_an_answer_under_way_is_under_way_in_both(tabs):
    tabs.server.kill()
    for number in (0, 1):
        tabs.to(number).wait(lambda: tabs.page.state("connection") == "reconnecting")
    tabs.to(0).write("Sent into the dark.").send_keys(Keys.CONTROL, Keys.ENTER)
    tabs.agree()
    assert tabs.page.state("status") == "waiting"
    tabs.to(1).one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    # The tab it was sent from is gone before the server is back.
    tabs.to(0).browser.get("about:blank")
    tabs.server.start()
    tabs.to(1).wait(lambda: tabs.page.shown("feedback"), 30)
    tabs.to(0).browser.get(tabs.address)
    tabs.agree()
    assert tabs.answers() == ["Sent into the dark."]


def test_one_ends_and_the_other_goes_on_elsewhere(tabs):
    tabs.to(0).send("The only answer.")
    tabs.to(1).one("feedback")
    tabs.page.press("end")
    tabs.page.press("dialog-proceed")
    tabs.page.wait(lambda: tabs.page.shown("again"))
    tabs.agree()
    ended = tabs.shown(0)
    tabs.to(1).press("again")
    tabs.page.wait(lambda: tabs.page.shown("answer") and tabs.page.prompt())
    tabs.page.send("In a new interview.")
    assert tabs.shown(0) == ended
    tabs.browser.refresh()
    tabs.page.wait(lambda: tabs.shown(0) == ended)


def test_an_interview_forgotten_in_one_is_gone_from_the_other(tabs):
    tabs.to(0).send("An answer.")
    tabs.to(1).load()
    tabs.browser.find_element(By.CSS_SELECTOR, ".cards button").click()
    tabs.page.press("dialog-proceed")
    tabs.page.wait(lambda: not tabs.browser.find_elements(By.CSS_SELECTOR, ".cards button"))
    # Who is reading there is not disturbed, but cannot come back once the connection is lost.
    assert tabs.to(0).shown("feedback")
    tabs.server.kill()
    tabs.page.wait(lambda: tabs.page.state("connection") == "reconnecting")
    tabs.server.start()
    assert tabs.page.wait(lambda: tabs.page.shown("gone"), 30)
