// An answer with the words in it that count.

import { h } from "../../dom.js";
import { pieces } from "../../highlight.js";

// Where evidence overlaps, the verdict that matters most gives the colour.
const weight = ["contradicted", "held", "hit", "partial"];

const claim = Symbol("claim");

/**
 * @param choosing what is said of the text where words of it can be chosen; it takes the focus then
 * @param claimed the places of words that somebody says count, and nobody has decided about
 */
export function evidenceText(text, mark, { choosing = null, claimed = [] } = {}) {
  const points = mark?.points ?? [];
  const ranges = [...points.flatMap(({ id, evidence = [] }) => evidence.map(({ start, end }) => ({ start, end, point: id }))),
    ...claimed.map(({ start, end }) => ({ start, end, point: claim }))];
  const chosen = choosing ? { tabindex: "0", role: "textbox", "aria-readonly": "true", "aria-multiline": "true", "aria-label": choosing } : {};
  return h("div", { class: "answered-text", dir: "auto", ...chosen, data: { testid: "answered-text", start: 0, focus: choosing ? "text" : null } }, pieces(text, ranges).map((piece) => {
    if (piece.points.length === 0) return piece.text;
    const verdicts = piece.points.filter((id) => id !== claim).map((id) => points.find((point) => point.id === id).verdict);
    const isClaimed = piece.points.includes(claim);
    return h("mark", { data: { verdict: weight.find((verdict) => verdicts.includes(verdict)) ?? (isClaimed ? null : "hit"), claimed: isClaimed ? "true" : null } }, piece.text);
  }));
}
