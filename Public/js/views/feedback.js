// What the matcher says of the current question's attempts, and the ways on from there.

import { h, button, focusOn, hidden, setBusy, setText } from "../dom.js";
import { announce } from "../announce.js";
import { bar } from "../icons.js";
import { markdownNodes } from "../markdown-dom.js";
import { texts } from "../texts.js";
import { markedAnswer, tally } from "./marked.js";

const words = texts.feedback;

export function feedbackView(app, index, leave) {
  const heading = h("h2", { tabindex: "-1" }, words.title);
  const attempts = h("div", { class: "attempts", role: "group", "aria-label": words.attempts, hidden: true });
  const details = h("div", { class: "details" });
  const modelHeading = h("h3", { tabindex: "-1" }, words.modelAnswer);
  const modelText = h("div", { class: "prose", data: { testid: "model-answer" } });
  const model = h("section", { class: "model panel", id: "model", hidden: true }, modelHeading, modelText);
  const reveal = button(words.reveal, {
    class: "plain", "aria-expanded": "false", "aria-controls": "model", data: { testid: "reveal" }, press: toggleModel,
  });
  const again = button(words.again, { class: "plain", data: { testid: "retry" }, press: () => app.retry(index) });
  const next = button(words.next, { class: "primary", data: { testid: "next" }, press: () => leave("next") });
  const element = h("section", { class: "feedback", data: { testid: "feedback" } },
    h("div", { class: "feedback-title" }, heading, attempts), details, model,
    h("div", { class: "actions bottom" }, next, again, reveal));

  let question = null;
  let shown = null;
  let isHidden = false;
  let wasAskedFor = false;

  function toggleModel() {
    if (question.modelAnswer === undefined) {
      wasAskedFor = true;
      return app.reveal(index);
    }
    isHidden = !isHidden;
    showModel();
    if (!isHidden) focusOn(modelHeading);
  }

  function showModel() {
    const isKnown = question.modelAnswer !== undefined;
    const isPending = app.outbox.find("reveal", index) !== null;
    const isOpen = isKnown && !isHidden;
    if (isKnown && !modelText.hasChildNodes()) {
      modelText.replaceChildren(...(question.modelAnswer === null
        ? [h("p", {}, words.noModelAnswer)] : markdownNodes(question.modelAnswer)));
    }
    model.hidden = !isOpen;
    reveal.setAttribute("aria-expanded", String(isOpen));
    setText(reveal, isPending ? words.revealing : isOpen ? words.hide : words.reveal);
    setBusy(reveal, isPending);
    if (isKnown && wasAskedFor) {
      wasAskedFor = false;
      focusOn(modelHeading);
    }
  }

  function show(attempt) {
    shown = attempt.attempt;
    const place = question.attempts.indexOf(attempt);
    const { points, answer } = markedAnswer(attempt);
    details.replaceChildren(
      score(attempt, question.attempts[place - 1]),
      ...remarks(attempt.mark),
      h("div", { class: "marked" }, points, answer));
    attempts.hidden = question.attempts.length < 2;
    attempts.replaceChildren(...question.attempts.map((one) => {
      const choice = button(words.attempt(one.attempt, one.mark.coverage), {
        class: "plain small", "aria-pressed": String(one === attempt),
        press: () => {
          show(one);
          attempts.querySelector('[aria-pressed="true"]').focus();
          announce(saidOf(one));
        },
      });
      return choice;
    }));
  }

  return {
    element,
    update(now) {
      const isNew = now.attempts.length !== question?.attempts.length;
      question = now;
      if (isNew) show(now.attempts.at(-1));
      const moving = app.outbox.find("next", index) !== null;
      setText(next, moving ? words.moving : now.index + 1 === now.of ? words.finish : words.next);
      setBusy(next, moving);
      showModel();
    },
    focus: () => focusOn(heading),
    result: () => saidOf(question.attempts.find(({ attempt }) => attempt === shown)),
  };
}

function saidOf({ mark }) {
  const { said, all } = tally(mark);
  return words.said(mark.coverage, said, all);
}

function score({ attempt, mark }, before) {
  const { said, all, partly } = tally(mark);
  const difference = before ? Math.round(mark.coverage * 100) - Math.round(before.mark.coverage * 100) : null;
  const keptText = attempt > 1 ? texts.status.keptAttempt(attempt) : texts.status.kept;
  return h("div", { class: "score" },
    h("p", { class: "coverage", data: { testid: "coverage" } },
      h("span", { class: "coverage-label" }, `${words.coverage} `),
      h("span", { class: "coverage-number" }, texts.percent(mark.coverage)),
      hidden(", "),
      h("span", { class: "coverage-points" }, words.points(said, all))),
    bar(mark.coverage),
    h("p", { class: "note score-note" },
      h("span", { class: "status", data: { testid: "status", state: "kept" } }, keptText),
      partly ? ` · ${words.partly(partly)}` : null,
      difference === null ? null : ` · ${words.since(difference)}`));
}

function remarks(mark) {
  const known = (mark.remarks ?? []).map((remark) => words.remarks[remark]).filter(Boolean);
  return known.map((text) => h("p", { class: "remark" }, text));
}
