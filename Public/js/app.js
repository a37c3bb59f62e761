// What the page knows and does, without a single node: the connection, the interview at hand, requests on
// their way, drafts. Views read it and call its methods; it calls `changed` after anything has happened.

import { Connection } from "./connection.js";
import { OwnDocument } from "./document.js";
import { Outbox, newRef } from "./outbox.js";
import { emptySession, fold, isSettled, currentQuestion } from "./session.js";
import { openFields } from "./setup.js";
import { texts } from "./texts.js";

export class App {
  /** The last `welcome`: topics, limits. Null until the server has been reached once. */
  welcome = null;
  /** The interview in the address, or null in the start view. */
  session = null;
  /** True when the address names an interview whose seat this browser does not hold (any more). */
  isGone = false;
  /** True once the messages of the interview so far are here. */
  isLoaded = false;
  /** The visitor's own document, once the server has read it, or null; and one that is on its way or was refused. */
  own = null;
  pasting = null;
  /** True where new interviews are drawn from the visitor's own document. */
  usesOwn = false;
  /** What this visitor keeps missing and what of it is due, or null before the server has said so. */
  progress = null;
  /** Why no interview was opened from the start view: {code, message, setup}, or null. */
  openRefusal = null;
  /** A sentence for the person, until dismissed: {text}. */
  notice = null;
  /** The question that is being answered once more, or null. */
  retrying = null;
  /** True while the server can't keep an answer and the page tries again by itself. */
  isNotKept = false;

  #resumeRef = null;
  #isSeated = false;

  constructor({ url, store, navigate, changed }) {
    this.store = store;
    this.navigate = navigate;
    this.changed = changed;
    this.outbox = new Outbox();
    this.connection = new Connection(url, {
      heard: (message) => this.#heard(message),
      changed: () => this.#connectionChanged(),
    });
  }

  // What a person does

  /** Opens an interview; `setup` has the fields of the request. The address follows when the server has opened it. */
  open(setup) {
    if (this.isOpening) return;
    this.notice = null;
    this.openRefusal = null;
    const { session } = this;
    const from = session ? this.store.interview(session.interview)?.document : null;
    // Exact points are drawn by the server from the interview that they were missed in.
    if (setup.again || setup.due || !(session ? from : this.usesOwn)) return this.#open(setup);
    if (!this.own || (session?.setup?.bank && session.setup.bank !== this.own.read.bank.hash)) {
      this.notice = { text: texts.own.gone(from) };
      return this.changed();
    }
    this.#openOwn(setup);
  }

  /** True while an interview is being opened, or the document for it sent again. */
  get isOpening() { return this.outbox.find("open") !== null || this.own?.isSending === true; }

  /** Takes a document of the visitor's own to practise on. */
  paste(name, text) {
    this.pasting?.cancel();
    const document = new OwnDocument(name, text, {
      send: (message) => this.connection.send(message),
      later: (action, milliseconds) => setTimeout(action, milliseconds),
      most: this.welcome?.limits?.message,
    });
    this.pasting = document;
    document.start(() => {
      this.own = document;
      this.pasting = null;
      this.usesOwn = true;
    });
    this.changed();
  }

  /** Draws new interviews from the visitor's own document, or from the server's bank. */
  useOwn(isOwn) {
    this.usesOwn = isOwn && this.own !== null;
    this.changed();
  }

  dropOwn() {
    this.own = null;
    this.usesOwn = false;
    this.changed();
  }

  /** The questions that new interviews are drawn from: {hash, questions, topics}, or null. */
  get bank() { return this.usesOwn ? this.own.read.bank : this.welcome?.bank ?? null; }

  /** Asks what is due; the answer comes in `progress`. */
  askProgress() {
    if (this.welcome && !this.outbox.find("progress")) this.#request({ type: "progress" });
  }

  forgetProgress() { if (!this.outbox.find("forget")) this.#request({ type: "forget" }); }

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
    this.outbox.sweep(({ type }) => type !== "open");
    if (interview !== null && !this.isGone) {
      for (const { ref, question, text } of this.store.sent(interview)) {
        this.outbox.add({ type: "answer", ref, interview, question, text });
      }
      this.#resume();
    }
    this.changed();
  }

  /** Sends an answer: kept here first, so that it is not lost whatever happens next. */
  answer(question, text) {
    const interview = this.session.interview;
    const ref = newRef();
    this.store.saveSent(interview, ref, { question, text, at: Date.now() });
    this.#request({ type: "answer", interview, question, text }, ref);
  }

  skip(question) { this.#once({ type: "skip", question }); }
  next(question) { this.#once({ type: "next", question }); }
  end() { this.#once({ type: "end" }); }
  reveal(question) { this.#once({ type: "reveal", question }); }

  retry(question) {
    this.retrying = question;
    this.changed();
  }

  dismiss() {
    this.notice = null;
    this.changed();
  }

  // Drafts

  draft(question) { return this.store.draft(this.session.interview, question); }

  saveDraft(question, text) { this.store.saveDraft(this.session.interview, question, text); }

  /** Text that was written and not sent: what leaving the question would lose. */
  hasUnsentText(question) {
    const draft = this.draft(question);
    const latest = this.session.questions[question]?.attempts.at(-1)?.text;
    return draft.trim() !== "" && draft !== latest && !this.outbox.find("answer", question);
  }

  // What the server says

  #heard(message) {
    if (this.pasting?.heard(message) || this.own?.heard(message)) return this.changed();
    if (message.type === "welcome") this.#welcomed(message);
    else if (message.type === "opened") this.#opened(message);
    else if (message.type === "refused") this.#refused(message);
    else if (message.type === "resumed") this.#resumed(message);
    else if (message.type === "progress") this.#progressed(message);
    else if (message.type === "forgotten") this.#forgotten(message);
    else this.#happened(message);
    this.#sweep();
    this.changed();
  }

  #welcomed(message) {
    this.welcome = message;
    if (this.session && !this.isGone) this.#resume();
    for (const document of [this.pasting, this.own]) document?.connected();
    this.#flush();
    if (!this.session) this.askProgress();
  }

  #progressed(message) {
    this.outbox.drop(message.ref);
    this.progress = message;
  }

  #forgotten(message) {
    this.outbox.drop(message.ref);
    this.progress = null;
    this.askProgress();
  }

  #opened(message) {
    if (!this.outbox.has(message.ref)) return;
    const request = this.outbox.get(message.ref);
    this.outbox.drop(message.ref);
    // A replayed `opened` has no token: that seat is lost with the connection that was told it.
    if (!message.token) return this.#request({ ...request }, newRef());
    const { interview, token, topics, count, seed, pace, at } = message;
    if (request.document) this.store.saveInterview(interview, { document: this.own?.name ?? "" });
    this.store.saveInterview(interview, { token, setup: { topics, count, seed, pace, at } });
    this.show(null);
    this.session = fold(emptySession(interview), message);
    this.isLoaded = true;
    this.#isSeated = true;
    this.navigate(interview);
  }

  #resumed(message) {
    if (!this.session || message.ref !== this.#resumeRef) return;
    this.#resumeRef = null;
    const before = this.session;
    this.session = fold(this.session, message);
    for (const one of message.missed ?? []) {
      if (one.type === "answered" && one.seq > before.seq) this.#answered(one);
    }
    if (message.more) return this.#resume();
    this.#isSeated = true;
    this.isLoaded = true;
    this.store.saveInterview(message.interview, { setup: this.session.setup });
    this.#noteEnd();
    this.#sweep();
    this.#flush();
  }

  #happened(message) {
    if (!this.session || message.interview !== this.session.interview) return;
    const isNew = Number.isInteger(message.seq) && message.seq > this.session.seq;
    this.session = fold(this.session, message);
    if (isNew && message.type === "answered") this.#answered(message);
    if (isNew && message.type === "ended") this.#noteEnd();
    if (isNew && message.type === "asked") this.retrying = null;
  }

  /** The draft has done its work once its text is kept; a different text is somebody's work and stays. */
  #answered({ question, text, ref }) {
    const draft = this.draft(question);
    const isElsewhere = draft.trim() !== "" && draft !== text;
    if (draft === text) this.saveDraft(question, "");
    if (isElsewhere && !this.outbox.has(ref)) this.retrying = question;
    else if (this.retrying === question) this.retrying = null;
    this.isNotKept = false;
  }

  #noteEnd() {
    const { ended, interview } = this.session;
    if (ended) this.store.saveInterview(interview, { ended: true, coverage: ended.report?.coverage ?? 0 });
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
    // A server that schedules nothing has nothing to say of it.
    if (request.type === "progress" || request.type === "forget") return;
    if (request.type === "open" && this.#openRefused(request, { code, message })) return;
    if (request.type === "answer") this.#keepRefused(request);
    // Another tab was faster, or the interview is over: look at how things stand.
    if (request.interview) this.#resume();
    this.notice = { text: texts.refusal(code, request.type) ?? message };
  }

  #keepRefused({ interview, ref, question, text }) {
    this.store.dropSent(interview, ref);
    if (this.store.draft(interview, question) === "") this.store.saveDraft(interview, question, text);
  }

  /** True where the refusal is dealt with. */
  #openRefused(setup, { code, message }) {
    const isStale = setup.document && !(this.own?.isThere && this.own.read.document === setup.document);
    // The document went with its connection: it is sent once more, and then the request.
    if (code === "badValue" && isStale && this.own) {
      this.#openOwn(setup);
      return true;
    }
    if (this.session) return false;
    this.openRefusal = { code, message, setup };
    return true;
  }

  // How requests travel

  #open(setup) { this.#request({ type: "open", ...openFields(setup) }); }

  #openOwn(setup) {
    const go = () => this.#open({ ...setup, bank: null, document: this.own.read.document });
    if (this.own.isThere) return go();
    this.own.start(go);
    this.changed();
  }

  #request(message, ref = newRef()) {
    this.outbox.add({ ...message, ref });
    this.#flush();
    this.changed();
  }

  #once(message) {
    if (this.outbox.find(message.type, message.question)) return;
    this.#request({ ...message, interview: this.session.interview });
  }

  #flush() {
    this.outbox.flush(
      ({ interview }) => interview === undefined || (this.#isSeated && interview === this.session?.interview),
      (message) => this.connection.send(message));
  }

  #resume() {
    if (this.#resumeRef !== null || !this.connection.isOnline) return;
    const { interview, seq } = this.session;
    const token = this.store.interview(interview)?.token;
    this.#resumeRef = newRef();
    this.connection.send({ type: "resume", ref: this.#resumeRef, interview, token, seq });
  }

  #sweep() {
    if (!this.session) return;
    const done = this.outbox.sweep((request) => isSettled(this.session, request));
    for (const { type, interview, ref } of done) if (type === "answer") this.store.dropSent(interview, ref);
  }

  #connectionChanged() {
    if (!this.connection.isOnline) {
      this.#isSeated = false;
      this.#resumeRef = null;
      for (const document of [this.pasting, this.own]) document?.connectionLost();
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
