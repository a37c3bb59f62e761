// The closing report.

import { choose, number, plural, points } from "./words.js";
import { texts as interview } from "./interview.js";

export const texts = {
  report: {
    title: "Your report",
    summary: (answered, skipped, asked) => [
      `${plural(answered, "question")} answered`,
      skipped ? `${skipped} skipped` : null,
      asked ? `${asked} left open` : null,
    ].filter(Boolean).join(", "),
    found: (said, all) => `${points(said, all)} found`,
    left: "You ended the interview before its last question. What wasn’t asked counts nowhere.",
    topics: (n) => plural(n, "topic"),
    seed: (seed) => `seed ${seed}`,
    byTopic: "By topic",
    byQuestion: "By question",
    noneWeak: "No key point was missed in what you answered.",
    topic: "Topic",
    questions: "Questions",
    outcomes: { answered: "Answered", skipped: "Skipped", open: "Left open", notAsked: "Not asked" },
    attempts: (n) => plural(n, "attempt"),
    missed: "Not found",
    fromQuestion: (n) => `Question ${n}`,
    again: "Practise again",
    same: "Same questions again",
    change: "Change the choices",
    nothing: "No question was asked in this interview.",
    timeUp: "The time was up before the last question. What wasn’t asked counts nowhere.",
    time: (milliseconds) => `${interview.time.spent(milliseconds)} to the first answer`,
    allTime: (milliseconds) => `${interview.time.spent(milliseconds)} in all`,
    phrasing: "Your best phrasing",
    phrasingFor: (heads, n) => `It says: ${heads.join("; ")} (question ${number(n)}).`,
    missedPoints: "Points to practise",
    all: "All",
    none: "None",
    choose: "Choose the points to practise",
    morePoints: (n) => `${plural(n, "more point", "more points")}`,
    practise: (chosen, all) => chosen === all
      ? `Practise exactly ${choose(all, { one: "this point", other: `these ${number(all)} points` })}`
      : `Practise ${number(chosen)} of ${plural(all, "point")}`,
    chooseOne: "Choose a point to practise",
    practiseChosen: "Practise exactly these points",
    others: "The other points",
    required: "required",
    weight: (weight) => `weight ${number(weight)}`,
    questionChart: "Coverage from the first question to the last.",
    questionPoints: "Key points from the first question to the last: full is said, half is said in part, empty is missing.",
    inChart: (n, result) => `Question ${number(n)}: ${result}`,
    pointsInWords: (said, missing) => [
      said.length ? `said: ${said.join("; ")}` : null, missing.length ? `missing: ${missing.join("; ")}` : null,
    ].filter(Boolean).join(". "),
    allSaid: "All points said",
    someMissing: "Points missing",
    bestFirst: "your best one is shown",
    copy: "Copy as Markdown",
    copied: "Copied",
    inBank: "In the bank, to tell its author of a mistake",
    print: "Print",
    transcript: "Transcript",
  },
};
