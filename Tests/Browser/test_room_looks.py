"""A room's pages as they look: the board with 3, 30 and 200 people and the hot seat, in the light and in the dark, on a
laptop, a tablet and a phone. GREENROOM_LOOKS names a folder that pictures of all of them are put into."""

import random

import pytest

from accessibility import check
from interviews import fits
from server import Server
from test_looks import emulate, picture
from test_rooms import browsers, guest, person  # noqa: F401: fixtures

# A phrase that says each point, and how many of a room say it.
POINTS = {
    "Hypothesis and primary metric": ("one primary metric, decided in advance", 0.6),
    "Randomisation unit": ("hash the user id", 0.7),
    "Sample size beforehand": ("a power calculation gives the minimum detectable effect", 0.5),
    "A/A and ratio checks": ("check for a sample ratio mismatch", 0.15),
    "Whole weeks": ("full weekly cycles, until the novelty wears off", 0.8),
    "No peeking": ("stop at the planned size or use sequential testing", 0.4),
    "Decide on the interval": ("ramp up gradually after a look at the confidence interval", 0.35),
}
BANK = "\n".join([
    "# Experiments", "",
    "## Walk me through designing an A/B test for a new ranking model, from hypothesis to decision.", "",
    "*Difficulty: medium · Id: ab-test*", "", "### Key points", "",
    *(f"- **{head}**: {phrase}." for head, (phrase, _) in POINTS.items()), "",
    "### Model answer", "", " ".join(f"{phrase.capitalize()}." for phrase, _ in POINTS.values()), "",
])
FIRST = ("Aiko Amina Anselm Beatriz Caleb Chiara Dilan Edda Farid Grace Ines Ishaan Jonas Kaja Kwame Leila Lucía Marek Noor Olu "
         "Priya Rosa Sami Tove Uma Viktor Wanda Xenia Yusuf Zoë").split()
LAST = ("Brandt Diallo Roth Lima Ortiz Conti Aydin Holm Nasr Mbeki Okafor Rao Weil Lund Asare Azimi Paz Zeman Haddad Adeyemi "
        "Menon Vidal Khoury Berg Iyer Dahl Silva Novak Featherstonehaugh-Smythe Öztürk").split()
LOOKS = {"laptop": (1280, 800, "light"), "laptop dark": (1280, 800, "dark"), "large": (1920, 1080, "light"),
         "tablet": (820, 1180, "light"), "tablet across dark": (1180, 820, "dark"), "phone": (390, 844, "light")}

# What a host reads from two metres, in CSS pixels: the numbers, the points' words, how many are done. What of it is broken
# within a word, and how many of the points are neither below the window nor under the bar with the way on.
LEGIBLE = """
    const size = (one) => Number.parseFloat(getComputedStyle(one).fontSize);
    const least = (selector) => Math.min(...[...document.querySelectorAll(selector)].map(size));
    const edge = document.querySelector(".steering-part").getBoundingClientRect().top;
    const isBroken = (one) => {
        one.style.overflowWrap = "normal";
        const is = one.scrollWidth > one.clientWidth;
        one.style.overflowWrap = "";
        return is;
    };
    return {
        figure: least("[data-testid=board] .figure"), head: least("[data-testid=board] .point-head"),
        done: least("[data-testid=done] .clock-number"),
        broken: [...document.querySelectorAll("[data-testid=board] .point-head")].filter(isBroken).map((one) => one.textContent),
        inSight: [...document.querySelectorAll("[data-testid=board] tbody tr")]
            .filter((one) => one.getBoundingClientRect().bottom <= edge + 1).length,
    };
"""
# What should stand on one line and does not: numbers, and a point's words beside their mark; words broken within.
TORN = """
    const box = (one) => one.getBoundingClientRect();
    const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const isBroken = (one) => {
        one.style.overflowWrap = "normal";
        const is = one.scrollWidth > one.clientWidth;
        one.style.overflowWrap = "";
        return is;
    };
    return [
        ...all(".shared-count .figure").filter((one) => one.getClientRects().length > 1
            || box(one).right > box(one.closest(".shared-count").nextElementSibling).left),
        ...all(".found-head").filter((one) => box(one).top > box(one.previousElementSibling).bottom),
        ...all("[data-testid=ticks] tbody th").filter(isBroken),
    ].map((one) => one.textContent);
"""
LEAST = {"phone": {"figure": 26, "head": 16, "done": 26}, "tablet": {"figure": 36, "head": 18, "done": 40}}
READABLE = {"figure": 40, "head": 20, "done": 40}


@pytest.fixture(scope="module")
def rooms_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("looks")
    (folder / "bank").mkdir()
    (folder / "bank" / "experiments.md").write_text(BANK)
    server = Server(folder / "data", "--bank", folder / "bank")
    yield server
    assert server.stop() == 0


class Look:
    """A page in another window, by day or by night; as it was afterwards."""

    def __init__(self, page, name):
        self.browser = page.browser
        self.look = LOOKS[name]

    def __enter__(self):
        self.take_on(*self.look)

    def __exit__(self, *_):
        self.take_on(1280, 900, "")

    def take_on(self, width, height, scheme):
        emulate(self.browser, "prefers-color-scheme", scheme)
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        # The board is drawn anew when it has another width.
        self.browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")


def names(count):
    return [f"{FIRST[n % len(FIRST)]} {LAST[(n + n // len(FIRST)) % len(LAST)]}" for n in range(count)]


def answers(count):
    """What each of so many says: of each point about as many as say it."""
    chance = random.Random(7)
    return [" ".join(f"{phrase.capitalize()}." for phrase, share in POINTS.values() if chance.random() < share) or "I am not sure."
            for _ in range(count)]


def speaking(page, language):
    page.load()
    page.browser.execute_script("localStorage.setItem('greenroom.language', arguments[0])", language)
    return page


def bank_words(page, language, *places):
    """What the bank says is marked as English, where the page speaks another language."""
    own = None if language == "en" else "en"
    for place in places:
        found = {one.get_attribute("lang") or None for one in page.browser.find_elements("css selector", place)}
        assert found == {own}, place


def look_right(state, pages):
    """The pages of several parts in all windows."""
    for part, page in pages.items():
        for name in LOOKS:
            with Look(page, name):
                picture(page.browser, f"{state} {part} {name}")
                check(page.browser)
                assert fits(page.browser), (state, part, name)
                assert page.browser.execute_script(TORN) == [], (state, part, name)


# The words of German are longer.
@pytest.mark.parametrize("count, language", [(3, "en"), (30, "de"), (200, "en")])
def test_a_board_is_read_from_two_metres(person, guest, count, language):  # noqa: F811
    host = speaking(person(), language).host(count=1, time="600")
    guests = [guest(host.code, name) for name in names(count)]
    host.wait(lambda: f"{count + 1}" in host.text("here"), 30)
    bank_words(host.open("plan-open"), language, ".plan-prompt", ".plan-question .note span")
    host.press("start-room")
    host.waits_for("")
    silent = max(1, count // 10)
    for one, text in list(zip(guests, answers(count)))[silent:]:
        one.hear_one("asked")
        one.answer(0, text)
    host.wait(lambda: host.text("done").startswith(str(count - silent)), 30)
    if count > 3:
        guests[0].close()
        host.wait(lambda: "╱" in host.text("needs"))
    # Who has written nothing for a while is stuck.
    host.wait(lambda: host.shown("nudge"), 60)
    for name in LOOKS:
        with Look(host, name):
            host.wait(lambda: host.figures())
            picture(host.browser, f"board {count:03} {name}", whole=False)
            check(host.browser)
            assert fits(host.browser), name
            legible = host.browser.execute_script(LEGIBLE)
            assert all(legible[of] >= pixels for of, pixels in LEAST.get(name, READABLE).items()), (name, legible)
            assert legible["broken"] == [], (name, legible)
            assert legible["inSight"] == len(POINTS) or name == "phone", (name, legible)
    bank_words(host, language, "[data-testid=prompt]", ".point-line .point-head")
    for name in LOOKS:
        with Look(host, name):
            column = next(one for one in host.all("open-answer") + host.all("list-answer") if names(count)[silent] in one.accessible_name)
            host.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", column)
            column.click()
            host.one("answer-panel")
            host.wait(lambda: "%" in host.text("answer-panel"))
            picture(host.browser, f"board {count:03} {name} open", whole=False)
            check(host.browser)
            assert fits(host.browser), name
            assert host.browser.execute_script(LEGIBLE)["broken"] == [], name
            assert host.browser.execute_script(TORN) == [], name
            host.press("close-answer")
            assert host.focus().get_attribute("data-testid") in ("open-answer", "list-answer"), name
    host.key("v")
    host.wait(lambda: any(host.phrases().values()))
    bank_words(host, language, ".shared-head h3", ".model-answer > div")
    for name in LOOKS:
        with Look(host, name):
            picture(host.browser, f"board {count:03} {name} reveal", whole=False)
            check(host.browser)
            assert fits(host.browser), name
            assert host.browser.execute_script(TORN) == [], name


@pytest.mark.parametrize("language, done, heard", [
    ("en", "Ada First has answered.", ["5 of 5 (you too)", "4 of 5"]), ("de", "Ada First hat geantwortet.", ["5 von 5 (du auch)", "4 von 5"])])
def test_the_hot_seat_for_each_of_its_parts(person, guest, language, done, heard):  # noqa: F811
    host = speaking(person(), language).host(count=1, time="600", form="hotSeat")
    seated, watcher = (speaking(person(), language).join(host.code, name) for name in ("Ada First", "Bea Second"))
    others = [guest(host.code, name) for name in names(4)]
    host.wait(lambda: len(host.people()) == 7)
    pages = {"host": host, "seated": seated, "watcher": watcher}

    def look(state):
        look_right(f"hot {language} {state}", pages)

    host.press("start-room")
    for page in pages.values():
        page.waits_for("")
    watcher.wait(lambda: len(watcher.all("tick")) == len(POINTS))
    look("1 asked")
    for number in (0, 3):
        watcher.all("tick")[number].send_keys(" ")
    for one in others:
        for point in one.hear_one("checklist")["points"][:2]:
            one.do("tick", "ticked", question=0, point=point["id"], said=True)
    seated.send("One primary metric, decided in advance. Hash the user id. Check daily, and stop once it wins.")
    # Nobody else's answer is waited for.
    host.wait(lambda: host.columns() == {"Ada First": "done"})
    watcher.wait(lambda: watcher.text("watching") == done)
    look("2 answered")
    host.press("close")
    for page in (host, watcher):
        page.wait(lambda page=page: len(page.all("tick-count")) == len(POINTS))
    look("3 closed")
    host.press("reveal")
    for page in pages.values():
        page.wait(lambda page=page: any(page.phrases().values()) and len(page.all("tick-count")) == len(POINTS))
    assert not seated.shown("watching"), "whoever has answered was no listener"
    look("4 revealed")
    assert [one.text for one in watcher.all("tick-count")][:2] == heard
