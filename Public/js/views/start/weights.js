// How often each chosen topic gets its turn.

import { langOf } from "../../bank-language.js";
import { h } from "../../dom.js";
import { heaviest } from "../../setup.js";
import { texts } from "../../texts.js";

const words = texts.start;

export function weightFields() {
  const list = h("ul", { class: "weights" });
  const element = h("details", { class: "weighing" }, h("summary", {}, words.weights),
    h("p", { class: "note" }, words.weightsHint), list);
  let selects = new Map();
  let shown = "";
  let known = {};

  const chosen = () => Object.fromEntries([...selects].map(([id, select]) => [id, Number(select.value)]));

  return {
    element,

    get value() {
      const heavy = Object.entries(chosen()).filter(([, weight]) => weight > 1);
      return heavy.length ? Object.fromEntries(heavy) : null;
    },

    set value(weights) {
      known = { ...weights };
      element.open = Object.keys(known).length > 0;
    },

    /** One for each of these topics; a single topic has every turn anyway. */
    show(topics) {
      element.hidden = topics.length < 2;
      const state = JSON.stringify(topics);
      if (state === shown) return;
      shown = state;
      // What was chosen for a topic that comes and goes is remembered.
      known = { ...known, ...chosen() };
      selects = new Map(element.hidden ? [] : topics.map(({ id }) => [id, h("select", { id: `weight-${id}`, data: { testid: `weight-${id}` } },
        Array.from({ length: heaviest }, (_, i) => h("option", { value: i + 1 }, words.weight(i + 1))))]));
      for (const [id, select] of selects) select.value = known[id] ?? 1;
      list.replaceChildren(...topics.filter(({ id }) => selects.has(id)).map((topic) => h("li", {},
        h("label", { for: `weight-${topic.id}`, dir: "auto", lang: langOf(topic) }, topic.title), selects.get(topic.id))));
    },
  };
}
