// How many have answered: a number, and a tick for each; for a large room one bar.

import { h } from "../../dom.js";
import { bar } from "../../icons.js";
import { texts } from "../texts.js";

const most = 60;

/** @param words what stands after the number */
export function doneLine(words) {
  const number = h("strong", { class: "done-number", data: { testid: "others" } });
  const ticks = h("span", { class: "done-ticks", "aria-hidden": "true" });
  const element = h("p", { class: "done" }, number, ticks);
  let before = "";
  return {
    element,
    /** @param totals {done, of}, or null while nothing is known */
    update(totals) {
      element.hidden = !totals || totals.of === 0;
      const state = `${totals?.done} ${totals?.of}`;
      if (element.hidden || state === before) return;
      before = state;
      number.textContent = words(texts.number(totals.done), texts.number(totals.of));
      ticks.replaceChildren(...(totals.of > most ? [bar(totals.done / totals.of)]
        : Array.from({ length: totals.of }, (_, i) => h("span", { class: "done-tick", data: { done: i < totals.done ? "true" : null } }))));
    },
  };
}
