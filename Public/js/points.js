// What attempts, marks and hints say about a question's key points. Pure.

import { rulingKey } from "./interview.js";

const rank = { contradicted: -1, missed: 0, held: 0, partial: 1, avoided: 1, hit: 2 };

/** The key points proper; misconceptions are none. */
export const keyPoints = ({ points }) => points.filter(({ misconception }) => !misconception);

/**
 * The groups of which some points are enough ("any 2 of 4"), in the order of the mark.
 * @returns {{needed: number, members: object[], said: object[], isComplete: boolean}[]}
 */
export function groupsOf(mark) {
  return (mark.tally?.groups ?? []).map(({ needed }, place) => {
    const members = keyPoints(mark).filter(({ group }) => group === place);
    const said = members.filter(({ verdict }) => verdict === "hit");
    return { needed, members, said, isComplete: said.length >= needed };
  });
}

/** How many of the points that a full answer needs were said, and of how many: of a group as many as it needs. */
export function tally(mark) {
  const count = (points, wanted) => points.filter(({ verdict }) => verdict === wanted).length;
  const groups = groupsOf(mark).filter(({ members }) => members.length > 0);
  const single = keyPoints(mark).filter(({ group }) => !groups.some(({ members }) => members[0].group === group));
  const sum = { all: single.length, said: count(single, "hit"), partly: count(single, "partial") };
  for (const { needed, members, said } of groups) {
    sum.all += needed;
    sum.said += Math.min(said.length, needed);
    sum.partly += Math.min(count(members, "partial"), Math.max(0, needed - said.length));
  }
  return sum;
}

/** The points to show for a full answer, one for each that it needs: of a group the best that were said. */
export function neededPoints(mark) {
  const left = new Map(groupsOf(mark).map(({ needed, members }) => [members[0]?.group, members.slice()
    .sort((a, b) => (rank[b.verdict] ?? 0) - (rank[a.verdict] ?? 0)).slice(0, needed)]));
  return keyPoints(mark).filter((point) => point.group === undefined || (left.get(point.group)?.includes(point) ?? true));
}

/** Ids of points that nobody misses: their group has as many as it needs. */
export function notNeeded(mark) {
  return new Set(groupsOf(mark).filter(({ isComplete }) => isComplete)
    .flatMap(({ members }) => members).filter(({ verdict }) => verdict !== "hit").map(({ id }) => id));
}

/** The same with the candidate's own rulings in place of the verdicts they dispute, or null without any. A ruling on
    what was found, which only stories have, says that it was not said. */
export function ownTally(attempt, rulings) {
  const isRuled = ({ id }) => standingRuling(rulings, attempt.attempt, id) !== null;
  if (!keyPoints(attempt.mark).some(isRuled)) return null;
  const points = attempt.mark.points.map((one) => (isRuled(one) ? { ...one, verdict: one.verdict === "hit" ? "missed" : "hit" } : one));
  return tally({ ...attempt.mark, points });
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
  const done = notNeeded(attempt.mark);
  return new Set(keyPoints(attempt.mark).filter(({ id, verdict }) => verdict === "missed" && !isKnown(id) && !done.has(id)).map(({ id }) => id));
}

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
