// A question under way: the prompt, then what this seat's role does with it.

import { announce } from "../../announce.js";
import { h, setText } from "../../dom.js";
import { remaining, Thresholds } from "../../clock.js";
import { markdownNodes } from "../../markdown-dom.js";
import { plainText } from "../../markdown.js";
import { shownCode } from "../seats.js";
import { isHost, isRevealed, mayAnswer, nameOf } from "../state.js";
import { texts } from "../texts.js";
import { answerPart } from "./answer.js";
import { boardPart } from "./board.js";
import { chatPart } from "./chat.js";
import { controls } from "./controls.js";
import { peopleList } from "./people.js";
import { revealPart } from "./reveal.js";

const words = texts.question;

export function runView(app) {
  const host = isHost(app.room);
  const eyebrow = h("p", { class: "eyebrow", data: { testid: "place" } });
  const clock = h("p", { class: "clock", role: "timer", "aria-live": "off", data: { testid: "clock" } });
  const prompt = h("h1", { class: "prompt", dir: "auto", data: { testid: "prompt" } });
  const body = h("div", { class: "prompt-body", dir: "auto" });
  const hot = h("p", { class: "note", data: { testid: "hot" } });
  const answer = host ? null : answerPart(app);
  const steering = host ? controls(app) : null;
  const board = host ? boardPart(app) : null;
  const reveal = revealPart(app);
  const chat = chatPart(app);
  const list = peopleList(app);
  const element = h("section", { class: host ? "run host" : "run" },
    h("div", { class: "run-head" }, eyebrow, clock), prompt, body, hot,
    steering?.element, board?.element, answer?.element, reveal.element,
    h("details", { class: "panel" }, h("summary", {}, texts.people.title), list.element), chat.element);
  let shownPrompt = null;
  let thresholds = null;
  let watched = null;
  let wasRevealed = isRevealed(app.room);
  const tick = setInterval(showClock, 500);

  function showClock() {
    const { room } = app;
    const left = room ? remaining(room.clock) : null;
    clock.hidden = left === null || room.closed;
    if (left === null) return;
    setText(clock, `${texts.common.time.clock?.(left) ?? minutes(left)}`);
    if (watched !== room.question?.index) {
      watched = room.question?.index;
      thresholds = new Thresholds((room.setup?.limit?.seconds ?? 0) * 1000 || left);
    }
    const mark = thresholds.passed(left);
    if (mark !== null) announce(words.time(minutes(mark)));
  }

  function showPrompt() {
    const { question } = app.room;
    const state = `${question?.index} ${question?.prompt}`;
    if (!question || state === shownPrompt) return;
    shownPrompt = state;
    const [first, ...rest] = question.prompt.split("\n\n");
    // While it is spoken it grows word by word; a reader hears it once, at the end.
    prompt.setAttribute("aria-busy", String(question.streaming));
    setText(prompt, plainText(first) || "…");
    body.replaceChildren(...(rest.length && !question.streaming ? markdownNodes(rest.join("\n\n")) : []));
    if (!question.streaming && question.prompt) announce(plainText(question.prompt));
  }

  return {
    element,
    title: () => (app.room.question ? words.of(app.room.question.index + 1, app.room.question.of ?? app.room.count) : texts.lobby.title),
    update() {
      const { room } = app;
      const { question } = room;
      setText(eyebrow, question
        ? [words.of(question.index + 1, question.of ?? room.count), question.topic?.title, shownCode(room.code)].filter(Boolean).join(" · ") : "");
      showPrompt();
      const seat = question?.for;
      hot.hidden = !seat;
      if (seat) setText(hot, words.hot(nameOf(room, seat, texts.people.screenName)));
      showClock();
      steering?.update();
      board?.update();
      answer?.update();
      reveal.update();
      chat.update();
      list.update();
      if (isRevealed(room) && !wasRevealed) announce(texts.reveal.told(question.index + 1));
      wasRevealed = isRevealed(room);
    },
    leave() {
      clearInterval(tick);
      steering?.leave();
      board?.leave();
      answer?.leave();
    },
    mayAnswer: () => mayAnswer(app.room),
  };
}

export function minutes(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
