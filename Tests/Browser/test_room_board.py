"""A host at the board while the room runs: from person to person by keys alone, and the results so far."""

import csv
import json

from selenium.webdriver.common.keys import Keys

from accessibility import check
from keys_alone import KeysAlone
from test_rooms import answer_to, browsers, guest, person, rooms_server  # noqa: F401: fixtures
from waiting import wait_for


def answered(person, guest, count):  # noqa: F811
    """A host with keys alone, and so many who answered the first of two questions; and what they said."""
    page = person()
    host = KeysAlone(page.browser, page.server).host(count=2)
    code = host.code
    guests = [guest(code, f"Person {number}") for number in range(count)]
    host.wait(lambda: len(host.people()) == count + 1)
    host.press("start-room")
    text = answer_to(host.waits_for(""))
    for one in guests:
        one.hear_one("asked")
        one.answer(0, text)
    host.wait(lambda: list(host.columns().values()) == ["done"] * count)
    return host, guests, text


def test_from_person_to_person_by_keys_alone(person, guest):  # noqa: F811
    host, _, text = answered(person, guest, 30)

    def opened():
        return host.one("answer-panel").find_element("tag name", "h2").text

    host.tab_to("open-answer")
    host.key(Keys.ARROW_RIGHT * 2)
    assert host.focus().get_attribute("title") == "Person 2"
    host.key(Keys.ARROW_LEFT * 3)
    assert host.focus().get_attribute("title") == "Person 29", "after the first comes the last"
    host.key(Keys.ENTER)
    host.wait(lambda: opened() == "Person 29" and text in host.text("answer-panel"))
    check(host.browser)
    # The columns have given way to the answer; from here on one goes from answer to answer.
    host.key(Keys.ARROW_RIGHT)
    host.wait(lambda: opened() == "Person 0" and text in host.text("answer-panel"))
    open_ = next(one for one in host.all("column") if one.get_attribute("data-open") == "true")
    assert "Person 0, done" in open_.get_attribute("textContent"), "a reader hears whose column it is"
    host.key(Keys.ESCAPE)
    host.wait(lambda: not host.shown("answer-panel"))
    assert host.focus().get_attribute("title") == "Person 29", "back where it was opened"


def test_results_so_far_are_carried_away_while_the_room_runs(person, guest, tmp_path):  # noqa: F811
    host, guests, _ = answered(person, guest, 2)
    host.press("next-now")
    guests[0].hear_one("asked")
    host.unfold(lambda: host.one("so-far").find_element("tag name", "summary"), "results so far")
    host.wait(lambda: "Person 1" in host.text("room-table"))
    check(host.browser)
    host.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    host.press("csv").press("json")
    wait_for(lambda: {one.name for one in tmp_path.iterdir()} >= {"room.csv", "room.json"})
    with (tmp_path / "room.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["person"] for row in rows} >= {"Person 0", "Person 1"}
    assert len(json.loads((tmp_path / "room.json").read_text())["questions"]) == 2
    # The room goes on, and everybody is still in it.
    guests[0].answer(1, answer_to(host.prompt()))
    host.wait(lambda: host.columns()["Person 0"] == "done")
