// The reveal: what the room said, point by point, in everybody's own words, beside the model answer. The point that the
// room knows least comes first, then the order of the model answer, or of the author where that is not to be read yet; the
// clearest phrasing of a point is the first of it. A point has the same number here and there.

import { langOf } from "../../bank-language.js";
import { button, h } from "../../dom.js";
import { numberedAnswer, numbersIn } from "../numbered.js";
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
      const lang = langOf(question);
      const state = JSON.stringify([question.index, found, answer, seat]);
      if (state === before) return;
      before = state;
      element.replaceChildren(h("h2", { tabindex: "-1" }, words.title), ...revealed(found, answer, seat, lang));
    },
  };
}

/**
 * What the room said, and beside it the model answer where it is to be read.
 * @param found the phrases, or null while they are on their way; @param seat whose own are marked; @param lang of the
 *   bank's words, null where it is the page's
 */
export function revealed(found, answer, seat, lang) {
  const places = answer ? found?.model ?? [] : [];
  const numbers = numbersIn(places);
  return [h("p", { class: "note" }, !found ? words.waiting : numbers.size ? words.orderOfModel : words.order),
    h("div", { class: answer ? "reveal-parts two-parts" : "reveal-parts" },
      found ? h("div", { class: "voices" }, sharedPoints(found, { seat, most, numbers, lang, badge: (id, number) => badge("model", id, number) })) : null,
      answer ? h("div", { class: "panel model-answer", dir: "auto", data: { testid: "model" } }, h("h3", {}, words.model),
        h("div", { lang }, numberedAnswer(answer, places, (id, number) => badge("voice", id, number)))) : null)];
}

/** A point's number, which leads to the same number on the other side. */
function badge(to, id, number) {
  const from = to === "model" ? "voice" : "model";
  const node = button(String(number), {
    class: "point-number", "aria-label": to === "model" ? words.inModel(number) : words.inRoom(number), data: { number: `${from} ${id}`, testid: `number-${from}` },
    press: () => {
      const other = [...node.closest(".reveal-parts").querySelectorAll("[data-number]")].find((one) => one.dataset.number === `${to} ${id}`);
      other?.scrollIntoView({ block: "center" });
      other?.focus({ preventScroll: true });
    },
  });
  return node;
}

/**
 * @param most phrasings that are shown of each point; @param seat whose own are marked, or null
 * @param numbers of the points by id, which order them; @param badge makes the node with a point's number;
 * @param lang of the bank's words
 */
export function sharedPoints({ points, groups = [] }, { seat, most, lang, numbers = new Map(), badge = null }) {
  const place = ({ point, members }) => Math.min(...(members ?? [{ point }]).map((one) => numbers.get(one.point) ?? Infinity));
  const proper = inOrder(entries(points.filter(({ misconception }) => !misconception), groups), place);
  const all = Math.max(0, ...points.filter(({ misconception }) => !misconception).map((point) => point.hit + point.partial + point.missed));
  const [least, second] = proper.slice().sort((a, b) => a.hit - b.hit);
  const blind = all > 0 && least.hit * 2 <= all && !(second?.hit === least.hit) ? least : null;
  return [...proper.filter((one) => one === blind), ...proper.filter((one) => one !== blind)]
    .map((one) => (one.members ? sharedGroup : sharedPoint)(one, { all, isBlind: one === blind, seat, most, lang, numbers, badge }))
    .concat(points.filter(({ misconception, hit }) => misconception && hit >= several).map((point) => thought(point, lang)));
}

/** What has no place stays behind what has, as it stood. */
function inOrder(all, place) {
  const rank = (one) => (Number.isFinite(place(one)) ? place(one) : Number.MAX_SAFE_INTEGER);
  return all.slice().sort((a, b) => rank(a) - rank(b));
}

/** Points of which some are enough are one: {needed, hit, members}. */
function entries(points, groups) {
  const found = [];
  for (const point of points) {
    const group = groups[point.group];
    const before = group && found.find((one) => one.group === point.group);
    if (!group?.needed) found.push(point);
    else if (before) before.members.push(point);
    else found.push({ group: point.group, needed: group.needed, hit: group.hit, members: [point] });
  }
  return found;
}

/** One box, counted once; what was said of its points stands in it. */
function sharedGroup({ needed, hit, members }, { all, isBlind, ...rest }) {
  return h("div", { class: "shared-point shared-group", data: { blind: isBlind ? "true" : null, testid: "shared-group" } },
    h("p", { class: "shared-count" }, h("span", { class: "figure" }, texts.number(hit)), h("span", { class: "note" }, words.ofAll(all))),
    h("div", { class: "shared-words" }, h("h3", {}, texts.board.group(needed, members.length)), isBlind ? h("p", { class: "blind" }, words.blind) : null,
      members.map((point) => sharedPoint(point, { ...rest, all, isBlind: false, level: 4 }))));
}

function sharedPoint(point, { all, isBlind, seat, most, numbers, badge, lang, level = 3 }) {
  const number = numbers.get(point.point);
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
      h("div", { class: "shared-head" }, h(`h${level}`, { dir: "auto", lang: point.head ? lang : null }, point.head || words.whole), number && badge ? badge(point.point, number) : null), isBlind ? h("p", { class: "blind" }, words.blind) : null,
      point.gist ? h("p", { class: point.phrases.length ? "note" : "note unsaid", dir: "auto", lang }, point.gist) : null,
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
function thought(point, lang) {
  return h("div", { class: "shared-point kindly", data: { testid: "shared-thought" } }, h("div", { class: "shared-words" },
    h("p", { class: "note" }, words.misconception), h("h3", { dir: "auto", lang }, point.head),
    point.gist ? h("p", { dir: "auto", lang }, point.gist) : null));
}
