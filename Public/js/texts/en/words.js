// How English counts, and what is said in more than one place.

import { numbersIn } from "../numbers.js";

export const { number, percent, choose, plural: counted } = numbersIn("en");
export const plural = (n, one, other = `${one}s`) => counted(n, { one, other });
export const points = (said, all) => `${said} of ${plural(all, "key point")}`;
/** What happens when the time is up. */
export const atTheEnd = {
  question: {
    coached: "When the time is up, what you have written is sent.",
    realistic: "When the time is up, what you have written is sent, and the next question comes.",
  },
  interview: {
    coached: "When the time is up, what you have written is sent, and no further question comes.",
    realistic: "When the time is up, what you have written is sent, and the interview ends.",
  },
};
