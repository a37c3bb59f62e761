// After the end: one's own report, and for hosts how it went for everybody.

import { h, setText } from "../../dom.js";
import { candidates, isHost } from "../state.js";
import { texts } from "../texts.js";
import { chatPart } from "./chat.js";

const words = texts.over;

export function overView(app) {
  const { room } = app;
  const lede = h("p", { class: "lede" });
  const report = h("div", { class: "stack", data: { testid: "room-report" } });
  const chat = chatPart(app);
  const people = isHost(room) ? h("section", {}, h("h2", {}, words.people), h("ul", { class: "people", data: { testid: "room-people" } })) : null;
  const element = h("section", { class: "over" }, h("h1", {}, words.title), lede, report, people, chat.element,
    h("p", { class: "actions" }, h("a", { class: "button primary", href: "./" }, words.practise),
      isHost(room) ? h("a", { class: "button", href: "room.html#host" }, words.again) : null));
  let asked = false;
  let before = null;

  function show(found) {
    const questions = found.questions.filter(({ outcome }) => outcome === "answered");
    if (questions.length === 0) return [h("p", { class: "note" }, words.noReport)];
    return [h("p", { class: "found-line" }, words.coverage(found.own ?? found.coverage)),
      h("ol", { class: "report-list" }, found.questions.filter(({ outcome }) => outcome !== "notAsked").map((one) => h("li", {},
        h("strong", { dir: "auto" }, one.prompt ?? ""), h("span", { class: "note" }, ` ${texts.percent(one.own ?? one.coverage)}`),
        one.missed?.length ? h("div", {}, h("p", { class: "note" }, words.missed), h("ul", {}, one.missed.map(({ head, gist }) =>
          h("li", { dir: "auto" }, h("span", {}, head), gist ? h("span", { class: "note" }, `: ${gist}`) : null)))) : null)))];
  }

  return {
    element,
    title: () => words.title,
    update() {
      setText(lede, words.lede((app.room.question?.index ?? -1) + 1));
      if (!asked && app.room.role === "candidate" && app.connection.isOnline) {
        asked = true;
        app.ask("report");
      }
      if (app.room.report !== before) {
        before = app.room.report;
        report.replaceChildren(...(before ? show(before) : []));
      } else if (!before && app.room.role === "candidate") {
        setText(report, words.loading);
      }
      if (people) {
        const rows = app.room.board?.rows ?? new Map();
        people.lastElementChild.replaceChildren(...candidates(app.room).map((one) => h("li", { class: "person" },
          h("span", { class: "person-name", dir: "auto" }, one.name), h("span", { class: "note" }, ` ${words.answers(rows.get(one.seat)?.attempts ?? 0)}`))));
      }
      chat.update();
    },
  };
}
