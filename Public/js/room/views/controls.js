// What a host does with a question. Close, reveal and next take turns as the one primary button, in the same place.

import { ask } from "../../dialog.js";
import { button, h, refill, setBusy } from "../../dom.js";
import { isRevealed } from "../state.js";
import { texts } from "../texts.js";

const words = texts.control;

export function controls(app) {
  const bar = h("div", { class: "actions steering", role: "group", "aria-label": texts.board.title, data: { testid: "controls" } });
  const more = h("div", { class: "actions" });
  const element = h("div", { class: "steering-part" }, bar,
    h("details", {}, h("summary", {}, words.more), more, h("p", { class: "note" }, words.keys)));
  let before = "";

  const question = () => ({ question: app.room.question.index });
  const close = () => {
    app.ask("close", question());
    app.notice = { text: words.closed, undo: () => app.ask("undo") };
  };
  const show = () => app.ask("show", question());
  const next = () => app.ask("next", question());
  const minute = () => app.ask("extend", { seconds: 60 });
  const pause = () => app.ask(app.room.paused ? "continue" : "pause");
  async function end() {
    const [title, text, proceed, stay] = words.askEnd;
    if (await ask({ title, text, proceed, stay })) app.ask("end");
  }

  const isLast = () => app.room.question && app.room.question.index + 1 >= (app.room.question.of ?? app.room.count);
  const keys = { c: () => !app.room.closed && close(), v: () => !isRevealed(app.room) && show(), n: next, e: minute, p: pause, u: () => app.ask("undo") };

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
    const act = keys[event.key.toLowerCase()];
    if (!act || app.room?.phase !== "asking") return;
    event.preventDefault();
    act();
  }
  document.addEventListener("keydown", pressed);

  function entry(label, press, { primary = false, key = null, testid, busy }) {
    const node = button([label, key ? h("kbd", { "aria-hidden": "true" }, key.toUpperCase()) : null], {
      class: primary ? "primary" : "plain", "aria-keyshortcuts": key, data: { testid, focus: testid }, press,
    });
    setBusy(node, busy);
    return node;
  }

  return {
    element,
    update() {
      const { room } = app;
      const isOwn = room.rules?.progression === "own";
      const stage = isOwn ? "own" : isRevealed(room) ? "next" : room.closed ? "reveal" : "close";
      const busy = ["close", "show", "next"].some((type) => app.isAsking(type));
      const state = JSON.stringify([stage, room.paused, room.locked, busy, room.clock !== null, isLast()]);
      if (state === before) return;
      before = state;
      const goOn = isLast() ? words.finish : words.next;
      refill(bar, isOwn ? [entry(words.end, end, { testid: "end" })] : [
        stage === "close" ? entry(words.close, close, { primary: true, key: "c", testid: "close", busy })
          : stage === "reveal" ? entry(words.reveal, show, { primary: true, key: "v", testid: "reveal", busy })
          : entry(goOn, next, { primary: true, key: "n", testid: "next", busy }),
        stage === "close" ? entry(words.reveal, show, { key: "v", testid: "reveal-now", busy }) : null,
        stage !== "next" ? entry(goOn, next, { key: "n", testid: "next-now", busy }) : null,
        room.clock ? entry(words.minute, minute, { key: "e", testid: "minute" }) : null,
        room.clock ? entry(room.paused ? words.continue : words.pause, pause, { key: "p", testid: "pause" }) : null,
      ].filter(Boolean));
      refill(more, [
        isOwn ? null : entry(words.skip, () => app.ask("skip", question()), { testid: "skip" }),
        entry(words.undo, () => app.ask("undo"), { key: "u", testid: "undo-last" }),
        entry(room.locked ? words.unlock : words.lock, () => app.ask("lock", { locked: !room.locked }), { testid: "lock" }),
        isOwn ? null : entry(words.end, end, { testid: "end" }),
      ].filter(Boolean));
    },
    leave: () => document.removeEventListener("keydown", pressed),
  };
}
