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
  const [least, second] = proper.slice().sort((a, b) => a.hit - b.hit);
  const blind = all > 0 && least.hit * 2 <= all && !(second?.hit === least.hit) ? least : null;
  return [...proper.filter((point) => point === blind), ...proper.filter((point) => point !== blind)]
    .map((point) => sharedPoint(point, { all, isBlind: point === blind, seat, most }))
    .concat(points.filter(({ misconception, hit }) => misconception && hit >= several).map(thought));
}

function sharedPoint(point, { all, isBlind, seat, most }) {
  const voices = together(point.phrases);
  const mine = voices.filter(({ seats }) => seat !== null && seats.includes(seat));
  const others = voices.filter((voice) => !mine.includes(voice));
  const first = others.slice(0, Math.max(1, most - mine.length));
  const further = others.slice(first.length);
  const unseen = Math.max(0, point.hit - point.phrases.length);
  const who = (one) => {
    const isMine = mine.includes(one);
    const others = one.count - 1;
    if (isMine || one.name) return h("span", { class: isMine ? "who you" : "who note", dir: "auto" }, isMine ? words.you : one.name, others ? ` ${words.others(others)}` : null);
    return others ? h("span", { class: "who note" }, words.times(one.count)) : null;
  };
  const phrase = (one) => h("li", { data: { mine: mine.includes(one) ? "true" : null } }, h("q", { dir: "auto" }, one.text), who(one));
  return h("div", { class: "shared-point", data: { blind: isBlind ? "true" : null, testid: "shared-point", point: point.point } },
    h("p", { class: "shared-count" }, h("span", { class: "figure" }, texts.number(point.hit)), h("span", { class: "note" }, words.ofAll(all))),
    h("div", { class: "shared-words" },
      h("h3", { dir: "auto" }, point.head), isBlind ? h("p", { class: "blind" }, words.blind) : null,
      point.gist ? h("p", { class: point.phrases.length ? "note" : "note unsaid", dir: "auto" }, point.gist) : null,
      point.phrases.length === 0 ? h("p", { class: "note" }, words.nobody) : h("ul", { class: "phrases" }, [...first, ...mine].map(phrase)),
      further.length ? h("details", {}, h("summary", {}, words.more(further.reduce((sum, { count }) => sum + count, 0) + unseen)), h("ul", { class: "phrases" }, further.map(phrase)))
        : unseen > 0 && point.phrases.length > 0 ? h("p", { class: "note" }, words.more(unseen)) : null));
}

/** Phrasings in the same words are one, with how many said it so; the first of them stands for all. */
function together(phrases) {
  const voices = new Map();
  for (const { text, name, seat } of phrases) {
    const key = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ") || text;
    const voice = voices.get(key);
    if (!voice) voices.set(key, { text, name, seats: [seat], count: 1 });
    else Object.assign(voice, { seats: [...voice.seats, seat], count: voice.count + 1 });
  }
  return [...voices.values()];
}

/** What several took for right, kindly and without names. */
function thought(point) {
  return h("div", { class: "shared-point kindly", data: { testid: "shared-thought" } }, h("div", { class: "shared-words" },
    h("p", { class: "note" }, words.misconception), h("h3", { dir: "auto" }, point.head),
    point.gist ? h("p", { dir: "auto" }, point.gist) : null));
}
