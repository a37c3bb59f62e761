// The report as Markdown, to be kept in somebody's own notes.

import { plainText } from "../../markdown.js";
import { bestAttempt } from "../../points.js";
import { texts } from "../../texts.js";

const words = texts.report;

/** @param isNumeric whether coverage may be told as a number */
export function reportAsMarkdown({ ended: { report }, questions }, about, isNumeric) {
  const asked = report.questions.filter(({ outcome }) => outcome !== "notAsked");
  const line = [isNumeric ? `${texts.feedback.coverage} ${texts.percent(report.coverage)}` : null,
    words.summary(report.answered, report.skipped, asked.filter(({ outcome }) => outcome === "open").length)].filter(Boolean);
  return [`# ${words.title}`, about, line.join(", "), ...asked.flatMap((entry) => [
    `## ${entry.index + 1}. ${plainText(entry.prompt).split("\n")[0]}`,
    entry.outcome !== "answered" ? words.outcomes[entry.outcome] : isNumeric ? `${texts.feedback.coverage} ${texts.percent(entry.coverage)}` : null,
    quoted(questions[entry.index] && bestAttempt(questions[entry.index])?.text),
    entry.missed?.length ? [`${words.missed}:`, "", ...entry.missed.map(({ head, gist }) => `- **${head}**${gist ? `: ${gist}` : ""}`)].join("\n") : null,
  ])].filter(Boolean).join("\n\n") + "\n";
}

function quoted(text) {
  return text ? text.trim().split("\n").map((line) => `> ${line}`.trim()).join("\n") : null;
}
