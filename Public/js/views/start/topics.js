// The topics of a bank as chips. None pressed means all of them; the first press means only this one, the next ones
// add. Each group is one stop of the keyboard, with arrow keys inside.

import { h, button, hidden, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { langOf, langOfAll } from "../../bank-language.js";
import { texts } from "../../texts.js";

const words = texts.start;
/** Milliseconds of quiet after which a choice is said aloud. */
const quiet = 500;
let serial = 0;

/** @param changed called when a choice was made here */
export function topicChips({ changed }) {
  const told = h("p", { class: "note", id: "topics-chosen", data: { testid: "topics-chosen" } });
  const again = button(words.allAgain, { class: "quiet small", data: { testid: "topics-all" }, press: () => choose([]) });
  const filter = h("input", {
    type: "text", id: "topic-filter", "aria-label": words.filter, placeholder: words.filter, autocomplete: "off",
    spellcheck: "false", data: { testid: "topic-filter" },
  });
  const none = h("p", { class: "note", hidden: true, data: { testid: "topics-none" } });
  const groups = h("div", { class: "topic-groups" });
  const element = h("section", { class: "topics", id: "topics", "aria-labelledby": "topics-title" },
    h("div", { class: "topics-head" }, h("h2", { id: "topics-title" }, words.topics), told, again,
      h("a", { class: "quiet small", href: "bank", data: { testid: "read-bank" } }, words.readBank), filter), none, groups);

  let topics = [];
  let chips = new Map();
  let pressed = new Set();
  let saying = null;

  filter.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  filter.addEventListener("change", (event) => event.stopPropagation());
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      filter.value = "";
      show();
    }
    if (event.key !== "Enter") return;
    // Enter presses the only match, and never starts an interview from here.
    event.preventDefault();
    const matches = [...chips.values()].filter((chip) => !chip.hidden);
    if (matches.length === 1) matches[0].click();
  });

  function choose(ids) {
    pressed = new Set(ids);
    clearTimeout(saying);
    saying = setTimeout(() => { if (element.isConnected) announce(told.textContent); }, quiet);
    changed();
  }

  function press(id) {
    const next = new Set(pressed);
    if (!next.delete(id)) next.add(id);
    choose(next);
  }

  function chip(topic) {
    const node = button([h("span", { class: "chip-state", "aria-hidden": "true" }),
      h("span", { class: "chip-title", dir: "auto", lang: langOf(topic) }, topic.title), h("span", { class: "chip-due note" }), hidden("")], {
      class: "chip", name: "topic", value: topic.id, "aria-pressed": "false", tabindex: "-1",
      data: { testid: `topic-${topic.id}` }, press: () => press(topic.id),
    });
    chips.set(topic.id, node);
    return node;
  }

  /** One group of chips: arrow keys, Home and End go through those that are shown. */
  function row(title, members) {
    const nodes = members.map(chip);
    const id = `topic-group-${serial += 1}`;
    const label = title ? h("h3", {}, button(title, {
      id, class: "group-title", dir: "auto", lang: langOfAll(members), press: () => {
        const ids = members.map(({ id }) => id);
        const isWhole = ids.every((id) => pressed.has(id));
        choose(isWhole ? [...pressed].filter((id) => !ids.includes(id)) : [...pressed, ...ids]);
      },
    })) : null;
    const place = h("div", { class: "chips", role: "group", ...(title ? { "aria-labelledby": id } : { "aria-label": words.topics }) }, nodes);
    place.addEventListener("keydown", (event) => {
      const shown = nodes.filter((node) => !node.hidden);
      const at = shown.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      stop(nodes, shown[(to + shown.length) % shown.length]).focus();
    });
    place.addEventListener("focusin", (event) => {
      if (nodes.includes(event.target)) stop(nodes, event.target);
    });
    return h("div", { class: "topic-group" }, label, place);
  }

  /** The one chip of a group that the Tab key stops at. */
  function stop(nodes, chosen) {
    for (const node of nodes) node.tabIndex = node === chosen ? 0 : -1;
    return chosen;
  }

  function show() {
    const wanted = filter.value.trim().toLocaleLowerCase();
    let found = 0;
    for (const { id, title } of topics) {
      chips.get(id).hidden = wanted !== "" && !title.toLocaleLowerCase().includes(wanted);
      if (!chips.get(id).hidden) found += 1;
    }
    for (const group of groups.children) {
      const nodes = [...group.querySelectorAll(".chip")];
      const shown = nodes.filter((node) => !node.hidden);
      group.hidden = shown.length === 0 && nodes.length > 0;
      if (shown.length && !shown.some((node) => node.tabIndex === 0)) stop(nodes, shown[0]);
    }
    none.hidden = topics.length === 0 || found > 0;
    setText(none, none.hidden ? "" : words.noMatch(filter.value.trim()));
  }

  return {
    element,

    /** Presses these and no others. */
    choose,

    /** Goes to where topics are chosen. */
    focus() {
      filter.focus({ preventScroll: true });
      element.scrollIntoView({ block: "start" });
    },

    /** The topics of `bank`; those of `wanted` that it has are pressed. Gives the ids that it has not. */
    show(bank, wanted) {
      topics = bank.topics;
      chips = new Map();
      pressed = new Set(wanted.filter((id) => topics.some((topic) => topic.id === id)));
      if (topics.length === 0) this.say(words.noBank);
      else {
        const names = [...new Set(topics.map(({ group }) => group ?? ""))];
        groups.replaceChildren(...names.map((name) => row(name, topics.filter(({ group }) => (group ?? "") === name))));
      }
      for (const part of [told, filter]) part.hidden = topics.length === 0;
      show();
      return wanted.filter((id) => !topics.some((topic) => topic.id === id));
    },

    /** What to say while there are no topics. */
    say(sentence) {
      for (const part of [told, again, filter]) part.hidden = true;
      if (groups.textContent !== sentence) groups.replaceChildren(h("p", { class: "note" }, sentence));
    },

    /** The ids that are pressed; none for all of them. */
    get ids() { return [...pressed]; },

    get pressed() { return topics.filter(({ id }) => pressed.has(id)); },

    /** The topics that questions are drawn from. */
    get chosen() { return pressed.size ? topics.filter(({ id }) => pressed.has(id)) : topics; },

    /** How many questions there are in the choice. */
    get questions() { return this.chosen.reduce((sum, topic) => sum + topic.questions, 0); },

    /** @param progress how ready each topic is, [{id, state, due}] */
    tell(progress = []) {
      for (const [id, node] of chips) {
        node.setAttribute("aria-pressed", String(pressed.has(id)));
        const { state, due = 0 } = progress.find((one) => one.id === id) ?? {};
        const [sign, , counted, said] = node.children;
        sign.dataset.state = state ?? "";
        setText(counted, due ? words.dueInChip(due) : "");
        setText(said, state ? `, ${texts.due.states[state] ?? state}` : "");
      }
      again.hidden = pressed.size === 0;
      const isWhole = pressed.size === topics.length;
      setText(told, topics.length ? words.chosen(this.chosen.length, topics.length, this.questions, isWhole) : "");
    },
  };
}
