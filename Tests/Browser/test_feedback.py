"""What feedback shows of an answer: whole words are chosen, code is code, a story is the candidate's to judge."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from accessibility import check
from interviews import BANK, WINDOWS, Interview, Window, covered_fields, fits, ways_on, write_bank
from page import Page
from test_coached import recall
from voices import RECOGNITION, SYNTHESIS, Before

STORIES = """# Stories

## Tell me about a mistake of yours.

*Difficulty: medium · Id: mistake*

### Key points

- **Situation**: what was at stake.
  - Also: we were about to release
- **Own part**: what you yourself did.
  - Also: I deleted the table
- **What changed**: what you do otherwise since.
  - Also: since then I test on a copy

### Model answer

There was a situation: we were about to release. I deleted the table. Since then I test on a copy.
"""

GERMAN = """# Netze

## Was bewirkt Dropout im Training?

*Difficulty: hard · Language: de · Id: netze-dropout*

### Key points

- **Regularisierung**: Einheiten verlassen sich nicht aufeinander.
  - Also: weniger Überanpassung
- **Bei der Vorhersage aus**: Dann nehmen alle Einheiten teil.

### Model answer

Dropout ist Regularisierung: Einheiten verlassen sich nicht aufeinander. Bei der Vorhersage aus: alle nehmen teil.
"""

GUIDE = """# Guide

## Group: Measuring

- Evaluation

## Group: Learning

- Training

## Preset: Both, 2 questions

*Questions: 2*

- Evaluation
- Training

## Preset: Half an hour of evaluation

*Minutes: 30*

- Evaluation

## Checklists

- Stories
"""


@pytest.fixture(scope="module")
def guided(tmp_path_factory):
    """A server whose bank has a guide, a topic of stories and one in German."""
    from server import Server
    folder = tmp_path_factory.mktemp("guided")
    bank = write_bank(folder / "bank")
    for name, text in {"stories.md": STORIES, "netze.md": GERMAN, "guide.md": GUIDE}.items():
        (bank / name).write_text(text)
    server = Server(folder / "data", "--bank", bank)
    yield server
    assert server.stop() == 0


def chosen(room):
    return room.browser.execute_script("return getSelection().toString()")


def drag(room, start, end):
    """Selects from one place to another of the answer's only text, as a pointer does, and lets go."""
    room.browser.execute_script("""
        const [start, end] = arguments;
        const text = document.querySelector("[data-testid=answered-text] [data-start]").firstChild;
        getSelection().setBaseAndExtent(text, start, text, end);
        text.parentElement.click();
    """, start, end)


def test_a_selection_snaps_to_words_and_a_pressed_sentence_is_chosen(room):
    text = "Whoever overlooks somebody pays dearly. It depends on the costs. A third one."
    recall(room).send(text)
    drag(room, text.index("looks"), text.index("ebody"))
    room.wait(lambda: "“overlooks somebody”" in room.text("selected"))
    assert chosen(room) == "overlooks somebody"
    place = room.one("answered-text").find_element("css selector", "[data-start]")
    ActionChains(room.browser).move_to_element_with_offset(
        place, -place.size["width"] // 2 + 20, -place.size["height"] // 2 + 12).click().perform()
    room.wait(lambda: "“Whoever overlooks somebody pays dearly.”" in room.text("selected"))
    # The second press lets go of it.
    ActionChains(room.browser).pause(0.6).click().perform()
    room.wait(lambda: not room.shown("selected"))


def test_who_said_a_point_that_is_not_named_yet_is_led_to_its_name(room):
    recall(room).send("Whoever overlooks somebody pays dearly.")
    assert "Misses cost more" not in room.one("feedback").text
    room.press("claim-missing")
    room.wait(lambda: "Misses cost more" in room.one("feedback").text)
    focused = room.browser.switch_to.active_element
    assert focused.get_attribute("data-testid") == "dispute" and "Misses cost more" in focused.accessible_name
    focused.send_keys(Keys.ENTER)
    assert "Your ruling: said." in room.one("ruling").text
    check(room.browser)


def test_key_points_are_marked_in_the_model_answer(room):
    recall(room).send("It depends.")
    room.press("reveal")
    text = room.one("model-answer")
    said = {mark.get_attribute("title"): mark.text for mark in text.find_elements("css selector", "mark")}
    assert "Misses cost more" in said and "Share of positives found" in said, said
    assert "What is marked in it says a key point." in room.one("feedback").text
    # The words are the bank's own, without a sign of how they came to be marked.
    plain = " ".join(text.text.split())
    assert plain == " ".join(BANK["evaluation.md"].split("### Model answer")[1].split("##")[0].split())
    check(room.browser)
    room.browser.refresh()
    room.wait(lambda: room.shown("model-answer") and room.one("model-answer").find_elements("css selector", "mark"))


def test_what_is_found_in_part_is_not_nothing(room):
    recall(room).send("The threshold moves.")
    assert [one.get_attribute("data-verdict") for one in room.all("point")] == ["partial"], room.text("feedback")
    assert room.text("coverage").startswith("1 of 3 key points found in part")
    assert "Nothing found" not in room.text("feedback")


def test_code_in_an_answer_is_monospaced(room):
    code = "def recall(tp, fn):\n    return tp / (tp + fn)"
    recall(room)
    room.browser.execute_script("""
        const field = document.querySelector("[data-testid=answer]");
        field.value = arguments[0];
        field.dispatchEvent(new Event("input", {bubbles: true}));
    """, f"I would write `recall()` like this:\n\n{code}\n\nand then:\n- one\n- two")
    room.one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
    room.one("feedback")
    blocks = room.one("answered-text").find_elements("css selector", "code")
    assert [one.get_attribute("textContent") for one in blocks] == ["`recall()`", code]
    assert "mono" in blocks[0].value_of_css_property("font-family").lower()


@pytest.mark.parametrize("window", WINDOWS)
def test_a_story_is_a_list_to_tick(browser, guided, window):
    room = Interview(browser, guided)
    with Window(browser, *WINDOWS[window]):
        room.begin(topics="stories", count=1)
        room.send("We were about to release, and then it went wrong.")
        feedback = room.one("feedback")
        assert "1 of 3 ticked" in feedback.text and "%" not in feedback.text
        boxes = room.all("tick-point")
        assert [box.is_selected() for box in boxes] == [True, False, False]
        check(browser)
        assert fits(browser)
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", boxes[1])
        boxes[1].click()
        room.wait(lambda: "2 of 3 ticked" in room.one("feedback").text)
        browser.refresh()
        room.wait(lambda: [box.is_selected() for box in room.all("tick-point")] == [True, True, False])
        # Both ways: what was ticked by hand, and what was found.
        for place, said in [(1, "1 of 3 ticked"), (0, "0 of 3 ticked")]:
            browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", room.all("tick-point")[place])
            room.all("tick-point")[place].click()
            room.wait(lambda: said in room.one("feedback").text)
        assert room.focus().get_attribute("data-testid") == "tick-point"
        check(browser)
        browser.refresh()
        room.wait(lambda: [box.is_selected() for box in room.all("tick-point")] == [False, False, False])
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", room.all("tick-point")[2])
        room.all("tick-point")[2].click()
        room.wait(lambda: "1 of 3 ticked" in room.one("feedback").text)
        room.press("next")
        report = room.one("report")
        assert "%" not in report.text and "1 of 3 ticked" in report.text
        # What it had not is there to be practised, what it had is not.
        heads = [one.text for one in browser.find_elements("css selector", ".practise-point .point-head")]
        assert heads == ["Situation", "Own part"]
        check(browser)
        transcript = room.one("transcript").get_attribute("href")
        room.load("#")
        room.one("start-button")
        assert "%" not in browser.find_element("css selector", "main .known .lines").text
        browser.get(transcript)
        section = browser.find_element("css selector", ".asked")
        assert "1 of 3" in section.text and "%" not in section.text
        verdicts = [one.get_attribute("data-verdict") for one in section.find_elements("css selector", ".point")]
        assert verdicts == ["missed", "missed", "hit"]


@pytest.mark.parametrize("topic, voice, accent", [("evaluation", "Daniel", "en-US"), ("netze", "Anna", "de")])
def test_a_question_is_read_and_heard_in_its_own_language(browser, guided, topic, voice, accent):
    with Before(browser, SYNTHESIS, RECOGNITION):
        room = Interview(browser, guided)
        browser.get("about:blank")
        room.set_up(topics=topic, count=1, mode="coached")
        room.one("start-button").send_keys(Keys.ENTER)
        room.begun()
        room.press("read")
        spoken = room.wait(lambda: browser.execute_script("return window.spoken.length && window.spoken"))
        assert {one["voice"] for one in spoken} == {voice}
        room.press("dictate")
        room.press("dialog-proceed")
        room.wait(lambda: browser.execute_script("return window.listening"))
        assert browser.execute_script("return window.recognition.lang") == accent


@pytest.mark.parametrize("language, topic, own", [("de", "evaluation", "en"), ("en", "netze", "de"), ("de", "netze", None)])
def test_what_the_bank_says_is_in_the_banks_language(browser, guided, language, topic, own):
    Page(browser, guided).load()
    browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    room = Interview(browser, guided)
    try:
        browser.get("about:blank")
        room.set_up(topics=topic, count=1, mode="coached")
        title = room.one(f"topic-{topic}").find_element("css selector", ".chip-title")
        assert (title.get_attribute("lang") or None) == own
        group = room.browser.find_element("css selector", ".group-title")
        for named in (group, room.one("preset")):
            assert (named.get_attribute("lang") or None) == (None if language == "en" else "en"), named.text
        room.one("start-button").send_keys(Keys.ENTER)
        room.begun()
        assert (room.one("prompt").get_attribute("lang") or None) == own
        room.send("Ich weiß es nicht. I don't know.")
        room.press("hint")
        room.press("open-points")
        room.press("reveal")
        room.one("model-answer")
        for place in (".point-head > span", ".gist", ".probe-text", ".hints li span:last-child", "[data-testid=model-answer]"):
            elements = browser.find_elements("css selector", place)
            assert elements and all((one.get_attribute("lang") or None) == own for one in elements), place
        check(browser)
        room.press("end")
        room.press("dialog-proceed") if room.shown("dialog-proceed") else None
        room.one("report")
        for place in (".report-prompt", ".practise-point .point-head"):
            elements = browser.find_elements("css selector", place)
            assert elements and all((one.get_attribute("lang") or None) == own for one in elements), place
        assert (room.one("about").find_element("css selector", "[dir=auto]").get_attribute("lang") or None) == own
        check(browser)
        transcript = room.one("transcript").get_attribute("href")
        # Among earlier interviews, and in the transcript that the server writes.
        room.load("#")
        title = room.wait(lambda: browser.find_elements("css selector", ".known .lines a span"))[0]
        assert (title.get_attribute("lang") or None) == own and title.text
        browser.get(f"{transcript}?lang={language}")
        for place in (".asked .prompt", ".point-head > span", ".point .gist", ".asked .model-answer"):
            elements = browser.find_elements("css selector", place)
            assert elements and all((one.get_attribute("lang") or None) == own for one in elements), place
    finally:
        browser.execute_script("localStorage.removeItem('greenroom.language')")


def test_the_field_has_the_focus_on_a_new_question_and_escape_leaves_it(room):
    room.begin(count=2)
    assert room.focus().get_attribute("data-testid") == "answer"
    room.key(Keys.ESCAPE)
    assert room.focus().tag_name == "h1"
    before = room.prompt()
    room.key("s")
    room.wait(lambda: room.prompt() not in ("", before))
    assert room.focus().get_attribute("data-testid") == "answer"


def test_missed_points_are_asked_by_their_own_follow_ups(room):
    recall(room, count=3).send("Sensitivity is how many of the real cases it catches.")
    room.press("end")
    room.press("dialog-proceed") if room.shown("dialog-proceed") else None
    room.one("report")
    focused = room.focus()
    assert focused.get_attribute("data-testid") == "practise-points", "the likely next step"
    focused.send_keys(Keys.ENTER)
    room.wait(lambda: room.shown("answer") and "price on each of the two mistakes" in room.prompt())
    assert "When do you prefer recall to precision?" in room.prompt()
    told = room.one("practised-again")
    assert "2 points that you missed" in told.text and "Misses cost more" not in told.text
    told.find_element("css selector", "summary").click()
    assert "Misses cost more" in told.text and "Lower the threshold" in told.text
    check(room.browser)
    room.browser.refresh()
    assert "2 points that you missed" in room.one("practised-again").text
    # With a coach, whatever the interview before was.
    room.send("Misses cost more than false alarms.")
    assert "price on each" not in room.text("probe-text")


@pytest.mark.parametrize("window", ["laptop", "phone", "zoomed"])
def test_there_is_one_way_on_and_it_lies_over_no_field(room, window):
    with Window(room.browser, *WINDOWS[window]):
        recall(room)
        assert ways_on(room.browser) == ["Send answer"] and not covered_fields(room.browser)
        room.send("Sensitivity is how many of the real cases it catches.")
        room.one("reply")
        assert ways_on(room.browser) == ["Send reply"] and not covered_fields(room.browser)
        room.one("reply").send_keys("It depends.", Keys.CONTROL, Keys.ENTER)
        room.finding("feedback", "Attempt 2")
        assert [one.rstrip("N").strip() for one in ways_on(room.browser)] in (["Next question"], ["Send reply"])
        room.press("retry")
        assert ways_on(room.browser) == ["Send answer"] and not covered_fields(room.browser)


def test_the_page_stays_as_it_was_drawn(room):
    """What only eyes would see: edges in line, no jump, no ring where no control waits, no letter changed."""
    browser = room.browser

    def css(element, name):
        return browser.execute_script("return getComputedStyle(arguments[0]).getPropertyValue(arguments[1])", element, name)

    def left(selector):
        return browser.execute_script("""
            const node = document.querySelector(arguments[0]);
            return node.getBoundingClientRect().left + parseFloat(getComputedStyle(node).paddingInlineStart);
        """, selector)

    def right(selector):
        return browser.execute_script("""
            const words = document.createRange(), node = document.querySelector(arguments[0]);
            words.selectNodeContents(node);
            const end = node.matches("main") ? parseFloat(getComputedStyle(node).paddingInlineEnd) : 0;
            return Math.round((end ? node : words).getBoundingClientRect().right - end);
        """, selector)

    room.load("#")
    room.one("start-button")
    assert right(".ways a:last-child") == right("main")
    recall(room)
    assert right(".connection") == right("main")
    assert left("header.site") == left("main") == left("footer.site")
    assert css(browser.find_element("css selector", "html"), "scrollbar-gutter") == "stable"
    with Window(browser, *WINDOWS["phone"]):
        assert left("header.site") == left("main") == left(".question h1")
    room.send("Sensitivity is how many of the real cases it catches.")
    assert room.focus().tag_name == "h2" and css(room.focus(), "outline-style") == "none"
    for gist in browser.find_elements("css selector", ".gist"):
        assert css(gist, "text-transform") == "none"
        assert browser.execute_script("return getComputedStyle(arguments[0], '::first-letter').textTransform", gist) == "none"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_ways_are_one_line_on_a_phone(room, language):
    browser = room.browser
    browser.get(room.server.url)
    browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    browser.refresh()
    with Window(browser, *WINDOWS["phone"]):
        room.one("start-button")
        tops = browser.execute_script("""
            const middle = (node) => { const {top, bottom} = node.getBoundingClientRect(); return (top + bottom) / 2; };
            return [...document.querySelectorAll(".brand, .ways a")].map(middle);
        """)
        assert len(tops) == 5 and max(tops) - min(tops) < 4, tops


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("window", ["laptop", "phone", "zoomed"])
def test_nothing_that_can_be_chosen_in_the_sentence_is_cut(room, window, language):
    browser = room.browser
    browser.get(room.server.url)
    browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    browser.refresh()
    with Window(browser, *WINDOWS[window]):
        room.load("#limit=question:900")
        room.one("start-button")
        cut = [one for select in browser.find_elements("css selector", "#sentence select") for one in cut_options(browser, select)]
    assert not cut, cut


def cut_options(browser, select):
    """What does not fit into a select when it is chosen."""
    return browser.execute_script("""
        const [select] = arguments, cut = [], pen = document.createElement("canvas").getContext("2d");
        for (const option of select.options) {
            select.value = option.value;
            const style = getComputedStyle(select);
            pen.font = style.font;
            const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            if (select.getClientRects().length && pen.measureText(option.textContent).width > room + 1) cut.push(option.textContent);
        }
        return cut;
    """, select)


def test_cells_of_the_chart_stand_under_their_titles(room):
    for _ in [room.begin(count=2)] * 2:
        room.send("It depends.")
        room.next()
    edges = room.browser.execute_script("""
        const edge = (node) => Math.round(node.getBoundingClientRect().left);
        const [head, row] = document.querySelectorAll(".chart tr");
        return [[...head.children].map(edge), [...row.children].map(edge)];
    """)
    assert edges[0] == edges[1][:3], edges


def test_a_preset_makes_the_choices(browser, guided):
    page = Page(browser, guided).load()
    page.wait(lambda: page.all("preset"))
    assert [one.text for one in browser.find_elements("css selector", ".group-title")] == ["Measuring", "Learning"]
    by_name = {one.text: one for one in page.all("preset")}
    by_name["Half an hour of evaluation"].click()
    assert Select(page.one("length")).first_selected_option.text == "questions for 30 minutes"
    assert page.text("topics-in-sentence") == "Evaluation"
    by_name["Both, 2 questions"].click()
    assert page.text("topics-in-sentence") == "Evaluation and Training"
    check(browser)
    page.press("start-button")
    page.wait(lambda: page.shown("answer"))
    assert "Question 1 of 2" in browser.find_element("css selector", "h1").text


def test_a_newcomer_comes_to_a_marked_answer_with_two_clicks_and_a_sentence(browser, start_server):
    page = Page(browser, start_server()).load()
    page.press("start-button")
    page.wait(lambda: page.shown("answer") and page.state("prompt") == "whole")
    ActionChains(browser).send_keys("I would measure it first and then compare.").perform()
    page.press("send")
    assert page.wait(lambda: page.text("coverage"))
    assert "first and then compare" in page.text("answered-text")
