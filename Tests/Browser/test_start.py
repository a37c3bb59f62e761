"""The start page in all its states: what it says, what it remembers, and that everybody can use it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from accessibility import check
from page import Page
from server import ROOT, SHAPES, Client
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


def choose(page, testid, value):
    Select(page.one(testid)).select_by_value(value)


def chosen(page):
    return [chip.get_attribute("value") for chip in page.browser.find_elements("css selector", 'button[name="topic"]')
            if chip.get_attribute("aria-pressed") == "true"]


def sentence(page):
    """The set-up as it is read: each select by what is chosen in it."""
    return page.browser.execute_script("""
        const read = (node) => node.hidden ? "" : node.matches?.("select") ? node.selectedOptions[0].textContent
            : node.nodeType === Node.TEXT_NODE ? node.data : [...node.childNodes].map(read).join("");
        return read(document.getElementById("sentence"));""")


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
    choose(page, "clock", "question:120")


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
    page.press("topic-drift")
    page.press("topic-latency")
    open_options(page)
    browser.execute_script("document.querySelector('.weighing').open = true")
    for testid, value in [("length", "q3"), ("mode", "realistic"), ("difficulty", "adaptive"), ("order", "byTopic"),
                          ("pace", "fast"), ("clock", "question:90"), ("weight-drift", "3")]:
        choose(page, testid, value)
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
    values = {testid: page.one(testid).get_attribute("value") for testid in [
        "length", "mode", "difficulty", "order", "pace", "clock", "weight-drift", "seed"]}
    assert values == {
        "length": "q3", "mode": "realistic", "difficulty": "adaptive", "order": "byTopic", "pace": "fast",
        "clock": "question:90", "weight-drift": "3", "seed": "thursday"}
    assert page.one("score-points").is_selected() and page.one("fresh").is_selected()
    assert chosen(page) == ["drift", "latency"]


def test_the_set_up_reads_as_a_sentence(browser, server):
    page = opened(browser, server)
    assert sentence(page) == "Ask me 5 questions on all topics, of any difficulty, coached and without a clock."
    page.press("topic-drift")
    assert sentence(page).startswith("Ask me 5 questions on Drift, of")
    page.press("topic-latency")
    assert " on Drift and Latency, " in sentence(page)
    page.press("topic-mlops")
    choose(page, "length", "m1200")
    assert sentence(page) == "Ask me questions for 20 minutes on 3 topics, of any difficulty, coached."


def test_nobody_scrolls_for_the_way_on(browser, server, shape):
    """With every part of the page that can stand above it: 26 topics, and what is due below."""
    for width, height in [(1280, 800), (390, 844), (360, 640)]:
        shape(width, height)
        page = opened(browser, server)
        start = page.one("start-button")
        top, bottom = browser.execute_script(
            "const box = arguments[0].getBoundingClientRect(); return [box.top, box.bottom]", start)
        assert 0 <= top and bottom <= height
        # And whoever has scrolled down to the topics still has it on a phone.
        if width < 700:
            browser.execute_script("scrollTo(0, document.documentElement.scrollHeight)")
            assert start.rect["y"] - browser.execute_script("return scrollY") < height
    shape(1280, 800)
    page = opened(browser, server)
    presses = 0
    browser.execute_script("document.activeElement.blur()")
    while browser.switch_to.active_element.get_attribute("data-testid") != "start-button":
        browser.switch_to.active_element.send_keys(Keys.TAB)
        presses += 1
        assert presses <= 15


def test_the_first_topic_means_only_that_one(browser, server):
    page = opened(browser, server)
    everything = page.text("topics-chosen")
    assert everything.startswith("All 26, with ") and chosen(page) == []
    page.press("topic-drift")
    assert chosen(page) == ["drift"] and page.text("topics-chosen").startswith("1 of 26, with ")
    page.press("topic-latency")
    assert chosen(page) == ["drift", "latency"]
    announced = "return document.querySelector('[data-testid=announcements]').lastElementChild?.textContent"
    page.wait(lambda: browser.execute_script(announced) == page.text("topics-chosen"))
    page.press("topic-latency")
    page.press("topic-drift")
    assert chosen(page) == [] and page.text("topics-chosen") == everything
    page.press("topic-drift")
    page.press("topics-all")
    assert chosen(page) == [] and not page.shown("topics-all")


def test_with_every_topic_pressed_a_press_is_said_to_take_one_out(browser, small_server):
    page = Page(browser, small_server).load("#topics=evaluation,training")
    page.wait(lambda: chosen(page) == ["evaluation", "training"])
    assert page.text("topics-chosen") == "All 2, with 3 questions. Press one to leave it out."
    page.press("topic-training")
    assert chosen(page) == ["evaluation"] and page.text("topics-chosen") == "1 of 2, with 2 questions."
    page.press("topic-evaluation")
    assert page.text("topics-chosen") == "All 2, with 3 questions. Choose one to be asked on that one only."


def test_topics_are_found_by_a_filter(browser, server):
    page = opened(browser, server)
    field = page.one("topic-filter")
    before = browser.current_url
    field.send_keys("drif")
    assert [chip.get_attribute("value") for chip in browser.find_elements("css selector", ".chip")
            if chip.is_displayed()] == ["drift"]
    field.send_keys(Keys.ENTER)
    assert chosen(page) == ["drift"] and not page.shown("answer")
    field.send_keys("zzz")
    assert page.text("topics-none") == "No topic is called “drifzzz”."
    check(browser)
    field.send_keys(Keys.ESCAPE)
    assert field.get_attribute("value") == "" and page.shown("topic-latency")
    assert browser.current_url != before and "zzz" not in browser.current_url


def test_the_chips_are_one_stop_with_arrows(browser, server):
    page = opened(browser, server)
    page.one("topic-filter").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Models", "a group's name presses all of it"
    browser.switch_to.active_element.send_keys(Keys.TAB)
    first = browser.switch_to.active_element
    assert first.get_attribute("name") == "topic"
    first.send_keys(Keys.ARROW_RIGHT)
    second = browser.switch_to.active_element
    assert second != first and second.get_attribute("name") == "topic"
    second.send_keys(Keys.SPACE)
    assert chosen(page) == [second.get_attribute("value")]
    second.send_keys(Keys.END)
    last = browser.switch_to.active_element
    last.send_keys(Keys.TAB)
    assert browser.switch_to.active_element.get_attribute("name") != "topic"
    browser.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    assert browser.switch_to.active_element == last


def test_a_link_with_topics_that_are_not_here_says_so(browser, server):
    page = opened(browser, server, "#topics=nlp&count=1&pace=instant")
    assert "The link asks for a topic that is not here: nlp." in page.text("unknown-topics")
    page.press("start-button")
    focused = browser.switch_to.active_element
    assert "nlp" in focused.text and not page.shown("answer")
    check(browser)
    page.press("topic-drift")
    assert "nlp" in page.text("unknown-topics") and not page.shown("unknown-all")
    page.press("topic-drift")
    page.press("unknown-all")
    page.wait(page.prompt)
    # Where some of them are here, those are meant.
    browser.get("about:blank")
    page = opened(browser, server, "#topics=nlp,drift&count=1&pace=instant")
    assert "nlp" in page.text("unknown-topics") and chosen(page) == ["drift"]
    page.press("start-button")
    page.wait(page.prompt)


def test_the_last_set_up_is_there_again(browser, server):
    page = opened(browser, server)
    page.press("topic-drift")
    choose(page, "length", "q2")
    choose(page, "mode", "realistic")
    open_options(page)
    page.one("seed").send_keys("once")
    page.press("start-button")
    page.wait(lambda: page.shown("answer"))
    browser.get("about:blank")
    page = opened(browser, server)
    assert sentence(page) == "Ask me 2 questions on Drift, of any difficulty, without a word and without a clock."
    assert page.browser.find_element("id", "seed").get_attribute("value") == ""
    # A link means what it says.
    browser.get("about:blank")
    page = opened(browser, server, "#count=4")
    assert sentence(page).startswith("Ask me 4 questions on all topics, of any difficulty, coached")


def test_a_length_in_minutes_is_a_limit(browser, server):
    page = opened(browser, server)
    choose(page, "length", "m1200")
    assert browser.current_url.endswith("limit=interview:1200")
    assert "When the time is up" in page.text("setup-note")
    assert not page.shown("clock")
    browser.get("about:blank")
    # A link may name any length.
    page = opened(browser, server, "#limit=interview:750")
    assert "questions for 12.5 minutes" in sentence(page)
    assert browser.execute_script("return document.getElementById('length').value") == "m750"


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


def test_more_than_there_are_is_said(browser, server):
    page = opened(browser, server)
    page.press("topic-drift")
    choose(page, "length", "q60")
    assert "only" in page.text("setup-note")


DEAF_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"


def test_a_small_bank_can_be_asked_whole(browser, start_server):
    page = Page(browser, start_server("--bank", SHAPES)).load()
    with Client(page.server) as client:
        total = client.welcome["bank"]["questions"]
    page.wait(lambda: page.shown("start-button").get_attribute("aria-disabled") != "true")
    lengths = Select(page.one("length"))
    assert [one.text for one in lengths.options if one.text.startswith("all ")] == [f"all {total} questions"]
    lengths.select_by_visible_text(f"all {total} questions")
    assert f"Ask me all {total} questions on all topics" in sentence(page)
    assert f"count={total}" in browser.current_url
    browser.refresh()
    page.wait(lambda: page.shown("length") and f"Ask me all {total} questions" in sentence(page))


def test_what_cannot_be_asked_in_one_go_is_no_choice(browser, server):
    page = Page(browser, server).load()
    page.wait(lambda: page.shown("start-button").get_attribute("aria-disabled") != "true")
    assert not [one.text for one in Select(page.one("length")).options if one.text.startswith("all ")]


def test_a_browser_that_keeps_nothing_says_so_before_the_start(browser, server):
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": DEAF_STORAGE})
    try:
        page = opened(browser, server)
        assert "a reload loses what you are typing" in page.text("storage-note")
        check(browser)
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    page = opened(browser, server)
    assert not page.shown("storage-note")


# It is there, and takes nothing.
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };"


@pytest.mark.parametrize("blocked", [DEAF_STORAGE, FULL_STORAGE], ids=["closed", "full"])
def test_a_browser_that_keeps_nothing_blames_no_other_after_a_reload(browser, server, blocked):
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": blocked})
    try:
        page = opened(browser, server)
        assert page.shown("storage-note")
        page.press("start-button")
        page.wait(lambda: page.shown("answer"))
        # By its cookie the server knows whose the interview is.
        browser.refresh()
        page.wait(lambda: page.shown("answer"))
        browser.delete_all_cookies()
        browser.refresh()
        gone = page.one("gone").text
        assert "This browser keeps nothing for this page" in gone and "another" not in gone
        check(browser)
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_what_a_browser_has_cleared_goes_on_and_is_among_the_transcripts(browser, server):
    """Some clear what scripts have stored after a week, and leave the cookie."""
    page = opened(browser, server)
    page.start(count=1, topics=["drift"], seed=None)
    page.send("I compare the inputs with those of training.")
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    assert "I compare the inputs" in page.one("feedback").text
    check(browser)
    browser.get(f"{server.url}/transcripts")
    page.wait(lambda: "Drift" in browser.find_element("css selector", "main").text)


# What a server that opens rooms says of itself, on every connection.
HOSTING = """
    const listen = WebSocket.prototype.addEventListener;
    WebSocket.prototype.addEventListener = function (type, listener) {
        if (type !== "message") return listen.call(this, type, listener);
        listen.call(this, type, ({data}) => {
            const message = JSON.parse(data);
            listener({data: message.type === "welcome" ? JSON.stringify({...message, hosting: "open"}) : data});
        });
    };
"""


def test_a_door_is_there_only_where_it_leads_somewhere(browser, server, shape):
    with Client(server) as client:
        opens_rooms = "hosting" in client.welcome
    page = opened(browser, server)
    assert bool(page.shown("door-host")) == opens_rooms
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HOSTING})
    try:
        for width, scheme in [(1280, "light"), (1280, "dark"), (360, "light")]:
            shape(width, 800, scheme)
            browser.get("about:blank")
            page = opened(browser, server)
            doors = [page.one(f"door-{name}") for name in ("practise", "join", "host")]
            # Of equal rank: one row, one size.
            assert len({(door.rect["y"], door.rect["height"], round(door.rect["width"])) for door in doors}) == 1
            assert page.one("start-button").rect["y"] < 800
            check(browser)
            assert fits(browser)
        for door in doors[1:]:
            address = door.get_attribute("href").split("#")[0].removeprefix(server.url)
            assert server.get(address).status == 200
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


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
            page.wait(lambda: "can’t be reached" in browser.find_element("css selector", ".topic-groups").text)
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
    for _ in range(wanted + 30):
        browser.switch_to.active_element.send_keys(Keys.TAB)
    missed = browser.execute_script(
        "return [...document.querySelectorAll('[data-tabbed]')].filter((one) => !reached.has(one.dataset.tabbed)).map((one) => one.outerHTML)")
    assert wanted > 10 and missed == []
