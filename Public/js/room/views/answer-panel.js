// One person's answers to the question at hand, with the words that count and the claims that wait for a ruling.

import { button, h, refill } from "../../dom.js";
import { nameOf } from "../state.js";
import { texts } from "../texts.js";
import { stateOf, stateWord } from "./board-column.js";
import { evidenceText } from "./evidence.js";

const words = texts.board;

/** @param columns gives the candidates in their order; @param changed called when another answer is open, or none */
export function answerPanel(app, { columns, changed }) {
  const element = h("aside", { class: "panel answer-panel", hidden: true, "aria-label": words.answerOf, data: { testid: "answer-panel" } });
  let seat = null;
  let before = "";
  let from = null;
  let asked = "";

  /** Asks for the answers once for each state of the row that the board has told. */
  function fetch(row) {
    const question = row?.question ?? app.room.question.index;
    const wanted = JSON.stringify([seat, question, row?.attempts ?? 0, row?.own, row?.disputes, app.room.ruled.length]);
    if (wanted === asked || !row?.attempts) return;
    asked = wanted;
    app.ask("row", { seat, question });
  }

  function open(wanted) {
    if (seat === null) from = document.activeElement?.dataset.focus ?? null;
    const isFirst = seat === null;
    seat = wanted;
    before = asked = "";
    changed();
    if (isFirst) element.querySelector("h2")?.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  function close() {
    if (seat === null) return;
    seat = null;
    element.hidden = true;
    if (app.room?.board) changed();
    [...document.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === from)?.focus({ preventScroll: true });
  }

  function step(by) {
    const all = columns();
    const at = all.findIndex((one) => one.seat === seat);
    open(all[(at + by + all.length) % all.length].seat);
  }

  element.addEventListener("keydown", (event) => {
    const act = { Escape: close, ArrowLeft: () => step(-1), ArrowRight: () => step(1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  function show() {
    const { room } = app;
    const row = room.board?.rows.get(seat);
    fetch(row);
    const question = row?.question ?? room.question.index;
    const kept = room.row?.seat === seat && room.row.question === question ? room.row : null;
    const person = room.seats.get(seat) ?? {};
    const state = JSON.stringify([seat, kept?.ref, row, nameOf(room, seat), room.ruled.length, app.isAsking("rule")]);
    if (state === before) return;
    before = state;
    element.hidden = false;
    const attempt = kept?.attempts?.at(-1);
    refill(element, [h("div", { class: "panel-head" },
      h("h2", { tabindex: "-1", dir: "auto", data: { focus: "panel" } }, nameOf(room, seat)), h("span", { class: "note" }, stateWord(stateOf(person, row))),
      h("span", { class: "panel-steps" },
        button("‹", { class: "plain small", "aria-label": words.before, data: { focus: "before" }, press: () => step(-1) }),
        button("›", { class: "plain small", "aria-label": words.after, data: { focus: "after" }, press: () => step(1) }),
        button(words.close, { class: "plain small", data: { focus: "close", testid: "close-answer" }, press: close }))),
    ...(attempt ? answer(attempt, kept, row) : [h("p", { class: "note" }, row?.attempts ? words.fetching : words.noAnswer)])]);
  }

  function answer(attempt, kept, row) {
    const points = (attempt.mark?.points ?? []).filter(({ misconception, verdict }) => !misconception || verdict === "held");
    const proper = points.filter(({ misconception }) => !misconception);
    const facts = [words.saidOf(proper.filter(({ verdict }) => verdict === "hit").length, proper.length),
      texts.percent(kept.own ?? attempt.mark?.coverage ?? 0), words.attempt(attempt.attempt),
      row?.hints ? words.hints(row.hints) : null, attempt.late ? words.statuses.late : null].filter(Boolean);
    return [h("p", { class: "note" }, facts.join(" · ")), evidenceText(attempt.text, attempt.mark),
      h("ul", { class: "found" }, points.map((point) => found(point, attempt, row)))];
  }

  function found(point, { attempt, ruled = [] }, row) {
    const { question } = app.room.row;
    const isRuled = ruled.includes(point.id);
    const isClaimed = row?.disputes?.includes(point.id) && !isRuled;
    const rule = (said, withdrawn = false) => app.ask("rule", { seat, question, attempt, point: point.id, said, ranges: [], withdrawn });
    const act = (label, press, testid) => button(label, {
      class: "plain small", "aria-label": `${label}: ${point.head}`, data: { focus: `${testid} ${point.id}`, testid }, press });
    return h("li", { data: { verdict: point.verdict, claimed: isClaimed ? "true" : null } },
      h("span", { class: "fill", "aria-hidden": "true", data: { verdict: point.verdict } }), h("span", { class: "found-head", dir: "auto" }, point.head),
      h("span", { class: "verdict" }, ` ${texts.verdicts[point.verdict]}`),
      isRuled ? h("strong", { class: "note" }, ` ${words.ruled}`) : null,
      isClaimed ? h("p", { class: "claim" }, words.claim) : null,
      point.verdict === "hit" ? null : h("span", { class: "actions" },
        isRuled ? act(words.takeBack, () => rule(true, true), "take-back") : act(words.rule, () => rule(true), "rule"),
        isClaimed ? act(words.ruledOut, () => rule(false), "rule-out") : null));
  }

  return {
    element, open, close,
    /** Whose answer is open, or null. */
    get seat() { return seat; },
    update() {
      if (seat !== null) show();
    },
  };
}
