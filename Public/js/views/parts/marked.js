// An answer beside its mark: the key points with their verdicts, and the candidate's own words with the evidence
// in them. Pointing at one lights the other.

import { h, setText } from "../../dom.js";
import { pieces, quote } from "../../highlight.js";
import { plainText } from "../../markdown.js";
import { groupsOf, missingPoints } from "../../points.js";
import { AnswerSelection } from "../../selection.js";
import { texts } from "../../texts.js";
import { groupItem } from "./group.js";
import { pointItem } from "./point.js";

const words = texts.feedback;
// Where evidence overlaps, the verdict that matters most gives the colour.
const weight = ["contradicted", "held", "hit", "partial"];

/**
 * The two halves of an attempt, to be placed by the caller.
 * @param context.question the question it belongs to
 * @param context.isOpen whether points that were not said are shown
 * @param context.expanded ids of the points whose evidence is unfolded, kept by the caller
 * @param level of the headings over the lists
 */
export function markedAnswer(app, attempt, { question, isOpen, expanded = new Set() }, level = 3) {
  const { text, mark } = attempt;
  const rule = h("p", { class: "rule-line note" }, words.hint);
  const selected = h("p", { class: "note selected", hidden: true, data: { testid: "selected" } });
  const missing = isOpen ? new Set() : missingPoints(question, attempt);
  const items = new Map();
  const answer = h("div", { class: "answered-text", dir: "auto", data: { testid: "answered-text" } }, blocks());
  const selection = new AnswerSelection(answer, (range) => {
    selected.hidden = range === null;
    setText(selected, range ? texts.rulings.selected(quote(text, range)) : "");
  });

  /** The answer, cut where a reply to a follow-up question begins. */
  function blocks() {
    const replies = repliesIn(question, attempt);
    const starts = [0, ...replies.map(({ start }) => start), text.length];
    const cut = replies.map(({ start }) => ({ start, end: text.length, point: null }));
    const all = pieces(text, [...evidence(mark), ...cut]);
    return starts.slice(0, -1).flatMap((start, i) => {
      const block = h("div", { data: { start } }, all.filter((piece) => piece.start >= start && piece.start < starts[i + 1])
        .map((piece) => ({ ...piece, points: piece.points.filter((id) => id !== null) }))
        .map((piece) => piece.points.length ? marked(piece) : piece.text));
      return i === 0 ? [block] : [h("p", { class: "asked-back note", dir: "auto" }, replies[i - 1].asked), block];
    });
  }

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

  /** A group stands where the first of its points does. */
  function list(points) {
    const groups = groupsOf(mark);
    const isFirst = (point) => groups[point.group]?.members[0] === point;
    return h("ul", { class: "points" }, points.map((point) => (groups[point.group] === undefined ? itemOf(point)
      : isFirst(point) ? groupItem(groups[point.group], { itemOf, missing }) : null)));
  }

  function itemOf(point) {
    const item = pointItem(app, point, { attempt, question, isMissing: missing.has(point.id), expanded, selection });
    items.set(point.id, item);
    if (point.evidence.length) {
      item.addEventListener("pointerenter", () => light([point.id]));
      item.addEventListener("pointerleave", () => light([]));
      item.addEventListener("focusin", () => light([point.id]));
      item.addEventListener("focusout", () => light([]));
    }
    return item;
  }

  const title = (label) => h(`h${level}`, {}, label);
  const points = mark.points.filter(({ misconception }) => !misconception);
  // Only what was said: silence about a misconception is no merit, and its text would only put it into the head.
  const misconceptions = mark.points.filter(({ misconception, verdict }) => misconception && verdict !== "avoided");
  return {
    points: h("div", { class: "marked-points" },
      points.length ? [title(words.keyPoints), list(points)] : null,
      misconceptions.length ? [title(words.misconceptions), list(misconceptions)] : null),
    answer: h("div", { class: "marked-answer" }, title(words.yourAnswer), answer, selected,
      evidence(mark).length ? rule : null),
    missing,
  };
}

/** Where in an attempt's text the replies to follow-up questions begin, and what had been asked. */
function repliesIn({ attempts, probes }, attempt) {
  const replies = [];
  for (let one = attempt; one?.probe; one = attempts.find((before) => before.attempt === one.attempt - 1)) {
    const { point, start } = one.probe;
    replies.unshift({ start, asked: plainText(probes.find((probe) => probe.point === point)?.text ?? texts.probe.title) });
  }
  return replies;
}

function evidence({ points }) {
  return points.flatMap((point) => point.evidence.map(({ start, end }) => ({ start, end, point: point.id })));
}

function ruleOf({ head, evidence }) {
  const rules = [...new Set(evidence.map(({ rule }) => rule).filter(Boolean))];
  return rules.length ? `${head}: ${rules.join("; ")}.` : "";
}
