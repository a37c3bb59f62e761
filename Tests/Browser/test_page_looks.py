"""Every page of what is kept, in the light and in the dark, on a phone and at 200 %, in both languages: readable, nothing
wider than the window, headings in order, and whatever is in another language than the page says so. GREENROOM_LOOKS names
a folder that pictures of all of them are put into, and the printed pages."""

import base64
import secrets
from pathlib import Path

import pytest

from accessibility import IN_ORDER, check
from interviews import BANK, Window, fits
from rooms import Guest, new_secret
from server import Client, Server
from test_looks import PICTURES, emulate, picture
from test_transcripts import listed
from waiting import wait_for

GERMAN = """# Fehlersuche

## Wie gehst du vor, wenn ein Modell in der Praxis schlechter wird?

*Difficulty: medium · Language: de · Id: schlechter*

### Key points

- **Daten vergleichen**: die Eingaben von heute werden mit denen des Trainings verglichen.
  - Hint: Womit vergleichst du die Eingaben?
  - Probe: Woran siehst du den Unterschied?
- Any 2 of:
  - **Merkmale prüfen**: ein Merkmal wird anders berechnet als im Training.
  - **Stichprobe ansehen**: einzelne Fälle werden von Hand angesehen.
  - **Labels abwarten**: die Güte selbst ist erst bekannt, wenn Labels da sind.

### Misconceptions

- **Gleich neu trainieren**: man muss sofort neu trainieren.

### Model answer

Ich vergleiche die Daten: die Eingaben von heute mit denen des Trainings. Dann prüfe ich die Merkmale, denn oft wird ein
Merkmal anders berechnet als im Training, und sehe einzelne Fälle von Hand an. Die Güte ist erst bekannt, wenn Labels da sind.

### Sample answer: knapp

> Ich würde die Eingaben von heute mit denen des Trainings vergleichen.

- Hit: Daten vergleichen
- Missed: Merkmale prüfen, Stichprobe ansehen, Labels abwarten
"""
WINDOWS = {"phone": (390, 844, 1), "wide": (1280, 900, 1), "zoomed": (1280, 900, 2)}
LOOKS = ["phone light en", "phone dark de", "wide light en", "wide dark en", "wide light de", "zoomed light de",
         "zoomed dark en"]
ANSWERS = {
    "recall-or-precision": [
        "I prefer recall when misses cost more than false alarms: in screening, false negatives are expensive.",
        "Misses cost more there, false negatives are expensive. I would move the decision threshold down, and "
        "sensitivity tells how many of the real cases it catches."],
    "drift": ["I would compare distributions of the inputs with those of training."],
    "dropout": ["It regularises, so there is less overfitting."],
    "schlechter": ["Ich würde die Eingaben von heute mit denen des Trainings vergleichen und einzelne Fälle von Hand ansehen."],
}
# Texts in which these words stand, and what they are said to be in.
SPOKEN = """
    const [words] = arguments, found = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (words.some((word) => text.data.includes(word)) && !text.parentElement.closest("q, .answered-text, .excerpt, option"))
            found.push([text.parentElement.closest("[lang]").lang, text.data.trim().slice(0, 60)]);
    }
    return found;
"""
# Words of which a part is on another line than the rest.
BROKEN = """
    const found = [], range = document.createRange();
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        for (const word of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
            range.setStart(texts.currentNode, word.index);
            range.setEnd(texts.currentNode, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    }
    return found;
"""
WORDS = {
    "de": ["Wie gehst du vor", "Daten vergleichen", "Merkmale prüfen", "Labels abwarten",
           "Womit vergleichst du", "Woran siehst du", "Ich vergleiche die Daten", "ein Merkmal wird anders"],
    "en": ["When do you prefer recall", "Misses cost more", "Lower the threshold", "What does dropout do",
           "recall rises and precision falls", "Compare distributions"],
}


class House:
    """Ann, who practises and has sat in a room; its host; a mentor with a link; somebody who has nothing yet."""

    def __init__(self, folder, schema):
        bank = folder / "bank"
        bank.mkdir()
        for name, text in {**BANK, "fehlersuche.md": GERMAN}.items():
            (bank / name).write_text(text)
        self.server = Server(folder / "data", "--bank", bank)
        self.schema, self.cookies = schema, {"nobody": None}
        self.interviews = [self.practised("ann", seed="one"), self.practised("ann", seed="two", count=3)]
        self.room()
        self.notes()
        listed(self.server, {"value": self.cookies["ann"]}, 3)
        listed(self.server, {"value": self.cookies["host"]}, 1)

    def guest(self, who):
        cookie = self.cookies.get(who)
        guest = Guest(self.server, self.schema, **(
            {"additional_headers": {"Cookie": f"greenroom_visitor={cookie}"}} if cookie else {}))
        if not cookie:
            self.cookies[who] = guest.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]
        return guest

    def practised(self, who, seed, count=4):
        with self.guest(who) as guest:
            opened = guest.open(count=count, seed=seed)
            guest.interview = opened["interview"]
            asked = guest.hear_one("asked")
            for number in range(count):
                for text in ANSWERS[asked["question"]["id"].split("/")[-1]]:
                    answered = guest.do("answer", "answered", question=number, text=text)
                    assert answered["type"] == "answered", answered
                guest.do("hint", "hinted", question=number)
                self.dispute(guest, answered)
                asked = guest.do("next", "asked", "ended", question=number)
            assert asked["type"] == "ended", asked
            return guest.interview

    @staticmethod
    def dispute(guest, answered):
        """Says of the first point that was missed that it was said."""
        missed = [one["id"] for one in answered["mark"]["points"] if one["verdict"] == "missed"]
        if missed:
            disputed = guest.do("dispute", "disputed", question=answered["question"], attempt=answered["attempt"],
                                point=missed[0], ranges=[{"start": 0, "end": 7}])
            assert disputed["type"] == "disputed", disputed

    def room(self):
        host, ann, bob = self.guest("host"), self.guest("ann"), self.guest("bob")
        try:
            code = host.host(count=2, topics=["evaluation", "fehlersuche"])["code"]
            ann.join(code, "Ann")
            bob.join(code, "Björn Österlund")
            host.do("start", "asked")
            question = ann.hear_one("asked")["question"]["id"].split("/")[-1]
            for guest in (ann, bob):
                guest.answer(0, ANSWERS[question][-1])
            ann.do("say", "said", text="Is the recording going to be shared?")
            host.do("say", "said", text="Yes, everybody has their own part afterwards.")
            host.do("end", "ended")
            self.interview, self.seat = host.interview, ann.seat
        finally:
            for guest in (host, ann, bob):
                guest.close()

    def notes(self):
        self.link, head = new_secret(), "note" + secrets.token_hex(10)
        place = {"question": 0, "attempt": 1, "start": 0, "end": 12}
        with self.guest("ann") as ann:
            for secret, terms in [(self.link, {"comment": True}), (new_secret(), {"days": 30})]:
                shared = ann.ask("share", interview=self.interviews[0], secret=secret, until=["shared"], **terms)
                assert shared["type"] == "shared", shared
            noted = ann.ask("note", note=head, interview=self.interviews[0], place=place,
                            text="Was that too short?", until=["noted"])
            assert noted["type"] == "noted", noted
        with Client(self.server, self.schema) as mentor:
            noted = mentor.ask("note", note="note" + secrets.token_hex(10), link=self.link, thread=head, name="Mia Mentor",
                               text="No: first the reason, then the measure.", until=["noted"])
            assert noted["type"] == "noted", noted

    def open(self, browser, who, path, language="en"):
        """A page as one of them sees it."""
        browser.execute_cdp_cmd("Network.clearBrowserCookies", {})
        if self.cookies[who]:
            browser.execute_cdp_cmd("Network.setCookie", {
                "name": "greenroom_visitor", "value": self.cookies[who], "url": self.server.url})
        browser.get(f"{self.server.url}/{path}{'&' if '?' in path else '?'}lang={language}")

    def pages(self):
        one, other = self.interviews
        return [
            ("ann", "list", "transcripts"), ("nobody", "empty", "transcripts"),
            ("ann", "filters", "transcripts?topic=evaluation&kind=alone&sort=oldest&from=2020-01-01&until=2099-12-31"),
            ("ann", "found", "transcripts?q=expensive"), ("ann", "nothing", "transcripts?q=xylophone"),
            ("ann", "missed", "transcripts?verdict=missed"), ("ann", "transcript", f"transcripts/{one}"),
            ("ann", "paper", f"transcripts/{one}?view=print"), ("ann", "part", f"transcripts/{self.interview}"),
            ("ann", "attempts", f"compare?of={one}"), ("ann", "compare", f"compare?of={other}&with={one}"),
            ("ann", "remark", f"transcripts/{one}?view=remark"), ("ann", "topics", "topics"),
            ("ann", "topic", "topics/evaluation"), ("ann", "german", "topics/fehlersuche"),
            ("host", "room", f"rooms/{self.interview}"), ("host", "candidate", f"transcripts/{self.interview}/{self.seat}"),
            ("nobody", "shared", f"shared/{self.link}"), ("ann", "shares", "shares"), ("ann", "browsers", "browsers"),
            ("ann", "unknown", "transcripts/nothingnothingnothing1234"),
            ("nobody", "bank", "bank"), ("nobody", "bank-found", "bank?q=recall"),
            ("nobody", "question", "bank/recall-or-precision"),
            ("nobody", "question-answered", "bank/recall-or-precision?show=answer"),
            ("nobody", "question-german", "bank/schlechter?show=answer"), ("nobody", "example", "bank/example"),
        ]


@pytest.fixture(scope="module")
def house(tmp_path_factory, schema):
    house = House(tmp_path_factory.mktemp("looks"), schema)
    yield house
    assert house.server.stop() == 0


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_for_everybody(browser, house, look):
    window, scheme, language = look.split()
    emulate(browser, "prefers-color-scheme", scheme)
    wrong = []
    try:
        with Window(browser, *WINDOWS[window]):
            for who, name, path in house.pages():
                house.open(browser, who, path, language)
                if name == "browsers":
                    wait_for(lambda: browser.find_elements("css selector", ".browsers-page button"))
                browser.execute_script("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
                assert browser.find_element("css selector", "html").get_attribute("lang") == language
                picture(browser, f"page {name} {look}")
                check(browser)
                assert fits(browser), name
                assert browser.execute_script(IN_ORDER) is None, name
                wrong += [(name, text) for tongue, words in WORDS.items()
                          for said, text in browser.execute_script(SPOKEN, words) if said != tongue]
    finally:
        emulate(browser, "prefers-color-scheme", "")
        # What there is not is not found, and the console says so.
        complaints = [one for one in browser.get_log("browser") if one["level"] == "SEVERE" and "404" not in one["message"]]
    assert not wrong, "\n".join(f"{name}: {text}" for name, text in wrong)
    assert not complaints, complaints


def test_words_stay_whole(browser, house):
    """On a phone no column is so narrow that words are broken in it."""
    with Window(browser, *WINDOWS["phone"]):
        for who, name, path in house.pages():
            if name not in ("list", "shares", "compare"):
                continue
            house.open(browser, who, path, "de")
            assert browser.execute_script(BROKEN) == [], name


def test_a_ruling_counts_where_interviews_are_compared(browser, house):
    one, other = house.interviews
    house.open(browser, "ann", f"compare?of={other}&with={one}")
    table = browser.find_element("xpath", "//section[h2='What does dropout do?']//table")
    found = table.find_elements("css selector", "tbody td[data-verdict]")
    assert [cell.get_attribute("data-verdict") for cell in found] == ["hit"] * 4
    assert [cell.text for cell in table.find_elements("css selector", "tfoot td")] == ["100%", "100%", ""]


def test_every_page_has_a_printed_form(browser, house):
    for who, name, path in house.pages():
        if name not in ("transcript", "paper", "room", "compare", "remark", "topic"):
            continue
        house.open(browser, who, path)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            # Nothing to press is printed, and all that is said is.
            shown = browser.execute_script("""
                return [...document.querySelectorAll("button, form, nav, footer.site, .tools a")]
                    .filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 80));
            """)
            assert not shown, (name, shown)
            if name == "room":
                assert browser.execute_script("return document.querySelector('.point-table td').checkVisibility()")
        finally:
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
        assert printed.startswith(b"%PDF")
        if PICTURES:
            Path(PICTURES, f"print-{name}.pdf").write_bytes(printed)
