"""Banks that change while the server runs, and documents of a visitor's own."""

import shutil
import signal
import time

import pytest

from server import SHAPES, Client, new_ref
from test_protocol import answer_everything
from waiting import wait_for

OWN = """# Metrics

## What does recall tell?

### Key points

- **Share of positives found**: true positives among all that are positive.
- **Misses cost**: it matters where a miss is worse than a false alarm.

### Model answer

Recall is the share of positives found. It matters where a miss is worse than a false alarm.
"""


def paste(client, text, name="notes.md", size=60_000):
    pieces = [text[start:start + size] for start in range(0, len(text), size)] or [""]
    for part, piece in enumerate(pieces):
        reply = client.ask(
            "paste", name=name, part=part, parts=len(pieces), text=piece, until=["received", "pasted"])
        if reply["type"] == "refused":
            break
    return reply


def test_a_pasted_document_is_practised_at_once(client):
    pasted = paste(client, OWN)
    assert pasted["bank"]["questions"] == 1 and pasted["report"]["questions"] == 1
    client.say(type="open", ref=new_ref(), topics=[], count=5, pace="instant", document=pasted["document"])
    opened = client.hear_until("opened")[-1]
    assert opened["count"] == 1 and opened["bank"] == pasted["bank"]["hash"]
    marks, ended = answer_everything(client, opened, "The share of positives found.")
    assert marks[0]["mark"]["points"][0]["verdict"] == "hit"


def test_nobody_else_can_practise_on_it(server, schema, client):
    pasted = paste(client, OWN)
    with Client(server, schema) as other:
        refused = other.ask(
            "open", topics=[], count=1, pace="instant", document=pasted["document"], until=["opened"])
        assert (refused["type"], refused["code"]) == ("refused", "badValue")
        assert other.welcome["bank"]["questions"] > 100


def test_an_interview_outlives_the_connection_that_sent_its_document(server, schema):
    with Client(server, schema) as client:
        document = paste(client, OWN)["document"]
        client.say(type="open", ref=new_ref(), topics=[], count=1, pace="instant", document=document)
        opened = client.hear_until("opened")[-1]
    with Client(server, schema) as client:
        client.ask("resume", interview=opened["interview"], token=opened["token"], seq=0, until=["resumed"])
        answered = client.ask(
            "answer", interview=opened["interview"], question=0, text="Misses cost.", until=["answered"])
        assert answered["type"] == "answered"


@pytest.mark.parametrize("text, code", [
    ("", "noQuestions"), ("Dear diary, today was fine.", "noQuestions"),
    ("x" * (2 * 1024 * 1024 + 1), "tooLong"),
    ("\x00\x01\x02" * 1000, "noQuestions"),
    ("<script>alert(1)</script>\n" * 1000, "noQuestions"),
])
def test_what_cannot_be_practised_is_refused(client, text, code):
    refused = paste(client, text)
    assert (refused["type"], refused["code"]) == ("refused", code)
    assert paste(client, OWN)["type"] == "pasted"


def test_pieces_come_in_order(client):
    assert client.ask("paste", name="a", part=1, parts=2, text="x")["code"] == "badValue"
    client.ask("paste", name="a", part=0, parts=3, text="x", until=["received"])
    assert client.ask("paste", name="a", part=2, parts=3, text="x")["code"] == "badValue"


def test_a_thousand_questions_are_there_within_a_second(client):
    document = "# Many\n" + "".join(
        f"\n## What is thing number {number}?\n\nThing {number} is a device that **measures {number} volts**. "
        f"It was built for case {number}.\n" for number in range(1000))
    began = time.monotonic()
    pasted = paste(client, document)
    took = time.monotonic() - began
    assert pasted["bank"]["questions"] == 1000
    print(f"1,000 questions pasted in {took:.2f} s")


def test_an_edited_bank_is_served_without_a_restart(start_server, schema, tmp_path):
    bank = tmp_path / "bank"
    shutil.copytree(SHAPES, bank)
    server = start_server("--bank", bank)
    with Client(server, schema) as client:
        before = client.welcome["bank"]
        opened = client.open(count=2)
        client.hear_until("asked")
        (bank / "metrics.md").write_text(OWN)
        wait_for(lambda: any("bank read" in line for line in server.log))
        # Who was in an interview goes on with the questions it began with.
        marked = client.ask("answer", interview=opened["interview"], question=0, text="x", until=["answered"])
        assert marked["type"] == "answered"
    with Client(server, schema) as client:
        assert client.welcome["bank"]["questions"] == before["questions"] + 1
        assert client.welcome["bank"]["hash"] != before["hash"]


def test_a_broken_edit_keeps_the_last_good_bank_and_says_where(start_server, schema, tmp_path):
    bank = tmp_path / "bank"
    bank.mkdir()
    (bank / "metrics.md").write_text(OWN)
    server = start_server("--bank", bank)
    (bank / "metrics.md").write_bytes(b"\x00\x01\x02\xff" * 100)
    server.process.send_signal(signal.SIGHUP)
    wait_for(lambda: any("bank stays" in line for line in server.log))
    assert any("metrics.md" in line for line in server.log)
    with Client(server, schema) as client:
        assert client.welcome["bank"]["questions"] == 1


def test_several_banks_are_one(start_server, schema, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "metrics.md").write_text(OWN)
    server = start_server("--bank", SHAPES, "--bank", tmp_path / "one")
    with Client(server, schema) as client:
        assert "Metrics" in [topic["title"] for topic in client.welcome["bank"]["topics"]]
        assert len(client.welcome["bank"]["topics"]) > 1
