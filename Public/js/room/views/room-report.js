// How the room did: people by questions, for hosts, at any time and to carry away.

import { langOf } from "../../bank-language.js";
import { button, h, hidden } from "../../dom.js";
import { plainText } from "../../markdown.js";
import { texts } from "../texts.js";

const words = texts.roomReport;

/** @param level of the heading */
export function roomReportPart(app, level = 2) {
  const body = h("div", { class: "stack" });
  const element = h("section", { class: "room-report", data: { testid: "room-table" } }, h(`h${level}`, {}, words.title), body);
  let shown = null;

  function table({ questions, people }) {
    const head = h("tr", {}, h("th", { scope: "col" }, words.person),
      questions.map(({ index, prompt }) => h("th", { scope: "col" }, hidden(words.question(index + 1)),
        h("span", { "aria-hidden": "true", title: plainText(prompt), lang: langOf(app.room.asked.get(index)) }, texts.number(index + 1)))), h("th", { scope: "col" }, words.mean));
    return h("div", { class: "scroll-x", tabindex: "0", role: "group", "aria-label": words.title }, h("table", { class: "plain-table" },
      h("thead", {}, head), h("tbody", {}, people.map((person) => h("tr", {},
        h("th", { scope: "row", dir: "auto" }, person.erased ? words.erased(person.seat) : person.name ?? person.seat),
        questions.map(({ index, points }) => h("td", {}, points.some(({ point }) => point) ? share(answerTo(person, index)) : answerTo(person, index) ? "✓" : words.none)), h("td", {}, texts.percent(mean(person, questions))))))));
  }

  /** What the heads of the columns are short for. */
  function asked({ questions }) {
    return h("ol", { class: "asked-list" }, questions.map(({ index, prompt }) => h("li", { value: index + 1, dir: "auto", lang: langOf(app.room.asked.get(index)) }, plainText(prompt.split("\n\n")[0]))));
  }

  const share = (answer) => (answer ? texts.percent(answer.own ?? answer.coverage) : words.none);

  function least({ questions }) {
    const points = questions.flatMap(({ index, points }) => points.filter(({ misconception, point }) => point && !misconception)
      .map((point) => ({ ...point, index, all: point.hit + point.partial + point.missed })));
    const known = points.filter(({ all, hit }) => all > 0 && hit * 2 < all).sort((a, b) => a.hit / a.all - b.hit / b.all).slice(0, 8);
    if (known.length === 0) return null;
    return h("div", {}, h(`h${level + 1}`, {}, words.least), h("ul", {}, known.map((point) => h("li", {},
      h("span", { dir: "auto", lang: langOf(app.room.asked.get(point.index)) }, point.head), h("span", { class: "note" }, ` ${words.said(point.hit, point.all, point.index + 1)}`)))));
  }

  function ways(report) {
    return h("p", { class: "actions" },
      button(words.csv, { class: "plain", data: { testid: "csv" }, press: () => save("room.csv", "text/csv", csv(report)) }),
      button(words.json, { class: "plain", data: { testid: "json" }, press: () => save("room.json", "application/json", JSON.stringify(report, null, 2)) }));
  }

  return {
    element,
    update() {
      const report = app.room?.roomReport ?? null;
      if (report === shown) return;
      shown = report;
      body.replaceChildren(...(report ? [least(report), ways(report), table(report), asked(report)].filter(Boolean) : []));
    },
  };
}

const answerTo = ({ answers }, index) => answers.find(({ question }) => question === index);

/** Of the questions with key points; the others say nothing of it. */
function mean(person, all) {
  const questions = all.filter(({ points }) => points.some(({ point }) => point));
  if (questions.length === 0) return 0;
  return questions.reduce((sum, { index }) => {
    const answer = answerTo(person, index);
    return sum + (answer ? answer.own ?? answer.coverage : 0);
  }, 0) / questions.length;
}

/** A row for each person, question and key point; what a spreadsheet would take for a formula is quoted. */
export function csv({ questions, people }) {
  const verdicts = { h: "hit", p: "partial", m: "missed", c: "contradicted", x: "held", "-": "avoided" };
  const rows = [["person", "real name", "question", "prompt", "attempts", "coverage", "with rulings", "late", "key point", "verdict"]];
  for (const { name, realName, seat, answers } of people) {
    for (const answer of answers) {
      const question = questions.find(({ index }) => index === answer.question);
      question?.points.forEach((point, place) => rows.push([
        name ?? seat, realName ?? "", answer.question + 1, question.prompt, answer.attempts, answer.coverage, answer.own ?? "",
        answer.late ? "yes" : "", point.head, verdicts[answer.verdicts[place]] ?? "",
      ]));
    }
  }
  const cell = (value) => {
    const text = String(value);
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  // A spreadsheet takes a file without the mark for one of another alphabet.
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
