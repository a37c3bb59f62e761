// Says a prompt sentence by sentence to those who listen, while others watch it being written.

import { announce } from "../../announce.js";
import { plainText } from "../../markdown.js";
import { Sentences } from "../../sentences.js";
import { texts } from "../../texts.js";

/** Call the result whenever a question may have grown: it says what is new, once. */
export function promptSpeaker(reader) {
  let index = null;
  let spoken = null;

  function speak(question) {
    if (question.index !== index) {
      index = question.index;
      spoken = new Spoken();
    }
    // An answered question's prompt is there to be read; nobody needs to hear it again.
    if (question.attempts.length) return;
    for (const sentence of spoken.next(question)) {
      announce(sentence);
      reader.say(sentence, question.lang);
    }
  }

  /** Reads from the beginning, to whoever has just turned reading on. */
  speak.again = (question) => {
    for (const sentence of new Spoken().next({ ...question, streaming: false })) reader.say(sentence, question.lang);
  };
  return speak;
}

/** A prompt in sentences as they are said: without marks, and without its code. */
class Spoken {
  #sentences = new Sentences();
  #isInCode = false;

  next({ prompt, streaming }) {
    return this.#sentences.next(prompt, !streaming).flatMap((sentence) => {
      if (/^(```|~~~)/.test(sentence)) {
        this.#isInCode = !this.#isInCode;
        return this.#isInCode ? [texts.interview.code] : [];
      }
      return this.#isInCode ? [] : [plainText(sentence)];
    });
  }
}
