"""A candidate who notes what was acknowledged, and what of it a log holds."""

import json
import sqlite3
import uuid

from wire import Peer, frame

TEXT = 1


class Candidate:
    def __init__(self, server):
        self.server, self.acknowledged = server, []
        self.connect()
        asked = self.ask("open", "asked", topics=[], count=10, pace="instant")
        self.interview, self.question = asked["interview"], asked["question"]["index"]

    def connect(self):
        self.peer = Peer(self.server)

    def leave(self):
        """A server that stops waits for those who do not answer its closing frame."""
        self.peer.socket.close()

    def ask(self, type, until, **fields):
        """The reply to a request, be it a refusal; None where the connection ended."""
        ref = str(uuid.uuid4())
        self.peer.send(frame(TEXT, json.dumps({"type": type, "ref": ref, **fields}).encode()))
        token = None
        while (message := self.peer.message()) is not None:
            heard = json.loads(message[1]) if message[0] == TEXT else {}
            if heard.get("type") == "opened":
                self.token = heard.get("token", token)
            if heard.get("type") == "refused" and heard.get("ref") == ref or heard.get("type") == until:
                return heard
        return None

    def answer(self, text="Labels come late, so quality is known only afterwards."):
        """True if it was acknowledged, and the refusal's code if it was refused."""
        heard = self.ask("answer", "answered", interview=self.interview, question=self.question, text=text)
        if heard is None or heard["type"] == "refused":
            return heard and heard["code"]
        self.acknowledged.append((self.interview, heard["ref"]))
        return True

    def resume(self):
        return self.ask("resume", "resumed", interview=self.interview, token=self.token, seq=0)


def kept(data):
    """The answers in a log, in order and each once; that it is sound."""
    with sqlite3.connect(data / "greenroom.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        answers, last = [], {}
        rows = database.execute("SELECT interview, seq, kind, payload FROM event ORDER BY interview, seq")
        for interview, seq, kind, payload in rows:
            assert seq == last.get(interview, 0) + 1, "a gap"
            last[interview] = seq
            if kind == "answered":
                answers.append((interview, json.loads(payload)["ref"]))
    assert len(set(answers)) == len(answers), "kept twice"
    return set(answers)
