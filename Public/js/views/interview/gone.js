// What is shown for an interview whose seat isn't held here any more.

import { h } from "../../dom.js";
import { texts } from "../../texts.js";

export function goneView() {
  const element = h("section", { class: "gone", data: { testid: "gone" } },
    h("h1", { tabindex: "-1" }, texts.gone.title),
    h("p", { class: "lede" }, texts.gone.text),
    h("div", { class: "actions" }, h("a", { class: "button primary", href: "#" }, texts.gone.start)));
  return { element, title: () => texts.gone.title, update() {} };
}
