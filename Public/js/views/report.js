// The closing report: coverage by topic and by question, the weakest points, and the way into the next round.

import { h, button, hidden, setBusy, setText } from "../dom.js";
import { markdownNodes } from "../markdown-dom.js";
import { plainText } from "../markdown.js";
import { bar } from "../icons.js";
import { setupFragment } from "../setup.js";
import { texts } from "../texts.js";
import { topicChart } from "./chart.js";
import { markedAnswer } from "./marked.js";

const words = texts.report;

export function reportView(app) {
  const { session } = app;
  const { report, reason } = session.ended;
  const { topics = [], count, pace, seed } = session.setup ?? {};
  const setup = { topics: topics.map(({ id }) => id), count, pace };
  const again = button(words.again, { class: "primary", data: { testid: "again" }, press: () => app.open(setup) });
  const same = button(words.same, { class: "plain", data: { testid: "same" }, press: () => app.open({ ...setup, seed }) });
  const asked = report.questions.filter(({ outcome }) => outcome !== "notAsked");
  const open = asked.filter(({ outcome }) => outcome === "open").length;

  const element = h("section", { class: "report", data: { testid: "report" } },
    h("h1", { tabindex: "-1" }, words.title),
    asked.length === 0 ? h("p", { class: "lede" }, words.nothing) : [
      h("div", { class: "score" },
        h("p", { class: "coverage", data: { testid: "report-coverage" } },
          h("span", { class: "coverage-label" }, `${texts.feedback.coverage} `),
          h("span", { class: "coverage-number" }, texts.percent(report.coverage)),
          hidden(", "),
          h("span", { class: "coverage-points" }, words.summary(report.answered, report.skipped, open))),
        bar(report.coverage),
        reason === "left" ? h("p", { class: "note" }, words.left) : null),
      h("div", { class: "report-columns" },
        h("section", {}, h("h2", {}, words.byTopic), topicChart(report.topics)),
        h("section", {}, h("h2", {}, words.weakest), weakest(report))),
      h("h2", {}, words.byQuestion),
      h("ol", { class: "report-questions" }, asked.map((one) => questionItem(one, session))),
    ],
    h("div", { class: "actions bottom" }, again, same,
      h("a", { class: "button plain", href: setupFragment(setup) || "#" }, words.change)));

  return {
    element,
    title: () => words.title,
    update() {
      const opening = app.outbox.find("open") !== null;
      setText(again, opening ? texts.start.starting : words.again);
      setBusy(again, opening);
      setBusy(same, opening);
    },
  };
}

function weakest({ weakest }) {
  if (!weakest?.length) return h("p", { class: "note" }, words.noneWeak);
  return h("ul", { class: "weakest" }, weakest.map(({ question, head, gist }) => h("li", {},
    h("span", { class: "point-head", dir: "auto" }, head),
    gist ? h("p", { class: "gist", dir: "auto" }, gist) : null,
    h("p", { class: "note" }, words.fromQuestion(question + 1)))));
}

function questionItem(entry, session) {
  const question = session.questions[entry.index];
  const title = plainText(entry.prompt);
  const isAnswered = entry.outcome === "answered";
  const result = isAnswered
    ? [bar(entry.coverage, "bar small"), h("span", { class: "share" }, texts.percent(entry.coverage))]
    : h("span", { class: "share" }, words.outcomes[entry.outcome]);
  const content = h("div", { class: "report-content" });
  const details = h("details", {},
    h("summary", {}, h("span", { class: "number", "aria-hidden": "true" }, entry.index + 1),
      h("span", { class: "report-prompt", dir: "auto" }, title), hidden(". "), result),
    content);
  // Built when it is opened: a long interview has many answers.
  details.addEventListener("toggle", () => {
    if (details.open && !content.hasChildNodes()) content.append(...questionContent(entry, question));
  });
  return h("li", { value: entry.index + 1, data: { testid: "report-question", outcome: entry.outcome } }, details);
}

function questionContent(entry, question) {
  const attempts = question?.attempts ?? [];
  const best = attempts.reduce((a, b) => (b.mark.coverage > (a?.mark.coverage ?? -1) ? b : a), null);
  const nodes = [h("div", { class: "prose" }, markdownNodes(entry.prompt))];
  if (best) {
    const { points, answer } = markedAnswer(best);
    if (attempts.length > 1) nodes.push(h("p", { class: "note" }, `${words.best}, ${words.attempts(attempts.length)}`));
    nodes.push(h("div", { class: "marked" }, points, answer));
  } else if (entry.missed?.length) {
    nodes.push(h("h3", {}, words.missed), h("ul", {}, entry.missed.map(({ head }) => h("li", { dir: "auto" }, head))));
  }
  if (typeof question?.modelAnswer === "string") {
    nodes.push(h("h3", {}, texts.feedback.modelAnswer), h("div", { class: "prose" }, markdownNodes(question.modelAnswer)));
  }
  return nodes;
}
