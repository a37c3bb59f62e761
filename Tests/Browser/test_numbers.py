"""One interview's numbers are the same wherever they are told: in the report, what is copied of it, the transcript, its
files, and the terminal."""

import csv
import io
import json
import re
from collections import namedtuple

import pytest

from interviews import BANK, Interview
from test_feedback import STORIES
from test_terminal import home, practise

assert home  # a fixture

# A question of which nothing has to be said, and one more that can be left open.
BARE = """# Asking back

## What would you ask whoever interviews you?

*Difficulty: easy · Id: asking-back*

### Misconceptions

- **Nothing to ask**: I have no questions at all.

### Model answer

Whatever I want to know.
"""
MORE = """
## What does weight decay do?

*Difficulty: hard · Id: decay*

### Key points

- **Small weights**: it draws the weights towards zero.
- **Not the biases**: they are usually left out of it.

### Model answer

It draws the weights towards zero: small weights. Not the biases.
"""
SAMPLE = """
### Sample answer: short

> We were about to release.

- Hit: Situation
- Missed: Own part, What changed
"""
# What is answered; the rest is skipped. Each topic comes up once before one comes up again.
TOLD = {
    "recall": "Misses cost more there: false negatives are expensive.",
    "mistake": "We were about to release, and then it went wrong.",
    "whoever interviews": "What does a good week look like here?",
}
Numbers = namedtuple("Numbers", "found needed share ruled")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A server whose bank has stories, and a question without key points."""
    from server import Server
    folder = tmp_path_factory.mktemp("mixed")
    bank = folder / "bank"
    bank.mkdir()
    files = {**BANK, "training.md": BANK["training.md"] + MORE, "stories.md": STORIES + SAMPLE, "asking.md": BARE,
             "guide.md": "# Guide\n\n## Checklists\n\n- Stories\n"}
    for name, text in files.items():
        (bank / name).write_text(text)
    server = Server(folder / "data", "--bank", bank)
    yield server
    assert server.stop() == 0


def leave(room):
    room.press("end")
    room.press("dialog-proceed")
    return room.one("report")


def copied(room):
    room.browser.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    room.press("copy-markdown")
    return room.wait(lambda: room.browser.execute_script("return window.copied"))


def told(room, count):
    """Answers or skips so many questions; what was typed, as it would be in a terminal."""
    script = []
    for _ in range(count):
        before = room.prompt()
        word = next((word for word in TOLD if word in before), None)
        if word:
            room.send(TOLD[word])
            script += [TOLD[word], ""]
        if word == "recall":
            room.press("open-points")
            room.press("dispute")
            room.one("ruling")
            script.append("/dispute 2")
        room.press("next" if word else "skip")
        script.append("/next" if word else "/skip")
        room.wait(lambda: room.prompt() not in ("", before))
    return "\n".join([*script, "/end", ""])


def read(text, ruled=r"(\d+)\s?% (?:by|with)"):
    """Out of a few lines for people."""
    found, needed = re.search(r"(\d+) of (\d+) (?:key )?points", text).groups()
    share = re.search(r"(\d+)\s?%", text)[1]
    return Numbers(int(found), int(needed), int(share), int(re.search(ruled, text)[1]))


def percent(share):
    return int(share * 100 + 0.5)


def counted(rows):
    """Out of the table: said and needed points of the best attempts, or of what was not answered."""
    rows = [row for row in rows if row["key point"] and row["best attempt"] != "no" and row["misconception"] == "no"]
    return sum(row["counts as said"] == "yes" for row in rows), sum(row["needed"] == "yes" for row in rows)


def test_the_same_numbers_everywhere(browser, mixed, home):
    room = Interview(browser, mixed)
    room.begin(topics="evaluation,training,stories,asking-back", count=6, seed="mix1")
    script = told(room, 4)
    assert script.count("/next") == 3 and script.count("/skip") == 1, "the seed brings recall first of its topic"
    report = leave(room).text
    page = read(room.text("report-coverage") + room.text("own-coverage"), ruled=r"own ruling (\d+)\s?%")
    assert (page.found, page.needed) == (2, 7), "three of recall, two of what was skipped and two of what was left open"
    assert page.share < page.ruled
    assert "3 questions answered, 1 skipped, 1 left open" in report
    # Neither the story nor the question without points has a share.
    lines = {one.text.split("?")[0].split(".")[0]: one.text for one in room.all("report-question")}
    shares = [name for name, line in lines.items() if "%" in line]
    assert len(lines) == 5 and len(shares) == 1 and "recall" in shares[0], lines

    text = copied(room)
    assert read(text.split("\n## ")[0], ruled=r"own ruling (\d+)\s?%") == page
    assert re.findall(r"(\d) of (\d) key points", text)[1:] == [("2", "3")] and "1 of 3 ticked" in text

    address = room.one("transcript").get_attribute("href").split("?")[0]
    browser.get(f"{address}?lang=en")
    assert read(browser.find_element("css selector", ".transcript-head .coverage").text, ruled=r"with rulings (\d+)\s?%") == page

    def file(kind):
        return browser.execute_async_script(
            "const [address, done] = arguments; fetch(address).then((got) => got.text()).then(done)", f"{address}?as={kind}")

    exported = json.loads(file("json"))
    assert page == Numbers(
        exported["found"], exported["needed"], percent(exported["coverage"]), percent(exported["own"]))
    assert read(file("markdown").split("\n## ")[0]) == page
    rows = [row for row in csv.DictReader(io.StringIO(file("csv").lstrip("\ufeff"))) if row["topic"] != "Stories"]
    assert counted(rows) == (page.found, page.needed)

    said = practise(home, "--server", mixed.url, "--topics", "evaluation,training,stories,asking-back", "--count", 6,
                    "--seed", "mix1", input=script).stdout
    assert read(said.split("Your report")[1].split("By question")[0]) == page


@pytest.mark.parametrize("topic", ["stories", "asking-back"])
def test_where_nothing_is_measured_no_number_is_told(browser, mixed, topic, schema, home):
    """Also where what was not asked any more would have been."""
    room = Interview(browser, mixed)
    seed = {"stories": "mix3", "asking-back": "mix0"}[topic]
    room.begin(topics=f"{topic},evaluation", count=3, seed=seed)
    word = {"stories": "mistake", "asking-back": "whoever interviews"}[topic]
    assert word in room.prompt(), "the seed brings it first"
    room.send(TOLD[word])
    if topic == "asking-back":
        assert "%" not in room.one("feedback").text and "0 of 0" not in room.one("feedback").text
    report = leave(room).text
    assert "%" not in report and "0 of 0" not in report
    text = copied(room)
    assert "%" not in text and "0 of 0" not in text
    address = room.one("transcript").get_attribute("href").split("?")[0]
    browser.get(f"{address}?lang=en")
    shown = browser.find_element("css selector", "main").text
    assert "%" not in shown and "0 of 0" not in shown
    said = practise(home, "--server", mixed.url, "--topics", f"{topic},evaluation", "--count", 3, "--seed", seed,
                    input=f"{TOLD[word]}\n\n/end\n").stdout
    assert "%" not in said and "0 of 0" not in said


def test_a_sample_of_a_story_has_no_share(browser, mixed):
    browser.get(f"{mixed.url}/bank/mistake?show=answer&lang=en")
    shown = browser.find_element("css selector", "main").text
    assert "1 of 3 points found" in shown and "%" not in shown
