// What an answer covers: points, hints, follow-ups, rulings.

import { percent, plural, points } from "./words.js";

export const texts = {
  feedback: {
    title: "Feedback",
    coverage: "Coverage",
    found: (said, all, partly) => (said > 0 ? `${said} of ${plural(all, "key point")} found`
      : partly > 0 ? `${partly} of ${plural(all, "key point")} found in part` : "Nothing found yet"),
    said: (coverage, said, all) => `Coverage ${percent(coverage)}, ${points(said, all)}`,
    kept: (result) => `Your answer is kept. ${result}`,
    partly: (n) => `${plural(n, "point")} in part`,
    since: (difference) => difference === 0
      ? "As much as before"
      : `${difference > 0 ? "+" : "−"}${Math.abs(difference)} points since the attempt before`,
    keyPoints: "Key points",
    misconceptions: "Misconceptions",
    yourAnswer: "Your answer",
    attempts: "Attempts",
    attempt: (n, coverage) => `Attempt ${n}, ${percent(coverage)}`,
    hint: "Point at a key point, or open it, to see your words behind it.",
    verdicts: {
      hit: "Found", partial: "In part", missed: "Not found", contradicted: "Contradicted",
      avoided: "Avoided", held: "Held",
    },
    required: "required",
    why: "Your words",
    rule: (sentence) => sentence,
    remarks: {
      unsure: "The evidence is thin here; a person may well see it otherwise.",
      echo: "This is hardly more than the question’s own words.",
      keywordList: "This is a list of key words. Sentences show better that you know how they belong together.",
      noAnswer: "There was nothing to mark in this answer.",
      otherLanguage: "This answer is mostly in another language than the key points.",
    },
    reveal: "Show model answer",
    revealing: "Fetching the model answer…",
    hide: "Hide model answer",
    modelAnswer: "Model answer",
    modelNote: "What is marked in it says a key point.",
    noModelAnswer: "This question has no model answer.",
    again: "Try again",
    next: "Next question",
    finish: "Finish",
    moving: "One moment…",
    attemptOnly: (n) => `Attempt ${n}`,
    pointsSaid: (heads) => heads.length ? `You said: ${heads.join("; ")}.` : "None of the key points was said yet.",
    /** Points of which some are enough. */
    group: {
      title: (needed, all) => `Any ${needed} of ${all}`,
      said: (n) => `said ${n}`,
      notNeeded: (heads) => `Not needed: ${heads.join("; ")}.`,
      left: (n) => `${n} more of these would do.`,
    },
    stillMissing: "A point that is still missing",
    notFoundYet: (n) => `${plural(n, "point")} not found yet`,
    openPoints: "Show what was missing",
    opened: "The missing points are shown.",
    openedToClaim: "The missing points are shown. Choose the one that you said.",
    checklist: "What a good story has",
    ticked: (said, all) => `${said} of ${all} ticked`,
    checklistRule: "a story of your own is yours to judge: tick what it had",
  },

  changes: {
    byAttempt: (n) => `What attempt ${n} added or lost`,
    byReply: "What your reply added or lost",
    none: "The same points as before.",
    gained: "Added: ",
    lost: "Lost: ",
  },

  hints: {
    take: "Hint",
    taking: "Fetching a hint…",
    noMore: "No more hints",
    taken: (n) => `${plural(n, "hint")} taken`,
    steps: ["A nudge", "The point", "The first words"],
  },

  probe: {
    title: "A follow-up question",
    asks: (text) => `The interviewer asks: ${text}`,
    reply: "Your reply; it counts together with your answer",
    send: "Send reply",
  },

  rulings: {
    keyPoint: { said: "I did say that", standing: "Your ruling: said." },
    misconception: { said: "I didn’t say that", standing: "Your ruling: not said." },
    which: "Which sentence says it?",
    attach: "Attach",
    withdraw: "Withdraw",
    sending: "Sending…",
    selected: (words) => `Selected: “${words}”. “I did say that” will point at these words.`,
    tally: (said, all) => `${points(said, all)} by your own ruling`,
    coverage: (share) => `Coverage by your own ruling ${percent(share)}`,
  },
};
