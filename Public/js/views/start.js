// The first view: what is under way, and the choices for a new interview. The choices are mirrored in the
// address, so that they can be kept as a bookmark.

import { h, button, setBusy, setText, hidden } from "../dom.js";
import { icon } from "../icons.js";
import { paces, readFragment, setupFragment } from "../setup.js";
import { texts } from "../texts.js";
import { interviewCards } from "./cards.js";

const words = texts.start;

export function startView(app) {
  const cards = h("div");
  const list = h("ul", { class: "topic-list" });
  const chosen = h("p", { class: "note", id: "topics-chosen" });
  const topics = h("fieldset", { class: "panel", "aria-describedby": "topics-chosen topics-error" },
    h("legend", {}, words.topics),
    h("div", { class: "tools" }, chosen,
      button(words.all, { class: "plain small", press: () => setAll(true) }),
      button(words.none, { class: "plain small", press: () => setAll(false) })),
    list);
  const topicsError = h("p", { class: "error", id: "topics-error", hidden: true });
  const count = h("input", {
    type: "number", id: "count", min: 1, max: 60, step: 1, value: 5, inputmode: "numeric", required: true,
    "aria-describedby": "count-note", data: { testid: "count" },
  });
  const countNote = h("p", { class: "note", id: "count-note" });
  const pace = h("select", { id: "pace", data: { testid: "pace" } },
    paces.map((name) => h("option", { value: name }, words.paces[name])));
  const seed = h("input", {
    type: "text", id: "seed", maxlength: 64, autocomplete: "off", spellcheck: "false", autocapitalize: "off",
    "aria-describedby": "seed-note", data: { testid: "seed" },
  });
  const more = h("details", { class: "more" }, h("summary", {}, words.moreOptions),
    h("div", { class: "field" },
      h("label", { for: "seed" }, words.seed), seed,
      h("p", { class: "note", id: "seed-note" }, words.seedHint)),
    h("p", { class: "note" }, words.bookmark));
  const start = h("button", { type: "submit", class: "primary large", data: { testid: "start-button" } }, words.start);
  const form = h("form", { class: "setup", novalidate: true },
    topics, topicsError,
    h("div", { class: "fields" },
      h("div", { class: "field" }, h("label", { for: "count" }, words.count),
        h("div", { class: "stepper" },
          button([icon("minus"), hidden(words.fewer)], { class: "plain", press: () => step(-1) }), count,
          button([icon("plus"), hidden(words.more)], { class: "plain", press: () => step(1) })),
        countNote),
      h("div", { class: "field" }, h("label", { for: "pace" }, words.pace), pace)),
    more,
    h("div", { class: "actions" }, start));
  const element = h("section", { class: "start", data: { testid: "start" } },
    h("h1", { tabindex: "-1" }, words.title),
    h("p", { class: "lede" }, words.lede),
    cards, form);

  let boxes = [];
  let shown = null;
  let wanted = readFragment(location.hash).setup ?? {};
  if (wanted.count) count.value = wanted.count;
  pace.value = wanted.pace ?? (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "natural");
  if (wanted.seed) {
    seed.value = wanted.seed;
    more.open = true;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (start.getAttribute("aria-disabled") !== "true" && check()) app.open(setup());
  });
  form.addEventListener("change", changed);
  form.addEventListener("input", changed);

  function setup() {
    const ids = boxes.filter((box) => box.checked).map((box) => box.value);
    return {
      topics: ids.length === boxes.length ? [] : ids,
      count: Number(count.value), pace: pace.value, seed: seed.value.trim(),
    };
  }

  function most() { return app.welcome?.limits?.count ?? 60; }

  function check() {
    if (!app.welcome) return false;
    const isCount = Number.isInteger(Number(count.value)) && Number(count.value) >= 1 && Number(count.value) <= most();
    const hasTopic = boxes.some((box) => box.checked);
    topicsError.hidden = hasTopic;
    setText(topicsError, hasTopic ? "" : words.noTopic);
    count.setAttribute("aria-invalid", String(!isCount));
    tell();
    if (!hasTopic) boxes[0]?.focus();
    else if (!isCount) count.focus();
    return isCount && hasTopic;
  }

  function changed() {
    if (boxes.some((box) => box.checked)) topicsError.hidden = true;
    tell();
    if (!app.welcome) return;
    wanted = setup();
    // A fragment of its own for the state that the page starts with anyway would only be noise.
    history.replaceState(null, "", setupFragment(wanted) || location.pathname);
  }

  function tell() {
    const picked = boxes.filter((box) => box.checked);
    const available = picked.reduce((sum, box) => sum + Number(box.dataset.questions), 0);
    setText(chosen, boxes.length ? words.chosen(picked.length, boxes.length, available) : "");
    const n = Number(count.value);
    const isCount = Number.isInteger(n) && n >= 1 && n <= most();
    if (isCount) count.removeAttribute("aria-invalid");
    const isScarce = picked.length > 0 && n > available;
    setText(countNote, !isCount ? words.badCount(most()) : isScarce ? words.onlySo(available) : "");
  }

  function setAll(isChecked) {
    for (const box of boxes) box.checked = isChecked;
    changed();
  }

  function step(by) {
    const n = Number.parseInt(count.value, 10) || 0;
    count.value = Math.min(most(), Math.max(1, n + by));
    changed();
  }

  function showTopics(bank) {
    const before = boxes.length ? setup().topics : wanted.topics ?? [];
    const known = before.filter((id) => bank.topics.some((topic) => topic.id === id));
    boxes = bank.topics.map((topic) => h("input", {
      type: "checkbox", name: "topic", value: topic.id,
      data: { testid: `topic-${topic.id}`, questions: topic.questions },
    }));
    for (const box of boxes) box.checked = known.length === 0 || known.includes(box.value);
    list.replaceChildren(...bank.topics.map((topic, i) => h("li", {}, h("label", { class: "topic" }, boxes[i],
      h("span", { class: "topic-title", dir: "auto" }, topic.title),
      h("span", { class: "topic-count" },
        h("span", { "aria-hidden": "true" }, texts.number(topic.questions)), hidden(words.topicCount(topic.questions)))))));
    if (bank.topics.length === 0) list.replaceChildren(h("li", { class: "note" }, words.noBank));
    count.max = most();
    tell();
  }

  list.append(h("li", { class: "note" }, words.loading));

  return {
    element,
    title: () => "",
    update() {
      const opening = app.outbox.find("open") !== null;
      setText(start, opening ? words.starting : words.start);
      setBusy(start, opening || !app.welcome);
      const bank = app.welcome?.bank;
      if (bank && JSON.stringify(bank) !== shown) {
        shown = JSON.stringify(bank);
        showTopics(bank);
      }
      interviewCards(cards, app);
    },
  };
}
