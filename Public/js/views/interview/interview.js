// One question at a time: the prompt as it is spoken, below it either the place to write or the feedback.

import { h, button, focusOn, setBusy, setLang, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { langOf } from "../../bank-language.js";
import { ask } from "../../dialog.js";
import { markdownNodes } from "../../markdown-dom.js";
import { replyTo } from "../../store.js";
import { language, texts } from "../../texts.js";
import { answerForm } from "./answer.js";
import { feedbackView } from "./feedback.js";
import { showOptions } from "./options.js";
import { practisedAgain } from "./practised-again.js";
import { promptSpeaker } from "./speaker.js";
import { timePart } from "./time.js";
import { isRealistic } from "./writing.js";

const words = texts.interview;

export function interviewView(app) {
  const { reader } = app;
  const steps = h("div", { class: "steps", "aria-hidden": "true" });
  const options = button(texts.options.open, {
    class: "plain small", data: { testid: "options-button" }, press: () => showOptions(app),
  });
  const end = button(words.end, { class: "plain small", data: { testid: "end" }, press: () => leave("end") });
  const time = timePart(app);
  const thanks = h("p", { class: "thanks", hidden: true, data: { testid: "thanks" } });
  const undo = button(words.undo, {
    class: "plain small", data: { testid: "undo", key: "u" }, press: () => app.candidate.unskip(app.interview.current - 1),
  });
  const skipped = h("p", { class: "skipped-line", hidden: true, data: { testid: "skipped" } }, h("span"), undo);
  const topic = h("span", { dir: "auto" });
  const difficulty = h("span");
  const eyebrow = h("p", { class: "eyebrow" }, topic, difficulty);
  const heading = h("h1", { tabindex: "-1" }, words.loading);
  const prompt = h("div", { class: "prompt", data: { testid: "prompt" }, dir: "auto" });
  const read = button(words.read, {
    class: "plain small", "aria-pressed": "false", hidden: true, data: { testid: "read", key: "l" }, press: toggleReading,
  });
  const again = practisedAgain(app);
  const body = h("div", { class: "body" });
  const element = h("section", { class: "interview", data: { testid: "interview" } },
    h("div", { class: "run" }, steps, h("div", { class: "actions" }, options, end)),
    time.element,
    h("div", { class: "question" }, skipped, thanks, heading, eyebrow, read, prompt, again.element),
    body);
  element.addEventListener("input", () => reader.stop());

  const speak = promptSpeaker(reader);
  let shown = { index: null, mode: null, prompt: null, isOpen: null };
  let part = null;

  /** Leaves the question, after asking where something would be lost. */
  async function leave(how) {
    const { question } = app;
    const loss = question && lossOf(how, question);
    if (loss) {
      if (!await ask(loss)) return part?.focus?.();
      app.candidate.saveDraft(question.index, "");
      app.candidate.saveDraft(replyTo(question.index), "");
    }
    if (how === "end") app.candidate.end();
    else app.candidate[how](question.index);
  }

  function lossOf(how, question) {
    const { title, text, stay } = texts.leave;
    if (app.candidate.hasUnsentText(question.index)) return { title, text, stay, proceed: texts.leave[how] };
    const isLast = !app.interview.setup?.openEnded && question.index + 1 === question.of;
    if (how === "skip") return isLast ? texts.skipLast : null;
    // What was not asked yet can't be asked any more.
    const isOver = app.interview.closed?.per === "interview" || (isLast && question.attempts.length > 0);
    return how === "end" && !isOver ? texts.endEarly : null;
  }

  function toggleReading() {
    reader.turn(!reader.isOn);
    if (reader.isOn && app.question) speak.again(app.question);
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

  function showSteps(interview, of) {
    const now = interview.current;
    steps.hidden = interview.setup?.openEnded === true;
    const states = Array.from({ length: of }, (_, i) => {
      const question = interview.questions[i];
      if (question?.skipped) return "skipped";
      if (question?.attempts.length) return "answered";
      return i === now ? "current" : "ahead";
    });
    if (steps.dataset.states === `${now} ${states.join()}`) return;
    steps.dataset.states = `${now} ${states.join()}`;
    steps.replaceChildren(...states.map((state, i) => h("i", { class: i === now ? `${state} now` : state })));
  }

  /** What happened just before this question: the last answer was taken, or the question passed over. */
  function showBefore(question) {
    const before = app.interview.questions[question.index - 1];
    const canUndo = before?.skipped === true && question.attempts.length === 0 && !app.interview.closed;
    skipped.hidden = !canUndo;
    setText(skipped.firstChild, canUndo ? words.skipped(question.index) : "");
    setBusy(undo, app.outbox.find("unskip") !== null || app.outbox.find("skip") !== null);
    const isThanked = isRealistic(app) && before?.attempts.length > 0;
    thanks.hidden = !isThanked;
    setText(thanks, isThanked ? words.thanks[question.index % words.thanks.length] : "");
  }

  function showPart(question, mode) {
    if (shown.index === question.index && shown.mode === mode) return;
    const isNewQuestion = shown.index !== question.index;
    const isFirst = shown.index === null;
    Object.assign(shown, { index: question.index, mode });
    part?.leave?.();
    if (isNewQuestion) reader.stop();
    const make = mode === "write" ? answerForm : feedbackView;
    part = make(app, question.index, leave, (text) => reader.say(text, question.lang));
    body.replaceChildren(part.element);
    part.update(question);
    if (mode === "feedback" && !isNewQuestion) announce(texts.feedback.kept(part.result()));
    if (isNewQuestion) {
      if (!isFirst) {
        window.scrollTo({ top: 0 });
        announce(thanks.textContent);
        reader.say(thanks.textContent, language);
      }
      // Whoever has a keyboard writes at once; on a phone the question comes first, and the keys would cover it.
      if (mode === "write" && !matchMedia("(hover: none) and (pointer: coarse)").matches) part.focus();
      else focusOn(heading);
    } else {
      part.focus();
    }
  }

  return {
    element,
    title: () => (app.question ? titleOf(app) : ""),
    update() {
      const { interview, question } = app;
      setBusy(end, app.outbox.find("end") !== null);
      const isThere = question !== null && app.isLoaded;
      element.classList.toggle("is-empty", !isThere);
      if (!isThere) return setText(heading, interview.ended ? words.reportComing : app.isLoaded ? words.beginning : words.loading);
      setText(heading, titleOf(app));
      setText(topic, question.topic?.title ?? "");
      setText(difficulty, question.difficulty ? ` · ${words.difficulty[question.difficulty]}` : "");
      for (const node of [topic, prompt]) setLang(node, langOf(question));
      again.update(question);
      read.hidden = !reader.isAvailable;
      read.setAttribute("aria-pressed", String(reader.isOn));
      showSteps(interview, question.of);
      showBefore(question);
      showPrompt(question);
      const isWriting = isRealistic(app) || question.attempts.length === 0 || app.retrying === question.index;
      showPart(question, isWriting ? "write" : "feedback");
      part.update(question);
      time.update();
      speak(question);
    },
    leave() {
      part?.leave?.();
      time.leave();
      reader.stop();
    },
  };
}

function titleOf({ question, interview }) {
  return interview.setup?.openEnded ? words.openQuestion(question.index) : words.question(question.index, question.of);
}
