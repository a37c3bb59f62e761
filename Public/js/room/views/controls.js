// What a host does with a question. Close, reveal and next take turns as the one primary button, in the same place.

import { ask } from "../../dialog.js";
import { button, h, refill, setBusy } from "../../dom.js";
import { isRevealed } from "../state.js";
import { texts } from "../texts.js";

const words = texts.control;

export function controls(app) {
  const bar = h("div", { class: "actions steering", role: "group", "aria-label": words.title, data: { testid: "controls" } });
  const more = h("div", { class: "actions" });
  const details = h("details", { class: "steering-more" }, h("summary", { data: { testid: "more" } }, words.more), h("div", { class: "panel stack" }, more,
    h("p", { class: "note" }, words.keys)));
  const element = h("div", { class: "steering-part" }, bar, details);
  let before = "";

  const undo = () => app.ask("undo");
  const question = () => ({ question: app.room.question.index });
  const close = () => app.ask("close", question());
  const show = () => app.ask("show", question());
  const next = () => app.ask("next", question());
  const minute = () => app.ask("extend", { seconds: 60 });
  const pause = () => app.ask(app.room.paused ? "continue" : "pause");
  async function end() {
    const [title, text, proceed, stay] = words.askEnd;
    if (await ask({ title, text, proceed, stay })) app.ask("end");
  }

  const isOwn = () => app.room.rules?.progression === "own";
  /** Closing can be taken back until it is revealed; going on, until somebody has answered. */
  function mayUndo() {
    const { room } = app;
    if (isOwn() || isRevealed(room)) return false;
    return room.closed || (room.question.index > 0 && room.totals?.question === room.question.index && room.totals.done === 0);
  }

  const isBusy = () => ["close", "show", "next", "undo"].some((type) => app.isAsking(type));
  const isLast = () => app.room.question && app.room.question.index + 1 >= (app.room.question.of ?? app.room.count);
  const keys = {
    c: () => !isOwn() && !app.room.closed && close(), v: () => !isOwn() && !isRevealed(app.room) && show(),
    n: () => !isOwn() && next(), u: () => mayUndo() && undo(), e: () => !isOwn() && app.room.clock && minute(), p: () => !isOwn() && app.room.clock && pause(),
  };

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (document.querySelector("dialog[open]") || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key.toLowerCase()];
    if (!act || app.room?.phase !== "asking" || isBusy()) return;
    event.preventDefault();
    act();
  }
  document.addEventListener("keydown", pressed);

  /** @param place "wide" in the bar where there is room for it, "narrow" under More where there is not; everywhere without */
  function entry(label, press, { primary = false, key = null, testid, busy = false, place = "" }) {
    const node = button([label, key ? h("kbd", { "aria-hidden": "true" }, key.toUpperCase()) : null], {
      class: `${primary ? "primary" : "plain"} ${place}`.trim(), "aria-keyshortcuts": key, data: { testid, focus: primary ? "primary" : `${testid} ${place}` }, press,
    });
    setBusy(node, busy);
    return node;
  }

  return {
    element,
    update() {
      const { room } = app;
      const stage = isOwn() ? "own" : isRevealed(room) ? "next" : room.closed ? "reveal" : "close";
      const busy = isBusy();
      const state = JSON.stringify([stage, room.paused, room.locked, busy, room.clock !== null, isLast(), mayUndo()]);
      if (state === before) return;
      before = state;
      const others = (place) => [
        room.clock && stage === "close" ? entry(room.paused ? words.continue : words.pause, pause, { key: "p", testid: "pause", place }) : null,
        stage === "close" ? entry(words.reveal, show, { key: "v", testid: "reveal-now", busy, place }) : null,
        stage !== "next" ? entry(goOn, next, { key: "n", testid: "next-now", busy, place }) : null,
      ];
      const goOn = isLast() ? words.finish : words.next;
      const hadFocus = bar.contains(document.activeElement);
      refill(bar, stage === "own" ? [entry(words.end, end, { testid: "end" })] : [
        stage === "close" ? entry(words.close, close, { primary: true, key: "c", testid: "close", busy })
          : stage === "reveal" ? entry(words.reveal, show, { primary: true, key: "v", testid: "reveal", busy })
          : entry(goOn, next, { primary: true, key: "n", testid: "next", busy }),
        room.clock && stage !== "next" ? entry(words.minute, minute, { key: "e", testid: "minute" }) : null,
        mayUndo() ? entry(words.undo, undo, { key: "u", testid: "undo", busy }) : null,
        ...others("wide"),
      ].filter(Boolean));
      // What was pressed may be gone: the way on is where to go on.
      if (hadFocus && !bar.contains(document.activeElement)) bar.querySelector("button")?.focus({ preventScroll: true });
      refill(more, [
        ...stage === "own" ? [] : others("narrow"),
        entry(room.locked ? words.unlock : words.lock, () => app.ask("lock", { locked: !app.room.locked }), { testid: "lock" }),
        stage === "own" ? null : entry(words.end, end, { testid: "end" }),
      ].filter(Boolean));
    },
    leave: () => document.removeEventListener("keydown", pressed),
  };
}
