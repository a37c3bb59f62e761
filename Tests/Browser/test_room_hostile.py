"""Words that want to harm a room, in every place that words get to: shown as they are, and nothing moves."""

from selenium.webdriver.common.by import By

from interviews import fits
from test_rooms import answer_to, browsers, guest, person, rooms_server  # noqa: F401: fixtures

MARKUP = "<img src=x onerror=document.title=1>"
OVERRIDE = "‮evil‬"
ZALGO = "Z" + "̴͖͗͘͝" * 20
NAMES = [f"{MARKUP}", f"{OVERRIDE} host", f"{ZALGO} algo", "W" * 40, "شخص ما", "=1+1", "</script><script>", "a\u2066b\u2069 you"]
CONTROL = "bell \x07 escape \x1b[31m null \x00 end"
LONG = "w" * 10_000

# What was not made by the page itself, or reaches out of the window or over its neighbours.
FOREIGN = """
    const foreign = [...document.querySelectorAll("script, iframe, object, b, img")]
        .filter((one) => !one.matches("script[type=module], img.qr, .brand img"));
    return foreign.map((one) => one.outerHTML);
"""
# A name stands alone: what is written backwards in it turns nothing round that stands beside it.
ISOLATED = """
    return [...document.querySelectorAll(".person-name, .column-name, .board-name, .said-text, .answered-text, q, .who")]
        .filter((one) => !["isolate", "isolate-override", "plaintext", "-webkit-isolate"].includes(getComputedStyle(one).unicodeBidi))
        .map((one) => one.outerHTML.slice(0, 200));
"""


def is_harmless(*pages):
    for page in pages:
        assert fits(page.browser)
        assert "Greenroom" in page.browser.title
        assert page.browser.execute_script(FOREIGN) == []
        assert page.browser.execute_script(ISOLATED) == []


def test_no_words_harm_a_room(person, guest):  # noqa: F811
    host = person().host(count=1)
    code = host.code
    guests = []
    for name in NAMES:
        one = guest()
        joined = one.join(code, name, realName=name)
        assert joined["type"] == "joined" or joined["code"] == "badName", joined
        if joined["type"] == "joined":
            guests.append(one)
    assert len(guests) >= 6
    phone, screen = person(390, 844).join(code, "Paula Phone"), person(1920, 1080)
    screen.load(f"#screen={code}")
    screen.wait(lambda: screen.view == "screen")
    host.wait(lambda: len(host.people()) == len(guests) + 3)
    is_harmless(host, phone, screen)
    assert guests[0].ask("join", code=code, secret="x" * 43, name="\x00\x07", until=["joined"])["code"] in ("badName", "badMessage")
    host.press("start-room")
    prompt = host.waits_for("")
    words = f"{answer_to(prompt)} {MARKUP} {OVERRIDE} {ZALGO} {CONTROL} {LONG}"
    for one in guests:
        one.hear_one("asked")
        one.answer(0, words)
        assert one.do("say", "said", text=f"{MARKUP} {OVERRIDE} {ZALGO} {CONTROL.strip()} {'W' * 700}")["type"] in ("said", "refused")
    host.wait(lambda: str(len(guests)) in host.figures().values())
    host.open("chat-open")
    phone.open("chat-open")
    for page in (host, phone):
        page.open("people-open")
        page.wait(lambda page=page: len(page.chat()) > 0)
    is_harmless(host, phone, screen)
    host.press("open-answer")
    host.wait(lambda: MARKUP in host.text("answer-panel"))
    is_harmless(host)
    host.press("close-answer")
    # A question that is typed on the spot is everybody's to read.
    host.open("plan-open").open("plan-typed")
    typed = host.one("plan-prompt")
    host.browser.execute_script("arguments[0].value = arguments[1]", typed, f"{MARKUP} {OVERRIDE} {'W' * 300} [x](javascript:document.title=1)")
    host.browser.execute_script("arguments[0].value = arguments[1]", host.one("plan-points"), f"{MARKUP}: {OVERRIDE} {'W' * 200}")
    host.press("plan-type")
    host.wait(lambda: MARKUP in host.text("plan"))
    is_harmless(host)
    host.press("reveal-now")
    for page in (host, phone, screen):
        page.wait(lambda page=page: any(page.phrases().values()))
    is_harmless(host, phone, screen)
    assert screen.browser.execute_script("return document.documentElement.scrollHeight <= innerHeight")
    host.press("next")
    for page in (host, phone):
        page.wait(lambda page=page: MARKUP in page.prompt())
    screen.wait(lambda: MARKUP in screen.text("screen-prompt"))
    guests[1].answer(1, words)
    is_harmless(host, phone, screen)
    assert not phone.browser.find_elements(By.CSS_SELECTOR, "a[href^='javascript:']")
    host.press("reveal-now")
    screen.wait(lambda: screen.shown("shared-point"))
    is_harmless(host, phone, screen)
    host.press("next")
    for page in (host, phone):
        page.wait(lambda page=page: page.view == "over")
    host.wait(lambda: MARKUP in host.text("room-table"))
    is_harmless(host, phone)
