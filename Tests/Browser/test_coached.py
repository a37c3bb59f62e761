"""A coached interview: hints, the interviewer's follow-up, attempts compared, and the candidate's own rulings."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from accessibility import check
from interviews import ANSWERS, OBSERVE, WINDOWS, Interview, Window, fits


def recall(room, **choices):
    """The interview with the question on recall as the current one."""
    room.begin(**choices)
    while room.topic != "recall":
        before = room.prompt()
        room.press("skip")
        room.wait(lambda: room.prompt() not in ("", before))
    return room


def verdicts(room):
    return {name: element.get_attribute("data-verdict")
            for element in room.all("point") if element.is_displayed()
            for name in [element.text.split("\n")[0].split(" (")[0]]}


def hints(room):
    return [line.text for line in room.browser.find_elements("css selector", "[data-testid=hints] li")]


@pytest.mark.parametrize("score", ["coverage", "points"])
@pytest.mark.parametrize("window", WINDOWS)
def test_from_start_page_to_report_with_the_keyboard_alone(room, window, score):
    with Window(room.browser, *WINDOWS[window]):
        room.begin_by_key(score=score)
        for index in range(3):
            assert fits(room.browser)
            room.tab_to("answer").key("It depends on the data.")
            room.submit()
            room.one("feedback")
            check(room.browser)
            assert fits(room.browser)
            room.by_key("hint")
            room.wait(lambda: "1 hint taken" in room.text("hints-taken"))
            room.by_key("retry")
            room.wait(lambda: room.focus().get_attribute("data-testid") == "answer")
            room.key(f" {ANSWERS[room.topic]}")
            room.submit()
            feedback = room.finding("feedback", "Attempt 2")
            assert ("%" in feedback.text) == (score == "coverage")
            if index == 0:
                room.by_key("open-points")
                room.by_key("dispute")
                room.one("ruling")
                check(room.browser)
            before = room.prompt()
            room.by_key("next")
            room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
        check(room.browser)
        assert fits(room.browser)
        assert ("%" in room.one("report").text) == (score == "coverage")


def test_points_that_were_not_said_are_not_given_away(room):
    recall(room).send("Sensitivity is how many of the real cases it catches.")
    feedback = room.one("feedback").text
    assert "Share of positives found" in feedback
    assert "Misses cost more" not in feedback and "Lower the threshold" not in feedback
    assert room.one("missing-line").text.startswith("2 points not found yet")
    assert len(room.one("missing-line").find_elements("css selector", ".rings i")) == 2
    check(room.browser)
    opening = room.one("open-points")
    room.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", opening)
    place = opening.rect
    ActionChains(room.browser).double_click(opening).perform()
    room.finding("feedback", "Misses cost more")
    assert room.one("open-points").rect == place and not room.shown("model-answer")
    # A misconception that nobody has uttered stays out of everybody's head.
    assert "Another word for accuracy" not in room.one("feedback").text
    # It keeps its place, so that a second press of a double click meets nothing else.
    assert room.one("open-points").get_attribute("aria-disabled") == "true"
    # They stay so after a reload.
    room.browser.refresh()
    room.finding("feedback", "Lower the threshold")


def test_the_ladder_of_hints(room):
    recall(room)
    assert not hints(room)
    room.press("hint")
    room.wait(lambda: len(hints(room)) == 1)
    assert hints(room)[0] == "A nudge: Which of the two mistakes hurts whoever uses the model?"
    room.press("hint")
    room.wait(lambda: len(hints(room)) == 2)
    assert hints(room)[1].startswith("The point: ") and "Misses cost more" in hints(room)[1]
    room.press("hint")
    room.wait(lambda: len(hints(room)) == 3)
    assert hints(room)[2].startswith("The first words: ")
    assert "3 hints taken" in room.text("hints-taken")
    check(room.browser)
    # What was written stays, and the hints come to the point that they are about.
    room.send("Misses cost more than false alarms.")
    point = room.wait(lambda: next(one for one in room.all("point") if "Misses cost more" in one.text))
    assert "A nudge" in point.text and point.get_attribute("data-verdict") == "hit"
    assert "3 hints taken" in room.text("hints-taken")
    room.browser.refresh()
    room.one("feedback")
    assert "3 hints taken" in room.text("hints-taken")
    assert len([one for one in room.session() if one["type"] == "hinted"]) == 3


def test_hints_end_with_the_points_that_are_missing(room):
    recall(room).send(
        "Misses cost more. Sensitivity is how many of the real cases it catches. You move the decision threshold: "
        "recall rises and precision falls as the threshold goes down.")
    assert set(verdicts(room).values()) <= {"hit", "avoided"}, verdicts(room)
    room.press("hint") if room.one("hint").get_attribute("aria-disabled") != "true" else None
    room.wait(lambda: room.one("hint").text == "No more hints")
    assert not room.shown("notice")


def test_a_misconception_is_shown_where_it_was_said(room):
    recall(room).send("Recall is another word for accuracy: it counts how many predictions were correct.")
    assert verdicts(room)["Another word for accuracy"] == "held"


def test_the_follow_up_counts_towards_the_same_question(room):
    recall(room).send("Sensitivity is how many of the real cases it catches.")
    assert room.one("probe-text").text == "How would you put a price on each of the two mistakes?"
    check(room.browser)
    room.one("reply").send_keys("Misses cost more")
    # A draft of its own, kept like any other.
    room.browser.refresh()
    room.wait(lambda: room.one("reply").get_attribute("value") == "Misses cost more")
    room.one("reply").send_keys(" than false alarms.", Keys.CONTROL, Keys.ENTER)
    room.finding("feedback", "Attempt 2")
    assert room.one("answered-text").text.endswith("Misses cost more than false alarms.")
    assert "How would you put a price" in room.one("answered-text").text
    changes = room.one("changes").text
    assert "What your reply added or lost" in changes and "Misses cost more (Not found → Found)" in changes
    answered = [one for one in room.session() if one["type"] == "answered"]
    assert [one["attempt"] for one in answered] == [1, 2]
    assert answered[1]["text"][answered[1]["probe"]["start"]:] == "Misses cost more than false alarms."
    before = room.prompt()
    room.press("next")
    room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))


def test_attempts_are_compared_point_by_point(room):
    recall(room).send("Sensitivity is how many of the real cases it catches.")
    room.press("retry")
    room.one("answer").clear()
    room.one("answer").send_keys("Misses cost more than false alarms.", Keys.CONTROL, Keys.ENTER)
    room.finding("feedback", "Attempt 2")
    changes = [line.text for line in room.one("changes").find_elements("css selector", "li")]
    assert "Misses cost more (Not found → Found)" in changes[0] and changes[0].startswith("+")
    assert "Share of positives found (Found → Not found)" in changes[1] and changes[1].startswith("−")
    attempts = room.browser.find_elements("css selector", ".attempts button")
    assert len(attempts) == 2
    attempts[0].click()
    room.wait(lambda: "Sensitivity" in room.one("answered-text").text)
    assert not room.shown("changes")
    assert room.focus().text.startswith("Attempt 1"), "the focus stays where it was"


def select(room, words):
    """Selects words of the answer as a person does with the pointer."""
    room.browser.execute_script("""
        const walker = document.createTreeWalker(document.querySelector("[data-testid=answered-text]"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const start = walker.currentNode.data.indexOf(arguments[0]);
            if (start < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + arguments[0].length);
            return;
        }
        throw new Error("not in the answer");
    """, words)


def test_a_verdict_is_disputed_and_the_ruling_stands_beside_it(room):
    recall(room).send("😀 Whoever overlooks somebody pays dearly. Sensitivity is how many of the real cases it catches.")
    room.press("open-points")
    select(room, "overlooks somebody pays dearly")
    room.wait(lambda: "overlooks somebody" in room.text("selected"))
    point = next(one for one in room.all("point") if "Misses cost more" in one.text)
    assert point.get_attribute("data-verdict") == "missed"
    point.find_element("css selector", "[data-testid=dispute]").click()
    ruling = room.one("ruling")
    assert "Your ruling: said." in ruling.text and "overlooks somebody pays dearly" in ruling.text
    # The machine's verdict stays, and the tally is told both ways.
    assert verdicts(room)["Misses cost more"] == "missed"
    assert "2 of 3 key points by your own ruling" in room.one("feedback").text
    check(room.browser)
    room.browser.refresh()
    room.one("ruling")
    disputed = [one for one in room.session() if one["type"] == "disputed"]
    text = [one for one in room.session() if one["type"] == "answered"][0]["text"]
    [place] = disputed[0]["ranges"]
    assert text.encode("utf-16-le")[place["start"] * 2:place["end"] * 2].decode("utf-16-le") == "overlooks somebody pays dearly"
    room.press("withdraw")
    room.wait(lambda: not room.shown("ruling"))
    assert "by your own ruling" not in room.one("feedback").text
    assert [one["withdrawn"] for one in room.session() if one["type"] == "disputed"] == [False, True]


def test_a_ruling_holds_for_its_words_in_later_attempts_too(room):
    words = "Whoever overlooks somebody pays dearly."
    recall(room).send(words + " Sensitivity is how many of the real cases it catches.")
    room.press("open-points")
    point = next(one for one in room.all("point") if "Misses cost more" in one.text)
    room.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", point)
    select(room, words[:-1])
    point.find_element("css selector", "[data-testid=dispute]").click()
    room.one("ruling")
    room.press("retry")
    room.send("The share of positives that it finds. " + words)
    room.wait(lambda: len([one for one in room.session() if one["type"] == "answered"]) == 2)
    room.wait(lambda: "by your own ruling" in room.one("feedback").text)
    second = [one for one in room.session() if one["type"] == "answered"][1]["mark"]["points"]
    [ruled] = [one for one in second if one.get("ruled")]
    assert (ruled["head"], ruled["verdict"], ruled["ruled"]) == ("Misses cost more", "missed", 1)
    # What was ruled as said is nothing to practise.
    room.press("end")
    room.press("dialog-proceed")
    room.one("report")
    room.browser.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    practised = [box.find_element("xpath", "ancestor::label").text for box in room.all("practise-point")]
    assert practised and not any("Misses cost more" in text for text in practised), practised


def test_the_words_of_a_ruling_can_be_chosen_by_keyboard(room):
    recall(room).send("I look at both mistakes. Whoever overlooks somebody pays dearly.")
    room.press("open-points")
    point = next(one for one in room.all("point") if "Misses cost more" in one.text)
    point.find_element("css selector", "[data-testid=dispute]").send_keys(Keys.ENTER)
    choice = room.one("ruling-sentence")
    # Arrow keys pass over sentences, and nothing happens on the way.
    choice.send_keys(Keys.ARROW_DOWN)
    check(room.browser)
    room.one("ruling-attach").send_keys(Keys.ENTER)
    # Until it is attached, the words are there as a choice.
    room.wait(lambda: not room.shown("ruling-sentence"))
    assert "Whoever overlooks somebody pays dearly." in room.one("ruling").text
    assert [len(one["ranges"]) for one in room.session() if one["type"] == "disputed"] == [0, 1]


def test_a_ruling_after_the_end_counts_in_the_report(room):
    recall(room).send("Sensitivity is how many of the real cases it catches.")
    room.press("end")
    room.press("dialog-proceed")
    room.one("report")
    assert not room.shown("own-coverage")
    room.browser.execute_script("document.querySelector('.report-questions summary').click()")
    before = len(room.all("practise-point"))
    room.one("dispute").click()
    room.wait(lambda: "by your own ruling" in room.text("own-coverage"))
    # What was ruled as said is nothing to practise, at once and after coming back.
    room.wait(lambda: len(room.all("practise-point")) == before - 1)
    room.browser.refresh()
    room.wait(lambda: len(room.all("practise-point")) == before - 1)
    room.wait(lambda: "by your own ruling" in room.text("own-coverage"))


def test_a_skip_is_undone(room):
    room.begin()
    first = room.prompt()
    room.write("Half an answer")
    room.press("skip")
    room.press("dialog-stay")
    assert room.one("answer").get_attribute("value") == "Half an answer"
    room.one("answer").send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.DELETE)
    room.press("skip")
    room.wait(lambda: room.prompt() not in ("", first))
    second = room.prompt()
    assert "Question 1 was skipped." in room.text("skipped")
    check(room.browser)
    room.press("undo")
    room.wait(lambda: room.prompt() == first)
    room.send(ANSWER)
    room.press("next")
    room.wait(lambda: room.prompt() == second)
    room.press("skip")
    room.wait(lambda: room.prompt() not in ("", first, second))
    # The first attempt makes it final.
    room.send(ANSWER)
    assert not room.shown("skipped")


ANSWER = "It depends on the data."


def test_skipping_the_last_question_asks_first(room):
    room.begin(count=1)
    room.press("skip")
    room.one("dialog-stay")
    check(room.browser)
    room.press("dialog-stay")
    assert not room.shown("report")
    room.press("skip")
    room.press("dialog-proceed")
    room.one("report")


def test_points_without_a_number(room):
    recall(room, score="points").send("Sensitivity is how many of the real cases it catches.")
    assert "You said: Share of positives found." in room.one("coverage").text
    assert_no_number(room.one("feedback").text)
    check(room.browser)
    room.press("retry")
    room.one("answer").send_keys(" Misses cost more.", Keys.CONTROL, Keys.ENTER)
    room.finding("feedback", "Attempt 2")
    assert_no_number(room.one("feedback").text)
    assert not room.browser.find_elements("css selector", ".bar")
    room.press("end")
    room.press("dialog-proceed")
    report = room.one("report")
    check(room.browser)
    assert_no_number(report.text)
    assert not room.browser.find_elements("css selector", ".bar, .bar-share")
    room.load("#")
    room.one("start-button")
    assert "%" not in room.browser.find_element("css selector", "main .known").text.replace("\u202f", "")


def assert_no_number(text):
    assert "%" not in text and " of 3" not in text and "points since" not in text, text


def test_each_sentence_is_announced_once(room):
    recall(room)
    room.browser.execute_script(OBSERVE)
    room.send("Sensitivity is how many of the real cases it catches.")
    room.one("probe")
    room.press("hint")
    room.wait(lambda: hints(room))
    room.one("reply").send_keys("Misses cost more.", Keys.CONTROL, Keys.ENTER)
    room.finding("feedback", "Attempt 2")
    assert room.focus().text == "Feedback", "the field of the reply is gone, and the focus went to its result"
    said = room.browser.execute_script("return window.announced")
    assert len(said) == len(set(said)), said
    assert [one for one in said if one.startswith("Your answer is kept.")] and len(said) <= 5, said
    assert "The interviewer asks: How would you put a price on each of the two mistakes?" in said


def test_two_tabs_on_one_interview_show_the_same(room):
    recall(room)
    browser = room.browser
    first, address = browser.current_window_handle, browser.current_url
    browser.switch_to.new_window("tab")
    second = browser.current_window_handle
    other = Interview(browser, room.server)
    try:
        browser.get(address)
        other.wait(other.prompt)
        other.press("hint")
        other.wait(lambda: hints(other))
        browser.switch_to.window(first)
        room.wait(lambda: len(hints(room)) == 1)
        room.send("Sensitivity is how many of the real cases it catches.")
        room.press("open-points")
        room.all("dispute")[0].click()
        room.one("ruling")
        browser.switch_to.window(second)
        other.one("ruling")
        assert verdicts(other)["Share of positives found"] == "hit"
        other.one("reply").send_keys("Misses cost more.", Keys.CONTROL, Keys.ENTER)
        other.finding("feedback", "Attempt 2")
        browser.switch_to.window(first)
        room.finding("feedback", "Attempt 2")
        before = room.prompt()
        room.press("next")
        room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
        after = room.shown("report") is not None
        browser.switch_to.window(second)
        other.wait(lambda: (other.shown("report") is not None) == after and (after or other.prompt() != before))
        assert not other.shown("notice")
    finally:
        browser.switch_to.window(second)
        browser.close()
        browser.switch_to.window(first)
