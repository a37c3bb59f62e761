"""Reading aloud and dictation, in a browser that has them and in one that has not."""

import pytest
from selenium.webdriver.support.ui import Select

from accessibility import check
from interviews import Window
from page import Page
from voices import RECOGNITION, SILENCE, SYNTHESIS, Before


@pytest.fixture
def page(browser, server):
    with Before(browser, SYNTHESIS, RECOGNITION):
        page = Page(browser, server).load()
        page.start(count=2)
        page.wait(page.prompt)
        yield page


def spoken(page):
    return page.browser.execute_script("return window.spoken")


def waiting(page):
    return page.browser.execute_script("return window.speechSynthesis.queue.length")


def test_nothing_is_read_before_somebody_asks(page):
    assert spoken(page) == []
    assert page.one("read").get_attribute("aria-pressed") == "false"


def test_questions_are_read_once_it_is_on_and_stop_for_whoever_types(page):
    page.press("read")
    page.wait(lambda: spoken(page))
    said = spoken(page)
    assert page.prompt().split()[0] in said[0]["text"]
    assert said[0]["voice"] == "Daniel", "the question is in English"
    assert waiting(page) > 0
    page.write("I begin to type")
    assert waiting(page) == 0
    page.browser.execute_script("window.spoken = []")
    page.send("I begin to type, and send.")
    page.next()
    page.wait(lambda: any(page.prompt().split()[0] in one["text"] for one in spoken(page)))
    page.press("read")
    assert waiting(page) == 0
    assert page.one("read").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_button_is_one_line_below_the_question_on_a_phone(page, language):
    with Window(page.browser, 390, 844):
        page.browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
        page.browser.refresh()
        page.wait(page.prompt)
        lines, left, expected = page.browser.execute_script("""
            const [button] = arguments, words = document.createRange();
            words.selectNodeContents(button.firstChild);
            const left = (one) => Math.round(one.getBoundingClientRect().left);
            return [words.getClientRects().length, left(button), left(document.querySelector("[data-testid=prompt]"))];
        """, page.one("read"))
        assert (lines, left) == (1, expected)


def test_moving_on_stops_the_reading(page):
    page.press("read")
    page.wait(lambda: waiting(page))
    first = [one["text"] for one in spoken(page)]
    page.press("skip")
    page.wait(lambda: "Question 2" in page.browser.title)
    queue = page.browser.execute_script("return window.speechSynthesis.queue.map(({text}) => text)")
    assert queue and not set(first) & set(queue)


# Swallows what is to be said before the first touch, without a word, as Safari does.
MUTE = """
    let isTouched = false;
    window.addEventListener("click", () => { isTouched = true; }, true);
    const speak = speechSynthesis.speak;
    speechSynthesis.speak = function (utterance) { if (isTouched) speak.call(this, utterance); };
"""


def test_after_a_reload_the_first_touch_brings_what_nobody_could_hear(page):
    page.press("read")
    page.wait(lambda: spoken(page))
    with Before(page.browser, MUTE):
        page.browser.refresh()
        first = page.wait(page.prompt).split()[0]
        page.wait(lambda: page.state("prompt") == "whole")
        assert not spoken(page)
        page.browser.find_element("css selector", "h1").click()
        page.wait(lambda: spoken(page) and first in spoken(page)[0]["text"])
        said = len(spoken(page))
        page.browser.find_element("css selector", "h1").click()
        assert len(spoken(page)) == said, "once"


def test_the_follow_up_is_read_too(room):
    with Before(room.browser, SYNTHESIS):
        room.begin()
        room.press("read")
        room.send("It depends on the data.")
        asked = room.one("probe-text").text
        room.wait(lambda: asked in [one["text"] for one in spoken(room)])


def test_a_language_that_no_voice_speaks_is_said_to_be_what_it_is(room):
    """No rules of another language are asked for, whichever voice has to read it."""
    with Before(room.browser, SYNTHESIS):
        # As in a question of a bank in another language, where the browser has voices for English and German only.
        said = room.load().browser.execute_async_script("""
            const [done] = arguments;
            import("./js/reader.js").then(({Reader}) => {
                const reader = new Reader({settings: () => ({readAloud: true})}, () => {});
                for (const lang of ["fr", "de", "en-US", undefined]) reader.say("Pourquoi ?", lang);
                done(window.spoken.map(({lang}) => lang));
            });
        """)
    assert said == ["fr", "de-DE", "en-GB", "en-GB"]


def test_voice_and_speed_are_chosen_and_remembered(page):
    page.press("options-button")
    check(page.browser)
    Select(page.one("voice")).select_by_value("us")
    page.browser.execute_script(
        "arguments[0].value = 1.5; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", page.one("rate"))
    page.press("dialog-close")
    page.press("read")
    page.wait(lambda: spoken(page))
    assert (spoken(page)[0]["voice"], spoken(page)[0]["rate"]) == ("Samantha", 1.5)
    page.browser.refresh()
    page.wait(lambda: spoken(page))
    assert (spoken(page)[0]["voice"], spoken(page)[0]["rate"]) == ("Samantha", 1.5)


def test_dictation_says_first_where_speech_goes(page):
    page.press("dictate")
    page.one("dialog-proceed")
    assert "Google" in page.browser.find_element("css selector", "dialog").text
    check(page.browser)
    page.press("dialog-stay")
    assert not page.browser.execute_script("return window.listening")
    page.press("dictate")
    page.press("dialog-proceed")
    page.wait(lambda: page.browser.execute_script("return window.listening"))


def dictate(page):
    page.press("dictate")
    if page.shown("dialog-proceed"):
        page.press("dialog-proceed")
    page.wait(lambda: page.browser.execute_script("return window.listening"))


def hear(page, text, is_final):
    page.browser.execute_script("window.recognition.hear(...arguments)", text, is_final)


def test_what_is_said_becomes_the_draft(page):
    page.write("I would say")
    dictate(page)
    hear(page, "it depends", False)
    assert "it depends" in page.text("dictation")
    assert page.one("answer").get_attribute("value") == "I would say"
    hear(page, "it depends on the data", True)
    hear(page, "and the model", True)
    assert page.one("answer").get_attribute("value") == "I would say it depends on the data and the model"
    check(page.browser)
    page.press("dictate")
    assert not page.browser.execute_script("return window.listening")
    page.browser.refresh()
    page.wait(page.prompt)
    assert page.one("answer").get_attribute("value") == "I would say it depends on the data and the model"
    # It was agreed to once.
    page.press("dictate")
    page.wait(lambda: page.browser.execute_script("return window.listening"))
    hear(page, "of course", False)
    page.press("send")
    page.one("feedback")
    assert page.one("answered-text").text.strip().endswith("and the model of course")
    assert not page.browser.execute_script("return window.listening")


def test_what_was_heard_when_the_time_is_up_is_sent(room):
    with Before(room.browser, RECOGNITION):
        room.begin(limit="question:15")
        dictate(room)
        hear(room, "I had just begun", False)
        room.wait(lambda: room.shown("feedback"), 30)
        assert room.one("answered-text").text.strip() == "I had just begun"


def test_a_microphone_that_may_not_be_used_is_explained(page):
    dictate(page)
    page.browser.execute_script("window.recognition.fail('not-allowed')")
    page.wait(lambda: "microphone" in page.text("dictation"))
    assert page.one("dictate").get_attribute("aria-pressed") == "false"


def test_a_browser_without_a_voice_shows_nothing_of_it(browser, server):
    with Before(browser, SILENCE):
        page = Page(browser, server).load()
        page.start(count=1)
        page.wait(page.prompt)
        assert not page.shown("read") and not page.shown("dictate")
        page.press("options-button")
        assert not page.shown("voice")
        page.press("dialog-close")
        page.send("Typed as ever.")
