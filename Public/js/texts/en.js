// English.

import { numbersIn } from "./numbers.js";

const { number, percent, choose, plural: counted } = numbersIn("en");
const plural = (n, one, other = `${one}s`) => counted(n, { one, other });
const points = (said, all) => `${said} of ${plural(all, "key point")}`;

export const texts = {
  number,
  percent,
  name: "Greenroom",
  description: "Practise interviews: answer in your own words and see which key points they cover.",
  skipLink: "Skip to the content",
  motto: "Marks are coverage, never a grade: the same answer to the same question always gets the same mark.",
  language: "Language",

  connection: {
    connecting: "Connecting…",
    online: "Connected",
    reconnecting: "Reconnecting…",
    back: "Connected again",
    lost: "The connection was lost. Reconnecting; what you write is kept.",
    backSaid: "Connected again. Nothing was lost.",
  },

  start: {
    title: "Practise an interview",
    lede: "Answer in your own words. Greenroom compares what you wrote with the key points of a good answer, "
      + "and shows which of them your words cover and why it thinks so.",
    topics: "Topics",
    all: "All",
    none: "None",
    chosen: (topics, all, questions) => topics === all
      ? `All topics, ${plural(questions, "question")}`
      : `${topics} of ${plural(all, "topic")}, ${plural(questions, "question")}`,
    count: "Number of questions",
    fewer: "Fewer questions",
    more: "More questions",
    onlySo: (n) => `There ${choose(n, { one: "is", other: "are" })} only ${plural(n, "question")} in this choice: all of them will be asked.`,
    pace: "Pace",
    paces: {
      slow: "Slow", natural: "Natural", fast: "Fast", instant: "Instant, the whole question at once",
    },
    moreOptions: "More",
    seed: "Seed",
    seedHint: "The same seed and choices give the same questions to everybody who uses them. "
      + "Leave it empty for a fresh selection.",
    bookmark: "These choices are in the address of this page: keep it as a bookmark, or pass it on.",
    start: "Start the interview",
    starting: "Starting…",
    noTopic: "Choose at least one topic.",
    badCount: (most) => `Choose a number from 1 to ${most}.`,
    noBank: "The server knows no questions yet.",
    loading: "Fetching the topics…",
    underWay: "Under way",
    finished: "Finished, on this device",
    resume: "Continue",
    report: "Report",
    forget: "Forget",
    forgetWhat: (what) => `Forget the interview: ${what}`,
    forgetTitle: "Forget this interview?",
    forgetText: "The seat and the drafts are removed from this device. Nobody can continue it afterwards.",
    allTopics: "All topics",
    topicCount: (n) => plural(n, "question"),
    card: (topics, count) => `${topics}, ${plural(count, "question")}`,
  },

  interview: {
    loading: "Opening the interview…",
    beginning: "The first question is coming…",
    question: (index, of) => `Question ${index + 1} of ${of}`,
    difficulty: { easy: "Easy", medium: "Medium", hard: "Hard" },
    speaking: "The question is being asked",
    code: "Code follows; it can be read on the page.",
    answer: "Your answer",
    attempt: (n) => `Your answer, attempt ${n}`,
    placeholder: "Say it as you would say it in the room.",
    send: "Send answer",
    skip: "Skip",
    back: "Back to the feedback",
    end: "End interview",
    shortcut: (keys) => ["", keys, " sends"],
    left: (n) => `${plural(n, "character")} left`,
    over: (n) => `${plural(n, "character")} too many`,
    limitNear: (n) => `The answer is near its limit of ${plural(n, "character")}.`,
    empty: "There is nothing to send yet.",
    tooLong: (n) => `The answer is ${plural(n, "character")} too long. Shorten it, then send it.`,
  },

  status: {
    blank: "What you write is kept on this device as you type.",
    draft: "Draft kept on this device",
    undurable: "This browser keeps no drafts: don’t close the page before you have sent the answer.",
    sending: "Sending…",
    waiting: "Kept on this device. It goes out by itself when the connection is back.",
    notKept: "The server can’t keep the answer at the moment. It stays on this device and is sent again by itself.",
    kept: "Kept",
    keptAttempt: (n) => `Kept, attempt ${n}`,
  },

  feedback: {
    title: "Feedback",
    coverage: "Coverage",
    points,
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
      hit: "Hit", partial: "Partial", missed: "Missed", contradicted: "Contradicted",
      avoided: "Avoided", held: "Held",
    },
    required: "required",
    why: "Your words",
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
    noModelAnswer: "This question has no model answer.",
    again: "Try again",
    next: "Next question",
    finish: "Finish",
    moving: "One moment…",
  },

  report: {
    title: "Your report",
    summary: (answered, skipped, asked) => [
      `${plural(answered, "question")} answered`,
      skipped ? `${skipped} skipped` : null,
      asked ? `${asked} left open` : null,
    ].filter(Boolean).join(", "),
    left: "You ended the interview before its last question. What wasn’t asked counts nowhere.",
    byTopic: "By topic",
    byQuestion: "By question",
    weakest: "Weakest points",
    weakestHint: "What the next interview would profit from most.",
    noneWeak: "No key point was missed in what you answered.",
    topic: "Topic",
    questions: "Questions",
    chart: (topics) => `Coverage by topic: ${topics.map((t) => `${t.title} ${percent(t.coverage)}`).join(", ")}`,
    outcomes: { answered: "Answered", skipped: "Skipped", open: "Left open", notAsked: "Not asked" },
    attempts: (n) => plural(n, "attempt"),
    missed: "Missed",
    best: "Your best attempt",
    latest: "Your answer",
    fromQuestion: (n) => `Question ${n}`,
    again: "Practise again",
    same: "Same questions again",
    change: "Change the choices",
    nothing: "No question was asked in this interview.",
  },

  gone: {
    title: "This interview can’t be continued here",
    text: "Its seat isn’t known: it may have been opened in another browser, or the server’s data was removed "
      + "since. Nothing that you do from here is affected.",
    start: "Start a new interview",
  },

  leave: {
    title: "You have text that wasn’t sent",
    text: "It would be lost: only answers that were sent are kept and counted.",
    stay: "Go back to it",
    skip: "Skip anyway",
    next: "Go on anyway",
    end: "End anyway",
  },

  dialog: { cancel: "Cancel" },
  dismiss: "Dismiss",
  newTitle: (title) => (title ? `${title} · Greenroom` : "Greenroom"),

  /** A refusal in the page's own words, or undefined where the server's sentence is better. */
  refusal: (code, type) => ({
    noQuestions: "There is no question in this choice. Choose other topics.",
    emptyAnswer: "The answer was empty, so it wasn’t sent.",
    tooLong: "The answer is too long for this server. Shorten it, then send it again.",
    ended: type === "answer"
      ? "The interview had already ended, so this answer doesn’t count."
      : "The interview has already ended.",
    notAsked: "That question isn’t the current one any more, perhaps because of another tab.",
    notAnswered: "Answer the question first.",
  })[code],
};
