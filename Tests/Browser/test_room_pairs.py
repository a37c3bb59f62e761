"""Two who interview each other, and a room that is locked: what they look like, and that they go on."""

import pytest

from test_room_looks import look_right, speaking
from test_room_windows import says
from test_rooms import answer_to, browsers, guest, person, rooms_server  # noqa: F401: fixtures


@pytest.mark.parametrize("language", ["en", "de"])
def test_two_who_interview_each_other_take_turns(person, guest, language):  # noqa: F811
    host = guest()
    host.host(count=2, form="hotSeat", limit=600)
    first = speaking(person(), language).join(host.code, "Ada First")
    second = speaking(person(), language).join(host.code, "Bea Second")
    second.wait(lambda: len(second.people()) == 3)
    host.do("start", "asked")
    prompt = first.waits_for("")
    second.wait(lambda: second.all("tick"))
    look_right(f"pair {language} 1 asked", dict(first=first, second=second))
    first.send(answer_to(prompt))
    host.do("show", "shown", question=0)
    second.wait(lambda: any(second.phrases().values()))
    look_right(f"pair {language} 2 revealed", dict(first=first, second=second))
    host.do("next", "asked", question=0)
    second.send(answer_to(second.waits_for(prompt)))
    assert not first.shown("answer")
    assert "Bea Second" in first.text("hot")
    look_right(f"pair {language} 3 other way round", dict(first=first, second=second))


@pytest.mark.parametrize("language, locked, unlocked", [("en", "2 here, locked", "2 here"), ("de", "2 hier, zu", "2 hier")])
def test_a_locked_room_for_its_host_and_who_stands_outside(person, guest, language, locked, unlocked):  # noqa: F811
    host = speaking(person(), language).host(count=2, time="600")
    ann = guest(host.code, "Ann")
    host.wait(lambda: len(host.people()) == 2)
    host.press("lock")
    host.wait(lambda: host.shown("locked"))
    late = speaking(person(), language).join(host.code, "Lars Late")
    late.wait(lambda: says(late, "refusals.locked") == late.text("join-error"))
    look_right(f"locked {language} 1 lobby", dict(host=host, late=late))
    host.press("start-room")
    host.waits_for("")
    host.open("more")
    assert host.text("lock") == says(host, "control.unlock")
    assert host.text("line-here") == locked
    look_right(f"locked {language} 2 asked", dict(host=host))
    ann.hear_one("asked")
    ann.answer(0, "Whatever comes to mind.")
    host.press("lock")
    host.wait(lambda: host.text("lock") == says(host, "control.lock"))
    assert host.text("line-here") == unlocked
    late.press("enter")
    late.waits_for("")
