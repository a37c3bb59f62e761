// Coverage by topic: a picture for the eye beside a table that says the same in words.

import { h, svg } from "../dom.js";
import { texts } from "../texts.js";

const words = texts.report;

/** A table with a bar in each row: the picture and its text equivalent are one thing. */
export function topicChart(topics) {
  return h("div", { class: "table" }, h("table", { class: "chart" },
    h("thead", {}, h("tr", {},
      h("th", { scope: "col" }, words.topic),
      h("th", { scope: "col", class: "to-end" }, words.questions),
      h("th", { scope: "col", colspan: 2 }, texts.feedback.coverage))),
    h("tbody", {}, topics.map((topic) => h("tr", {},
      h("th", { scope: "row", dir: "auto" }, topic.title),
      h("td", { class: "to-end" }, String(topic.questions)),
      h("td", { class: "chart-bar" }, row(topic.coverage)),
      h("td", { class: "to-end" }, texts.percent(topic.coverage)))))));
}

function row(coverage) {
  const share = Math.max(0, Math.min(1, coverage ?? 0)) * 100;
  return svg("svg", { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "bar-all", x: 0, y: 0, width: 100, height: 12 }),
    [25, 50, 75].map((x) => svg("line", { class: "bar-tick", x1: x, x2: x, y1: 0, y2: 12 })),
    svg("rect", { class: "bar-share", x: 0, y: 0, width: share, height: 12 }));
}
