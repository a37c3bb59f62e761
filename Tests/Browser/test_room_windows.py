"""One room in seven windows, each a browser of its own: a host, a co-host, three candidates, a spectator and a projector.
Nobody has a pointer, and every state is held against WCAG, in both languages."""

import csv
import json

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import fits
from keys_alone import KeysAlone
from rooms import Guest
from test_rooms import answer_to, browsers, person, rooms_server  # noqa: F401: fixtures
from waiting import wait_for

PASSWORD = "open sesame"
CHOSEN = "what a mistake would cost us"
VAGUE = f"It is about {CHOSEN}. Anything else is for later."


class Cast:
    """Everybody in the room, by what they are there for."""

    def __init__(self, person, language):  # noqa: F811
        def enter(*size):
            page = person(*size)
            one = KeysAlone(page.browser, page.server)
            one.browser.get(one.server.url)
            one.browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
            return one
        self.host, self.cohost = enter(), enter()
        self.ada, self.ben, self.cleo = enter(), enter(390, 844), enter(820, 1180)
        self.spectator, self.screen = enter(390, 844), enter(1920, 1080)
        self.hosts, self.candidates = [self.host, self.cohost], [self.ada, self.ben, self.cleo]
        self.all = [*self.hosts, *self.candidates, self.spectator, self.screen]

    def wait(self, condition, *pages):
        for page in pages or self.all:
            page.wait(lambda page=page: condition(page))

    def are_right(self, *pages):
        for page in pages or self.all:
            check(page.browser)
            assert fits(page.browser)


def says(page, name):
    """A text of the page's own language, by its place in the texts: `question.paused`."""
    return page.browser.execute_async_script("""
        const [name, done] = arguments;
        import("/js/room/texts.js").then(({texts}) => done(name.split(".").reduce((at, one) => at[one], texts)));
    """, name)


def seconds(page):
    """What the clock shows."""
    minutes, rest = page.text("clock").split()[0].split(":")
    return int(minutes) * 60 + int(rest)


def opens(host):
    host.load("#host")
    host.one("open-room")
    check(host.browser)
    host.write("host-name", "Hana Host").press("host-topic-evaluation", Keys.SPACE)
    host.write("host-count", "2").choose("host-difficulty", "rising").choose("host-time", "600")
    host.radio("progression", "deadline").radio("progression", "host").radio("form", "hotSeat").radio("form", "everyone")
    more_choices(host)
    host.tick("names-hidden").tick("names-hidden").choose("answers-shown", "reveal").write("host-password", PASSWORD)
    check(host.browser)
    host.press("open-room")
    host.one("start-room")


def more_choices(page):
    page.unfold(lambda: page.browser.find_element(By.CSS_SELECTOR, "main form summary"), "more choices")


def joins(page, code, name):
    page.load().write("code", code.upper().replace("-", " ")).write("name", name)
    more_choices(page)
    page.write("room-password", PASSWORD).press("enter")
    page.wait(lambda: page.view in ("lobby", "run"))


def watches(page, code):
    page.load(f"#{code}")
    more_choices(page)
    page.tick("watch").write("room-password", PASSWORD).press("enter")
    page.wait(lambda: page.view == "lobby")


def shows_large(screen, code):
    """A screen has no name to give, but this room wants its password."""
    screen.load(f"#screen={code}")
    screen.wait(lambda: screen.text("join-error"))
    assert screen.focus().get_attribute("data-testid") == "room-password" and not screen.shown("name")
    screen.key(PASSWORD).key(Keys.ENTER)
    screen.wait(lambda: screen.view == "screen")


def plans(host):
    """Another order, a question from the bank, one that is typed."""
    host.open("plan-open")
    before = planned(host)
    host.press("plan-down")
    host.wait(lambda: planned(host) == before[::-1])
    host.tab_until(lambda: host.all("plan-up")[1], "earlier").key(Keys.ENTER)
    host.wait(lambda: planned(host) == before and host.focus().get_attribute("data-testid") == "plan-up")
    host.open("plan-bank").write("plan-find", "dropout").choose("plan-topic", "training").press("plan-search")
    host.press("plan-add")
    host.wait(lambda: len(planned(host)) == 3)
    host.open("plan-typed").write("plan-prompt", "What did you learn?").write("plan-points", "Something: it was worth it").press("plan-type")
    host.wait(lambda: len(planned(host)) == 4)
    host.wait(lambda: "What did you learn?" in host.text("plan"))


def planned(host):
    return [one.get_attribute("data-id") for one in host.all("planned")]


def rules_by_the_words(host, ada, ben):
    """Opens the first answer, chooses words in it, and rules for all who said them."""
    ada.press("claim")
    host.wait(lambda: "Ada" in host.text("needs"))
    host.press("open-answer")
    host.wait(lambda: VAGUE in host.text("answer-panel"))
    text = lambda: host.browser.find_element(By.CSS_SELECTOR, "[data-testid=answer-panel] [data-testid=answered-text]")  # noqa: E731
    host.tab_until(text, "the answer").key(Keys.ARROW_DOWN)
    host.wait(lambda: f"{CHOSEN}." in host.text("marked-words") and "Anything" not in host.text("marked-words"))
    host.chord(Keys.SHIFT, Keys.ARROW_DOWN)
    host.wait(lambda: VAGUE in host.text("marked-words"))
    host.key(Keys.ESCAPE)
    host.wait(lambda: CHOSEN not in host.text("marked-words"))
    assert host.shown("answer-panel"), "Escape lets go of the words first"
    host.key(Keys.ARROW_RIGHT * 5).key(Keys.ARROW_LEFT).chord(Keys.SHIFT, Keys.ARROW_RIGHT * 6).chord(Keys.SHIFT, Keys.ARROW_LEFT)
    host.wait(lambda: host.text("marked-words").strip("”“").endswith(CHOSEN))
    check(host.browser)
    host.press("rule-all")
    host.wait(lambda: host.text("ruled-also"))
    assert host.browser.execute_script("return document.activeElement.closest('.answer-panel') !== null")
    for page in (ada, ben):
        page.wait(lambda page=page: says(page, "question.ruledSaid") in page.text("own"))
    host.key(Keys.ESCAPE)
    host.wait(lambda: not host.shown("answer-panel"))
    assert host.focus().get_attribute("data-testid") == "open-answer"


def first_question(cast, code):
    host, ada, ben, cleo = cast.host, *cast.candidates
    prompt = ada.waits_for("")
    cast.wait(lambda page: page.waits_for("") == prompt, *cast.hosts, *cast.candidates, cast.spectator)
    ada.send(VAGUE)
    ben.send(VAGUE)
    host.wait(lambda: list(host.columns().values())[:2] == ["done", "done"])
    cast.are_right()
    rules_by_the_words(host, ada, ben)
    before = seconds(host)
    host.press("minute")
    host.wait(lambda: seconds(host) > before)
    host.key("p")
    clocks = [*cast.hosts, *cast.candidates, cast.spectator]
    cast.wait(lambda page: says(page, "question.pausedClock") in page.text("clock"), *clocks)
    cast.screen.wait(lambda: cast.screen.text("screen-told") == says(cast.screen, "screen.paused"))
    cast.are_right(host, ada, cast.screen)
    host.press("pause")
    cast.wait(lambda page: says(page, "question.left") in page.text("clock"), *clocks)
    host.open("more").press("lock")
    host.wait(lambda: host.text("lock") == says(host, "control.unlock"))
    with Guest(host.server) as late:
        assert late.join(code, "Lars Late", password=PASSWORD)["code"] == "locked"
    host.press("lock")
    talks(host, ada, ben)
    # Who has written nothing for a while is stuck.
    host.wait(lambda: host.shown("nudge"), 60)
    host.press("nudge")
    cleo.wait(lambda: cleo.shown("notice"))
    cast.are_right(host, cleo)
    cleo.open("people-open").press("watch-only")
    cleo.wait(lambda: not cleo.shown("answer"))
    check(cleo.browser)
    cleo.press("answer-again")
    cleo.one("answer")
    cleo.send(answer_to(prompt))
    host.wait(lambda: list(host.columns().values()) == ["done"] * 3)
    host.press("close")
    cast.wait(lambda page: page.text("waiting") == says(page, "question.closed"), *cast.candidates)
    cast.are_right(*cast.hosts, *cast.candidates, cast.screen)
    host.press("undo")
    host.one("close")
    host.key("c")
    host.one("reveal")
    host.press("reveal")
    cast.wait(lambda page: any(page.phrases().values()))
    cast.are_right()
    host.press("next")
    return prompt


def talks(host, ada, ben):
    ada.say("Does the clock count for all?")
    host.open("chat-open")
    host.wait(lambda: len(host.chat()) == 1)
    host.say("Yes, it does.")
    host.wait(lambda: len(host.chat()) == 2)
    host.on_said("Yes", "pin")
    ben.open("chat-open")
    ben.wait(lambda: ben.chat() and ben.chat()[0] == ("Hana Host", "Yes, it does."))
    host.on_said("clock", "take-away")
    ben.wait(lambda: says(ben, "chat.takenAway") in ben.text("chat"))
    host.open("people-open").act_on("Ada", "mute")
    host.wait(lambda: host.tag("Ada"))
    ada.say("And now?")
    ada.wait(lambda: says(ada, "refusals.muted") in ada.text("notice"))
    check(host.browser)
    host.act_on("Ada", "mute")
    host.wait(lambda: not host.tag("Ada"))


def second_question(cast, before):
    host, cohost, ada, ben = cast.host, cast.cohost, cast.ada, cast.ben
    prompt = ada.waits_for(before)
    ada.press("skip")
    ada.wait(lambda: says(ada, "question.skipped") in ada.text("waiting"))
    ben.send(answer_to(prompt))
    cohost.wait(lambda: list(cohost.columns().values())[:2] == ["skipped", "done"])
    # The host gives the role away, and has it back.
    cohost.open("people-open").act_on("Hana Host", "make-candidate")
    host.one("answer")
    assert not host.shown("controls")
    cast.are_right(host, cohost)
    cohost.act_on("Hana Host", "make-host")
    host.wait(lambda: host.shown("controls") and host.text("board"))
    cohost.press("reveal-now")
    cast.wait(lambda page: any(page.phrases().values()))
    cohost.press("next")
    return prompt


def third_question(cast, code, before):
    host, cohost, ada, ben, cleo = *cast.hosts, *cast.candidates
    prompt = ada.waits_for(before)
    address = host.browser.current_url
    host.waits_for(before)
    host.press("leave")
    host.wait(lambda: "room" not in host.browser.current_url)
    cohost.wait(lambda: says(cohost, "people.away") in cohost.tag("Hana Host"))
    ada.send(answer_to(prompt))
    # The host is gone, and the room goes on.
    cohost.press("close")
    cohost.press("reveal")
    ada.wait(lambda: any(ada.phrases().values()))
    host.browser.get(address)
    host.wait(lambda: host.view == "run" and any(host.phrases().values()) and host.shown("next"))
    host.open("people-open").act_on("Ben", "remove", is_sure=True)
    ben.wait(lambda: ben.view == "gone")
    check(ben.browser)
    ben.tab_until(lambda: ben.browser.find_element(By.CSS_SELECTOR, "main a.button"), "the way back").key(Keys.ENTER)
    ben.wait(lambda: ben.shown("enter"))
    more_choices(ben)
    ben.write("room-password", PASSWORD).press("enter")
    ben.wait(lambda: ben.view == "run")
    host.wait(lambda: "Ben" in host.people())
    host.act_on("Cleo C.", "ban", is_sure=True)
    cleo.wait(lambda: cleo.view == "gone")
    check(cleo.browser)
    cleo.load(f"#{code}").write("name", "Somebody Else")
    more_choices(cleo)
    cleo.write("room-password", PASSWORD).press("enter")
    cleo.wait(lambda: cleo.text("join-error") == says(cleo, "refusals.banned"))
    check(cleo.browser)
    host.press("next")
    return prompt


def ends(cast, before, folder):
    host, ada, ben = cast.host, cast.ada, cast.ben
    assert ada.waits_for(before) == "What did you learn?"
    ben.waits_for(before)
    ben.send("It was worth it.")
    host.open("more").press("end")
    check(host.browser)
    host.press("dialog-proceed")
    here = [*cast.hosts, ada, ben, cast.spectator]
    cast.wait(lambda page: page.view == "over", *here)
    cast.wait(lambda page: page.text("screen-prompt") == says(page, "screen.over"), cast.screen)
    ada.wait(lambda: ada.shown("practise-points"))
    host.wait(lambda: "Ada" in host.text("room-table"))
    host.unfold(lambda: next(iter(host.browser.find_elements(By.CSS_SELECTOR, "[data-testid=room-people] summary")), None), "one's report")
    host.wait(lambda: "%" in host.text("room-people"))
    cast.are_right(*here, cast.screen)
    host.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    host.press("csv").press("json")
    wait_for(lambda: {one.name for one in folder.iterdir()} >= {"room.csv", "room.json"})
    with (folder / "room.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    # The same names as everywhere else; who was banned keeps what was answered.
    assert {"Ada", "Ben"} <= {row["person"] for row in rows}
    assert {row["verdict"] for row in rows if row["person"] == "Ada"} & {"hit", "missed"}
    report = json.loads((folder / "room.json").read_text())
    assert [len(report["questions"]), {one.get("name") for one in report["people"]} >= {"Ada", "Ben"}] == [4, True]


@pytest.mark.parametrize("language", ["en", "de"])
def test_seven_windows_and_no_pointer(person, language, tmp_path):  # noqa: F811
    cast = Cast(person, language)
    opens(cast.host)
    code = cast.host.code
    for page, name in zip([cast.cohost, *cast.candidates], ["Cora Cohost", "Ada", "Ben", "Cleo"]):
        joins(page, code, name)
    watches(cast.spectator, code)
    shows_large(cast.screen, code)
    cast.host.wait(lambda: len(cast.host.people()) == 7)
    cast.host.act_on("Cora Cohost", "make-host")
    cast.cohost.wait(lambda: cast.cohost.shown("start-room"))
    cast.cleo.write("own-name", "Cleo C.").press("save-name")
    cast.host.wait(lambda: "Cleo C." in cast.host.people())
    plans(cast.host)
    cast.are_right()
    cast.host.press("start-room")
    prompt = first_question(cast, code)
    prompt = second_question(cast, prompt)
    prompt = third_question(cast, code, prompt)
    ends(cast, prompt, tmp_path)
