""""Any 2 of 4": points of which some are enough are one thing, in the feedback and in the report."""

import pytest

from accessibility import check
from page import Page

BANK = """# Serving

## How do you make a model answer faster?

*Difficulty: easy · Id: faster*

### Key points

- **Measure first**: find out where the time goes before changing anything.
  - Also: profile it; look at where time is spent
- Any 2 of:
  - **Quantise**: smaller numbers, such as eight bits.
    - Also: int8; lower precision
  - **Distil**: train a smaller student model.
    - Also: distillation; a student
  - **Batch requests**: answer several requests in one pass.
    - Also: batching
  - **Cache answers**: keep what was asked before.
    - Also: caching; remember earlier answers

### Model answer

I measure first. Then I quantise and distil, I batch requests and cache answers.
"""
WHOLE = "First I profile it to find out where the time goes. Then I use quantisation, with int8 numbers. Then I use distillation into a student."
ONE_OF_TWO = "I use quantisation: int8, lower precision."


@pytest.fixture
def page(browser, start_server, tmp_path):
    bank = tmp_path / "bank"
    bank.mkdir()
    (bank / "serving.md").write_text(BANK)
    page = Page(browser, start_server("--bank", bank)).load()
    page.start(count=1)
    page.wait(page.prompt)
    return page


def test_a_complete_group_is_complete_everywhere(page):
    page.send(WHOLE)
    assert "3 of 3 key points found" in page.text("coverage"), page.text("feedback")
    group = page.one("point-group")
    assert "Any 2 of 4" in group.text and "said 2" in group.text
    assert "Not needed: Batch requests; Cache answers." in group.text
    assert not page.shown("open-points"), "nothing is missing"
    check(page.browser)
    page.next()
    assert "100" in page.text("report-coverage")
    assert not page.shown("practise"), page.text("report")


def test_of_a_group_that_is_not_complete_the_rest_is_counted_and_kept_back(page):
    page.send(ONE_OF_TWO)
    assert "1 of 3 key points found" in page.text("coverage"), page.text("feedback")
    group = page.one("point-group")
    assert "said 1" in group.text and "1 more of these would do." in group.text
    assert "Batch requests" not in group.text and "Distil" not in group.text
    page.press("open-points")
    page.wait(lambda: "Batch requests" in page.one("point-group").text)
    assert "Not needed" not in page.one("point-group").text
    check(page.browser)
