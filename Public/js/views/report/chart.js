// Coverage by topic and by question: pictures for the eye beside words that say the same. In an interview without
// numbers each key point is a dot, and nothing can be read off a length.

import { langOf } from "../../bank-language.js";
import { h, svg, hidden } from "../../dom.js";
import { bestAttempt, neededPoints } from "../../points.js";
import { texts } from "../../texts.js";

const words = texts.report;

/** A table with a bar in each row: the picture and its text equivalent are one thing. */
export function topicChart(topics, interview) {
  return h("table", { class: "chart" },
    h("thead", {}, h("tr", {},
      h("th", { scope: "col" }, words.topic),
      h("th", { scope: "col", class: "to-end" }, words.questions),
      h("th", { scope: "col", colspan: 2 }, texts.feedback.coverage))),
    h("tbody", {}, topics.map((topic) => h("tr", {},
      h("th", { scope: "row", dir: "auto", lang: langOfTopic(topic, interview) }, topic.title),
      h("td", { class: "to-end" }, texts.number(topic.questions)),
      h("td", { class: "chart-bar" }, row(topic.coverage)),
      h("td", { class: "to-end" }, texts.percent(topic.coverage))))));
}

const langOfTopic = ({ id }, { setup }) => langOf(setup?.topics?.find((topic) => topic.id === id));

function row(coverage) {
  const share = Math.max(0, Math.min(1, coverage ?? 0)) * 100;
  return svg("svg", { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "bar-all", x: 0, y: 0, width: 100, height: 12 }),
    [25, 50, 75].map((x) => svg("line", { class: "bar-tick", x1: x, x2: x, y1: 0, y2: 12 })),
    svg("rect", { class: "bar-share", x: 0, y: 0, width: share, height: 12 }));
}

/** The same in points: a row of dots for each topic, and the points by name for whoever can't see them. */
export function topicPoints(topics, entries, interview) {
  return h("ul", { class: "topic-points" }, topics.map((topic) => {
    const points = entries.filter((entry) => entry.topic === topic.id).flatMap((entry) => pointsOf(entry, interview));
    return h("li", {}, h("span", { dir: "auto", lang: langOfTopic(topic, interview) }, topic.title), dots(points), hidden(`: ${inWords(points)}`));
  }));
}

/** A picture of the interview from its first question to its last. The list of questions says the same in words. */
export function questionChart(entries, interview, showsNumbers) {
  const label = showsNumbers ? words.questionChart : words.questionPoints;
  const result = (entry) => {
    if (entry.outcome !== "answered") return words.outcomes[entry.outcome];
    return showsNumbers ? texts.percent(entry.coverage) : inWords(pointsOf(entry, interview));
  };
  const whole = `${label} ${entries.map((entry) => words.inChart(entry.index + 1, result(entry))).join("; ")}`;
  return h("figure", { class: "question-chart" },
    showsNumbers ? columns(entries, whole) : columnsOfDots(entries, interview, whole),
    h("figcaption", { class: "note" }, label));
}

function columns(entries, label) {
  const width = 20;
  return wide(entries.length * 3, svg("svg", {
    class: "columns", viewBox: `0 0 ${entries.length * width} 100`, preserveAspectRatio: "none", role: "img", "aria-label": label,
  }, [0, 25, 50, 75].map((y) => svg("line", { class: "grid", x1: 0, x2: entries.length * width, y1: y, y2: y })),
    entries.map((entry, i) => {
      const height = entry.outcome === "answered" ? Math.max(1, (entry.coverage ?? 0) * 100) : 100;
      return svg("rect", {
        class: entry.outcome === "answered" ? "bar-share" : "bar-none", x: i * width + 3, y: 100 - height, width: width - 6, height,
      });
    }),
    svg("line", { class: "base", x1: 0, x2: entries.length * width, y1: 100, y2: 100 })));
}

function columnsOfDots(entries, interview, label) {
  const all = entries.map((entry) => pointsOf(entry, interview));
  const most = Math.max(1, ...all.map(({ length }) => length));
  return wide(entries.length * 1.5, svg("svg", {
    class: "dots", viewBox: `0 0 ${entries.length * 16} ${most * 16}`, role: "img", "aria-label": label,
  }, all.map((points, x) => points.map(({ verdict }, y) => dot(verdict, x * 16 + 8, (most - y) * 16 - 8)))));
}

function dots(points) {
  return wide(Math.max(1, points.length) * 1.1, svg("svg", {
    class: "dots", viewBox: `0 0 ${Math.max(1, points.length) * 16} 16`, "aria-hidden": "true", focusable: "false",
  }, points.map(({ verdict }, i) => dot(verdict, i * 16 + 8, 8))));
}

/** At most so many rem wide. */
function wide(most, picture) {
  picture.style.maxWidth = `${most}rem`;
  return picture;
}

/** Said is full, said in part is half full, not said is empty: no colour is needed to tell. */
function dot(verdict, x, y) {
  return svg("g", { class: "dot", "data-verdict": verdict },
    svg("circle", { cx: x, cy: y, r: 5.5 }),
    verdict === "partial" ? svg("path", { d: `M${x} ${y - 5.5}a5.5 5.5 0 0 0 0 11z` }) : null);
}

/** The key points of a question with their verdicts in the attempt that counts; all of them missed where there is none. */
export function pointsOf(entry, interview) {
  const best = interview.questions[entry.index] ? bestAttempt(interview.questions[entry.index]) : null;
  if (best) return neededPoints(best.mark);
  const missed = entry.missed ?? [];
  return Array.from({ length: Math.max(missed.length, entry.keyPoints ?? 0) }, (_, i) => ({ verdict: "missed", ...missed[i] }));
}

/** Points by name: "Said: …. Not said: …." */
export function inWords(points) {
  const names = (isSaid) => points
    .filter(({ verdict }) => (verdict === "hit") === isSaid).map(({ head }) => head).filter(Boolean);
  return words.pointsInWords(names(true), names(false));
}
