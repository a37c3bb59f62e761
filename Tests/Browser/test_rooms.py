"""A room at its pages: a host, candidates, a screen, each in a browser of their own."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from accessibility import check
from conftest import make_browser
from interviews import ANSWERS, fits, write_bank
from page import Page
from rooms import Guest, RoomPage
from server import Server

RECALL = ANSWERS["recall"]
DRIFT = ANSWERS["drifts"]


def answer_to(prompt):
    return next(text for word, text in ANSWERS.items() if word in prompt)


@pytest.fixture(scope="module")
def rooms_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rooms")
    server = Server(folder / "data", "--bank", write_bank(folder / "bank"))
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def browsers():
    """Browsers that were started, to be used again."""
    started = []
    yield started
    for browser in started:
        browser.quit()


@pytest.fixture
def person(browsers, rooms_server):
    """A page in a browser that nobody else uses."""
    used = []

    def enter(width=1280, height=900):
        if len(used) == len(browsers):
            browsers.append(make_browser())
        browser = browsers[len(used)]
        used.append(browser)
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        browser.get_log("browser")
        return RoomPage(browser, rooms_server)

    yield enter
    for browser in used:
        complaints = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"
                      and "WebSocket connection" not in entry["message"]]
        browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": rooms_server.url, "storageTypes": "all"})
        browser.get("about:blank")
        assert not complaints, complaints


@pytest.fixture
def guest(rooms_server):
    """Somebody who speaks the protocol."""
    came = []

    def enter(code=None, name=None, **fields):
        came.append(Guest(rooms_server))
        if code:
            joined = came[-1].join(code, name, **fields)
            assert joined["type"] == "joined", joined
        return came[-1]

    yield enter
    for one in came:
        one.close()


def answered_first(person, guest, name, count):
    """A host, a page that has answered the first question, and that question."""
    host = guest()
    host.host(count=count)
    page = person().join(host.code, name)
    host.do("start", "asked")
    prompt = page.waits_for("")
    page.send(answer_to(prompt))
    return host, page, prompt


def turned_spectator(person, guest):
    """A host, and a page that answered the first question and only watches the second."""
    host, page, first = answered_first(person, guest, "Wanda Watch", count=2)
    page.open("people-open")
    page.press("watch-only")
    page.wait(lambda: "You are watching" in page.text("watching"))
    host.do("show", "shown", question=0)
    host.do("next", "asked", question=0)
    page.waits_for(first)
    return host, page


def test_one_host_and_one_candidate_from_the_door_to_the_report(person, rooms_server):
    host, candidate = person(), person()
    Page(host.browser, rooms_server).load().press("door-host")
    host.one("open-room")
    host.host(count=2)
    code = host.code
    assert host.text("here").startswith("Nobody yet")

    Page(candidate.browser, rooms_server).load().press("door-join")
    candidate.one("code").send_keys(code.upper().replace("-", " "))
    candidate.fill("name", "Cleo Candidate")
    candidate.press("enter")
    candidate.wait(lambda: candidate.view == "lobby")
    assert candidate.people() == ["Hana Host", "Cleo Candidate"]
    host.wait(lambda: host.people() == ["Hana Host", "Cleo Candidate"])
    assert host.one("start-room").text == "Start with 1 candidate"

    host.press("start-room")
    prompt = candidate.waits_for("")
    assert host.waits_for("") == prompt
    assert candidate.focus().get_attribute("data-testid") == "answer"
    host.wait(lambda: host.columns().get("Cleo Candidate") == "waiting")
    candidate.send(answer_to(prompt))
    host.wait(lambda: "1" in host.figures().values())
    assert host.columns()["Cleo Candidate"] == "done"
    assert host.text("done").startswith("1")

    host.press("open-answer")
    host.wait(lambda: answer_to(prompt) in host.text("answer-panel"))
    assert host.one("answer-panel").find_elements("tag name", "mark")
    host.key(Keys.ESCAPE)
    host.wait(lambda: not host.shown("answer-panel"))

    host.press("close")
    candidate.wait(lambda: "The reveal comes next" in candidate.text("waiting"))
    assert not candidate.shown("reveal-part")
    host.press("reveal")
    for page in (host, candidate):
        page.wait(lambda: any(page.phrases().values()))
        assert page.one("model").text
    assert "Cleo Candidate" in host.text("reveal-part") and "you" in candidate.text("reveal-part")

    host.press("next")
    second = candidate.waits_for(prompt)
    candidate.send(answer_to(second))
    host.press("reveal-now")
    candidate.one("reveal-part")
    host.press("next")
    for page in (host, candidate):
        page.wait(lambda: page.view == "over")
    candidate.wait(lambda: "Coverage" in candidate.text("room-report"))
    assert prompt.splitlines()[0] in candidate.text("room-report")
    host.one("room-people").find_element("tag name", "summary").click()
    host.wait(lambda: "Coverage" in host.text("room-people"))
    for page in (host, candidate):
        check(page.browser)


def test_the_hosts_page_opened_anew_shows_the_running_room(person, guest):
    host = person().host(count=1)
    ann = guest(host.code, "Ann")
    host.wait(lambda: "Ann" in host.people())
    host.press("start-room")
    prompt = host.waits_for("")
    ann.hear_one("asked")
    ann.answer(0, answer_to(prompt))
    host.wait(lambda: "1" in host.figures().values())
    figures = host.figures()
    host.browser.refresh()
    host.wait(lambda: host.view == "run" and host.figures() == figures)
    assert host.prompt() == prompt
    assert not host.shown("open-room")
    host.press("close")
    ann.hear_one("closed")
    host.browser.refresh()
    host.one("reveal")
    host.press("reveal")
    assert ann.hear_one("phrases")["points"]
    host.browser.refresh()
    host.wait(lambda: any(host.phrases().values()))


def test_a_candidates_page_reloads_twice_in_the_middle_of_an_answer(person, guest):
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Rita Reload")
    host.do("start", "asked")
    page.waits_for("")
    page.one("answer").send_keys("Half of an answer, with 😀".replace("😀", "") + "and שלום")
    for _ in range(2):
        page.browser.refresh()
        page.wait(lambda: page.view == "run" and page.shown("answer"))
        assert page.one("answer").get_attribute("value") == "Half of an answer, with and שלום"
    page.send(RECALL)
    page.browser.refresh()
    page.wait(lambda: RECALL in page.text("answered-text"))
    seats = guest(host.code, "Nora Newcomer").hear_one("seats", whole=True)["seats"]
    assert [one["seat"] for one in seats] == ["h1", "c1", "c2"]
    row = host.do("row", "row", seat="c1", question=0)
    assert [attempt["text"] for attempt in row["attempts"]] == [RECALL]


def test_a_double_click_is_one_answer(person, guest):
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Dora Double")
    host.do("start", "asked")
    page.waits_for("")
    page.one("answer").send_keys(RECALL)
    page.browser.execute_script("const b = document.querySelector('[data-testid=send]'); b.click(); b.click();")
    page.wait(lambda: RECALL in page.text("answered-text"))
    row = host.do("row", "row", seat="c1", question=0)
    assert len(row["attempts"]) == 1


def test_an_answer_can_be_changed_until_it_is_revealed(person, guest):
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Cora Change")
    host.do("start", "asked")
    page.waits_for("")
    page.send("I would rather not say.")
    assert not page.shown("answer")
    page.press("change-answer")
    page.send(RECALL)
    row = host.do("row", "row", seat="c1", question=0)
    assert [attempt["text"] for attempt in row["attempts"]] == ["I would rather not say.", RECALL]


HOSTILE = ["<img src=x onerror=document.title=1>", "‮evil‬ admin", "Z̴̵̶̷̸͖͗͘͝algo" + "͖͗" * 12 + " x",
           "W" * 40, "شخص ما"]


def test_hostile_names_chat_and_answers_are_shown_harmlessly(person, guest):
    host = person().host(count=1)
    code = host.code
    guests = [guest(code, name) for name in HOSTILE]
    phone = person(390, 844).join(code, "Paula Phone")
    host.wait(lambda: len(host.people()) == len(HOSTILE) + 2)
    for page in (host, phone):
        assert fits(page.browser)
    host.press("start-room")
    prompt = host.waits_for("")
    guests[0].hear_one("asked")
    long = answer_to(prompt) + " " + "<script>document.title=1</script>‮" + "w" * 10_000
    for one in guests:
        one.answer(0, long)
        one.do("say", "said", text="<b>bold</b> ‮" + "W" * 900)
    host.wait(lambda: str(len(HOSTILE)) in host.figures().values())
    host.press("open-answer")
    host.wait(lambda: "<script>" in host.text("answer-panel"))
    assert fits(host.browser)
    host.open("chat-open")
    host.wait(lambda: len(host.chat()) == len(HOSTILE))
    assert host.chat()[0][1].startswith("<b>bold</b>")
    host.press("close-answer")
    host.press("reveal-now")
    phone.wait(lambda: any(phone.phrases().values()))
    phone.open("chat-open")
    for page in (host, phone):
        assert fits(page.browser)
        assert "Greenroom" in page.browser.title
        assert not page.browser.find_elements("css selector", "main script, main b, main img[src=x]")


def test_a_removed_one_comes_back_by_the_code_and_a_banned_one_does_not(person, guest):
    host = person().host(count=1)
    code = host.code
    page = person().join(code, "Remo Removed")
    host.wait(lambda: "Remo Removed" in host.people())
    host.act_on("Remo Removed", "Remove")
    host.press("dialog-proceed")
    page.wait(lambda: page.view == "gone")
    check(page.browser)
    host.wait(lambda: "Remo Removed" not in host.people())
    page.browser.find_element("css selector", "main a.button").click()
    page.press("enter")
    page.wait(lambda: page.view == "lobby")
    host.wait(lambda: "Remo Removed" in host.people())
    host.act_on("Remo Removed", "Ban")
    host.press("dialog-proceed")
    page.wait(lambda: page.view == "gone")
    page.join(code, "Somebody Else")
    page.wait(lambda: page.text("join-error"))
    assert "cannot join" in page.text("join-error")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_may_be_done_about_a_person_opens_below_the_name(person, guest, width):
    host = person(width).host(count=1)
    guest(host.code, "Ann Featherstonehaugh-Smythe")
    host.wait(lambda: len(host.people()) == 2)
    named = next(one for one in host.all("person") if "Ann" in one.text)
    opener, name = (named.find_element(By.CSS_SELECTOR, one) for one in ("summary", ".person-name"))
    before = opener.rect
    opener.click()
    host.one("ban")
    assert abs(opener.rect["x"] - before["x"]) <= 1 and abs(opener.rect["y"] - before["y"]) <= 4
    assert name.rect["y"] < opener.rect["y"] + opener.rect["height"] <= host.one("ban").rect["y"] + 1
    assert fits(host.browser)


def test_a_screen_needs_no_name_and_has_the_way_in(person, guest):
    host = guest()
    host.host(count=1, limit=300)
    screen = person(1920, 1080)
    screen.load(f"#screen={host.code}")
    screen.wait(lambda: screen.view == "screen")
    assert screen.text("screen-code") == host.code
    picture = screen.browser.find_element("css selector", "img.qr")
    screen.wait(lambda: screen.browser.execute_script("return arguments[0].naturalWidth", picture) > 0)
    check(screen.browser)
    ann, ben = guest(host.code, "Ann"), guest(host.code, "Ben")
    screen.wait(lambda: screen.text("screen-told") == "2 here")
    host.do("start", "asked")
    screen.wait(lambda: "?" in screen.text("screen-prompt"))
    assert screen.one("clock").text.startswith("4:") or screen.one("clock").text.startswith("5:")
    ann.hear_one("asked")
    ann.answer(0, answer_to(screen.text("screen-prompt")))
    screen.wait(lambda: screen.text("others") == "1 of 2")
    screen.browser.refresh()
    screen.wait(lambda: screen.text("others") == "1 of 2")
    host.do("show", "shown", question=0)
    screen.wait(lambda: any(screen.phrases().values()))
    check(screen.browser)
    assert screen.browser.execute_script("return document.documentElement.scrollHeight <= innerHeight")
    host.do("end", "ended")
    screen.wait(lambda: screen.text("screen-prompt") == "Thank you")


def test_in_the_hot_seat_one_answers_and_the_others_follow(person, guest):
    host = person().host(count=2, form="hotSeat")
    code = host.code
    first, second = person().join(code, "Ada First"), person().join(code, "Bea Second")
    host.wait(lambda: len(host.people()) == 3)
    host.press("start-room")
    prompt = first.waits_for("")
    assert "You are in the hot seat" in first.text("hot")
    second.waits_for("")
    assert "Ada First is in the hot seat" in second.text("hot")
    assert first.shown("answer") and not second.shown("answer")
    first.send(answer_to(prompt))
    host.press("reveal-now")
    second.wait(lambda: any(second.phrases().values()))
    host.press("next")
    second.waits_for(prompt)
    second.one("answer")
    first.wait(lambda: "Bea Second is in the hot seat" in first.text("hot"))
    assert not first.shown("answer")


def test_the_chat_is_moderated(person, guest):
    host = person().host(count=1)
    page = person().join(host.code, "Chris Chat")
    host.wait(lambda: "Chris Chat" in host.people())
    page.say("Is the clock for the whole question?")
    host.open("chat-open")
    host.wait(lambda: host.chat() == [("Chris Chat", "Is the clock for the whole question?")])
    host.say("Yes.")
    page.wait(lambda: len(page.chat()) == 2)
    said = host.all("said")[1]
    next(one for one in said.find_elements("tag name", "button") if one.text == "Pin").click()
    page.wait(lambda: page.all("said")[0].get_attribute("data-pinned") == "true")
    assert page.chat()[0] == ("Hana Host", "Yes.")
    said = next(one for one in host.all("said") if "clock" in one.text)
    next(one for one in said.find_elements("tag name", "button") if one.text == "Take away").click()
    page.wait(lambda: "took this message away" in page.chat()[1][1])
    host.act_on("Chris Chat", "Mute in the chat")
    page.wait(lambda: "muted" in page.one("people").text)
    page.say("Hello?")
    page.wait(lambda: "muted you" in page.text("notice"))
    assert page.one("say").get_attribute("value") == "Hello?", "nobody has to type it again"
    check(page.browser)


def test_a_host_needs_no_pointer(person, guest):
    host = person()
    host.load("#host")
    host.one("open-room")
    host.tab_to("host-name").key("Kim Keyboard").tab_to("host-count").key(Keys.CONTROL + "a").key("2").tab_to("open-room").key(Keys.ENTER)
    code = host.code
    ann = guest(code, "Ann")
    host.wait(lambda: "Ann" in host.people())
    host.tab_to("start-room").key(Keys.ENTER)
    prompt = host.waits_for("")
    ann.hear_one("asked")
    ann.answer(0, answer_to(prompt))
    host.wait(lambda: host.columns().get("Ann") == "done")
    host.tab_to("open-answer").key(Keys.ENTER)
    host.wait(lambda: answer_to(prompt) in host.text("answer-panel"))
    host.key(Keys.ESCAPE)
    host.wait(lambda: not host.shown("answer-panel"))
    assert host.focus().get_attribute("data-testid") == "open-answer"
    host.key("c")
    ann.hear_one("closed")
    host.wait(lambda: host.shown("reveal"))
    host.key("v")
    ann.hear_one("shown")
    host.wait(lambda: host.shown("next"))
    host.key("n")
    host.waits_for(prompt)
    host.key("v")
    ann.hear_one("shown", question=1)
    host.wait(lambda: host.shown("next"))
    host.tab_to("next").key(Keys.ENTER)
    host.wait(lambda: host.view == "over")


def test_a_claim_is_ruled_by_the_host(person, guest):
    host = person().host(count=1)
    page = person().join(host.code, "Clara Claim")
    host.wait(lambda: "Clara Claim" in host.people())
    host.press("start-room")
    page.waits_for("")
    page.send("It is about what a mistake would cost us.")
    page.press("claim")
    page.wait(lambda: "A host decides" in page.text("own"))
    host.wait(lambda: "Clara Claim" in host.text("needs"))
    host.press("open-answer")
    host.wait(lambda: "waits for you" in host.text("answer-panel"))
    host.press("rule")
    host.wait(lambda: "Ruled: said" in host.text("answer-panel"))
    host.wait(lambda: "Clara Claim" not in host.text("needs"))
    page.wait(lambda: "The host ruled: said" in page.text("own"))


def test_the_model_answer_and_the_room_say_the_same_points_by_number(person, guest):
    host, page, _ = answered_first(person, guest, "Nora Number", count=2)
    host.do("show", "shown", question=0)
    page.wait(lambda: any(page.phrases().values()) and page.all("number-model"))
    # Each point that the model answer says has its number there, in the order of reading.
    numbers = [badge.text for badge in page.all("number-model")]
    assert numbers == [str(n + 1) for n in range(len(numbers))] and len(numbers) > 1
    assert sorted(badge.text for badge in page.all("number-voice")) == numbers
    marked = " ".join(mark.text for mark in page.browser.find_elements("css selector", "[data-testid=model] mark"))
    assert any(word in marked for word in ("recall", "distributions", "regularises"))
    check(page.browser)
    # A number leads to the same number on the other side, and back.
    last = page.all("number-voice")[-1]
    number = last.text
    for there in ("number-model", "number-voice"):
        page.focus().send_keys(Keys.ENTER) if there == "number-voice" else last.send_keys(Keys.ENTER)
        assert (page.focus().get_attribute("data-testid"), page.focus().text) == (there, number)


def test_where_the_model_answer_waits_for_the_end_nothing_says_where_its_points_are(guest):
    host = guest()
    host.host(count=1, answers="end")
    ann = guest(host.code, "Ann")
    host.do("start", "asked")
    ann.answer(0, answer_to(ann.hear_one("asked")["question"]["prompt"]))
    host.do("show", "shown", question=0)
    for one in (host, ann):
        assert "model" not in one.hear_one("phrases")


@pytest.mark.parametrize("count", [3, 30, 200])
@pytest.mark.parametrize("width, height", [(1280, 800), (390, 844)])
def test_a_board_of_any_size_fits_and_counts_right(person, guest, count, width, height):
    host = person(width, height).host(count=1)
    guests = [guest(host.code, f"Person {n}") for n in range(count)]
    host.wait(lambda: f"{count + 1}" in host.text("here"), 30)
    host.press("start-room")
    prompt = host.waits_for("")
    for one in guests[: count - 1]:
        one.hear_one("asked")
        one.answer(0, answer_to(prompt))
    host.wait(lambda: host.text("done").startswith(str(count - 1)), 30)
    host.wait(lambda: str(count - 1) in host.figures().values())
    names = [f"Person {n}" for n in range(count)]
    assert list(host.columns()) in (names, []), "in the order in which they came"
    assert fits(host.browser)
    check(host.browser)
    host.press("reveal-now") if width > 700 else host.open("more").press("reveal-now")
    host.wait(lambda: any(host.phrases().values()))
    assert fits(host.browser)
    check(host.browser)


@pytest.mark.parametrize("language", ["en", "de"])
def test_everybody_can_use_every_state(person, guest, language):
    host, page = person(), person(390, 844)
    for one in (host, page):
        one.load("#host")
        one.browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    host.load("#host")
    host.one("open-room")
    check(host.browser)
    host.host(count=1)
    page.load(f"#{host.code}")
    check(page.browser)
    page.join(host.code, "Axel Axe")
    for one in (host, page):
        check(one.browser)
    host.press("start-room")
    prompt = page.waits_for("")
    for one in (host, page):
        check(one.browser)
    page.send(answer_to(prompt))
    host.wait(lambda: host.columns().get("Axel Axe") == "done")
    host.press("open-answer")
    host.wait(lambda: answer_to(prompt) in host.text("answer-panel"))
    for one in (host, page):
        check(one.browser)
    host.press("reveal-now")
    for one in (host, page):
        one.wait(lambda: any(one.phrases().values()))
        check(one.browser)
    host.open("more").press("end")
    host.press("dialog-proceed")
    for one in (host, page):
        one.wait(lambda: one.view == "over")
        check(one.browser)
