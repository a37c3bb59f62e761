// A model answer with its key points in it: the words that say a point are marked, and its number stands behind them.

import { h } from "../dom.js";
import { pieces } from "../highlight.js";
import { markdownNodes } from "../markdown-dom.js";

// Characters for private use, which no bank has, carry the marks through the Markdown.
const start = "\uE000";
const end = "\uE001";
const first = 0xe002;
const carriers = /[\uE000-\uF8FF]/g;
/** More points than these have no sign left to carry them. */
const most = 0xf8ff - first;

/** UTF-16 code units: words of a point that are no further apart say it together. */
const together = 40;

/** Where each point has been said for the first time, by id. */
function firstEnds(places) {
  const ends = new Map();
  const isOver = new Set();
  for (const { point, start, end } of places.slice().sort((a, b) => a.start - b.start)) {
    const before = ends.get(point);
    if (before !== undefined && start - before > together) isOver.add(point);
    if (!isOver.has(point)) ends.set(point, Math.max(before ?? 0, end));
  }
  return ends;
}

/** The numbers of the points by id, in the order in which the model answer says them. */
export function numbersIn(places = []) {
  const ids = [...firstEnds(places)].sort(([, a], [, b]) => a - b).map(([id]) => id);
  return new Map(ids.slice(0, most).map((id, at) => [id, at + 1]));
}

/**
 * @param places [{point, start, end}] in UTF-16 code units of the answer
 * @param badge makes the node with a point's number
 */
export function numberedAnswer(markdown, places, badge) {
  const numbers = numbersIn(places);
  const root = h("div", {}, markdownNodes(carried(markdown.replace(carriers, "\uFFFD"), places, numbers)));
  resolve(root, new Map([...numbers].map(([id, number]) => [number, id])), badge);
  return [...root.childNodes];
}

function carried(text, places, numbers) {
  const ends = firstEnds(places);
  let result = "";
  for (const piece of pieces(text, places)) {
    const isMarked = piece.points.length > 0 && !mayBeSign(piece.text, result);
    result += isMarked ? start + piece.text + end : piece.text;
    const done = [...ends.keys()].filter((id) => ends.get(id) <= piece.end && numbers.has(id)).sort((a, b) => numbers.get(a) - numbers.get(b));
    for (const id of done) {
      ends.delete(id);
      result += String.fromCharCode(first + numbers.get(id));
    }
  }
  return result;
}

/** What stands at the beginning of a line may be a list's number, or another sign of Markdown's. */
const mayBeSign = (text, before) => (before === "" || before.endsWith("\n")) && !/^\p{L}/u.test(text);

/** Puts elements in place of the signs, node by node, so that no mark reaches over the end of a paragraph. */
function resolve(root, ids, badge) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let isMarked = false;
  for (const node of nodes) {
    const parts = [];
    for (const part of node.data.split(/([\uE000-\uF8FF])/)) {
      if (part === start || part === end) isMarked = part === start;
      else if (part.length === 1 && part >= start && part <= "\uF8FF") parts.push(badge(ids.get(part.charCodeAt(0) - first), part.charCodeAt(0) - first));
      else if (part !== "") parts.push(isMarked && part.trim() !== "" ? h("mark", { data: { verdict: "hit" } }, part) : part);
    }
    node.replaceWith(...parts);
  }
}
