// The time that is left for the question, as large as its place wants it; said aloud only where it gets short.

import { announce } from "../../announce.js";
import { remaining, Thresholds } from "../../clock.js";
import { h, setText } from "../../dom.js";
import { texts } from "../texts.js";

export function clockPart(app, name) {
  const number = h("span", { class: "clock-number" });
  const label = h("span", { class: "note" });
  const element = h("p", { class: name, role: "timer", "aria-live": "off", hidden: true, data: { testid: "clock" } }, number, " ", label);
  let thresholds = null;
  let watched = null;
  const tick = setInterval(show, 500);

  function show() {
    const { room } = app;
    const left = room?.phase === "asking" ? remaining(room.clock) : null;
    element.hidden = left === null || room.closed;
    if (element.hidden) return;
    setText(number, minutes(left));
    setText(label, room.paused || !room.clock.running ? texts.question.pausedClock : texts.question.left);
    if (watched !== room.question?.index) {
      watched = room.question?.index;
      thresholds = new Thresholds((room.setup?.limit?.seconds ?? 0) * 1000 || left);
    }
    const mark = thresholds.passed(left);
    if (mark !== null) announce(texts.question.time(minutes(mark)));
  }

  return { element, update: show, leave: () => clearInterval(tick) };
}

export function minutes(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
