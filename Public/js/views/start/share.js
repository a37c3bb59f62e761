// The address of the page with all choices in it, to pass on.

import { h, button, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { texts } from "../../texts.js";
import { note } from "../parts/fields.js";

const words = texts.share;

/** @param link gives the address */
export function shareLink(link) {
  const told = note(words.hint, "link-note");
  const copied = h("p", { class: "note", data: { testid: "link-copied" } });
  const address = h("input", {
    type: "text", id: "link", readonly: true, "aria-label": words.address, data: { testid: "link" }, hidden: true,
  });
  const copy = button(words.copy, { class: "plain", "aria-describedby": told.id, data: { testid: "copy-link" }, press });
  const element = h("div", { class: "field passing-on" }, told, h("div", { class: "actions" }, copy, copied), address);

  async function press() {
    address.value = link();
    try {
      await navigator.clipboard.writeText(address.value);
      say(words.copied);
    } catch {
      // Without the right to use the clipboard there is still the person's own hand.
      address.hidden = false;
      address.focus();
      address.select();
      say(words.byHand);
    }
  }

  function say(sentence) {
    setText(copied, sentence);
    announce(sentence);
  }

  return {
    element,

    tell({ hasSeed, isOwn }) {
      copy.hidden = isOwn;
      if (isOwn || address.value !== link()) {
        address.hidden = true;
        setText(copied, "");
      }
      setText(told, isOwn ? words.own : hasSeed ? words.withSeed : words.hint);
    },
  };
}
