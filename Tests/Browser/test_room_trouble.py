"""What goes wrong in other people's rooms: who leaves, comes back, is late, or was locked out."""

import pytest

from accessibility import check
from interviews import ANSWERS, OBSERVE, ways_on, write_bank
from rooms import Guest, RoomPage
from test_rooms import answer_to, answered_first, browsers, guest, person, rooms_server, turned_spectator  # noqa: F401: fixtures


def test_a_killed_server_and_everybody_is_back_where_they_were(person, start_server, tmp_path):  # noqa: F811
    server = start_server("--bank", write_bank(tmp_path / "bank"))
    host, page = (RoomPage(person().browser, server) for _ in range(2))
    host.host(count=1)
    page.join(host.code, "Karl Kill")
    host.wait(lambda: "Karl Kill" in host.people())
    host.press("start-room")
    prompt = page.waits_for("")
    page.one("answer").send_keys("Half of it")
    server.kill()
    for one in (host, page):
        one.wait(lambda: one.state("connection") == "reconnecting")
    page.one("answer").send_keys(". " + answer_to(prompt))
    page.press("send")
    server.start()
    for one in (host, page):
        one.wait(lambda: one.state("connection") == "online", 30)
        assert one.view == "run" and one.prompt() == prompt
    page.wait(lambda: answer_to(prompt) in page.text("answered-text"))
    host.wait(lambda: host.columns() == {"Karl Kill": "done"})
    host.press("reveal-now")
    page.wait(lambda: any(page.phrases().values()))


def test_each_goes_at_an_own_pace_and_the_host_sees_where_they_are(person, guest):  # noqa: F811
    host = person().host(count=2, progression="own")
    page, ann = person().join(host.code, "Owen Own"), guest(host.code, "Ann")
    host.wait(lambda: len(host.people()) == 3)
    host.press("start-room")
    first = page.waits_for("")
    page.send(answer_to(first))
    check(page.browser)
    assert len(ways_on(page.browser)) == 1, ways_on(page.browser)
    page.press("next")
    second = page.waits_for(first)
    assert second != first
    page.send(answer_to(second))
    page.press("next")
    page.wait(lambda: "answered all questions" in page.text("watching"))
    host.wait(lambda: host.columns().get("Owen Own") == "finished")
    assert host.columns()["Ann"] in ("waiting", "writing", "stuck")
    assert "own pace" in host.text("board") and "no key points" not in host.text("board")
    for one in (host, page):
        check(one.browser)
    page.browser.refresh()
    page.wait(lambda: "answered all questions" in page.text("watching"))
    ann.hear_one("asked")
    host.press("end")
    host.press("dialog-proceed")
    page.wait(lambda: page.view == "over" and "Coverage" in page.text("room-report"))


def test_the_clock_moves_on_and_nobody_loses_half_a_thought(person, guest):  # noqa: F811
    host = guest()
    host.host(count=2, progression="deadline", limit=15, reviewSeconds=2)
    page = person().join(host.code, "Dilan Deadline")
    host.do("start", "asked")
    first = page.waits_for("")
    page.one("answer").send_keys(answer_to(first))
    page.wait(lambda: page.shown("reveal-part"), 25)
    assert answer_to(first) in page.text("answered-text")
    assert page.waits_for(first) != first
    row = host.do("row", "row", seat="c1", question=0)
    assert [attempt["text"] for attempt in row["attempts"]] == [answer_to(first)]


def test_whoever_turns_spectator_keeps_what_was_answered_and_may_turn_back(person, guest):  # noqa: F811
    host, page = turned_spectator(person, guest)
    assert not page.shown("answer")
    page.press("answer-again")
    page.one("answer")
    row = host.do("row", "row", seat="c1", question=0)
    assert len(row["attempts"]) == 1


def test_a_host_who_is_gone_is_followed_by_a_candidate(person, guest):  # noqa: F811
    host, page, _ = answered_first(person, guest, "Tara Takeover", count=1)
    host.close()
    page.open("people-open")
    page.wait(lambda: "No host is here" in page.browser.find_element("css selector", ".people-part").text)
    page.wait(lambda: page.shown("take-over"), 30)
    page.press("take-over")
    page.wait(lambda: page.shown("controls"))
    page.wait(lambda: page.text("board"))
    page.press("reveal-now")
    page.one("reveal-part")


def test_a_host_who_gave_the_role_away_has_it_back(person, guest):  # noqa: F811
    host = person().host(count=1)
    guest(host.code, "Ann")
    host.wait(lambda: "Ann" in host.people())
    host.act_on("Ann", "Make a host")
    host.wait(lambda: host.tag("Ann") == "host")
    host.act_on("Ann", "Make a candidate")
    host.wait(lambda: host.tag("Ann") == "")
    assert host.shown("start-room")


def test_a_locked_room_and_a_wrong_password_say_so(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1, password="open sesame")
    page = person().join(host.code, "Petra Password")
    page.wait(lambda: "password" in page.text("join-error"))
    page.fill("room-password", "open sesame").press("enter")
    page.wait(lambda: page.view == "lobby")
    host.do("lock", "locked", locked=True)
    late = person().join(host.code, "Lars Late")
    late.fill("room-password", "open sesame").press("enter") if late.shown("room-password") else None
    late.wait(lambda: "locked" in late.text("join-error"))
    check(late.browser)
    page.browser.refresh()
    page.wait(lambda: page.view == "lobby")


def test_two_tabs_are_one_person(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Tess Twotabs")
    address, first = page.browser.current_url, page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    second = page.browser.current_window_handle
    try:
        page.browser.get(address)
        page.wait(lambda: page.view == "lobby")
        host.do("start", "asked")
        page.waits_for("")
        page.send(ANSWERS["recall"])
        page.browser.switch_to.window(first)
        page.wait(lambda: ANSWERS["recall"] in page.text("answered-text"))
        page.wait(lambda: page.text("others") == "1 of 1 have answered")
    finally:
        page.browser.switch_to.window(second)
        page.browser.close()
        page.browser.switch_to.window(first)


def test_a_late_joiner_sees_what_was_revealed_before(person, guest):  # noqa: F811
    host = guest()
    host.host(count=2)
    ann = guest(host.code, "Ann")
    host.do("start", "asked")
    prompt = ann.hear_one("asked")["question"]["prompt"]
    ann.answer(0, answer_to(prompt))
    host.do("show", "shown", question=0)
    page = person().join(host.code, "Lena Late")
    page.wait(lambda: page.view == "run" and any(page.phrases().values()))
    host.do("next", "asked", question=0)
    page.waits_for(prompt)
    page.one("answer")
    # Whoever comes later still finds it, and so do all when it is over.
    later = person().join(host.code, "Luca Later")
    later.wait(lambda: later.view == "run")
    later.open("earlier-open")
    for one in (later, page):
        if one is page:
            host.do("end", "ended")
            page.wait(lambda: page.view == "over")
            page.open("earlier-open")
        one.wait(lambda one=one: one.shown("earlier-question"))
        one.one("earlier-question").find_element("css selector", "summary").click()
        one.wait(lambda one=one: any(one.phrases().values()) and one.text("model"))
        check(one.browser)


def test_a_nudge_is_seen_and_said(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Nils Nudged")
    host.do("start", "asked")
    page.waits_for("")
    page.browser.execute_script(OBSERVE)
    host.do("nudge", "nudged", seat="c1")
    page.wait(lambda: "nudges you" in page.text("notice"))
    page.wait(lambda: any("nudges you" in text for text in page.browser.execute_script("return window.announced")))


def test_closing_and_going_on_can_be_taken_back(person, guest):  # noqa: F811
    host = person().host(count=2)
    page = person().join(host.code, "Uma Undo")
    host.wait(lambda: "Uma Undo" in host.people())
    host.press("start-room")
    first = page.waits_for("")
    host.press("close")
    page.wait(lambda: "The reveal comes next" in page.text("waiting"))
    host.press("undo")
    host.wait(lambda: host.shown("close"))
    page.wait(lambda: not page.text("waiting"))
    page.send(answer_to(first))
    host.press("next-now")
    second = page.waits_for(first)
    host.waits_for(first)
    host.press("undo")
    for one in (host, page):
        one.wait(lambda: one.prompt() == first)
    page.wait(lambda: answer_to(first) in page.text("answered-text"))
    host.wait(lambda: host.columns() == {"Uma Undo": "done"})
    page.browser.refresh()
    page.wait(lambda: page.view == "run" and page.prompt() == first)
    host.press("next-now")
    for one in (host, page):
        one.wait(lambda: one.prompt() == second)
    page.one("answer")


def test_hidden_names_are_hidden_at_the_reveal(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1, names="hidden")
    page, ann = person().join(host.code, "Hilde Hidden"), guest(host.code, "Ann Anonymous")
    host.do("start", "asked")
    prompt = page.waits_for("")
    ann.hear_one("asked")
    ann.answer(0, answer_to(prompt))
    host.do("show", "shown", question=0)
    page.wait(lambda: any(page.phrases().values()))
    assert "Ann" not in page.text("reveal-part")
    check(page.browser)


def test_the_same_words_are_one_phrasing(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Sara Same")
    others = [guest(host.code, name) for name in ("Ann", "Ben")]
    host.do("start", "asked")
    prompt = page.waits_for("")
    page.send(answer_to(prompt))
    for one in others:
        one.hear_one("asked")
        one.answer(0, answer_to(prompt))
    host.do("show", "shown", question=0)
    page.wait(lambda: any(page.phrases().values()))
    assert all(len(phrases) == len(set(phrases)) for phrases in page.phrases().values())
    assert "you and 2 more" in page.text("reveal-part")


@pytest.mark.parametrize("code", ["zzzz-zzzz", "1"])
def test_a_code_that_leads_nowhere_says_so(person, code):  # noqa: F811
    page = person().join(code, "Nobody")
    page.wait(lambda: "no open room" in page.text("join-error"))
    assert page.focus().get_attribute("data-testid") == "code"
    check(page.browser)
