// What the page knows and does, without a single node: the connection, the interview at hand, requests on
// their way, drafts. Views read it and call its methods; it calls `changed` after anything has happened.

import { Candidate } from "./candidate.js";
import { Connection } from "./connection.js";
import { Lobby } from "./lobby.js";
import { Outbox, newRef } from "./outbox.js";
import { emptySession, fold, isGap, isSettled, currentQuestion } from "./session.js";
import { Reader } from "./reader.js";
import { replyTo } from "./store.js";
import { texts } from "./texts.js";
import { Timekeeper, isByClock } from "./timekeeper.js";

/** How long a reply may take before the request, or the question, is taken to have been lost on the way. */
const patience = { reply: 5_000, speech: 10_000 };
const leaving = new Set(["skip", "next", "end"]);
/** Kept on this device until the server has it, whatever becomes of the page. */
const lasting = new Set(["answer", "hint", "dispute"]);

export class App {
  /** The last `welcome`: topics, limits. Null until the server has been reached once. */
  welcome = null;
  /** The interview in the address, or null in the start view. */
  session = null;
  /** True when the address names an interview whose seat this browser does not hold (any more). */
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

  #resumeRef = null;
  #resumedAt = 0;
  #heardAt = 0;
  #isSeated = false;
  /** The interview folded from its beginning once more, while the one shown stays: see `#fetchMarks`. */
  #rebuilt = null;

  constructor({ url, store, navigate, changed }) {
    this.store = store;
    this.navigate = navigate;
    this.changed = changed;
    this.outbox = new Outbox();
    this.connection = new Connection(url, {
      heard: (message) => this.#heard(message),
      changed: () => this.#connectionChanged(),
    });
    this.lobby = new Lobby(this);
    this.candidate = new Candidate(this);
    this.reader = new Reader(store, () => this.changed());
    this.timekeeper = new Timekeeper(this);
    setInterval(() => this.#look(), 1000);
  }

  // What a person does

  /** Opens an interview; `setup` has the fields of the request. The address follows when the server has opened it. */
  open(setup) {
    this.notice = null;
    this.lobby.open(setup);
  }

  get isOpening() { return this.lobby.isOpening; }

  /** Shows the interview of this name, or none. */
  show(interview) {
    if (interview === (this.session?.interview ?? null) && !this.isGone) return;
    const seat = interview === null ? null : this.store.interview(interview);
    this.session = interview === null ? null : emptySession(interview);
    this.isGone = interview !== null && !seat?.token;
    this.isLoaded = false;
    this.retrying = null;
    this.notice = null;
    this.isNotKept = false;
    this.#isSeated = false;
    this.#resumeRef = null;
    this.#rebuilt = null;
    this.timekeeper.set(null);
    this.outbox.sweep(({ type }) => type !== "open");
    if (interview !== null && !this.isGone) {
      this.#takeSent();
      this.#resume();
    }
    this.changed();
  }

  /** Another tab has changed what this browser keeps. */
  storeChanged() {
    if (this.session && !this.isGone) {
      this.#takeSent();
      this.#sweep();
      this.#flush();
    }
    this.changed();
  }

  /** What is on its way is every tab's: whichever is connected first sends it, by the same name. */
  #takeSent() {
    const { interview } = this.session;
    for (const { at, ...request } of this.store.sent(interview)) {
      this.outbox.add({ type: "answer", interview, ...request });
    }
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
    this.#heardAt = performance.now();
    if (message.clock) message.heardAt = this.#heardAt;
    if (this.lobby.heard(message)) return this.changed();
    if (message.type === "welcome") this.#welcomed(message);
    else if (message.type === "opened") this.#opened(message);
    else if (message.type === "refused") this.#refused(message);
    else if (message.type === "resumed") this.#resumed(message);
    else this.#happened(message);
    this.#sweep();
    this.#flush();
    if (this.session) this.timekeeper.set(this.#isSeated && this.isLoaded ? this.session : null);
    this.changed();
  }

  #welcomed(message) {
    this.welcome = message;
    if (this.session && !this.isGone) this.#resume();
    this.lobby.connected();
    this.#flush();
  }

  #opened(message) {
    if (!this.outbox.has(message.ref)) return;
    const request = this.outbox.get(message.ref);
    this.outbox.drop(message.ref);
    // A replayed `opened` has no token: that seat is lost with the connection that was told it.
    if (!message.token) return this.request({ ...request }, newRef());
    const { interview, token } = message;
    this.show(null);
    this.session = fold(emptySession(interview), message);
    const document = this.lobby.documentOf(request);
    this.store.saveInterview(interview, { token, setup: this.session.setup, document });
    this.isLoaded = true;
    this.#isSeated = true;
    this.navigate(interview);
  }

  #resumed(message) {
    if (!this.session || message.ref !== this.#resumeRef) return;
    this.#resumeRef = null;
    const before = this.session;
    const after = fold(this.#rebuilt ?? this.session, message);
    if (this.#rebuilt) this.#rebuilt = after;
    else this.session = after;
    for (const one of message.missed ?? []) {
      if (one.type === "answered" && one.seq > before.seq) this.#answered(one);
    }
    if (message.more) return this.#resume();
    if (this.#rebuilt) this.session = this.#rebuilt;
    this.#rebuilt = null;
    this.#isSeated = true;
    this.isLoaded = true;
    this.store.saveInterview(message.interview, { setup: this.session.setup });
    this.#noteEnd();
  }

  #happened(message) {
    if (!this.session || message.interview !== this.session.interview) return;
    // Something before it was lost on the way, or a list that holds it is coming.
    if (isGap(this.session, message) || (this.#rebuilt && message.seq)) return this.#resume();
    const isNew = Number.isInteger(message.seq) && message.seq > this.session.seq;
    this.session = fold(this.session, message);
    if (isNew && message.type === "answered") this.#answered(message);
    if (isNew && message.type === "ended") this.#noteEnd();
    if (isNew && (message.type === "asked" || message.type === "reopened")) this.retrying = null;
  }

  /** The draft has done its work once its text is kept; a different text is somebody's work and stays. */
  #answered({ question, text, ref, probe }) {
    this.isNotKept = false;
    const { candidate } = this;
    const reply = replyTo(question);
    if (probe && candidate.draft(reply) === text.slice(probe.start)) candidate.saveDraft(reply, "");
    const draft = candidate.draft(question);
    if (draft === text) candidate.saveDraft(question, "");
    if (probe || this.session.setup?.mode === "realistic") return;
    const isElsewhere = draft.trim() !== "" && draft !== text;
    if (isElsewhere && !this.outbox.has(ref)) this.retrying = question;
    else if (this.retrying === question) this.retrying = null;
  }

  #noteEnd() {
    const { ended, interview, questions } = this.session;
    if (!ended) return;
    this.store.saveInterview(interview, { ended: true, coverage: ended.report?.coverage ?? 0 });
    if (questions.some((question) => question?.attempts.some(({ mark }) => !mark))) this.#fetchMarks();
  }

  /** A realistic interview gives its marks at its end, to whoever asks for all of it again. */
  #fetchMarks() {
    if (this.#rebuilt) return;
    this.isLoaded = false;
    this.#rebuilt = emptySession(this.session.interview);
    this.#resumeRef = null;
    this.#resume();
  }

  #refused({ ref, code, message }) {
    if (ref === this.#resumeRef && ref) {
      this.#resumeRef = null;
      if (code !== "noSuchSeat") return this.#later(() => this.#resume(), 2000);
      this.store.forget(this.session.interview);
      this.isGone = true;
      return this.outbox.sweep(({ type }) => type !== "open");
    }
    const request = this.outbox.get(ref);
    if (!request) return;
    if (code === "notKept" || code === "busy") {
      this.isNotKept ||= request.type === "answer";
      return this.#later(() => { this.outbox.retry(ref); this.#flush(); }, this.outbox.postpone(ref));
    }
    if (code === "notSeated") {
      this.outbox.retry(ref);
      return this.#resume();
    }
    this.outbox.drop(ref);
    this.store.dropSent(request.interview, ref);
    if (this.lobby.refused(request, { code, message })) return;
    if (request.type === "answer") this.#keepRefused(request);
    // Another tab was faster, or the interview is over: look at how things stand.
    if (request.interview) this.#resume();
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

  // How requests travel

  /** Sends a request, now or as soon as there is a connection, until it is settled. */
  request(message, ref = newRef()) {
    if (lasting.has(message.type)) this.store.saveSent(message.interview, ref, { ...message, at: Date.now() });
    this.outbox.add({ ...message, ref });
    this.#flush();
    this.changed();
  }

  #flush() {
    this.outbox.flush((request) => this.#mayGo(request), (message) => this.connection.send(message));
  }

  /** Nothing leaves a question before all that was done there is kept: afterwards it would be refused. */
  #mayGo({ type, interview, ref }) {
    if (interview === undefined) return true;
    if (!this.#isSeated || interview !== this.session?.interview) return false;
    return !leaving.has(type) || this.outbox.first((one) => one.interview === interview).ref === ref;
  }

  #resume() {
    if (this.#resumeRef !== null || !this.connection.isOnline) return;
    // Forgotten in another tab: there is nothing to come back with.
    this.isGone ||= !this.store.interview(this.session.interview)?.token;
    if (this.isGone) return;
    this.#resumeRef = newRef();
    this.#sendResume();
  }

  #sendResume() {
    const { interview, seq } = this.#rebuilt ?? this.session;
    const token = this.store.interview(interview)?.token;
    this.#resumedAt = performance.now();
    this.connection.send({ type: "resume", ref: this.#resumeRef, interview, token, seq });
  }

  /** Looks whether something was lost on a line that is otherwise alive, and asks for it again. */
  #look() {
    if (!this.connection.isOnline) return;
    const now = performance.now();
    if (this.outbox.forgetSending(patience.reply, now)) this.#flush();
    if (!this.session || this.isGone) return;
    if (this.#resumeRef !== null) {
      if (now - this.#resumedAt > patience.reply) this.#sendResume();
      return;
    }
    const isAwaited = this.isLoaded && !this.session.ended && (!this.question || this.question.streaming);
    if (isAwaited && now - this.#heardAt > patience.speech) this.#resume();
  }

  #sweep() {
    if (!this.session) return;
    const done = this.outbox.sweep((request) => isSettled(this.session, request));
    for (const { interview, ref } of done) this.store.dropSent(interview, ref);
  }

  #connectionChanged() {
    if (!this.connection.isOnline) {
      this.#isSeated = false;
      this.#resumeRef = null;
      if (this.#rebuilt) this.#rebuilt = emptySession(this.session.interview);
      this.lobby.connectionLost();
      this.outbox.connectionLost();
    }
    this.changed();
  }

  #later(action, milliseconds) {
    const session = this.session?.interview;
    setTimeout(() => { if (session === this.session?.interview) action(); }, milliseconds ?? 0);
  }

  /** The question at hand, or null. */
  get question() { return this.session ? currentQuestion(this.session) : null; }

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
