"""One whole interview, with a reload in the middle, in the engines beside Chromium."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.webkitgtk.service import Service

from bidi import Firefox
from waiting import wait_for

ANSWER = "Misses cost more than false alarms."


class WebKit:
    """WebKitGTK's own browser on a screen of its own, with the few things that the interview needs."""

    def __init__(self, screen):
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(minibrowser())
        options.add_argument("--automation")
        self.driver = webdriver.WebKitGTK(
            options=options,
            service=Service(shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": screen}))

    def get(self, url): self.driver.get(url)

    def refresh(self): self.driver.refresh()

    def run(self, script): return self.driver.execute_script(f"return ({script})")

    def click(self, selector):
        element = self.driver.find_element("css selector", selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def write(self, text): self.driver.switch_to.active_element.send_keys(text)

    def quit(self): self.driver.quit()


def minibrowser():
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))


@pytest.fixture
def screen():
    """A screen that nobody sees; Xvfb says which number it took."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        yield ":" + said.readline().strip()
    process.terminate()
    process.wait()


@pytest.fixture(params=["firefox", "webkit"])
def engine(request, tmp_path):
    if request.param == "firefox":
        browser = Firefox(shutil.which("firefox-esr") or shutil.which("firefox"), tmp_path)
    else:
        browser = WebKit(request.getfixturevalue("screen"))
    yield browser
    browser.quit()


def shown(name):
    return (f"[...document.querySelectorAll('[data-testid=\"{name}\"]')]"
            ".some((one) => one.checkVisibility ? one.checkVisibility() : one.offsetParent !== null)")


def wait(engine, script, seconds=20):
    wait_for(lambda: engine.run(script), seconds)


def press(engine, name):
    wait(engine, f"{shown(name)} && document.querySelector('[data-testid=\"{name}\"]').getAttribute('aria-disabled') !== 'true'")
    engine.click(f'[data-testid="{name}"]')


def answer(engine, text):
    wait(engine, shown("answer"))
    engine.click('[data-testid="answer"]')
    engine.write(text)
    press(engine, "send")


def test_a_whole_interview(engine, small_server):
    engine.get(small_server.url + "/#count=2&pace=instant&seed=engines")
    press(engine, "start-button")
    answer(engine, ANSWER)
    wait(engine, shown("feedback"))
    # A draft and the interview come back after a reload.
    press(engine, "next")
    wait(engine, f"!({shown('feedback')}) && {shown('answer')}")
    engine.click('[data-testid="answer"]')
    engine.write("Half an ")
    wait(engine, "document.querySelector('[data-testid=\"answer\"]').value === 'Half an '")
    engine.refresh()
    wait(engine, "document.querySelector('[data-testid=\"answer\"]')?.value === 'Half an '")
    answer(engine, "answer")
    wait(engine, shown("feedback"))
    assert "Half an answer" in engine.run("document.body.innerText")
    press(engine, "next")
    wait(engine, f"{shown('report')} || {shown('dialog-proceed')}")
    if engine.run(shown("dialog-proceed")):
        press(engine, "dialog-proceed")
    wait(engine, shown("report"))
    assert "2 questions answered" in engine.run("document.body.innerText")
