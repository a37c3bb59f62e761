// A link that was made, for copying: hidden until there is one.

import { button, h } from "../dom.js";

/** @param said where it is told what came of copying */
export class MadeLink {
  constructor(id, words, said) {
    this.field = h("input", { id, readonly: true, class: "link", data: { testid: id } });
    this.node = h("div", { class: "tools start", hidden: true }, h("label", { class: "note", for: id }, words.link), this.field,
      button(words.copy, { class: "plain small", press: async () => {
        this.field.select();
        try {
          await navigator.clipboard.writeText(this.field.value);
          said.textContent = words.copied;
        } catch {
          said.textContent = words.copyYourself;
        }
      } }));
  }

  show(address) {
    this.field.value = address;
    this.node.hidden = false;
    this.field.focus();
    this.field.select();
  }

  hide() {
    this.field.value = "";
    this.node.hidden = true;
  }
}
