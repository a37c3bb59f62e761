"""Notes about parts of answers: written by the owner and by whoever has a link to comment by, read without scripts."""

import json
import secrets

import packed
from accessibility import check
from interviews import ANSWERS, Interview, WINDOWS, Window, fits, write_bank
from rooms import new_secret
from server import Client
from test_sharing import raw, visitor
from test_transcripts import page, practised, secret
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

ANSWER = ANSWERS["recall"]


def new_note():
    return "note" + secrets.token_hex(10)


def stranger_cookie(server):
    with Client(server) as other:
        return {"value": other.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}


def shared(server, schema, mine, name, **fields):
    key = new_secret()
    with visitor(server, schema, mine) as client:
        assert client.ask("share", interview=name, secret=key, until=["shared"], **fields)["type"] == "shared"
    return key


def choose(browser, words):
    """Selects words of the first answer, as a person does with the mouse."""
    browser.execute_script("""
        const walker = document.createTreeWalker(document.querySelector(".answered-text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(arguments[0]);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + arguments[0].length);
            return;
        }
        throw new Error("no such words");
    """, words)


def threads(browser):
    return [thread.text.split("\n") for thread in browser.find_elements(By.CSS_SELECTOR, ".note-thread")]


def test_owner_and_commenter_write_to_one_another(room, schema):
    browser, server = room.browser, room.server
    name = practised(room)
    mine = secret(browser)
    browser.get(f"{server.url}/transcripts/{name}")
    # A link to comment by, made on the page.
    room.press("share")
    Select(browser.find_element(By.ID, "share-rights")).select_by_value("comment")
    room.press("share-make")
    link = room.wait(lambda: browser.find_element(By.CSS_SELECTOR, "[data-testid=share-link]").get_attribute("value"))
    # The owner, about words that were selected.
    room.press("note-write")
    check(browser)
    choose(browser, "expensive")
    room.wait(lambda: "“expensive”" in Select(room.one("note-place")).first_selected_option.text)
    room.one("note-text").send_keys("How much,\nroughly?")
    room.press("note-send")
    room.wait(lambda: browser.find_elements(By.CSS_SELECTOR, ".note-thread"))
    assert "#note-" in browser.current_url
    assert threads(browser)[0][:4] == ["1", "expensive", threads(browser)[0][2], "How much,"]
    assert threads(browser)[0][2].startswith("You · ")
    assert "".join(one.text for one in browser.find_elements(By.CSS_SELECTOR, ".noted")) == "expensive"
    check(browser)
    # The words count as before: what the page adds is not among them.
    text = "".join(one.get_attribute("textContent") for one in browser.find_elements(By.CSS_SELECTOR, "[data-start]")[:1])
    assert text == ANSWER
    # Somebody else, by the link.
    browser.delete_cookie("greenroom_visitor")
    browser.get(link)
    assert "Shared with you to read and comment" in browser.find_element(By.CSS_SELECTOR, "main").text
    assert "The candidate · " in "\n".join(threads(browser)[0])
    room.press("note-reply")
    check(browser)
    room.one("note-text").send_keys("Ask the ward.")
    room.press("note-send")
    room.finding("note-status", "Say what you are called")
    assert browser.switch_to.active_element == room.one("note-name")
    room.one("note-name").send_keys("Mentor Mia")
    room.press("note-send")
    room.wait(lambda: any("Ask the ward." in thread for thread in threads(browser)))
    assert not browser.find_elements(By.CSS_SELECTOR, ".note-thread > .written-note [data-testid=note-take-away]")
    theirs = secret(browser)
    # With the keyboard alone: a sentence is chosen from a list, and the name is remembered.
    room.one("note-write").send_keys(Keys.ENTER)
    Select(room.one("note-place")).select_by_index(2)
    assert room.one("note-name").get_attribute("value") == "Mentor Mia"
    room.one("note-text").send_keys("Well put")
    room.one("note-send").send_keys(Keys.ENTER)
    room.wait(lambda: len(threads(browser)) == 2)
    # One's own can be taken away.
    assert len(room.all("note-take-away")) == 2
    thread = browser.find_elements(By.CSS_SELECTOR, ".note-thread")[0]
    thread.find_element(By.CSS_SELECTOR, "[data-testid=note-take-away]").click()
    check(browser)
    room.press("dialog-proceed")
    room.wait(lambda: len(room.all("note-take-away")) == 1)
    # The owner takes away any, and a link that is taken back hides them with the page.
    browser.add_cookie({"name": "greenroom_visitor", "value": mine["value"], "path": "/"})
    browser.get(f"{server.url}/transcripts/{name}")
    assert "Mentor Mia (guest) · " in browser.find_element(By.CSS_SELECTOR, ".notes").text
    assert len(room.all("note-take-away")) == 2
    browser.get(f"{server.url}/shares")
    assert "to read and comment" in browser.find_element(By.CSS_SELECTOR, ".entry").text
    room.press("unshare")
    room.wait(lambda: "You have shared no transcript." in browser.find_element(By.CSS_SELECTOR, "main").text)
    key = link.rsplit("/", 1)[1]
    assert raw(server, f"/shared/{key}")[0] == 404
    with visitor(server, schema, theirs) as client:
        reply = client.ask("note", note=new_note(), link=key, name="Mia", text="?", until=["noted"],
                           place={"question": 0, "attempt": 1, "start": 0, "end": 4})
        assert reply["code"] == "notFound"
    assert key not in "".join(server.log)


def test_they_are_read_without_scripts_and_on_paper(room, schema):
    browser, server = room.browser, room.server
    name = practised(room)
    mine = secret(browser)
    key = shared(server, schema, mine, name, comment=True)
    head = new_note()
    with visitor(server, schema, mine) as client:
        assert client.ask("note", note=head, interview=name, text="Why so? Über ärgerliches 👩‍👩‍👧", until=["noted"],
                          place={"question": 0, "attempt": 1, "start": 0, "end": 6})["type"] == "noted"
    with Client(server, schema) as other:
        assert other.ask("note", note=new_note(), link=key, name="Mia", thread=head, text="Because.", until=["noted"])["name"] == "Mia"
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for scheme in ["light", "dark"]:
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            for window in sorted(WINDOWS):
                with Window(browser, *WINDOWS[window]):
                    for path in [f"transcripts/{name}", f"transcripts/{name}?view=print&lang=de", f"shared/{key}?lang=en"]:
                        browser.get(f"{server.url}/{path}")
                        assert fits(browser), path
                        notes = browser.find_element(By.CSS_SELECTOR, ".notes").text
                        assert "Because." in notes
                        assert ("Mia (Gast) · " if "lang=de" in path else "Mia (guest) · ") in notes
                        assert not browser.find_elements(By.CSS_SELECTOR, ".notes button")
                        # From the words to the note about them.
                        assert browser.find_element(By.CSS_SELECTOR, ".note-link").get_attribute("href").endswith(f"#note-{head}")
                        assert browser.find_element(By.ID, f"note-{head}")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_they_are_carried_away_by_those_who_read_them(room, schema):
    server = room.server
    name = practised(room)
    mine = secret(room.browser)
    reader, commenter = shared(server, schema, mine, name), shared(server, schema, mine, name, comment=True)
    with visitor(server, schema, mine) as client:
        client.ask("note", note=new_note(), interview=name, text="A private word", until=["noted"],
                   place={"question": 0, "attempt": 1, "start": 0, "end": 6})
    for path, cookie in [(f"/transcripts/{name}", mine), (f"/shared/{commenter}", None)]:
        assert b"> A private word" in raw(server, f"{path}?as=markdown", cookie)[2]
        document = json.loads(raw(server, f"{path}?as=json", cookie)[2])
        note = document["questions"][0]["attempts"][0]["notes"][0]
        assert note["range"] == {"start": 0, "end": 6} and note["note"]["text"] == "A private word"
        assert mine["value"] not in json.dumps(document)
        assert "A private word" in raw(server, path, cookie)[2].decode()
    # Whoever may only read is not told that there are any.
    for view in ["", "?view=print", "?as=markdown", "?as=json", "?as=csv", "?as=anki"]:
        assert b"private word" not in raw(server, f"/shared/{reader}{view}")[2]
    assert 'data-note' not in page(server, f"/shared/{reader}")[2]


def test_a_note_that_is_taken_away_is_in_no_file(browser, start_server, schema, tmp_path):
    server = start_server("--bank", write_bank(tmp_path / "bank"))
    room = Interview(browser, server)
    name = practised(room)
    mine = secret(browser)
    word = "Zanzibarian"
    key = shared(server, schema, mine, name, comment=True)
    place = {"question": 0, "attempt": 1, "start": 0, "end": 6}
    holding = lambda: sorted(path.name for path in (tmp_path / "data").iterdir()  # noqa: E731
                             if path.is_file() and word.encode() in packed.said_in(path))
    with visitor(server, schema, mine) as client, Client(server, schema) as other:
        for taker, fields in [(client, {"interview": name}), (other, {"link": key, "name": f"{word} N"})]:
            note = new_note()
            assert taker.ask("note", note=note, **fields, text=f"{word} words", place=place, until=["noted"])["type"] == "noted"
            assert holding()
            fields.pop("name", None)
            assert taker.ask("unnote", note=note, **fields, until=["unnoted"])["type"] == "unnoted"
            assert holding() == []
        # With the transcript its notes go.
        client.ask("note", note=new_note(), interview=name, text=word, place=place, until=["noted"])
        other.ask("note", note=new_note(), link=key, name=word, text=word, place=place, until=["noted"])
        assert holding()
        assert client.ask("erase", interview=name, until=["erased"])["type"] == "erased"
        assert holding() == []


def test_an_answer_with_strange_line_ends_is_counted_as_it_is(room, schema):
    """What a browser makes of a page must not move the words from where they are counted to be."""
    browser, server = room.browser, room.server
    practised(room)
    mine = secret(browser)
    text = "One\r\nends\rhere. \U0001F469‍\U0001F469 Misses cost more."
    with visitor(server, schema, mine) as client:
        opened = client.open(count=1)
        assert client.ask("answer", interview=opened["interview"], question=0, text=text, until=["answered"])["type"] == "answered"
    browser.get(f"{server.url}/transcripts/{opened['interview']}")
    assert browser.find_element(By.CSS_SELECTOR, "[data-start]").get_attribute("textContent") == text
    room.press("note-write")
    choose(browser, "cost")
    room.one("note-text").send_keys("How much?")
    room.press("note-send")
    room.wait(lambda: browser.find_elements(By.CSS_SELECTOR, ".noted"))
    assert "".join(one.text for one in browser.find_elements(By.CSS_SELECTOR, ".noted")) == "cost"
