"""Rooms full of people who answer at once, drop out and come back: a client that speaks only the protocol."""

import asyncio
import json
import sys
import time

from server import ROOT

sys.path.insert(0, str(ROOT / "Tests/Benchmarks"))
import crowd  # noqa: E402


class LectureHall(crowd.Crowded):
    """Everybody in the room is behind one address, and the limits are the usual ones."""

    limits = ("--behind-proxy",)
    headers = {"X-Forwarded-For": "203.0.113.9"}


def run(work, kind=crowd.Crowded):
    server = kind()
    try:
        return asyncio.run(work(server))
    finally:
        server.stop()


def test_everybody_answers_at_once_and_the_board_is_right_at_every_step():
    found = run(lambda server: crowd.crowd(server, people=80, questions=4))
    assert found["losses"] == 0


def test_a_lecture_hall_behind_one_address_meets_no_limit():
    found = run(lambda server: crowd.crowd(server, people=150, questions=2), LectureHall)
    assert found["losses"] == 0


def test_a_killed_server_has_everybody_back_in_the_same_place():
    back = {}

    async def restart(host, guests, question, texts):
        """Half of the answers are on their way when the server dies."""
        server = host.server
        for guest in guests[: len(guests) // 2]:
            await guest.socket.send(json.dumps(
                {"type": "answer", "ref": "half", "interview": guest.interview, "question": question,
                 "text": texts[guest]}))
        server.kill()
        for seat in [host, *guests]:
            await seat.drop()
        server.start()
        started = time.monotonic()

        async def come_back(seat):
            await seat.connect()
            await seat.resume()
        await asyncio.gather(*(come_back(seat) for seat in [host, *guests]))
        back["seconds"] = time.monotonic() - started
        assert {seat.current for seat in [host, *guests]} == {question}
        for place, guest in enumerate(guests):
            ref = "half" if place < len(guests) // 2 else "whole"
            if not guest.answers.get(question):
                reply = await guest.about("answer", ref=ref, question=question, text=texts[guest])
                assert reply["type"] == "answered"

    run(lambda server: crowd.crowd(server, people=50, questions=3, dropping=0, restart=restart))
    assert back["seconds"] < 3, back


def test_guessing_codes_gets_nowhere_and_locks_nobody_out():
    async def guess(server):
        host = crowd.Seat(server, "Host")
        await host.connect()
        host.interview = "guessedguessedguessed"
        opened = await host.ask(
            "open", interview=host.interview, secret=host.secret, topics=[], count=1, pace="instant",
            room={"progression": "host", "name": "Host", "password": "open sesame"})
        while True:
            guesser = crowd.Seat(server, "Guesser")
            await guesser.connect()
            began, codes = time.monotonic(), []
            for number in range(2000):
                reply = await guesser.ask("join", code=f"{number:08d}", secret=guesser.secret, name="G")
                codes.append(reply["code"])
                if reply["code"] == "tooManyTries":
                    assert reply["retryAfter"] >= 1
                    break
            assert codes[-1] == "tooManyTries" and set(codes[:-1]) == {"noSuchRoom"}
            # The right code is no way round, and neither is the password's.
            reply = await guesser.ask(
                "join", code=opened["code"], secret=guesser.secret, name="G", password="open sesame")
            # After a second there is a try again.
            if time.monotonic() - began < 0.9:
                break
            await guesser.drop()
        assert reply["code"] == "tooManyTries"
        honest = crowd.Seat(server, "Honest")
        await honest.connect()
        refused = await honest.ask("join", code=opened["code"], secret=honest.secret, name="H", password="sesame")
        assert refused["code"] == "wrongPassword"
        joined = await honest.ask(
            "join", code=opened["code"].upper().replace("-", " "), secret=honest.secret, name="H", password="open sesame")
        assert joined["type"] == "joined"
        for seat in (host, guesser, honest):
            await seat.drop()

    run(guess)
