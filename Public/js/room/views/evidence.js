// An answer with the words in it that count.

import { h } from "../../dom.js";
import { pieces } from "../../highlight.js";

// Where evidence overlaps, the verdict that matters most gives the colour.
const weight = ["contradicted", "held", "hit", "partial"];

export function evidenceText(text, mark, { only = null } = {}) {
  const points = mark?.points.filter(({ id }) => only === null || id === only) ?? [];
  const ranges = points.flatMap(({ id, evidence = [] }) => evidence.map(({ start, end }) => ({ start, end, point: id })));
  return h("div", { class: "answered-text", dir: "auto", data: { testid: "answered-text" } }, pieces(text, ranges).map((piece) => {
    if (piece.points.length === 0) return piece.text;
    const verdicts = piece.points.map((id) => points.find((point) => point.id === id).verdict);
    return h("mark", { data: { verdict: weight.find((verdict) => verdicts.includes(verdict)) ?? "hit" } }, piece.text);
  }));
}
