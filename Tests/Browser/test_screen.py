"""A screen that shows a room to all hangs there for hours: after sixty questions its page is as light as after ten."""

from rooms import Guest, RoomPage

QUESTIONS, EARLY = 60, 10


def size(browser):
    """What a page holds in memory when nothing is left over."""
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
            host.do("show", "shown", question=index)
            screen.wait(lambda: screen.view == "screen" and screen.one("screen-reveal").text)
            sizes[index + 1] = size(browser) if index + 1 in (EARLY, QUESTIONS) else None
            if index + 1 < QUESTIONS:
                host.do("next", "asked", question=index)
                screen.wait(lambda: f"Question {index + 2} of" in screen.text("screen-place"))
        early, late = sizes[EARLY], sizes[QUESTIONS]
        print(early, late)
        # The prompts of all that was asked stay, which are text.
        assert late["Nodes"] <= 1.3 * early["Nodes"], sizes
        assert late["JSEventListeners"] <= 1.3 * early["JSEventListeners"], sizes
        assert late["JSHeapUsedSize"] <= 1.5 * early["JSHeapUsedSize"], sizes
