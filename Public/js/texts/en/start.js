// The start page.

import { atTheEnd, choose, number, percent, plural } from "./words.js";

export const texts = {
  start: {
    title: "Practise an interview",
    topics: "Topics",
    chosen: (topics, all, questions, isPressed) => topics === all
      ? `All ${number(all)}, with ${plural(questions, "question")}. ${isPressed ? "Press one to leave it out." : "Choose one to be asked on that one only."}`
      : `${topics} of ${number(all)}, with ${plural(questions, "question")}.`,
    allAgain: "All topics again",
    readBank: "Read the questions",
    filter: "Filter, such as “drift”",
    noMatch: (text) => `No topic is called “${text}”.`,
    dueInChip: (n) => `${number(n)} due`,
    unknownTopics: (ids) => `The link asks for ${choose(ids.length, { one: "a topic that is", other: "topics that are" })} not here: ${ids.join(", ")}.`,
    allInstead: "Start with all topics",
    sentence: { before: "Ask me ", topics: " on ", difficulty: ", of ", mode: ", ", clock: " and ", end: "." },
    allTopicsInSentence: "all topics",
    topicsInSentence: (titles) => (titles.length === 0 ? "all topics"
      : titles.length < 3 ? titles.join(" and ") : plural(titles.length, "topic")),
    presets: "Ready-made",
    presetTaken: (title) => `${title} is set up: Start begins it.`,
    example: "See a marked answer",
    exampleNote: "First time here?",
    length: "Length",
    lengths: {
      questions: (n) => plural(n, "question"),
      all: (n) => (n === 1 ? "the only question" : `all ${plural(n, "question")}`),
      minutes: (n) => `questions for ${plural(n, "minute")}`,
    },
    units: { questions: "questions", minutes: "minutes" },
    timed: (mode) => `As many questions as fit. ${atTheEnd.interview[mode]}`,
    onlySo: (n) => `There ${choose(n, { one: "is", other: "are" })} only ${plural(n, "question")} in this choice: all of them will be asked.`,
    mode: "How it goes",
    modes: {
      coached: ["coached", "After each answer you see which key points it covers. You can take hints, answer a "
        + "follow-up, and try again."],
      realistic: ["without a word", "The interviewer only moves on, without a word on how you did. All feedback comes at the end."],
    },
    difficulty: "Difficulty",
    difficulties: {
      any: "any difficulty", easy: "low difficulty", medium: "medium difficulty", hard: "high difficulty",
      rising: "rising difficulty", adaptive: "adaptive difficulty",
    },
    difficultyRules: {
      rising: "Begins with easy questions and ends with hard ones.",
      adaptive: `One level harder after a first attempt of ${percent(0.7)} or more; one easier below ${percent(0.4)} or when you skip.`,
    },
    order: "Order",
    orders: { mixed: "Topics take turns", byTopic: "One topic after the other" },
    pace: "Pace of the questions",
    paces: {
      slow: "Slow", natural: "Natural", fast: "Fast", instant: "Instant, the whole question at once",
    },
    moreOptions: "More options",
    limit: "Time limit",
    limits: { none: "without a clock", question: "For each question", interview: "For the whole interview" },
    clocks: {
      question: (n) => `${plural(n, "minute")} per question`, interview: (n) => `${plural(n, "minute")} in all`,
    },
    /** What happens at the end of the time. */
    limitEnds: (per, mode) => (per === "none" ? "" : `${atTheEnd[per][mode]} You can pause the clock or add time.`),
    weights: "How often each topic gets its turn",
    weightsHint: "A topic with 2 gets twice as many turns as one with 1.",
    weight: (n) => `${number(n)}×`,
    points: "No score",
    pointsHint: "You see which key points you said, never a percentage.",
    fresh: "Only what I haven’t had lately",
    freshHint: "Questions from your latest interviews are left out while there are others.",
    freshAndSeed: "Has no effect together with a seed: a seed always gives the same questions.",
    seed: "Seed",
    seedHint: "The same seed and choices give the same questions to everybody who uses them. "
      + "Leave it empty for a fresh selection.",
    otherBank: "This link was made with other questions than the ones that are here now, so its seed can’t give the "
      + "same interview.",
    anyway: "Start anyway with these questions",
    startsLater: "It starts as soon as the connection is back.",
    unreachable: "The server can’t be reached at the moment. This page keeps trying by itself.",
    storageBlocked: "This browser keeps nothing for this page: a reload loses what you are typing and, if it takes no cookies either, the interview.",
    start: "Start",
    starting: "Starting…",
    noBank: "The server knows no questions yet.",
    loading: "Fetching the topics…",
    underWay: "Under way",
    finished: "Finished, on this device",
    resume: "Continue",
    report: "Report",
    forget: "Forget",
    forgetTitle: "Forget this interview?",
    forgetText: "The seat and the drafts are removed from this device. Nobody can continue it afterwards.",
    allTopics: "All topics",
    topicCount: (n) => plural(n, "question"),
    purposes: { due: "What was due", again: "Points missed before" },
    timedCard: (topics, minutes) => `${topics}, ${plural(minutes, "minute")}`,
    card: (topics, count) => `${topics}, ${plural(count, "question")}`,
  },

  own: {
    title: "Use questions of your own",
    name: "My questions",
    formats: "Paste or drop a document with questions and answers, and practise on it at once: Markdown, text, CSV, TSV, "
      + "JSON, or what Anki and Quizlet export as text. 2 MiB at most.",
    isPrivate: "It is private: nobody else can practise on it, and it is kept in this browser only. "
      + "An interview keeps the questions that it asked.",
    kept: "Kept in this browser",
    useKept: (name) => `Practise on ${name} again`,
    forgetKept: (name) => `Forget ${name}`,
    forget: "Forget",
    forgotten: (name) => `${name} is not kept any more.`,
    keptCount: (n) => ` · ${plural(n, "document")} kept here`,
    paste: "Your document",
    use: "Use this text",
    choose: "Choose a file…",
    drop: "Let go to practise on this document",
    nothing: "Paste a document first.",
    onlyFirst: "Only one document can be used at a time: the first one was taken.",
    sending: (name) => `Sending ${name}…`,
    waiting: (name) => `${name} is sent as soon as the connection is back.`,
    found: (name) => `Found in ${name}`,
    ready: (n) => `Ready: ${plural(n, "question")} of your own.`,
    questions: (n) => plural(n, "question"),
    recognised: ", recognised by",
    /** How a document marks its questions, or undefined where the server's words are better. */
    pattern: (name) => (name === "our own format" ? "Greenroom’s own format" : name),
    empty: (n) => `${number(n)} without an answer: there is nothing to compare yours with, so ${
      choose(n, { one: "it isn’t", other: "they aren’t" })} asked.`,
    truncated: (n) => `${plural(n, "answer")} ${choose(n, { one: "seems", other: "seem" })} to break off.`,
    duplicates: (n) => `${plural(n, "question")} ${choose(n, { one: "is there", other: "are there" })} more than once; each is asked once.`,
    ignored: (n) => `${plural(n, "line")} left out: navigation, tables of contents, comments.`,
    /** A remark of the reader, or undefined where the server's words are better. */
    remark: (text) => text,
    canBeAsked: (n) => `${plural(n, "question")} can be practised.`,
    another: "Use another document",
    remove: "Remove it",
    source: "Questions from",
    serverBank: "Greenroom’s own bank",
    gone: (name) => `The questions in ${name} were your own, and they aren’t on this page any more. `
      + "Add the document again on the start page to practise on it.",
    problems: (problem, name) => ({
      package: `${name} is an Anki package, which a browser can’t read. In Anki choose “Export”, then “Notes in Plain Text”, `
        + "or import the package on the server: greenroom bank import deck.apkg --out my-bank",
      large: `${name} is too long: 2 MiB at most.`,
      binary: `${name} is no text. Save it as Markdown, plain text or CSV first.`,
      unreadable: `${name} can’t be read. Is it a folder?`,
      empty: `${name} is empty.`,
    })[problem],
    /** A refusal in the page's own words, or undefined where the server's sentence is better. */
    refusal: (code) => ({
      tooLong: "The document is too long: 2 MiB at most.",
      noQuestions: "No question with an answer was found in it. Greenroom looks for questions as headings, numbered or "
        + "bold lines, “Q:” and “A:”, or the columns of a table.",
    })[code],
    languageTitle: "Your questions would be lost",
    languageText: "Another language means loading the page anew, and your own questions are only in this page. "
      + "You would have to add them again.",
    languageProceed: "Change the language anyway",
  },

  share: {
    copy: "Copy link",
    copied: "The link is copied.",
    byHand: "The browser doesn’t allow it: copy the link from this field.",
    address: "Link to this set-up",
    hint: "A link to this set-up: to keep as a bookmark, or to pass on. Without a seed everybody gets other questions.",
    withSeed: "A link to this set-up: whoever opens it gets the same interview.",
    own: "Your own questions are only in this page, so there is no link to them.",
  },

  due: {
    title: "What you keep missing",
    due: (points, questions) => `${plural(points, "key point")} ${choose(points, { one: "is", other: "are" })} due today, in ${
      plural(questions, "question")}`,
    inMinutes: (n) => `about ${plural(n, "minute")}`,
    ofAll: (points) => `${plural(points, "key point")} due in all`,
    enough: (points) => `Today’s share is done: ${plural(points, "key point")} practised that had come back.`,
    cap: "A day at most",
    caps: (n) => (n ? plural(n, "point") : "as many as are due"),
    anyway: "Go on all the same",
    nothing: "Nothing is due today",
    next: (when) => `The next key point falls due ${when}.`,
    on: (day) => `on ${day}`,
    hint: "Key points come back just before you would forget them; those you miss come back sooner.",
    start: "Practise what is due",
    readiness: (ready, all) => `Ready in ${number(ready)} of ${plural(all, "topic")}`,
    rule: `Ready: at least 8 key points seen, and you would probably recall ${percent(0.8)} of them today. Improving: your latest three `
      + "interviews on the topic went better than the three before. Otherwise: not yet.",
    states: { ready: "Ready", improving: "Improving", notYet: "Not yet" },
    noTrend: "no interview yet",
    trendOf: (shares) => `Coverage in ${choose(shares.length, { one: "your latest interview",
      other: `your latest ${number(shares.length)} interviews, oldest first` })}: ${shares.map(percent).join(", ")}`,
    recall: (share, due) => [`recall about ${percent(share)}`, due ? `${number(due)}\u00a0due` : null]
      .filter(Boolean).join(", "),
    forget: "Forget what I practised",
    forgetTitle: "Forget what you practised?",
    forgetText: "The server forgets which key points you knew and when they are due. That can’t be undone. "
      + "Interviews and their reports stay.",
    forgotten: "What you practised is forgotten.",
  },
};
