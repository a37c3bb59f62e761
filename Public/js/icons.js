// The few pictures of the page, drawn as nodes. All are decoration beside a word, hence hidden from readers.

import { svg } from "./dom.js";

const strokes = {
  hit: ["M4.5 10.5l3.5 3.5 7.5-8"],
  partial: ["M4.5 10h11"],
  missed: ["M10 4.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z"],
  contradicted: ["M5.5 5.5l9 9", "M14.5 5.5l-9 9"],
  avoided: ["M4.5 10.5l3.5 3.5 7.5-8"],
  held: ["M10 4.5v7", "M10 15v.2"],
  minus: ["M5 10h10"],
  plus: ["M5 10h10", "M10 5v10"],
  practise: ["M10 3.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z", "M3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5"],
  join: ["M9.5 3.5h6v13h-6", "M3.5 10h8", "M8.5 6.5l3.5 3.5-3.5 3.5"],
  host: ["M2.5 4h15v9.5h-15z", "M10 13.5v3.5", "M6.5 17h7"],
  close: ["M5.5 5.5l9 9", "M14.5 5.5l-9 9"],
};

export function icon(name) {
  return svg("svg", { class: `icon icon-${name}`, viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    (strokes[name] ?? []).map((d) => svg("path", { d })));
}

/** A bar filled to `share`; its number always stands beside it in words. */
export function bar(share, name = "bar") {
  const width = Math.max(0, Math.min(1, share ?? 0)) * 100;
  const box = svg("svg", { class: name, viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "bar-all", x: 0, y: 0, width: 100, height: 8 }),
    svg("rect", { class: "bar-share", x: 0, y: 0, width, height: 8 }));
  return box;
}
