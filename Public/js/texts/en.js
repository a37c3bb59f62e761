// English.

import { numbersIn } from "./numbers.js";

const { number, percent, choose, plural: counted } = numbersIn("en");
const plural = (n, one, other = `${one}s`) => counted(n, { one, other });
const points = (said, all) => `${said} of ${plural(all, "key point")}`;
/** What happens when the time is up. */
const atTheEnd = {
  question: {
    coached: "When the time is up, what you have written is sent.",
    realistic: "When the time is up, what you have written is sent, and the next question comes.",
  },
  interview: {
    coached: "When the time is up, what you have written is sent, and no further question comes.",
    realistic: "When the time is up, what you have written is sent, and the interview ends.",
  },
};

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
    length: "Length",
    unit: "Questions or minutes",
    units: { questions: "questions", minutes: "minutes" },
    fewer: "Shorter",
    more: "Longer",
    timed: (mode) => `As many questions as fit. ${atTheEnd.interview[mode]}`,
    onlySo: (n) => `There ${choose(n, { one: "is", other: "are" })} only ${plural(n, "question")} in this choice: all of them will be asked.`,
    mode: "How it goes",
    modes: {
      coached: ["Coached", "After each answer you see which key points it covers. You can take hints, answer a "
        + "follow-up, and try again."],
      realistic: ["Realistic", "The interviewer only moves on, without a word on how you did. All feedback comes at the end."],
    },
    difficulty: "Difficulty",
    difficulties: {
      any: "Any", easy: "Easy", medium: "Medium", hard: "Hard", rising: "Rising", adaptive: "Adapts to your answers",
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
    limits: { none: "None", question: "For each question", interview: "For the whole interview" },
    limitMinutes: "Minutes",
    /** What happens at the end of the time. */
    limitEnds: (per, mode) => (per === "none" ? "" : `${atTheEnd[per][mode]} You can pause the clock or add time.`),
    badLimit: (seconds, minutes) => `Choose a time from ${plural(seconds, "second")} to ${plural(minutes, "minute")}.`,
    badMinutes: (most) => `Choose a number of minutes from 1 to ${number(most)}.`,
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
    purposes: { due: "What was due", again: "Points missed before" },
    timedCard: (topics, minutes) => `${topics}, ${plural(minutes, "minute")}`,
    card: (topics, count) => `${topics}, ${plural(count, "question")}`,
  },

  own: {
    title: "Use questions of your own",
    name: "My questions",
    formats: "Paste or drop a document with questions and answers, and practise on it at once: Markdown, text, CSV, TSV, "
      + "JSON, or what Anki and Quizlet export as text. 2 MiB at most.",
    isPrivate: "It is private: nobody else can practise on it, and it is gone when you close this page. "
      + "An interview keeps the questions that it asked.",
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
    nothing: "Nothing is due today",
    next: (when) => `The next key point falls due ${when}.`,
    on: (day) => `on ${day}`,
    hint: "Key points come back just before you would forget them; those you miss come back sooner.",
    start: "Practise them now",
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
    control: "Ctrl",
    shortcut: (keys) => ["", keys, " sends"],
    left: (n) => `${plural(n, "character")} left`,
    over: (n) => `${plural(n, "character")} too many`,
    limitNear: (n) => `The answer is near its limit of ${plural(n, "character")}.`,
    empty: "There is nothing to send yet.",
    tooLong: (n) => `The answer is ${plural(n, "character")} too long. Shorten it, then send it.`,
    openQuestion: (index) => `Question ${number(index + 1)}`,
    reportComing: "Your report is coming…",
    toReport: "See the report",
    goOn: "Next question",
    skipped: (n) => `Question ${number(n)} was skipped.`,
    undo: "Undo",
    read: "Read aloud",
    thanks: ["Thank you.", "All right, thank you.", "Thanks. Let’s go on.", "Good, thank you. The next one:", "I see, thank you."],
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
    moving: "Kept. The next question is coming.",
    late: "The time is up. You can still answer; the answer is kept and marked as late.",
    lateDraft: "The time is up, but the draft is kept on this device. Sent now, it is marked as late.",
    wasLate: "sent after the time was up",
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
    attemptOnly: (n) => `Attempt ${n}`,
    pointsSaid: (heads) => heads.length ? `You said: ${heads.join("; ")}.` : "None of the key points was said yet.",
    stillMissing: "A point that is still missing",
    openPoints: "Show what was missing",
    opened: "The missing points are shown.",
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

  time: {
    title: "Time",
    clock: (left) => `${left} left`,
    paused: (left) => `Paused, ${left} left`,
    speaking: "The time starts after the question",
    hidden: "Clock hidden",
    hide: "Hide clock",
    show: "Show clock",
    pause: "Pause",
    goOn: "Continue",
    more: "+ 1 minute",
    half: "Half of the time is left.",
    left: (milliseconds) => milliseconds === 60_000
      ? "One minute left." : `${plural(milliseconds / 1000, "second")} left.`,
    over: { question: "The time for this question is up.", interview: "The time is up." },
    rule: {
      question: {
        coached: "When the time is up, what you have written is sent.",
        realistic: "When the time is up, what you have written is sent, and the next question follows.",
      },
      interview: {
        coached: "When the time is up, what you have written is sent, and no further question follows.",
        realistic: "When the time is up, what you have written is sent, and the interview ends.",
      },
    },
    spent: (milliseconds) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      return seconds < 60 ? `${number(seconds)} s` : `${number(Math.floor(seconds / 60))} min ${number(seconds % 60)} s`;
    },
  },

  dictation: {
    start: "Dictate",
    stop: "Stop dictating",
    listening: "Listening…",
    ended: "Dictation has ended.",
    title: "Where your voice goes",
    agree: "Dictate",
    where: {
      google: "This browser sends what you say to a speech service, in Chrome to Google, and gets text back. "
        + "Greenroom itself hears nothing: it gets only the answer that you send.",
      microsoft: "This browser sends what you say to Microsoft’s speech service and gets text back. "
        + "Greenroom itself hears nothing: it gets only the answer that you send.",
      apple: "This browser turns speech into text on your device, or sends it to Apple where it can’t. "
        + "Greenroom itself hears nothing: it gets only the answer that you send.",
      unknown: "This browser may send what you say to a speech service that its maker has chosen, and gets text back. "
        + "Greenroom itself hears nothing: it gets only the answer that you send.",
    },
    errors: {
      "not-allowed": "The microphone may not be used here. Your browser’s settings for this page can change that.",
      "service-not-allowed": "This browser allows no dictation here.",
      "audio-capture": "No microphone was found.",
      "no-speech": "Nothing was heard.",
      network: "The speech service can’t be reached.",
      failed: "Dictation isn’t possible at the moment.",
    },
  },

  options: {
    open: "Options",
    title: "Options",
    close: "Done",
    voice: "Reading aloud",
    voiceNote: "“Read aloud” beside the question turns it on. The voice belongs to your browser or device.",
    whichVoice: "Voice",
    rate: "Speed",
    times: (rate) => `${number(rate)} ×`,
    keyboard: "Keyboard",
    shortcuts: "Single keys act as shortcuts while no text field has the focus",
    allKeys: "All shortcuts",
    keys: [
      ["Ctrl + Enter", "Send what is written (⌘ + Enter on a Mac); works in the text field"],
      ["A", "Go to the answer"],
      ["F", "Go to the reply to the follow-up question"],
      ["H", "Take a hint"],
      ["S", "Skip the question"],
      ["U", "Undo skipping"],
      ["N", "Next question"],
      ["R", "Try again"],
      ["O", "Show what was missing"],
      ["M", "Show or hide the model answer"],
      ["P", "Pause or continue the clock"],
      ["L", "Turn reading aloud on or off"],
      ["D", "Dictate, or stop it"],
      ["?", "This list"],
    ],
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
    noneWeak: "No key point was missed in what you answered.",
    topic: "Topic",
    questions: "Questions",
    outcomes: { answered: "Answered", skipped: "Skipped", open: "Left open", notAsked: "Not asked" },
    attempts: (n) => plural(n, "attempt"),
    missed: "Missed",
    fromQuestion: (n) => `Question ${n}`,
    again: "Practise again",
    same: "Same questions again",
    change: "Change the choices",
    nothing: "No question was asked in this interview.",
    timeUp: "The time was up before the last question. What wasn’t asked counts nowhere.",
    time: (milliseconds) => `${texts.time.spent(milliseconds)} to the first answer`,
    allTime: (milliseconds) => `${texts.time.spent(milliseconds)} in all`,
    phrasing: "Your best phrasing",
    phrasingFor: (heads, n) => `It says: ${heads.join("; ")} (question ${number(n)}).`,
    missedPoints: "Points to practise",
    choose: "Choose the points to practise",
    morePoints: (n) => `${plural(n, "more point", "more points")}`,
    practise: (chosen, all) => chosen === all
      ? `Practise exactly ${choose(all, { one: "this point", other: `these ${number(all)} points` })}`
      : `Practise ${number(chosen)} of ${plural(all, "point")}`,
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
    print: "Print",
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

  skipLast: {
    title: "Skip the last question?",
    text: "The interview ends with it, and that can’t be undone.",
    stay: "Stay here",
    proceed: "Skip and end",
  },

  endEarly: {
    title: "End the interview now?",
    text: "The report covers what you have answered so far. The interview can’t be continued afterwards.",
    stay: "Go on with it",
    proceed: "End it",
  },

  dialog: { cancel: "Cancel" },
  dismiss: "Dismiss",
  newTitle: (title) => (title ? `${title} · Greenroom` : "Greenroom"),

  /** A refusal in the page's own words, or undefined where the server's sentence is better. */
  refusal: (code, type) => ({
    noQuestions: "There is no question in this choice. Choose other topics or another difficulty.",
    noneDue: "Nothing is due any more. Well done.",
    otherBank: "The questions here have changed since, so the same interview can’t be given again.",
    emptyAnswer: "The answer was empty, so it wasn’t sent.",
    tooLong: "The answer is too long for this server. Shorten it, then send it again.",
    ended: type === "answer"
      ? "The interview had already ended, so this answer doesn’t count."
      : "The interview has already ended.",
    notAsked: "That question isn’t the current one any more, perhaps because of another tab.",
    notAnswered: type === "answer"
      ? "The follow-up question isn’t open any more. Your reply is kept as a draft."
      : "Answer the question first.",
    notYet: "Everything about your answers comes at the end of this interview.",
    notSkipped: "That question can’t be taken back any more.",
    notDisputable: "That point can’t be disputed any more.",
  })[code],
};
