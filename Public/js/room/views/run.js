// A question under way: the prompt, then what this seat's role does with it.

import { langOf } from "../../bank-language.js";
import { announce } from "../../announce.js";
import { focusOn, h, setLang, setText } from "../../dom.js";
import { markdownNodes } from "../../markdown-dom.js";
import { plainText } from "../../markdown.js";
import { isHost, isRevealed, nameOf, topicOf } from "../state.js";
import { texts } from "../texts.js";
import { answerPart } from "./answer.js";
import { boardPart } from "./board.js";
import { chatPart } from "./chat.js";
import { clockPart } from "./clock.js";
import { controls } from "./controls.js";
import { earlierPart } from "./earlier.js";
import { peopleList } from "./people.js";
import { planPart } from "./plan.js";
import { revealPart } from "./reveal.js";
import { roomReportPart } from "./room-report.js";
import { ticksPart } from "./ticks.js";

const words = texts.question;

export function runView(app) {
  const host = isHost(app.room);
  const eyebrow = h("p", { class: "eyebrow", data: { testid: "place" } });
  const clock = clockPart(app, "run-clock");
  const done = h("p", { class: "run-done", hidden: true, data: { testid: "done" } }, h("span", { class: "clock-number" }), " ", h("span", { class: "note" }));
  const prompt = h("h1", { class: "prompt", dir: "auto", data: { testid: "prompt" } });
  const body = h("div", { class: "prompt-body", dir: "auto" });
  const hot = h("p", { class: "hot", dir: "auto", data: { testid: "hot" } });
  const answer = host ? null : answerPart(app);
  const steering = host ? controls(app) : null;
  const board = host ? boardPart(app) : null;
  const reveal = revealPart(app);
  const earlier = earlierPart(app);
  const chat = chatPart(app);
  const ticks = ticksPart(app);
  const list = peopleList(app);
  const plan = host ? planPart(app) : null;
  const results = host ? roomReportPart(app) : null;
  const soFar = host ? h("details", { class: "panel", data: { testid: "so-far" } }, h("summary", {}, texts.roomReport.soFar), results.element) : null;
  soFar?.addEventListener("toggle", () => { if (soFar.open) app.ask("report"); });
  const element = h("section", { class: host ? "run host" : "run" },
    h("div", { class: "run-head" }, h("div", { class: "run-question" }, eyebrow, prompt, body, hot), h("div", { class: "run-figures" }, host ? done : null, clock.element)),
    reveal.element, board?.element, answer?.element, ticks.element, steering?.element, board?.list,
    plan?.element, soFar, earlier.element, chat.element, h("details", { class: "panel" }, h("summary", { data: { testid: "people-open" } }, list.title), list.element));
  let shownPrompt = null;
  let shownIndex = app.room.question?.index;
  let wasRevealed = isRevealed(app.room);

  function showPrompt() {
    const { question } = app.room;
    const state = `${question?.index} ${question?.streaming} ${question?.prompt}`;
    if (!question || state === shownPrompt) return;
    shownPrompt = state;
    if (question.index !== shownIndex) window.scrollTo({ top: 0 });
    shownIndex = question.index;
    const [first, ...rest] = (question.prompt ?? "").split("\n\n");
    // While it is spoken it grows word by word; a reader hears it once, at the end.
    prompt.setAttribute("aria-busy", String(question.streaming === true));
    setText(prompt, plainText(first) || "…");
    for (const node of [prompt, body]) setLang(node, langOf(question));
    body.replaceChildren(...(rest.length && !question.streaming ? markdownNodes(rest.join("\n\n")) : []));
    if (!question.streaming && question.prompt) announce(plainText(question.prompt));
  }

  /** Everybody reads it from its beginning; a host keeps the focus on the way on. */
  function showReveal() {
    announce(texts.reveal.told(app.room.question.index + 1));
    const heading = reveal.element.querySelector("h2");
    if (!host) focusOn(heading);
    heading.scrollIntoView({ block: "start" });
  }

  function showDone() {
    const { totals, rules } = app.room;
    done.hidden = !totals?.of || rules?.progression === "own";
    if (done.hidden) return;
    setText(done.firstChild, texts.number(totals.done));
    setText(done.lastChild, words.doneOf(totals.of));
  }

  return {
    element,
    title: () => (app.room.question ? words.of(app.room.question.index + 1, app.room.question.of ?? app.room.count) : texts.lobby.title),
    update() {
      const { room } = app;
      const { question } = room;
      element.dataset.revealed = String(isRevealed(room));
      setText(eyebrow, question
        ? [words.of(question.index + 1, question.of ?? room.count), isRevealed(room) ? words.revealed : null, topicOf(question)].filter(Boolean).join(" · ") : "");
      showPrompt();
      showDone();
      const seat = question?.for;
      hot.hidden = !seat;
      if (seat) setText(hot, seat === room.seat ? words.hotYou : words.hot(nameOf(room, seat, texts.people.screenName)));
      clock.update();
      reveal.update();
      board?.update();
      answer?.update();
      ticks.update();
      steering?.update();
      earlier.update();
      chat.update();
      list.update();
      plan?.update();
      results?.update();
      if (isRevealed(room) && !wasRevealed) showReveal();
      wasRevealed = isRevealed(room);
    },
    leave() {
      clock.leave();
      steering?.leave();
      board?.leave();
      answer?.leave();
    },
  };
}
