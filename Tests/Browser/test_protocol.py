"""A client in another language that knows only the description of the protocol."""

import json

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server import Client, new_ref


def answer_everything(client, opened, text="It depends on the data, the model and how both change over time."):
    """Goes through an interview; returns what was said of every answer, and the end."""
    marks = []
    interview = opened["interview"]
    for index in range(opened["count"]):
        heard = client.hear_until("asked") if index == 0 else heard
        asked = heard[-1]
        assert asked["question"]["index"] == index and asked["question"]["prompt"].strip()
        answered = client.ask("answer", interview=interview, question=index, text=text, until=["answered"])
        assert answered["type"] == "answered", answered
        marks.append(answered)
        revealed = client.ask("reveal", interview=interview, question=index, until=["revealed"])
        assert revealed["type"] == "revealed", revealed
        client.say(type="next", ref=new_ref(), interview=interview, question=index)
        heard = client.hear_until("asked", "ended")
    assert heard[-1]["type"] == "ended"
    return marks, heard[-1]


def without_place(message):
    """A change as somebody is told it who catches up: the number of the change before it says nothing then."""
    return {name: value for name, value in message.items() if name != "before"}


def test_a_whole_interview(client):
    opened = client.open(count=4)
    marks, ended = answer_everything(client, opened)
    assert ended["reason"] == "finished"
    assert [question["outcome"] for question in ended["report"]["questions"]] == ["answered"] * 4
    assert all(answered["mark"]["points"] for answered in marks)
    seqs = [answered["seq"] for answered in marks] + [ended["seq"]]
    assert seqs == sorted(set(seqs))


def test_a_prompt_is_spoken_in_pieces(client):
    client.say(type="open", ref=new_ref(), topics=[], count=1, seed="spoken", pace="fast")
    heard = client.hear_until("asked")
    assert [message["type"] for message in heard[:2]] == ["opened", "asking"]
    deltas = [message["text"] for message in heard if message["type"] == "delta"]
    assert len(deltas) > 1
    assert "".join(deltas) == heard[-1]["question"]["prompt"]


def test_a_question_may_be_answered_while_it_is_spoken(client):
    interview = client.open(count=1, pace="slow")["interview"]
    client.hear_until("delta")
    client.say(type="answer", ref="early", interview=interview, question=0, text="Before the end of it.")
    heard = client.hear_until("answered", "refused")
    assert heard[-1]["type"] == "answered" and heard[-1]["ref"] == "early"
    # The whole question comes at once, and nobody speaks on.
    assert [message["type"] for message in heard if message["type"] != "delta"] == ["asked", "answered"]
    client.say(type="end", ref="over", interview=interview)
    assert "delta" not in [message["type"] for message in client.hear_until("ended")]


def test_fields_that_nobody_knows_are_passed_over(client):
    client.socket.send(json.dumps({
        "type": "open", "ref": "newer", "topics": [], "count": 1, "pace": "instant", "seed": "s", "invented": {"a": [1]}}))
    assert client.hear_until("opened", "refused")[-1]["type"] == "opened"


def test_a_model_answer_says_every_point(client):
    """Key points and the matcher fit together: who answers like the bank has said it all."""
    opened = client.open(count=5, seed="model")
    interview = opened["interview"]
    client.hear_until("asked")
    for index in range(opened["count"]):
        client.ask("answer", interview=interview, question=index, text="I do not know.", until=["answered"])
        model = client.ask("reveal", interview=interview, question=index, until=["revealed"])["answer"]
        again = client.ask("answer", interview=interview, question=index, text=model, until=["answered"])
        assert again["attempt"] == 2
        assert again["mark"]["coverage"] >= 0.9, again["mark"]
        for point in again["mark"]["points"]:
            for evidence in point["evidence"]:
                assert 0 <= evidence["start"] < evidence["end"] <= len(model.encode("utf-16-le")) // 2
        client.say(type="next", ref=new_ref(), interview=interview, question=index)
        client.hear_until("asked", "ended")


def test_the_same_seed_is_the_same_interview(server, schema):
    prompts = []
    for _ in range(2):
        with Client(server, schema) as client:
            opened = client.open(count=3, seed="same")
            marks, ended = answer_everything(client, opened)
            prompts.append([question["id"] for question in ended["report"]["questions"]])
            assert opened["seed"] == "same"
    assert prompts[0] == prompts[1]


def test_the_same_seed_and_bank_is_the_same_interview_in_another_process(start_server, schema, tmp_path):
    asked = []
    for name in ["one", "other"]:
        server = start_server(data=tmp_path / name)
        with Client(server, schema) as client:
            opened = client.ask(
                "open", topics=[], count=5, seed="shared", pace="instant", difficulty="rising", order="byTopic",
                bank=client.welcome["bank"]["hash"][:12], until=["opened"])
            _, ended = answer_everything(client, opened)
            asked.append([question["id"] for question in ended["report"]["questions"]])
    assert asked[0] == asked[1] and len(asked[0]) == 5


def test_a_shared_set_up_of_another_bank_is_not_opened(client):
    refused = client.ask("open", topics=[], count=5, seed="shared", pace="instant", bank="0" * 12)
    assert refused["code"] == "otherBank"


def test_resuming_brings_what_is_missing_and_nothing_else(server, schema):
    with Client(server, schema) as client:
        opened = client.open(count=2)
        interview, token = opened["interview"], opened["token"]
        asked = client.hear_until("asked")[-1]
        answered = client.ask("answer", interview=interview, question=0, text="one", until=["answered"])
    # An answer that missed something is followed up.
    for seen, expected in [(0, ["opened", "asked", "answered", "probed"]), (asked["seq"], ["answered", "probed"]),
                           (answered["seq"], ["probed"]), (answered["seq"] + 1, [])]:
        with Client(server, schema) as client:
            resumed = client.ask("resume", interview=interview, token=token, seq=seen, until=["resumed"])
            assert [message["type"] for message in resumed["missed"]] == expected
            assert not resumed["more"]
            assert all("token" not in message for message in resumed["missed"])
            if "answered" in expected:
                assert resumed["missed"][expected.index("answered")] == without_place(answered)


BAD = [
    ("not json", "malformed"), ("[1]", "malformed"), ("", "malformed"), ("{\"type\":\"open\"", "malformed"),
    (json.dumps({"type": "dance", "ref": "a"}), "unknownType"),
    (json.dumps({"ref": "a"}), "missingField"),
    (json.dumps({"type": "open", "ref": "a"}), "missingField"),
    (json.dumps({"type": "open", "ref": "a", "topics": [], "count": "5", "pace": "natural"}), "wrongType"),
    (json.dumps({"type": "open", "ref": "a", "topics": [], "count": 0, "pace": "natural"}), "badValue"),
    (json.dumps({"type": "open", "ref": "a", "topics": ["cooking"], "count": 1, "pace": "natural"}), "badValue"),
    (b"\x00\x01binary", "malformed"),
]


@pytest.mark.parametrize("message, code", BAD, ids=[str(index) for index in range(len(BAD))])
def test_bad_input_is_refused_and_the_next_message_works(client, message, code):
    client.socket.send(message)
    refused = client.hear()
    assert (refused["type"], refused["code"]) == ("refused", code)
    assert client.open(count=1)["count"] == 1


def test_a_message_of_a_mebibyte_closes_this_connection_only(server, schema, client):
    with Client(server, schema) as other:
        with pytest.raises(ConnectionClosed) as closed:
            other.socket.send("x" * (1 << 20))
            while True:
                other.socket.recv(timeout=10)
        assert closed.value.rcvd is None or closed.value.rcvd.code == 1009
    with Client(server, schema) as again:
        assert again.open(count=1)["count"] == 1
    assert client.open(count=1)["count"] == 1


def test_a_message_may_come_in_fragments(client):
    text = json.dumps({"type": "open", "ref": "f", "topics": [], "count": 1, "pace": "instant", "seed": "ü😀"},
                      ensure_ascii=False)
    client.socket.send(text[index:index + 1] for index in range(len(text)))
    assert client.hear_until("opened")[-1]["seed"] == "ü😀"


def test_an_unknown_interview_and_a_wrong_token_are_the_same(server, schema, client):
    with Client(server, schema) as owner:
        opened = owner.open()
        other = owner.open(seed="other")
        refusals = []
        for interview, token in [("0" * 24, opened["token"]), (opened["interview"], other["token"]),
                                 (opened["interview"], "guess")]:
            refused = client.ask("resume", interview=interview, token=token, seq=0)
            refusals.append((refused["code"], refused["message"]))
        assert set(refusals) == {("noSuchSeat", refusals[0][1])}
        stolen = client.ask("answer", interview=opened["interview"], question=0, text="mine now")
        assert stolen["code"] == "notSeated"
        client.open()


def test_what_does_not_fit_the_question_is_refused(client):
    interview = client.open(count=2)["interview"]
    client.hear_until("asked")
    for type, fields, code in [
        ("answer", {"question": 1, "text": "early"}, "notAsked"),
        ("answer", {"question": 0, "text": " \n\t "}, "emptyAnswer"),
        ("next", {"question": 0}, "notAnswered"),
        ("reveal", {"question": 0}, "notAnswered"),
    ]:
        assert client.ask(type, interview=interview, **fields)["code"] == code
    too_long = "x" * 20_001
    client.socket.send(json.dumps(
        {"type": "answer", "ref": "long", "interview": interview, "question": 0, "text": too_long}))
    assert client.hear()["code"] == "tooLong"
    assert client.ask("answer", interview=interview, question=0, text="fine", until=["answered"])["attempt"] == 1
    assert client.ask("end", interview=interview, until=["ended"])["reason"] == "left"
    assert client.ask("answer", interview=interview, question=0, text="late")["code"] == "ended"


def test_the_same_ref_is_the_same_answer(client):
    interview = client.open()["interview"]
    client.hear_until("asked")
    replies = [
        client.ask("answer", ref="twice", interview=interview, question=0, text=text, until=["answered"])
        for text in ["first", "second"]
    ]
    assert without_place(replies[0]) == replies[1] and replies[0]["text"] == "first"


@pytest.mark.parametrize("text", [
    "x" * 20_000, "😀" * 10_000, "שלום עולם, " * 100, "e\u0301" * 500, "a\u202eb", "\u0000nul",
    "1\u20e3 👩🏽‍🚀 " * 50,
], ids=["long", "emoji", "right-to-left", "combining", "override", "nul", "joined"])
def test_any_text_is_kept_as_it_is(client, text):
    interview = client.open()["interview"]
    client.hear_until("asked")
    answered = client.ask("answer", interview=interview, question=0, text=text, until=["answered"])
    assert answered["text"] == text


@pytest.mark.parametrize("before", ["", "😀😀 ", "שלום ", "e\u0301 "], ids=["plain", "emoji", "hebrew", "combining"])
def test_evidence_is_counted_as_a_browser_counts(client, before):
    interview = client.open(count=1, seed="evidence")["interview"]
    client.hear_until("asked")
    client.ask("answer", interview=interview, question=0, text="Nothing yet.", until=["answered"])
    model = client.ask("reveal", interview=interview, question=0, until=["revealed"])["answer"]
    plain = client.ask("answer", interview=interview, question=0, text=model, until=["answered"])
    moved = client.ask("answer", interview=interview, question=0, text=before + model, until=["answered"])
    shift = len(before.encode("utf-16-le")) // 2
    ranges = [
        [[(e["start"], e["end"]) for e in point["evidence"]] for point in answered["mark"]["points"]]
        for answered in (plain, moved)
    ]
    assert any(ranges[0])
    assert [[(start + shift, end + shift) for start, end in point] for point in ranges[0]] == ranges[1]


@pytest.mark.parametrize("change, status", [
    ({"origin": "https://evil.example"}, 403),
    ({"subprotocols": ["chat"]}, 400),
    ({"path": "/other"}, 404),
])
def test_strangers_cannot_connect(server, change, status):
    from websockets.sync.client import connect
    url = server.socket_url.replace("/ws", change.pop("path", "/ws"))
    with pytest.raises((InvalidStatus, ConnectionClosed, EOFError)) as refusal:
        connect(url, **{"subprotocols": ["greenroom.v1"], **change})
    if isinstance(refusal.value, InvalidStatus):
        assert refusal.value.response.status_code == status
