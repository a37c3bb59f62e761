// The closing report: coverage by topic and by question, the best phrasing, the points missed, and the way into the
// next round.

import { show } from "../../dialog.js";
import { h, button, hidden, setBusy, setText } from "../../dom.js";
import { withBankWords } from "../../bank-language.js";
import { bar } from "../../icons.js";
import { bestPhrasing } from "../../phrasing.js";
import { setupFragment } from "../../setup.js";
import { texts } from "../../texts.js";
import { announce } from "../../announce.js";
import { aboutLine } from "./about.js";
import { reportAsMarkdown } from "./as-markdown.js";
import { questionChart, topicChart, topicPoints } from "./chart.js";
import { practisePart } from "./practise-points.js";
import { questionItem } from "./report-question.js";
import { showsNumbers } from "../parts/score.js";

const words = texts.report;
/** A chart of fewer questions says less than the list below it. */
const chartFrom = 5;

export function reportView(app) {
  const { interview } = app;
  const { report } = interview.ended;
  const isStory = ({ index }) => interview.questions[index]?.checklist === true;
  const isNumeric = showsNumbers(app) && report.needed > 0;
  const { topics = [], at: _at, seed, bank, purpose, openEnded, count, ...rest } = interview.setup ?? {};
  const setup = { ...rest, topics: topics.map(({ id }) => id), ...(openEnded ? {} : { count }) };
  const again = button(words.again, { class: "plain", data: { testid: "again" }, press: () => app.open(setup) });
  const same = purpose === undefined || purpose === "drawn"
    ? button(words.same, { class: "plain", data: { testid: "same" }, press: () => app.open({ ...setup, seed, bank }) }) : null;
  const print = button(words.print, { class: "plain", data: { testid: "print" }, press: () => window.print() });
  const about = aboutLine(interview.setup, { ...setup, seed, bank });
  const copy = button(words.copy, { class: "plain", data: { testid: "copy-markdown" }, press: copyMarkdown });
  const asked = report.questions.filter(({ outcome }) => outcome !== "notAsked");
  const measured = asked.filter((entry) => entry.keyPoints > 0 && !isStory(entry));
  const practise = practisePart(app);
  const items = asked.map((entry) => questionItem(app, entry));
  const score = h("div", { class: "score" }, summary(interview, asked, isNumeric));
  let summed = report;

  const element = h("section", { class: "report", data: { testid: "report" } },
    h("h1", { tabindex: "-1" }, words.title), about,
    asked.length === 0 ? h("p", { class: "lede" }, words.nothing) : [
      h("div", { class: "report-band" }, score, practise.button),
      phrasing(interview),
      h("div", { class: "report-columns" },
        report.topics.length < 2 ? null : h("section", {}, h("h2", {}, words.byTopic),
          isNumeric ? topicChart(report.topics, interview) : topicPoints(report.topics, asked, interview)),
        h("section", {}, h("h2", {}, words.missedPoints), practise.element)),
      h("h2", {}, words.byQuestion),
      measured.length >= chartFrom ? questionChart(measured, interview, isNumeric) : null,
      h("ol", { class: "report-questions" }, items.map((item) => item.element)),
    ],
    h("div", { class: "actions bottom" }, again, same,
      h("a", { class: "button plain", href: setupFragment(setup) || "#" }, words.change),
      h("a", { class: "button plain", href: `transcripts/${interview.id}`, data: { testid: "transcript" } }, words.transcript),
      copy, print));

  async function copyMarkdown() {
    const text = reportAsMarkdown(app.interview, about?.textContent ?? "", isNumeric);
    try {
      await navigator.clipboard.writeText(text);
      setText(copy, words.copied);
      announce(words.copied);
    } catch {
      show({ title: words.copy, close: texts.options.close, testid: "markdown" },
        h("textarea", { readonly: true, rows: 14, "aria-label": words.copy }, text));
    }
  }

  // On paper nothing can be unfolded.
  const unfold = () => {
    for (const item of items) item.open();
    for (const details of practise.element.querySelectorAll("details")) details.open = true;
  };
  window.addEventListener("beforeprint", unfold);

  return {
    element,
    title: () => words.title,
    /** The likely next step, which stands beside the result. */
    focus() {
      const control = practise.button.hidden || asked.length === 0 ? again : practise.button;
      control.focus({ preventScroll: true });
      announce([words.title, element.querySelector("[data-testid=report-coverage]")?.textContent].filter(Boolean).join(". "));
    },
    update() {
      const opening = app.isOpening;
      setText(again, opening ? texts.start.starting : words.again);
      setBusy(again, opening);
      if (same) setBusy(same, opening);
      // A ruling makes it anew.
      const { report } = app.interview.ended;
      if (summed !== report) {
        summed = report;
        score.replaceChildren(...summary(app.interview, asked, isNumeric));
      }
      practise.update();
      for (const item of items) item.update();
    },
    leave: () => window.removeEventListener("beforeprint", unfold),
  };
}

function summary(interview, asked, isNumeric) {
  const { report, reason } = interview.ended;
  const { coverage, own } = report;
  const open = asked.filter(({ outcome }) => outcome === "open").length;
  const counts = words.summary(report.answered, report.skipped, open);
  const spent = [
    report.time > 0 ? words.allTime(report.time) : null, report.hints ? texts.hints.taken(report.hints) : null,
  ].filter(Boolean).join(" · ");
  const note = { left: words.left, timeUp: words.timeUp }[reason];
  return [
    h("p", { class: "coverage", data: { testid: "report-coverage" } },
      isNumeric ? [
        h("span", { class: "coverage-number" }, words.found(report.found, report.needed)), hidden(", "),
        h("span", { class: "coverage-label" }, `${texts.feedback.coverage} ${texts.percent(coverage)}`), hidden(", "),
        own === undefined ? null : [
          h("span", { class: "coverage-label", data: { testid: "own-coverage" } }, texts.rulings.coverage(own)), hidden(", ")]] : null,
      h("span", { class: isNumeric ? "coverage-label" : "coverage-points" }, counts)),
    isNumeric ? bar(coverage) : null,
    spent ? h("p", { class: "note", data: { testid: "spent" } }, spent) : null,
    note ? h("p", { class: "note" }, note) : null,
  ].filter(Boolean);
}

/** The sentence of one's own that says most. */
function phrasing({ questions }) {
  const best = bestPhrasing(questions);
  if (!best) return null;
  return h("section", { class: "phrasing", data: { testid: "phrasing" } }, h("h2", {}, words.phrasing),
    h("blockquote", { dir: "auto" }, h("p", {}, best.text)),
    h("p", { class: "note", dir: "auto" }, withBankWords((heads) => words.phrasingFor([heads], best.question + 1), best.points.map(({ head }) => head).join("; "), questions[best.question])));
}
