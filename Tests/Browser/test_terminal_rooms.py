"""A candidate's seat in a room, taken in a terminal; the host speaks the protocol."""

import json
import subprocess

import pexpect
import pytest

from interviews import ANSWERS, write_bank
from rooms import Guest
from server import PROGRAM, free_port
from test_terminal import home, practise, seats, start  # noqa: F401: home is a fixture


@pytest.fixture
def server(start_server, tmp_path):
    return start_server("--bank", write_bank(tmp_path / "bank"))


@pytest.fixture
def host(server, schema):
    with Guest(server, schema) as one:
        one.server = server
        yield one


def join(home, host, name="Tess Terminal", *options, code=None):  # noqa: F811
    named = ("--name", name) if name else ()
    return start(home, "--server", host.server.url, "--join", code or host.code, "--pace", "instant", *named, *options)


def room(host, **choices):
    host.host(**choices)
    return host


def leaves(child, status=0):
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == status


def done(host, count):
    """Until so many have answered the question at hand."""
    while True:
        message = host.hear()
        if message["type"] in ("board", "cells") and message["totals"]["done"] == count:
            return


def ready(child):
    child.expect_exact("\r\n> ")
    return child


def test_a_whole_room_from_the_lobby_to_practising_what_was_missed(home, host):  # noqa: F811
    room(host, count=2, limit=300)
    child = join(home, host, code=host.code.upper().replace("-", " "))
    child.expect_exact(f"Room {host.code}: 2 questions on ")
    child.expect_exact("A host asks and goes on.")
    child.expect_exact("2 are here.")
    host.do("say", "said", text="Welcome!")
    child.expect_exact("Hana Host:")
    child.expect_exact("Welcome!")
    ready(child).sendline("Too early.")
    child.sendline("")
    child.expect_exact("Nothing is asked yet.")
    ready(child).sendline("/drop")
    child.expect_exact("Dropped.")
    ready(child).sendline("/say Hello, everybody")
    assert host.hear_one("said", seat="c1")["text"] == "Hello, everybody"
    child.sendline("/tell Is this recorded?")
    assert host.hear_one("said", to="hosts")["text"] == "Is this recorded?"
    child.sendline("/people")
    child.expect_exact("Hana Host")
    child.expect_exact("host")
    child.expect_exact("Tess Terminal")

    host.do("start", "asked")
    prompt = host.heard[-1]["question"]["prompt"]
    child.expect_exact("Question 1 of 2")
    child.expect_exact(prompt[:20])
    host.do("pause", "paused")
    child.expect_exact("A host has stopped the clock.")
    host.do("continue", "continued")
    child.expect_exact("The clock goes on.")
    host.do("extend", "extended", seconds=60)
    child.expect_exact("1 minute more.")
    host.do("nudge", "nudged", seat="c1")
    child.expect_exact("Hana Host wonders how you are getting on.")
    child.sendline("/next")
    child.expect_exact("The host goes on.")
    child.sendline("It is about what a mistake would cost us.")
    child.sendline("")
    child.expect_exact("Coverage")
    child.expect_exact("Follow-up:")
    child.sendline("Sensitivity is how many of the real cases it catches.")
    child.sendline("")
    child.expect_exact("Attempt 2")
    child.sendline("/dispute 1")
    child.expect_exact("a host decides")
    row = host.do("row", "row", seat="c1", question=0)
    assert [attempt["attempt"] for attempt in row["attempts"]] == [1, 2]
    assert row["attempts"][1]["text"].startswith("It is about what a mistake would cost us.")
    points = row["attempts"][1]["mark"]["points"]
    host.do("rule", "ruled", seat="c1", question=0, attempt=2, point=points[0]["id"], said=True)
    child.expect_exact("the host ruled that it was said")
    host.do("close", "closed", question=0)
    child.expect_exact("The answers are closed.")
    host.do("undo", "reopened")
    child.expect_exact("The answers are open again.")
    host.do("show", "shown", question=0)
    child.expect_exact("What the room said")
    child.expect_exact("Model answer")
    child.expect_exact("said it")
    child.sendline("Once more.")
    child.sendline("")
    child.expect_exact("Everybody has seen the answers to this question.")

    host.do("next", "asked", question=0)
    child.expect_exact("The room has gone on. What you had typed was not sent:")
    child.expect_exact("Once more.")
    child.expect_exact("Question 2 of 2")
    ready(child).sendline("/skip")
    child.expect_exact("Skipped.")
    host.do("end", "ended")
    child.expect_exact("The interview is over.")
    child.expect_exact("Your report")
    child.expect_exact("1 question answered")
    child.expect_exact("/again practises exactly")
    ready(child).sendline("/again")
    child.expect_exact("These are points of an earlier interview.")
    child.expect_exact("Question 1 of")
    ready(child).sendline("/end")
    child.expect_exact("again does it")
    ready(child).sendline("/end")
    child.expect_exact("Your report")
    child.sendline("")
    leaves(child)
    assert seats(home) == []


def test_what_is_missing_is_asked_for(home, host):  # noqa: F811
    room(host, count=1, password="open sesame")
    child = join(home, host, None)
    child.expect_exact("What are you called?")
    ready(child).sendline("...")
    child.expect_exact("A name has")
    ready(child).sendline("Hana Host")
    child.expect_exact("This room has a password.")
    ready(child).sendline("sesame")
    child.expect_exact("That is not the room's password.")
    ready(child).sendline("open sesame")
    child.expect_exact("2 are here.")
    # A name that looks like another's gets a number.
    child.expect_exact("Here you are called “Hana Host 2”.")
    ready(child).sendline("/leave")
    child.expect_exact("again does it")
    ready(child).sendline("/leave")
    child.expect_exact(f"--join {host.code}")
    leaves(child)
    stranger = {**home, "XDG_STATE_HOME": home["HOME"] + "/other"}
    assert practise(
        stranger, "--server", host.server.url, "--join", host.code, "--name", "Script", status=65
    ).stderr.startswith("That is not the room's password.")
    assert "--name" in practise(stranger, "--server", host.server.url, "--join", "kq7m2xrd", status=64).stderr


def test_a_removed_one_comes_back_to_the_same_seat_and_a_banned_one_does_not(home, host):  # noqa: F811
    room(host, count=1)
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("change", "seats", seat="c1", standing="removed")
    child.expect_exact("A host has removed you")
    leaves(child, 77)
    child = join(home, host, None)
    child.expect_exact("2 are here.")
    assert len(seats(home)) == 1
    host.do("change", "seats", seat="c1", standing="banned")
    child.expect_exact("does not let you in any more")
    leaves(child, 77)
    assert seats(home) == []
    child = join(home, host, "Somebody Else")
    child.expect_exact("The host does not let you in any more.")
    leaves(child, 65)


def test_a_killed_server_costs_neither_the_seat_nor_what_was_typed(home, host, schema):  # noqa: F811
    room(host, count=1)
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    child.expect_exact("Question 1 of 1")
    ready(child).sendline("It depends on")
    host.server.kill()
    child.expect_exact("The connection is lost.")
    child.sendline("the data.")
    child.sendline("")
    host.server.start()
    child.expect_exact("Connected again; nothing was lost.")
    child.expect_exact("Coverage")
    with Guest(host.server, schema) as again:
        again.interview, again.secret = host.interview, host.secret
        again.do("resume", "resumed", token=again.secret, seq=0)
        seated = again.hear_one("seats", whole=True)["seats"]
        assert [one["seat"] for one in seated] == ["h1", "c1"]
        row = again.do("row", "row", seat="c1", question=0)
        assert [attempt["text"] for attempt in row["attempts"]] == ["It depends on\nthe data."]


@pytest.mark.parametrize("way", [("--join",), ("--resume",)])
def test_whoever_left_with_ctrl_c_comes_back_to_the_same_seat(home, host, way):  # noqa: F811
    room(host, count=1)
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    child.expect_exact("Question 1 of 1")
    ready(child).sendline("It depends on")
    ready(child).sendintr()
    leaves(child, 130)
    assert json.loads(seats(home)[0].read_text())["note"]["draft"] == ["It depends on"]
    options = ("--server", host.server.url, *way, *([host.code] if way == ("--join",) else []))
    child = start(home, *options, "--pace", "instant")
    child.expect_exact(f"Room {host.code}")
    child.expect_exact("Question 1 of 1")
    child.expect_exact("You had begun to write:")
    ready(child).sendline("the data.")
    child.sendline("")
    child.expect_exact("Coverage")
    row = host.do("row", "row", seat="c1", question=0)
    assert [attempt["text"] for attempt in row["attempts"]] == ["It depends on\nthe data."]

    def came():
        return {one["seat"] for message in host.heard if message["type"] == "seats" for one in message["seats"]}
    # Who is here is told a little later than the rest.
    while "c1" not in came():
        host.hear()
    assert came() == {"h1", "c1"}
    host.do("end", "ended")
    child.expect_exact("Your report")


def test_half_a_thought_is_sent_when_the_answers_are_closed(home, host):  # noqa: F811
    room(host, count=1)
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    child.expect_exact("Question 1 of 1")
    ready(child).sendline("Half of a")
    ready(child)
    host.do("close", "closed", question=0)
    child.expect_exact("What you have written is sent.")
    child.expect_exact("kept all the same")
    row = host.do("row", "row", seat="c1", question=0)
    assert [(attempt["text"], attempt["late"]) for attempt in row["attempts"]] == [("Half of a", True)]


def test_a_spectator_needs_no_name_and_answers_nothing(home, host):  # noqa: F811
    room(host, count=1)
    child = join(home, host, None, "--role", "spectator")
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    child.expect_exact("Question 1 of 1")
    ready(child).sendline("May I?")
    child.sendline("")
    child.expect_exact("You are watching.")
    host.do("show", "shown", question=0)
    child.expect_exact("What the room said")
    host.do("end", "ended")
    child.expect_exact("The interview is over.")
    leaves(child)


def test_in_the_hot_seat_only_one_answers(home, host, schema):  # noqa: F811
    room(host, count=2, form="hotSeat")
    with Guest(host.server, schema) as ann:
        ann.join(host.code, "Ann")
        child = join(home, host)
        child.expect_exact("3 are here.")
        host.do("start", "asked")
        child.expect_exact("Ann is in the hot seat.")
        child.expect_exact("Question 1 of 2")
        ready(child).sendline("I know!")
        child.sendline("")
        child.expect_exact("Ann is in the hot seat.")
        host.do("show", "shown", question=0)
        host.do("next", "asked", question=0)
        child.expect_exact("You are in the hot seat.")
        child.expect_exact("Question 2 of 2")
        ready(child).sendline("My turn.")
        child.sendline("")
        child.expect_exact("Coverage")


def test_each_at_an_own_pace_comes_to_the_end_alone(home, host):  # noqa: F811
    room(host, count=2, progression="own")
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    for question in (1, 2):
        child.expect_exact(f"Question {question} of 2")
        ready(child).sendline("It depends.")
        child.sendline("")
        child.expect_exact("Coverage")
        child.sendline("/next")
    child.expect_exact("You have answered all questions.")
    host.do("end", "ended")
    child.expect_exact("2 questions answered")
    # What was asked of this seat alone can be practised too.
    ready(child).sendline("/again")
    child.expect_exact("Interview: 2 questions on")


def test_realistic_marks_are_seen_when_they_are_shown(home, host):  # noqa: F811
    host.interview = "roomrealisticrealistic"
    opened = host.ask("open", interview=host.interview, secret=host.secret, topics=[], count=1, pace="instant",
                      mode="realistic", seed="room", room={"progression": "host", "name": "Hana Host"}, until=["opened"])
    host.code = opened["code"]
    child = join(home, host)
    child.expect_exact("2 are here.")
    host.do("start", "asked")
    child.expect_exact("Question 1 of 1")
    ready(child).sendline("It depends.")
    child.sendline("")
    child.expect_exact("Thank you.")
    child.sendline("/hint")
    child.expect_exact("That comes at the end")
    host.do("show", "shown", question=0)
    child.expect_exact("It depends.")
    child.expect_exact("Coverage")


def test_a_script_answers_each_question_in_its_turn(home, host):  # noqa: F811
    room(host, count=2)
    process = subprocess.Popen(
        [str(PROGRAM), "practise", "--server", host.server.url, "--join", host.code, "--name", "Script"], env=home,
        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(f"{ANSWERS['recall']}\n\n/next\n/say On to the next.\n{ANSWERS['recall']}\n\n")
    process.stdin.close()
    process.stdin = None
    while not any(message["type"] == "here" for message in host.heard):
        host.hear()
    host.do("start", "asked")
    done(host, 1)
    assert not any(message["type"] == "said" for message in host.heard)
    host.do("next", "asked", question=0)
    assert host.hear_one("said")["text"] == "On to the next."
    done(host, 1)
    host.do("end", "ended")
    said, complaints = process.communicate(timeout=20)
    assert process.returncode == 0 and complaints == "", complaints
    assert "\x1b" not in said and said.count("\n> ") == 2
    assert "2 questions answered" in said


def test_what_leads_nowhere_says_so(home, server, host):  # noqa: F811
    assert "no room with that code" in practise(
        home, "--server", server.url, "--join", "zzzz-zzzz", "--name", "Nobody", status=65).stderr
    assert "a room's code" in practise(home, "--server", server.url, "--join", "what", status=64).stderr
    assert "--server" in practise(home, "--data", home["HOME"], "--join", "kq7m-2xrd", status=64).stderr
    assert "as a host" in practise(home, "--server", server.url, "--join", "kq7m-2xrd", "--role", "host", status=64).stderr
    assert "nobody listens there" in practise(
        home, "--server", f"http://localhost:{free_port()}", "--join", "kq7m-2xrd", "--name", "N", status=69).stderr
    room(host, count=1)
    host.do("lock", "locked", locked=True)
    # The server on a data folder need not be named.
    assert "locked" in practise(home, "--data", server.data, "--join", host.code, "--name", "Late", status=65).stderr
