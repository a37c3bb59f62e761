"""Every state of an interview in the dark, on a phone and in German: readable, and nothing wider than the window."""

import pytest
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import WINDOWS, Window, fits


@pytest.fixture(params=["light en", "dark en", "dark de"])
def phone(room, request):
    scheme, language = request.param.split()
    browser = room.browser
    browser.get(room.server.url)
    browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    browser.refresh()
    emulate(browser, "prefers-color-scheme", scheme)
    with Window(browser, *WINDOWS["phone"]):
        yield room
    emulate(browser, "prefers-color-scheme", "")


def emulate(browser, feature, value):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})


def is_right(room):
    check(room.browser)
    assert fits(room.browser)


def test_every_state_of_a_coached_interview(phone):
    phone.begin(limit="question:900")
    is_right(phone)
    phone.press("hint")
    phone.one("hints")
    phone.press("pause")
    phone.wait(lambda: phone.state("time") == "paused")
    is_right(phone)
    phone.send("Accuracy is how many predictions were correct; it depends on the data.")
    is_right(phone)
    phone.press("open-points")
    phone.press("dispute")
    phone.one("ruling")
    is_right(phone)
    if phone.shown("probe"):
        phone.one("reply").send_keys("Sensitivity is how many of the real cases it catches.", Keys.CONTROL, Keys.ENTER)
        phone.one("changes")
        is_right(phone)
    phone.press("reveal")
    phone.one("model-answer")
    is_right(phone)
    phone.press("retry")
    is_right(phone)
    phone.press("back")
    before = phone.prompt()
    phone.press("next")
    phone.wait(lambda: phone.prompt() not in ("", before))
    before = phone.prompt()
    phone.press("skip")
    phone.wait(lambda: phone.prompt() not in ("", before))
    phone.one("skipped")
    is_right(phone)
    phone.press("options-button")
    is_right(phone)
    phone.press("dialog-close")
    phone.press("end")
    is_right(phone)
    phone.press("dialog-proceed")
    phone.one("report")
    is_right(phone)
    phone.browser.execute_script("document.querySelectorAll('.report-questions summary').forEach((one) => one.click())")
    phone.one("answered-text")
    is_right(phone)


def test_every_state_of_a_realistic_one_in_points(phone):
    phone.begin(mode="realistic", score="points", count=2)
    is_right(phone)
    for _ in range(2):
        before = phone.prompt()
        phone.answer()
        phone.wait(lambda: phone.shown("report") or phone.prompt() not in ("", before))
        is_right(phone)
    phone.browser.execute_script("document.querySelectorAll('.report-questions summary').forEach((one) => one.click())")
    phone.one("answered-text")
    is_right(phone)
