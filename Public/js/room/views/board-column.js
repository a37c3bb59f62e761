// What the board says of one person above the column: who it is, and how far.

import { button, h, hidden } from "../../dom.js";
import { texts } from "../texts.js";

const words = texts.board;

export const sign = { done: "✓", late: "✓", finished: "✓", writing: "…", stuck: "!", away: "╱", skipped: "–" };

/** A host looks for who is stuck or away first. */
export function stateOf(one, row) {
  if (one.here === false || row?.here === false || row?.away) return "away";
  if (row?.stuck) return "stuck";
  return row?.status ?? "waiting";
}

export function stateWord(state) {
  return { stuck: words.stuck, away: words.away }[state] ?? words.statuses[state] ?? state;
}

/** @param isBare no room for a name, nor for a finger; @param open shows that person's answer */
export function columnHead(one, row, { isOpen, isBare, open }) {
  const state = stateOf(one, row);
  const name = one.name ?? "";
  const claims = row?.disputes?.length ?? 0;
  const mark = h("span", { class: "sign", "aria-hidden": "true" }, claims ? "?" : sign[state] ?? "");
  const data = { state, open: isOpen ? "true" : null, testid: "column" };
  if (isBare) {
    return h("th", { scope: "col", class: "person-column", title: name, data }, mark, hidden(`${name}, ${stateWord(state)}${claims ? `, ${words.claims(claims)}` : ""}`));
  }
  return h("th", { scope: "col", class: "person-column", data },
    button([h("span", { class: "column-name", dir: "auto" }, name), mark, claims ? hidden(` ${words.claims(claims)}`) : null], {
      class: "column-head", "aria-label": `${words.open(name)}, ${stateWord(state)}${claims ? `, ${words.claims(claims)}` : ""}`, title: name,
      "aria-pressed": String(isOpen), data: { focus: `column ${one.seat}`, seat: one.seat, testid: "open-answer" }, press: () => open(one.seat),
    }));
}
