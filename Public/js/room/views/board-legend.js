// What the signs of the board mean, in words beside them.

import { h } from "../../dom.js";
import { texts } from "../texts.js";
import { sign, stateWord } from "./board-column.js";

const words = texts.board;

export function boardLegend() {
  const element = h("p", { class: "legend note" });
  let before = null;
  const level = (letter) => h("span", { class: "legend-entry" },
    h("span", { class: "fill", "aria-hidden": "true", data: { letter } }), words.letters[letter === "none" ? "" : letter]);
  const state = (name) => h("span", { class: "legend-entry", data: { state: name } },
    h("span", { class: "sign", "aria-hidden": "true" }, sign[name]), stateWord(name));

  return {
    element,
    /** @param kind how dense the board is: a bar of shares has no states above it */
    update(kind) {
      if (kind === before) return;
      before = kind;
      element.classList.toggle("of-shares", kind === "many");
      element.replaceChildren(...["h", "p", "m", "c", "none"].map(level),
        ...(kind === "many" ? [] : ["done", "writing", "stuck", "away"].map(state)));
    },
  };
}
