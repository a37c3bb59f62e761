"""Two who interview each other, and a room that is locked: what they look like, and that they go on."""

import pytest

from accessibility import check
from interviews import fits
from test_looks import picture
from test_room_looks import LOOKS, TORN, Look, speaking
from test_room_windows import says
from test_rooms import answer_to, browsers, guest, person, rooms_server  # noqa: F401: fixtures


def looks_right(state, **pages):
    for part, page in pages.items():
        for name in LOOKS:
            with Look(page, name):
                picture(page.browser, f"{state} {part} {name}")
                check(page.browser)
                assert fits(page.browser), (state, part, name)
                assert page.browser.execute_script(TORN) == [], (state, part, name)


@pytest.mark.parametrize("language", ["en", "de"])
def test_two_who_interview_each_other_swap_roles(person, language):  # noqa: F811
    asks = speaking(person(), language).host(name="Ada First", count=2, time="600", form="hotSeat")
    answers = speaking(person(), language).join(asks.code, "Bea Second")
    asks.wait(lambda: len(asks.people()) == 2)
    asks.press("start-room")
    first = answers.waits_for("")
    assert "Bea Second" in asks.text("hot")
    looks_right(f"pair {language} 1 asked", asks=asks, answers=answers)
    answers.send(answer_to(first))
    asks.wait(lambda: asks.columns() == {"Bea Second": "done"})
    asks.press("reveal-now")
    answers.wait(lambda: any(answers.phrases().values()))
    looks_right(f"pair {language} 2 revealed", asks=asks, answers=answers)
    asks.press("swap")
    answers.press("next")
    second = asks.waits_for(first)
    assert not answers.shown("answer")
    assert "Ada First" in answers.text("hot")
    looks_right(f"pair {language} 3 swapped", asks=asks, answers=answers)
    asks.send(answer_to(second))
    answers.wait(lambda: answers.columns().get("Ada First") == "done")
    answers.press("reveal-now")
    asks.wait(lambda: any(asks.phrases().values()))
    assert not answers.shown("swap"), "nothing is left to swap for"


@pytest.mark.parametrize("language, locked, unlocked", [("en", "2 here, locked", "2 here"), ("de", "2 hier, zu", "2 hier")])
def test_a_locked_room_for_its_host_and_who_stands_outside(person, guest, language, locked, unlocked):  # noqa: F811
    host = speaking(person(), language).host(count=2, time="600")
    ann = guest(host.code, "Ann")
    host.wait(lambda: len(host.people()) == 2)
    host.press("lock")
    host.wait(lambda: host.shown("locked"))
    late = speaking(person(), language).join(host.code, "Lars Late")
    late.wait(lambda: says(late, "refusals.locked") == late.text("join-error"))
    looks_right(f"locked {language} 1 lobby", host=host, late=late)
    host.press("start-room")
    host.waits_for("")
    host.open("more")
    assert host.text("lock") == says(host, "control.unlock")
    assert host.text("line-here") == locked
    looks_right(f"locked {language} 2 asked", host=host)
    ann.hear_one("asked")
    ann.answer(0, "Whatever comes to mind.")
    host.press("lock")
    host.wait(lambda: host.text("lock") == says(host, "control.lock"))
    assert host.text("line-here") == unlocked
    late.press("enter")
    late.waits_for("")
