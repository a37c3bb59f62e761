"""A realistic interview: the interviewer thanks and goes on; everything comes at the end."""

import pytest
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import ANSWERS, WINDOWS, Window, fits


def answer_and_move(room, text=None):
    before = room.prompt()
    room.answer(text)
    room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))


@pytest.mark.parametrize("window", WINDOWS)
def test_from_start_page_to_report_with_the_keyboard_alone(room, window):
    with Window(room.browser, *WINDOWS[window]):
        room.begin_by_key(mode="realistic")
        thanks = []
        for _ in range(3):
            before = room.prompt()
            check(room.browser)
            assert fits(room.browser)
            assert not room.shown("hint") and not room.shown("feedback")
            room.tab_to("answer").key(ANSWERS[room.topic])
            room.submit()
            room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
            if room.shown("thanks"):
                thanks.append(room.text("thanks"))
        assert len(thanks) == len(set(thanks)) == 2, "thanked in words that vary"
        check(room.browser)
        assert fits(room.browser)
        room.browser.execute_script("document.querySelectorAll('.report-questions summary').forEach((one) => one.click())")
        room.wait(lambda: len(room.all("answered-text")) == 3)
        assert any(verdict == "hit" for verdict, _ in room.points())
        check(room.browser)
        assert fits(room.browser)


def test_nothing_is_said_of_an_answer_before_the_end(room):
    room.begin(mode="realistic")
    answer_and_move(room)
    room.browser.refresh()
    room.wait(room.prompt)
    assert "Question 2 of 3" in room.browser.title
    assert not room.all("point") and "%" not in room.one("interview").text
    assert all("mark" not in one for one in room.session())
    answer_and_move(room)
    answer_and_move(room)
    room.one("report")
    assert all("mark" in one for one in room.session() if one["type"] == "answered")


def test_the_marks_come_to_every_tab(room):
    room.begin(mode="realistic", count=2)
    browser = room.browser
    first, address = browser.current_window_handle, browser.current_url
    browser.switch_to.new_window("tab")
    second = browser.current_window_handle
    try:
        browser.get(address)
        room.wait(room.prompt)
        browser.switch_to.window(first)
        answer_and_move(room)
        answer_and_move(room)
        for tab in (second, first):
            browser.switch_to.window(tab)
            room.one("report")
            browser.execute_script("document.querySelector('.report-questions summary').click()")
            room.one("answered-text")
            assert room.points()
    finally:
        browser.switch_to.window(second)
        browser.close()
        browser.switch_to.window(first)


def test_a_verdict_is_disputed_in_the_report(room):
    room.begin(mode="realistic", count=1)
    answer_and_move(room, "I would rather not say.")
    room.one("report")
    room.browser.execute_script("document.querySelector('.report-questions summary').click()")
    room.one("answered-text")
    room.press("dispute")
    room.one("ruling")
    check(room.browser)
    room.press("reveal")
    assert room.one("model-answer").text.strip()
    room.browser.refresh()
    room.one("report")
    room.browser.execute_script("document.querySelector('.report-questions summary').click()")
    room.one("ruling")


def test_going_on_without_an_answer(room):
    room.begin(mode="realistic", count=2)
    first = room.prompt()
    room.press("skip")
    room.wait(lambda: room.prompt() not in ("", first))
    room.press("undo")
    room.wait(lambda: room.prompt() == first)
    answer_and_move(room)
    room.press("end")
    room.press("dialog-proceed")
    room.one("report")
