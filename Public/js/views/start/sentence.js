// The set-up as a sentence: each choice in it is a select, and what it means stands below.

import { withTitles } from "../../bank-language.js";
import { h, button, setText } from "../../dom.js";
import { difficulties, modes } from "../../setup.js";
import { texts } from "../../texts.js";
import { clockChoice } from "./clock.js";
import { lengthChoice } from "./length.js";

const words = texts.start;

/** @param most how many questions there may be; @param goToTopics called when the topics were pressed */
export function setupSentence({ most, goToTopics }) {
  const length = lengthChoice(most);
  const clock = clockChoice();
  const mode = choice("mode", words.mode, modes.map((value) => [value, words.modes[value][0]]));
  const difficulty = choice("difficulty", words.difficulty, difficulties.map((value) => [value, words.difficulties[value]]));
  const topics = button(words.allTopicsInSentence, {
    class: "in-sentence", data: { testid: "topics-in-sentence" }, press: goToTopics,
  });
  const { sentence } = words;
  const timed = h("span", {}, sentence.clock, clock.element);
  const told = h("p", { class: "note", id: "setup-note", data: { testid: "setup-note" } });
  const element = h("p", { class: "sentence", id: "sentence" },
    sentence.before, length.element, sentence.topics, followed(topics, sentence.difficulty),
    followed(difficulty, sentence.mode), mode, timed, sentence.end);
  for (const select of [length.element, mode, difficulty, clock.element]) select.setAttribute("aria-describedby", told.id);

  return {
    element,
    told,

    /** As it stands in the sentence. */
    get length() { return length.element.selectedOptions[0]?.textContent ?? ""; },

    /** A length in minutes is the limit. */
    get fields() {
      const { count, limit } = length.value;
      return { count, limit: limit ?? clock.value, mode: mode.value, difficulty: difficulty.value };
    },

    set fields(setup) {
      length.value = setup;
      clock.value = length.value.limit ? null : setup.limit;
      mode.value = setup.mode ?? modes[0];
      difficulty.value = setup.difficulty ?? "any";
    },

    /** @param chosen the topics that were chosen, none for all; @param available questions in the choice */
    tell({ chosen, available }) {
      const { count, limit } = length.value;
      length.tell(available);
      timed.hidden = limit !== undefined;
      topics.replaceChildren(...withTitles(words.topicsInSentence, chosen));
      const ends = limit ? words.timed(mode.value) : clock.value ? words.limitEnds(clock.value.per, mode.value) : "";
      const few = available > 0 && count > available ? words.onlySo(available) : "";
      setText(told, [words.modes[mode.value][1], words.difficultyRules[difficulty.value], ends, few].filter(Boolean).join(" "));
    },
  };
}

/** A select that stands in a sentence. `options`: [[value, text]]. */
export function choice(id, label, options) {
  return h("select", { id, class: "in-sentence", "aria-label": label, data: { testid: id } },
    options.map(([value, text]) => h("option", { value }, text)));
}

/** A control and what follows it: no line begins with a comma. */
function followed(control, after) {
  const [mark] = /^[,.]*/.exec(after);
  return [h("span", { class: "unbroken" }, control, mark), after.slice(mark.length)];
}
