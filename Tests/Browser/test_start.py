"""The start page in all its states: what it says, what it remembers, and that everybody can use it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from accessibility import check
from page import Page
from server import ROOT, Client
from test_paste import DROP, OWN, SET, open_panel, opened, paste


@pytest.fixture
def shape(browser):
    """Sets width, height, colour scheme; and takes it back."""
    def set_shape(width=1280, height=900, scheme="light"):
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    yield set_shape
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def open_options(page):
    page.browser.execute_script("document.querySelector('details.more').open = true")


def fill(page, testid, text):
    field = page.one(testid)
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys(text)


def fits(browser):
    return browser.execute_script(
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def everything_open(page):
    """Cards, what is under way, the panel with a report, all options."""
    page.start(count=1, seed=None)
    page.wait(page.prompt)
    page.browser.get(page.server.url + "/#")
    page.wait(lambda: page.shown("resume") and page.shown("start-button").get_attribute("aria-disabled") != "true")
    page.browser.execute_script(DROP, "my notes.md", OWN + "\n## What is dropout?\n")
    page.one("own-report")
    page.browser.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    Select(page.one("limit-per")).select_by_value("question")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1280, 900), (360, 740), (640, 450)], ids=["wide", "phone", "200 %"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_everybody_can_use_it(browser, server, shape, scheme, width, height, language):
    shape(width, height, scheme)
    page = opened(browser, server)
    if language != "en":
        Select(page.one("language")).select_by_value(language)
        page.wait(lambda: browser.execute_script("return document.documentElement.lang") == language)
        page.wait(lambda: page.shown("start-button").get_attribute("aria-disabled") != "true")
    check(browser)
    assert fits(browser)
    everything_open(page)
    rules = check(browser)
    assert {"color-contrast", "target-size", "label"} <= set(rules)
    assert fits(browser)


def test_a_set_up_is_in_the_address_and_back(browser, server):
    page = opened(browser, server)
    for box in browser.find_elements("css selector", 'input[name="topic"]'):
        if box.get_attribute("value") not in ("drift", "latency"):
            box.click()
    fill(page, "count", "3")
    page.press("mode-realistic")
    open_options(page)
    browser.execute_script("document.querySelector('.weighing').open = true")
    for testid, value in [("difficulty", "adaptive"), ("order", "byTopic"), ("pace", "fast"),
                          ("limit-per", "question"), ("weight-drift", "3")]:
        Select(page.one(testid)).select_by_value(value)
    fill(page, "limit-minutes", "1.5")
    page.press("score-points")
    page.press("fresh")
    page.one("seed").send_keys("thursday")
    with Client(server) as client:
        bank = client.welcome["bank"]["hash"]
    fragment = browser.current_url.split("#")[1]
    assert fragment.split("&") == [
        "topics=drift,latency", "count=3", "pace=fast", "mode=realistic", "score=points", "difficulty=adaptive",
        "order=byTopic", "weights=drift:3", "limit=question:90", "fresh=1", "seed=thursday", f"bank={bank[:12]}"]
    browser.get("about:blank")
    page = opened(browser, server, "#" + fragment)
    assert page.one("mode-realistic").is_selected()
    values = {testid: page.one(testid).get_attribute("value") for testid in [
        "count", "difficulty", "order", "pace", "limit-per", "limit-minutes", "weight-drift", "seed"]}
    assert values == {
        "count": "3", "difficulty": "adaptive", "order": "byTopic", "pace": "fast", "limit-per": "question",
        "limit-minutes": "1.5", "weight-drift": "3", "seed": "thursday"}
    assert page.one("score-points").is_selected() and page.one("fresh").is_selected()
    ticked = [box.get_attribute("value") for box in browser.find_elements("css selector", 'input[name="topic"]:checked')]
    assert ticked == ["drift", "latency"]


def test_a_length_in_minutes_is_a_limit(browser, server):
    page = opened(browser, server)
    Select(page.one("unit")).select_by_value("minutes")
    assert page.one("count").get_attribute("value") == "20"
    assert browser.current_url.endswith("limit=interview:1200")
    assert "When the time is up" in browser.find_element("id", "count-note").text
    open_options(page)
    assert not page.shown("limit-per")
    browser.get("about:blank")
    page = opened(browser, server, "#limit=interview:600")
    assert Select(page.one("unit")).first_selected_option.get_attribute("value") == "minutes"
    assert page.one("count").get_attribute("value") == "10"


def test_the_link_can_be_copied(browser, server):
    browser.execute_cdp_cmd("Browser.grantPermissions", {
        "origin": server.url, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    page = opened(browser, server)
    open_options(page)
    page.one("seed").send_keys("shared")
    page.press("copy-link")
    page.wait(lambda: page.text("link-copied"))
    copied = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")
    assert copied == browser.current_url and "seed=shared" in copied
    browser.execute_cdp_cmd("Browser.resetPermissions", {})


def test_the_link_can_be_copied_by_hand(browser, server):
    page = opened(browser, server)
    open_options(page)
    # As on a page without TLS: there is no clipboard.
    browser.execute_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.press("copy-link")
    field = page.one("link")
    assert field.get_attribute("value").startswith(server.url)
    assert browser.execute_script("return document.activeElement === arguments[0]", field)
    assert browser.execute_script("return getSelection().toString()") == field.get_attribute("value")
    check(browser)


def test_a_link_that_was_made_with_other_questions(browser, server):
    page = opened(browser, server, "#topics=drift&count=1&pace=instant&seed=thursday&bank=0123456789ab")
    assert "other questions" in page.one("open-refusal").text
    page.press("start-button")
    page.wait(lambda: browser.switch_to.active_element.get_attribute("data-testid") == "start-anyway")
    assert not page.shown("answer")
    check(browser)
    # Another pace does not make it the same interview.
    open_options(page)
    Select(page.one("pace")).select_by_value("fast")
    assert page.shown("open-refusal")
    page.press("start-anyway")
    page.wait(page.prompt)


def test_a_link_gives_the_same_interview(browser, server):
    prompts = []
    for _ in range(2):
        with Client(server) as client:
            bank = client.welcome["bank"]["hash"][:12]
        page = opened(browser, server, f"#count=1&pace=instant&mode=realistic&seed=thursday&bank={bank}")
        assert not page.shown("open-refusal")
        page.press("start-button")
        prompts.append(page.wait(page.prompt))
        browser.get("about:blank")
    assert prompts[0] == prompts[1]


@pytest.mark.parametrize("spoil, testid", [
    (lambda page: fill(page, "count", "0"), "count"),
    (lambda page: fill(page, "count", "99"), "count"),
    (lambda page: (open_options(page), Select(page.one("limit-per")).select_by_value("question"),
                   fill(page, "limit-minutes", "0.1"),
                   page.browser.execute_script("document.querySelector('details.more').open = false")), "limit-minutes"),
], ids=["none", "too many", "too short a time"])
def test_what_cannot_be_started_says_where(browser, server, spoil, testid):
    page = opened(browser, server)
    spoil(page)
    page.press("start-button")
    focused = browser.switch_to.active_element
    assert focused.get_attribute("data-testid") == testid and focused.get_attribute("aria-invalid") == "true"
    described = focused.get_attribute("aria-describedby").split()
    assert any("Choose" in browser.find_element("id", name).text for name in described)
    assert not page.shown("answer")
    check(browser)


def test_without_a_topic_there_is_nothing_to_start(browser, server):
    page = opened(browser, server)
    browser.find_elements("css selector", ".tools button")[1].click()
    page.press("start-button")
    assert browser.find_element("id", "topics-error").is_displayed()
    assert browser.switch_to.active_element.get_attribute("name") == "topic"
    check(browser)


def test_while_the_server_is_away(browser, start_server):
    server = start_server()
    page = opened(browser, server)
    server.kill()
    page.wait(lambda: page.state("connection") == "reconnecting")
    page.press("start-button")
    assert "connection is back" in page.one("start-note").text
    check(browser)
    server.start()
    page.wait(lambda: page.shown("answer"), 30)


def test_a_server_that_cannot_be_reached(browser):
    """The page came from somewhere, but nobody speaks the protocol there."""
    files = partial(Quiet, directory=ROOT / "Public")
    with ThreadingHTTPServer(("127.0.0.1", 0), files) as other:
        Thread(target=other.serve_forever).start()
        try:
            browser.get(f"http://localhost:{other.server_port}/")
            page = Page(browser, None)
            page.wait(lambda: "can’t be reached" in browser.find_element("css selector", ".topic-list").text)
            assert page.shown("start-button").get_attribute("aria-disabled") == "true"
            check(browser)
        finally:
            browser.get("about:blank")
            other.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_another_language_asks_first_where_a_document_would_be_lost(browser, server):
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    Select(page.one("language")).select_by_value("de")
    page.press("dialog-stay")
    assert Select(page.one("language")).first_selected_option.get_attribute("value") == "en"
    assert page.one("own-report")


def test_the_keyboard_reaches_everything(browser, server):
    page = opened(browser, server)
    open_panel(page)
    open_options(page)
    browser.execute_script(SET, "own-text", "x")
    wanted = browser.execute_script("""
        return [...document.querySelectorAll("main button, main select, main textarea, main summary, main input, footer select")]
            .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && (one.type !== "radio" || one.checked))
            .map((one, i) => one.dataset.tabbed = i).length""")
    browser.execute_script("document.activeElement.blur(); window.reached = new Set();"
                           "addEventListener('focusin', (event) => reached.add(event.target.dataset.tabbed))")
    body = browser.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    for _ in range(wanted + 10):
        browser.switch_to.active_element.send_keys(Keys.TAB)
    reached = browser.execute_script("return [...reached].filter((one) => one !== undefined).length")
    assert reached == wanted
