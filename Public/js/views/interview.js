// One question at a time: the prompt as it is spoken, below it either the place to write or the feedback.

import { h, button, focusOn, setBusy, setText } from "../dom.js";
import { announce } from "../announce.js";
import { ask } from "../dialog.js";
import { markdownNodes } from "../markdown-dom.js";
import { texts } from "../texts.js";
import { answerForm } from "./answer.js";
import { feedbackView } from "./feedback.js";
import { promptSpeaker } from "./speaker.js";

const words = texts.interview;

export function interviewView(app) {
  const steps = h("div", { class: "steps", "aria-hidden": "true" });
  const end = button(words.end, { class: "plain small", data: { testid: "end" }, press: () => leave("end") });
  const eyebrow = h("p", { class: "eyebrow", dir: "auto" });
  const heading = h("h1", { tabindex: "-1" }, words.loading);
  const prompt = h("div", { class: "prompt", data: { testid: "prompt" }, dir: "auto" });
  const body = h("div", { class: "body" });
  const element = h("section", { class: "interview", data: { testid: "interview" } },
    h("div", { class: "run" }, steps, end),
    h("div", { class: "question" }, heading, eyebrow, prompt),
    body);

  const speak = promptSpeaker();
  let shown = { index: null, mode: null, prompt: null, isOpen: null };
  let part = null;

  /** Leaves the question, after asking where text would be lost. */
  async function leave(how) {
    const question = app.question;
    if (question && app.hasUnsentText(question.index)) {
      const { title, text, stay } = texts.leave;
      if (!await ask({ title, text, stay, proceed: texts.leave[how] })) {
        part?.focus?.();
        return;
      }
      app.saveDraft(question.index, "");
    }
    if (how === "end") app.end();
    else app[how](question.index);
  }

  function showPrompt(question) {
    const isOpen = question.streaming;
    if (shown.prompt === question.prompt && shown.isOpen === isOpen) return;
    prompt.replaceChildren(...markdownNodes(question.prompt, { level: 2, isOpen }));
    prompt.classList.toggle("is-streaming", isOpen);
    // While it grows it would be read in scraps; the speaker says each finished sentence instead.
    prompt.setAttribute("aria-hidden", String(isOpen));
    prompt.setAttribute("data-state", isOpen ? "streaming" : "whole");
    if (!isOpen) prompt.removeAttribute("aria-hidden");
    Object.assign(shown, { prompt: question.prompt, isOpen });
  }

  function showSteps(session, of) {
    const now = session.current;
    const states = Array.from({ length: of }, (_, i) => {
      const question = session.questions[i];
      if (question?.skipped) return "skipped";
      if (question?.attempts.length) return "answered";
      return i === now ? "current" : "ahead";
    });
    if (steps.dataset.states === states.join()) return;
    steps.dataset.states = states.join();
    steps.replaceChildren(...states.map((state, i) => h("i", { class: i === now ? `${state} now` : state })));
  }

  function showPart(question, mode) {
    if (shown.index === question.index && shown.mode === mode) return;
    const isNewQuestion = shown.index !== question.index;
    const isFirst = shown.index === null;
    Object.assign(shown, { index: question.index, mode });
    part = mode === "write" ? answerForm(app, question.index, leave) : feedbackView(app, question.index, leave);
    body.replaceChildren(part.element);
    part.update(question);
    if (mode === "feedback" && !isNewQuestion) announce(texts.feedback.kept(part.result()));
    if (isNewQuestion) {
      if (!isFirst) window.scrollTo({ top: 0 });
      focusOn(heading);
    } else {
      part.focus();
    }
  }

  return {
    element,
    title: () => (app.question ? words.question(app.question.index, app.question.of) : ""),
    update() {
      const { session, question } = app;
      setBusy(end, app.outbox.find("end") !== null);
      const isThere = question !== null && app.isLoaded;
      element.classList.toggle("is-empty", !isThere);
      if (!isThere) return setText(heading, app.isLoaded ? words.beginning : words.loading);
      setText(heading, words.question(question.index, question.of));
      const difficulty = words.difficulty[question.difficulty];
      setText(eyebrow, [question.topic?.title, difficulty].filter(Boolean).join(" · "));
      showSteps(session, question.of);
      showPrompt(question);
      showPart(question, question.attempts.length && app.retrying !== question.index ? "feedback" : "write");
      part.update(question);
      speak(question);
    },
  };
}
