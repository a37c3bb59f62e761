"""Every state of an interview in the light and in the dark, on a phone and at 200 %, in both languages: readable, nothing
wider than the window, one way on. GREENROOM_LOOKS names a folder that pictures of all of them are put into."""

import base64
import os
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import WINDOWS, Window, fits, ways_on
from states import emulate, is_over

PICTURES = os.environ.get("GREENROOM_LOOKS")
LOOKS = ["phone light en", "phone dark de", "zoomed light de", "zoomed dark en", "laptop light en", "laptop dark de"]


class Look:
    """An interview in a window, looked at state by state."""

    def __init__(self, room, name):
        self.room, self.name, self.count = room, name, 0

    def is_right(self, state):
        browser = self.room.browser
        self.count += 1
        picture(browser, f"{self.name} {self.count:02} {state}")
        check(browser)
        assert fits(browser), state
        assert len(ways_on(browser)) <= 1, (state, ways_on(browser))


def picture(browser, name, whole=True):
    """The whole page, however far it goes down; the window as it is where that is wanted, or something lies over it."""
    if not PICTURES:
        return
    whole = whole and not is_over(browser)
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": whole})
    Path(PICTURES, name.replace(" ", "-") + ".png").write_bytes(base64.b64decode(taken["data"]))


@pytest.fixture(params=LOOKS)
def look(room, request):
    window, scheme, language = request.param.split()
    browser = room.browser
    browser.get(room.server.url)
    browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    browser.refresh()
    emulate(browser, "prefers-color-scheme", scheme)
    with Window(browser, *WINDOWS[window]):
        yield Look(room, request.param)
    emulate(browser, "prefers-color-scheme", "")


def unfold(room):
    room.browser.execute_script("document.querySelectorAll('.report-questions summary').forEach((one) => one.click())")
    room.one("answered-text")


def test_every_state_of_a_coached_interview(look):
    room = look.room
    room.begin(limit="question:900")
    look.is_right("asked")
    room.press("hint")
    room.one("hints")
    room.press("pause")
    room.wait(lambda: room.state("time") == "paused")
    look.is_right("hinted paused")
    room.send("Accuracy is how many predictions were correct; it depends on the data.")
    look.is_right("feedback")
    room.press("open-points")
    room.press("dispute")
    room.one("ruling")
    look.is_right("ruled")
    if room.shown("probe"):
        room.one("reply").send_keys("Sensitivity is how many of the real cases it catches.", Keys.CONTROL, Keys.ENTER)
        room.one("changes")
        look.is_right("replied")
    room.press("reveal")
    room.one("model-answer")
    look.is_right("model answer")
    room.press("retry")
    look.is_right("retry")
    room.press("back")
    before = room.prompt()
    room.press("next")
    room.wait(lambda: room.prompt() not in ("", before))
    before = room.prompt()
    room.press("skip")
    room.wait(lambda: room.prompt() not in ("", before))
    room.one("skipped")
    look.is_right("skipped")
    room.press("options-button")
    look.is_right("options")
    room.press("dialog-close")
    room.press("end")
    look.is_right("end early")
    room.press("dialog-proceed")
    room.one("report")
    look.is_right("report")
    unfold(room)
    look.is_right("report unfolded")
    room.load("#")
    room.wait(lambda: room.shown("start-button") and room.shown("start-button").get_attribute("aria-disabled") != "true")
    look.is_right("start afterwards")


def test_every_state_of_a_realistic_one_in_points(look):
    room = look.room
    room.begin(mode="realistic", score="points", count=2)
    look.is_right("realistic")
    for _ in range(2):
        before = room.prompt()
        room.answer()
        room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
        look.is_right("realistic after it")
    unfold(room)
    look.is_right("realistic report")
