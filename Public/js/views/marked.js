// An answer beside its mark: the key points with their verdicts, and the candidate's own words with the evidence
// in them. Pointing at one lights the other.

import { h, hidden, setText } from "../dom.js";
import { icon } from "../icons.js";
import { pieces, quote } from "../highlight.js";
import { texts } from "../texts.js";

const words = texts.feedback;
// Where evidence overlaps, the verdict that matters most gives the colour.
const weight = ["contradicted", "held", "hit", "partial"];
let serial = 0;

/** How many key points were said, and of how many; misconceptions are none. */
export function tally({ points }) {
  const real = points.filter(({ misconception }) => !misconception);
  return {
    all: real.length,
    said: real.filter(({ verdict }) => verdict === "hit").length,
    partly: real.filter(({ verdict }) => verdict === "partial").length,
  };
}

/**
 * The two halves of an attempt, to be placed by the caller.
 * @param level of the headings over the lists
 */
export function markedAnswer({ text, mark }, level = 3) {
  const rule = h("p", { class: "rule-line note" }, words.hint);
  const items = new Map();
  const answer = h("div", { class: "answered-text", dir: "auto", data: { testid: "answered-text" } },
    pieces(text, evidence(mark)).map((piece) => piece.points.length ? marked(piece) : piece.text));

  function marked(piece) {
    const verdicts = piece.points.map((id) => mark.points.find((point) => point.id === id).verdict);
    const strongest = weight.find((verdict) => verdicts.includes(verdict)) ?? "hit";
    const node = h("mark", { data: { verdict: strongest } }, piece.text);
    node.points = piece.points;
    node.addEventListener("pointerenter", () => light(piece.points));
    node.addEventListener("pointerleave", () => light([]));
    return node;
  }

  function light(ids) {
    for (const node of answer.querySelectorAll("mark")) {
      node.classList.toggle("is-lit", node.points.some((id) => ids.includes(id)));
    }
    answer.classList.toggle("has-lit", ids.length > 0);
    for (const [id, item] of items) item.classList.toggle("is-lit", ids.includes(id));
    setText(rule, ids.map((id) => ruleOf(mark.points.find((point) => point.id === id))).filter(Boolean).join(" ") || words.hint);
  }

  function list(points) {
    return h("ul", { class: "points" }, points.map((point) => {
      const item = pointItem(point, text);
      items.set(point.id, item);
      if (point.evidence.length) {
        for (const event of ["pointerenter", "focusin"]) item.addEventListener(event, () => light([point.id]));
        for (const event of ["pointerleave", "focusout"]) item.addEventListener(event, () => light([]));
      }
      return item;
    }));
  }

  const title = (words) => h(`h${level}`, {}, words);
  const points = mark.points.filter(({ misconception }) => !misconception);
  const misconceptions = mark.points.filter(({ misconception }) => misconception);
  return {
    points: h("div", { class: "marked-points" },
      points.length ? [title(words.keyPoints), list(points)] : null,
      misconceptions.length ? [title(words.misconceptions), list(misconceptions)] : null),
    answer: h("div", { class: "marked-answer" }, title(words.yourAnswer), answer,
      evidence(mark).length ? rule : null),
  };
}

function evidence({ points }) {
  return points.flatMap((point) => point.evidence.map(({ start, end }) => ({ start, end, point: point.id })));
}

function ruleOf({ head, evidence }) {
  const rules = [...new Set(evidence.map(({ rule }) => rule).filter(Boolean))];
  return rules.length ? `${head}: ${rules.join("; ")}.` : "";
}

function pointItem(point, text) {
  const head = [
    h("span", { class: "verdict-icon" }, icon(point.verdict)),
    h("span", { class: "point-head", dir: "auto" }, point.head, point.required ? h("span", { class: "note" }, ` (${words.required})`) : null),
    hidden(": "),
    h("span", { class: "verdict" }, words.verdicts[point.verdict] ?? point.verdict),
  ];
  const gist = point.gist ? h("p", { class: "gist", dir: "auto" }, point.gist) : null;
  const data = { testid: "point", verdict: point.verdict };
  if (point.evidence.length === 0) return h("li", { class: "point", data }, h("div", { class: "point-row" }, head), gist);

  const id = `why-${serial += 1}`;
  const why = h("div", { class: "why", id, hidden: true }, h("p", { class: "why-title" }, words.why),
    h("ul", {}, point.evidence.map((one) => h("li", {},
      h("q", { dir: "auto" }, quote(text, one)), one.rule ? h("span", { class: "note" }, ` ${one.rule}`) : null))));
  const toggle = h("button", { type: "button", class: "point-row", "aria-expanded": "false", "aria-controls": id }, head);
  toggle.addEventListener("click", () => {
    why.hidden = !why.hidden;
    toggle.setAttribute("aria-expanded", String(!why.hidden));
  });
  return h("li", { class: "point", data }, toggle, gist, why);
}
