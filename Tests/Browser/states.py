"""Pictures of every state that a test holds against WCAG: GREENROOM_STATES names the folder they are put into."""

import base64
import itertools
import os
import re
from pathlib import Path

FOLDER = os.environ.get("GREENROOM_STATES")
# Colours glide from one scheme to the other.
SETTLED = """
    const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => {
        for (const one of document.getAnimations()) if (Number.isFinite(one.effect.getComputedTiming().endTime)) one.finish();
        done();
    }));
"""
numbers = itertools.count(1)


def keep_pictures(browser):
    """The window as it is, as wide as it is, in the light and in the dark."""
    if not FOLDER:
        return
    test = re.sub(r"\W+", "-", os.environ["PYTEST_CURRENT_TEST"].split("::")[-1].removesuffix(" (call)")).strip("-")
    number, width = next(numbers), browser.execute_script("return window.innerWidth")
    was = browser.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")
    for scheme in ("dark", "light"):
        emulate(browser, "prefers-color-scheme", scheme)
        browser.execute_async_script(SETTLED)
        taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": not is_over(browser)})
        Path(FOLDER, f"{test}-{number:04}-{width}-{scheme}.png").write_bytes(base64.b64decode(taken["data"]))
    emulate(browser, "prefers-color-scheme", was)
    browser.execute_async_script(SETTLED)


def is_over(browser):
    """Whether something lies over the page, which is then no longer seen as a whole."""
    return browser.execute_script("return document.querySelector('dialog[open]') !== null")


def emulate(browser, feature, value):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})
