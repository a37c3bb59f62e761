// One key point of a marked answer: its verdict with the words behind it, the hints that were taken for it, and
// the candidate's own ruling beside the machine's.

import { h, button, hidden, setBusy } from "../../dom.js";
import { quote } from "../../highlight.js";
import { langOf, withSubject } from "../../bank-language.js";
import { icon } from "../../icons.js";
import { sentencesOf } from "../../phrasing.js";
import { hintsFor, isDisputable, standingRuling } from "../../points.js";
import { texts } from "../../texts.js";
import { hintList } from "../interview/hints.js";

const words = texts.feedback;
let serial = 0;

export function pointItem(app, point, { attempt, question, isMissing, expanded, selection }) {
  const data = { testid: "point", verdict: point.verdict, point: point.id };
  const hints = hintList(hintsFor(question, point.id), question);
  const lang = langOf(question);
  if (isMissing) {
    return h("li", { class: "point is-missing", data }, h("div", { class: "point-row" },
      h("span", { class: "verdict-icon" }, icon("missed")),
      h("span", { class: "point-head" }, words.stillMissing)), hints);
  }
  const isTicked = question.checklist && !point.misconception;
  const head = [
    isTicked ? null : h("span", { class: "verdict-icon" }, icon(point.verdict)),
    h("span", { class: "point-head", dir: "auto" }, h("span", { lang }, point.head), point.required ? h("span", { class: "note" }, ` (${words.required})`) : null),
    hidden(": "),
    h("span", { class: "verdict" }, words.verdicts[point.verdict] ?? point.verdict),
  ];
  const gist = point.gist ? h("p", { class: "gist", dir: "auto", lang }, point.gist) : null;
  if (isTicked) return tickedPoint(app, point, { attempt, question, selection, head, gist, hints, data });
  const own = isDisputable(point) ? ownRuling(app, point, attempt, question, selection) : null;
  if (point.evidence.length === 0) {
    return h("li", { class: "point", data }, h("div", { class: "point-row" }, head), gist, hints, own);
  }

  const id = `why-${serial += 1}`;
  const isExpanded = expanded.has(point.id);
  const why = h("div", { class: "why", id, hidden: !isExpanded }, h("p", { class: "why-title" }, words.why),
    h("ul", {}, point.evidence.map((one) => h("li", {},
      h("q", { dir: "auto" }, quote(attempt.text, one)), one.rule ? h("span", { class: "note" }, ` ${words.rule(one.rule)}`) : null))));
  const toggle = h("button", {
    type: "button", class: "point-row", "aria-expanded": String(isExpanded), "aria-controls": id,
    data: { focus: `why ${point.id}` },
  }, head);
  toggle.addEventListener("click", () => {
    why.hidden = !why.hidden;
    if (why.hidden) expanded.delete(point.id);
    else expanded.add(point.id);
    toggle.setAttribute("aria-expanded", String(!why.hidden));
  });
  return h("li", { class: "point", data }, toggle, gist, why, hints, own);
}

/** A point of a story: ticked where it was found, and for the one who told it to tick or untick. */
function tickedPoint(app, point, { attempt, question, selection, head, gist, hints, data }) {
  const { index, rulings } = question;
  const ruling = standingRuling(rulings, attempt.attempt, point.id);
  const isPending = app.candidate.disputing(index, attempt.attempt, point.id) !== null;
  const isFound = point.verdict === "hit";
  // On its way it stands as it was wished for, and keeps the focus.
  const box = h("input", {
    type: "checkbox", checked: (isFound === (ruling === null)) !== isPending, "aria-disabled": isPending ? "true" : null,
    data: { testid: "tick-point", focus: `tick ${point.id}` },
  });
  box.addEventListener("click", (event) => { if (isPending) event.preventDefault(); });
  box.addEventListener("change", () => app.candidate.dispute(index, attempt.attempt, point.id,
    ruling ? { withdrawn: true } : { ranges: !isFound && selection.range ? [selection.range] : [] }));
  const words = point.evidence.map((one) => h("q", { dir: "auto" }, quote(attempt.text, one)));
  return h("li", { class: "point", data }, h("label", { class: "point-row" }, box, head), gist,
    words.length ? h("p", { class: "gist" }, words.flatMap((one) => [one, " "])) : null, hints);
}

/** "I did say that", or the ruling that says so, to be withdrawn. Only the candidate's own practice: nobody rules. */
function ownRuling(app, point, attempt, question, selection) {
  const { index, rulings } = question;
  const own = texts.rulings;
  const ruling = standingRuling(rulings, attempt.attempt, point.id);
  const isPending = app.candidate.disputing(index, attempt.attempt, point.id) !== null;
  const { said, standing } = point.misconception ? own.misconception : own.keyPoint;
  const press = (label, options) => {
    const node = button(isPending ? own.sending : withSubject(label, point.head, question), {
      class: "plain small",
      data: { testid: ruling ? "withdraw" : "dispute", focus: `ruling ${point.id}` },
      press: () => app.candidate.dispute(index, attempt.attempt, point.id, options()),
    });
    setBusy(node, isPending);
    return node;
  };
  if (!ruling) {
    return h("div", { class: "ruling" },
      press(said, () => ({ ranges: selection.range ? [selection.range] : [] })));
  }
  return h("div", { class: "ruling stands", data: { testid: "ruling" } },
    h("p", {}, h("strong", {}, standing),
      ruling.ranges.map((range) => [" ", h("q", { dir: "auto" }, quote(attempt.text, range))])),
    ruling.ranges.length || point.misconception ? null : sentenceChoice(app, point, attempt, question, isPending),
    press(own.withdraw, () => ({ withdrawn: true })));
}

/** Which sentence says it, for those who do not select with a pointer. Choosing alone does nothing: arrow keys pass
    over sentences on their way. */
function sentenceChoice(app, point, attempt, question, isPending) {
  const own = texts.rulings;
  const { index } = question;
  const id = `which-${serial += 1}`;
  const sentences = sentencesOf(attempt.text);
  const choice = h("select", {
    id, data: { testid: "ruling-sentence", focus: `sentence ${point.id}` },
  }, sentences.map(({ text }, i) => h("option", { value: i }, text)));
  const attach = button(withSubject(own.attach, point.head, question), {
    class: "plain small",
    data: { testid: "ruling-attach", focus: `attach ${point.id}` },
    press: () => {
      const { start, text } = sentences[choice.value];
      app.candidate.dispute(index, attempt.attempt, point.id, { ranges: [{ start, end: start + text.length }] });
    },
  });
  setBusy(attach, isPending);
  return h("div", { class: "ruling-words" }, h("label", { class: "note", for: id }, withSubject(own.which, point.head, question, " ")), choice, attach);
}
