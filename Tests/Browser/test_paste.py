"""A document of the visitor's own: pasted, chosen or dropped on the start page, and practised on at once."""

import os

import pytest
from selenium.webdriver.support.ui import Select

from accessibility import IN_ORDER, check
from page import Page
from proxy import Proxy
from server import Client, Server
from weather import Weather

OWN = """# Metrics

## What does recall tell?

Recall is the **share of positives found**: true positives among all that are positive.

## What does precision tell?

Precision is the **share of predictions that are right** among those that say positive.

# Baking

## Why does dough rise?

Because **yeast makes carbon dioxide**, which stretches the gluten.
"""

MANY = "# Many\n" + "".join(
    f"\n## What is thing number {number}?\n\nThing {number} is a device that **measures {number} volts**. "
    f"It was built for case {number}.\n" for number in range(1000))

SET = """
    const [id, text] = arguments;
    const field = document.querySelector(`[data-testid="${id}"]`);
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
"""

DROP = """
    const [name, text] = arguments;
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    const target = document.querySelector("h1");
    for (const type of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
    }
"""


def opened(browser, server, fragment=""):
    page = Page(browser, server).load(fragment)
    page.wait(lambda: page.shown("start-button").get_attribute("aria-disabled") != "true")
    return page


def open_panel(page):
    page.browser.find_element("css selector", '[data-testid="own"] summary').click()
    return page.one("own-text")


def paste(page, text):
    open_panel(page)
    page.browser.execute_script(SET, "own-text", text)
    page.press("own-use")


def topics(page):
    return [chip.get_attribute("value") for chip in page.browser.find_elements("css selector", 'button[name="topic"]')]


def test_a_pasted_document_is_practised_and_can_be_left(browser, server):
    page = opened(browser, server)
    before = topics(page)
    paste(page, OWN)
    report = page.one("own-report").text
    assert "3 questions" in report and "headings of level 2" in report
    assert topics(page) == ["metrics", "baking"]
    assert browser.find_element("css selector", "[data-testid=announcements]").text == "Ready: 3 questions of your own."
    # Whoever waited for it is taken to what was found.
    assert browser.execute_script("return document.activeElement.matches('[data-testid=own-report] h3')")
    assert browser.execute_script(IN_ORDER) is None
    check(browser)
    page.press("source-server")
    page.wait(lambda: topics(page) == before)
    page.press("source-own")
    page.wait(lambda: topics(page) == ["metrics", "baking"])
    page.start(count=1, topics=["baking"], seed=None)
    page.wait(lambda: page.prompt() == "Why does dough rise?")
    page.send("Yeast makes carbon dioxide.")
    assert page.points()[0][0] == "hit"
    page.next()
    # Once more from the report: the document is still there.
    page.press("again")
    page.wait(lambda: page.prompt() == "Why does dough rise?" and page.shown("answer"))


def test_missed_points_of_a_document_stay_with_it(browser, server):
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    page.start(count=1, topics=["baking"], seed=None)
    for way in ["practise-points", "again", None]:
        page.wait(lambda: page.prompt() == "Why does dough rise?" and page.shown("answer"))
        page.send("I do not know.")
        page.next()
        if way:
            page.press(way)


def test_nothing_of_it_is_kept_or_put_into_the_address(browser, server):
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    page.press("source-own")
    page.press("topic-baking")
    Select(page.one("length")).select_by_value("q7")
    assert "topics" not in browser.current_url and "bank" not in browser.current_url
    kept = browser.execute_script("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    assert "recall" not in kept.lower() and "yeast" not in kept.lower()
    page.press("own-remove")
    page.wait(lambda: "metrics" not in topics(page))
    assert not page.all("source-own")


def test_a_dropped_file(browser, server):
    page = opened(browser, server)
    browser.execute_script(DROP, "deck.csv", "question,answer\nWhat is yeast?,A fungus that makes dough rise\n"
                                             "What is gluten?,A protein that holds dough together\n")
    assert "2 questions" in page.one("own-report").text
    assert browser.execute_script("return document.querySelector('.drop-sign').hidden")


def test_what_is_in_the_clipboard_is_shown_before_it_is_sent(browser, server):
    page = opened(browser, server)
    browser.execute_script("""
        const data = new DataTransfer();
        data.setData("text/plain", arguments[0]);
        document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
    """, OWN)
    assert page.one("own-text").get_attribute("value") == OWN
    assert browser.switch_to.active_element.get_attribute("data-testid") == "own-text"
    assert not page.shown("own-report") and not page.shown("own-sending")
    page.press("own-use")
    page.one("own-report")


@pytest.mark.parametrize("name, text, said", [
    ("deck.apkg", "PK", "greenroom bank import"),
    ("picture.png", "PNG\0\0", "no text"),
    ("empty.md", " \n", "empty"),
    ("long.md", "x" * (2 * 1024 * 1024 + 1), "2 MiB"),
    ("diary.md", "Dear diary, today was fine.", "No question"),
], ids=["package", "binary", "empty", "long", "no questions"])
def test_what_cannot_be_used_says_why(browser, server, name, text, said):
    page = opened(browser, server)
    browser.execute_script(DROP, name, text)
    assert said in page.one("own-error").text
    check(browser)
    # And the way on is open.
    browser.execute_script(SET, "own-text", OWN)
    page.press("own-use")
    page.one("own-report")


def test_a_document_is_kept_in_this_browser_and_offered_again(browser, server):
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    page = opened(browser, server, "?again")
    page.wait(lambda: "1 document kept here" in page.one("own").text)
    open_panel(page)
    assert page.one("own-use-kept").text == "My questions"
    check(browser)
    page.press("own-use-kept")
    assert "3 questions can be practised" in page.one("own-report").text
    assert page.shown("topic-baking")
    page = opened(browser, server, "?more")
    page.wait(lambda: "1 document kept here" in page.one("own").text)
    open_panel(page)
    page.press("own-forget-kept")
    page.wait(lambda: not page.shown("own-kept"))
    page = opened(browser, server, "?none")
    assert "kept here" not in page.one("own").text


def test_so_many_documents_are_kept_and_no_more(browser, server):
    page = opened(browser, server)
    kept = browser.execute_async_script("""
        const done = arguments[0];
        const { Shelf, mostKept } = await import("./js/shelf.js");
        const shelf = new Shelf(() => {});
        for (let i = 0; i < mostKept.documents + 3; i++) await shelf.keep({ name: `document ${i}`, text: "x" });
        const names = shelf.documents.map(({ name }) => name).sort();
        const half = "y".repeat(mostKept.length / 2 + 1);
        await shelf.keep({ name: "a", text: half });
        await shelf.keep({ name: "b", text: half });
        const large = shelf.documents.map(({ name }) => name);
        await shelf.keep({ name: "too large", text: "z".repeat(mostKept.length + 1) });
        done([names, large, shelf.documents.map(({ name }) => name)]);
    """.replace("const done = arguments[0];", "const done = arguments[0]; (async () => {") + "})();")
    assert kept[0] == [f"document {i}" for i in range(3, 8)]
    assert "b" in kept[1] and "a" not in kept[1], "the older one makes room"
    assert kept[2] == kept[1], "what is too large for the place takes nothing away"
    assert page


def test_half_a_pair_never_travels(browser, server):
    page = opened(browser, server)
    result = browser.execute_async_script("""
        const done = arguments[0];
        import("./js/document.js").then(({piecesOf}) => {
            const text = "a" + "😀".repeat(70_000) + "漢".repeat(90_000) + "\\u0001".repeat(60_000);
            const pieces = piecesOf(text, 131_072);
            done({
                isWhole: pieces.join("") === text,
                splits: pieces.filter((piece) => /^[\\udc00-\\udfff]|[\\ud800-\\udbff]$/.test(piece)).length,
                longest: Math.max(...pieces.map((piece) => piece.length)),
                largest: Math.max(...pieces.map((piece) => new TextEncoder().encode(JSON.stringify(piece)).length)),
            });
        });
    """)
    assert result["isWhole"] and result["splits"] == 0
    assert result["longest"] <= 60_000 and result["largest"] <= 131_072 - 1000
    paste(page, MANY.replace("device", "device 😀 漢字" * 30))
    assert "1,000 questions" in page.one("own-report").text


def test_markup_in_a_document_stays_text(browser, server):
    page = opened(browser, server)
    paste(page, "# <img src=x onerror=alert(1)>\n\n## What is <script>alert(2)</script> for?\n\n"
                "**Scripts run**: <b onclick=alert(3)>code</b> in a page.\n")
    page.one("own-report")
    assert browser.execute_script(
        "return document.querySelectorAll('main img, main script, main b, [onclick]').length") == 0
    page.start(count=1, seed=None)
    page.wait(page.prompt)
    assert browser.execute_script(
        "return document.querySelectorAll('main img, main script, main b, [onclick]').length") == 0


@pytest.mark.parametrize("when", ["after", "before"])
def test_a_lost_connection_costs_nothing(browser, start_server, when):
    server = start_server()
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    server.kill()
    page.wait(lambda: page.state("connection") == "reconnecting")
    if when == "after":
        server.start()
        page.wait(lambda: page.state("connection") == "online", 30)
    # The server knows nothing of it any more: it is sent again by itself.
    page.choose(count=1, topics=["baking"], seed=None)
    page.press("start-button")
    if when == "before":
        server.start()
    page.wait(lambda: page.prompt() == "Why does dough rise?", 30)


def test_sent_while_nobody_listens(browser, start_server):
    server = start_server()
    page = opened(browser, server)
    open_panel(page)
    server.kill()
    page.wait(lambda: page.state("connection") == "reconnecting")
    browser.execute_script(SET, "own-text", MANY)
    page.press("own-use")
    assert "as soon as the connection is back" in page.one("own-sending").text
    check(browser)
    # What was written is still there for whoever thinks better of it.
    page.press("own-stop")
    assert page.one("own-text").get_attribute("value") == MANY
    page.press("own-use")
    server.start()
    page.wait(lambda: page.shown("own-report"), 30)
    assert "1,000 questions" in page.one("own-report").text


@pytest.mark.parametrize("seed", range(int(os.environ.get("GREENROOM_PASTE_SEEDS", "8"))))
def test_on_a_bad_line_the_document_still_arrives(browser, bad_line, seed):
    """Pieces are lost, come twice, late or in part, and connections end: then it begins again by itself."""
    page = opened(browser, bad_line)
    bad_line.storm(Weather(seed))
    # The page is on a good connection until now: the next ones are the seed's.
    browser.execute_script("location.reload()")
    page.wait(lambda: page.shown("start-button") and page.shown("start-button").get_attribute("aria-disabled") != "true", 60)
    paste(page, MANY.replace("device", "device of many parts" * 8))
    page.wait(lambda: "1,000 questions" in page.text("own-report"), 90)
    page.start(count=1, seed=None)
    page.wait(lambda: page.prompt().startswith("What is thing number"), 60)


@pytest.fixture(scope="module")
def bad_line(tmp_path_factory):
    proxy = Proxy()
    server = Server(tmp_path_factory.mktemp("line"), "--allow-host", f"127.0.0.1:{proxy.port}")
    proxy.target = server.port
    yield proxy
    print(f"\n{dict(proxy.counts)}")
    assert server.stop() == 0
    proxy.close()


@pytest.fixture(autouse=True)
def good_again(request):
    yield
    if "bad_line" in request.fixturenames:
        request.getfixturevalue("bad_line").heal()


def test_a_thousand_questions_can_be_practised_at_once(browser, server):
    page = opened(browser, server)
    open_panel(page)
    took = browser.execute_async_script("""
        const [text, done] = arguments;
        document.querySelector("[data-testid=own-text]").value = text;
        const began = performance.now();
        new MutationObserver((_, observer) => {
            if (!document.querySelector("[data-testid=topic-many]")) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
        }).observe(document.querySelector("main"), {childList: true, subtree: true});
        document.querySelector("[data-testid=own-use]").click();
    """, MANY)
    assert "1,000 questions" in page.one("own-report").text
    print(f"1,000 questions could be practised {took:.0f} ms after they were pasted")
    assert took < 10_000


def test_the_document_of_another_visitor_is_not_shown(browser, server):
    page = opened(browser, server)
    paste(page, OWN)
    page.one("own-report")
    with Client(server) as client:
        assert "Baking" not in [topic["title"] for topic in client.welcome["bank"]["topics"]]
