// What a candidate does in the interview at hand: each is a request that is sent until it has had its effect. What is
// written is kept on this device first.

import { newRef } from "./outbox.js";
import { replyTo } from "./store.js";

/** So many names of points are kept for the interview that asks for them. */
const mostPractised = 100;

export class Candidate {
  #app;
  /** The question, and how many attempts it had, when the server said that there was no hint left. */
  #hintless = null;

  constructor(app) { this.#app = app; }

  /** Sends an answer, or the reply to a follow-up question. */
  answer(question, text, { isReply = false, ref = newRef() } = {}) {
    const interview = this.#app.interview.id;
    const probe = isReply ? { probe: true } : {};
    // Whoever answers goes on; an interview's time is not for answering without it.
    if (this.#app.interview.isPaused) this.continue();
    this.#app.request({ type: "answer", interview, question, text, ...probe }, ref);
  }

  /** The answer, or the reply to a follow-up question, that is on its way; or null. */
  sending(question, isReply = false) {
    return this.#app.outbox.first((one) =>
      one.type === "answer" && one.question === question && (one.probe === true) === isReply);
  }

  skip(question) { this.#once({ type: "skip", question }); }
  unskip(question) { this.#once({ type: "unskip", question }); }
  next(question, ref) { this.#once({ type: "next", question }, ref); }
  end(ref) { this.#once({ type: "end" }, ref); }
  reveal(question) { this.#once({ type: "reveal", question }); }
  hint(question) { this.#once({ type: "hint", question }); }
  pause() { this.#once({ type: "pause" }); }
  continue() { this.#once({ type: "continue" }); }
  extend(seconds) { this.#once({ type: "extend", seconds }); }

  /** "I did say that", at these places of the attempt; or takes it back. */
  dispute(question, attempt, point, { ranges = [], withdrawn = false } = {}) {
    if (this.disputing(question, attempt, point)) return;
    const ruling = withdrawn ? { withdrawn } : { ranges };
    this.#app.request({ type: "dispute", interview: this.#app.interview.id, question, attempt, point, ...ruling });
  }

  disputing(question, attempt, point) {
    return this.#app.outbox.first((one) => one.type === "dispute" && one.question === question
      && one.attempt === attempt && one.point === point);
  }

  /** A new interview on exactly these points, [{question, point, head}], of the one at hand, with a coach. */
  practisePoints(points) {
    const { id: interview, setup, questions } = this.#app.interview;
    const { pace, score } = setup ?? {};
    const practised = {};
    for (const { question, head } of points.slice(0, mostPractised)) (practised[questions[question]?.id] ??= []).push(head);
    this.#app.start.practised = practised;
    const asked = points.map(({ question, point }) => ({ question, point }));
    this.#app.open({ topics: [], pace, mode: "coached", score, again: { interview, points: asked } });
  }

  /** Shows the points that an answer has not said. */
  openPoints(question) {
    this.#app.store.saveOpen(this.#app.interview.id, question);
    this.#app.changed();
  }

  isOpen(question) { return this.#app.store.isOpen(this.#app.interview.id, question); }

  /** False once the server said that there is no hint left as things stand. */
  hasHints({ index, attempts, hintsLeft }) {
    return hintsLeft !== 0 && this.#hintless !== `${index} ${attempts.length}`;
  }

  noteNoHint({ question }) {
    this.#hintless = `${question} ${this.#app.interview.questions[question].attempts.length}`;
  }

  // The reply to a follow-up question has a draft beside the one of the answer: its name is `replyTo(question)`.

  draft(name) { return this.#app.store.draft(this.#app.interview.id, name); }

  saveDraft(name, text) { this.#app.store.saveDraft(this.#app.interview.id, name, text); }

  /** Text that was written and not sent: what leaving the question would lose. */
  hasUnsentText(question) {
    const draft = this.draft(question);
    const latest = this.#app.interview.questions[question]?.attempts.at(-1)?.text;
    const isUnsent = draft.trim() !== "" && draft !== latest && !this.sending(question);
    return isUnsent || (this.draft(replyTo(question)).trim() !== "" && !this.sending(question, true));
  }

  #once(message, ref = newRef()) {
    if (this.#app.outbox.find(message.type, message.question)) return;
    this.#app.request({ ...message, interview: this.#app.interview.id }, ref);
  }
}
