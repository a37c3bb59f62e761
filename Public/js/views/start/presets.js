// Set-ups that the bank suggests: a press makes the choices, and Start begins as ever.

import { h, button } from "../../dom.js";
import { announce } from "../../announce.js";
import { langOfAll } from "../../bank-language.js";
import { texts } from "../../texts.js";

const words = texts.start;

/** @param take makes the choices of one, {topics, count, limit} */
export function presetButtons({ take }) {
  const list = h("ul", { class: "preset-list" });
  const element = h("div", { class: "presets", hidden: true, role: "group", "aria-label": words.presets, data: { testid: "presets" } },
    h("span", { class: "note", "aria-hidden": "true" }, words.presets), list);

  return {
    element,

    /** @param presets of the bank at hand: [{title, topics, minutes, count}]; @param known all topics of the bank */
    show(presets = [], known) {
      element.hidden = presets.length === 0;
      list.replaceChildren(...presets.map(({ title, topics, minutes, count }) => h("li", {}, button(title, {
        class: "plain small", dir: "auto", lang: langOfAll(known.filter(({ id }) => topics.includes(id))), data: { testid: "preset" }, press: () => {
          take({ topics, count, limit: minutes ? { per: "interview", seconds: minutes * 60 } : undefined });
          announce(words.presetTaken(title));
        },
      }))));
    },
  };
}
