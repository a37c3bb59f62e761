// The attempts at a question: one of them shown with its mark, beside what it added to the one before or lost.

import { h, button, refill } from "../../dom.js";
import { announce } from "../../announce.js";
import { tally } from "../../points.js";
import { texts } from "../../texts.js";
import { changeList } from "./changes.js";
import { markedAnswer } from "../parts/marked.js";
import { saidOf, score, showsNumbers } from "../parts/score.js";

const words = texts.feedback;

/**
 * @param isOpen says whether points that were not said are shown
 * @param showMissing has them shown, where they are not from the start
 * @param level of the headings inside
 */
export function attemptsPart(app, index, { isOpen, showMissing = null, level = 3 }) {
  const choice = h("div", { class: "attempts", role: "group", "aria-label": words.attempts, hidden: true });
  const result = h("div", { class: "details" });
  const details = h("div", { class: "details" });
  const expanded = new Set();
  let question = null;
  let state = null;
  let shown = null;

  function show(attempt) {
    if (shown !== attempt.attempt) expanded.clear();
    shown = attempt.attempt;
    const before = question.attempts[question.attempts.indexOf(attempt) - 1];
    const marked = markedAnswer(app, attempt, { question, isOpen: isOpen(), show: showMissing, expanded }, level);
    result.replaceChildren(score(app, attempt, before, question), ...remarks(attempt.mark));
    refill(details, [changeList(before, attempt, question, level) ?? "", h("div", { class: "marked" }, marked.answer, marked.points)]);
    choice.hidden = question.attempts.length < 2;
    refill(choice, question.attempts.map((one) => button(nameOf(one), {
      class: "plain small", "aria-pressed": String(one === attempt), data: { focus: String(one.attempt) },
      press: () => {
        show(one);
        announce(saidOf(app, one, question));
      },
    })));
  }

  function nameOf({ attempt, mark }) {
    return showsNumbers(app) && !question.checklist && tally(mark).all > 0 ? words.attempt(attempt, mark.coverage) : words.attemptOnly(attempt);
  }

  const part = {
    choice, result, details,
    /** Shows a new attempt at once, or first of all the `preferred` one; otherwise only what changed. */
    update(now, preferred = now.attempts.at(-1)) {
      const isNew = now.attempts.length !== question?.attempts.length;
      question = now;
      const latest = [now.attempts, now.hints, now.rulings, now.modelAnswer, isOpen(), rulingsOnTheirWay(app, now)];
      if (state && latest.every((value, i) => value === state[i])) return;
      state = latest;
      show(isNew ? preferred : now.attempts.find(({ attempt }) => attempt === shown));
    },
    said: () => saidOf(app, question.attempts.find(({ attempt }) => attempt === shown), question),
  };
  return part;
}

function rulingsOnTheirWay(app, { index, attempts }) {
  return attempts.flatMap(({ attempt, mark }) =>
    mark.points.filter(({ id }) => app.candidate.disputing(index, attempt, id)).map(({ id }) => `${attempt} ${id}`)).join();
}

function remarks(mark) {
  const known = (mark.remarks ?? []).map((remark) => words.remarks[remark]).filter(Boolean);
  return known.map((text) => h("p", { class: "remark" }, text));
}
