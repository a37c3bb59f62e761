// Where people are too many for columns: a list to search and to filter by how far they are, stuck and away first.

import { button, h, refill } from "../../dom.js";
import { saidOf } from "../state.js";
import { texts } from "../texts.js";
import { sign, stateOf, stateWord } from "./board-column.js";

const words = texts.board;
/** More than these are found by name. */
const most = 60;
const groups = { all: () => true, stuck: (state) => state === "stuck", away: (state) => state === "away",
  answering: (state) => state === "writing" || state === "waiting", done: (state) => ["done", "late", "finished", "skipped"].includes(state) };
const rank = { stuck: 0, waiting: 1, writing: 1, away: 3 };

/** @param columns gives the candidates in their order; @param open shows somebody's answer */
export function boardPeople(app, { columns, open }) {
  const search = h("input", { type: "text", id: "find-answer", "aria-label": words.find, placeholder: words.find, autocomplete: "off" });
  const filters = h("div", { class: "chips", role: "group", "aria-label": words.filter });
  const list = h("ul", { class: "board-names" });
  const element = h("section", { class: "board-list", hidden: true, data: { testid: "board-list" } },
    h("div", { class: "board-list-head" }, h("h2", {}, words.people), filters, search), list);
  let group = "all";
  let shown = null;
  search.addEventListener("input", () => show());

  function show() {
    const all = columns().map((one) => ({ one, row: shown.rows.get(one.seat), state: stateOf(one, shown.rows.get(one.seat)) }));
    refill(filters, Object.entries(groups).map(([name, belongs]) => {
      const count = all.filter(({ state }) => belongs(state)).length;
      return button(`${words.groups[name]} ${texts.number(count)}`, {
        class: "chip", "aria-pressed": String(group === name), data: { focus: `group ${name}` },
        press: () => {
          group = name;
          show();
        },
      });
    }));
    const wanted = search.value.trim().toLowerCase();
    const found = all.filter(({ one, state }) => groups[group](state) && (one.name ?? "").toLowerCase().includes(wanted))
      .sort((a, b) => (rank[a.state] ?? 2) - (rank[b.state] ?? 2));
    refill(list, [...found.slice(0, most).map(person),
      found.length > most ? h("li", { class: "note" }, texts.people.others(found.length - most)) : null].filter(Boolean));
  }

  function person({ one, row, state }) {
    const { said, all: points } = saidOf(shown, row?.verdicts ?? "");
    return h("li", { data: { state } }, button([h("span", { class: "sign", "aria-hidden": "true" }, sign[state] ?? ""),
      h("span", { class: "board-name", dir: "auto" }, one.name),
      h("span", { class: "note" }, row?.attempts ? words.saidOf(said, points) : stateWord(state))], {
      class: "board-person", data: { focus: `list ${one.seat}`, seat: one.seat, testid: "list-answer" }, press: () => open(one.seat),
    }));
  }

  return {
    element,
    update(board, isWanted) {
      element.hidden = !isWanted;
      shown = board;
      if (isWanted) show();
    },
  };
}
