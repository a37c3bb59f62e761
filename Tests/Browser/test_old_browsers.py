"""The page in browsers that are some years old: Safari 15.4, Firefox 98, Chromium 99 and newer."""

import re

import pytest

from server import ROOT
from test_paste import opened

SCRIPTS = sorted((ROOT / "Public/js").rglob("*.js"))
STYLES = sorted((ROOT / "Public/css").glob("*.css"))

# What an old browser cannot even read: the whole module, and with it the page, would be missing.
UNREADABLE = {
    "a lookbehind (Safari 16.4)": re.compile(r"\(\?<[=!]"),
    "the flag v of a pattern (Safari 17)": re.compile(r"/[gimsuy]*v[gimsuy]*[.;,)]\s*$"),
    "a static block (Safari 16.4)": re.compile(r"^\s*static \{"),
    "an import attribute (Safari 17.2)": re.compile(r"^import .* with \{"),
}

# What an old browser's library lacks. A call that looks first whether it is there (`?.(`) is no harm.
MISSING = re.compile(r"\.(toSorted|toReversed|toSpliced|with|toWellFormed|isWellFormed|groupBy|withResolvers|union)\((?!\))")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_an_old_browser_can_read_the_script(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        for what, pattern in UNREADABLE.items():
            assert not pattern.search(line), f"{path.name}:{number} has {what}"
        assert not MISSING.search(line), f"{path.name}:{number}: {line.strip()}"


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_newer_property_stands_after_an_older_one(path):
    text = path.read_text()
    # Alternative text for generated content: Safari 17.4, Firefox 128. Without it the whole line is dropped.
    for found in re.finditer(r'content: ("[^"]*"|attr\([^)]*\)) / "";', text):
        assert text[:found.start()].rstrip().endswith(f"content: {found.group(1)};"), found.group(0)
    for found in re.finditer(r"(?<!-)user-select: (\w+);", text):
        assert text[:found.start()].rstrip().endswith(f"-webkit-user-select: {found.group(1)};"), found.group(0)


def test_a_field_does_not_make_a_phone_zoom(browser, server):
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True})
    try:
        opened(browser, server)
        sizes = browser.execute_script("""
            return [...document.querySelectorAll("input, select, textarea")]
                .map((one) => [one.id, parseFloat(getComputedStyle(one).fontSize)])""")
        assert len(sizes) > 5
        assert not [one for one in sizes if one[1] < 16]
    finally:
        browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
