"""axe-core in the page at hand: no violation of WCAG 2.2, level AA."""

from importlib.resources import files

from states import keep_pictures

AXE = (files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# The size of targets is new in WCAG 2.2, and axe leaves it out unless it is named.
RUN = """
    const [tags, done] = arguments;
    axe.run(document, {runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}},
                       resultTypes: ["violations"]})
        .then((result) => done({violations: result.violations, rules: result.passes.map(({id}) => id)}),
              (error) => done({error: String(error)}));
"""

# Headings that skip a level, or none of the first; null where all are in order.
IN_ORDER = """
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]));
    return levels[0] === 1 && levels.filter((one) => one === 1).length === 1
        && levels.every((one, place) => place === 0 || one <= levels[place - 1] + 1) ? null : levels.join(" ");
"""

# Text of another language than the page's that stands where only one language fits: an attribute is read in its element's.
MISREAD = """
    const spoken = (one) => one.closest("[lang]").lang.split("-")[0];
    const own = spoken(document.documentElement);
    const foreign = [...document.querySelectorAll("body [lang]:not(option)")].filter((one) => spoken(one) !== own)
        .map((one) => one.textContent.trim()).filter((text) => text.length > 5);
    return ["title", "aria-label", "placeholder", "alt"].flatMap((name) => [...document.querySelectorAll(`body [${name}]`)]
        .filter((one) => spoken(one) === own).map((one) => one.getAttribute(name)).filter((text) => foreign.some((words) => text.includes(words))));
"""


def check(browser):
    """Fails with what axe finds wrong in the page as it is now, each with its place, and with what would be read aloud
    in a wrong language; tells which rules held."""
    # Colours are judged where they come to rest. What goes on for ever has no end to go to.
    browser.execute_script("""
        for (const one of document.getAnimations()) {
            if (Number.isFinite(one.effect.getComputedTiming().endTime)) one.finish();
        }
    """)
    keep_pictures(browser)
    if not browser.execute_script("return window.axe !== undefined"):
        browser.execute_script(AXE)
    result = browser.execute_async_script(RUN, RULES)
    assert "error" not in result, result
    found = [
        f"{violation['id']} at {' '.join(node['target'])}: {node['failureSummary']}"
        for violation in result["violations"] for node in violation["nodes"]
    ]
    assert not found, "\n\n".join(found)
    misread = browser.execute_script(MISREAD)
    assert not misread, misread
    return result["rules"]
