// What is shown for an interview whose seat isn't held here any more.

import { h } from "../../dom.js";
import { texts } from "../../texts.js";

/** A browser that keeps nothing is told so: no other one is to blame. */
export function goneView(app) {
  const element = h("section", { class: "gone", data: { testid: "gone" } },
    h("h1", { tabindex: "-1" }, texts.gone.title),
    h("p", { class: "lede" }, app.store.isDurable ? texts.gone.text : texts.gone.nothingKept),
    h("div", { class: "actions" }, h("a", { class: "button primary", href: "#" }, texts.gone.start),
      h("a", { class: "button plain", href: "transcripts", data: { testid: "gone-transcripts" } }, texts.gone.transcripts)));
  return { element, title: () => texts.gone.title, update() {} };
}
