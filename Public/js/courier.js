// How requests travel: one connection, what is on its way, and the seat that is taken up again after each loss.
// Every request goes out until the server has settled it, under the same name, so nothing happens twice.

import { Connection } from "./connection.js";
import { Outbox, newRef } from "./outbox.js";

/** How long a reply may take before the request, or the question, is taken to have been lost on the way. */
const patience = { reply: 5_000, speech: 10_000 };
const leaving = new Set(["skip", "next", "end"]);
/** Kept on this device until the server has it, whatever becomes of the page. */
const lasting = new Set(["answer", "hint", "dispute"]);

/** True where the same request may be taken in a while. */
export const isForNow = (code) => ["notKept", "notRead", "busy", "tooFast"].includes(code);

export class Courier {
  #store;
  #place;
  #isAwaiting;
  #gone;
  #resumeRef = null;
  #resumedAt = 0;
  #heardAt = 0;
  #isSeated = false;

  /**
   * @param heard called with each message; @param changed called when the connection may have changed
   * @param place gives {interview, seq, isUnknown} of the seat to be held, how far it has heard and whether this browser
   *   knows nothing of it; or null
   * @param isAwaiting true while the interviewer is to say something; @param gone called where the seat is no more
   */
  constructor(url, { store, heard, changed, place, isAwaiting, gone }) {
    this.#store = store;
    this.#place = place;
    this.#isAwaiting = isAwaiting;
    this.#gone = gone;
    this.outbox = new Outbox();
    this.connection = new Connection(url, {
      heard: (message) => {
        this.#heardAt = performance.now();
        heard(message);
      },
      changed: () => {
        if (!this.connection.isOnline) this.#lost();
        changed();
      },
    });
    setInterval(() => this.#look(), 1000);
  }

  /** True while this connection holds the seat. */
  get isSeated() { return this.#isSeated; }

  /** Sends a request, now or as soon as there is a connection, until it is settled. */
  send(message, ref = newRef()) {
    if (lasting.has(message.type)) this.#store.saveSent(message.interview, ref, { ...message, at: Date.now() });
    this.outbox.add({ ...message, ref });
    this.flush();
  }

  /** What is on its way is every tab's: whichever is connected first sends it, by the same name. */
  takeSent(interview) {
    for (const { at, ...request } of this.#store.sent(interview)) {
      this.outbox.add({ type: "answer", interview, ...request });
    }
  }

  /** The request of this name has had its effect, or never will. */
  settle(ref) {
    const request = this.outbox.get(ref);
    if (!request) return;
    this.outbox.drop(ref);
    this.#store.dropSent(request.interview, ref);
  }

  /** Settles whatever `isDone` says is done. */
  sweep(isDone) {
    for (const { interview, ref } of this.outbox.sweep(isDone)) this.#store.dropSent(interview, ref);
  }

  flush() {
    this.outbox.flush((request) => this.#mayGo(request), (message) => this.connection.send(message));
  }

  /** Nothing leaves a question before all that was done there is kept: afterwards it would be refused. */
  #mayGo({ type, interview, ref }) {
    if (interview === undefined) return true;
    if (!this.#isSeated || interview !== this.#place()?.interview) return false;
    return !leaving.has(type) || this.outbox.first((one) => one.interview === interview).ref === ref;
  }

  // The seat

  /** Another interview, or none: what was asked of the last one is over. */
  leave() {
    this.#isSeated = false;
    this.#resumeRef = null;
    this.outbox.sweep(({ type }) => type !== "open" && type !== "join");
  }

  /** The server has given this connection the seat. */
  seated() { this.#isSeated = true; }

  /** Takes the seat up again and asks for what was missed. */
  resume() {
    if (this.#resumeRef !== null || !this.connection.isOnline || this.#place() === null) return;
    const { interview, isUnknown } = this.#place();
    // Forgotten in another tab: there is nothing to come back with.
    if (!isUnknown && !this.#store.holds(interview)) return this.#gone();
    this.#resumeRef = newRef();
    this.#sendResume();
  }

  /** Asks anew, from wherever the place is now. */
  resumeAnew() {
    this.#resumeRef = null;
    this.resume();
  }

  /** True where the message answers the last `resume`, which is then done. */
  isResumed({ ref }) {
    if (this.#resumeRef === null || ref !== this.#resumeRef) return false;
    this.#resumeRef = null;
    return true;
  }

  #sendResume() {
    const { interview, seq } = this.#place();
    const token = this.#store.interview(interview)?.token;
    this.#resumedAt = performance.now();
    this.connection.send({ type: "resume", ref: this.#resumeRef, interview, token, seq });
  }

  // Trouble

  /** The request that was refused where the refusal is final, or null where it is dealt with here. */
  refused({ ref, code, retryAfter }) {
    if (this.isResumed({ ref })) {
      if (code === "noSuchSeat") this.#gone();
      else this.#later(() => this.resume(), 1000 * (retryAfter ?? 2));
      return null;
    }
    const request = this.outbox.get(ref);
    if (!request) return null;
    if (isForNow(code)) {
      const wait = Math.max(this.outbox.postpone(ref), 1000 * (retryAfter ?? 0));
      this.#later(() => { this.outbox.retry(ref); this.flush(); }, wait);
      return null;
    }
    if (code === "notSeated") {
      this.outbox.retry(ref);
      this.resume();
      return null;
    }
    this.settle(ref);
    return request;
  }

  #lost() {
    this.#isSeated = false;
    this.#resumeRef = null;
    this.outbox.connectionLost();
  }

  /** Looks whether something was lost on a line that is otherwise alive, and asks for it again. */
  #look() {
    if (!this.connection.isOnline) return;
    const now = performance.now();
    if (this.outbox.forgetSending(patience.reply, now)) this.flush();
    if (this.#place() === null) return;
    if (this.#resumeRef !== null) {
      if (now - this.#resumedAt > patience.reply) this.#sendResume();
    } else if (this.#isAwaiting() && now - this.#heardAt > patience.speech) this.resume();
  }

  #later(action, milliseconds) {
    const interview = this.#place()?.interview;
    setTimeout(() => { if (interview === this.#place()?.interview) action(); }, milliseconds ?? 0);
  }
}
