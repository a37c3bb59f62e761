// What the page knows and does, without a single node: the interview at hand, what was written, what to say.
// Views read it and call its methods; it calls `changed` after anything has happened.

import { Candidate } from "./candidate.js";
import { Courier, isForNow } from "./courier.js";
import { emptyInterview, fold, isGap, isSettled, currentQuestion } from "./interview.js";
import { heardOfBoth } from "./lanes.js";
import { newRef } from "./outbox.js";
import { Reader } from "./reader.js";
import { Start } from "./start.js";
import { replyTo } from "./store.js";
import { texts } from "./texts.js";
import { Timekeeper, isByClock } from "./timekeeper.js";

export class App {
  /** The last `welcome`: topics, limits. Null until the server has been reached once. */
  welcome = null;
  /** The interview in the address, or null in the start view. */
  interview = null;
  /** True when the address names an interview whose seat is not this person's (any more). */
  isGone = false;
  /** True once the messages of the interview so far are here. */
  isLoaded = false;
  /** A sentence for the person, until dismissed: {text}. */
  notice = null;
  /** The question that is being answered once more, or null. */
  retrying = null;
  /** What turns speech into text at the moment, to be ended with `stop()`; or null. */
  dictating = null;
  /** True while the server can't keep an answer and the page tries again by itself. */
  isNotKept = false;

  /** True until the server has given a seat of which this browser knows nothing. */
  #isUnknown = false;
  /** The interview folded from its beginning once more, while the one shown stays: see `#fetchMarks`. */
  #rebuilt = null;

  constructor({ url, store, navigate, changed }) {
    this.store = store;
    this.navigate = navigate;
    this.changed = changed;
    this.courier = new Courier(url, {
      store,
      heard: (message) => this.#heard(message),
      changed: () => this.#connectionChanged(),
      place: () => this.#place,
      isAwaiting: () => this.isLoaded && !this.interview.ended && (!this.question || this.question.streaming),
      gone: () => this.#seatGone(),
    });
    this.start = new Start(this);
    this.candidate = new Candidate(this);
    this.reader = new Reader(store, () => this.changed());
    this.timekeeper = new Timekeeper(this);
  }

  get connection() { return this.courier.connection; }

  get outbox() { return this.courier.outbox; }

  /** The seat that is held, and how far it has heard; null where there is none. */
  get #place() {
    if (!this.interview || this.isGone) return null;
    const { id, heard } = this.#rebuilt ?? this.interview;
    return { interview: id, seq: heardOfBoth(heard), isUnknown: this.#isUnknown };
  }

  // What a person does

  /** Opens an interview; `setup` has the fields of the request. The address follows when the server has opened it. */
  open(setup) {
    this.notice = null;
    this.start.open(setup);
  }

  get isOpening() { return this.start.isOpening; }

  /** Shows the interview of this name, or none. */
  show(interview) {
    if (interview === (this.interview?.id ?? null) && !this.isGone) return;
    this.interview = interview === null ? null : emptyInterview(interview);
    this.isGone = false;
    // It may be this person's all the same, begun in another browser: the server knows.
    this.#isUnknown = interview !== null && !this.store.holds(interview);
    this.isLoaded = false;
    this.retrying = null;
    this.notice = null;
    this.isNotKept = false;
    this.#rebuilt = null;
    this.timekeeper.set(null);
    this.courier.leave();
    if (interview !== null) {
      this.courier.takeSent(interview);
      this.courier.resume();
    }
    this.changed();
  }

  /** Another tab has changed what this browser keeps. */
  storeChanged() {
    if (this.interview && !this.isGone) {
      this.courier.takeSent(this.interview.id);
      this.#sweep();
      this.courier.flush();
    }
    this.changed();
  }

  /** Sends a request, now or as soon as there is a connection, until it is settled. */
  request(message, ref = newRef()) {
    this.courier.send(message, ref);
    this.changed();
  }

  retry(question) {
    this.retrying = question;
    this.changed();
  }

  /** Shows a sentence until it is dismissed. */
  tell(text) {
    this.notice = { text };
    this.changed();
  }

  dismiss() {
    this.notice = null;
    this.changed();
  }

  // What the server says

  #heard(message) {
    if (message.clock) message.heardAt = performance.now();
    if (this.start.heard(message)) return this.changed();
    if (message.type === "welcome") this.#welcomed(message);
    else if (message.type === "opened") this.#opened(message);
    else if (message.type === "refused") this.#refused(message);
    else if (message.type === "resumed") this.#resumed(message);
    else this.#happened(message);
    this.#sweep();
    this.courier.flush();
    if (this.interview) this.timekeeper.set(this.courier.isSeated && this.isLoaded ? this.interview : null);
    this.changed();
  }

  #welcomed(message) {
    this.welcome = message;
    this.courier.resume();
    this.start.connected();
    this.courier.flush();
  }

  #opened(message) {
    if (!this.outbox.has(message.ref)) return;
    const request = this.outbox.get(message.ref);
    this.courier.settle(message.ref);
    // A replayed `opened` has no token: that seat is lost with the connection that was told it.
    if (!message.token) return this.request({ ...request }, newRef());
    const { interview, token } = message;
    this.show(null);
    this.interview = fold(emptyInterview(interview), message);
    const document = this.start.documentOf(request);
    const practised = request.again ? this.start.practised : undefined;
    this.store.saveInterview(interview, { token, setup: this.interview.setup, document, practised });
    this.isLoaded = true;
    this.courier.seated();
    this.navigate(interview);
  }

  #resumed(message) {
    if (!this.interview || !this.courier.isResumed(message)) return;
    const before = this.interview;
    const after = fold(this.#rebuilt ?? this.interview, message);
    if (this.#rebuilt) this.#rebuilt = after;
    else this.interview = after;
    for (const one of message.missed ?? []) {
      if (one.type === "answered" && one.seq > before.seq) this.#answered(one);
      this.#settle(one);
    }
    if (message.more) return this.courier.resume();
    if (this.#rebuilt) this.interview = this.#rebuilt;
    this.#rebuilt = null;
    this.courier.seated();
    this.isLoaded = true;
    this.store.saveInterview(message.interview, { setup: this.interview.setup, ...(this.#isUnknown ? { isOwn: true } : {}) });
    this.#isUnknown = false;
    this.#noteEnd();
  }

  #happened(message) {
    if (!this.interview || message.interview !== this.interview.id) return;
    // Something before it was lost on the way, or a list that holds it is coming.
    if (isGap(this.interview, message) || (this.#rebuilt && message.seq)) return this.courier.resume();
    const isNew = Number.isInteger(message.seq) && message.seq > this.interview.seq;
    this.interview = fold(this.interview, message);
    if (isNew && message.type === "answered") this.#answered(message);
    if (isNew && message.type === "ended") this.#noteEnd();
    if (isNew && (message.type === "asked" || message.type === "reopened")) this.retrying = null;
    this.#settle(message);
  }

  /** What is told to everybody names who asked for it: only one's own requests are settled by it. */
  #settle({ by, ref }) {
    if (ref && (by === undefined || by === this.interview.seat)) this.courier.settle(ref);
  }

  /** The draft has done its work once its text is kept; a different text is somebody's work and stays. */
  #answered({ question, text, ref, probe }) {
    this.isNotKept = false;
    const { candidate } = this;
    const reply = replyTo(question);
    if (probe && candidate.draft(reply) === text.slice(probe.start)) candidate.saveDraft(reply, "");
    const draft = candidate.draft(question);
    if (draft === text) candidate.saveDraft(question, "");
    if (probe || this.interview.setup?.mode === "realistic") return;
    const isElsewhere = draft.trim() !== "" && draft !== text;
    if (isElsewhere && !this.outbox.has(ref)) this.retrying = question;
    else if (this.retrying === question) this.retrying = null;
  }

  #noteEnd() {
    const { ended, id, questions } = this.interview;
    if (!ended) return;
    // Of stories no share is told.
    const coverage = ended.report?.needed === 0 ? null : ended.report?.coverage ?? 0;
    this.store.saveInterview(id, { ended: true, coverage });
    if (questions.some((question) => question?.attempts.some(({ mark }) => !mark))) this.#fetchMarks();
  }

  /** A realistic interview gives its marks at its end, to whoever asks for all of it again. */
  #fetchMarks() {
    if (this.#rebuilt) return;
    this.isLoaded = false;
    this.#rebuilt = emptyInterview(this.interview.id);
    this.courier.resumeAnew();
  }

  #seatGone() {
    this.store.forget(this.interview.id);
    this.isGone = true;
    this.courier.leave();
  }

  #refused({ ref, code, message, retryAfter }) {
    const isNotKept = isForNow(code);
    this.isNotKept ||= isNotKept && this.outbox.get(ref)?.type === "answer";
    const request = this.courier.refused({ ref, code, retryAfter });
    if (!request) return;
    if (this.start.refused(request, { code, message })) return;
    if (request.type === "answer") this.#keepRefused(request);
    // Another tab was faster, or the interview is over: look at how things stand.
    if (request.interview) this.courier.resume();
    if (code === "noHint") this.candidate.noteNoHint(request);
    // What the clock does is seen anyway, and nothing that a person wrote hangs on it.
    else if (!isAboutTime(request) && !isDoneAnyway(request, code)) {
      this.notice = { text: texts.refusal(code, request.type) ?? message };
    }
  }

  #keepRefused({ interview, question, text, probe }) {
    const name = probe ? replyTo(question) : question;
    if (this.store.draft(interview, name) === "") this.store.saveDraft(interview, name, text);
  }

  #sweep() {
    if (this.interview) this.courier.sweep((request) => isSettled(this.interview, request));
  }

  #connectionChanged() {
    if (!this.connection.isOnline) {
      if (this.#rebuilt) this.#rebuilt = emptyInterview(this.interview.id);
      this.start.connectionLost();
    }
    this.changed();
  }

  /** The question at hand, or null. */
  get question() { return this.interview ? currentQuestion(this.interview) : null; }

  /** The longest answer the server takes, in UTF-16 code units. */
  get answerLimit() { return this.welcome?.limits?.answer ?? 20_000; }
}

function isAboutTime({ type, ref }) {
  return type === "pause" || type === "continue" || type === "extend" || isByClock(ref);
}

/** Whether what was asked for has come about by other means, from another tab: nobody needs to hear of it. */
function isDoneAnyway({ type }, code) {
  if (type === "end") return code === "ended";
  return (type === "next" || type === "skip" || type === "unskip") && (code === "notAsked" || code === "ended");
}
