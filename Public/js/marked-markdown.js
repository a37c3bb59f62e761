// Markdown with places of its text marked. Signs for private use carry the places through the rendering; in the nodes
// that come out they become elements, none of which reaches over the end of another.

import { h } from "./dom.js";
import { pieces } from "./highlight.js";
import { markdownNodes } from "./markdown-dom.js";

/** The first of the signs that begin a place, one for each piece; and the one that ends it. */
const first = 0xe100;
const most = 1000;
const end = "\ue000";
const sign = /[\ue000\ue100-\ue4e8]/;
const signs = new RegExp(sign.source, "g");

/**
 * @param {string} markdown
 * @param {{start: number, end: number, point: string}[]} said places in it, in UTF-16 code units
 * @param {Map<string, string>} heads what the points are called
 * @returns {Node[]}
 */
export function markedMarkdown(markdown, said, heads) {
  // Whoever writes such signs gets no marks.
  if (sign.test(markdown)) return markdownNodes(markdown);
  const marked = [];
  let text = "";
  for (const piece of pieces(markdown, said)) {
    const isMarked = piece.points.length > 0 && marked.length < most && !mayBeSign(piece.text, text);
    if (isMarked) marked.push(piece.points.map((id) => heads.get(id)).filter(Boolean).join("; "));
    text += isMarked ? String.fromCharCode(first + marked.length - 1) + piece.text + end : piece.text;
  }
  const nodes = markdownNodes(text);
  const place = h("div", {}, nodes);
  for (const link of place.querySelectorAll("a[href]")) link.setAttribute("href", link.getAttribute("href").replace(signs, ""));
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  let now = null;
  for (const node of found) now = resolve(node, marked, now);
  return [...place.childNodes];
}

/** What stands at the start of a line may number a list, or be another sign of Markdown. */
function mayBeSign(text, before) {
  return (before === "" || before.endsWith("\n")) && !/^\p{L}/u.test(text);
}

/** Puts elements into a text where its signs say so. @param now the mark that it begins in; gives the one it ends in */
function resolve(node, marked, now) {
  const parts = node.data.split(new RegExp(`(${sign.source})`));
  if (parts.length === 1 && now === null) return now;
  const nodes = parts.map((part) => {
    if (part === end) now = null;
    else if (sign.test(part)) now = part.charCodeAt(0) - first;
    else if (now !== null && part.trim()) return h("mark", { title: marked[now] || null, data: { verdict: "hit" } }, part);
    else return part;
    return "";
  });
  node.replaceWith(...nodes.filter((one) => one !== ""));
  return now;
}
