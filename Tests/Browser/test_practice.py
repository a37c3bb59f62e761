"""Practising in a real browser, from the start page to the report."""

import json

import pytest
from selenium.webdriver.common.keys import Keys

from page import Page
from server import SHAPES, Client


def practise(page, count, answer="It depends on the data and on how the model is used in production."):
    """Answers every question; returns the prompts."""
    prompts = []
    for index in range(count):
        page.wait(page.prompt)
        prompts.append(page.prompt())
        page.send(answer)
        assert page.points() or page.shown("missing-line")
        assert answer in page.one("answered-text").text
        page.press("reveal")
        assert page.one("model-answer").text.strip()
        page.next()
    page.one("report")
    return prompts


def test_a_whole_interview_on_the_built_in_bank(browser, server):
    page = Page(browser, server).load()
    page.start(count=3)
    prompts = practise(page, 3)
    assert len(set(prompts)) == 3
    report = page.one("report").text
    assert all(prompt.splitlines()[0][:40] in report for prompt in prompts)


def test_own_words_are_highlighted_where_they_count(browser, server):
    page = Page(browser, server).load()
    page.start(count=1)
    page.wait(page.prompt)
    page.send("I would rather not say.")
    page.press("reveal")
    model = page.one("model-answer").text
    page.press("retry")
    page.wait(lambda: page.shown("answer"))
    # Emoji and right-to-left text before it: the places must not move.
    browser.execute_script(
        "const field = document.querySelector('[data-testid=answer]');"
        "field.value = arguments[0]; field.dispatchEvent(new Event('input', {bubbles: true}));",
        "😀 שלום " + model)
    page.one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    page.wait(lambda: any(verdict == "hit" for verdict, _ in page.points()))
    text = page.one("answered-text")
    assert "😀 שלום" in text.text
    marks = browser.execute_script("return [...arguments[0].querySelectorAll('mark')].map(m => m.textContent)", text)
    words = "".join(marks)
    assert words and "😀" not in words and "ש" not in words


def test_the_keyboard_alone_is_enough(browser, server):
    page = Page(browser, server).load()
    page.wait(lambda: page.shown("start-button").get_attribute("aria-disabled") != "true")
    page.one("start-button").send_keys(Keys.ENTER)
    page.wait(lambda: page.shown("answer"))
    page.wait(lambda: browser.switch_to.active_element.tag_name in ("textarea", "h1", "h2"))
    page.send("Keys only.")
    reached = tab_to(page, "next")
    reached.send_keys(Keys.ENTER)
    page.wait(lambda: page.shown("answer"))
    tab_to(page, "end").send_keys(Keys.ENTER)
    page.wait(lambda: page.shown("report") or page.shown("dialog-proceed"))
    if page.shown("dialog-proceed"):
        tab_to(page, "dialog-proceed").send_keys(Keys.ENTER)
    page.one("report")


def tab_to(page, testid):
    for _ in range(60):
        page.browser.switch_to.active_element.send_keys(Keys.TAB)
        focused = page.browser.switch_to.active_element
        if focused.get_attribute("data-testid") == testid:
            return focused
    raise AssertionError(f"{testid} cannot be reached with the keyboard")


def test_skip_and_end_lead_to_the_report(browser, server):
    page = Page(browser, server).load()
    page.start(count=3)
    page.wait(page.prompt)
    first = page.prompt()
    page.press("skip")
    page.wait(lambda: page.prompt() not in ("", first))
    page.press("end")
    page.wait(lambda: page.shown("report") or page.shown("dialog-proceed"))
    if page.shown("dialog-proceed"):
        page.press("dialog-proceed")
    page.one("report")


def test_a_reload_in_the_middle_of_an_answer_loses_nothing(browser, server):
    page = Page(browser, server).load()
    page.start(count=2)
    page.wait(page.prompt)
    prompt = page.prompt()
    page.write("Half of an answer, with 😀 and שלום")
    browser.refresh()
    page.wait(lambda: page.prompt() == prompt)
    assert page.one("answer").get_attribute("value") == "Half of an answer, with 😀 and שלום"
    page.send("And now the whole.")
    browser.refresh()
    page.one("feedback")
    assert page.one("answered-text").text.strip() == "And now the whole."


def test_a_killed_server_is_picked_up_where_it_was(browser, start_server, schema):
    server = start_server()
    page = Page(browser, server).load()
    page.start(count=2)
    page.wait(page.prompt)
    first = page.prompt()
    page.send("The first answer is kept.")
    server.kill()
    page.wait(lambda: page.state("connection") == "reconnecting")
    page.press("next")
    server.start()
    page.wait(lambda: page.state("connection") == "online", 30)
    page.wait(lambda: page.prompt() not in ("", first))
    # Sent while nobody listens: kept here, and sent once the server is back.
    server.kill()
    page.wait(lambda: page.state("connection") == "reconnecting")
    page.write("Sent into the dark.").send_keys(Keys.CONTROL, Keys.ENTER)
    server.start()
    page.wait(lambda: page.shown("feedback"), 30)
    assert page.one("answered-text").text.strip() == "Sent into the dark."
    page.next()
    page.one("report")
    answers = stored_answers(page, server, schema)
    assert answers == ["The first answer is kept.", "Sent into the dark."]


def stored_answers(page, server, schema):
    """What the server has of the interview that the page shows, by the seat that the browser holds."""
    interview = page.browser.execute_script("return new URLSearchParams(location.hash.slice(1)).get('interview')")
    stored = page.browser.execute_script("return localStorage.getItem('greenroom.interview.' + arguments[0])", interview)
    token = json.loads(stored)["token"]
    with Client(server, schema) as client:
        resumed = client.ask("resume", interview=interview, token=token, seq=0, until=["resumed"])
    return [message["text"] for message in resumed["missed"] if message["type"] == "answered"]


def test_documents_in_the_shapes_people_write(browser, start_server):
    server = start_server("--bank", SHAPES)
    page = Page(browser, server).load()
    total = practise_everything(page, server)
    assert total >= 8


def test_other_peoples_documents(browser, start_server, samples, tmp_path):
    bank = tmp_path / "bank"
    bank.mkdir()
    for document in (samples / "seeds").glob("*.txt"):
        (bank / document.name).write_bytes(document.read_bytes())
    server = start_server("--bank", bank)
    assert practise_everything(Page(browser, server).load(), server) == 34


def practise_everything(page, server):
    """Every question of the bank, each one seen once."""
    with Client(server) as client:
        total = client.welcome["bank"]["questions"]
    page.start(count=total)
    prompts = []
    for _ in range(total):
        page.wait(page.prompt)
        prompts.append(page.prompt())
        page.send("Monitoring, caching and a good pipeline.")
        assert page.points() or page.shown("missing-line")
        page.next()
    page.one("report")
    assert len(set(prompts)) == total
    return total


def test_two_tabs_show_the_same(browser, server):
    page = Page(browser, server).load()
    page.start(count=2)
    page.wait(page.prompt)
    address, first = browser.current_url, browser.current_window_handle
    browser.switch_to.new_window("tab")
    second = browser.current_window_handle
    try:
        browser.get(address)
        page.wait(page.prompt)
        page.send("From the second tab.")
        browser.switch_to.window(first)
        page.one("feedback")
        assert page.one("answered-text").text.strip() == "From the second tab."
    finally:
        browser.switch_to.window(second)
        browser.close()
        browser.switch_to.window(first)


def test_a_prompt_is_announced_by_the_sentence(browser, server):
    page = Page(browser, server).load()
    browser.execute_script("""
        window.announced = [];
        new MutationObserver(() => {
            const text = document.querySelector('[data-testid=announcements]').textContent.trim();
            if (text && text !== window.announced.at(-1)) window.announced.push(text);
        }).observe(document.querySelector('[data-testid=announcements]'),
                   {childList: true, subtree: true, characterData: true});
    """)
    page.start(count=1, pace="fast")
    page.wait(lambda: page.state("connection") == "online" and page.prompt().endswith(("?", ".")))
    page.wait(lambda: page.browser.execute_script("return window.announced.length") > 0)
    announced = browser.execute_script("return window.announced")
    assert len(announced) <= 4, announced


@pytest.mark.parametrize("width, height", [(390, 800), (1280, 900)])
def test_nothing_is_wider_than_the_window(browser, server, width, height):
    browser.set_window_size(width, height)
    try:
        page = Page(browser, server).load()
        assert fits(browser)
        page.start(count=1)
        page.wait(page.prompt)
        assert fits(browser)
        page.send("A long answer. " * 20)
        page.press("reveal")
        assert fits(browser)
        page.next()
        assert fits(browser)
    finally:
        browser.set_window_size(1280, 900)


def fits(browser):
    return browser.execute_script(
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
