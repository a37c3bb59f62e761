"""Each language says everything that the others say."""

import re

import pytest

from server import ROOT

LANGUAGES = sorted(path.stem for path in (ROOT / "Public/js/texts").glob("*.js") if path.stem != "numbers")
# The client's pages, those of rooms, and what the server's pages say where a script is needed; with how much each has at
# least to say.
PARTS = {"": 100, "room/": 100, "pages/": 5}

# Every key with its kind: a sentence, or a function of so many values.
KEYS = """
    const [path, done] = arguments;
    const kinds = {};
    function look(value, path) {
        if (typeof value === "function") kinds[path] = `function of ${value.length}`;
        else if (Array.isArray(value)) value.forEach((one, i) => look(one, `${path}[${i}]`));
        else if (value !== null && typeof value === "object") {
            for (const [key, one] of Object.entries(value)) look(one, path ? `${path}.${key}` : key);
        } else kinds[path] = typeof value === "string" && value.trim() ? "sentence" : `empty ${typeof value}`;
    }
    import(`./js/texts/${path}.js`)
        .then(({texts}) => { look(texts, ""); done(kinds); }, (error) => done({error: String(error)}));
"""


def keys(browser, server, path):
    browser.get(server.url)
    return browser.execute_async_script(KEYS, path)


def test_there_is_more_than_one_language():
    assert {"de", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(browser, server, language, part):
    expected, found = keys(browser, server, part + "en"), keys(browser, server, part + language)
    assert "error" not in found, found
    assert len(expected) > PARTS[part]
    assert found == expected
    # What was avoided is silence, and nothing is said of it in a room.
    assert {key for key, kind in found.items() if kind.startswith("empty")} <= {"verdicts.avoided"}


def test_the_language_is_chosen_and_remembered(browser, server):
    from selenium.webdriver.support.ui import Select

    from page import Page
    page = Page(browser, server).load()
    assert browser.execute_script("return document.documentElement.lang") == "en"
    english = page.one("start-button").text
    Select(page.one("language")).select_by_value("de")
    page.wait(lambda: browser.execute_script("return document.documentElement.lang") == "de")
    page.wait(lambda: page.shown("start-button"))
    assert page.one("start-button").text != english
    browser.refresh()
    page.wait(lambda: page.shown("start-button"))
    assert browser.execute_script("return document.documentElement.lang") == "de"


def test_why_words_count_is_told_in_german(browser, server):
    """The rules of the matcher, each of them, and negated."""
    source = (ROOT / "Sources/Marking/Matching/Rule.swift").read_text()
    rules = [re.sub(r"\\\(\w+\)", "cost", one) for one in re.findall(r'(?:= |: )"(.+)"$', source, re.M)]
    assert len(rules) == 13, rules
    rules += [f"{rule}, negated by `no`" for rule in rules]
    browser.get(server.url)
    told = browser.execute_async_script("""
        const [rules, done] = arguments;
        import("./js/texts/de.js").then(({texts}) => done(rules.map((rule) => texts.feedback.rule(rule))));
    """, rules)
    english = re.compile(r"\b(said|as|of|for|the|words|by)\b")
    assert not [one for one in told if english.search(one)], told
