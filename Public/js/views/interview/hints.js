// The hint ladder: one step at a time towards a key point that was not said. Every step taken is counted.

import { h, button, setBusy, setText } from "../../dom.js";
import { langOf } from "../../bank-language.js";
import { announce } from "../../announce.js";
import { texts } from "../../texts.js";

const words = texts.hints;

/** Hints with the name of their step; nothing where there are none. */
export function hintList(hints, question) {
  if (hints.length === 0) return "";
  return h("ul", { class: "hints", data: { testid: "hints" } }, hints.map(({ step, text }) => h("li", { data: { step } },
    h("span", { class: "hint-step" }, words.steps[step - 1], ": "), h("span", { dir: "auto", lang: langOf(question) }, text))));
}

/** Takes the next hint, and says how many were taken. */
export function hintButton(app, index) {
  const count = h("span", { class: "note", data: { testid: "hints-taken" } });
  const press = button(words.take, { class: "plain", data: { testid: "hint", key: "h" }, press: ({ detail }) => {
    // A hint costs something: a double click takes one.
    if (detail > 1) return;
    wasAskedFor = true;
    app.candidate.hint(index);
  } });
  let wasAskedFor = false;
  let known = null;

  return {
    element: h("span", { class: "hint-control" }, press, count),
    update(question) {
      const { hints } = question;
      const isTaking = app.outbox.find("hint", index) !== null;
      const hasMore = app.candidate.hasHints(question);
      setText(press, isTaking ? words.taking : hasMore ? words.take : words.noMore);
      setBusy(press, isTaking || !hasMore);
      setText(count, hints.length ? words.taken(hints.length) : "");
      if (known !== null && hints.length > known && wasAskedFor) {
        const { step, text } = hints.at(-1);
        announce(`${words.steps[step - 1]}: ${text}`);
        wasAskedFor = false;
      } else if (wasAskedFor && !isTaking && !hasMore) {
        announce(words.noMore);
        wasAskedFor = false;
      }
      known = hints.length;
    },
  };
}
