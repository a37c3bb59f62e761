"""A double click does one thing: what has been pressed moves nothing else under the pointer, and is not pressed again."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains

from interviews import WINDOWS, Window
from test_coached import recall

# What each press met, and what the page asked the server for meanwhile.
WATCH = """
    window.met = [];
    window.asked = [];
    // What was passed over on the way down meets nothing.
    document.addEventListener("click", (event) => {
        const control = event.target.closest("button, a[href], summary, input, select, textarea, label");
        met.push(control && (control.dataset.testid ?? control.textContent.trim()));
    }, true);
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (text) { const {type} = JSON.parse(text);
        if (type !== "progress") asked.push(type);
        send.call(this, text); };
"""
FEEDBACK = ["open-points", "claim-missing", "hint", "retry", "reveal", "next", "dispute", "end"]
REPORT = ["practise-point", "practise-points", "again", "same", "copy-markdown"]


def double_click(room, testid):
    """As a hand does it: the second press comes when the first has been answered."""
    control = room.one(testid)
    room.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", control)
    room.browser.execute_script(WATCH)
    ActionChains(room.browser).move_to_element(control).click().pause(0.15).click().perform()
    met, asked = room.browser.execute_script("return [met, asked]")
    assert met[0] == testid and set(met[1:]) <= {testid, None}, met
    assert len(asked) <= 1, asked


@pytest.mark.parametrize("testid", ["send", "hint", "skip", "end"])
@pytest.mark.parametrize("window", ["laptop", "phone"])
def test_at_a_question(room, testid, window):
    with Window(room.browser, *WINDOWS[window]):
        recall(room).write("Sensitivity is how many of the real cases it catches.")
        double_click(room, testid)


@pytest.mark.parametrize("testid", FEEDBACK)
@pytest.mark.parametrize("window", ["laptop", "phone"])
def test_in_feedback(room, testid, window):
    with Window(room.browser, *WINDOWS[window]):
        recall(room).send("Sensitivity is how many of the real cases it catches.")
        if testid == "dispute":
            room.press("open-points")
        double_click(room, testid)


@pytest.mark.parametrize("testid", REPORT)
def test_in_the_report(room, testid):
    recall(room).send("Sensitivity is how many of the real cases it catches.")
    room.press("end")
    room.press("dialog-proceed")
    room.one("report")
    double_click(room, testid)
