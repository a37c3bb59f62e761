"""Shortcuts of a single key: they press what is there, never while somebody writes, and can be turned off."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from accessibility import check
from page import Page


def key(page, keys):
    ActionChains(page.browser).send_keys(keys).perform()


def started(browser, server, count=3):
    page = Page(browser, server).load()
    page.start(count=count)
    page.wait(page.prompt)
    return page


def test_an_interview_by_single_keys(browser, server):
    page = started(browser, server, count=2)
    key(page, Keys.ESCAPE)
    key(page, "a")
    page.wait(lambda: page.browser.switch_to.active_element.get_attribute("data-testid") == "answer")
    # In the field they are letters.
    key(page, "n? hints")
    assert page.one("answer").get_attribute("value") == "n? hints"
    page.one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    page.one("feedback")
    key(page, "m")
    page.one("model-answer")
    key(page, "r")
    page.wait(lambda: page.browser.switch_to.active_element.get_attribute("data-testid") == "answer")
    page.press("back")
    key(page, "n")
    page.wait(lambda: "Question 2" in page.browser.title)
    key(page, Keys.ESCAPE)
    key(page, "s")
    page.press("dialog-proceed")
    page.one("report")


def test_escape_leaves_the_field_and_keeps_what_was_written(browser, server):
    page = started(browser, server)
    first = page.prompt()
    # The field has the focus from the start.
    key(page, "Half of it")
    key(page, Keys.ESCAPE)
    page.wait(lambda: page.browser.switch_to.active_element.tag_name == "h1")
    assert page.one("answer").get_attribute("value") == "Half of it"
    key(page, "s")
    page.wait(lambda: page.shown("dialog-proceed") or page.prompt() not in ("", first))


def test_help_lists_them_and_turns_them_off(browser, server):
    page = started(browser, server)
    first = page.prompt()
    key(page, Keys.ESCAPE)
    key(page, "?")
    page.one("help")
    check(browser)
    # Each button says its key, to the eye and to a screen reader, as long as it has one.
    assert page.one("skip").get_attribute("aria-keyshortcuts") == "S"
    cap = "return getComputedStyle(arguments[0], '::after').content"
    assert browser.execute_script(cap, page.one("skip")).startswith('"s"')
    page.one("shortcuts").click()
    page.press("dialog-close")
    assert page.one("skip").get_attribute("aria-keyshortcuts") is None
    assert browser.execute_script(cap, page.one("skip")) == "none"
    key(page, "?s")
    assert not page.shown("help")
    assert page.prompt() == first
    browser.refresh()
    page.wait(page.prompt)
    key(page, Keys.ESCAPE)
    key(page, "s")
    assert page.prompt() == first
    page.press("options-button")
    page.one("shortcuts").click()
    page.press("dialog-close")
    key(page, "s")
    page.wait(lambda: page.prompt() not in ("", first))


def test_a_dialog_holds_the_keys_and_gives_the_focus_back(browser, server):
    page = started(browser, server)
    page.press("options-button")
    page.one("options")
    key(page, "s")
    key(page, Keys.ESCAPE)
    page.wait(lambda: not page.shown("options"))
    assert "Question 1" in browser.title
    assert page.browser.switch_to.active_element.get_attribute("data-testid") == "options-button"
