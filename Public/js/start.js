// What is there before an interview: from which questions it is drawn, what is due for this visitor, and the way in.

import { OwnQuestions } from "./own.js";
import { openFields } from "./setup.js";
import { texts } from "./texts.js";

export class Start {
  #app;

  /** What this visitor keeps missing and what of it is due, or null before the server has said so. */
  progress = null;
  /** The points that an interview which is being opened asks for once more, [head] by question. */
  practised = null;
  /** Why no interview was opened from the start view: {code, message}, or null. */
  refusal = null;

  constructor(app) {
    this.#app = app;
    this.own = new OwnQuestions({
      send: (message) => app.connection.send(message),
      changed: () => app.changed(),
    });
  }

  /** The questions that new interviews are drawn from: {hash, questions, topics}, or null. */
  get bank() { return this.own.bank ?? this.#app.welcome?.bank ?? null; }

  /** True while an interview is being opened, or the document for it sent again. */
  get isOpening() { return this.#app.outbox.find("open") !== null || this.own.isReturning; }

  /** Opens an interview; `setup` has the fields of the request. */
  open(setup) {
    if (this.isOpening) return;
    const { interview, store } = this.#app;
    if (!interview && !setup.due) remember(store, setup, this.own.isUsed);
    this.refusal = null;
    const from = interview ? store.interview(interview.id)?.document : null;
    // The server knows by itself what is due, and in which interview a point was missed.
    if (setup.again || setup.due || !(interview ? from : this.own.isUsed)) return this.#request(setup);
    const { document } = this.own;
    if (!document || (interview && interview.setup?.bank !== document.read.bank.hash)) {
      return this.#app.tell(texts.own.gone(from));
    }
    this.#openOwn(setup);
  }

  /** The name of the document that an opened interview is drawn from, if it is one of the visitor's own. */
  documentOf({ document, again }) {
    if (document) return this.own.document?.name ?? "";
    return again ? this.#app.store.interview(again.interview)?.document : undefined;
  }

  /** Asks what is due; the answer comes as `progressed`. */
  askProgress() {
    if (this.#app.welcome && !this.#app.outbox.find("progress")) this.#app.request({ type: "progress" });
  }

  forgetProgress() {
    if (!this.#app.outbox.find("forget")) this.#app.request({ type: "forget" });
  }

  /** True where the message belongs here. */
  heard(message) {
    if (this.own.heard(message)) return true;
    if (message.type !== "progressed" && message.type !== "forgotten") return false;
    this.#app.outbox.drop(message.ref);
    this.progress = message.type === "progressed" ? message : null;
    if (message.type === "forgotten") this.askProgress();
    return true;
  }

  /** True where the refusal of `request` is dealt with. */
  refused(request, refusal) {
    // A server that schedules nothing has nothing to say of it.
    if (request.type === "progress" || request.type === "forget") return true;
    if (request.type !== "open") return false;
    // The document went with its connection: it is sent once more, and then the request.
    if (refusal.code === "badValue" && request.document && this.own.isStale(request.document)) {
      this.#openOwn(request);
      return true;
    }
    if (this.#app.interview) return false;
    this.refusal = refusal;
    if (refusal.code === "noneDue") this.askProgress();
    return true;
  }

  connected() {
    this.own.connected();
    if (!this.#app.interview) this.askProgress();
  }

  connectionLost() { this.own.connectionLost(); }

  #request(setup) { this.#app.request({ type: "open", ...openFields(setup) }); }

  #openOwn(setup) { this.own.name((document) => this.#request({ ...setup, document })); }
}

/** The next visit begins with these choices; a seed and a document are for this once. */
function remember(store, { topics, count, limit, mode, difficulty, order, pace, score }, isOwn) {
  store.saveSettings({ setup: { ...(isOwn ? {} : { topics }), count, limit, mode, difficulty, order, pace, score } });
}
