// Says a prompt sentence by sentence to those who listen, while others watch it being written.

import { announce } from "../announce.js";
import { plainText } from "../markdown.js";
import { Sentences } from "../sentences.js";
import { texts } from "../texts.js";

/** Call the result whenever a question may have grown: it says what is new, once. */
export function promptSpeaker() {
  let index = null;
  let sentences = null;
  let isInCode = false;
  return (question) => {
    if (question.index !== index) {
      index = question.index;
      sentences = new Sentences();
      isInCode = false;
    }
    // An answered question's prompt is there to be read; nobody needs to hear it again.
    if (question.attempts.length) return;
    const spoken = sentences.next(question.prompt, !question.streaming).flatMap((sentence) => {
      if (/^(```|~~~)/.test(sentence)) {
        isInCode = !isInCode;
        return isInCode ? [texts.interview.code] : [];
      }
      return isInCode ? [] : [plainText(sentence)];
    });
    for (const sentence of spoken) announce(sentence);
  };
}
