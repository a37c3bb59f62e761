// Requests that the server has not settled yet. They survive a lost connection and are sent again with the same
// `ref`, which the server takes as the same request: nothing is lost and nothing happens twice.

/** 122 random bits. `crypto.randomUUID` is missing on plain http outside localhost. */
export function newRef() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #entries = new Map();

  /** Keeps `message` under its `ref`; adding a known `ref` again changes nothing. */
  add(message) {
    if (!this.#entries.has(message.ref)) this.#entries.set(message.ref, { message, isSent: false, sentAt: 0, refusals: 0 });
  }

  get(ref) { return this.#entries.get(ref)?.message ?? null; }

  has(ref) { return this.#entries.has(ref); }

  drop(ref) { this.#entries.delete(ref); }

  /** The first pending request of this type, for this question where one is given. */
  find(type, question) {
    for (const { message } of this.#entries.values()) {
      if (message.type === type && (question === undefined || message.question === question)) return message;
    }
    return null;
  }

  /** The first pending request of which `isIt` is true. */
  first(isIt) {
    return [...this.#entries.values()].map(({ message }) => message).find(isIt) ?? null;
  }

  /** Hands each unsent request that may go now to `send`, in order. */
  flush(maySend, send, now = performance.now()) {
    for (const entry of this.#entries.values()) {
      if (entry.isSent || !maySend(entry.message)) continue;
      entry.isSent = send(entry.message);
      entry.sentAt = now;
    }
  }

  /** What was sent `patience` milliseconds ago and has no effect yet may go again: a frame may have been lost. */
  forgetSending(patience, now = performance.now()) {
    let found = false;
    for (const entry of this.#entries.values()) {
      if (!entry.isSent || entry.isPostponed || now - entry.sentAt < patience) continue;
      entry.isSent = false;
      found = true;
    }
    return found;
  }

  /** A new connection knows nothing of what the old one was told. */
  connectionLost() {
    for (const entry of this.#entries.values()) entry.isSent = entry.isPostponed = false;
  }

  /** The server can't take it now; gives the milliseconds to wait before the next try: 1, 2, 4 … 15 s. */
  postpone(ref) {
    const entry = this.#entries.get(ref);
    if (!entry) return null;
    entry.isPostponed = true;
    return Math.min(15_000, 1000 * 2 ** entry.refusals++);
  }

  /** The postponed request may go again. */
  retry(ref) {
    const entry = this.#entries.get(ref);
    if (entry) entry.isSent = entry.isPostponed = false;
  }

  /** Drops whatever `isDone` says is done, and tells which. */
  sweep(isDone) {
    const done = [...this.#entries.values()].map(({ message }) => message).filter(isDone);
    for (const { ref } of done) this.#entries.delete(ref);
    return done;
  }
}
