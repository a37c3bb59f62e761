// What the room's page knows and does, without a node: the connection, the seat, requests on their way. Views read it and
// call its methods; it calls `changed` after anything has happened.

import { Connection } from "../connection.js";
import { Outbox, newRef } from "../outbox.js";
import * as kept from "./seats.js";
import { emptyRoom, fold, isLoss, lastSeq } from "./state.js";
import { texts } from "./texts.js";

/** Milliseconds: after this a request without a reply is sent once more, by the same name. */
const patience = 5_000;
/** Milliseconds without a look: the device was asleep, and what it takes for the time may have stood still. */
const asleep = 15_000;

export class RoomApp {
  welcome = null;
  /** The room at hand, or null before one was entered. */
  room = null;
  /** Why one could not be entered: {code, message, retryAfter}, or null. */
  refusal = null;
  /** True once all that happened so far is here. */
  isLoaded = false;
  /** A sentence until dismissed, or null: {text}. */
  notice = null;

  #resumeRef = null;
  #resumedAt = 0;
  #joining = null;
  #isSeated = false;
  #lookedAt = Date.now();

  /** @param practising called with an interview of one's own that was opened, and the secret of its seat */
  constructor({ url, changed, entered, practising }) {
    this.changed = changed;
    this.entered = entered;
    this.practising = practising;
    this.outbox = new Outbox();
    this.connection = new Connection(url, {
      heard: (message) => this.#heard(message),
      changed: () => this.#connectionChanged(),
    });
    setInterval(() => this.#look(), 1000);
    // On another network the line may be dead without anybody being told; a question to the server shows it.
    window.addEventListener("online", () => this.#resume());
  }

  // Ways in

  /** Opens a room; `setup` has the fields of `open` with `room`. */
  host(setup) {
    const interview = kept.newName();
    const secret = kept.newSecret();
    kept.saveSeat(interview, { secret });
    this.refusal = null;
    this.request({ type: "open", interview, secret, ...setup });
  }

  /** Takes a seat: {name, realName, role, password}. */
  join(code, { name, realName, role = "candidate", password } = {}) {
    const before = kept.seatByCode(code);
    const secret = before?.secret ?? kept.newSecret();
    kept.saveSeatByCode(code, { ...before, secret, name, role });
    if (name) kept.saveName(name);
    this.refusal = null;
    this.#joining = { code, seat: { secret, name, role } };
    const message = { type: "join", code, secret, role };
    for (const [key, value] of Object.entries({ name, realName, password })) if (value) message[key] = value;
    this.request(message);
  }

  /** Comes back to a room whose seat this browser holds; false where it holds none. */
  comeBack(interview) {
    if (!kept.seatIn(interview)) return false;
    this.#show(interview);
    return true;
  }

  /** Opens an interview of one's own on exactly these points of the room's, [{question, point}]. */
  practise(points) {
    const { interview, setup } = this.room;
    const { mode, score } = setup ?? {};
    this.request({
      type: "open", interview: kept.newName(), secret: kept.newSecret(), topics: [], pace: "natural", mode, score,
      again: { interview, points },
    });
  }

  leave() {
    this.room = null;
    this.isLoaded = false;
    this.#isSeated = false;
    this.#resumeRef = null;
    this.outbox.sweep(() => true);
    this.changed();
  }

  get isEntering() { return this.outbox.find("join") !== null || this.outbox.find("open") !== null; }

  #show(interview) {
    this.room = emptyRoom(interview);
    this.isLoaded = false;
    this.#isSeated = false;
    this.#resumeRef = null;
    for (const [ref, request] of Object.entries(kept.sentIn(interview))) this.outbox.add({ ...request, ref });
    this.#resume();
    this.changed();
  }

  // What people do. Each is a request about the room at hand.

  ask(type, fields = {}) {
    this.notice = null;
    this.request({ type, interview: this.room.interview, ...fields });
  }

  /** Answers the question at hand, or replies to what was asked back. */
  answer(text, { isReply = false } = {}) {
    const { interview, question } = this.room;
    const ref = newRef();
    const request = { type: "answer", interview, question: question.index, text, ...(isReply ? { probe: true } : {}) };
    kept.saveSent(interview, ref, request);
    this.request(request, ref);
  }

  /** What is on its way for this question, or null. */
  sending(question, isReply = false) {
    return this.outbox.first((one) => one.type === "answer" && one.question === question && (one.probe === true) === isReply);
  }

  isAsking(type) { return this.outbox.find(type) !== null; }

  /** Tells the room that somebody is writing; nothing is kept of it. */
  whisper(status) {
    if (this.#isSeated) this.connection.send({ type: "status", interview: this.room.interview, status });
  }

  /** Says whether somebody has the page in sight. */
  showUp() { this.whisper(document.visibilityState === "visible" ? "idle" : "away"); }

  dismiss() {
    this.notice = null;
    this.changed();
  }

  tell(text) {
    this.notice = { text };
    this.changed();
  }

  request(message, ref = newRef()) {
    this.outbox.add({ ...message, ref });
    this.#flush();
    this.changed();
  }

  // What the server says

  #heard(message) {
    if (message.clock) message.heardAt = performance.now();
    if (message.type === "welcome") this.#welcomed(message);
    else if (message.type === "refused") this.#refused(message);
    else if (message.type === "opened" && this.outbox.has(message.ref)) this.#opened(message);
    else if (message.type === "joined") this.#joined(message);
    else if (message.type === "resumed") this.#resumed(message);
    else this.#happened(message);
    this.#settle(message);
    this.#flush();
    this.changed();
  }

  #welcomed(message) {
    this.welcome = message;
    if (this.room) this.#resume();
    this.#flush();
  }

  #opened(message) {
    const { again, secret } = this.outbox.get(message.ref);
    if (again) return this.practising(message.interview, secret);
    kept.saveSeat(message.interview, { code: message.code });
    // Whoever goes in by the code of the own room, in this browser, is its host.
    kept.saveSeatByCode(message.code, { secret, interview: message.interview, name: kept.lastName(), role: "host" });
    this.room = { ...fold(emptyRoom(message.interview), message), seat: message.seat ?? "h1", role: "host" };
    this.isLoaded = true;
    this.#isSeated = true;
    this.entered(message.interview);
  }

  #joined(message) {
    if (!this.#joining || !this.outbox.has(message.ref)) return;
    const { code, seat } = this.#joining;
    kept.saveSeatByCode(code, { ...seat, interview: message.interview });
    kept.saveSeat(message.interview, { secret: seat.secret, code });
    this.#joining = null;
    this.room = fold({ ...emptyRoom(message.interview), role: seat.role }, message);
    this.isLoaded = !message.more;
    this.#isSeated = true;
    if (message.more) this.#resume();
    this.entered(message.interview);
  }

  #resumed(message) {
    if (!this.room || message.ref !== this.#resumeRef) return;
    this.#resumeRef = null;
    this.room = fold(this.room, message);
    if (message.more) return this.#resume();
    this.#isSeated = true;
    this.isLoaded = true;
    // The page before this one, or this one before it slept, may have said that nobody is there.
    this.showUp();
    this.#dropDone();
  }

  #happened(message) {
    if (!this.room || message.interview !== this.room.interview) return;
    if (isLoss(this.room, message)) return this.#resume();
    const { role } = this.room;
    this.room = fold(this.room, message);
    // Another role sees other things: they come with what the server says to whoever comes back.
    if (role !== null && this.room.role !== role) this.#resume();
    if (message.type === "answered") this.#dropDone();
    if (message.type === "nudged" && message.seat === this.room.seat) this.notice = { text: texts.question.nudged };
    if (message.type === "gone") this.#isSeated = false;
  }

  /** An answer that is kept needs neither its draft nor its second sending. */
  #dropDone() {
    for (const [index, { attempts }] of this.room.own) {
      for (const { ref, text, probe } of attempts) {
        this.outbox.drop(ref);
        kept.dropSent(this.room.interview, ref);
        const name = probe ? `${index}.reply` : index;
        if (kept.draft(this.room.interview, name) === text.slice(probe?.start ?? 0)) kept.saveDraft(this.room.interview, name, "");
      }
    }
  }

  /** A reply to this seat settles its request: a change says whose it was, other replies come to nobody else. */
  #settle({ type, ref, by }) {
    if (!ref || type === "refused") return;
    if (by === undefined || by === this.room?.seat) this.outbox.drop(ref);
  }

  #refused({ ref, code, message, retryAfter }) {
    if (ref && ref === this.#resumeRef) {
      this.#resumeRef = null;
      if (code !== "noSuchSeat") return void setTimeout(() => this.#resume(), (retryAfter ?? 2) * 1000);
      kept.forgetSeat(this.room.interview);
      this.room = { ...this.room, phase: "gone", reason: "unknown" };
      return;
    }
    const request = this.outbox.get(ref);
    if (!request) return;
    if (["notKept", "notRead", "busy"].includes(code) || (code === "tooFast" && request.type === "answer")) {
      const wait = Math.max(this.outbox.postpone(ref), (retryAfter ?? 0) * 1000);
      return void setTimeout(() => { this.outbox.retry(ref); this.#flush(); }, wait);
    }
    if (code === "notSeated") {
      this.outbox.retry(ref);
      return this.#resume();
    }
    this.outbox.drop(ref);
    if (request.type === "answer") {
      kept.dropSent(request.interview, ref);
      const name = request.probe ? `${request.question}.reply` : request.question;
      if (kept.draft(request.interview, name) === "") kept.saveDraft(request.interview, name, request.text);
    }
    if (request.type === "join" || (request.type === "open" && !request.again)) {
      this.#joining = null;
      this.refusal = { code, message, retryAfter };
      if (request.type === "open") kept.forgetSeat(request.interview);
      return;
    }
    this.notice = { text: texts.refusals[code] ?? message };
  }

  // How requests travel

  #flush() {
    this.outbox.flush(({ interview, type }) => interview === undefined || type === "open" || this.#isSeated,
      (message) => this.connection.send(message));
  }

  #resume() {
    if (this.#resumeRef !== null || !this.connection.isOnline || !this.room || this.room.phase === "gone") return;
    const seat = kept.seatIn(this.room.interview);
    if (!seat) {
      this.room = { ...this.room, phase: "gone", reason: "unknown" };
      return;
    }
    this.#resumeRef = newRef();
    this.#resumedAt = performance.now();
    this.connection.send({
      type: "resume", ref: this.#resumeRef, interview: this.room.interview, token: seat.secret, seq: lastSeq(this.room),
    });
  }

  #look() {
    const hasSlept = Date.now() - this.#lookedAt > asleep;
    this.#lookedAt = Date.now();
    if (!this.connection.isOnline) return;
    if (this.outbox.forgetSending(patience)) this.#flush();
    if (this.#resumeRef !== null && performance.now() - this.#resumedAt > patience) {
      this.#resumeRef = null;
      this.#resume();
    } else if (hasSlept && document.visibilityState === "visible") {
      // A page that nobody sees may look once a minute only, and need not ask each time.
      this.#resume();
    }
  }

  #connectionChanged() {
    if (!this.connection.isOnline) {
      this.#isSeated = false;
      this.#resumeRef = null;
      this.outbox.connectionLost();
    }
    this.changed();
  }
}
