// An interview as this browser knows it: a pure fold over the server's messages. Live messages and replayed
// ones go through the same function, so a reload and a lost connection end in the same place.

/** Before anything is known but the interview's name. `seq` is the last change that was folded in. */
export function emptySession(interview) {
  return {
    interview, seat: null, seq: 0, setup: null, current: null, questions: [],
    clock: null, isPaused: false, closed: null, ended: null,
  };
}

/**
 * The session after `message`. Never fails: what is old, strange or of another interview changes nothing.
 * A message that carries a clock also carries `heardAt`, this page's own time when it arrived.
 */
export function fold(session, message) {
  if (message.interview !== session.interview) return session;
  if (message.type === "resumed") return resumed(session, message);
  if (Number.isInteger(message.seq)) {
    if (message.seq <= session.seq) return session;
    session = { ...session, seq: message.seq };
  }
  return withClock(changed(session, message), message);
}

/** True where messages between the last one folded in and this one never arrived. */
export function isGap(session, message) {
  // Before the first question comes a change that nobody is told of: the seat was taken.
  return session.current !== null && Number.isInteger(message.seq) && message.seq > session.seq + 1;
}

function resumed(session, message) {
  const caughtUp = (message.missed ?? []).reduce(
    (folded, one) => fold(folded, { interview: session.interview, ...one }), session);
  // Changes that are none of this seat's business have numbers too: the server's word closes such a gap.
  const seq = message.more ? caughtUp.seq : Math.max(caughtUp.seq, message.seq ?? 0);
  // The clocks in what was missed are of the past.
  const clock = message.clock && !caughtUp.ended ? { ...message.clock, heardAt: message.heardAt } : null;
  const isPaused = caughtUp.isPaused && !clock?.running;
  return { ...caughtUp, seat: message.seat ?? caughtUp.seat, seq, clock, isPaused };
}

function changed(session, message) {
  switch (message.type) {
    case "opened": return { ...session, seat: message.seat ?? session.seat, setup: setupOf(message) };
    case "asking": return asking(session, message.question);
    case "delta": return delta(session, message);
    case "asked": return { ...asked(session, message.question), ...ownClock(session) };
    case "answered": return answered(session, message);
    case "probed": return listed(session, message, "probes", ({ attempt, point, text }) => ({ attempt, point, text }));
    case "hinted": return hinted(session, message);
    case "disputed": return disputed(session, message);
    case "revealed": return change(session, message.question, () => ({ modelAnswer: message.answer ?? null }));
    case "skipped": return change(session, message.question, () => ({ skipped: true }));
    case "reopened": return reopened(session, message);
    case "paused": return { ...session, isPaused: true };
    case "continued": return { ...session, isPaused: false };
    case "extended": return { ...session, closed: null, extensions: [...session.extensions ?? [], message.ref] };
    case "closed": return { ...session, closed: { question: message.question, per: message.per, seq: message.seq } };
    case "ended": return {
      ...session, clock: null, closed: null, isPaused: false,
      ended: { reason: message.reason, report: message.report, at: message.at },
    };
    default: return session;
  }
}

/** What a set-up consists of, as a new interview like this one needs it. */
function setupOf({ topics = [], count, seed, pace, at, ...rest }) {
  const { mode = "coached", score = "coverage", difficulty, order, weights, limit, purpose, openEnded, bank } = rest;
  return { topics, count, seed, pace, at, mode, score, difficulty, order, weights, limit, purpose, openEnded, bank };
}

function withClock(session, { clock, heardAt, seq }) {
  if (!clock || session.ended) return session;
  return { ...session, clock: { ...clock, heardAt, seq }, isPaused: session.isPaused && !clock.running };
}

/** A question with a clock of its own starts it anew; the clock of a whole interview stays as it is. */
function ownClock({ closed, isPaused, setup }) {
  return setup?.limit?.per === "interview" ? { closed, isPaused } : { closed: null, isPaused: false };
}

function asking(session, question) {
  const known = session.questions[question.index];
  // The whole prompt is there already (this tab resumed meanwhile): nothing to stream.
  if (known?.prompt && !known.streaming) return session;
  return asked(session, { ...question, prompt: "" }, true);
}

function delta(session, { question, text }) {
  if (!session.questions[question]?.streaming) return session;
  return change(session, question, (old) => ({ prompt: old.prompt + text }));
}

function asked(session, question, streaming = false) {
  return { ...change(session, question.index, () => ({ ...question, streaming })), current: question.index };
}

function answered(session, { question, attempt, text, mark, ref, at, probe, late }) {
  return change(session, question, (old) => {
    const others = old.attempts.filter((one) => one.attempt !== attempt);
    const attempts = [...others, { attempt, text, mark, ref, at, probe, late }].sort((a, b) => a.attempt - b.attempt);
    return { attempts, hintsLeft: undefined, streaming: false };
  });
}

function hinted(session, message) {
  const { question, left } = message;
  const kept = listed(session, message, "hints", ({ point, step, text, ref }) => ({ point, step, text, ref }));
  return change(kept, question, () => ({ hintsLeft: left }));
}

function disputed(session, { question, attempt, point, ranges = [], withdrawn = false, own, ref }) {
  const folded = change(session, question, ({ rulings }) => ({
    rulings: { ...rulings, [rulingKey(attempt, point)]: { attempt, point, ranges, withdrawn, ref } },
  }));
  if (!folded.ended?.report) return folded;
  return { ...folded, ended: { ...folded.ended, report: ruledReport(folded.ended.report, question, own) } };
}

/** The report after a ruling that came later: the coverage of one's own, of the question and of all that were asked. */
function ruledReport(report, index, own) {
  const questions = report.questions.map((one) => (one.index === index ? { ...one, own } : one));
  const asked = questions.filter(({ outcome }) => outcome !== "notAsked");
  const sum = asked.reduce((all, one) => all + (one.own ?? one.coverage), 0);
  const hasOwn = asked.some((one) => one.own !== undefined);
  return { ...report, questions, own: hasOwn ? sum / asked.length : undefined };
}

function reopened(session, { question }) {
  const folded = change(session, question, () => ({ skipped: false, streaming: false }));
  return { ...folded, current: question, ...ownClock(session) };
}

function listed(session, message, list, entry) {
  return change(session, message.question, (old) => ({ [list]: [...old[list], entry(message)] }));
}

function change(session, index, how) {
  if (!Number.isInteger(index) || index < 0) return session;
  const old = session.questions[index] ?? blank(index);
  const questions = session.questions.slice();
  while (questions.length < index) questions.push(blank(questions.length));
  questions[index] = { ...old, ...how(old) };
  return { ...session, questions };
}

function blank(index) {
  return {
    index, prompt: "", streaming: false, attempts: [], probes: [], hints: [], hintsLeft: undefined, rulings: {},
    skipped: false, modelAnswer: undefined,
  };
}

/** Under which a candidate's own ruling on a point of an attempt is kept in `rulings`. */
export function rulingKey(attempt, point) {
  return `${attempt} ${point}`;
}

/** The question that is being asked or answered, or null. */
export function currentQuestion(session) {
  return session.current === null ? null : session.questions[session.current] ?? null;
}

/** True when `request` has had its effect, whoever asked for it and however the server said so. */
export function isSettled(session, request) {
  const question = session.questions[request.question];
  const isElsewhere = session.current !== null && session.current !== request.question;
  switch (request.type) {
    case "answer": return question?.attempts.some((one) => one.ref === request.ref) ?? false;
    case "hint": return question?.hints.some((one) => one.ref === request.ref) ?? false;
    case "dispute": return isRuled(question, request);
    case "reveal": return question !== undefined && question.modelAnswer !== undefined;
    case "skip":
    case "next": return session.ended !== null || isElsewhere;
    case "unskip": return session.ended !== null || question?.skipped === false;
    case "pause": return session.ended !== null || session.isPaused;
    case "continue": return session.ended !== null || !session.isPaused;
    case "extend": return session.ended !== null || (session.extensions?.includes(request.ref) ?? false);
    case "end": return session.ended !== null;
    default: return false;
  }
}

function isRuled(question, { attempt, point, withdrawn = false, ref }) {
  const ruling = question?.rulings[rulingKey(attempt, point)];
  return ruling !== undefined && (ruling.ref === ref || (withdrawn && ruling.withdrawn));
}
