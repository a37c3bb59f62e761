// The board: points are rows, people are columns, so that what a host reads from two metres is six numbers and a
// pattern. Columns never move; rows change place at most every ten seconds, and not under a pointer or the focus.

import { langOf } from "../../bank-language.js";
import { announce } from "../../announce.js";
import { h, hidden, refill } from "../../dom.js";
import { blindSpot, candidates, pointsByNeed } from "../state.js";
import { texts } from "../texts.js";
import { answerPanel } from "./answer-panel.js";
import { boardLegend } from "./board-legend.js";
import { boardPeople } from "./board-people.js";
import { columnHead, stateOf } from "./board-column.js";
import { needsLine } from "./needs.js";

const words = texts.board;
/**
 * Pixels that a column needs: for a word, for a level below a name that lies, below one that stands (as wide as what a
 * finger hits), for a level alone.
 */
const widths = { words: 144, flat: 88, names: 24, levels: 11 };
/** Below so many pixels there is no room for people beside the points. */
const phone = 640;
/** From this width of the window on an open answer is beside the board, else below it. */
const isWide = window.matchMedia("(min-width: 62rem)");
/** Milliseconds between two orders of the rows, and between two tallies that are said aloud. */
const settle = 10_000;

export function boardPart(app) {
  const needs = needsLine(app, columns);
  const place = h("div", { class: "board-place" });
  const panel = answerPanel(app, { columns, changed: update });
  const people = boardPeople(app, { columns, open: panel.open });
  const legend = boardLegend();
  const main = h("div", { class: "board-main" }, place, legend.element);
  const element = h("section", { class: "board-part", "aria-label": words.title },
    needs.element, h("div", { class: "board-and-panel" }, main, panel.element));
  let order = [];
  let orderedAt = 0;
  let orderedFor = null;
  let before = "";
  let told = null;
  let toldAt = 0;
  // What could not change place as it came does so when it may.
  const settling = setInterval(() => update(), settle / 4);
  const resized = new ResizeObserver(() => update());
  resized.observe(main);

  /** Columns stay in the order in which people came; where one is in the hot seat nobody else answers. */
  function columns() {
    const seat = app.room.question?.for;
    return candidates(app.room).filter((one) => !seat || one.seat === seat);
  }

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

  /** Pixels of the column with the points: the style sheet says it. */
  function pointsWidth() {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return Number.parseFloat(getComputedStyle(element).getPropertyValue("--points")) * rem;
  }

  /** How much of each person there is room for. */
  function densityOf(count) {
    const width = main.clientWidth || window.innerWidth;
    const isBeside = panel.seat !== null && isWide.matches;
    if (width < phone && !isBeside) return "many";
    const each = (width - pointsWidth()) / Math.max(1, count);
    if (each >= widths.names) return each >= widths.words ? "few" : each >= widths.flat ? "levels flat" : "levels";
    return isBeside && each >= widths.levels ? "levels bare" : "many";
  }

  function table(board, rows, all, kind) {
    const answers = rows[0]?.answers ?? 0;
    const blind = blindSpot(board);
    const isMany = kind === "many";
    const head = h("tr", {}, h("th", { scope: "col", class: "corner" }, rows.length === 0 ? nothing() : answers ? words.of(answers) : words.noAnswers),
      isMany ? h("th", { scope: "col" }, hidden(words.shares)) : all.map((one) =>
        columnHead(one, board.rows.get(one.seat), { isOpen: panel.seat === one.seat, open: panel.open, isBare: kind === "levels bare" })));
    const table = h("table", { class: `board ${kind}`, data: { testid: "board" } }, h("caption", { class: "visually-hidden" }, words.caption(answers)),
      h("thead", {}, head), h("tbody", {}, rows.map((row) => line(row, all, board, kind, blind?.point.id === row.point.id))));
    // No figure is larger than the number of answers.
    table.style.setProperty("--digits", Math.max(2, String(answers).length));
    return table;
  }

  /** Why there is no row. */
  function nothing() {
    return app.room.rules?.progression === "own" ? words.ownPace : words.noPoints;
  }

  function line(row, all, board, kind, isBlind) {
    const { point, needed, members, letterOf, hit, answers } = row;
    const head = h("th", { scope: "row", class: "point-line" }, h("div", { class: "point-cell" },
      h("span", { class: "figure", data: { testid: "figure" } }, answers ? texts.number(hit) : ""), h("span", {},
        h("span", { class: "point-head", dir: "auto", lang: members ? null : langOf(app.room.question) }, members ? words.group(needed, members.length) : point.head),
        members ? h("span", { class: "point-members note", dir: "auto", lang: langOf(app.room.question) }, members.map((one) => one.point.head).join(" · ")) : null,
        isBlind ? h("span", { class: "blind" }, words.blind) : null,
        point.misconception ? h("span", { class: "blind" }, words.misconception) : null)));
    const data = { point: point.id, blind: isBlind ? "true" : null, misconception: point.misconception ? "true" : null, group: members ? "true" : null };
    if (kind === "many") return h("tr", { data }, head, h("td", { class: "share" }, shares(row, all.length)));
    return h("tr", { data }, head, all.map((one) => {
      const letter = letterOf(board.rows.get(one.seat)?.verdicts ?? "") ?? "none";
      const said = words.letters[letter === "none" ? "" : letter];
      return h("td", { class: "cell", data: { letter, open: panel.seat === one.seat ? "true" : null } },
        h("span", { class: "fill", "aria-hidden": "true", data: { letter } }),
        kind === "few" ? h("span", { class: "cell-word" }, letter === "none" ? "" : said) : hidden(said));
    }));
  }

  /** The room as one bar: said, in part, not found, wrong, and who has not answered. */
  function shares({ point, hit, partial, missed, wrong, answers }, all) {
    const parts = [["h", point.misconception ? 0 : hit], ["p", partial], ["m", missed], ["c", point.misconception ? hit : wrong],
      ["none", Math.max(0, all - answers)]];
    return h("div", { class: "shares", role: "img", "aria-label": words.shareOf(hit, partial, answers) },
      parts.filter(([, count]) => count > 0).map(([letter, count]) => {
        const part = h("span", { data: { letter } });
        part.style.flexGrow = count;
        return part;
      }));
  }

  /** To hosts, gathered for ten seconds, and never cell by cell. */
  function tell(totals) {
    if (!totals || totals.done === told || performance.now() - toldAt < settle) return;
    if (told !== null) announce(words.tally(totals.done, totals.of));
    told = totals.done;
    toldAt = performance.now();
  }

  function update() {
    const { room } = app;
    const { board, totals } = room ?? {};
    panel.update();
    legend.element.hidden = !board;
    if (!board) return;
    element.dataset.open = String(panel.seat !== null);
    const all = columns();
    const kind = densityOf(all.length);
    const rows = rowsInOrder(board);
    const state = JSON.stringify([board.question, kind, panel.seat, order, [...board.rows.values()].map((row) =>
      [row.seat, row.verdicts, stateOf({}, row), row.disputes]), all.map(({ seat, name, here }) => [seat, name, here]), room.closed]);
    if (state !== before) {
      before = state;
      refill(place, [table(board, rows, all, kind)]);
      needs.update(board);
      people.update(board, kind === "many");
      legend.update(kind);
    }
    tell(totals);
  }

  place.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...place.querySelectorAll(".column-head")];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length].focus();
  });

  return {
    element, update,
    /** Where there is no room for people in the table: to be placed below all that has to stay in sight. */
    list: people.element,
    leave() {
      clearInterval(settling);
      resized.disconnect();
      panel.close();
    },
  };
}
