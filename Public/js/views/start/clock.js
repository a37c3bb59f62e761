// The time limit of an interview whose length is a number of questions: off unless somebody wants it.

import { h } from "../../dom.js";
import { texts } from "../../texts.js";
import { choice } from "./sentence.js";

const words = texts.start;
/** Minutes. */
const usual = { question: [1, 1.5, 2, 3, 4, 5, 10], interview: [10, 20, 30, 45, 60] };

export function clockChoice() {
  const groups = Object.fromEntries(Object.entries(usual).map(([per, times]) =>
    [per, h("optgroup", { label: words.limits[per] }, times.map((n) => option(per, n * 60)))]));
  const element = choice("clock", words.limit, [["none", words.limits.none]]);
  element.append(groups.question, groups.interview);

  return {
    element,

    /** {per, seconds}, or null without a limit. */
    get value() {
      const [per, seconds] = element.value.split(":");
      return per === "none" ? null : { per, seconds: Number(seconds) };
    },

    set value(limit) {
      const name = limit ? `${limit.per}:${limit.seconds}` : "none";
      element.value = name;
      if (element.value) return;
      // A link may name any time.
      groups[limit.per].append(option(limit.per, limit.seconds));
      element.value = name;
    },
  };
}

function option(per, seconds) {
  return h("option", { value: `${per}:${seconds}` }, words.clocks[per](seconds / 60));
}
