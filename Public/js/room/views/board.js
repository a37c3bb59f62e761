// The board: points are rows, people are columns, so that what a host reads from two metres is six numbers and a
// pattern. Columns never move; rows change place at most every ten seconds, and not under a pointer or the focus.

import { announce } from "../../announce.js";
import { button, h, hidden, refill, setText } from "../../dom.js";
import { blindSpot, candidates, pointsByNeed } from "../state.js";
import { texts } from "../texts.js";
import { answerPanel } from "./answer-panel.js";

const words = texts.board;
/** Up to so many people a cell says its word, up to so many it shows a level; beyond that a row is a bar. */
const density = { words: 6, levels: 36 };
const settle = 10_000;

export function boardPart(app) {
  const needs = h("div", { class: "needs", data: { testid: "needs" } });
  const place = h("div", { class: "board-place" });
  const panel = answerPanel(app);
  const element = h("section", { class: "board-part", "aria-label": words.title }, needs, place, panel.element);
  let order = [];
  let orderedAt = 0;
  let orderedFor = null;
  let before = "";
  let wanted = "";
  let told = null;
  let toldAt = 0;

  function rowsInOrder(board) {
    const ordered = pointsByNeed(board);
    const isBusy = place.matches(":hover") || place.contains(document.activeElement);
    const now = performance.now();
    const isDue = orderedFor !== board.question || (now - orderedAt > settle && !isBusy && !app.room.closed);
    if (isDue || order.length !== ordered.length) {
      order = ordered.map(({ point }) => point.id);
      orderedAt = now;
      orderedFor = board.question;
    }
    return order.map((id) => ordered.find(({ point }) => point.id === id)).filter(Boolean);
  }

  function open(seat) {
    panel.open(seat, columns().map((one) => one.seat));
  }

  /** Columns stay in the order in which people came. */
  const columns = () => candidates(app.room);

  function table(board) {
    const people = columns();
    const rows = rowsInOrder(board);
    const answers = rows[0]?.answers ?? 0;
    const blind = blindSpot(board, rows.slice().sort((a, b) => a.hit - b.hit));
    const kind = people.length <= density.words ? "few" : people.length <= density.levels ? "levels" : "many";
    const head = h("tr", {}, h("th", { scope: "col", class: "corner" }, words.of(answers)),
      kind === "many" ? h("th", { scope: "col" }, hidden(words.caption(answers))) : people.map((one) => column(one, board)));
    return h("table", { class: `board ${kind}`, data: { testid: "board" } }, h("caption", { class: "visually-hidden" }, words.caption(answers)),
      h("thead", {}, head), h("tbody", {}, rows.map((row) => line(row, people, board, kind, blind?.point.id === row.point.id))));
  }

  function column(one, board) {
    const row = board.rows.get(one.seat);
    const state = stateOf(one, row);
    return h("th", { scope: "col", class: "person-column", data: { state, testid: "column" } },
      button([h("span", { class: "column-name", dir: "auto" }, one.name), h("span", { class: "sign", "aria-hidden": "true" }, sign[state] ?? ""), hidden(` ${stateWord(state)}`)], {
        class: "column-head", "aria-label": `${words.open(one.name)}, ${stateWord(state)}`, title: one.name,
        data: { focus: `column ${one.seat}`, seat: one.seat, testid: "open-answer" }, press: () => open(one.seat),
      }));
  }

  function line({ point, place: at, hit, partial, answers }, people, board, kind, isBlind) {
    const head = h("th", { scope: "row", class: "point-line" },
      h("span", { class: "figure" }, texts.number(hit)), h("span", { class: "point-head", dir: "auto" }, point.head),
      isBlind ? h("span", { class: "blind" }, words.blind) : null);
    const data = { point: point.id, blind: isBlind ? "true" : null, misconception: point.misconception ? "true" : null };
    if (kind === "many") return h("tr", { data }, head, h("td", { class: "share" }, shares(hit, partial, answers)));
    return h("tr", { data }, head, people.map((one) => {
      const letter = board.rows.get(one.seat)?.verdicts?.[at] ?? "";
      return h("td", { class: "cell", data: { letter: letter || "none" } },
        h("span", { class: "fill", "aria-hidden": "true", data: { letter: letter || "none" } }),
        kind === "few" ? h("span", { class: "cell-word" }, letter ? words.letters[letter] : "") : hidden(words.letters[letter] ?? ""));
    }));
  }

  function shares(hit, partial, answers) {
    const style = (n) => ({ class: "stack-part", "data-share": answers ? Math.round((n / answers) * 20) : 0 });
    return h("div", { class: "stack", role: "img", "aria-label": `${texts.reveal.said(hit, answers)}` },
      h("span", { ...style(hit), "data-letter": "h" }), h("span", { ...style(partial), "data-letter": "p" }));
  }

  function list(board) {
    const search = h("input", { type: "text", id: "find-answer", "aria-label": words.find, placeholder: words.find, value: wanted, data: { focus: "find-answer" } });
    search.addEventListener("input", () => {
      wanted = search.value;
      before = "";
      update();
    });
    const rank = { stuck: 0, away: 2 };
    const found = columns().filter(({ name = "" }) => name.toLowerCase().includes(wanted.trim().toLowerCase()))
      .map((one) => ({ one, state: stateOf(one, board.rows.get(one.seat)) }))
      .sort((a, b) => (rank[a.state] ?? 1) - (rank[b.state] ?? 1)).slice(0, 60);
    return h("div", { class: "board-list" }, search, h("ul", {}, found.map(({ one, state }) => h("li", { data: { state } },
      button([h("span", { dir: "auto" }, one.name), h("span", { class: "note" }, ` ${sign[state] ?? ""} ${stateWord(state)}`)], {
        class: "plain small", data: { focus: `list ${one.seat}`, seat: one.seat }, press: () => open(one.seat),
      })))));
  }

  function showNeeds(board) {
    const stuck = columns().filter((one) => stateOf(one, board.rows.get(one.seat)) === "stuck");
    refill(needs, [h("strong", {}, words.needs), ...(stuck.length === 0 ? [h("span", { class: "note" }, words.nobody)]
      : stuck.slice(0, 5).map((one) => h("span", { class: "need" }, h("span", { dir: "auto" }, one.name), " ",
        button(words.nudge, { class: "plain small", "aria-label": `${words.nudge}: ${one.name}`, data: { focus: `nudge ${one.seat}` }, press: () => app.ask("nudge", { seat: one.seat }) }))))]);
  }

  /** To hosts, gathered for ten seconds, and never cell by cell. */
  function tell(totals) {
    if (!totals || totals.done === told || performance.now() - toldAt < settle) return;
    if (told !== null) announce(words.tally(totals.done, totals.of));
    told = totals.done;
    toldAt = performance.now();
  }

  function update() {
    const { board, totals } = app.room;
    panel.update();
    if (!board) return void setText(place, words.noAnswers);
    const people = columns();
    const state = JSON.stringify([board.question, [...board.rows.values()].map(({ seat, verdicts, status, away, stuck, here }) =>
      [seat, verdicts, status, away, stuck, here]), people.map(({ seat, name }) => [seat, name]), app.room.closed, wanted]);
    if (state !== before) {
      before = state;
      refill(place, people.length > density.levels ? [table(board), list(board)] : [table(board)]);
      showNeeds(board);
    }
    tell(totals);
  }

  place.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const heads = [...place.querySelectorAll(".column-head")];
    const at = heads.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    heads[(at + step + heads.length) % heads.length].focus();
  });

  return { element, update, leave: () => panel.close() };
}

const sign = { done: "✓", late: "✓", finished: "✓", writing: "…", answering: "…", stuck: "!", away: "╱", skipped: "–" };

/** What a column says of its person; a host looks for who is stuck or away first. */
export function stateOf(one, row) {
  if (one.here === false || row?.here === false || row?.away) return "away";
  if (row?.stuck) return "stuck";
  return row?.status ?? "waiting";
}

function stateWord(state) {
  return { stuck: words.stuck, away: words.away }[state] ?? words.statuses[state] ?? state;
}
