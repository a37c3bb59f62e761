// The report as Markdown, to be kept in somebody's own notes.

import { plainText } from "../../markdown.js";
import { bestAttempt, ownTally, tally } from "../../points.js";
import { texts } from "../../texts.js";

const words = texts.report;

/** @param isNumeric whether coverage may be told as a number */
export function reportAsMarkdown(interview, about, isNumeric) {
  const { ended: { report }, questions } = interview;
  const asked = report.questions.filter(({ outcome }) => outcome !== "notAsked");
  const line = [isNumeric ? share(report.found, report.needed, report) : null,
    words.summary(report.answered, report.skipped, asked.filter(({ outcome }) => outcome === "open").length)].filter(Boolean);
  return [`# ${words.title}`, about, line.join(", "), ...asked.flatMap((entry) => [
    `## ${entry.index + 1}. ${plainText(entry.prompt).split("\n")[0]}`,
    resultOf(entry, questions[entry.index], isNumeric),
    quoted(questions[entry.index] && bestAttempt(questions[entry.index])?.text),
    entry.missed?.length ? [`${words.missed}:`, "", ...entry.missed.map(({ head, gist }) => `- **${head}**${gist ? `: ${gist}` : ""}`)].join("\n") : null,
  ])].filter(Boolean).join("\n\n") + "\n";
}

function resultOf(entry, question, isNumeric) {
  const { outcome, found, keyPoints } = entry;
  if (outcome !== "answered" || keyPoints === 0) return words.outcomes[outcome];
  const best = question && bestAttempt(question);
  if (question?.checklist && best) {
    const { said, all } = ownTally(best, question.rulings) ?? tally(best.mark);
    return texts.feedback.ticked(said, all);
  }
  return isNumeric ? share(found, keyPoints, entry) : null;
}

/** "5 of 8 key points found, coverage 62 %", and what it is by the rulings. */
function share(found, needed, { coverage, own }) {
  return [words.found(found, needed), `${texts.feedback.coverage} ${texts.percent(coverage)}`,
    own === undefined ? null : texts.rulings.coverage(own)].filter(Boolean).join(", ");
}

function quoted(text) {
  return text ? text.trim().split("\n").map((line) => `> ${line}`.trim()).join("\n") : null;
}
