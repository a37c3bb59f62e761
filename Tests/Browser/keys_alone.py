"""A person in a room who has no pointer: Tab, arrows, Space, Enter and the shortcuts do everything."""

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from interviews import is_covered
from rooms import RoomPage

# Which way Tab has to go, by the order of the document; where the focus is nowhere, onwards.
WHERE = """
    const [wanted] = arguments, now = document.activeElement;
    if (now === wanted) return "there";
    return now !== document.body && wanted.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING ? "back" : "on";
"""


class KeysAlone(RoomPage):
    def tab_until(self, find, name):
        """The focus goes to what `find` finds, and is never out of sight or covered on its way."""
        for _ in range(250):
            try:
                where = self.browser.execute_script(WHERE, self.wait(find))
            except StaleElementReferenceException:
                continue
            if where == "there":
                return self
            self.chord(Keys.SHIFT, Keys.TAB) if where == "back" else self.key(Keys.TAB)
            assert not is_covered(self.browser), f"the focus is covered on the way to {name}"
        raise AssertionError(f"{name} cannot be reached with the keyboard")

    def tab_to(self, testid):
        return self.tab_until(lambda: self.shown(testid), testid)

    def chord(self, modifier, keys):
        ActionChains(self.browser).key_down(modifier).send_keys(keys).key_up(modifier).perform()
        return self

    def press(self, testid, key=Keys.ENTER):
        """Presses a button that may be pressed; one that is made anew keeps the focus."""
        self.wait(lambda: self.shown(testid) and self.shown(testid).get_attribute("aria-disabled") != "true")
        return self.tab_to(testid).key(key)

    def tick(self, testid):
        return self.press(testid, Keys.SPACE)

    def write(self, testid, text):
        return self.tab_to(testid).chord(Keys.CONTROL, "a").key(text)

    def choose(self, testid, value):
        """A value of a list, by the arrow keys."""
        self.tab_to(testid).key(Keys.HOME)
        for _ in range(40):
            if self.focus().get_attribute("value") == value:
                return self
            self.key(Keys.ARROW_DOWN)
        raise AssertionError(f"{testid} has no {value}")

    def radio(self, name, value):
        """One of several: Tab goes to the one that is chosen, arrows choose another."""
        self.tab_until(lambda: self.browser.find_element(By.CSS_SELECTOR, f"input[name={name}]:checked"), name)
        for _ in range(10):
            if self.focus().get_attribute("value") == value:
                assert self.focus().is_selected()
                return self
            self.key(Keys.ARROW_DOWN)
        raise AssertionError(f"{name} has no {value}")

    def unfold(self, find, name):
        """Opens what is folded, where it is."""
        self.tab_until(find, name)
        if not self.browser.execute_script("return document.activeElement.closest('details').open"):
            self.key(Keys.ENTER)
        return self

    def open(self, testid):
        return self.unfold(lambda: self.shown(testid), testid)

    def within(self, name, testid):
        """A control in somebody's line of the list of people."""
        for one in self.all("person"):
            if one.is_displayed() and one.find_element(By.CLASS_NAME, "person-name").text == name:
                found = one.find_elements(By.CSS_SELECTOR, f"[data-testid={testid}]")
                return next((control for control in found if control.is_displayed()), None)
        return None

    def act_on(self, name, testid, is_sure=False):
        """A host does something about a person."""
        self.unfold(lambda: self.within(name, "person-actions"), f"what to do about {name}")
        self.tab_until(lambda: self.within(name, testid), f"{testid} of {name}").key(Keys.ENTER)
        if is_sure:
            self.press("dialog-proceed")
        return self

    def on_said(self, words, testid):
        """A host does something about a message of the chat."""
        def find():
            said = next((one for one in self.all("said") if words in one.text), None)
            return said and next(iter(said.find_elements(By.CSS_SELECTOR, f"[data-testid={testid}]")), None)
        return self.tab_until(find, f"{testid} of {words}").key(Keys.ENTER)

    def say(self, text):
        self.open("chat-open")
        return self.write("say", text).key(Keys.ENTER)

    def send(self, text):
        """Answers, and waits until that is kept."""
        self.write("answer", text).chord(Keys.CONTROL, Keys.ENTER)
        self.wait(lambda: text.strip() in self.text("answered-text"))
        return self
