// One question of the report: folded to a line, unfolded with every attempt, what it took, and the model answer.

import { langOf } from "../../bank-language.js";
import { h, hidden } from "../../dom.js";
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
  // The line says all of it, unless there is code in it, or a list.
  const isFormatted = plainText(entry.prompt) !== entry.prompt.trim();
  const details = h("details", { class: isFormatted ? "is-formatted" : null },
    h("summary", {}, h("span", { class: "number", "aria-hidden": "true" }, index + 1),
      h("span", { class: "report-prompt", dir: "auto", lang: langOf(question()) }, plainText(entry.prompt)), hidden(". "), result(app, entry)),
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

function result(app, entry) {
  if (entry.outcome !== "answered") return h("span", { class: "share" }, words.outcomes[entry.outcome]);
  const asked = app.interview.questions[entry.index];
  if (asked?.checklist) {
    const best = bestAttempt(asked);
    return h("span", { class: "share" }, best ? saidOf(app, best, asked) : words.outcomes.answered);
  }
  if (showsNumbers(app)) return [bar(entry.coverage, "bar short"), h("span", { class: "share" }, texts.percent(entry.coverage))];
  const isWhole = pointsOf(entry, app.interview).every(({ verdict }) => verdict === "hit");
  return h("span", { class: "share" }, isWhole ? words.allSaid : words.someMissing);
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
