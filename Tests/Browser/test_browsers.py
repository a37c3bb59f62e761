"""One visitor with several browsers: by a link that works once, by a code that was written down; and without them again."""

import hashlib
import sqlite3

import pytest

import packed
from accessibility import check
from conftest import make_browser
from interviews import ANSWERS, WINDOWS, Interview, Window, fits, write_bank
from page import Page
from rooms import Guest, new_secret
from server import Client
from test_rooms import answer_to
from test_transcripts import listed, page, practised, secret
from waiting import wait_for


@pytest.fixture
def server(start_server, tmp_path):
    return start_server("--bank", write_bank(tmp_path / "bank"))


@pytest.fixture
def phone():
    """A second browser with a profile of its own."""
    browser = make_browser(412, 915)
    yield browser
    browser.quit()


def cookies(browser, server):
    """What the browser is known by; its page is opened where it is known by nothing yet."""
    if not browser.current_url.startswith(server.url):
        browser.get(server.url)
        wait_for(lambda: any(one["name"] == "greenroom_visitor" for one in browser.get_cookies()))
    return secret(browser)


def make_link(room):
    room.browser.get(f"{room.server.url}/browsers")
    room.press("make-link")
    return room.wait(lambda: room.one("browser-link").get_attribute("value"))


def claim(browser, server, link):
    here = Page(browser, server)
    browser.get("about:blank")
    browser.get(link)
    here.press("claim")
    return here


def points(server, schema, cookie):
    """How many points the visitor has met, which come back when they are due."""
    with Client(server, schema, additional_headers={"Cookie": f"greenroom_visitor={cookie['value']}"}) as client:
        return client.ask("progress", until=["progressed"])["points"]


def test_a_link_brings_both_browsers_together(browser, phone, server, schema):
    laptop, other = Interview(browser, server), Interview(phone, server)
    first = practised(laptop)
    second = practised(other)
    mine, theirs = secret(browser), cookies(phone, server)
    listed(server, mine)
    listed(server, theirs)
    known = points(server, schema, mine)
    assert known
    link = make_link(laptop)
    address, key = link.split("#")
    assert address == f"{server.url}/browsers" and len(key) == 43
    assert browser.find_element("css selector", ".qr svg").is_displayed()
    # What is there says what comes along, and nothing happens before it is pressed.
    phone.get("about:blank")
    phone.get(link)
    assert "1 transcript of this browser" in phone.find_element("css selector", "main").text
    assert "only if you made the link" in phone.find_element("css selector", "main").text
    assert key not in phone.current_url and key not in phone.title
    assert page(server, f"/transcripts/{first}", theirs)[0] == 404
    check(phone)
    Page(phone, server).press("claim")
    wait_for(lambda: phone.current_url.endswith("/transcripts"))
    for cookie in [mine, theirs]:
        listed(server, cookie, 2)
        for name in [first, second]:
            assert page(server, f"/transcripts/{name}", cookie)[0] == 200
        assert points(server, schema, cookie) == known
        assert page(server, "/transcripts?q=expensive", cookie)[2].count('class="entry passage"') == 2
    assert secret(phone)["value"] == theirs["value"] != mine["value"]
    # What is practised on either is on both.
    third, fourth = practised(laptop), practised(other)
    for cookie in [mine, theirs]:
        listed(server, cookie, 4)
        for name in [third, fourth]:
            assert page(server, f"/transcripts/{name}", cookie)[0] == 200
    # It stays so when the server starts again: four interviews of three questions are one visitor's.
    assert server.stop() == 0
    with sqlite3.connect(server.data / "greenroom.sqlite") as store:
        assert store.execute("SELECT count(DISTINCT visitor), count(*) FROM review").fetchone() == (1, 12)
    server.start()
    assert page(server, f"/transcripts/{first}", theirs)[0] == 200
    # The link is used up, and no line of the log and no file holds its secret.
    with Client(server) as stranger:
        refused = stranger.ask("claim", **{"pass": key}, until=["claimed"])
        assert refused["type"] == "refused" and refused["code"] == "notFound"
    assert key not in "".join(server.log)
    for file in server.data.iterdir():
        assert file.is_dir() or key.encode() not in file.read_bytes()


def test_an_interview_goes_on_in_the_other_browser(browser, phone, server, schema):
    laptop, other = Interview(browser, server), Interview(phone, server)
    laptop.begin()
    laptop.answer(ANSWERS[laptop.topic])
    laptop.one("feedback")
    first, name = laptop.prompt(), browser.current_url.split("interview=")[1].split("&")[0]
    # To a stranger it is not there.
    other.browser.get(f"{server.url}/#interview={name}")
    other.one("gone")
    claim(phone, server, make_link(laptop))
    wait_for(lambda: phone.current_url.endswith("/transcripts"))
    listed(server, secret(browser))
    phone.get(f"{server.url}/transcripts/{name}")
    phone.find_element("link text", "Go on with it").click()
    other.wait(lambda: other.shown("feedback") and other.prompt() == first)
    other.press("next")
    other.wait(lambda: other.prompt() not in ("", first))
    second = other.prompt()
    other.answer(ANSWERS[other.topic])
    other.one("feedback")
    # It is where it was left, in both, and among those that the start page offers to go on with.
    phone.get(server.url)
    assert other.one("resume").get_attribute("href").endswith(f"#interview={name}")
    browser.get(f"{server.url}/#interview={name}")
    laptop.wait(lambda: laptop.prompt() == second and laptop.shown("feedback"))


def test_a_lost_browser_is_replaced_by_a_code_and_removed(browser, phone, server):
    laptop = Interview(browser, server)
    name = practised(laptop)
    lost = secret(browser)
    listed(server, lost)
    browser.get(f"{server.url}/browsers")
    laptop.press("make-code")
    code = laptop.wait(lambda: laptop.one("recovery-code").text)
    assert len(code.replace("-", "")) == 26
    browser.get(f"{server.url}/browsers")
    assert code not in browser.page_source and "You have one since" in browser.find_element("css selector", "main").text
    new = cookies(phone, server)
    phone.get(f"{server.url}/browsers")
    here = Page(phone, server)
    here.one("claim-code").send_keys("0" * 26)
    here.press("claim")
    wait_for(lambda: "There is no such code" in phone.find_element("css selector", "main").text)
    here.one("claim-code").clear()
    here.one("claim-code").send_keys(code.upper().replace("-", " "))
    here.press("claim")
    wait_for(lambda: phone.current_url.endswith("/transcripts"))
    listed(server, new)
    # From here the other one is removed, by which the visitor was known first.
    phone.get(f"{server.url}/browsers")
    check(phone)
    assert len(phone.find_elements("css selector", "[data-unlink]")) == 2
    here.press("unlink")
    here.press("dialog-proceed")
    wait_for(lambda: not phone.find_elements("css selector", "[data-unlink][data-here=yes] ~ *")
             and len(phone.find_elements("css selector", "[data-unlink]")) == 1)
    assert page(server, f"/transcripts/{name}", new)[0] == 200
    assert page(server, f"/transcripts/{name}", lost)[0] == 404
    assert 'class="entry"' not in page(server, "/transcripts", lost)[2]
    listed(server, new)
    # Nobody can write the code of before once it is replaced.
    here.press("make-code")
    here.press("dialog-proceed")
    wait_for(lambda: here.one("recovery-code").text)
    with Client(server) as stranger:
        assert stranger.ask("claim", **{"pass": code}, until=["claimed"])["code"] == "notFound"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_is_for_everybody(browser, server, language):
    room = Interview(browser, server)
    browser.get(server.url)
    for window in sorted(WINDOWS):
        with Window(browser, *WINDOWS[window]):
            browser.get(f"{server.url}/browsers?lang={language}")
            room.press("make-link")
            room.wait(lambda: room.one("browser-link").get_attribute("value"))
            room.press("make-code")
            if window != sorted(WINDOWS)[0]:
                room.press("dialog-proceed")
            room.wait(lambda: room.one("recovery-code").text)
            check(browser)
            assert fits(browser), window
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{server.url}/browsers")
    assert ("script" if language == "en" else "Skript") in browser.find_element("css selector", "main").text
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_what_is_deleted_is_deleted_for_all_browsers_of_it(browser, phone, server):
    word = "Xylophonic"
    laptop = Interview(browser, server)
    names = [practised(laptop, {topic: f"{word} {text}" for topic, text in ANSWERS.items()}) for _ in range(2)]
    mine, theirs = secret(browser), cookies(phone, server)
    listed(server, mine, 2)
    claim(phone, server, make_link(laptop))
    wait_for(lambda: phone.current_url.endswith("/transcripts"))
    listed(server, theirs, 2)
    browser.get(f"{server.url}/browsers")
    laptop.press("make-code")
    code = laptop.wait(lambda: laptop.one("recovery-code").text).replace("-", "")
    share = new_secret()
    with Client(server, additional_headers={"Cookie": f"greenroom_visitor={theirs['value']}"}) as client:
        assert client.ask("share", interview=names[0], secret=share, until=["shared"])["type"] == "shared"
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in [mine["value"], theirs["value"], code, share]]
    # What the index of the words keeps has no capital.
    words = [text.encode() for text in [word, "ylophon", *names, *digests]]
    holding = lambda: sorted(  # noqa: E731
        f"{file.name} {text}" for file in server.data.rglob("*") if file.is_file() for text in words if text in packed.said_in(file))
    assert len({line.split(" ")[1] for line in holding()}) == len(words)
    phone.get(f"{server.url}/transcripts")
    Page(phone, server).press("erase-all")
    Page(phone, server).press("dialog-proceed")
    wait_for(lambda: 'class="entry"' not in page(server, "/transcripts", mine)[2])
    # Not even while the server goes on: its write-ahead logs are cut.
    wait_for(lambda: holding() == [])
    # Each is a visitor of its own again.
    name = practised(Interview(phone, server))
    assert page(server, f"/transcripts/{name}", secret(phone))[0] == 200
    assert page(server, f"/transcripts/{name}", mine)[0] == 404


def test_whoever_sat_in_a_room_with_two_browsers_reads_both_parts(server):
    laptop, phone = ({"value": new_secret()} for _ in range(2))

    def guest(cookie=None):
        return Guest(server, additional_headers={"Cookie": f"greenroom_visitor={cookie['value']}"} if cookie else {})

    with Guest(server) as host, guest(laptop) as first, guest(phone) as second:
        host.host(count=1)
        first.join(host.code, "Lara")
        second.join(host.code, "Lara")
        host.do("start", "asked")
        for one in (first, second):
            prompt = one.hear_one("asked")["question"]["prompt"]
            one.answer(0, f"{answer_to(prompt)} Says {one.seat}.")
        host.do("end", "ended")
        room, seats = host.interview, [first.seat, second.seat]
        for cookie, seat in zip([laptop, phone], seats):
            listed(server, cookie)
            assert f"Says {seat}." in page(server, f"/transcripts/{room}", cookie)[2]
            assert page(server, f"/transcripts/{room}/{next(one for one in seats if one != seat)}", cookie)[0] == 404
        key = new_secret()
        assert first.ask("link", secret=key, until=["linked"])["type"] == "linked"
        assert second.ask("claim", **{"pass": key}, until=["claimed"])["type"] == "claimed"
    for cookie in (laptop, phone):
        # The list leads to each, and each to the other.
        entries = listed(server, cookie, 2)
        for seat, other in (seats, seats[::-1]):
            assert f"/{room}/{seat}\"" in entries
            status, _, text = page(server, f"/transcripts/{room}/{seat}", cookie)
            assert status == 200 and f"Says {seat}." in text and f"Says {other}." not in text
            assert "other-seats" in text and f"{room}/{other}\"" in text
        # Without a seat it is the one that was taken last, on which notes and links are made.
        status, _, text = page(server, f"/transcripts/{room}", cookie)
        assert status == 200 and "data-share" in text and f"Says {seats[1]}." in text
        assert "data-share" not in page(server, f"/transcripts/{room}/{seats[0]}", cookie)[2]
