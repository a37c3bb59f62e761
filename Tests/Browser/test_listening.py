"""The hot seat for those who listen, and a ruling for all who said it so."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import fits
from test_looks import emulate
from test_rooms import answer_to, browsers, guest, person, rooms_server  # noqa: F401: fixtures


def boxes(page):
    return [box for box in page.all("tick") if box.is_displayed()]


def heard(page):
    """What the table of ticks says, by the point."""
    return {row.find_element(By.TAG_NAME, "th").text: [cell.text.strip() for cell in row.find_elements(By.TAG_NAME, "td")]
            for row in page.browser.find_elements(By.CSS_SELECTOR, "[data-testid=ticks] tbody tr")}


def test_two_take_turns_and_the_other_ticks_what_is_said(person, guest):  # noqa: F811
    host = person().host(count=2, form="hotSeat")
    page, ann = person(390, 844).join(host.code, "Paul"), guest(host.code, "Ann")
    host.wait(lambda: len(host.people()) == 3)
    # Ann answers second, so that Paul is asked first.
    host.press("start-room")
    prompt = page.waits_for("")
    page.wait(lambda: "You are in the hot seat" in page.text("hot"))
    points = [point["head"] for point in ann.hear_one("checklist")["points"]]
    assert points and not boxes(page) and not any(point in page.browser.page_source for point in points)
    first = ann.heard[-1]["points"][0]
    ann.do("tick", "ticked", question=0, point=first["id"], said=True)
    host.wait(lambda: heard(host).get(first["head"], [""])[0] == "1 of 1")
    page.send(answer_to(prompt))
    host.press("reveal-now")
    page.wait(lambda: "found" in heard(page).get(first["head"], ["", ""])[1])
    check(page.browser)
    assert fits(page.browser)
    host.press("next")
    # By itself it is the other one's turn, and Paul listens, by keyboard alone.
    page.waits_for(prompt)
    page.wait(lambda: boxes(page))
    assert "Ann is in the hot seat" in page.text("hot") and not page.shown("answer")
    page.tab_to("tick").key(Keys.SPACE)
    host.wait(lambda: "1 of 1" in [cells[0] for cells in heard(host).values()])
    for scheme in ("dark", ""):
        emulate(page.browser, "prefers-color-scheme", scheme)
        check(page.browser)
    page.browser.refresh()
    page.wait(lambda: boxes(page) and boxes(page)[0].is_selected())
    ann.hear_one("asked")
    ann.answer(1, answer_to(page.prompt()))
    assert not [one for one in ann.heard if one["type"] == "checklist" and one["question"] == 1]
    host.wait(lambda: host.text("done").startswith("1"))
    host.press("close")
    page.wait(lambda: any(cells[0] == "1 of 1 (you too)" and "found" in cells[1] for cells in heard(page).values()))
    check(page.browser)
    check(host.browser)


def test_a_ruling_holds_for_all_who_said_it_so(person, guest):  # noqa: F811
    host = person().host(count=1)
    ann, bob, cleo = (guest(host.code, name) for name in ("Ann", "Bob", "Cleo"))
    host.wait(lambda: len(host.people()) == 4)
    host.press("start-room")
    host.waits_for("")
    for one, text in ((ann, "Well, purple monkeys dance."), (bob, "I think: PURPLE monkeys dance!"), (cleo, "Hm.")):
        one.hear_one("asked")
        one.answer(0, text)
    host.wait(lambda: host.text("done").startswith("3"))
    host.press("open-answer")
    host.wait(lambda: "purple" in host.text("answer-panel"))
    # Two clicks: the answer is open with its evidence, and this is the second.
    assert host.one("answered-text").text == "Well, purple monkeys dance."
    host.browser.execute_script("""
        const text = document.querySelector("[data-testid=answered-text]").firstChild;
        document.getSelection().setBaseAndExtent(text, 6, text, 20);
    """)
    host.wait(lambda: "purple monkeys" in host.text("marked-words"))
    check(host.browser)
    host.press("rule-all")
    host.wait(lambda: "also for 1 other person" in host.text("ruled-also"))
    assert bob.hear_one("ruled")["own"] > 0
    host.wait(lambda: "Ruled: said." in host.text("answer-panel"))
    # The machine's verdict stays visible beside it.
    assert "not found" in host.text("answer-panel")
    check(host.browser)
    host.press("take-back-all")
    assert bob.hear_one("ruled")["withdrawn"]
    assert not [one for one in cleo.heard if one["type"] == "ruled"]
