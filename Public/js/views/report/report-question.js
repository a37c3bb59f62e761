// One question of the report: folded to a line, unfolded with every attempt, what it took, and the model answer.

import { langOf } from "../../bank-language.js";
import { h, hidden, setText } from "../../dom.js";
import { bar } from "../../icons.js";
import { markdownNodes } from "../../markdown-dom.js";
import { plainText } from "../../markdown.js";
import { bestAttempt } from "../../points.js";
import { texts } from "../../texts.js";
import { attemptsPart } from "../interview/attempts.js";
import { pointsOf } from "./chart.js";
import { modelPart } from "../parts/model.js";
import { saidOf, showsNumbers } from "../parts/score.js";

const words = texts.report;

export function questionItem(app, entry) {
  const { index } = entry;
  const question = () => app.interview.questions[index];
  const content = h("div", { class: "report-content" });
  const told = h("span", { class: "share" }, result(app, entry));
  // The line says all of it, unless there is code in it, or a list.
  const isFormatted = plainText(entry.prompt) !== entry.prompt.trim();
  const details = h("details", { class: isFormatted ? "is-formatted" : null },
    h("summary", {}, h("span", { class: "number", "aria-hidden": "true" }, index + 1),
      h("span", { class: "report-prompt", dir: "auto", lang: langOf(question()) }, plainText(entry.prompt)), hidden(". "),
      hasShare(app, entry) ? bar(entry.coverage, "bar short") : null, told),
    content);
  let parts = null;

  // Built when it is opened: a long interview has many answers.
  details.addEventListener("toggle", () => {
    if (details.open) fill();
  });

  function fill() {
    if (parts || !question()) return;
    const hasAttempts = question().attempts.length > 0;
    const attempts = hasAttempts ? attemptsPart(app, index, { isOpen: () => true }) : null;
    const model = modelPart(app, index);
    parts = { attempts, model };
    content.append(
      isFormatted ? h("div", { class: "prose", lang: langOf(question()) }, markdownNodes(entry.prompt)) : "",
      h("p", { class: "note", data: { testid: "took" } }, took(entry)),
      ...(attempts ? [attempts.choice, attempts.result, attempts.details] : [missed(entry, question())]),
      h("div", { class: "actions" }, model.button, inBank(app, question())), model.element);
    update();
  }

  function update() {
    setText(told, result(app, entry));
    if (!parts) return;
    parts.attempts?.update(question(), bestAttempt(question()));
    parts.model.update(question());
  }

  return {
    element: h("li", { value: index + 1, data: { testid: "report-question", outcome: entry.outcome } }, details),
    update,
    open() {
      details.open = true;
      fill();
    },
  };
}

/** Where a question of the server's own bank can be read, and its author told what is wrong with it. */
function inBank(app, { id }) {
  if (!id || app.interview.setup?.bank !== app.welcome?.bank.hash) return null;
  const address = id.split("/").map(encodeURIComponent).join("/");
  return h("a", { class: "button plain", href: `bank/${address}?show=answer`, data: { testid: "in-bank" } }, words.inBank);
}

/** Whether its coverage is told as a number: no story's is. */
function hasShare(app, { index, outcome, keyPoints }) {
  return showsNumbers(app) && outcome === "answered" && keyPoints > 0 && !app.interview.questions[index]?.checklist;
}

function result(app, entry) {
  const { outcome, keyPoints, coverage, index } = entry;
  if (hasShare(app, entry)) return texts.percent(coverage);
  const asked = app.interview.questions[index];
  const best = asked && bestAttempt(asked);
  if (outcome !== "answered" || keyPoints === 0 || (asked?.checklist && !best)) return words.outcomes[outcome];
  if (asked?.checklist) return saidOf(app, best, asked);
  const isWhole = pointsOf(entry, app.interview).every(({ verdict }) => verdict === "hit");
  return isWhole ? words.allSaid : words.someMissing;
}

function took({ attempts, time, hints }) {
  return [
    attempts ? words.attempts(attempts) : null, attempts > 1 ? words.bestFirst : null,
    attempts && time > 0 ? words.time(time) : null, hints ? texts.hints.taken(hints) : null,
  ].filter(Boolean).join(" · ");
}

/** Of a question that was not answered there are only the points it was about. */
function missed(entry, question) {
  if (!entry.missed?.length) return "";
  return h("div", {}, h("h3", {}, words.missed), h("ul", { class: "weakest", lang: langOf(question) }, entry.missed.map(({ head, gist }) => h("li", {},
    h("span", { class: "point-head", dir: "auto" }, head), gist ? h("p", { class: "gist", dir: "auto" }, gist) : null))));
}
