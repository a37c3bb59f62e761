// What attempts, marks and hints say about a question's key points. Pure.

import { rulingKey } from "./interview.js";

/** The key points proper; misconceptions are none. */
export const keyPoints = ({ points }) => points.filter(({ misconception }) => !misconception);

/** How many key points were said, and of how many. */
export function tally(mark) {
  const real = keyPoints(mark);
  return {
    all: real.length,
    said: real.filter(({ verdict }) => verdict === "hit").length,
    partly: real.filter(({ verdict }) => verdict === "partial").length,
  };
}

/** The same with the candidate's own rulings in place of the verdicts they dispute, or null without any. */
export function ownTally(attempt, rulings) {
  const isRuled = ({ id }) => standingRuling(rulings, attempt.attempt, id) !== null;
  if (!keyPoints(attempt.mark).some(isRuled)) return null;
  const points = attempt.mark.points.map((one) => (isRuled(one) ? { ...one, verdict: "hit" } : one));
  return tally({ points });
}

/** The candidate's own ruling on a point of an attempt, or null where there is none or it was withdrawn. */
export function standingRuling(rulings, attempt, point) {
  const ruling = rulings?.[rulingKey(attempt, point)];
  return ruling && !ruling.withdrawn ? ruling : null;
}

/** Whether "I did say that" can be said of a point. */
export function isDisputable({ verdict }) {
  return verdict === "missed" || verdict === "partial" || verdict === "contradicted" || verdict === "held";
}

/**
 * The points that this question still keeps to itself: not said in any attempt so far, and not shown otherwise.
 * @returns {Set<string>}
 */
export function missingPoints(question, attempt) {
  if (!attempt.mark || question.modelAnswer !== undefined) return new Set();
  const isKnown = (id) => question.attempts.some(({ mark }) =>
    mark?.points.some((point) => point.id === id && point.verdict !== "missed"))
    || question.hints.some(({ point, step }) => point === id && step > 1);
  return new Set(keyPoints(attempt.mark).filter(({ id, verdict }) => verdict === "missed" && !isKnown(id)).map(({ id }) => id));
}

const rank = { contradicted: -1, missed: 0, held: 0, partial: 1, avoided: 1, hit: 2 };

/**
 * Point by point, what one attempt added to another or lost of it.
 * @returns {{point: object, from: string, to: string, isGain: boolean}[]} gains first
 */
export function changes(before, after) {
  const found = after.mark.points.flatMap((point) => {
    const from = before.mark.points.find(({ id }) => id === point.id)?.verdict;
    if (!from || rank[from] === rank[point.verdict]) return [];
    return [{ point, from, to: point.verdict, isGain: rank[point.verdict] > rank[from] }];
  });
  return [...found.filter(({ isGain }) => isGain), ...found.filter(({ isGain }) => !isGain)];
}

/** The follow-up question that waits for its reply, or null. */
export function openProbe({ probes, attempts }) {
  const probe = probes.at(-1);
  return probe && probe.attempt === attempts.at(-1)?.attempt ? probe : null;
}

/** The hints of one key point. */
export function hintsFor({ hints }, point) {
  return hints.filter((hint) => hint.point === point);
}

/** The attempt that counts: of those with the highest coverage the first. */
export function bestAttempt({ attempts }) {
  return attempts.filter(({ mark }) => mark)
    .reduce((best, one) => (one.mark.coverage > (best?.mark.coverage ?? -1) ? one : best), null);
}
