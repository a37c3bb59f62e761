// An interview as this browser knows it: a pure fold over the server's messages. Live messages and replayed
// ones go through the same function, so a reload and a lost connection end in the same place.

/** Before anything is known but the interview's name. `seq` is the last change that was folded in. */
export function emptySession(interview) {
  return { interview, seat: null, seq: 0, setup: null, current: null, questions: [], ended: null };
}

/** The session after `message`. Never fails: what is old, strange or of another interview changes nothing. */
export function fold(session, message) {
  if (message.interview !== session.interview) return session;
  if (message.type === "resumed") {
    const caughtUp = (message.missed ?? []).reduce(
      (folded, one) => fold(folded, { interview: session.interview, ...one }), session);
    // Changes that are none of this seat's business have numbers too: the server's word closes such a gap.
    const seq = message.more ? caughtUp.seq : Math.max(caughtUp.seq, message.seq ?? 0);
    return { ...caughtUp, seat: message.seat ?? caughtUp.seat, seq };
  }
  if (Number.isInteger(message.seq)) {
    if (message.seq <= session.seq) return session;
    session = { ...session, seq: message.seq };
  }
  switch (message.type) {
    case "opened": {
      const { topics = [], count, seed, pace, at } = message;
      return { ...session, seat: message.seat ?? session.seat, setup: { topics, count, seed, pace, at } };
    }
    case "asking": return asking(session, message.question);
    case "delta": return delta(session, message);
    case "asked": return asked(session, message.question);
    case "answered": return answered(session, message);
    case "revealed": return change(session, message.question, () => ({ modelAnswer: message.answer ?? null }));
    case "skipped": return change(session, message.question, () => ({ skipped: true }));
    case "ended": return { ...session, ended: { reason: message.reason, report: message.report, at: message.at } };
    default: return session;
  }
}

function asking(session, question) {
  const known = session.questions[question.index];
  // The whole prompt is there already (this tab resumed meanwhile): nothing to stream.
  if (known && !known.streaming) return session;
  return asked(session, { ...question, prompt: "" }, true);
}

function delta(session, { question, text }) {
  if (!session.questions[question]?.streaming) return session;
  return change(session, question, (old) => ({ prompt: old.prompt + text }));
}

function asked(session, question, streaming = false) {
  const folded = change(session, question.index, () => ({ ...question, streaming }));
  return { ...folded, current: Math.max(session.current ?? 0, question.index) };
}

function answered(session, { question, attempt, text, mark, ref, at }) {
  return change(session, question, (old) => {
    const others = old.attempts.filter((one) => one.attempt !== attempt);
    const attempts = [...others, { attempt, text, mark, ref, at }].sort((a, b) => a.attempt - b.attempt);
    return { attempts, streaming: false };
  });
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
  return { index, prompt: "", streaming: false, attempts: [], skipped: false, modelAnswer: undefined };
}

/** The question that is being asked or answered, or null. */
export function currentQuestion(session) {
  return session.current === null ? null : session.questions[session.current] ?? null;
}

/** True when `request` has had its effect, whoever asked for it and however the server said so. */
export function isSettled(session, request) {
  const question = session.questions[request.question];
  switch (request.type) {
    case "answer": return question?.attempts.some((one) => one.ref === request.ref) ?? false;
    case "reveal": return question !== undefined && question.modelAnswer !== undefined;
    case "skip":
    case "next": return session.ended !== null || (session.current ?? 0) > request.question;
    case "end": return session.ended !== null;
    default: return false;
  }
}
