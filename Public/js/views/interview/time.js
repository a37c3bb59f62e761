// A quiet clock: text that nobody has to look at, three moments that are said once, and the ways to get more time.

import { h, button, setBusy, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { Thresholds, remaining } from "../../clock.js";
import { texts } from "../../texts.js";

const words = texts.time;
const aMinute = 60;

export function timePart(app) {
  const text = h("p", { class: "clock", role: "timer", "aria-live": "off", data: { testid: "clock" } });
  const moment = h("p", { class: "note moment", data: { testid: "moment" } });
  const rule = h("p", { class: "note", data: { testid: "time-rule" } });
  const pause = button(words.pause, { class: "plain small", data: { testid: "pause", key: "p" }, press: () =>
    (app.interview.isPaused ? app.candidate.continue() : app.candidate.pause()) });
  const more = button(words.more, { class: "plain small", data: { testid: "extend" }, press: () => app.candidate.extend(aMinute) });
  const hide = button(words.hide, { class: "plain small", data: { testid: "hide-clock" }, press: () => {
    app.store.saveSettings({ hidesClock: app.store.settings().hidesClock !== true });
    update();
  } });
  const element = h("div", { class: "time", role: "group", "aria-label": words.title, hidden: true, data: { testid: "time" } },
    h("div", { class: "actions" }, text, pause, more, hide), moment, rule);

  let thresholds = null;
  let watched = "";
  let tick = null;

  /** What the clock is about: the marks start anew with each question that has its own. */
  function watch(limit, per) {
    const name = per === "question" ? `question ${app.interview.current}` : "interview";
    if (name === watched) return;
    watched = name;
    thresholds = new Thresholds(limit);
    setText(moment, "");
  }

  function tell(left) {
    const passed = thresholds.passed(left);
    if (passed === null) return;
    const sentence = passed <= 60_000 ? words.left(passed) : words.half;
    setText(moment, sentence);
    announce(sentence);
  }

  function update() {
    clearTimeout(tick);
    const { state, left, limit, per } = standing(app);
    element.hidden = state === "none";
    if (element.hidden) return;
    const isOver = state === "over";
    if (isOver && element.dataset.state !== "over") {
      setText(moment, "");
      announce(words.over[per]);
    }
    if (state === "running" || state === "paused") watch(limit, per);
    if (state === "running") tell(left);
    element.dataset.state = state === "running" && left <= 10_000 ? "last" : state;
    show(state, left, per);
    if (state === "running" && left > 0) tick = setTimeout(update, (left % 1000) || 1000);
  }

  function show(state, left, per) {
    const isOver = state === "over";
    const isHidden = app.store.settings().hidesClock === true && !isOver;
    const shown = {
      over: words.over[per], speaking: words.speaking,
      paused: words.paused(minutes(left)), running: words.clock(minutes(left)),
    };
    setText(text, isHidden ? words.hidden : shown[state]);
    setText(hide, isHidden ? words.show : words.hide);
    setText(pause, state === "paused" ? words.goOn : words.pause);
    setBusy(pause, app.outbox.find("pause") !== null || app.outbox.find("continue") !== null);
    setBusy(more, app.outbox.find("extend") !== null);
    pause.hidden = isOver || state === "speaking";
    more.hidden = state === "speaking";
    hide.hidden = isOver;
    setText(rule, isOver ? "" : words.rule[per][app.interview.setup.mode === "realistic" ? "realistic" : "coached"]);
  }

  return { element, update, leave: () => clearTimeout(tick) };
}

/** How the time stands: none to keep, "speaking" before it starts, "running", "paused" or "over"; in milliseconds. */
function standing({ interview, question }) {
  const { clock, closed, isPaused, setup } = interview;
  if (!setup?.limit || !question) return { state: "none" };
  const { per } = setup.limit;
  const limit = setup.limit.seconds * 1000;
  if (closed && (closed.per === "interview" || closed.question === question.index)) return { state: "over", left: 0, limit, per };
  // Before a question has been asked there is no clock, or still the one of the question before.
  if (per === "question" && question.streaming) return { state: "speaking", left: limit, limit, per };
  if (!clock || (per === "question" && question.attempts.length > 0)) return { state: "none" };
  return { state: isPaused ? "paused" : "running", left: remaining(clock), limit, per };
}

function minutes(left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
