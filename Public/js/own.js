// Questions of the visitor's own: the document at hand, one on its way, and whether interviews are drawn from it.

import { OwnDocument } from "./document.js";
import { Shelf } from "./shelf.js";

export class OwnQuestions {
  /** The document that interviews may be drawn from, or null. */
  document = null;
  /** A document that is on its way, or was refused; or null. */
  pasting = null;
  /** True where new interviews are drawn from the document. */
  isUsed = false;
  #send;
  #changed;

  /** @param send sends a message, and says whether it could; @param changed called after anything has happened */
  constructor({ send, changed }) {
    this.#send = send;
    this.#changed = changed;
    this.shelf = new Shelf(changed);
  }

  /** {hash, questions, topics} of the questions in use, or null where they are the server's. */
  get bank() { return this.isUsed ? this.document.read.bank : null; }

  /** True while the document is sent again, because an interview is to be drawn from it. */
  get isReturning() { return this.document?.isSending === true; }

  /** @param most what a message may hold, in bytes */
  paste(name, text, most) {
    this.pasting?.cancel();
    const document = new OwnDocument(name, text, { send: this.#send, changed: this.#changed, most });
    this.pasting = document;
    document.start(() => {
      this.document = document;
      this.pasting = null;
      this.isUsed = true;
      this.shelf.keep({ name, text });
    });
    this.#changed();
  }

  /** Gives up the document that is on its way. */
  stop() {
    this.pasting?.cancel();
    this.pasting = null;
    this.#changed();
  }

  use(isUsed) {
    this.isUsed = isUsed && this.document !== null;
    this.#changed();
  }

  drop() {
    this.document?.cancel();
    this.document = null;
    this.isUsed = false;
    this.#changed();
  }

  /** Calls `then` with what the server calls the document, which it is sent again first where it has lost it. */
  name(then) {
    const { document } = this;
    if (document.isThere) return then(document.read.document);
    document.start(() => then(document.read.document));
    this.#changed();
  }

  /** True where the server of now knows a document under another name, or none. */
  isStale(name) {
    return this.document !== null && !(this.document.isThere && this.document.read.document === name);
  }

  /** True where the message was about a document. */
  heard(message) {
    return [this.pasting, this.document].some((document) => document?.heard(message));
  }

  connected() {
    for (const document of [this.pasting, this.document]) document?.connected();
  }

  connectionLost() {
    for (const document of [this.pasting, this.document]) document?.connectionLost();
  }
}
