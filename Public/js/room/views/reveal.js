// The reveal: what the room said, point by point, in everybody's own words, beside the model answer.

import { h } from "../../dom.js";
import { markdownNodes } from "../../markdown-dom.js";
import { isRevealed } from "../state.js";
import { texts } from "../texts.js";

const words = texts.reveal;
/** So many phrasings of a point are shown at once; one's own is always among them. */
const most = 3;

export function revealPart(app) {
  const element = h("section", { class: "reveal", hidden: true, "aria-label": words.title, data: { testid: "reveal-part" } });
  let before = "";
  return {
    element,
    update() {
      const { room } = app;
      const is = isRevealed(room);
      element.hidden = !is;
      if (!is) return;
      const phrases = room.phrases?.question === room.question.index ? room.phrases : null;
      const state = JSON.stringify([room.question.index, phrases?.points.map(({ phrases: all, hit }) => [all.length, hit]), room.shown.get(room.question.index)]);
      if (state === before) return;
      before = state;
      element.replaceChildren(...revealed(room, phrases));
    },
  };
}

/** The parts of the reveal; `large` for a screen. */
export function revealed(room, phrases) {
  const answer = room.shown.get(room.question.index);
  const points = phrases?.points ?? [];
  const proper = points.filter(({ misconception }) => !misconception);
  const held = points.filter(({ misconception, hit }) => misconception && hit >= 2);
  const all = proper[0] ? proper[0].hit + proper[0].partial + proper[0].missed : 0;
  const least = proper.slice().sort((a, b) => a.hit - b.hit)[0];
  return [
    h("h2", {}, words.title),
    points.length === 0 ? h("p", { class: "note" }, words.waiting) : null,
    h("div", { class: "two" },
      h("div", { class: "voices" },
        proper.map((point) => sharedPoint(room, point, all, all > 0 && point === least && point.hit * 2 <= all)),
        held.map((point) => h("div", { class: "shared-point kindly" }, h("p", { class: "note" }, words.misconception),
          h("h3", { dir: "auto" }, point.head), point.gist ? h("p", { dir: "auto" }, point.gist) : null))),
      answer ? h("div", { class: "panel model-answer", dir: "auto", data: { testid: "model" } }, h("h3", {}, words.model), markdownNodes(answer)) : null),
  ].filter(Boolean);
}

function sharedPoint(room, point, all, isBlind) {
  const mine = point.phrases.filter(({ seat }) => seat && seat === room.seat);
  const others = point.phrases.filter((one) => !mine.includes(one));
  const shown = [...others.slice(0, most - mine.length), ...mine];
  const rest = Math.max(0, point.hit - shown.length);
  return h("div", { class: "shared-point", data: { blind: isBlind ? "true" : null, testid: "shared-point", point: point.point } },
    isBlind ? h("p", { class: "note" }, words.blind) : null,
    h("h3", {}, h("span", { dir: "auto" }, point.head), h("span", { class: "note" }, ` ${words.said(point.hit, all)}`)),
    point.gist ? h("p", { class: "note", dir: "auto" }, point.gist) : null,
    shown.length === 0 ? h("p", { class: "note" }, words.nobody)
      : h("ul", { class: "phrases" }, shown.map((phrase) => h("li", { data: { mine: mine.includes(phrase) ? "true" : null } },
        h("q", { dir: "auto" }, phrase.text),
        mine.includes(phrase) ? h("span", { class: "note" }, ` ${words.you}`) : phrase.name ? h("span", { class: "note", dir: "auto" }, ` ${phrase.name}`) : null))),
    rest > 0 ? h("p", { class: "note" }, words.more(rest)) : null);
}
