"""Transcripts as the server writes them: found, read without scripts, by nobody else, whatever somebody has written."""

import pytest

import packed
from accessibility import check
from interviews import ANSWERS, Interview, WINDOWS, Window, fits
from page import follow
from server import Client
from waiting import wait_for

HOSTILE = (
    '<script>document.title = "taken"</script><img src=x onerror="document.title=1"> "\u0301 onmouseover=alert(1) '
    '=HYPERLINK("http://elsewhere.example") {{7*7}} ]]> &amp; ../../etc/passwd \u202e\U0001F468\u200d\U0001F469 ')
VIOLATIONS = """
    const [done] = arguments;
    done(performance.getEntriesByType("resource").map(({name}) => name).filter((name) => !name.startsWith(location.origin)));
"""


def practised(room, answers=None):
    """A coached interview to its end; returns its name."""
    room.begin()
    for _ in range(3):
        before = room.prompt()
        room.answer((answers or ANSWERS)[room.topic])
        room.one("feedback")
        room.press("next")
        room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
    room.one("report")
    return room.browser.current_url.split("interview=")[1].split("&")[0]


def secret(browser):
    return next(one for one in browser.get_cookies() if one["name"] == "greenroom_visitor")


def page(server, path, cookie=None, **headers):
    if cookie:
        headers["Cookie"] = f"greenroom_visitor={cookie['value']}"
    answer = server.get(path, headers=headers)
    return answer.status, answer.headers, answer.read().decode()


@pytest.fixture
def without_scripts(browser):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def listed(server, cookie, wanted=1):
    """The list, once the library has followed the log."""
    wait_for(lambda: page(server, "/transcripts", cookie)[2].count('class="entry"') >= wanted)
    return page(server, "/transcripts", cookie)[2]


def test_an_interview_is_listed_and_read_without_scripts(room, without_scripts):
    browser = room.browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    name = practised(room)
    listed(room.server, secret(browser))
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{room.server.url}/transcripts")
    entries = browser.find_elements("css selector", ".entry-title")
    assert [entry.text for entry in entries] == ["Evaluation, Training"]
    follow(browser, entries[0])
    assert browser.current_url.endswith(f"/transcripts/{name}")
    assert "5 of 7 points found" in browser.find_element("css selector", ".transcript-head .coverage-number").text
    assert len(browser.find_elements("css selector", ".asked")) == 3
    # The words of the answer with the evidence in them, and all of the words.
    texts = [one.text for one in browser.find_elements("css selector", ".answered-text")]
    assert sorted(texts) == sorted(ANSWERS.values())
    marks = [one.text for one in browser.find_elements("css selector", ".answered-text mark")]
    assert "Misses cost more" in marks
    model = browser.find_elements("css selector", ".folded summary")[-1]
    model.click()
    assert browser.find_element("css selector", ".folded[open] .model-answer mark").is_displayed()
    follow(browser, browser.find_element("css selector", ".way-back a"))
    browser.find_element("css selector", "#q").send_keys("expensive")
    follow(browser, browser.find_element("css selector", "button[type=submit]"))
    found = browser.find_elements("css selector", ".passage")
    assert len(found) == 1 and found[0].find_element("css selector", "mark").text == "expensive"
    follow(browser, found[0].find_element("css selector", "a"))
    assert "#q" in browser.current_url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", sorted(WINDOWS))
def test_pages_are_for_everybody(room, window, scheme):
    browser = room.browser
    name = practised(room)
    listed(room.server, secret(browser))
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    with Window(browser, *WINDOWS[window]):
        for path in ["transcripts", "transcripts?q=expensive", "transcripts?topic=evaluation", f"transcripts/{name}",
                     f"transcripts/{name}?view=print", "topics", "topics/evaluation", "transcripts?lang=de"]:
            browser.get(f"{room.server.url}/{path}")
            check(browser)
            assert fits(browser), path
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_nobody_else_reads_it(room):
    name = practised(room)
    server, mine = room.server, secret(room.browser)
    assert page(server, f"/transcripts/{name}", mine)[0] == 200
    with Client(server) as other:
        other.open()
        stranger = {"value": other.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]}
    unknown = page(server, "/transcripts/nothingnothingnothing", stranger)
    for path in [f"/transcripts/{name}", f"/transcripts/{name}/c1", f"/transcripts/{name}/c2", f"/rooms/{name}"]:
        for cookie in [stranger, None, {"value": "A" * 43}]:
            status, headers, text = page(server, path, cookie)
            assert status == 404 and headers["Cache-Control"] == "private, no-store"
            # Nothing tells what there is from what there is not.
            assert text.replace("../", "").replace(path.strip("/"), "X") \
                == unknown[2].replace("../", "").replace("transcripts/nothingnothingnothing", "X")
    assert name not in page(server, "/transcripts", stranger)[2]


def test_what_somebody_wrote_is_text(room):
    browser = room.browser
    name = practised(room, {topic: HOSTILE + text for topic, text in ANSWERS.items()})
    listed(room.server, secret(browser))
    for path in [f"transcripts/{name}", f"transcripts/{name}?view=print", "transcripts?q=expensive",
                 'transcripts?q="><script>alert(1)</script>', "transcripts?topic=%22%3E%3Cscript%3E", "topics/%3Cscript%3E"]:
        browser.get(f"{room.server.url}/{path}")
        assert browser.title.endswith("Greenroom") and "taken" not in browser.title
        assert not browser.find_elements("css selector", "main script, main img, [onerror], [onmouseover]")
        assert browser.execute_async_script(VIOLATIONS) == []
    browser.get(f"{room.server.url}/transcripts/{name}")
    assert HOSTILE.strip()[:60] in browser.find_element("css selector", ".answered-text").text
    # What there is not is not found, and says so; the rest has made nobody complain.
    complaints = [one for one in browser.get_log("browser") if one["level"] == "SEVERE" and "404" not in one["message"]]
    assert not complaints, complaints


def test_the_report_leads_to_its_page_and_the_header_to_all(room):
    name = practised(room)
    room.press("transcript")
    assert room.browser.current_url.endswith(f"/transcripts/{name}")
    ways = {way.text: way for way in room.browser.find_elements("css selector", ".ways a")}
    assert ways["Transcripts"].get_attribute("aria-current") == "page"
    ways["Practise"].click()
    room.wait(lambda: room.shown("start-button"))
    room.wait(lambda: room.shown("nav-transcripts")).click()
    assert room.browser.find_element("css selector", "h1").text == "Transcripts"


def test_paper_has_everything_unfolded(room):
    import base64
    browser = room.browser
    name = practised(room)
    browser.get(f"{room.server.url}/transcripts/{name}?view=print")
    assert not browser.find_elements("css selector", "details:not([open])")
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})["data"])
    assert pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= 1


def test_forgetting_takes_transcripts_from_the_list(room, schema):
    practised(room)
    server, mine = room.server, secret(room.browser)
    listed(server, mine)
    with Client(server, schema, additional_headers={"Cookie": f"greenroom_visitor={mine['value']}"}) as client:
        assert client.ask("forget", until=["forgotten"])["type"] == "forgotten"
    assert 'class="entry"' not in page(server, "/transcripts", mine)[2]


def test_the_cookie_comes_along_with_a_link_from_elsewhere(server):
    with Client(server) as client:
        assert "SameSite=Lax" in client.connection.response.headers["set-cookie"]


def test_a_chosen_language_is_kept(server):
    status, headers, text = page(server, "/transcripts?lang=de")
    assert status == 200 and '<html lang="de">' in text and headers["Set-Cookie"].startswith("greenroom_language=de;")
    assert '<html lang="de">' in server.get("/transcripts", headers={"Cookie": "greenroom_language=de"}).read().decode()
    assert '<html lang="de">' in page(server, "/transcripts", None, **{"Accept-Language": "de-AT, en;q=0.5"})[2]


def test_what_is_deleted_is_in_no_file(browser, start_server, tmp_path):
    from interviews import write_bank
    server = start_server("--bank", write_bank(tmp_path / "bank"))
    room = Interview(browser, server)
    word = "Xylophonic"
    name = practised(room, {topic: f"{word} {text}" for topic, text in ANSWERS.items()})
    listed(server, secret(browser))
    holding = lambda: sorted(  # noqa: E731
        path.name for path in (tmp_path / "data").iterdir()
        if path.is_file() and any(text in packed.said_in(path) for text in (word.encode(), b"ylophon", name.encode())))
    assert holding()
    browser.get(f"{server.url}/transcripts/{name}")
    room.press("erase")
    room.press("dialog-stay")
    room.press("erase")
    check(browser)
    room.press("dialog-proceed")
    room.wait(lambda: browser.current_url.endswith("/transcripts"))
    assert "No transcript yet" in browser.find_element("css selector", "main").text
    assert holding() == []
    assert page(server, f"/transcripts/{name}", secret(browser))[0] == 404


def test_everything_is_deleted_at_once(browser, start_server, tmp_path):
    from interviews import write_bank
    server = start_server("--bank", write_bank(tmp_path / "bank"))
    room = Interview(browser, server)
    names = [practised(room), practised(room)]
    listed(server, secret(browser), 2)
    browser.get(f"{server.url}/transcripts")
    room.press("erase-all")
    room.press("dialog-proceed")
    room.wait(lambda: "No transcript yet" in browser.find_element("css selector", "main").text)
    assert [page(server, f"/transcripts/{name}", secret(browser))[0] for name in names] == [404, 404]
