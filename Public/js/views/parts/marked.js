// An answer beside its mark: the key points with their verdicts, and the candidate's own words with the evidence
// in them. Pointing at one lights the other.

import { h, setText } from "../../dom.js";
import { langOf } from "../../bank-language.js";
import { codeRanges } from "../../code.js";
import { pieces, quote } from "../../highlight.js";
import { plainText } from "../../markdown.js";
import { groupsOf, missingPoints } from "../../points.js";
import { AnswerSelection } from "../../selection.js";
import { texts } from "../../texts.js";
import { groupItem } from "./group.js";
import { missingLine } from "./missing-line.js";
import { pointItem } from "./point.js";

const words = texts.feedback;
// Where evidence overlaps, the verdict that matters most gives the colour.
const inCode = Symbol("code");
const weight = ["contradicted", "held", "hit", "partial"];

/**
 * The two halves of an attempt, to be placed by the caller.
 * @param context.question the question it belongs to
 * @param context.isOpen whether points that were not said are shown
 * @param context.show called to have them shown; without it they are, each in its place
 * @param context.expanded ids of the points whose evidence is unfolded, kept by the caller
 * @param level of the headings over the lists
 */
export function markedAnswer(app, attempt, { question, isOpen, show = null, expanded = new Set() }, level = 3) {
  const { text, mark } = attempt;
  const rule = h("p", { class: "rule-line note" }, words.hint);
  const selected = h("p", { class: "note selected", hidden: true, data: { testid: "selected" } });
  /** What the question keeps to itself, or did until it was shown: it stands below the line that counts it. */
  const held = show && !question.checklist ? missingPoints(question, attempt) : new Set();
  const missing = isOpen ? new Set() : held;
  const items = new Map();
  const answer = h("div", { class: "answered-text", dir: "auto", data: { testid: "answered-text" } }, blocks());
  const selection = new AnswerSelection(answer, text, (range) => {
    selected.hidden = range === null;
    setText(selected, range ? texts.rulings.selected(quote(text, range)) : "");
  });

  /** The answer, cut where a reply to a follow-up question begins. */
  function blocks() {
    const replies = repliesIn(question, attempt);
    const starts = [0, ...replies.map(({ start }) => start), text.length];
    const cut = replies.map(({ start }) => ({ start, end: text.length, point: null }));
    const code = codeRanges(text).map((range) => ({ ...range, point: inCode }));
    const all = pieces(text, [...evidence(mark), ...cut, ...code]);
    return starts.slice(0, -1).flatMap((start, i) => {
      const block = h("div", { data: { start } }, all.filter((piece) => piece.start >= start && piece.start < starts[i + 1])
        .map((piece) => {
          const points = piece.points.filter((id) => id !== null && id !== inCode);
          const node = points.length ? marked({ ...piece, points }) : piece.text;
          return piece.points.includes(inCode) ? h("code", {}, node) : node;
        }));
      return i === 0 ? [block] : [h("p", { class: "asked-back note", dir: "auto", lang: langOf(question) }, replies[i - 1].asked), block];
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
  function list(points, name = "points") {
    const groups = groupsOf(mark);
    const isFirst = (point) => groups[point.group]?.members[0] === point;
    const items = points.map((point) => (groups[point.group] === undefined ? itemOf(point)
      : isFirst(point) ? groupItem(groups[point.group], { question, itemOf, missing }) : null)).filter(Boolean);
    return items.length ? h("ul", { class: name }, items) : null;
  }

  /** First what is known, then one line for what is not, and below it, once it is shown, what that is. */
  function lists(points) {
    const groups = groupsOf(mark);
    const isOpenGroup = ({ group }) => groups[group]?.members.some(({ id }) => held.has(id)) ?? false;
    const below = points.filter((point) => held.has(point.id) || isOpenGroup(point));
    const shown = below.filter((point) => isOpen || point.group !== undefined);
    return [
      list(points.filter((point) => !below.includes(point))),
      below.length ? missingLine(attempt, question, { held, isOpen, show }) : null, list(shown),
    ];
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
      points.length ? [title(question.checklist ? words.checklist : words.keyPoints), lists(points)] : null,
      misconceptions.length ? [title(words.misconceptions), list(misconceptions)] : null),
    answer: h("div", { class: "marked-answer" }, title(words.yourAnswer), answer, selected,
      evidence(mark).length ? rule : null),
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
  return rules.length ? `${head}: ${rules.map((rule) => words.rule(rule)).join("; ")}.` : "";
}
