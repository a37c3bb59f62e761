"""Transcripts carried away, shown to others by a link, compared and marked again."""

import csv
import hashlib
import io
import json
import re
import secrets
import zipfile

import pytest
from websockets.exceptions import ConnectionClosed

import packed
from accessibility import check
from interviews import ANSWERS, Interview, WINDOWS, Window, fits, write_bank
from page import follow
from rooms import Guest, new_secret
from server import Client
from test_transcripts import listed, page, practised, secret
from waiting import wait_for


def new_note():
    return "note" + secrets.token_hex(10)


def visitor(server, schema, cookie):
    return Client(server, schema, additional_headers={"Cookie": f"greenroom_visitor={cookie['value']}"})


def raw(server, path, cookie=None):
    answer = server.get(path, headers={"Cookie": f"greenroom_visitor={cookie['value']}"} if cookie else {})
    return answer.status, answer.headers, answer.read()


def test_one_transcript_is_carried_away(room):
    name = practised(room)
    server, mine = room.server, secret(room.browser)
    for form, kind in [("markdown", "text/markdown"), ("json", "application/json"), ("csv", "text/csv"), ("anki", "text/plain")]:
        status, headers, body = raw(server, f"/transcripts/{name}?as={form}", mine)
        assert status == 200 and headers["Content-Type"].startswith(kind), form
        assert headers["Content-Disposition"].startswith('attachment; filename="20')
        assert headers["Cache-Control"] == "private, no-store"
        if form != "anki":
            assert "Misses cost more there" in body.decode()
        assert raw(server, f"/transcripts/{name}?as={form}")[0] == 404
    assert json.loads(raw(server, f"/transcripts/{name}?as=json", mine)[2])["interview"] == name
    room.browser.get(f"{server.url}/transcripts/{name}")
    assert [link.text for link in room.browser.find_elements("css selector", ".downloads a")] \
        == ["Markdown", "JSON", "Table (CSV)", "Missed points (Anki)"]


def test_all_transcripts_are_one_file_and_its_progress_is_said(room):
    names = [practised(room), practised(room)]
    browser, server, mine = room.browser, room.server, secret(room.browser)
    listed(server, mine, 2)
    status, headers, body = raw(server, "/transcripts?as=zip", mine)
    assert status == 200 and headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(body)) as files:
        assert files.testzip() is None
        entries = files.namelist()
        assert len(entries) == 6 and all(any(name in entry for name in names) for entry in entries[:4])
        rows = list(csv.reader(io.StringIO(files.read("key-points.csv").decode("utf-8-sig"))))
        assert {row[0] for row in rows[1:]} == set(names)
    browser.get(f"{server.url}/transcripts")
    browser.find_element("css selector", "[data-download]").click()
    said = lambda: browser.find_element("css selector", "[data-testid=download-status]").text  # noqa: E731
    room.wait(lambda: said().startswith("Saved: 6 files"))
    # Whoever has none gets an empty file, whoever is nobody nothing.
    with Client(server) as other:
        stranger = {"value": other.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}
    assert zipfile.ZipFile(io.BytesIO(raw(server, "/transcripts?as=zip", stranger)[2])).namelist() \
        == ["key-points.csv", "missed-points-anki.txt"]
    assert raw(server, "/transcripts?as=zip")[0] == 404


def test_a_link_is_made_read_and_taken_back(room, browser, start_server):
    name = practised(room)
    server, mine = room.server, secret(browser)
    browser.get(f"{server.url}/transcripts/{name}")
    room.press("share")
    check(browser)
    room.press("share-make")
    link = room.wait(lambda: browser.find_element("css selector", "[data-testid=share-link]").get_attribute("value"))
    assert link.startswith(f"{server.url}/shared/")
    key = link.rsplit("/", 1)[1]
    status, headers, text = page(server, f"/shared/{key}")
    assert status == 200 and "Misses cost more" in text and "Shared with you to read" in text
    assert headers["Referrer-Policy"] == "no-referrer" and headers["Cache-Control"] == "private, no-store"
    title = text.split("<title>")[1].split("</title>")[0]
    assert key not in title
    # The guest has what is for a guest: nothing to delete, to share, to compare.
    for word in ["data-erase", "data-share", "compare?", "view=remark"]:
        assert word not in text
    assert raw(server, f"/shared/{key}?as=markdown")[0] == 200
    # Scripts are not needed to read.
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(link)
    assert "Misses cost more there" in browser.find_element("css selector", "main").text
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    check(browser)
    browser.get(f"{server.url}/shares")
    assert len(browser.find_elements("css selector", ".entry")) == 1
    assert key not in browser.page_source
    check(browser)
    room.press("unshare")
    room.wait(lambda: "You have shared no transcript." in browser.find_element("css selector", "main").text)
    assert page(server, f"/shared/{key}")[0] == 404
    # No line of the server's log holds the secret.
    assert key not in "".join(server.log)


def test_a_link_goes_with_its_transcript(room, schema):
    name = practised(room)
    server, mine = room.server, secret(room.browser)
    key = new_secret()
    with visitor(server, schema, mine) as client:
        assert client.ask("share", interview=name, secret=key, days=7, until=["shared"])["type"] == "shared"
        assert page(server, f"/shared/{key}")[0] == 200
        assert client.ask("erase", interview=name, until=["erased"])["type"] == "erased"
    unknown = page(server, f"/shared/{new_secret()}")
    gone = page(server, f"/shared/{key}")
    assert gone[0] == unknown[0] == 404


def test_two_interviews_are_compared_and_marked_again(browser, start_server, tmp_path):
    bank = write_bank(tmp_path / "bank")
    room = Interview(browser, start_server("--bank", bank))
    first = practised(room, {**ANSWERS, "recall": "No idea at all, honestly, about that."})
    second = practised(room)
    browser, server, mine = room.browser, room.server, secret(room.browser)
    listed(server, mine, 2)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{server.url}/transcripts/{second}")
    follow(browser, browser.find_element("link text", "Compare"))
    assert "answered once" in browser.find_element("css selector", ".lede").text
    follow(browser, browser.find_element("css selector", "main form button"))
    assert f"with={first}" in browser.current_url
    rows = {row.find_element("css selector", "th").text: row for row in browser.find_elements("css selector", ".side-by-side tbody tr")}
    assert rows["Misses cost more"].get_attribute("data-change") == "gained"
    assert "+ found" in rows["Misses cost more"].text and "Found Misses cost more" in rows["Misses cost more"].text.replace("\n", " ")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    check(browser)
    # The same bank says the same.
    browser.get(f"{server.url}/transcripts/{second}?view=remark")
    assert "All 3 answers get the same verdicts." in browser.find_element("css selector", "main").text
    check(browser)
    # Another bank says something else, and the kept marks stay.
    before = page(server, f"/transcripts/{second}", mine)[2]
    file = tmp_path / "bank" / "evaluation.md"
    changed = file.read_text().replace("- **Share of positives found**: recall is true positives among all actual positives.\n"
                                       "  - Also: sensitivity; how many of the real cases it catches", "- **Zebra crossings**: zebras wait at kerbs")
    assert changed != file.read_text()
    file.write_text(changed.replace("Recall is the\nshare of positives found, true positives among all actual positives.", "Zebra crossings: zebras wait at kerbs."))
    text = lambda: page(server, f"/transcripts/{second}?view=remark", mine)[2]  # noqa: E731
    wait_for(lambda: "1 of 3 answers get other verdicts." in text())
    assert "Zebra crossings" in text()
    assert page(server, f"/transcripts/{second}", mine)[2] == before
    browser.get(f"{server.url}/transcripts/{second}?view=remark")
    check(browser)
    for scheme in ["light", "dark"]:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        for window in sorted(WINDOWS):
            with Window(browser, *WINDOWS[window]):
                for path in [f"compare?of={second}&with={first}", f"transcripts/{second}?view=remark", "shares?lang=de"]:
                    browser.get(f"{server.url}/{path}")
                    check(browser)
                    assert fits(browser), path
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_who_may_see_what_in_a_room(server, schema):
    """People down, addresses across: what is not for somebody looks as if it were not there."""
    people, cookies = {}, {}
    for who in ["host", "cohost", "ann", "bob", "banned", "spectator"]:
        people[who] = Guest(server, schema)
    try:
        code = people["host"].host(count=1)["code"]
        for who in ["cohost", "ann", "bob", "banned"]:
            assert people[who].join(code, who)["type"] == "joined"
        people["spectator"].join(code, "eve", role="spectator")
        people["host"].do("change", "seats", seat=people["cohost"].seat, role="host")
        people["host"].do("start", "asked")
        for who in ["ann", "bob", "banned"]:
            people[who].answer(0, f"Only {who} said this. Misses cost more.")
        people["host"].do("change", "seats", seat=people["banned"].seat, standing="banned")
        people["host"].do("end", "ended")
        name = people["host"].interview
        for who, guest in people.items():
            cookies[who] = {"value": guest.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}
        with Client(server) as other:
            other.open()
            cookies["stranger"] = {"value": other.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}
        cookies["nobody"] = None
        seats = {who: people[who].seat for who in ["ann", "bob", "banned"]}
        keys = {"reader": new_secret(), "commenter": new_secret()}
        with visitor(server, schema, cookies["ann"]) as client:
            for who, key in keys.items():
                extra = {"comment": True} if who == "commenter" else {}
                assert client.ask("share", interview=name, secret=key, until=["shared"], **extra)["type"] == "shared"
        wait_for(lambda: name in page(server, "/transcripts", cookies["ann"])[2])
        # Each candidate writes a note about the own answer.
        place = {"question": 0, "attempt": 1, "start": 0, "end": 4}
        notes = {who: new_note() for who in seats}
        for who, note in notes.items():
            with visitor(server, schema, cookies[who]) as client:
                assert client.ask("note", note=note, interview=name, text=f"Noted by {who}", place=place, until=["noted"])["type"] == "noted"

        def alike(one, other):
            """The same answer, but for the address in the link to the other language."""
            plain = lambda body: re.sub(rb'href="[^"]*(\?|&amp;)lang=', b"", body)  # noqa: E731
            return (one[0], plain(one[1])) == (other[0], plain(other[1]))

        def may(path, who):
            status, headers, body = raw(server, path, cookies.get(who))
            assert status in (200, 303, 404) and headers["Cache-Control"] == "private, no-store"
            if status == 404:
                unknown = raw(server, re.sub(r"[a-z0-9]{24}", "nothingnothingnothing1234", path), cookies.get(who))
                assert alike((status, body), (unknown[0], unknown[2])), path
            return status != 404

        views = ["", "?view=print", "?view=remark", "?as=markdown", "?as=json", "?as=csv", "?as=anki"]
        hosts = {"host", "cohost"}
        for who in cookies:
            for seat, number in seats.items():
                for view in views:
                    assert may(f"/transcripts/{name}/{number}{view}", who) == (who in hosts or who == seat), (who, seat, view)
                assert may(f"/compare?of={name}/{number}", who) == (who in hosts or who == seat), (who, seat)
                # Notes are their owner's: a host reads the transcript without them.
                for view in views:
                    read = raw(server, f"/transcripts/{name}/{number}{view}", cookies[who])[2]
                    assert (f"Noted by {seat}".encode() in read) == (who == seat and view in ("", "?view=print", "?as=markdown", "?as=json")), (who, seat, view)
            assert may(f"/transcripts/{name}", who) == (who in hosts or who in seats), who
            for path in [f"/rooms/{name}", f"/rooms/{name}?as=zip"]:
                assert may(path, who) == (who in hosts), (who, path)
            # The list, the links and the file of everything hold one's own alone.
            text = page(server, "/transcripts", cookies[who])[2] + page(server, "/shares", cookies[who])[2]
            assert (name in text) == (who in hosts or who in seats), who
            for seat in seats:
                if who in hosts:
                    continue
                status, _, body = raw(server, "/transcripts?as=zip", cookies[who])
                said = status == 200 and any(
                    f"Only {seat} said".encode() in zipfile.ZipFile(io.BytesIO(body)).read(entry)
                    for entry in zipfile.ZipFile(io.BytesIO(body)).namelist())
                assert said == (who == seat), (who, seat)
        # Whoever has a link reads one seat by it, whoever they are, and nothing beside it.
        for who, key in keys.items():
            for view in ["", "?view=print", "?as=markdown", "?as=json", "?as=csv", "?as=anki"]:
                status, _, body = raw(server, f"/shared/{key}{view}")
                assert status == 200, (who, view)
                assert b"Only bob" not in body and b"Only banned" not in body
                shows = who == "commenter" and view in ("", "?view=print", "?as=markdown", "?as=json")
                assert (b"Noted by ann" in body) == shows and b"Noted by bob" not in body, (who, view)
                # It leads to that page and its files, and to nothing that an owner has beside.
                for path in [f"/shared/{key}/c2", f"/transcripts/{key}", f"/compare?of={key}"]:
                    assert raw(server, path)[0] == 404, path
            assert alike(raw(server, f"/shared/{key}?view=remark")[::2], raw(server, f"/shared/{key}")[::2])
            assert b"Only ann said this" in raw(server, f"/shared/{key}?as=markdown")[2]
        # Notes: candidates write about their own part, and by the link to comment by anybody about the one it is for.
        writers = {None: set(seats), "reader": set(), "commenter": set(cookies) - {"nobody"}}
        for who in cookies:
            with visitor(server, schema, cookies[who]) if cookies[who] else Client(server, schema) as client:
                refusals = set()
                for key, allowed in writers.items():
                    where = {"link": keys[key], "name": f"I am {who}"} if key else {"interview": name}
                    note = new_note()
                    reply = client.ask("note", note=note, text="May I?", place=place, until=["noted"], **where)
                    assert (reply["type"] == "noted") == (who in allowed or (key == "commenter")), (who, key, reply)
                    where.pop("name", None)
                    # Nobody takes another's away but from the own transcript.
                    other = client.ask("unnote", note=notes["bob" if key is None else "ann"], until=["unnoted"], **where)
                    assert (other["type"] == "unnoted") == ((who, key) in [("bob", None), ("ann", "commenter")]), (who, key)
                    refusals |= {one["message"] for one in (reply, other) if one["type"] == "refused"}
                    if reply["type"] == "noted":
                        assert client.ask("unnote", note=note, until=["unnoted"], **where)["type"] == "unnoted"
                unknown = client.ask("note", note=new_note(), text="May I?", place=place, interview="nothingnothingnothing", until=["noted"])
                assert refusals <= {unknown["message"]} and unknown["code"] == "notFound"
        # What changes something: one's own is shared and deleted, nobody else's; a room is deleted by who hosts it.
        for who in ["stranger", "spectator", "bob"]:
            with visitor(server, schema, cookies[who]) as client:
                digest = hashlib.sha256(keys["reader"].encode()).hexdigest()
                assert client.ask("unshare", share=digest, until=["unshared"])["code"] == "notFound"
                if who == "stranger":
                    assert client.ask("erase", interview=name, until=["erased"])["code"] == "notFound"
                reply = client.ask("share", interview=name, secret=new_secret(), until=["shared"])
                assert (reply["type"] == "shared" and reply["seat"] == seats["bob"]) if who == "bob" else reply["code"] == "notFound"
        for who in hosts:
            with visitor(server, schema, cookies[who]) as client:
                assert client.ask("share", interview=name, secret=new_secret(), until=["shared"])["code"] == "notFound"
        for who in ["bob", "banned", "spectator"]:
            with visitor(server, schema, cookies[who]) as client:
                assert client.ask("erase", interview=name, until=["erased"])["type"] == "erased", who
                assert client.ask("erase", interview=name, until=["erased"])["code"] == "notFound", who
        for who in cookies:
            for seat in ["bob", "banned"]:
                for view in views:
                    assert not may(f"/transcripts/{name}/{seats[seat]}{view}", who), (who, seat, view)
            assert may(f"/transcripts/{name}", who) == (who in hosts or who == "ann"), who
            assert may(f"/rooms/{name}", who) == (who in hosts), who
        assert page(server, f"/rooms/{name}", cookies["host"])[2].count("Deleted by the candidate") == 2
        with visitor(server, schema, cookies["cohost"]) as client:
            assert client.ask("erase", interview=name, until=["erased"])["type"] == "erased"
        for who, key in keys.items():
            assert raw(server, f"/shared/{key}")[0] == 404
            with Client(server, schema) as client:
                assert client.ask("note", note=new_note(), link=key, name="Eve", text="?", place=place, until=["noted"])["code"] == "notFound"
        for who in cookies:
            assert not may(f"/transcripts/{name}", who) and not may(f"/rooms/{name}", who)
    finally:
        for guest in people.values():
            guest.close()


def test_a_candidate_deletes_the_own_part_of_a_room(browser, start_server, schema, tmp_path):
    """On the page, while the room goes on; what that means for the host is said there, and true."""
    server = start_server("--bank", write_bank(tmp_path / "bank"))
    room = Interview(browser, server)
    host, ann, bob = Guest(server, schema), Guest(server, schema), Guest(server, schema)
    try:
        code = host.host(count=1)["code"]
        ann.join(code, "Xanthippe")
        bob.join(code, "bob")
        host.do("start", "asked")
        ann.answer(0, "Xylophones: misses cost more.")
        bob.answer(0, "Zebras: misses cost more.")
        ann.do("say", "said", text="Who plays the xylophone?")
        name = host.interview
        cookies = {guest: {"value": guest.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}
                   for guest in (host, ann, bob)}
        key, note, place = new_secret(), new_note(), {"question": 0, "attempt": 1, "start": 0, "end": 4}
        with visitor(server, schema, cookies[ann]) as client:
            assert client.ask("share", interview=name, secret=key, comment=True, until=["shared"])["type"] == "shared"
        with Client(server, schema) as mentor:
            assert mentor.ask("note", note=note, link=key, name="Xerxes", text="Which xylophone?", place=place, until=["noted"])["type"] == "noted"
        listed(server, cookies[ann])
        listed(server, cookies[host])
        words = [b"ylophon", b"anthippe", b"erxes"]
        holding = lambda: sorted(  # noqa: E731
            f"{path.name} {word}" for path in (tmp_path / "data").iterdir() if path.is_file() for word in words if word in packed.said_in(path))
        assert holding()
        browser.get(f"{server.url}/bank")
        browser.delete_all_cookies()
        browser.add_cookie({"name": "greenroom_visitor", "path": "/", **cookies[ann]})
        browser.get(f"{server.url}/transcripts/{name}")
        room.press("erase")
        said = browser.find_element("css selector", "dialog").text
        assert "The host keeps the rest of the room, and sees that a candidate’s part was deleted." in said
        check(browser)
        room.press("dialog-proceed")
        room.wait(lambda: browser.current_url.endswith("/transcripts"))
        assert "No transcript yet" in browser.find_element("css selector", "main").text
        assert holding() == []
        # Whoever was still in it is gone, and the others are told.
        assert ann.hear_one("gone")["reason"] == "erased"
        left = host.hear_one("seats")["seats"]
        while not [seat for seat in left if seat.get("erased")]:
            left = host.hear_one("seats")["seats"]
        host.do("end", "ended")
        assert raw(server, f"/shared/{key}")[0] == 404
        # Neither is it there after the log was read again.
        server.stop()
        server.start()
        for who, path, found in [(ann, f"/transcripts/{name}", 404), (bob, f"/transcripts/{name}", 200),
                                 (host, f"/transcripts/{name}/{ann.seat}", 404), (host, f"/transcripts/{name}/{bob.seat}", 200)]:
            assert page(server, path, cookies[who])[0] == found, path
        entries = zipfile.ZipFile(io.BytesIO(raw(server, f"/rooms/{name}?as=zip", cookies[host])[2])).namelist()
        assert not [entry for entry in entries if f"-{ann.seat}" in entry] and len(entries) == 4
        browser.delete_all_cookies()
        browser.add_cookie({"name": "greenroom_visitor", "path": "/", **cookies[host]})
        browser.get(f"{server.url}/rooms/{name}")
        rows = [" ".join(row.text.split()) for row in browser.find_elements("css selector", ".room-table tbody tr")]
        assert rows[0] == f"{ann.seat} Deleted by the candidate" and rows[1].startswith("bob ")
        # Who said which point, folded question by question: those of whom there is something.
        browser.find_element("css selector", "summary").click()
        people = browser.find_elements("css selector", ".point-table tbody tr")
        assert [person.find_element("css selector", "th").text for person in people] == ["bob"]
        cells = people[0].find_elements("css selector", "td")
        assert cells and all(cell.get_attribute("data-verdict") for cell in cells)
        check(browser)
        room.press("erase")
        assert "everybody’s answers" in browser.find_element("css selector", "dialog").text
        room.press("dialog-proceed")
        room.wait(lambda: browser.current_url.endswith("/transcripts"))
        words.append(b"Zebras")
        assert holding() == []
    finally:
        for guest in (host, ann, bob):
            guest.close()


# Notes what the browser keeps from happening, from the first moment of every page.
LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
PAYLOADS = [
    '<script>document.title="taken"</script>', '"><img src=x onerror=document.title=1>', "'><svg onload=alert(1)>",
    "</title></textarea><iframe src=//elsewhere.example>", "[x](javascript:alert(1)) ![y](//elsewhere.example/p)",
    "=HYPERLINK(1)", "-1+cmd", "@SUM(1)", "+1", "\t=1+1", "\r=1+1", "../../etc/passwd", "{{7*7}}", "\u202eabc",
]


def test_hostile_words_do_nothing_on_any_page_and_in_any_download(browser, start_server, schema, tmp_path):
    bank = tmp_path / "bank"
    bank.mkdir()
    wild = " ".join(PAYLOADS[:5])
    (bank / "wild.md").write_text(
        f"# Wild {wild}\n\n## What of {wild}?\n\n*Id: wild*\n\n### Key points\n\n- **Point {PAYLOADS[1]}**: the points are {wild}\n"
        f"  - Hint: {wild}\n  - Probe: {wild}\n- **Zebra**: zebras wait {PAYLOADS[0]}\n\n### Model answer\n\nThe points. {wild} Zebras wait.\n")
    server = start_server("--bank", str(bank))
    host, ann, alone = Guest(server, schema), Guest(server, schema), Guest(server, schema)
    large = PAYLOADS[0] + "x" * 19_000
    try:
        code = host.host(PAYLOADS[1][:30], count=1)["code"]
        ann.join(code, PAYLOADS[0][:38])
        host.do("start", "asked")
        for payload in PAYLOADS:
            ann.answer(0, payload + " zebras wait")
        for payload in PAYLOADS[:10]:
            ann.do("say", "said", text=payload)
        host.do("end", "ended")
        name = host.interview
        opened = alone.open(count=1)
        alone.interview = opened["interview"]
        for text in [*PAYLOADS, large]:
            alone.answer(0, text)
        cookies = [one.connection.response.headers["set-cookie"].split("=")[1].split(";")[0] for one in (host, ann, alone)]
    finally:
        for one in (host, ann, alone):
            one.close()
    key, comments = new_secret(), new_secret()
    place = {"question": 0, "attempt": 1, "start": 0, "end": 9}
    with visitor(server, schema, {"value": cookies[1]}) as client:
        assert client.ask("share", interview=name, secret=key, until=["shared"])["type"] == "shared"
        assert client.ask("share", interview=name, secret=comments, comment=True, until=["shared"])["type"] == "shared"
        heads = [new_note() for _ in PAYLOADS]
        for head, payload in zip(heads, PAYLOADS):
            assert client.ask("note", note=head, interview=name, place=place, text=f"{payload} noted", until=["noted"])["type"] == "noted"
    for number, (head, payload) in enumerate(zip(heads, PAYLOADS)):
        with Client(server, schema) as other:
            assert other.ask("note", note=new_note(), link=comments, thread=head, name=payload[:38] + "x", text=payload + "y" * 1900,
                             until=["noted"])["type"] == "noted", payload
            if number == 0:
                # What is too much of anything is refused, up to what a message holds and beyond.
                much = PAYLOADS[0] + "x" * 250_000
                for fields, code in [({"text": much}, "tooLong"), ({"text": "?", "name": much}, "badName"),
                                     ({"text": "?", "link": much}, None), ({"text": "?", "note": much}, None)]:
                    other.schema = None
                    reply = other.ask("note", **{"note": new_note(), "link": comments, "thread": head, "name": "E", "until": ["noted"], **fields})
                    assert reply["type"] == "refused" and reply["code"] in ((code,) if code else ("badValue", "wrongType")), (fields.keys(), reply["code"])
    for text in ["text", "name"]:
        with Client(server) as other:
            other.say(type="note", ref="r", **{"note": new_note(), "link": comments, "thread": heads[0], "name": "E", "text": "?", text: "x" * (1 << 20)})
            with pytest.raises(ConnectionClosed) as closed:
                while True:
                    other.hear()
            assert closed.value.rcvd.code == 1009
    for cookie in cookies:
        listed(server, {"value": cookie})
    listening = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": LISTEN})
    try:
        one, other = f"transcripts/{name}", f"transcripts/{alone.interview}"
        pages = [
            (cookies[0], [f"rooms/{name}", f"{one}/{ann.seat}", f"{one}/{ann.seat}?view=remark", f"compare?of={name}/{ann.seat}", "transcripts"]),
            (cookies[1], [one, f"{one}?view=print", f"{one}?view=remark", f"compare?of={name}", "shares", "topics", None,
                          "transcripts?q=zebras", f"shared/{key}", f"shared/{comments}", f"shared/{comments}?view=print",
                          f"{one}?lang=de"]),
            (cookies[2], [other, f"compare?of={alone.interview}", f"{other}?view=remark", "transcripts?q=x"]),
        ]
        for cookie, paths in pages:
            browser.get(f"{server.url}/bank")
            browser.delete_all_cookies()
            browser.add_cookie({"name": "greenroom_visitor", "value": cookie, "path": "/"})
            for path in paths:
                # None: the first topic of the list before.
                browser.get(f"{server.url}/{path}" if path else
                            browser.find_element("css selector", "main a[href*='topics/']").get_attribute("href"))
                assert browser.title.endswith("Greenroom"), path
                assert not browser.find_elements("css selector", "main script, main iframe, main img, [onerror], [onload]"), path
                assert not [link for link in browser.find_elements("css selector", "main a") if "javascript:" in (link.get_attribute("href") or "")]
                assert browser.execute_script("return window.violations") == [], path
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": listening["identifier"]})
    for cookie, path in [(cookies[1], one), (cookies[2], other)]:
        mine = {"value": cookie}
        text = raw(server, f"/{path}?as=csv", mine)[2].decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert len(cells) > 100 and not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]
        assert "elsewhere.example" in raw(server, f"/{path}?as=markdown", mine)[2].decode()
        json.loads(raw(server, f"/{path}?as=json", mine)[2])
        # As much as fits into an address changes nothing for anybody.
        for long in [f"/transcripts?q={'x' * 16_000}", f"/shared/{'x' * 15_000}", f"/{path}?as={'x' * 15_000}"]:
            assert server.get(long, headers={"Cookie": f"greenroom_visitor={cookie}"}).status in (200, 404, 414, 431)
        status, headers, body = raw(server, f"/{path}?as=anki", mine)
        assert status == 200 and b"<script" not in body and b"<img" not in body
        name = headers["Content-Disposition"].split('"')[1]
        assert all(sign.isalnum() or sign in "-." for sign in name) and ".." not in name
        entries = zipfile.ZipFile(io.BytesIO(raw(server, "/transcripts?as=zip", mine)[2])).namelist()
        assert all(".." not in entry and not entry.startswith("/") for entry in entries)
