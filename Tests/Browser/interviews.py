"""A small bank whose key points are known word for word, and interviews on it."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from page import Page

BANK = {
    "evaluation.md": """# Evaluation

## When do you prefer recall to precision?

*Difficulty: easy · Id: recall-or-precision*

### Key points

- **Misses cost more**: recall matters where a missed positive is worse than a false alarm.
  - Also: false negatives are expensive; cannot afford to miss a case
  - Hint: Which of the two mistakes hurts whoever uses the model?
  - Probe: How would you put a price on each of the two mistakes?
  - Weight: 2
  - Required: yes
- **Share of positives found**: recall is true positives among all actual positives.
  - Also: sensitivity; how many of the real cases it catches
- **Lower the threshold**: recall rises and precision falls as the threshold goes down.
  - Also: move the decision threshold

### Misconceptions

- **Another word for accuracy**: it counts how many predictions were correct.

### Model answer

I prefer recall where false negatives are expensive: a missed positive is worse than a false alarm. Recall is the
share of positives found, true positives among all actual positives. When I lower the threshold, recall rises and
precision falls.

## How do you notice that a model drifts?

*Difficulty: medium · Id: drift*

### Key points

- **Compare distributions**: the inputs of today are compared with those of training.
  - Also: input distribution changes; population stability index
- **Labels come late**: quality itself is known only once labels arrive.
  - Also: delayed labels; ground truth arrives weeks later

### Model answer

I compare distributions of the inputs with those of training. Labels come late, so quality is known only afterwards.
""",
    "training.md": """# Training

## What does dropout do?

*Difficulty: hard · Id: dropout*

### Key points

- **Regularises**: units cannot rely on one another, which reduces overfitting.
  - Also: less overfitting; prevents co-adaptation
- **Off at inference**: every unit takes part when the model predicts.
  - Also: disabled at test time; no dropout during prediction

### Model answer

Dropout regularises: units cannot rely on one another. It is off at inference.
""",
}

ANSWERS = {
    "recall": "Misses cost more there: false negatives are expensive. Sensitivity is how many of the real cases it catches.",
    "drifts": "I compare the distributions of the inputs with those of training. Labels come late.",
    "dropout": "It regularises, so there is less overfitting.",
}


# Collects what screen readers are told, from here on.
OBSERVE = """
    window.announced = [];
    new MutationObserver((records) => {
        for (const record of records) for (const node of record.addedNodes) window.announced.push(node.textContent);
    }).observe(document.querySelector('[data-testid=announcements]'), {childList: true});
"""


def write_bank(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in BANK.items():
        (folder / name).write_text(text)
    return folder


class Interview(Page):
    """A page with an interview on the small bank: `recall`, then what the seed brings."""

    def begin(self, **choices):
        self.set_up(**choices)
        # Keys alone: from the field that has the focus when one arrives by Tab, Enter begins.
        self.one("start-button").send_keys(Keys.ENTER)
        return self.begun()

    def begin_by_key(self, mode="coached", score="coverage"):
        """Chooses what the start page asks for with Tab, arrows, Space and Enter."""
        self.set_up()
        self.tab_to("mode")
        if mode == "realistic":
            self.key(Keys.ARROW_DOWN)
        assert self.one("mode").get_attribute("value") == mode
        if score == "points":
            # The options are open, because the address has some.
            self.tab_to("score-points").key(Keys.SPACE)
            assert self.one("score-points").is_selected()
            self.tab_to("start-button", back=True).key(Keys.ENTER)
            return self.begun()
        return self.by_key("start-button").begun()

    def set_up(self, **choices):
        fields = {"topics": "evaluation,training", "count": 3, "pace": "instant", "seed": "browser", **choices}
        self.load("#" + "&".join(f"{name}={value}" for name, value in fields.items() if value is not None))
        self.wait(lambda: self.shown("start-button") and self.shown("start-button").get_attribute("aria-disabled") != "true")

    def begun(self):
        self.wait(lambda: self.shown("answer") and self.prompt())
        return self

    @property
    def topic(self):
        return next(word for word in ANSWERS if word in self.prompt())

    def answer(self, text=None):
        self.write(text or ANSWERS[self.topic])
        self.one("answer").send_keys(Keys.CONTROL, Keys.ENTER)
        return self

    def focus(self):
        return self.browser.switch_to.active_element

    def key(self, keys):
        ActionChains(self.browser).send_keys(keys).perform()
        return self

    def submit(self):
        """Ctrl+Enter, wherever the focus is."""
        ActionChains(self.browser).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
        return self

    def tab_to(self, testid, back=False):
        """The focus moves there by Tab alone; nothing with the focus is ever out of sight or covered."""
        for _ in range(90):
            self.key(Keys.SHIFT + Keys.TAB if back else Keys.TAB)
            assert not is_covered(self.browser), f"the focus is covered on the way to {testid}"
            if self.focus().get_attribute("data-testid") == testid:
                return self
        raise AssertionError(f"{testid} cannot be reached with the keyboard")

    def by_key(self, testid):
        """Presses a control with Tab and Enter."""
        self.one(testid)
        self.tab_to(testid)
        self.key(Keys.ENTER)
        return self

    def finding(self, testid, words):
        """Waits until an element shows these words."""
        return self.wait(lambda: next(
            (element for element in self.all(testid) if element.is_displayed() and words in element.text), None))

    def session(self):
        """What the server has of this interview: the messages of its log."""
        interview, token = self.browser.execute_script("""
            const interview = new URLSearchParams(location.hash.slice(1)).get("interview");
            return [interview, JSON.parse(localStorage.getItem(`greenroom.interview.${interview}`)).token];
        """)
        from server import Client
        with Client(self.server) as client:
            resumed = client.ask("resume", interview=interview, token=token, seq=0, until=["resumed"])
        return resumed["missed"]


def is_covered(browser):
    """Whether nothing of the focused element can be seen (WCAG 2.4.11)."""
    return browser.execute_script("""
        const element = document.activeElement;
        if (element === document.body) return false;
        const {left, top, right, bottom} = element.getBoundingClientRect();
        const xs = [left + 2, (left + right) / 2, right - 2], ys = [top + 2, (top + bottom) / 2, bottom - 2];
        return !xs.some((x) => ys.some((y) => {
            const there = document.elementFromPoint(x, y);
            return there && (element.contains(there) || there.contains(element));
        }));
    """)


def ways_on(browser):
    """What stands out as the way on: of a dialog its own, else those of the page."""
    return browser.execute_script("""
        const place = document.querySelector("dialog[open]") ?? document.querySelector("main");
        return [...place.querySelectorAll(".primary")].filter((one) => one.getClientRects().length > 0)
            .map((one) => one.textContent);
    """)


def covered_fields(browser):
    """Fields that something lies over when their last line comes into sight from below."""
    return browser.execute_script("""
        return [...document.querySelectorAll("main textarea, main input[type=text]")]
            .filter((one) => one.getClientRects().length > 0)
            .filter((one) => {
                one.scrollIntoView({block: "end"});
                const {left, right, bottom} = one.getBoundingClientRect();
                return document.elementFromPoint((left + right) / 2, bottom - 4) !== one;
            }).map((one) => one.id);
    """)


def fits(browser):
    return browser.execute_script(
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth")


class Window:
    """The window in another size, at another zoom; as it was afterwards."""

    def __init__(self, browser, width, height, zoom=1):
        self.browser = browser
        # Zooming makes the window smaller in CSS pixels and each of them larger.
        self.metrics = {"width": width // zoom, "height": height // zoom, "deviceScaleFactor": zoom, "mobile": False}

    def __enter__(self):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", self.metrics)
        return self

    def __exit__(self, *_):
        self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


WINDOWS = {"phone": (360, 740, 1), "wide": (1280, 900, 1), "laptop": (1280, 800, 1), "zoomed": (1280, 800, 2)}
