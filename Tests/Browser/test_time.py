"""Time: off unless chosen, quiet, to be stopped and extended, and nothing is lost when it is up."""

import pytest
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import OBSERVE, WINDOWS, Interview, Window

# The page's own time, to be moved on: what is tested is what the page does with it, not the waiting.
CLOCK = """
    let ahead = 0;
    const now = performance.now.bind(performance);
    performance.now = () => now() + ahead;
    window.ahead = (milliseconds) => { ahead += milliseconds; };
    // A device whose time of day is wrong by years is no worse off.
    const real = Date.now.bind(Date);
    Date.now = () => real() + 1e11;
"""


def announced(room):
    return room.browser.execute_script("return window.announced")


def test_there_is_no_clock_unless_chosen(room):
    room.begin()
    assert not room.shown("time")


def test_a_quiet_clock(room):
    room.begin(limit="question:900")
    check(room.browser)
    clock = room.one("clock")
    assert clock.get_attribute("role") == "timer" and clock.get_attribute("aria-live") == "off"
    assert clock.text.startswith(("15:00", "14:5")) and clock.text.endswith(" left")
    assert "When the time is up, what you have written is sent." in room.one("time-rule").text
    room.browser.execute_script(OBSERVE)
    before = clock.text
    room.wait(lambda: clock.text != before)
    assert announced(room) == [], "a ticking clock is never announced"
    room.press("hide-clock")
    assert room.one("clock").text == "Clock hidden"
    check(room.browser)
    room.browser.refresh()
    room.wait(lambda: room.one("clock").text == "Clock hidden")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("window", ["wide", "phone", "zoomed"])
def test_the_clock_takes_one_line(room, window, language):
    def height():
        return room.browser.execute_script(
            "return document.querySelector('[data-testid=time] .actions').getBoundingClientRect().height")

    room.browser.get(room.server.url)
    room.browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    room.browser.refresh()
    with Window(room.browser, *WINDOWS[window]):
        room.begin(limit="question:900")
        room.one("clock")
        assert height() <= 40
        check(room.browser)
        room.press("pause")
        room.wait(lambda: room.state("time") == "paused")
        assert height() <= 40
        check(room.browser)


def test_pause_continue_and_one_more_minute(room):
    room.begin(limit="question:900")
    room.press("pause")
    room.finding("clock", "Paused")
    paused = room.text("clock")
    check(room.browser)
    room.browser.refresh()
    room.finding("clock", "Paused")
    assert room.text("clock") == paused
    room.press("extend")
    room.wait(lambda: room.text("clock") != paused)
    room.press("pause")
    room.wait(lambda: "left" in room.text("clock") and "Paused" not in room.text("clock"))
    assert room.text("clock").startswith(("15:4", "15:5", "16:00"))
    kinds = [one["type"] for one in room.session()]
    assert [kind for kind in kinds if kind in ("paused", "extended", "continued")] in (
        ["paused", "extended", "continued"], ["paused", "extended"])


def test_whoever_answers_goes_on(room):
    room.begin(limit="interview:900")
    room.press("pause")
    room.finding("clock", "Paused")
    room.send("Answered in the pause.")
    room.wait(lambda: "Paused" not in room.text("clock") and "left" in room.text("clock"))
    assert [one["type"] for one in room.session() if one["type"] in ("paused", "continued", "answered")] == [
        "paused", "continued", "answered"]


def test_the_time_starts_after_the_question(room):
    room.begin(limit="question:900", pace="slow")
    assert room.text("clock") == "The time starts after the question"
    room.finding("clock", " left")
    assert room.text("clock").startswith(("15:00", "14:5"))


def test_thresholds_are_said_once(browser, small_server):
    from voices import Before
    with Before(browser, CLOCK):
        room = Interview(browser, small_server).begin(limit="question:600")
        browser.execute_script(OBSERVE)
        room.press("hide-clock")
        for ahead, sentence in [(300_000, "Half of the time is left."), (240_500, "One minute left."), (50_000, "10 seconds left.")]:
            browser.execute_script("window.ahead(arguments[0])", ahead)
            room.finding("moment", sentence)
        assert [one for one in announced(room) if "left." in one] == [
            "Half of the time is left.", "One minute left.", "10 seconds left."]
        check(browser)


def test_at_the_end_what_was_written_is_sent(room):
    room.begin(limit="question:15", pace="instant")
    room.write("Written and never sent by hand")
    room.finding("clock", "0:0")
    room.wait(lambda: room.shown("feedback"), 30)
    assert room.one("answered-text").text.strip() == "Written and never sent by hand"
    answered = [one for one in room.session() if one["type"] == "answered"]
    assert len(answered) == 1 and not answered[0].get("late")
    # The next question has a clock of its own.
    before = room.prompt()
    room.press("next")
    room.wait(lambda: room.prompt() not in ("", before))
    assert room.one("clock").text.startswith("0:1")


def test_an_empty_answer_leaves_a_way_on_and_a_late_answer_is_kept(room):
    room.begin(limit="question:15")
    room.wait(lambda: room.state("time") == "over", 30)
    assert "The time for this question is up." in room.text("clock")
    assert room.shown("go-on")
    check(room.browser)
    room.write("Late, but here").send_keys(Keys.CONTROL, Keys.ENTER)
    room.one("feedback")
    assert "sent after the time was up" in room.one("feedback").text
    assert [one.get("late") for one in room.session() if one["type"] == "answered"] == [True]


def test_more_time_after_the_end(room):
    room.begin(limit="question:15")
    room.wait(lambda: room.state("time") == "over", 30)
    room.press("extend")
    room.wait(lambda: room.state("time") == "running")
    assert not room.shown("go-on")


def test_a_realistic_question_moves_on_by_itself(room):
    room.begin(mode="realistic", limit="question:15")
    first = room.prompt()
    assert "and the next question follows" in room.text("time-rule")
    room.wait(lambda: room.prompt() not in ("", first), 30)
    second = room.prompt()
    room.write("Half a sentence")
    room.wait(lambda: room.prompt() not in ("", second), 30)
    assert [one["text"] for one in room.session() if one["type"] == "answered"] == ["Half a sentence"]
    assert not room.shown("notice")


@pytest.mark.parametrize("mode", ["coached", "realistic"])
def test_time_for_the_whole_interview(room, mode):
    room.begin(mode=mode, limit="interview:15")
    room.write("As far as I got")
    if mode == "realistic":
        room.wait(lambda: room.shown("report"), 30)
    else:
        room.wait(lambda: room.shown("feedback") and room.state("time") == "over", 30)
        check(room.browser)
        assert room.one("next").text == "See the report"
        room.press("next")
    report = room.one("report")
    assert "The time was up" in report.text
    assert [one["text"] for one in room.session() if one["type"] == "answered"] == ["As far as I got"]
    check(room.browser)


def test_two_tabs_send_the_draft_once(room):
    room.begin(limit="question:15")
    browser = room.browser
    first, address = browser.current_window_handle, browser.current_url
    room.write("One draft in two tabs")
    browser.switch_to.new_window("tab")
    second = browser.current_window_handle
    try:
        browser.get(address)
        room.wait(lambda: room.shown("feedback"), 30)
        browser.switch_to.window(first)
        room.wait(lambda: room.shown("feedback"), 30)
        assert [one["text"] for one in room.session() if one["type"] == "answered"] == ["One draft in two tabs"]
        assert not room.shown("notice")
    finally:
        browser.switch_to.window(second)
        browser.close()
        browser.switch_to.window(first)


def test_an_hour_on_a_wrong_device(browser, small_server):
    from voices import Before
    with Before(browser, CLOCK):
        room = Interview(browser, small_server).begin(limit="question:3600")
        assert room.one("clock").text.startswith(("60:00", "59:5"))
