// After the end: one's own report, and for hosts how it went for everybody.

import { langOf } from "../../bank-language.js";
import { button, h, setBusy, setText } from "../../dom.js";
import { candidates, isHost } from "../state.js";
import { texts } from "../texts.js";
import { chatPart } from "./chat.js";
import { earlierPart } from "./earlier.js";
import { roomReportPart } from "./room-report.js";

const words = texts.over;

export function overView(app) {
  const { room } = app;
  const lede = h("p", { class: "lede" });
  const report = h("div", { class: "stack", data: { testid: "room-report" } });
  const chat = chatPart(app);
  const earlier = earlierPart(app, { all: true });
  const all = isHost(room) ? roomReportPart(app) : null;
  const people = isHost(room) ? peopleReports(app) : null;
  const isCandidate = room.role === "candidate";
  const practise = button("", { class: "primary", hidden: true, data: { testid: "practise-points" }, press: () => app.practise(missed(app.room.report)) });
  const element = h("section", { class: "over stack" }, h("div", {}, h("h1", { tabindex: "-1" }, words.title), lede), isCandidate ? report : null, all?.element, people?.element, earlier.element, chat.element,
    h("p", { class: "actions" }, practise, h("a", { class: "button", href: "./#" }, words.practise),
      isHost(room) ? h("a", { class: "button", href: "room.html#host" }, words.again) : null));
  let asked = false;
  let before = null;

  return {
    element,
    title: () => words.title,
    update() {
      setText(lede, words.lede((app.room.question?.index ?? -1) + 1));
      if ((isCandidate || all) && !asked && app.connection.isOnline) {
        asked = true;
        app.ask("report");
      }
      if (app.room.report !== before) {
        before = app.room.report;
        report.replaceChildren(...(before ? reportOf(before, app.room) : []));
      } else if (!before && isCandidate && report.childElementCount === 0) {
        report.replaceChildren(h("p", { class: "note" }, words.loading));
      }
      const points = isCandidate && before ? missed(before).length : 0;
      practise.hidden = points === 0;
      setText(practise, words.practisePoints(points));
      setBusy(practise, app.isAsking("open"));
      all?.update();
      people?.update();
      earlier.update();
      chat.update();
    },
  };
}

/** The points that were missed in what was asked, as many as an interview may be about. */
function missed({ questions }) {
  return questions.flatMap(({ index, outcome, missed: points }) =>
    (outcome === "notAsked" ? [] : points ?? []).map(({ id }) => ({ question: index, point: id }))).slice(0, 1000);
}

/** What somebody reached, question by question, with the points that are left to practise. */
function reportOf({ own, coverage, questions }, room) {
  const lang = ({ index }) => langOf(room.asked.get(index));
  const asked = questions.filter(({ outcome }) => outcome !== "notAsked");
  if (!asked.some(({ outcome }) => outcome === "answered")) return [h("p", { class: "note" }, words.noReport)];
  return [h("p", { class: "found-line" }, words.coverage(own ?? coverage)), h("ol", { class: "report-list" }, asked.map((one) => h("li", {},
    h("p", {}, h("strong", { dir: "auto", lang: lang(one) }, one.prompt?.split("\n")[0] ?? ""), one.keyPoints ? h("span", { class: "note" }, ` ${texts.percent(one.own ?? one.coverage)}`) : null),
    one.missed?.length ? h("div", {}, h("p", { class: "note" }, words.missed), h("ul", {}, one.missed.map(({ head, gist }) =>
      h("li", { dir: "auto", lang: lang(one) }, h("span", {}, head), gist ? h("span", { class: "note" }, `: ${gist}`) : null)))) : null)))];
}

/** For hosts: everybody, and on demand how it went for one. */
function peopleReports(app) {
  const list = h("ul", { class: "reports", data: { testid: "room-people" } });
  const element = h("section", { class: "stack" }, h("h2", {}, words.people), list);
  let before = "";
  const places = new Map();

  function entry(one) {
    const place = h("div", { class: "stack" }, h("p", { class: "note" }, words.loading));
    places.set(one.seat, place);
    const details = h("details", {}, h("summary", { dir: "auto" }, one.name), place);
    details.addEventListener("toggle", () => {
      if (details.open && !app.room.reports.has(one.seat)) app.ask("report", { seat: one.seat });
    });
    return h("li", {}, details);
  }

  return {
    element,
    update() {
      const all = candidates(app.room);
      const state = JSON.stringify(all.map(({ seat, name }) => [seat, name]));
      if (state !== before) {
        before = state;
        list.replaceChildren(...(all.length ? all.map(entry) : [h("li", { class: "note" }, words.nobody)]));
      }
      for (const [seat, report] of app.room.reports) {
        const place = places.get(seat);
        if (!place || place.dataset.isShown) continue;
        place.dataset.isShown = "true";
        place.replaceChildren(...reportOf(report, app.room));
      }
    },
  };
}
