// A quiet clock: text that nobody has to look at, three moments that are said once, and the ways to get more time.

import { h, button, setBusy, setText } from "../dom.js";
import { announce } from "../announce.js";
import { Thresholds, remaining } from "../clock.js";
import { texts } from "../texts.js";

const words = texts.time;
const aMinute = 60;

export function timePart(app) {
  const text = h("p", { class: "clock", role: "timer", "aria-live": "off", data: { testid: "clock" } });
  const moment = h("p", { class: "note moment", data: { testid: "moment" } });
  const rule = h("p", { class: "note", data: { testid: "time-rule" } });
  const pause = button(words.pause, { class: "plain small", data: { testid: "pause", key: "p" }, press: () =>
    (app.session.isPaused ? app.continue() : app.pause()) });
  const more = button(words.more, { class: "plain small", data: { testid: "extend" }, press: () => app.extend(aMinute) });
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
  function watch(limit, clock, question) {
    const name = clock.per === "question" ? `question ${question.index}` : "interview";
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
    const { session, question } = app;
    const { clock, closed, setup } = session ?? {};
    const isOver = Boolean(closed) && (closed.per === "interview" || closed.question === session.current);
    const isRunning = clock && (clock.per === "interview" || question?.attempts.length === 0);
    element.hidden = !setup?.limit || !question || !(isRunning || isOver);
    if (element.hidden) return;
    const limit = setup.limit.seconds * 1000;
    const left = isOver ? 0 : remaining(clock);
    // What is left then still includes the time that speaking takes.
    const isSpeaking = clock?.per === "question" && question.streaming;
    if (!isOver) watch(limit, clock, question);
    if (!isOver && clock.running && !isSpeaking) tell(left);
    if (isOver && element.dataset.state !== "over") {
      setText(moment, "");
      announce(words.over[setup.limit.per]);
    }
    const state = isOver ? "over" : session.isPaused ? "paused" : left <= 10_000 ? "last" : "running";
    element.dataset.state = state;
    const isHidden = app.store.settings().hidesClock === true && !isOver;
    setText(text, isOver ? words.over[setup.limit.per] : isHidden ? words.hidden : isSpeaking ? words.speaking
      : session.isPaused ? words.paused(minutes(left)) : words.clock(minutes(left)));
    setText(hide, isHidden ? words.show : words.hide);
    setText(pause, session.isPaused ? words.goOn : words.pause);
    setBusy(pause, app.outbox.find("pause") !== null || app.outbox.find("continue") !== null);
    setBusy(more, app.outbox.find("extend") !== null);
    pause.hidden = hide.hidden = isOver;
    setText(rule, isOver ? "" : words.rule[setup.limit.per][setup.mode === "realistic" ? "realistic" : "coached"]);
    if (!isOver && clock.running && left > 0) tick = setTimeout(update, (left % 1000) || 1000);
  }

  return { element, update, leave: () => clearTimeout(tick) };
}

function minutes(left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
