// For the first visit, where nothing is known yet: what a marked answer looks like.

import { h } from "../../dom.js";
import { texts } from "../../texts.js";

const words = texts.start;

export function exampleLine(app) {
  const element = h("p", { class: "example-line", hidden: true, data: { testid: "example" } },
    words.exampleNote, " ", h("a", { href: "bank/example" }, words.example));
  return {
    element,
    update() { element.hidden = !app.start.bank || app.store.interviews().length > 0 || app.start.progress?.points > 0; },
  };
}
