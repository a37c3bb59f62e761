"""What a coach does in rooms: asks back, and sends everybody home with the own missed points."""

from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import OBSERVE, fits
from keys_alone import KeysAlone
from page import Page
from server import Client
from test_rooms import answer_to, answered_first, browsers, guest, person, rooms_server  # noqa: F401: fixtures

VAGUE = "It is about what a mistake would cost us."


def test_a_reply_to_a_follow_up_counts_with_the_answer_before_it(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person(390, 844).join(host.code, "Rosa Reply")
    host.do("start", "asked")
    prompt = page.waits_for("")
    page.browser.execute_script(OBSERVE)
    page.send(VAGUE)
    page.wait(lambda: page.shown("reply"))
    asked = page.text("probe-text")
    assert any(asked in text for text in page.browser.execute_script("return window.announced"))
    assert fits(page.browser)
    check(page.browser)
    # By keyboard, with a reload in the middle of it.
    page.tab_to("reply").key("Half a reply, ")
    page.browser.refresh()
    page.wait(lambda: page.shown("reply"))
    assert page.one("reply").get_attribute("value") == "Half a reply, "
    page.tab_to("reply").key(answer_to(prompt)).tab_to("send-reply").key(Keys.ENTER)
    page.wait(lambda: "Half a reply" in page.text("answered-text"))
    row = host.do("row", "row", seat="c1", question=0)
    texts = [attempt["text"] for attempt in row["attempts"]]
    assert texts == [VAGUE, f"{VAGUE}\n\nHalf a reply, {answer_to(prompt)}"]
    assert VAGUE in page.text("answered-text")
    # Nothing that was sent is sent again when the answers close.
    host.do("close", "closed", question=0)
    page.wait(lambda: "The reveal comes next" in page.text("waiting"))
    host.do("show", "shown", question=0)
    page.wait(lambda: any(page.phrases().values()))
    assert not page.shown("reply")
    assert len(host.do("row", "row", seat="c1", question=0)["attempts"]) == 2


def test_half_a_reply_is_sent_when_the_answers_close(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Hugo Half")
    host.do("start", "asked")
    page.waits_for("")
    page.send(VAGUE)
    page.wait(lambda: page.shown("reply"))
    page.one("reply").send_keys("Sensitivity is")
    host.do("close", "closed", question=0)
    page.wait(lambda: "Sensitivity is" in page.text("answered-text"))
    row = host.do("row", "row", seat="c1", question=0)
    assert [(one["text"], one["late"]) for one in row["attempts"]] == [(VAGUE, False), (f"{VAGUE}\n\nSensitivity is", True)]


def test_a_realistic_room_asks_nothing_back(person, guest):  # noqa: F811
    host = guest()
    host.interview = "roomrealisticnoprobes"
    opened = host.ask("open", interview=host.interview, secret=host.secret, topics=[], count=1, pace="instant", mode="realistic",
                      seed="room", room={"progression": "host", "name": "Hana Host"}, until=["opened"])
    page = person().join(opened["code"], "Rea Realistic")
    host.do("start", "asked")
    page.waits_for("")
    page.send(VAGUE)
    host.do("show", "shown", question=0)
    page.wait(lambda: page.text("found"))
    assert not page.shown("reply")


def test_everybody_takes_home_the_own_missed_points(person, guest, rooms_server):  # noqa: F811
    host = guest()
    host.host(count=2)
    page = person().join(host.code, "Mia Missed")
    host.do("start", "asked")
    prompt = page.waits_for("")
    page.send(VAGUE)
    host.do("end", "ended")
    page.wait(lambda: page.view == "over" and page.shown("practise-points"))
    points = int("".join(filter(str.isdigit, page.one("practise-points").text)) or 1)
    heads = [item.text.split(":")[0] for item in page.browser.find_elements("css selector", "[data-testid=room-report] ul li")]
    assert len(heads) == points > 0
    check(page.browser)
    page.tab_to("practise-points").key(Keys.ENTER)
    page.wait(lambda: "#interview=" in page.browser.current_url)
    alone = Page(page.browser, rooms_server)
    alone.wait(lambda: alone.shown("prompt") and alone.prompt() == prompt, 20)
    assert "room.html" not in page.browser.current_url
    # A reload finds it again: it is an interview like any other of this browser's.
    page.browser.refresh()
    alone.wait(lambda: alone.shown("prompt") and alone.prompt() == prompt, 20)
    alone.one("answer").send_keys(answer_to(prompt))
    alone.one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    alone.wait(lambda: alone.shown("feedback"), 20)


def test_a_claim_is_about_the_words_that_were_chosen(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person()
    page = KeysAlone(page.browser, page.server).join(host.code, "Cleo Claim")
    host.do("start", "asked")
    page.waits_for("")
    page.send(VAGUE)
    page.tab_to("answered-text").key(Keys.ARROW_RIGHT * 4).chord(Keys.SHIFT, Keys.ARROW_RIGHT * 2)
    page.wait(lambda: "what a mistake" in page.text("own-marked"))
    check(page.browser)
    page.press("claim")
    page.wait(lambda: "A host decides" in page.text("own"))
    assert page.browser.execute_script("return document.activeElement.closest('[data-testid=own]') !== null")
    page.wait(lambda: "what a mistake" not in page.text("own-marked"))
    seat = page.browser.execute_script("return JSON.parse(localStorage.getItem(`greenroom.room.seat.${arguments[0]}`))", host.interview)
    with Client(page.server) as client:
        missed = client.ask("resume", interview=host.interview, token=seat["secret"], seq=0, until=["resumed"])["missed"]
    [claim] = [one for one in missed if one["type"] == "disputed"]
    assert [VAGUE[one["start"]:one["end"]] for one in claim["ranges"]] == ["what a mistake"]


def test_the_host_sees_the_words_of_a_claim_and_rules_about_them(person, guest):  # noqa: F811
    host = person().host(count=1)
    ann = guest(host.code, "Ann")
    host.wait(lambda: "Ann" in host.people())
    host.press("start-room")
    ann.hear_one("asked")
    mark = ann.answer(0, VAGUE)["mark"]
    point = next(one["id"] for one in mark["points"] if one["verdict"] == "missed" and not one["misconception"])
    chosen = "what a mistake would cost us"
    words = {"start": VAGUE.index(chosen), "end": VAGUE.index(chosen) + len(chosen)}
    ann.do("dispute", "disputed", question=0, attempt=1, point=point, ranges=[words], withdrawn=False)
    host.wait(lambda: "Ann" in host.text("needs"))
    host.press("open-answer")
    host.wait(lambda: host.text("claimed-words") == chosen)
    framed = host.browser.find_elements("css selector", "[data-testid=answer-panel] mark[data-claimed]")
    assert "".join(one.text for one in framed) == chosen
    check(host.browser)
    # Nothing else was chosen: the ruling is about these words.
    host.press("rule")
    ruled = ann.hear_one("ruled")
    assert (ruled["said"], ruled["ranges"]) == (True, [words])
    host.wait(lambda: "Ruled: said" in host.text("answer-panel") and not host.shown("claimed-words"))
    # A claim that is taken back waits for nobody.
    other = next((one["id"] for one in mark["points"] if one["verdict"] == "missed" and one["id"] != point), point)
    ann.do("dispute", "disputed", question=0, attempt=1, point=other, ranges=[words], withdrawn=False)
    host.wait(lambda: host.shown("claimed-words"))
    ann.do("dispute", "disputed", question=0, attempt=1, point=other, withdrawn=True)
    host.wait(lambda: not host.shown("claimed-words"))


def test_whoever_missed_nothing_has_nothing_to_practise(person, guest):  # noqa: F811
    host, page, _ = answered_first(person, guest, "Pia Perfect", count=1)
    row = host.do("row", "row", seat="c1", question=0)
    missed = [point for point in row["attempts"][0]["mark"]["points"] if point["verdict"] in ("missed", "partial")]
    host.do("end", "ended")
    page.wait(lambda: page.view == "over" and "Coverage" in page.text("room-report"))
    assert bool(page.shown("practise-points")) == bool(missed)
