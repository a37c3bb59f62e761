// What every page says.

import { number, percent } from "./words.js";

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
    refused: (why) => `The server refuses this page. ${why}`,
    lost: "The connection was lost. Reconnecting; what you write is kept.",
    backSaid: "Connected again. Nothing was lost.",
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
