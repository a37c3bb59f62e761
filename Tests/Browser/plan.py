"""What a candidate does in an interview, made of a seed, and what the log has to have of it."""

import random

RELOAD = ["reload"]


class Plan:
    """What the candidate does, and the events that it has to come to."""

    def __init__(self, seed):
        self.chance = random.Random(f"candidate {seed}")
        self.seed, self.texts = seed, 0
        self.mode = "realistic" if self.sometimes(0.2) else "coached"
        self.steps, self.events = [["start"]], [("questionAsked", 0)]
        if self.mode == "realistic":
            self.answer_and_move_on()
        else:
            self.practise()

    def sometimes(self, share):
        return self.chance.random() < share

    def text(self, length=9):
        self.texts += 1
        # About something else, so that no key point is covered: there is always a hint, and something to ask back.
        words = self.chance.sample(
            "the dough rests by an oven until it is warm and brown crust comes off with butter then slice".split(),
            length)
        return f"Answer {self.texts} of run {self.seed}: {' '.join(words)} – “ünïcode” 😀."

    def do(self, *step):
        self.steps.append(list(step))

    def do_at_once_or_reload(self, name, *parts):
        if self.sometimes(0.8):
            return self.do(name, *parts, {})
        self.do(name, *parts, {"hasty": True})
        self.do(*RELOAD)
        self.do(f"{name} came", *parts)

    def expect(self, *event):
        self.events.append(event)

    def answer_and_move_on(self):
        for question in range(2):
            if self.sometimes(0.2):
                self.skip(question)
            else:
                self.send(question, 1)
            self.expect(*(("ended", "finished") if question == 1 else ("questionAsked", 1)))

    def practise(self):
        is_undone = self.sometimes(0.2)
        if is_undone:
            self.skip(0)
            self.expect("questionAsked", 1)
            self.do("undo")
            self.expect("questionReopened", 0)
        for question in range(2):
            if self.sometimes(0.15):
                self.skip(question)
            elif self.sometimes(0.1):
                # Thought better of it while the answer was still on its way.
                text = self.text()
                self.do("send", text, {"hasty": True})
                self.expect("answered", question, 1, text)
                self.skip(question)
            else:
                self.deal_with(question)
                self.do("end" if question == 1 and self.sometimes(0.3) else "next")
            if question == 1:
                self.expect("ended", "finished")
            else:
                self.expect("questionReopened" if is_undone else "questionAsked", 1)

    def deal_with(self, question):
        self.hints = 0
        texts = []
        self.hint(question)
        for again in range(self.chance.randint(1, 3)):
            if again:
                self.hint(question)
                self.do("retry")
            texts.append(self.send(question, len(texts) + 1))
            if again == 0 and self.sometimes(0.3):
                texts.append(self.reply(question, len(texts) + 1, texts[-1]))
            if self.sometimes(0.3):
                self.dispute(question, len(texts))
        self.do("shows", texts)
        if self.sometimes(0.3):
            self.do("reveal")
            self.expect("modelAnswerRevealed", question)

    def send(self, question, attempt):
        text = self.text()
        if self.sometimes(0.15):
            half = self.text()
            self.do("write", half)
            self.do(*RELOAD)
            self.do("draft", half)
        if self.mode == "coached" and self.sometimes(0.2):
            self.do("send", text, {"hasty": True})
            self.do(*RELOAD)
            self.do("kept", text)
        else:
            self.do("send", text, {"twice": self.sometimes(0.3)})
        self.expect("answered", question, attempt, text)
        return text

    def reply(self, question, attempt, before):
        text = self.text(5)
        whole = f"{before}\n\n{text}"
        self.do("reply", text, whole)
        self.expect("answered", question, attempt, whole)
        return whole

    def hint(self, question):
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            self.hints += 1
            self.do_at_once_or_reload("hint", self.hints)
            self.expect("hintTaken", question)

    def dispute(self, question, attempt):
        self.do_at_once_or_reload("dispute")
        self.expect("disputed", question, attempt, False)
        if self.sometimes(0.5):
            self.do("withdraw")
            self.expect("disputed", question, attempt, True)

    def skip(self, question):
        self.do("skip")
        self.expect("questionSkipped", question)

    def stretches(self):
        """The steps between reloads."""
        stretch = []
        for step in self.steps:
            if step == RELOAD:
                yield stretch
                stretch = []
            else:
                stretch.append(step)
        yield stretch


FIELDS = {
    "answered": ("question", "attempt", "text"), "disputed": ("question", "attempt", "isWithdrawn"),
    "ended": ("reason",),
}


def essences(events):
    """What candidates did. Whether the interviewer asks back is the interviewer's affair."""
    for kind, payload in events:
        if kind != "probed":
            yield kind, *(payload.get(field) for field in FIELDS.get(kind, ("question",)))


def best_attempts(events):
    """What the report has to show of each question."""
    shown = [["skipped", None], ["skipped", None]]
    best = [-1, -1]
    for kind, payload in events:
        if kind == "answered" and payload["mark"]["coverage"] > best[payload["question"]]:
            best[payload["question"]] = payload["mark"]["coverage"]
            shown[payload["question"]] = ["answered", payload["text"]]
    return shown
