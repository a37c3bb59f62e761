// Finds finished sentences in a prompt that is still being spoken, so that a screen reader hears whole
// sentences and each of them once.

const ending = /[.!?…]["'’”)\]*_`]*\s|[。！？]["'’”」）]*|\n/gu;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|fig|no|dr|mr|mrs|ms|st|[A-Za-z])\.\s$/iu;

/** Feed it the whole prompt so far, as often as it grows; it gives each finished sentence once. */
export class Sentences {
  #told = 0;

  /** The sentences finished since the last call. `isWhole` says that the prompt is complete. */
  next(prompt, isWhole) {
    const found = [];
    let start = this.#told;
    for (const match of prompt.slice(start).matchAll(ending)) {
      const end = this.#told + match.index + match[0].length;
      const sentence = prompt.slice(start, end);
      if (abbreviation.test(sentence)) continue;
      found.push(sentence);
      start = end;
    }
    this.#told = start;
    if (isWhole && start < prompt.length) {
      found.push(prompt.slice(start));
      this.#told = prompt.length;
    }
    return found.map((one) => one.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  }
}
