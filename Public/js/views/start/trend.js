// A line through the coverage of the latest interviews on a topic, as high as a line of text.

import { h, hidden, svg } from "../../dom.js";
import { texts } from "../../texts.js";

const width = 96;
const height = 24;
const margin = 3;

/** The picture, and the same in words. `trend`: [{coverage}], oldest first. */
export function trend(trend) {
  const shares = trend.map(({ coverage }) => Math.max(0, Math.min(1, coverage)));
  if (shares.length === 0) return h("span", { class: "trend" }, hidden(texts.due.noTrend));
  const step = shares.length > 1 ? (width - 2 * margin) / (shares.length - 1) : 0;
  const points = shares.map((share, i) => [
    shares.length > 1 ? margin + i * step : width / 2, height - margin - share * (height - 2 * margin),
  ].map((n) => n.toFixed(1)));
  const [x, y] = points.at(-1);
  return h("span", { class: "trend" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" },
      svg("line", { class: "trend-base", x1: 0, x2: width, y1: height - margin, y2: height - margin }),
      points.length > 1 ? svg("polyline", { class: "trend-line", points: points.map((point) => point.join()).join(" ") }) : null,
      svg("circle", { class: "trend-now", cx: x, cy: y, r: 2.5 })),
    hidden(texts.due.trendOf(shares)));
}
