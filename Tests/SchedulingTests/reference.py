"""Writes ReferenceVectors.swift: what py-fsrs, the reference implementation of FSRS-6, makes of many reviews.

    python3 -m venv /tmp/fsrs && /tmp/fsrs/bin/pip install fsrs==6.3.2
    /tmp/fsrs/bin/python Tests/SchedulingTests/reference.py

No fuzz and no learning steps, so that every review gives an interval in days.
"""

import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

# Those of py-fsrs's own test_reschedule_card_different_parameters: every weight does something.
OTHER = (
    0.12340357383516173, 1.2931, 2.397673571899466, 8.2956, 6.686820427099132, 0.45021679958387956,
    3.077875127553957, 0.053520395733247045, 1.6539992229052127, 0.1466206769107436, 0.6300772488850335,
    1.611965002575047, 0.012840136810798864, 0.34853762746216305, 1.8878958285806287, 0.8546376191171063,
    1.8729, 0.6748536823468675, 0.20451266082721842, 0.22622814695113844, 0.46030603398979064,
)
SCHEDULERS = {
    "standard": (DEFAULT_PARAMETERS, 0.9, 36500),
    "other": (OTHER, 0.9, 36500),
    "eager": (DEFAULT_PARAMETERS, 0.95, 36500),
    "bounded": (OTHER, 0.8, 100),
}
# The rating's number and the days since the review before.
STATED = [
    [(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)],
    [(2, 0), (2, 0), (2, 2), (2, 3), (1, 30), (1, 0), (1, 1), (3, 1)],
    [(3, 0), (3, 2), (3, 11), (3, 46), (3, 163), (1, 498), (1, 0), (3, 1)],
    [(4, 0), (4, 8), (4, 60), (4, 600), (4, 6000), (1, 20000)],
    [(1, 0), (1, 0), (1, 0), (1, 1), (1, 1), (1, 400), (4, 0), (4, 1)],
]
GAPS = [0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 90, 365, 1500]


def rows(name):
    parameters, retention, maximum = SCHEDULERS[name]
    scheduler = Scheduler(parameters, retention, (), (), maximum, enable_fuzzing=False)
    numbers = random.Random(name)
    drawn = [
        [(numbers.randint(1, 4), numbers.choice(GAPS) if n else 0) for n in range(7)]
        for _ in range({"standard": 6, "other": 4}.get(name, 0))
    ]
    for reviews in STATED + drawn:
        card = Card()
        at = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
        row = []
        for rating, days in reviews:
            at += timedelta(days=days)
            recall = scheduler.get_card_retrievability(card, at) if card.stability else 1.0
            card, _ = scheduler.review_card(card, Rating(rating), at)
            row.append(
                f"{rating} {days} {recall!r} {card.stability!r} {card.difficulty!r} {(card.due - at).days}"
            )
        yield row


out = [
    f"/// Made by reference.py with py-fsrs {version('fsrs')}. A blank line begins the reviews of another key point.",
    "/// A line is a review: its rating, the days since the one before, the retrievability at the review, and what",
    "/// is there after it: stability, difficulty, and the interval in days.",
    "enum ReferenceVectors {",
    "    /// Of py-fsrs's tests; the standard ones have a weight of next to nothing.",
    "    static let otherWeights = [",
]
for start in range(0, 21, 4):
    out.append("        " + ", ".join(repr(weight) for weight in OTHER[start : start + 4]) + ",")
out.append("    ]")
for name in SCHEDULERS:
    text = "\n\n".join("\n".join(f"        {line}" for line in row) for row in rows(name))
    out += ["", f"    static let {name} = \"\"\"", text, "        \"\"\""]
out.append("}")
Path(__file__).with_name("ReferenceVectors.swift").write_text("\n".join(out) + "\n")
