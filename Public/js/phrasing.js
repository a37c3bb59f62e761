// The candidate's best phrasing: the sentence of their own that carries the strongest evidence.

import { keyPoints } from "./points.js";

const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter("en", { granularity: "sentence" }) : null;

/** The sentences of a text with their places; line breaks end one too. */
export function sentencesOf(text) {
  const parts = segmenter
    ? [...segmenter.segment(text)].map(({ index, segment }) => ({ start: index, text: segment }))
    : [...text.matchAll(/[^.!?\n]+[.!?\n]*/g)].map((match) => ({ start: match.index, text: match[0] }));
  return parts.map(({ start, text }) => ({ start, end: start + text.length, text: text.trim() }))
    .filter(({ text }) => text !== "");
}

/** The best sentence of one attempt: {text, points, strength}, or null where nothing counted. */
export function bestSentence({ text, mark }) {
  const sentences = sentencesOf(text).map((sentence) => ({ ...sentence, points: [], strength: 0 }));
  for (const point of keyPoints(mark)) {
    if (point.verdict !== "hit" && point.verdict !== "partial") continue;
    const said = sentences.filter(({ start, end }) => point.evidence.some((one) => one.start < end && one.end > start));
    // A point whose evidence is spread over sentences counts in part for each of them.
    for (const sentence of said) {
      sentence.points.push(point);
      sentence.strength += point.weight * point.strength / said.length;
    }
  }
  return better(sentences.filter(({ points }) => points.length));
}

/** The best sentence of a whole interview: {question, text, points, strength}, or null. */
export function bestPhrasing(questions) {
  return better(questions.filter(Boolean).flatMap(({ index, attempts }) => attempts
    .filter(({ mark }) => mark).map(bestSentence).filter(Boolean).map((best) => ({ ...best, question: index }))));
}

/** The strongest; of equals the shortest, then the first. */
function better(candidates) {
  return candidates.reduce((best, one) => {
    if (best === null || one.strength > best.strength + 1e-9) return one;
    const isEqual = Math.abs(one.strength - best.strength) <= 1e-9;
    return isEqual && one.text.length < best.text.length ? one : best;
  }, null);
}
