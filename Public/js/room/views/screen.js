// A spectator's seat shown large: question, countdown, how many are done, the reveal. No controls, and it comes back by
// itself for as long as the room is there.

import { h, setText } from "../../dom.js";
import { remaining } from "../../clock.js";
import { plainText } from "../../markdown.js";
import { shownCode } from "../seats.js";
import { joinLink, pictureOf } from "../share.js";
import { isRevealed, people } from "../state.js";
import { texts } from "../texts.js";
import { revealed } from "./reveal.js";
import { minutes } from "./run.js";

const words = texts.screen;

export function screenView(app) {
  const { code } = app.room;
  const title = h("h1", { class: "screen-prompt", dir: "auto", data: { testid: "screen-prompt" } });
  const clock = h("p", { class: "screen-clock", role: "timer", "aria-live": "off" });
  const done = h("p", { class: "screen-done", data: { testid: "screen-done" } });
  const stage = h("div", { class: "screen-reveal" });
  const joining = h("div", { class: "screen-join" }, h("img", { class: "qr", src: pictureOf(code), alt: texts.lobby.qr, width: 480, height: 480 }),
    h("p", {}, words.join), h("p", { class: "code", data: { testid: "screen-code" } }, shownCode(code)),
    h("p", { class: "note" }, joinLink("").replace(/#.*/, "")));
  const element = h("section", { class: "screen" }, h("div", { class: "screen-main" }, title, stage, h("div", { class: "screen-line" }, clock, done)), joining);
  let before = "";
  const tick = setInterval(showClock, 500);

  function showClock() {
    const { room } = app;
    const left = room ? remaining(room.clock) : null;
    clock.hidden = left === null || room.closed;
    if (left !== null) setText(clock, minutes(left));
  }

  return {
    element,
    title: () => texts.lobby.screen,
    update() {
      const { room } = app;
      const { question, totals, phase } = room;
      element.dataset.phase = isRevealed(room) ? "reveal" : phase;
      document.body.dataset.long = String((question?.prompt.length ?? 0) > 220);
      setText(title, phase === "ended" ? words.over : phase === "lobby" ? texts.lobby.here(people(room).filter(({ role }) => role !== "spectator").length)
        : plainText(question?.prompt ?? "") || "…");
      done.hidden = phase !== "asking" || isRevealed(room);
      setText(done, room.closed ? words.closed : totals ? `${words.done(totals.done, totals.of)} ${words.answered}` : "");
      showClock();
      const phrases = isRevealed(room) && room.phrases?.question === question.index ? room.phrases : null;
      const state = JSON.stringify([phase, question?.index, isRevealed(room), phrases?.points.map(({ hit, phrases: all }) => [hit, all.length])]);
      if (state === before) return;
      before = state;
      stage.replaceChildren(...(isRevealed(room) ? revealed(room, phrases) : []));
    },
    leave: () => clearInterval(tick),
  };
}
