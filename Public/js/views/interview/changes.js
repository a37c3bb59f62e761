// Point by point, what an attempt added to the one before, or lost of it.

import { h, hidden } from "../../dom.js";
import { langOf } from "../../bank-language.js";
import { changes } from "../../points.js";
import { texts } from "../../texts.js";

const words = texts.changes;

/** @param question that both answer */
export function changeList(before, after, question, level = 3) {
  if (!before?.mark || !after.mark) return null;
  const found = changes(before, after);
  const verdict = (name) => texts.feedback.verdicts[name] ?? name;
  return h("section", { class: "changes", data: { testid: "changes" } },
    h(`h${level}`, {}, after.probe ? words.byReply : words.byAttempt(after.attempt)),
    found.length === 0 ? h("p", { class: "note" }, words.none) : h("ul", {}, found.map(({ point, from, to, isGain }) =>
      h("li", { data: { change: isGain ? "gain" : "loss" } },
        h("span", { class: "sign", "aria-hidden": "true" }, isGain ? "+" : "−"), hidden(isGain ? words.gained : words.lost),
        h("span", { dir: "auto", lang: langOf(question) }, point.head), h("span", { class: "note" }, ` (${verdict(from)} → ${verdict(to)})`)))));
}
