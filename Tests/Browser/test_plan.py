"""What comes next: a host changes it at the page, before it is asked."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from accessibility import check
from interviews import fits
from test_looks import emulate
from test_rooms import browsers, guest, person, rooms_server  # noqa: F401: fixtures


def planned(page):
    return [one.get_attribute("data-id") for one in page.all("planned")]


def at(page, testid, place):
    """The button of a question in the list."""
    return page.all(testid)[place]


def test_by_keyboard_alone_in_the_lobby_and_while_it_runs(person, guest):  # noqa: F811
    host = person().host(count=3)
    ann = guest(host.code, "Ann")
    before = planned_open(host)
    assert len(before) == 3
    # The first goes down one, and the focus stays with it.
    host.tab_to("plan-down")
    host.key(Keys.ENTER)
    host.wait(lambda: planned(host) == [before[1], before[0], before[2]])
    assert host.focus().get_attribute("data-focus") == f"down {before[0]}"
    host.key(Keys.TAB)
    assert host.focus().get_attribute("data-testid") == "plan-remove"
    host.key(Keys.ENTER)
    host.wait(lambda: planned(host) == [before[1], before[2]])
    host.wait(lambda: host.focus().get_attribute("data-focus") == f"remove {before[2]}")
    assert ann.hear_one("planned", count=2)
    # What was taken out is in the bank again.
    host.tab_to("plan-bank")
    host.key(Keys.ENTER)
    host.tab_to("plan-find")
    host.key(Keys.ENTER)
    host.wait(lambda: host.all("plan-add"))
    host.tab_to("plan-add")
    host.key(Keys.ENTER)
    host.wait(lambda: len(planned(host)) == 3)
    host.tab_to("plan-typed")
    host.key(Keys.ENTER)
    host.tab_to("plan-prompt")
    host.key("What is left to do?").key(Keys.TAB).key("Testing: it has to be tried").key(Keys.TAB).key(Keys.ENTER)
    host.wait(lambda: planned(host)[-1:] == ["typed/1"])
    host.wait(lambda: host.one("plan-prompt").get_attribute("value") == "")
    check(host.browser)
    host.wait(lambda: "4 questions" in host.one("start-room").find_element("xpath", "../..").text)
    while planned(host)[0] != "typed/1":
        place = planned(host).index("typed/1")
        at(host, "plan-up", place).send_keys(Keys.ENTER)
        host.wait(lambda: planned(host).index("typed/1") == place - 1)
    rest = planned(host)[1:]
    host.press("start-room")
    assert host.waits_for("") == "What is left to do?"
    assert ann.hear_one("asked")["question"]["of"] == 4
    ann.answer(0, "It has to be tried.")
    host.wait(lambda: host.figures() == {"Testing": "1"})
    assert planned_open(host) == rest
    at(host, "plan-remove", 0).send_keys(Keys.ENTER)
    host.wait(lambda: planned(host) == rest[1:])
    host.wait(lambda: host.text("place").startswith("Question 1 of 3"))
    check(host.browser)
    # Opened anew it is the same.
    host.browser.refresh()
    host.wait(lambda: host.view == "run")
    assert planned_open(host) == rest[1:]
    assert not [one for one in ann.heard if one["type"] in ("plan", "foundQuestions")]


def planned_open(page):
    page.open("plan-open")
    page.wait(lambda: page.all("planned"))
    return planned(page)


def test_a_question_without_key_points_is_answered_and_shown(person, guest):  # noqa: F811
    host = person().host(count=1)
    ann, page = guest(host.code, "Ann"), person().join(host.code, "Bert")
    host.wait(lambda: len(host.people()) == 3)
    planned_open(host)
    host.open("plan-typed")
    host.one("plan-prompt").send_keys("How was it?")
    host.press("plan-type")
    host.wait(lambda: len(planned(host)) == 2)
    at(host, "plan-up", 1).click()
    host.wait(lambda: planned(host)[0] == "typed/1")
    host.press("start-room")
    host.waits_for("")
    ann.hear_one("asked")
    ann.answer(0, "Quite good so far.")
    page.waits_for("")
    page.send("Better than that.")
    assert not page.shown("found")
    host.wait(lambda: host.text("done").startswith("2"))
    host.press("open-answer")
    host.wait(lambda: "Quite good so far." in host.text("answer-panel"))
    assert "0 of 0" not in host.text("answer-panel")
    check(host.browser)
    host.key(Keys.ESCAPE)
    host.press("reveal-now")
    host.wait(lambda: set(next(iter(host.phrases().values()), [])) == {"Quite good so far.", "Better than that."})
    check(host.browser)


def test_it_is_readable_in_the_dark_on_a_phone_and_in_german(person):  # noqa: F811
    page = person(390, 844)
    page.load()
    page.browser.execute_script("localStorage.setItem('greenroom.language', 'de')")
    emulate(page.browser, "prefers-color-scheme", "dark")
    try:
        page.host(count=3)
        planned_open(page)
        page.open("plan-bank")
        Select(page.one("plan-topic")).select_by_index(1)
        page.press("plan-search")
        page.wait(lambda: page.text("plan-found"))
        page.open("plan-typed")
        page.press("plan-type")
        page.wait(lambda: "Schreib" in page.text("plan-error"))
        check(page.browser)
        assert fits(page.browser)
    finally:
        emulate(page.browser, "prefers-color-scheme", "")
        page.browser.execute_script("localStorage.removeItem('greenroom.language')")
