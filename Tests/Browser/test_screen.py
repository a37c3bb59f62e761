"""A screen that shows a room to all hangs there for hours: after forty questions its page is as light as after eight."""

import re

from rooms import Guest, RoomPage

QUESTIONS, EARLY = 40, 8


def size(browser):
    """What a page holds in memory when nothing is left over."""
    # Another test may have asked for other times.
    browser.execute_cdp_cmd("Performance.disable", {})
    browser.execute_cdp_cmd("Performance.enable", {})
    for _ in range(3):
        browser.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    metrics = {one["name"]: one["value"] for one in browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]}
    return {name: metrics[name] for name in ("Nodes", "JSEventListeners", "JSHeapUsedSize")}


def test_a_screen_stays_as_light_for_hours(browser, server):
    with Guest(server) as host, Guest(server) as ann:
        host.host(count=QUESTIONS)
        ann.join(host.code, "Ann")
        screen = RoomPage(browser, server).load(f"#screen={host.code}")
        screen.wait(lambda: screen.view == "screen")
        host.do("start", "asked")
        sizes = {}
        for index in range(QUESTIONS):
            ann.hear_one("asked")
            ann.answer(index, "Whatever it is, I would first look at the data, and then at what a mistake costs.")
            assert host.do("show", "shown", question=index)["type"] == "shown"
            screen.wait(lambda: screen.view == "screen" and screen.one("screen-reveal").text)
            sizes[index + 1] = size(browser) if index + 1 in (EARLY, QUESTIONS) else None
            if index + 1 < QUESTIONS:
                assert host.do("next", "asked", question=index)["type"] == "asked"
                screen.wait(lambda: str(index + 2) in re.findall(r"\d+", screen.text("screen-place"))[:1])
        early, late = sizes[EARLY], sizes[QUESTIONS]
        print(early, late)
        # The prompts of all that was asked stay, which are text.
        assert late["Nodes"] <= 1.3 * early["Nodes"], sizes
        assert late["JSEventListeners"] <= 1.3 * early["JSEventListeners"], sizes
        assert late["JSHeapUsedSize"] <= 1.5 * early["JSHeapUsedSize"], sizes
