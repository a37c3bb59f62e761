// The words of an answer that a person has chosen, as a place in its text.

import { sentencesOf } from "./phrasing.js";

const word = /[\p{L}\p{M}\p{N}_'’-]/u;

/**
 * Watches what is selected inside `container`, whose blocks of `text` carry `data-start`, their place in the answer.
 * What is chosen are whole words; pressing a sentence chooses it, and pressing it again lets go of it. The last choice
 * holds while the focus goes to a button.
 */
export class AnswerSelection {
  #container;
  #changed;
  /** The answer; another one where the container shows another. */
  text;
  /** {start, end} in UTF-16 code units, or null. */
  range = null;

  constructor(container, text, changed) {
    this.#container = container;
    this.text = text;
    this.#changed = changed;
    // A node has no event for being thrown away; a listener that finds it gone goes too.
    const listener = () => {
      if (!container.isConnected && this.#wasConnected) return document.removeEventListener("selectionchange", listener);
      this.#wasConnected ||= container.isConnected;
      this.#look();
    };
    document.addEventListener("selectionchange", listener);
    container.addEventListener("click", () => this.#pressed());
    container.addEventListener("keydown", (event) => this.#typed(event));
  }

  /** Nothing is chosen any more. */
  letGo() {
    if (this.range) this.#letGo(document.getSelection());
  }

  /** Shows the choice again in nodes that were made anew. */
  restore() {
    if (this.range) this.#show(this.range);
  }

  #wasConnected = false;

  #look() {
    const range = this.#selected();
    if (range === undefined || (range?.start === this.range?.start && range?.end === this.range?.end)) return;
    this.range = range;
    this.#changed(range);
  }

  /** What is selected here, in whole words; null where it is nothing, undefined where it is elsewhere. */
  #selected() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || !this.#container.contains(selection.anchorNode)) return undefined;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const start = this.#offset(startContainer, startOffset);
    const end = this.#offset(endContainer, endOffset);
    return start !== null && end !== null && start < end ? wholeWords(this.text, start, end) : null;
  }

  /** A press without a selection chooses the sentence under it; what was dragged over is shown as it counts. */
  #pressed() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || !this.#container.contains(selection.anchorNode)) return;
    this.#look();
    // A press within what is selected comes before the browser lets go of it.
    if (this.#last && isSame(this.range, this.#last)) return this.#letGo(selection);
    if (!selection.isCollapsed) return this.range && this.#show(this.range);
    const offset = this.#offset(selection.anchorNode, selection.anchorOffset);
    const block = this.#blockOf(selection.anchorNode);
    if (offset === null || !block) return;
    const { start: from, end: to } = extentOf(block);
    const sentence = sentencesOf(this.text.slice(from, to))
      .map(({ start, text }) => ({ start: from + start, end: from + start + text.length }))
      .find(({ start, end }) => start <= offset && offset <= end);
    this.#last = sentence && !isSame(sentence, this.#last) ? sentence : null;
    if (this.#last) this.#show(this.#last);
  }

  /** In a block that has the focus: sideways by words, up and down by sentences, with Shift more of them. */
  #typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.dataset.start === undefined) return;
    const [unitsOf, by] = { ArrowRight: [wordsOf, 1], ArrowLeft: [wordsOf, -1], ArrowDown: [wholeSentencesOf, 1], ArrowUp: [wholeSentencesOf, -1] }[event.key] ?? [];
    if (event.key === "Escape" && this.range) this.#letGo(document.getSelection());
    else if (unitsOf) this.#choose(unitsOf(this.text), by, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(units, by, isMore) {
    if (units.length === 0) return;
    const { start, end } = this.range ?? { start: 0, end: 0 };
    const first = units.findIndex((unit) => unit.end > start);
    const last = units.filter((unit) => unit.start < end).length - 1;
    const at = Math.min(Math.max((isMore || by > 0 ? last : first) + by, isMore ? first : 0), units.length - 1);
    this.range = { start: units[isMore && this.range ? first : at].start, end: units[at].end };
    this.#show(this.range);
    this.#scroll();
    this.#changed(this.range);
  }

  /** Keeps the end of what was chosen in sight where the block scrolls. */
  #scroll() {
    const { bottom, top } = document.getSelection().getRangeAt(0).getBoundingClientRect();
    const block = document.activeElement;
    const place = block.getBoundingClientRect();
    if (bottom > place.bottom) block.scrollTop += bottom - place.bottom;
    else if (top < place.top) block.scrollTop -= place.top - top;
  }

  #letGo(selection) {
    this.#last = null;
    this.range = null;
    selection.removeAllRanges();
    this.#changed(null);
  }

  #last = null;

  #show({ start, end }) {
    const from = this.#point(start);
    const to = this.#point(end);
    if (from && to) document.getSelection().setBaseAndExtent(...from, ...to);
  }

  #blockOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element?.closest("[data-start]");
    return block && this.#container.contains(block) ? block : null;
  }

  /** Where a point of the document lies in the answer; null outside it. */
  #offset(node, offset) {
    const block = this.#blockOf(node);
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + before.toString().length;
  }

  /** The point of the document at a place in the answer, [node, offset]. */
  #point(place) {
    for (const block of this.#container.querySelectorAll("[data-start]")) {
      const { start, end } = extentOf(block);
      if (place < start || place > end) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let at = start; walker.nextNode(); at += walker.currentNode.data.length) {
        if (place <= at + walker.currentNode.data.length) return [walker.currentNode, place - at];
      }
    }
    return null;
  }
}

function isSame(one, other) {
  return one?.start === other?.start && one?.end === other?.end;
}

function extentOf(block) {
  const start = Number(block.dataset.start);
  return { start, end: start + block.textContent.length };
}

const wordsOf = (text) => [...text.matchAll(new RegExp(`${word.source}+`, "gu"))].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

const wholeSentencesOf = (text) => sentencesOf(text).map(({ start, text: { length } }) => wholeWords(text, start, start + length)).filter(Boolean);

/** A range of `text` widened to whole words, without the white space around them; null where nothing is left. */
export function wholeWords(text, start, end) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  if (start >= end) return null;
  while (start > 0 && word.test(text[start - 1]) && word.test(text[start])) start -= 1;
  while (end < text.length && word.test(text[end]) && word.test(text[end - 1])) end += 1;
  return { start, end };
}
