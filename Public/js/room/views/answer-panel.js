// One person's answers to the question at hand, with the words that count and the claims that wait for a ruling.

import { button, h } from "../../dom.js";
import { nameOf } from "../state.js";
import { texts } from "../texts.js";
import { evidenceText } from "./evidence.js";

const words = texts.board;

export function answerPanel(app) {
  const element = h("aside", { class: "panel answer-panel", hidden: true, "aria-label": words.title, data: { testid: "answer-panel" } });
  let seat = null;
  let before = "";
  let from = null;

  function fetch() {
    app.ask("row", { seat, question: app.room.board?.rows.get(seat)?.question ?? app.room.question.index });
  }

  function close() {
    if (seat === null) return;
    seat = null;
    element.hidden = true;
    from?.focus?.();
  }

  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });

  function show() {
    const { room } = app;
    const row = room.board?.rows.get(seat);
    const kept = room.row?.seat === seat ? room.row : null;
    const state = JSON.stringify([seat, kept?.ref, row?.attempts, row?.disputes, room.ruled.length]);
    if (state === before) return;
    const isStale = kept && row && kept.attempts.length !== row.attempts;
    before = state;
    if (isStale) fetch();
    const attempt = kept?.attempts?.at(-1);
    const heading = h("h2", { tabindex: "-1", dir: "auto" }, nameOf(room, seat));
    const isFirst = element.hidden;
    element.hidden = false;
    element.replaceChildren(heading,
      button(words.close, { class: "plain small", data: { testid: "close-answer" }, press: close }),
      attempt ? h("div", { class: "stack" }, h("p", { class: "note" }, `${words.coverage} ${texts.percent(kept.own ?? attempt.mark?.coverage ?? 0)}`),
        evidenceText(attempt.text, attempt.mark), points(attempt, row)) : h("p", { class: "note" }, words.noAnswer));
    if (isFirst) heading.focus({ preventScroll: true });
  }

  function points({ attempt, mark }, row) {
    const { question } = app.room.row;
    const ruled = (id) => app.room.ruled.findLast?.((one) => one.seat === seat && one.question === question && one.point === id && !one.withdrawn)
      ?? app.room.ruled.filter((one) => one.seat === seat && one.question === question && one.point === id && !one.withdrawn).at(-1);
    const rule = (point, said) => app.ask("rule", { seat, question, attempt, point, said, ranges: [], withdrawn: false });
    return h("ul", { class: "found" }, (mark?.points ?? []).filter(({ misconception, verdict }) => !misconception || verdict === "held").map((point) => {
      const claimed = row?.disputes?.includes(point.id);
      const decided = ruled(point.id);
      return h("li", { data: { verdict: point.verdict, claimed: claimed ? "true" : null } },
        h("span", { class: "fill", "aria-hidden": "true", data: { verdict: point.verdict } }), h("span", { dir: "auto" }, point.head),
        h("span", { class: "verdict" }, ` ${texts.verdicts[point.verdict]}`),
        decided?.said ? h("span", { class: "note" }, ` ${words.ruled}`) : null,
        point.verdict === "hit" ? null : h("span", { class: "actions" },
          claimed ? h("strong", {}, words.claims(1)) : null,
          button(words.rule, { class: "plain small", "aria-label": `${words.rule}: ${point.head}`, data: { testid: "rule" }, press: () => rule(point.id, true) }),
          claimed ? button(words.ruledOut, { class: "plain small", "aria-label": `${words.ruledOut}: ${point.head}`, press: () => rule(point.id, false) }) : null));
    }));
  }

  return {
    element,
    close,
    open(wanted) {
      from = document.activeElement;
      seat = wanted;
      before = "";
      fetch();
      show();
    },
    update() {
      if (seat !== null) show();
    },
  };
}
