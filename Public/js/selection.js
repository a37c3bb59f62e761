// The words of an answer that a person has selected, as a place in its text.

/**
 * Watches what is selected inside `container`, whose blocks of text carry `data-start`, their place in the answer.
 * The last selection holds while the focus goes to a button, and ends when another place in the answer is pressed.
 */
export class AnswerSelection {
  #container;
  #changed;
  /** {start, end} in UTF-16 code units, or null. */
  range = null;

  constructor(container, changed) {
    this.#container = container;
    this.#changed = changed;
    // A node has no event for being thrown away; a listener that finds it gone goes too.
    const listener = () => {
      if (!container.isConnected && this.#wasConnected) return document.removeEventListener("selectionchange", listener);
      this.#wasConnected ||= container.isConnected;
      this.#look();
    };
    document.addEventListener("selectionchange", listener);
  }

  #wasConnected = false;

  #look() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || !this.#container.contains(selection.anchorNode)) return;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const start = this.#offset(startContainer, startOffset);
    const end = this.#offset(endContainer, endOffset);
    const range = start !== null && end !== null && start < end ? { start, end } : null;
    if (range?.start === this.range?.start && range?.end === this.range?.end) return;
    this.range = range;
    this.#changed(range);
  }

  /** Where a point of the document lies in the answer; null outside it. */
  #offset(node, offset) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element?.closest("[data-start]");
    if (!block || !this.#container.contains(block)) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + before.toString().length;
  }
}
