// How much of the key points an attempt covers: as a number and a bar, or, where that was wished, as points alone.

import { h, hidden } from "../../dom.js";
import { withBankWords } from "../../bank-language.js";
import { bar } from "../../icons.js";
import { keyPoints, ownTally, tally } from "../../points.js";
import { texts } from "../../texts.js";

const words = texts.feedback;

/** Whether coverage may be told as a number: nowhere in an interview that counts points only. */
export const showsNumbers = (app) => app.interview.setup?.score !== "points";

/** The result of an attempt in one sentence. */
export function saidOf(app, { attempt, mark }, question) {
  if (question.checklist) return ticked(mark, attempt, question.rulings);
  if (!showsNumbers(app)) return words.pointsSaid(headsOf(mark));
  const { said, all } = tally(mark);
  return all > 0 ? words.said(mark.coverage, said, all) : texts.status.kept;
}

/** "5 of 7 ticked": what was found in a story, and what the one who told it has ticked. */
function ticked(mark, attempt, rulings) {
  const { said, all } = ownTally({ attempt, mark }, rulings) ?? tally(mark);
  return words.ticked(said, all);
}

/** What stands on top of the feedback to `attempt`, the one after `before`. */
export function score(app, attempt, before, question) {
  const { rulings } = question;
  const kept = h("span", { class: "status", data: { testid: "status", state: "kept" } },
    attempt.attempt > 1 ? texts.status.keptAttempt(attempt.attempt) : texts.status.kept);
  const late = attempt.late ? ` · ${texts.status.wasLate}` : null;
  if (question.checklist) {
    return h("div", { class: "score" },
      h("p", { class: "coverage", data: { testid: "coverage" } },
        h("span", { class: "coverage-number" }, ticked(attempt.mark, attempt.attempt, rulings))),
      h("p", { class: "note score-note" }, kept, late, ` · ${words.checklistRule}`));
  }
  if (!showsNumbers(app)) {
    return h("div", { class: "score" },
      h("p", { class: "coverage", data: { testid: "coverage" } },
        h("span", { class: "coverage-points" }, pointsSaid(attempt.mark, question))),
      h("p", { class: "note score-note" }, kept, late));
  }
  const { mark } = attempt;
  const { said, all, partly } = tally(mark);
  // Of nothing that has to be said there is no share.
  if (all === 0) return h("div", { class: "score" }, h("p", { class: "note score-note" }, kept, late));
  const own = ownTally(attempt, rulings);
  const difference = before ? Math.round(mark.coverage * 100) - Math.round(before.mark.coverage * 100) : null;
  return h("div", { class: "score" },
    h("p", { class: "coverage", data: { testid: "coverage" } },
      h("span", { class: "coverage-number" }, words.found(said, all, partly)),
      hidden(", "),
      h("span", { class: "coverage-label" }, `${words.coverage} ${texts.percent(mark.coverage)}`)),
    bar(mark.coverage),
    h("p", { class: "note score-note" }, kept, late,
      partly && said ? ` · ${words.partly(partly)}` : null,
      own ? ` · ${texts.rulings.tally(own.said, own.all)}` : null,
      difference === null ? null : ` · ${words.since(difference)}`));
}

function pointsSaid(mark, question) {
  const heads = headsOf(mark);
  return heads.length ? withBankWords((one) => words.pointsSaid([one]), heads.join("; "), question) : words.pointsSaid([]);
}

function headsOf(mark) {
  return keyPoints(mark).filter(({ verdict }) => verdict === "hit").map(({ head }) => head);
}
