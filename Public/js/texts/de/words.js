// Wie das Deutsche zählt, und was an mehreren Stellen gesagt wird.

import { numbersIn } from "../numbers.js";

export const { number, percent, choose, plural } = numbersIn("de");
export const questions = (n) => plural(n, { one: "Frage", other: "Fragen" });
export const topics = (n) => plural(n, { one: "Thema", other: "Themen" });
export const characters = (n) => plural(n, { one: "Zeichen", other: "Zeichen" });
export const points = (said, all) => `${said} von ${plural(all, { one: "Kernpunkt", other: "Kernpunkten" })}`;
/** Was geschieht, wenn die Zeit um ist. */
export const atTheEnd = {
  question: {
    coached: "Ist die Zeit um, wird gesendet, was du geschrieben hast.",
    realistic: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und die nächste Frage kommt.",
  },
  interview: {
    coached: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und es kommt keine weitere Frage.",
    realistic: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und das Gespräch endet.",
  },
};
