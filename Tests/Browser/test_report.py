"""The closing report: what was covered, one's best words, what was missed, and the way into the next round."""

from accessibility import check
from interviews import ANSWERS
from page import Page


def through(room, **choices):
    """A coached interview with a hint and a skipped question; ends in its report."""
    room.begin(**choices)
    for index in range(3):
        before = room.prompt()
        if index == 1:
            room.press("skip")
        else:
            if index == 0:
                room.press("hint")
                room.one("hints")
            room.send(ANSWERS[room.topic])
            room.press("next")
        if index == 2 and room.shown("dialog-proceed"):
            room.press("dialog-proceed")
        room.wait(lambda: room.shown("report") or room.prompt() not in ("", before))
    room.one("report")
    return room


def test_what_the_report_says(room):
    through(room)
    report = room.one("report").text
    assert "2 questions answered, 1 skipped" in report
    # How many of how many first, the share small beside it; of what was skipped every point is missing.
    said = sum(one["verdict"] == "hit" for answered in room.session() if answered["type"] == "answered"
               for one in answered["mark"]["points"])
    assert room.text("report-coverage").replace("\n", " ").startswith(f"{said} of 7 key points found")
    assert "1 hint taken" in room.text("spent") and "in all" in room.text("spent")
    best = room.one("phrasing").text
    sentences = [sentence for answer in ANSWERS.values() for sentence in answer.replace(".", ".\n").split("\n") if sentence]
    assert any(sentence.strip() in best for sentence in sentences), best
    check(room.browser)
    assert not room.browser.find_elements("css selector", ".question-chart"), "of three there is nothing to see in a chart"
    room.browser.execute_script("document.querySelectorAll('.report-questions summary').forEach((one) => one.click())")
    room.wait(lambda: len(room.all("answered-text")) == 2)
    assert "to the first answer" in room.all("took")[0].text and "1 hint taken" in room.all("took")[0].text
    check(room.browser)
    room.press("reveal")
    assert room.one("model-answer").text.strip()


def test_a_chart_from_five_questions_on(browser, server):
    page = Page(browser, server).load()
    page.start(count=5, topics=["statistics-and-probability"])
    for _ in range(4):
        before = page.wait(page.prompt)
        page.press("skip")
        page.wait(lambda: page.prompt() not in ("", before))
    page.press("skip")
    page.press("dialog-proceed")
    page.one("report")
    label = page.browser.find_element("css selector", ".question-chart svg").get_attribute("aria-label")
    assert "Question 1: Skipped" in label and "Question 5: Skipped" in label
    check(browser)


def test_of_one_topic_there_is_no_list_of_topics(room):
    room.begin(topics="evaluation", count=1)
    room.send(ANSWERS[room.topic])
    room.next()
    assert "By topic" not in room.text("report")


def test_the_report_goes_into_ones_notes(room):
    through(room)
    room.browser.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    room.press("copy-markdown")
    text = room.wait(lambda: room.browser.execute_script("return window.copied"))
    assert text.startswith("# Your report\n") and "\n## 3. " in text
    assert any(f"> {answer}" in text for answer in ANSWERS.values())
    assert "- **" in text and "Skipped" in text


def test_practise_exactly_these_points(room):
    through(room)
    boxes = room.all("practise-point")
    assert boxes and all(box.is_selected() for box in boxes)
    for box in boxes[1:]:
        box.click()
    chosen = room.browser.execute_script(
        "return arguments[0].closest('label').querySelector('.point-head').textContent", boxes[0])
    assert room.one("practise-points").text == f"Practise 1 of {len(boxes)} points"
    before = room.browser.current_url
    room.press("practise-points")
    room.wait(lambda: room.browser.current_url != before and room.shown("answer"))
    room.send("I would rather not say.")
    opened = next(one for one in room.session() if one["type"] == "opened")
    assert opened["purpose"] == "again" and opened["count"] == 1
    room.press("open-points")
    room.finding("feedback", chosen)


def test_no_point_chosen_starts_nothing(room):
    through(room)
    for box in room.all("practise-point"):
        box.click()
    assert room.one("practise-points").get_attribute("aria-disabled") == "true"


def test_the_same_questions_again(room):
    through(room)
    before = room.browser.current_url
    opened = next(one for one in room.session() if one["type"] == "opened")
    room.press("same")
    room.wait(lambda: room.browser.current_url != before and room.shown("answer"))
    again = next(one for one in room.session() if one["type"] == "opened")
    assert again["seed"] == opened["seed"] and again["topics"] == opened["topics"]


def test_the_report_says_what_the_interview_was(room):
    through(room)
    opened = next(one for one in room.session() if one["type"] == "opened")
    about = room.text("about")
    assert "coached" in about and all(topic["title"] in about for topic in opened["topics"])
    assert room.browser.execute_script(
        "return new Intl.DateTimeFormat('en', {dateStyle: 'long'}).format(new Date(arguments[0]))", opened["at"]) in about
    # The link leads to the same interview.
    room.browser.get(room.one("seed-link").get_attribute("href"))
    room.wait(lambda: room.shown("start-button") and room.shown("start-button").get_attribute("aria-disabled") != "true")
    room.press("start-button")
    room.wait(lambda: room.shown("answer"))
    again = next(one for one in room.session() if one["type"] == "opened")
    assert again["seed"] == opened["seed"] and again["topics"] == opened["topics"]


def test_on_paper_everything_is_unfolded(room):
    through(room)
    room.browser.execute_cdp_cmd("Page.printToPDF", {})
    room.wait(lambda: len(room.all("answered-text")) == 2)
    room.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        # Each question once, and no sign of what could be pressed.
        for item in room.all("report-question"):
            prompt = item.find_element("css selector", ".report-prompt").text
            assert prompt and item.text.count(prompt) == 1
        signs = room.browser.execute_script("""
            return [...document.querySelectorAll("main *")].map((one) => getComputedStyle(one, "::after").content)
                .filter((content) => /[▾▴]/.test(content));
        """)
        assert not signs
        assert not [one for one in room.browser.find_elements("css selector", "main button") if one.is_displayed() and "point-row" not in one.get_attribute("class")]
    finally:
        room.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_report_of_nothing(room):
    room.begin()
    room.press("end")
    check(room.browser)
    room.press("dialog-proceed")
    report = room.one("report")
    assert report.text
    check(room.browser)
