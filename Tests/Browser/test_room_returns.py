"""Who goes away from a room, in whatever way, and finds the own place again."""

import pytest
from selenium.webdriver.common.keys import Keys

from interviews import ANSWERS, write_bank
from proxy import Proxy
from rooms import Guest, RoomPage
from test_rooms import answer_to, browsers, guest, person, rooms_server, turned_spectator  # noqa: F401: fixtures


def test_a_host_who_goes_in_by_the_code_stays_the_host(person, guest):  # noqa: F811
    host = person().host(count=1)
    address, code = host.browser.current_url, host.code
    guest(code, "Ann")
    host.wait(lambda: host.people() == ["Hana Host", "Ann"])
    host.join(code, "Hana Again")
    host.one("start-room")
    assert host.people() == ["Hana Host", "Ann"], "one person is one seat"
    host.browser.get("about:blank")
    host.browser.get(address)
    host.press("start-room")
    host.one("controls")


def test_a_screen_in_the_hosts_browser_takes_nobodys_seat(person, guest):  # noqa: F811
    host = person().host(count=1)
    first = host.browser.current_window_handle
    guest(host.code, "Ann")
    code = host.code
    host.one("screen-link").send_keys(Keys.ENTER)
    host.wait(lambda: len(host.browser.window_handles) == 2)
    second = next(one for one in host.browser.window_handles if one != first)
    try:
        host.browser.switch_to.window(second)
        host.wait(lambda: host.view == "screen" and host.text("screen-told") == "1 here")
        host.browser.refresh()
        host.wait(lambda: host.view == "screen" and host.text("screen-code") == code)
        host.browser.switch_to.window(first)
        host.browser.refresh()
        host.press("start-room")
        prompt = host.waits_for("")
        host.one("controls")
        host.browser.switch_to.window(second)
        host.wait(lambda: host.text("screen-prompt") == prompt)
    finally:
        host.browser.switch_to.window(second)
        host.browser.close()
        host.browser.switch_to.window(first)


def test_a_whisper_waits_for_no_reply(person):  # noqa: F811
    """Who writes in a quiet room is not cut off from it: only a request says by its silence that the line is dead."""
    page = person().load()
    timers = page.browser.execute_async_script("""
        const done = arguments[0], set = window.setTimeout, timers = [];
        window.setTimeout = (act, milliseconds) => { timers.push(milliseconds); return set(() => {}, 0); };
        window.WebSocket = class extends EventTarget {
            static OPEN = 1;
            readyState = 1;
            constructor() { super(); window.line = this; }
            send() {}
            close() {}
        };
        import("/js/connection.js").then(({Connection}) => {
            const connection = new Connection("ws://nowhere/", {heard() {}, changed() {}});
            connection.start();
            window.line.dispatchEvent(new MessageEvent("message", {data: '{"type": "welcome"}'}));
            const before = timers.length;
            connection.send({type: "status", status: "writing"});
            const whispered = timers.length - before;
            connection.send({type: "report", ref: "one"});
            done([whispered, timers.length - before]);
        });
    """)
    assert timers == [0, 1]


def test_who_was_away_for_long_has_the_row_and_the_question_of_the_moment(person, guest):  # noqa: F811
    host = person().host(count=2)
    page = person().join(host.code, "Ava Away")
    address = page.browser.current_url
    ann = guest(host.code, "Ann")
    host.wait(lambda: len(host.people()) == 3)
    host.press("start-room")
    first = page.waits_for("")
    page.send(answer_to(first))
    page.browser.get("about:blank")
    host.wait(lambda: host.columns()["Ava Away"] == "away")
    host.press("open-answer")
    host.wait(lambda: answer_to(first) in host.text("answer-panel"))
    host.press("close-answer")
    ann.hear_one("asked")
    ann.answer(0, answer_to(first))
    host.press("reveal-now")
    host.press("next")
    second = host.waits_for(first)
    assert list(host.columns()) == ["Ava Away", "Ann"]
    page.browser.get(address)
    assert page.waits_for(first) == second
    page.send(answer_to(second))
    host.wait(lambda: host.columns()["Ava Away"] == "done")
    host.open("people-open")
    assert host.people() == ["Hana Host", "Ava Away", "Ann"]


def test_who_leaves_is_gone_at_once_and_back_with_the_back_button(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1)
    page = person().join(host.code, "Levi Leaves")
    host.do("start", "asked")
    prompt = page.waits_for("")
    # The browser keeps the page, for whoever comes back; it must not keep the seat warm.
    page.press("leave")
    while "c1" not in host.hear_one("here")["gone"]:
        pass
    page.browser.back()
    page.wait(lambda: page.view == "run" and page.prompt() == prompt and page.state("connection") == "online")
    page.send(answer_to(prompt))
    assert len(host.do("row", "row", seat="c1", question=0)["attempts"]) == 1


def test_whoever_watches_goes_on_watching_after_a_reload(person, guest):  # noqa: F811
    _, page = turned_spectator(person, guest)
    page.browser.refresh()
    page.wait(lambda: page.view == "run" and "You are watching" in page.text("watching"))
    assert not page.shown("answer")
    # Nobody waits for who only watches.
    assert not page.shown("others")
    page.open("people-open")
    page.press("answer-again")
    page.one("answer")
    page.wait(lambda: page.text("others") == "0 of 1 have answered")


def test_who_leaves_the_hot_seat_leaves_no_room_stuck(person, guest):  # noqa: F811
    host = person().host(count=2, form="hotSeat")
    ann = guest(host.code, "Ann")
    page = person().join(host.code, "Bea Second")
    host.wait(lambda: len(host.people()) == 3)
    host.press("start-room")
    first = page.waits_for("")
    ann.hear_one("asked")
    assert "Ann is in the hot seat" in page.text("hot")
    ann.close()
    host.wait(lambda: host.columns().get("Ann") == "away")
    host.press("reveal-now")
    page.wait(lambda: page.shown("reveal-part"))
    host.press("next")
    second = page.waits_for(first)
    assert "You are in the hot seat" in page.text("hot")
    page.send(answer_to(second))
    host.wait(lambda: host.columns().get("Bea Second") == "done")


def test_the_last_who_has_not_answered_leaves_and_the_room_goes_on(person, guest):  # noqa: F811
    host = guest()
    host.host(count=1, advances=True)
    page, ann = person().join(host.code, "Lea Last"), guest(host.code, "Ann")
    host.do("start", "asked")
    prompt = page.waits_for("")
    ann.hear_one("asked")
    page.send(answer_to(prompt))
    page.wait(lambda: page.text("others") == "1 of 2 have answered")
    ann.close()
    page.wait(lambda: "The reveal comes next" in page.text("waiting"))


@pytest.fixture
def line(start_server, tmp_path):
    """A server behind a line that can go dead."""
    proxy = Proxy()
    server = start_server("--bank", write_bank(tmp_path / "bank"), "--allow-host", f"127.0.0.1:{proxy.port}")
    proxy.target, server.line = server.port, proxy
    yield server
    proxy.close()


def offline(browser, is_offline):
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


class Elsewhere:
    """The server as it is reached over the line."""

    def __init__(self, server):
        self.url = server.line.url


def test_a_phone_on_another_network_has_all_that_it_missed(person, line):  # noqa: F811
    page = RoomPage(person(390, 844).browser, Elsewhere(line))
    with Guest(line) as host:
        host.host(count=2)
        page.join(host.code, "Nina Network")
        host.do("start", "asked")
        first = page.waits_for("")
        page.send(answer_to(first))
        # The old connection is dead, and nobody is told.
        line.line.silence()
        host.do("show", "shown", question=0)
        host.do("next", "asked", question=0)
        page.browser.execute_cdp_cmd("Network.enable", {})
        offline(page.browser, True)
        offline(page.browser, False)
        second = page.waits_for(first)
        page.send(answer_to(second))
        seats = host.do("row", "row", seat="c1", question=1)
        assert [one["text"] for one in seats["attempts"]] == [answer_to(second)]


def test_an_answer_into_a_dead_line_arrives_once(person, line):  # noqa: F811
    page = RoomPage(person(390, 844).browser, Elsewhere(line))
    with Guest(line) as host:
        host.host(count=1)
        page.join(host.code, "Dana Dead")
        host.do("start", "asked")
        prompt = page.waits_for("")
        line.line.silence()
        page.send(answer_to(prompt))
        row = host.do("row", "row", seat="c1", question=0)
        assert [one["text"] for one in row["attempts"]] == [answer_to(prompt)]


def test_a_lid_that_was_closed_for_ten_minutes_while_the_clock_ran(person, guest):  # noqa: F811
    host = guest()
    host.host(count=2, limit=1200)
    page = person().join(host.code, "Lida Lid")
    host.do("start", "asked")
    first = page.waits_for("")
    page.one("answer").send_keys(ANSWERS["recall"])
    page.browser.execute_cdp_cmd("Page.setWebLifecycleState", {"state": "frozen"})
    try:
        host.do("extend", "extended", seconds=600)
        host.do("close", "closed", question=0)
    finally:
        page.browser.execute_cdp_cmd("Page.setWebLifecycleState", {"state": "active"})
    # What was written before the lid was closed is not lost; it is late.
    page.wait(lambda: ANSWERS["recall"] in page.text("answered-text"))
    row = host.do("row", "row", seat="c1", question=0)
    assert [(one["text"], one["late"]) for one in row["attempts"]] == [(ANSWERS["recall"], True)]
    host.do("next", "asked", question=0)
    page.waits_for(first)
    # A page that was frozen counts as hidden until somebody looks at it.
    window = page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    page.browser.close()
    page.browser.switch_to.window(window)
    page.wait(lambda: page.browser.execute_script("return document.visibilityState") == "visible")
    # What the page takes for the time stood still while the device slept; it asks what the time is.
    page.browser.execute_script("const now = performance.now.bind(performance); performance.now = () => now() - 600_000;")
    page.wait(lambda: page.text("clock").startswith("29:"))
    page.browser.execute_script("const now = Date.now; Date.now = () => now() + 600_000;")
    page.wait(lambda: page.text("clock").startswith("19:"))
