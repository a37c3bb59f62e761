// Who needs the host now: those who have typed nothing for a while. The line keeps its place when it is empty, so that
// the board below it does not jump.

import { button, h, refill } from "../../dom.js";
import { texts } from "../texts.js";
import { stateOf } from "./board-column.js";

const words = texts.board;
const named = 3;

export function needsLine(app, columns) {
  const element = h("div", { class: "needs", data: { testid: "needs" } });

  const list = (people) => people.slice(0, named).flatMap(({ name }, i) => [i ? ", " : "", h("bdi", {}, name)]);
  const others = (people) => (people.length > named ? h("span", {}, texts.people.others(people.length - named)) : null);

  return {
    element,
    update(board) {
      const all = columns().map((one) => ({ ...one, state: stateOf(one, board.rows.get(one.seat)) }));
      const stuck = app.room.closed ? [] : all.filter(({ state }) => state === "stuck");
      const away = all.filter(({ state }) => state === "away");
      const claims = all.filter(({ seat }) => board.rows.get(seat)?.disputes?.length);
      element.dataset.stuck = String(stuck.length > 0);
      refill(element, [
        stuck.length === 0 ? h("span", { class: "note" }, words.nobody) : [
          h("span", { class: "need stuck" }, `! ${words.stuckTitle}`), h("strong", { class: "need-names" }, list(stuck)), others(stuck),
          button(stuck.length === 1 ? words.nudge : words.nudgeAll(stuck.length), {
            class: "plain small", data: { focus: "nudge", testid: "nudge" },
            press: () => { for (const { seat } of stuck) app.ask("nudge", { seat }); },
          })],
        claims.length === 0 ? null : h("span", { class: "need" }, "? ", h("strong", { class: "need-names" }, list(claims)), " ", words.claimsWait),
        away.length === 0 ? null : h("span", { class: "need note" }, `╱ ${words.awayTitle} `,
          away.length > named ? words.awayMany(away.length) : list(away)),
      ].flat().filter(Boolean));
    },
  };
}
