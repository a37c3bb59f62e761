"""What a visitor keeps missing: due today, how ready each topic is, and forgotten on request."""

import json
import sqlite3

import pytest
from selenium.webdriver.support.ui import Select

from accessibility import check
from page import Page
from test_paste import opened
from test_start import fits, shape  # noqa: F401

DAY = 86_400_000


def practise(page, answer="I do not know.", count=2):
    """An interview on drift; returns what was asked."""
    page.start(count=count, topics=["drift"], seed=None)
    return finish(page, answer)


def finish(page, answer):
    prompts = []
    while not page.shown("report"):
        page.wait(lambda: page.prompt() and page.state("prompt") == "whole")
        prompts.append(page.prompt())
        page.send(answer)
        page.next()
    return prompts


def come_back(page, server, days=0):
    """To the start page, after so many days."""
    if days:
        assert server.stop() == 0
        with sqlite3.connect(server.data / "greenroom.sqlite") as store:
            store.execute("UPDATE review SET at = at - ?", [days * DAY])
        store.close()
        server.start()
    page.browser.get("about:blank")
    return opened(page.browser, server)


@pytest.fixture
def visit(browser, start_server):
    server = start_server()
    return opened(browser, server), server


def test_who_comes_for_the_first_time_is_told_nothing_of_it(visit):
    page, _ = visit
    # What was asked for later was answered later.
    page.start(count=1)
    page.browser.get(page.server.url + "/#")
    page.one("resume")
    assert not page.shown("progress")


def test_a_day_has_a_cap_that_can_be_set(visit):
    page, server = visit
    practise(page)
    page = come_back(page, server, days=3)
    page.wait(lambda: "in 2 questions, about 4 minutes" in page.text("due-today"))
    assert Select(page.one("due-cap")).first_selected_option.text == "20 points"
    Select(page.one("due-cap")).select_by_value("10")
    page.wait(lambda: "in 1 question, about 2 minutes" in page.text("due-today"))
    assert "key points due in all" in page.text("progress")
    check(page.browser)
    page = come_back(page, server)
    page.wait(lambda: "in 1 question, about 2 minutes" in page.text("due-today"))
    page.choose(pace="instant", seed=None)
    page.press("start-due")
    assert len(finish(page, "I do not know.")) == 1
    # What came back today counts; ten of them are enough.
    with sqlite3.connect(server.data / "greenroom.sqlite") as store:
        [[ratings]] = store.execute("SELECT ratings FROM review ORDER BY at DESC LIMIT 1").fetchall()
    page = come_back(page, server)
    left = 10 - len(json.loads(ratings))
    page.wait(lambda: ("in 1 question" if left > 0 else "Today’s share is done") in page.text("due-today"))


def test_what_was_missed_is_due_in_time(visit, shape):  # noqa: F811
    page, server = visit
    asked = practise(page)
    page = come_back(page, server)
    said = page.one("progress").text
    assert "Nothing is due today" in said and "falls due" in said
    check(page.browser)
    page = come_back(page, server, days=3)
    card = page.wait(lambda: "due today, in 2 questions" in page.text("progress") and page.one("progress"))
    assert "key points are due" in card.text
    page.browser.find_element("css selector", '[data-testid="readiness"] summary').click()
    lines = page.one("readiness").text
    assert "Drift" in lines and "Not yet" in lines
    assert "Coverage in your latest interview: 0" in page.browser.execute_script(
        "return document.querySelector('[data-testid=readiness] .trend').textContent")
    for width, scheme in [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]:
        shape(width, 800, scheme)
        check(page.browser)
        assert fits(page.browser)
    shape()
    # The form's choices hold for it too.
    page.choose(pace="instant", seed=None)
    page.press("start-due")
    page.wait(lambda: page.shown("answer"))
    assert sorted(finish(page, "Still no idea.")) == sorted(asked)
    page = come_back(page, server)
    assert "Nothing is due today" in page.one("progress").text


def test_another_tab_was_faster(visit):
    page, server = visit
    practise(page, count=1)
    page = come_back(page, server, days=3)
    page.one("start-due")
    first = page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    second = page.browser.current_window_handle
    try:
        other = opened(page.browser, server)
        other.choose(pace="instant", seed=None)
        other.press("start-due")
        other.wait(lambda: other.shown("answer"))
        finish(other, "No idea.")
        page.browser.switch_to.window(first)
        page.press("start-due")
        assert "Nothing is due any more" in page.one("open-refusal").text
        page.wait(lambda: "Nothing is due today" in page.text("progress"))
    finally:
        page.browser.switch_to.window(second)
        page.browser.close()
        page.browser.switch_to.window(first)


def test_it_is_forgotten_on_request_only(visit):
    page, server = visit
    practise(page, count=1)
    page = come_back(page, server)
    page.one("progress")
    page.browser.find_element("css selector", '[data-testid="readiness"] summary').click()
    page.press("forget-progress")
    check(page.browser)
    page.press("dialog-stay")
    assert page.shown("progress")
    page.press("forget-progress")
    page.press("dialog-proceed")
    page.wait(lambda: not page.shown("progress"))
    assert page.browser.switch_to.active_element.tag_name == "h1"
    assert page.all("forget-progress") == [] or not page.shown("forget-progress")
    page = come_back(page, server)
    page.start(count=1)
    page.browser.get(server.url + "/#")
    page.one("resume")
    assert not page.shown("progress")


def test_another_visitor_sees_nothing_of_it(visit):
    page, server = visit
    practise(page, count=1)
    page = come_back(page, server)
    page.one("progress")
    page.browser.delete_all_cookies()
    page = come_back(page, server)
    page.start(count=1)
    page.browser.get(server.url + "/#")
    page.one("resume")
    assert not page.shown("progress")
