// One question: asking, answering, time, leaving.

import { number, plural } from "./words.js";

export const texts = {
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
    again: (n) => `Asked once more for ${plural(n, "point")} that you missed`,
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

  time: {
    title: "Time",
    clock: (left) => `${left} left`,
    paused: (left) => `Paused, ${left}`,
    speaking: "The time starts after the question",
    hidden: "Clock hidden",
    hide: "Hide",
    show: "Show clock",
    pause: "Pause",
    goOn: "Continue",
    more: "+ 1 min",
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

  gone: {
    title: "This interview can’t be continued here",
    text: "Its seat isn’t known: this browser may have cleared what it kept, it may have been opened in another one, or "
      + "the server’s data was removed since. What you answered in it is among your transcripts.",
    nothingKept: "This browser keeps nothing for this page, so the interview was lost with the reload.",
    transcripts: "Your transcripts",
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
};
