"""Points of which some are enough ("any 2 of 3"), in a room: one box, counted once."""

from selenium.webdriver.common.by import By

from accessibility import check
from interviews import fits
from rooms import Guest, RoomPage
from test_looks import emulate
from test_rooms import browsers, person, rooms_server  # noqa: F401: fixtures

BANK = """# Fruit

## Which fruit do you know?

*Difficulty: easy · Id: fruit*

### Key points

- **Sweetness**: fruit tastes of sugar.
- Any 2 of:
  - **Apple**: an apple grows on a tree.
  - **Banana**: a banana is yellow and curved.
  - **Cherry**: a cherry hides a stone.

### Model answer

Fruit tastes of sugar. An apple grows on a tree, a banana is yellow and curved.
"""


def test_a_group_is_one_box_and_counts_once(person, start_server, tmp_path):  # noqa: F811
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "fruit.md").write_text(BANK)
    server = start_server("--bank", folder)
    host, page = (RoomPage(person(width).browser, server) for width in (1280, 390))
    host.host(count=1)
    page.join(host.code, "Paul")
    with Guest(server) as ann:
        ann.join(host.code, "Ann")
        host.wait(lambda: len(host.people()) == 3)
        host.press("start-room")
        host.waits_for("")
        ann.hear_one("asked")
        ann.answer(0, "An apple grows on a tree.")
        page.waits_for("")
        page.send("An apple grows on a tree, and a banana is yellow and curved.")
        # One has said enough of it, the other only in part.
        host.wait(lambda: host.figures() == {"Any 2 of 3": "1", "Sweetness": "0"})
        row = host.browser.find_element(By.CSS_SELECTOR, "[data-testid=board] tr[data-group]")
        assert [cell.get_attribute("data-letter") for cell in row.find_elements(By.CLASS_NAME, "cell")] == ["h", "p"]
        assert all(head in row.text for head in ("Apple", "Banana", "Cherry"))
        check(host.browser)
        # Two clicks to the answer with its evidence: this is the first, and it is there.
        host.press("open-answer")
        host.wait(lambda: "2 of 3 said" in host.text("answer-panel"))
        assert host.one("answer-panel").find_elements(By.TAG_NAME, "mark")
        assert "Any 2 of 3" in host.one("found-group").text
        check(host.browser)
        assert "2 of 3 points found" in page.text("found") and "Any 2 of 3" in page.text("found-group")
        check(page.browser)
        host.press("reveal-now")
        for one in (host, page):
            one.wait(lambda one=one: one.all("shared-group"))
            group = one.one("shared-group")
            assert group.find_element(By.CLASS_NAME, "figure").text == "1"
            assert "apple grows on a tree" in group.text
            check(one.browser)
            assert fits(one.browser)
        for scheme in ("dark", ""):
            emulate(page.browser, "prefers-color-scheme", scheme)
            check(page.browser)
