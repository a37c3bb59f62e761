// One person's answers to the question at hand, with the words that count and the claims that wait for a ruling.

import { langOf, withSubject } from "../../bank-language.js";
import { button, h, refill, setText } from "../../dom.js";
import { quote } from "../../highlight.js";
import { tally } from "../../points.js";
import { AnswerSelection } from "../../selection.js";
import { nameOf } from "../state.js";
import { texts } from "../texts.js";
import { stateOf, stateWord } from "./board-column.js";
import { evidenceText } from "./evidence.js";
import { foundList } from "./found.js";

const words = texts.board;

/** @param columns gives the candidates in their order; @param changed called when another answer is open, or none */
export function answerPanel(app, { columns, changed }) {
  const element = h("aside", { class: "panel answer-panel", hidden: true, "aria-label": words.answerOf, data: { testid: "answer-panel" } });
  // Words that the host has selected: a ruling is about them.
  const selection = new AnswerSelection(element, "", () => showMarked());
  const marked = h("p", { class: "note", role: "status", data: { testid: "marked-words" } });
  let seat = null;
  let before = "";
  let from = null;
  let asked = "";
  const told = h("p", { class: "note", role: "status", hidden: true, data: { testid: "ruled-also" } });

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
    selection.range = null;
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
    // Who was in the hot seat may be gone, and nobody else has answers.
    if (all.length) open(all[(at + by + all.length) % all.length].seat);
  }

  element.addEventListener("keydown", (event) => {
    // In the answer arrow keys choose words.
    if (event.defaultPrevented) return;
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
    const hadFocus = element.contains(document.activeElement);
    refill(element, [h("div", { class: "panel-head" },
      h("h2", { tabindex: "-1", dir: "auto", data: { focus: "panel" } }, nameOf(room, seat)), h("span", { class: "note" }, stateWord(stateOf(person, row))),
      h("span", { class: "panel-steps" },
        button("‹", { class: "plain small", "aria-label": words.before, data: { focus: "before" }, press: () => step(-1) }),
        button("›", { class: "plain small", "aria-label": words.after, data: { focus: "after" }, press: () => step(1) }),
        button(words.close, { class: "plain small", data: { focus: "close", testid: "close-answer" }, press: close }))),
    ...(attempt ? answer(attempt, kept, row).filter(Boolean) : [h("p", { class: "note" }, row?.attempts ? words.fetching : words.noAnswer)])]);
    selection.restore();
    // Who rules with the keyboard stays in the panel, though the button is gone.
    if (hadFocus && !element.contains(document.activeElement)) element.querySelector("h2").focus({ preventScroll: true });
  }

  function answer(attempt, kept, row) {
    const points = attempt.mark?.points ?? [];
    const { said, all } = attempt.mark ? tally(attempt.mark) : { all: 0 };
    const facts = [...(all ? [words.saidOf(said, all),
      texts.percent(kept.own ?? attempt.mark?.coverage ?? 0)] : []), words.attempt(attempt.attempt),
      row?.hints ? words.hints(row.hints) : null, attempt.late ? words.statuses.late : null].filter(Boolean);
    if (selection.text !== attempt.text) selection.range = null;
    selection.text = attempt.text;
    showMarked();
    showTold();
    return [h("p", { class: "note" }, facts.join(" · ")), evidenceText(attempt.text, attempt.mark, {
      choosing: points.length ? words.choosing : null, claimed: (attempt.claims ?? []).flatMap(({ ranges }) => ranges),
    }), points.length ? marked : null, told,
      points.length ? foundList(attempt.mark, (point) => found(point, attempt, row)) : null];
  }

  function found(point, { attempt, text, ruled = [], claims = [] }, row) {
    const { question } = app.room.row;
    const asked = app.room.asked.get(question);
    const isRuled = ruled.includes(point.id);
    const isClaimed = row?.disputes?.includes(point.id) && !isRuled;
    // The words that were claimed count, unless the host has chosen others.
    const claimed = claims.find((one) => one.point === point.id)?.ranges ?? [];
    const chosen = () => (selection.range ? [selection.range] : claimed);
    const rule = (said, { withdrawn = false, everybody = false } = {}) => app.ask("rule", {
      seat, question, attempt, point: point.id, said, ranges: said && !withdrawn ? chosen() : [], withdrawn,
      ...(everybody ? { everybody } : {}),
    });
    // The words of those who are at another question are not at hand.
    const mayAll = question === app.room.question?.index && app.room.rules?.progression !== "own";
    const act = (label, press, testid) => button(withSubject(label, point.head, asked), {
      class: "plain small", data: { focus: `${testid} ${point.id}`, testid }, press });
    return h("li", { data: { verdict: point.verdict, claimed: isClaimed ? "true" : null } },
      h("span", { class: "fill", "aria-hidden": "true", data: { verdict: point.verdict } }), h("span", { class: "found-head", dir: "auto", lang: langOf(asked) }, point.head),
      h("span", { class: "verdict" }, ` ${texts.verdicts[point.verdict]}`),
      isRuled ? h("strong", { class: "note" }, ` ${words.ruled}`) : null,
      isClaimed ? h("p", { class: "claim" }, words.claim, claimed.length ? [" ", h("q", { dir: "auto", data: { testid: "claimed-words" } },
        claimed.map((range) => quote(text, range)).join(" … "))] : null) : null,
      point.verdict === "hit" ? null : h("span", { class: "actions" },
        isRuled ? act(words.takeBack, () => rule(true, { withdrawn: true }), "take-back") : act(words.rule, () => rule(true), "rule"),
        !mayAll ? null : isRuled ? act(words.takeBackAll, () => rule(true, { withdrawn: true, everybody: true }), "take-back-all")
          : act(words.ruleAll, () => rule(true, { everybody: true }), "rule-all"),
        isClaimed ? act(words.ruledOut, () => rule(false), "rule-out") : null));
  }

  /** For how many a ruling was made that was to hold for all. */
  function showTold() {
    const last = app.room.ruled.filter((one) => one.seat === seat && one.others !== undefined).at(-1);
    setText(told, !last ? "" : last.withdrawn ? words.backAlso(last.others) : words.ruledAlso(last.others));
    told.hidden = !last;
  }

  function showMarked() {
    const { range } = selection;
    setText(marked, range && selection.text ? words.markedWords(selection.text.slice(range.start, range.end)) : words.markFirst);
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
