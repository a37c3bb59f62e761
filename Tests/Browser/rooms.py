"""Rooms: people at the protocol, and people at a page."""

import base64
import secrets

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from page import Page
from server import Client, new_ref


def new_secret():
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


class Guest(Client):
    """Somebody in a room who speaks the protocol. Keeps all that was heard."""

    def __init__(self, server, schema=None, **options):
        # Hundreds of them listen seldom: what was not read yet must not keep the connection from being looked after.
        super().__init__(server, schema, **{"max_queue": None, "ping_interval": None, **options})
        self.heard = []
        self.secret = new_secret()
        self.interview = self.seat = self.code = None

    def hear(self, timeout=10):
        message = super().hear(timeout)
        if hasattr(self, "heard"):
            self.heard.append(message)
        return message

    def hear_one(self, type, **fields):
        """Reads until such a message comes."""
        while True:
            message = self.hear()
            if message["type"] == type and all(message.get(name) == value for name, value in fields.items()):
                return message

    def ask(self, type, *, until=None, **fields):
        """Sends a request and returns its own answer: much else is told in a room meanwhile."""
        ref = fields.pop("ref", None) or new_ref()
        self.say(type=type, ref=ref, **fields)
        while True:
            message = self.hear()
            if message.get("ref") == ref and message["type"] in (*(until or ()), "refused"):
                return message

    def host(self, name="Hana Host", count=2, topics=(), progression="host", **choices):
        """Opens a room and takes its first seat."""
        limit = choices.pop("limit", None)
        self.interview = "room" + secrets.token_hex(10)
        fields = {"topics": list(topics), "count": count, "pace": "instant", "seed": "room", "mode": "coached"}
        if limit:
            fields["limit"] = {"per": "question", "seconds": limit}
        opened = self.ask("open", interview=self.interview, secret=self.secret,
                          room={"progression": progression, "name": name, **choices}, until=["opened"], **fields)
        assert opened["type"] == "opened", opened
        self.seat, self.code = opened["seat"], opened["code"]
        return opened

    def join(self, code, name, **fields):
        if name:
            fields["name"] = name
        joined = self.ask("join", code=code, secret=self.secret, until=["joined"], **fields)
        if joined["type"] == "joined":
            self.interview, self.seat, self.code = joined["interview"], joined["seat"], code
        return joined

    def do(self, type, *replies, **fields):
        """A request about the room; what it came to."""
        return self.ask(type, interview=self.interview, until=replies, **fields)

    def answer(self, question, text):
        ref = self.send("answer", question=question, text=text)
        return self.hear_one("answered", ref=ref)

    def send(self, type, **fields):
        ref = new_ref()
        self.say(type=type, ref=ref, interview=self.interview, **fields)
        return ref


class RoomPage(Page):
    """A person at the room's pages."""

    def load(self, fragment=""):
        # The same page with another fragment is no new visit.
        self.browser.get("about:blank")
        self.browser.get(f"{self.server.url}/room.html{fragment}")
        self.wait(lambda: self.state("connection") == "online")
        return self

    def host(self, name="Hana Host", count=2, time="0", progression="host", form="everyone", topics=()):
        self.load("#host")
        self.one("open-room")
        self.fill("host-name", name)
        self.fill("host-count", str(count))
        Select(self.one("host-time")).select_by_value(time)
        for topic in topics:
            self.press(f"host-topic-{topic}")
        self.choice(f"progression-{progression}").choice(f"form-{form}")
        self.press("open-room")
        self.one("start-room")
        return self

    def choice(self, testid):
        box = self.all(testid)[0]
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
        box.click()
        return self

    def join(self, code, name):
        self.load(f"#{code}")
        self.fill("name", name)
        self.press("enter")
        self.wait(lambda: self.view in ("lobby", "run") or self.text("join-error"))
        return self

    def fill(self, testid, text):
        field = self.one(testid)
        field.clear()
        field.send_keys(text)
        return self

    def key(self, keys):
        ActionChains(self.browser).send_keys(keys).perform()
        return self

    def focus(self):
        return self.browser.switch_to.active_element

    def tab_to(self, testid):
        for _ in range(90):
            self.key(Keys.TAB)
            if self.focus().get_attribute("data-testid") == testid:
                return self
        raise AssertionError(f"{testid} cannot be reached with the keyboard")

    @property
    def view(self):
        return self.browser.execute_script("return document.body.dataset.view")

    @property
    def code(self):
        return self.one("room-code").text

    def people(self):
        """The names in the list, in its order."""
        return [element.find_element(By.CLASS_NAME, "person-name").text for element in self.all("person")]

    def figures(self):
        """What the board says: how many said each point, by the point's words."""
        return {row.find_element(By.CLASS_NAME, "point-head").text: row.find_element(By.CLASS_NAME, "figure").text
                for row in self.browser.find_elements(By.CSS_SELECTOR, "[data-testid=board] tbody tr")}

    def columns(self):
        """The people of the board by how far they are."""
        return {column.find_element(By.CSS_SELECTOR, "button").get_attribute("title"): column.get_attribute("data-state")
                for column in self.all("column")}

    def phrases(self):
        """What the reveal shows: the phrasings by the point's words."""
        return {point.find_element(By.TAG_NAME, "h3").text: [one.text for one in point.find_elements(By.TAG_NAME, "q")]
                for point in self.all("shared-point") if point.is_displayed()}

    def tag(self, name):
        """What the list says of a person beside the name."""
        person = next(one for one in self.all("person") if one.find_element(By.CLASS_NAME, "person-name").text == name)
        return "".join(tag.text for tag in person.find_elements(By.CLASS_NAME, "tag"))

    def act_on(self, name, label):
        """A host does something about a person."""
        person = next(one for one in self.all("person") if one.find_element(By.CLASS_NAME, "person-name").text == name)
        self.browser.execute_script("arguments[0].querySelector('details').open = true;"
                                    "arguments[0].scrollIntoView({block: 'center'})", person)
        next(one for one in person.find_elements(By.TAG_NAME, "button") if one.text == label).click()
        return self

    def open(self, testid):
        """Unfolds what is folded."""
        summary = self.one(testid)
        if not self.browser.execute_script("return arguments[0].closest('details').open", summary):
            self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
            summary.click()
        return self

    def say(self, text):
        self.open("chat-open")
        self.one("say")
        self.browser.execute_script("arguments[0].value = arguments[1]", self.one("say"), text)
        self.one("say").send_keys(Keys.ENTER)
        return self

    def chat(self):
        return [(one.find_element(By.CLASS_NAME, "person-name").text, one.find_element(By.CLASS_NAME, "said-text").text)
                for one in self.all("said")]

    def send(self, text):
        """Answers, and waits until that is kept."""
        field = self.one("answer")
        field.clear()
        field.send_keys(text)
        field.send_keys(Keys.CONTROL, Keys.ENTER)
        self.one("own")
        self.wait(lambda: text.strip() in self.text("answered-text"))
        return self

    def waits_for(self, prompt):
        """Until another question than this one is asked, and spoken to its end."""
        self.wait(lambda: self.view == "run" and self.prompt() not in ("", "…", prompt)
                  and self.one("prompt").get_attribute("aria-busy") == "false")
        return self.prompt()


def reads(server, guest):
    """What the log holds for this seat."""
    with Client(server) as client:
        return client.ask("resume", interview=guest.interview, token=guest.secret, seq=0, until=["resumed"])["missed"]
