// The reveal: what the room said, point by point, in everybody's own words, beside the model answer. The point that the
// room knows least comes first, then the order of the author; the clearest phrasing of a point is the first of it.

import { h } from "../../dom.js";
import { markdownNodes } from "../../markdown-dom.js";
import { isRevealed } from "../state.js";
import { texts } from "../texts.js";

const words = texts.reveal;
/** So many phrasings of a point are shown at once; one's own is always among them. */
const most = 3;
/** A thought that fewer had would be somebody's. */
const several = 2;

export function revealPart(app) {
  const element = h("section", { class: "reveal", hidden: true, "aria-label": words.title, data: { testid: "reveal-part" } });
  let before = "";
  return {
    element,
    update() {
      const { room } = app;
      element.hidden = !isRevealed(room);
      if (element.hidden) return;
      const { phrases, question, seat } = room;
      const found = phrases?.question === question.index ? phrases : null;
      const answer = room.shown.get(question.index);
      const state = JSON.stringify([question.index, found, answer, seat]);
      if (state === before) return;
      before = state;
      element.replaceChildren(h("h2", { tabindex: "-1" }, words.title), found ? h("p", { class: "note" }, words.order) : h("p", { class: "note" }, words.waiting),
        h("div", { class: answer ? "reveal-parts two-parts" : "reveal-parts" }, found ? h("div", { class: "voices" }, sharedPoints(found, { seat, most })) : null,
          answer ? h("div", { class: "panel model-answer", dir: "auto", data: { testid: "model" } }, h("h3", {}, words.model), markdownNodes(answer)) : null));
    },
  };
}

/** @param most phrasings that are shown of each point; @param seat whose own are marked, or null */
export function sharedPoints({ points }, { seat, most }) {
  const proper = points.filter(({ misconception }) => !misconception);
  const answers = (point) => point.hit + point.partial + point.missed;
  const all = Math.max(0, ...proper.map(answers));
  const least = proper.slice().sort((a, b) => a.hit - b.hit)[0];
  const blind = all > 0 && least.hit * 2 <= all ? least : null;
  return [...proper.filter((point) => point === blind), ...proper.filter((point) => point !== blind)]
    .map((point) => sharedPoint(point, { all, isBlind: point === blind, seat, most }))
    .concat(points.filter(({ misconception, hit }) => misconception && hit >= several).map(thought));
}

function sharedPoint(point, { all, isBlind, seat, most }) {
  const mine = point.phrases.filter((phrase) => phrase.seat && phrase.seat === seat);
  const others = point.phrases.filter((phrase) => !mine.includes(phrase));
  const first = others.slice(0, Math.max(1, most - mine.length));
  const further = others.slice(first.length);
  const unseen = Math.max(0, point.hit - point.phrases.length);
  const phrase = (one) => h("li", { data: { mine: mine.includes(one) ? "true" : null } },
    h("q", { dir: "auto" }, one.text),
    mine.includes(one) ? h("span", { class: "who you" }, words.you) : one.name ? h("span", { class: "who note", dir: "auto" }, one.name) : null);
  return h("div", { class: "shared-point", data: { blind: isBlind ? "true" : null, testid: "shared-point", point: point.point } },
    h("p", { class: "shared-count" }, h("span", { class: "figure" }, texts.number(point.hit)), h("span", { class: "note" }, words.ofAll(all))),
    h("div", { class: "shared-words" },
      h("h3", { dir: "auto" }, point.head), isBlind ? h("p", { class: "blind" }, words.blind) : null,
      point.gist ? h("p", { class: "note", dir: "auto" }, point.gist) : null,
      point.phrases.length === 0 ? h("p", { class: "note" }, words.nobody) : h("ul", { class: "phrases" }, [...first, ...mine].map(phrase)),
      further.length ? h("details", {}, h("summary", {}, words.more(further.length + unseen)), h("ul", { class: "phrases" }, further.map(phrase)))
        : unseen > 0 && point.phrases.length > 0 ? h("p", { class: "note" }, words.more(unseen)) : null));
}

/** What several took for right, kindly and without names. */
function thought(point) {
  return h("div", { class: "shared-point kindly", data: { testid: "shared-thought" } }, h("div", { class: "shared-words" },
    h("p", { class: "note" }, words.misconception), h("h3", { dir: "auto" }, point.head),
    point.gist ? h("p", { dir: "auto" }, point.gist) : null));
}
