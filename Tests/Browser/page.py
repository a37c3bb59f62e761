"""What a candidate sees and does, by the controls' test ids."""

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import Select, WebDriverWait


def follow(browser, element):
    """Presses what leads to another page, and waits until this one is gone."""
    old = browser.find_element(By.TAG_NAME, "html")
    element.click()
    WebDriverWait(browser, 15, poll_frequency=0.05).until(staleness_of(old))


class Page:
    def __init__(self, browser, server):
        self.browser, self.server = browser, server

    def load(self, fragment=""):
        self.browser.get(self.server.url + "/" + fragment)
        self.wait(lambda: self.state("connection") == "online")
        return self

    def wait(self, condition, seconds=15):
        waiting = WebDriverWait(
            self.browser, seconds, poll_frequency=0.05, ignored_exceptions=[StaleElementReferenceException])
        return waiting.until(lambda _: condition())

    def all(self, testid):
        return self.browser.find_elements(By.CSS_SELECTOR, f'[data-testid="{testid}"]')

    def shown(self, testid):
        return next((element for element in self.all(testid) if element.is_displayed()), None)

    def one(self, testid):
        return self.wait(lambda: self.shown(testid))

    def text(self, testid):
        element = self.shown(testid)
        return element.text if element else ""

    def state(self, testid):
        elements = self.all(testid)
        return elements[0].get_attribute("data-state") if elements else None

    def press(self, testid):
        def pressed():
            element = self.shown(testid)
            if not element or element.get_attribute("aria-disabled") == "true":
                return False
            # The bar with the way on lies over the lower edge of the window; a person scrolls what is under it.
            self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
            element.click()
            return True
        # What was built anew meanwhile was not pressed.
        self.wait(pressed)

    def start(self, count=2, topics=None, pace="instant", seed="browser"):
        self.choose(count, topics, pace, seed)
        self.press("start-button")
        self.wait(lambda: self.shown("answer"))

    def choose(self, count=2, topics=None, pace="instant", seed="browser"):
        self.wait(lambda: self.shown("start-button").get_attribute("aria-disabled") != "true")
        if topics is not None:
            for chip in self.browser.find_elements(By.CSS_SELECTOR, 'button[name="topic"]'):
                if (chip.get_attribute("aria-pressed") == "true") != (chip.get_attribute("value") in topics):
                    self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", chip)
                    chip.click()
        Select(self.one("length")).select_by_value(f"q{count}")
        self.browser.execute_script("document.querySelector('details.more').open = true")
        Select(self.one("pace")).select_by_value(pace)
        if seed:
            self.one("seed").send_keys(seed)

    def write(self, text):
        field = self.one("answer")
        field.clear()
        field.send_keys(text)
        return field

    def send(self, text):
        """Answers with the keyboard and waits until the answer is kept and marked."""
        before = self.prompt()
        self.write(text).send_keys(Keys.CONTROL, Keys.ENTER)
        self.one("feedback")
        assert self.prompt().startswith(before)

    def prompt(self):
        return self.text("prompt")

    def points(self):
        return [
            (point.get_attribute("data-verdict"), point.text)
            for point in self.all("point") if point.is_displayed()
        ]

    def next(self):
        before = self.prompt()
        self.press("next")
        self.wait(lambda: self.shown("report") or (self.prompt() not in ("", before) and self.shown("answer")))
