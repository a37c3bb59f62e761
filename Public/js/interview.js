// An interview as this browser knows it: a pure fold over the server's messages. Live messages and replayed
// ones go through the same function, so a reload and a lost connection end in the same place.

import { hearing, hearingUpTo, isLoss, isOld, nothingHeard } from "./lanes.js";

/** Before anything is known but the interview's name. `seq` is the last change that was folded in. */
export function emptyInterview(id) {
  return {
    id, seat: null, seq: 0, heard: nothingHeard, setup: null, current: null, questions: [],
    clock: null, isPaused: false, closed: null, ended: null,
  };
}

/**
 * The interview after `message`. Never fails: what is old, strange or of another interview changes nothing.
 * A message that carries a clock also carries `heardAt`, this page's own time when it arrived.
 */
export function fold(interview, message) {
  if (message.interview !== interview.id) return interview;
  if (message.type === "resumed") return resumed(interview, message);
  if (Number.isInteger(message.seq)) {
    if (isOld(interview.heard, message)) return interview;
    const seq = Math.max(interview.seq, message.seq);
    interview = { ...interview, seq, heard: hearing(interview.heard, message) };
  }
  return withClock(changed(interview, message), message);
}

/** True where messages between the last one folded in and this one never arrived. */
export function isGap(interview, message) {
  // Before the first question comes a change that nobody is told of: the seat was taken.
  return interview.current !== null && isLoss(interview.heard, message);
}

function resumed(interview, message) {
  const caughtUp = (message.missed ?? []).reduce(
    (folded, one) => fold(folded, { interview: interview.id, ...one }), interview);
  // Changes that are none of this seat's business have numbers too: the server's word closes such a gap.
  const seq = message.more ? caughtUp.seq : Math.max(caughtUp.seq, message.seq ?? 0);
  // The clocks in what was missed are of the past.
  const clock = message.clock && !caughtUp.ended ? { ...message.clock, heardAt: message.heardAt } : null;
  const isPaused = caughtUp.isPaused && !clock?.running;
  const heard = message.more ? caughtUp.heard : hearingUpTo(caughtUp.heard, seq);
  return { ...caughtUp, seat: message.seat ?? caughtUp.seat, seq, heard, clock, isPaused };
}

function changed(interview, message) {
  switch (message.type) {
    case "opened": return { ...interview, seat: message.seat ?? interview.seat, setup: setupOf(message) };
    case "asking": return asking(interview, message.question);
    case "delta": return delta(interview, message);
    case "asked": return { ...asked(interview, message.question), ...ownClock(interview) };
    case "answered": return answered(interview, message);
    case "probed": return listed(interview, message, "probes", ({ attempt, point, text }) => ({ attempt, point, text }));
    case "hinted": return hinted(interview, message);
    case "disputed": return disputed(interview, message);
    case "revealed": return change(interview, message.question, () => ({ modelAnswer: message.answer ?? null, modelSaid: message.said ?? [] }));
    case "skipped": return change(interview, message.question, () => ({ skipped: true }));
    case "reopened": return reopened(interview, message);
    case "paused": return { ...interview, isPaused: true };
    case "continued": return { ...interview, isPaused: false };
    case "extended": return { ...interview, closed: null, extensions: [...interview.extensions ?? [], message.ref] };
    case "closed": return { ...interview, closed: { question: message.question, per: message.per, seq: message.seq } };
    case "ended": return {
      ...interview, clock: null, closed: null, isPaused: false,
      ended: { reason: message.reason, report: message.report, at: message.at },
    };
    default: return interview;
  }
}

/** What a set-up consists of, as a new interview like this one needs it. */
function setupOf({ topics = [], count, seed, pace, at, ...rest }) {
  const { mode = "coached", score = "coverage", difficulty, order, weights, limit, purpose, openEnded, bank } = rest;
  return { topics, count, seed, pace, at, mode, score, difficulty, order, weights, limit, purpose, openEnded, bank };
}

function withClock(interview, { clock, heardAt, seq }) {
  if (!clock || interview.ended) return interview;
  return { ...interview, clock: { ...clock, heardAt, seq }, isPaused: interview.isPaused && !clock.running };
}

/** A question with a clock of its own starts it anew; the clock of a whole interview stays as it is. */
function ownClock({ closed, isPaused, setup }) {
  return setup?.limit?.per === "interview" ? { closed, isPaused } : { closed: null, isPaused: false };
}

function asking(interview, question) {
  const known = interview.questions[question.index];
  // The whole prompt is there already (this tab resumed meanwhile): nothing to stream.
  if (known?.prompt && !known.streaming) return interview;
  return asked(interview, { ...question, prompt: "" }, true);
}

function delta(interview, { question, text }) {
  if (!interview.questions[question]?.streaming) return interview;
  return change(interview, question, (old) => ({ prompt: old.prompt + text }));
}

function asked(interview, question, streaming = false) {
  return { ...change(interview, question.index, () => ({ ...question, streaming })), current: question.index };
}

function answered(interview, { question, attempt, text, mark, ref, at, probe, late }) {
  return change(interview, question, (old) => {
    const others = old.attempts.filter((one) => one.attempt !== attempt);
    const [verdicts, rulings] = withoutRulings(mark, attempt);
    const kept = { attempt, text, mark: verdicts, ref, at, probe, late };
    const attempts = [...others, kept].sort((a, b) => a.attempt - b.attempt);
    return { attempts, hintsLeft: undefined, streaming: false, rulings: { ...rulings, ...old.rulings } };
  });
}

/** The matcher's verdicts alone, and beside them the rulings of other attempts that stand for this one too. */
function withoutRulings(mark, attempt) {
  if (!mark) return [mark, {}];
  const points = mark.points.map(({ ruled, ...point }) => point);
  const others = mark.points.filter(({ ruled }) => ruled !== undefined && ruled !== attempt);
  return [{ ...mark, points }, Object.assign({}, ...others.map(({ id, ruled }) => carried(attempt, id, ruled)))];
}

/** A ruling that stands for an attempt because this has the words for which it was made in another. */
function carried(attempt, point, origin) {
  return { [rulingKey(attempt, point)]: { attempt, point, ranges: [], withdrawn: false, origin } };
}

function withoutRuling(rulings, point, origin) {
  return Object.fromEntries(Object.entries(rulings).filter(([, one]) => one.point !== point || one.origin !== origin));
}

function hinted(interview, message) {
  const { question, left } = message;
  const kept = listed(interview, message, "hints", ({ point, step, text, ref }) => ({ point, step, text, ref }));
  return change(kept, question, () => ({ hintsLeft: left }));
}

function disputed(interview, { question, attempt, point, ranges = [], withdrawn = false, also = [], report, ref }) {
  const folded = change(interview, question, ({ rulings }) => ({
    rulings: {
      ...(withdrawn ? withoutRuling(rulings, point, attempt) : rulings),
      ...Object.assign({}, ...also.map((other) => carried(other, point, attempt))),
      [rulingKey(attempt, point)]: { attempt, point, ranges, withdrawn, ref, origin: attempt },
    },
  }));
  if (!report || !folded.ended) return folded;
  return { ...folded, ended: { ...folded.ended, report } };
}

function reopened(interview, { question }) {
  const folded = change(interview, question, () => ({ skipped: false, streaming: false }));
  return { ...folded, current: question, ...ownClock(interview) };
}

function listed(interview, message, list, entry) {
  return change(interview, message.question, (old) => ({ [list]: [...old[list], entry(message)] }));
}

function change(interview, index, how) {
  if (!Number.isInteger(index) || index < 0) return interview;
  const old = interview.questions[index] ?? blank(index);
  const questions = interview.questions.slice();
  while (questions.length < index) questions.push(blank(questions.length));
  questions[index] = { ...old, ...how(old) };
  return { ...interview, questions };
}

function blank(index) {
  return {
    index, prompt: "", streaming: false, attempts: [], probes: [], hints: [], hintsLeft: undefined, rulings: {},
    skipped: false, modelAnswer: undefined, modelSaid: [],
  };
}

/** Under which a candidate's own ruling on a point of an attempt is kept in `rulings`. */
export function rulingKey(attempt, point) {
  return `${attempt} ${point}`;
}

/** The question that is being asked or answered, or null. */
export function currentQuestion(interview) {
  return interview.current === null ? null : interview.questions[interview.current] ?? null;
}

/** True when `request` has had its effect, whoever asked for it and however the server said so. */
export function isSettled(interview, request) {
  const question = interview.questions[request.question];
  const isElsewhere = interview.current !== null && interview.current !== request.question;
  switch (request.type) {
    case "answer": return question?.attempts.some((one) => one.ref === request.ref) ?? false;
    case "hint": return question?.hints.some((one) => one.ref === request.ref) ?? false;
    case "dispute": return isRuled(question, request);
    case "reveal": return question !== undefined && question.modelAnswer !== undefined;
    case "skip":
    case "next": return interview.ended !== null || isElsewhere;
    case "unskip": return interview.ended !== null || question?.skipped === false;
    case "pause": return interview.ended !== null || interview.isPaused;
    case "continue": return interview.ended !== null || !interview.isPaused;
    case "extend": return interview.ended !== null || (interview.extensions?.includes(request.ref) ?? false);
    case "end": return interview.ended !== null;
    default: return false;
  }
}

function isRuled(question, { attempt, point, withdrawn = false, ref }) {
  if (question === undefined) return false;
  // What is taken back is the ruling for the attempt that it was made for.
  if (Object.values(question.rulings).some((one) => one.ref === ref)) return true;
  const ruling = question.rulings[rulingKey(attempt, point)];
  return withdrawn && ruling !== undefined && ruling.withdrawn;
}
