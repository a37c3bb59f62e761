// A document of the visitor's own. It lives in this page's memory and, for as long as one connection lasts, at the
// server; a new connection has to be sent it again, from its start.

import { newRef } from "./outbox.js";

/** In bytes of UTF-8. */
export const largestDocument = 2 * 1024 * 1024;

const longestPiece = 60_000;
const measure = new TextEncoder();

export const sizeOf = (text) => measure.encode(text).length;

/**
 * `text` in pieces, each of which fits into a message. No piece ends within a surrogate pair.
 * @param most what a message may hold, in bytes
 */
export function piecesOf(text, most = 131_072) {
  const pieces = [];
  for (let start = 0; start < text.length || pieces.length === 0;) {
    let length = longestPiece;
    let piece = cut(text, start, length);
    // Some characters are three bytes, and control characters six once they are written as JSON.
    while (sizeOf(JSON.stringify(piece)) > most - 1000) piece = cut(text, start, length = Math.floor(length / 2));
    pieces.push(piece);
    start += piece.length || 1;
  }
  return pieces;
}

function cut(text, start, length) {
  const end = start + length;
  const splitsPair = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800
    && (text.charCodeAt(end) & 0xfc00) === 0xdc00;
  return text.slice(start, splitsPair ? end - 1 : end);
}

/** Milliseconds until a piece that nobody has acknowledged is taken to be lost; and how often to begin again. */
const patience = 8_000;
const retries = 5;

export class OwnDocument {
  #pieces = [];
  #part = 0;
  #ref = null;
  #then = null;
  #watch = null;
  #retries = 0;
  #send;
  #changed;

  /** What the server made of it: {document, name, bank, report}, or null before it has read it. */
  read = null;
  /** With which code and sentence the server refused it, or null. */
  refusal = null;
  /** True where this connection's server has it. */
  isThere = false;

  constructor(name, text, { send, changed, most }) {
    this.name = name;
    this.#pieces = piecesOf(text, most);
    this.#send = send;
    this.#changed = changed;
  }

  get isSending() { return this.#ref !== null; }

  /** How much of it the server has acknowledged, 0...1. */
  get progress() { return this.#part / this.#pieces.length; }

  /** Sends the document from its start. `then` is called once the server has read it. */
  start(then) {
    this.#then = then;
    this.#retries = 0;
    this.refusal = null;
    this.#sendPart(0);
  }

  /** True where the message was this document's, which has taken note of it. */
  heard(message) {
    if (this.#ref === null || message.ref !== this.#ref) return false;
    if (message.type === "received") this.#sendPart(this.#part + 1);
    else if (message.type === "pasted") this.#wasRead(message);
    else this.#wasRefused(message);
    return true;
  }

  /** What is on its way does not matter any more. */
  cancel() {
    clearTimeout(this.#watch);
    this.#ref = null;
    this.#then = null;
  }

  connectionLost() {
    clearTimeout(this.#watch);
    this.isThere = false;
    this.#part = 0;
  }

  /** A connection is there (again): what was on its way goes out once more. */
  connected() {
    if (this.isSending) this.#sendPart(0);
  }

  #wasRead(message) {
    const then = this.#then;
    this.cancel();
    this.#part = this.#pieces.length;
    this.read = message;
    this.isThere = true;
    then?.();
  }

  #wasRefused({ code, message, retryAfter }) {
    // A piece was lost or came twice, or the server has too much to do: from the start, after a while.
    const mayPass = code === "busy" || code === "tooFast" || (code === "badValue" && this.#retries++ < retries);
    if (mayPass) return this.#later(1000 * (retryAfter ?? 2));
    this.cancel();
    this.refusal = { code, message };
  }

  #sendPart(part) {
    this.#part = part;
    // With a new ref for each: what belongs to a piece sent before is not heard any more.
    this.#ref = newRef();
    const parts = this.#pieces.length;
    const isSent = this.#send({ type: "paste", ref: this.#ref, name: this.name, part, parts, text: this.#pieces[part] });
    clearTimeout(this.#watch);
    if (isSent) this.#later(patience);
  }

  #later(milliseconds) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#sendPart(0);
      this.#changed();
    }, milliseconds);
  }
}
