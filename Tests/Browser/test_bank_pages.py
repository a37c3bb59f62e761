"""The questions of the bank, to be read: found by their words, answered behind a step of their own, flagged."""

import json
import subprocess

import pytest
from selenium.webdriver.support.ui import Select

from accessibility import check
from interviews import WINDOWS, Window, fits, write_bank
from page import Page, follow
from server import PROGRAM
from test_coached import recall


def at(page, address, language="en"):
    page.browser.get(f"{page.server.url}/{address}{'&' if '?' in address else '?'}lang={language}")
    return page


def links(page):
    return [one.text for one in page.browser.find_elements("css selector", ".entry-title")]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("window", WINDOWS)
def test_a_question_is_found_and_read_behind_a_step(browser, small_server, window, language):
    page = Page(browser, small_server)
    with Window(browser, *WINDOWS[window]):
        at(page, "bank", language)
        assert links(page) == ["Evaluation", "Training"]
        check(browser)
        assert fits(browser)
        browser.find_element("id", "q").send_keys("recall PRECISION")
        follow(browser, browser.find_element("css selector", "form button"))
        assert links(page) == ["When do you prefer recall to precision?"]
        check(browser)
        follow(browser, browser.find_element("css selector", ".entry-title"))
        main = browser.find_element("id", "main")
        assert "When do you prefer recall" in main.text and "Misses cost more" not in main.text
        assert "Another word for accuracy" not in browser.page_source
        check(browser)
        assert fits(browser)
        follow(browser, browser.find_element("css selector", ".spoiler .plain"))
        main = browser.find_element("id", "main")
        assert "Misses cost more" in main.text and "I prefer recall where" in main.text
        check(browser)
        assert fits(browser)


def test_what_is_not_there_is_not_there(browser, small_server):
    page = Page(browser, small_server)
    at(page, "bank?q=zebra")
    assert not links(page) and "No question has all these words." in browser.find_element("id", "main").text
    at(page, "bank/nowhere")
    assert not browser.find_elements("css selector", "[data-flag]")
    # That it is not there is said by its status, too, which the browser notes.
    assert any("404" in entry["message"] for entry in browser.get_log("browser"))


def test_questions_are_marked_as_english_in_a_german_page(browser, small_server):
    page = Page(browser, small_server)
    at(page, "bank/drift?show=answer", "de")
    assert browser.find_element("css selector", "html").get_attribute("lang") == "de"
    for place in ("h1", ".weakest", ".model-answer"):
        assert browser.find_element("css selector", place).get_attribute("lang") == "en", place


def test_a_flag_reaches_the_author(browser, start_server, tmp_path):
    bank = write_bank(tmp_path / "bank")
    server = start_server("--bank", bank)
    page = Page(browser, server)
    at(page, "bank/drift")
    page.one("flag").find_element("css selector", "summary").click()
    Select(page.one("fault")).select_by_value("unclear")
    page.one("flag-note").send_keys("Which kind of drift?")
    check(browser)
    page.press("flag-send")
    page.wait(lambda: page.text("flag-said") == "Thank you. The author will read it.")
    told = subprocess.run(
        [str(PROGRAM), "bank", "suggest", "--data", str(server.data), str(bank)], capture_output=True, text=True, check=True)
    assert "evaluation.md:" in told.stderr and "flagged as unclear, once" in told.stderr
    assert "Which kind of drift?" in told.stderr
    [line] = (server.data / "flags.jsonl").read_text().splitlines()
    assert json.loads(line) == {"question": "drift", "fault": "unclear", "note": "Which kind of drift?"}


def test_the_report_leads_to_the_question_in_the_bank(room):
    recall(room).send("Misses cost more than false alarms.")
    room.press("end")
    room.press("dialog-proceed") if room.shown("dialog-proceed") else None
    room.one("report")
    summary = room.browser.find_element("css selector", "[data-outcome=answered] summary")
    room.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
    summary.click()
    check(room.browser)
    room.press("in-bank")
    assert "When do you prefer recall to precision?" in room.browser.find_element("css selector", "h1").text
    assert room.one("flag")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_marked_answer_for_the_first_visit(browser, server, language):
    page = Page(browser, server).load()
    page.one("example").find_element("css selector", "a").click()
    at(page, "bank/example", language)
    main = browser.find_element("id", "main")
    assert main.find_elements("css selector", "mark") and main.find_elements("css selector", "[data-verdict=missed]")
    check(browser)
    main.find_element("css selector", ".button.primary").click()
    page.wait(lambda: page.shown("start-button"))
