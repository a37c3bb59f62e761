// How long an interview is: a number of questions, or minutes.

import { h, setText } from "../../dom.js";
import { texts } from "../../texts.js";
import { choice } from "./sentence.js";

const words = texts.start;
const counts = [...Array.from({ length: 20 }, (_, i) => i + 1), 30, 40, 60];
const minutes = [10, 15, 20, 30, 45, 60];
const usual = { count: 5 };

/** @param most how many questions there may be */
export function lengthChoice(most) {
  const groups = [
    h("optgroup", { label: words.units.questions }, counts.map((n) => option(questionsOf(n)))),
    h("optgroup", { label: words.units.minutes }, minutes.map((n) => option(minutesOf(n)))),
  ];
  const element = choice("length", words.length, []);
  element.append(...groups);
  element.value = nameOf(usual);

  const find = (n) => [...groups[0].children].find((one) => numberOf(one) === n);

  function addCount(n) {
    const next = [...groups[0].children].find((one) => numberOf(one) > n) ?? null;
    groups[0].insertBefore(option(questionsOf(n)), next);
  }

  return {
    element,

    /** The fields of the set-up: {count}, or {limit}. */
    get value() {
      const n = Number(element.value.slice(1));
      return element.value.startsWith("m") ? { limit: { per: "interview", seconds: n } } : { count: n };
    },

    /** A set-up with a limit and no count is minutes long. */
    set value({ count, limit }) {
      const wanted = count ? { count } : limit?.per === "interview" ? { limit } : usual;
      element.value = nameOf(wanted);
      if (element.value) return;
      // A link may name any length.
      if (wanted.count) addCount(count);
      else groups[1].append(option(minutesOf(limit.seconds / 60)));
      element.value = nameOf(wanted);
    },

    /** All of the choice can be asked, however many they are; longer than the server allows is no choice. */
    tell(available) {
      if (available > 0 && available <= most() && !find(available)) addCount(available);
      for (const one of [...groups[0].children]) {
        const n = numberOf(one);
        // What was added for another choice of topics goes with it, but never what stands in the sentence.
        if (!counts.includes(n) && n !== available && !one.selected) one.remove();
        one.hidden = one.disabled = n > most();
        setText(one, n === available ? words.lengths.all(n) : words.lengths.questions(n));
      }
    },
  };
}

function nameOf({ count, limit }) { return count ? `q${count}` : `m${limit.seconds}`; }

const numberOf = (one) => Number(one.value.slice(1));
const questionsOf = (n) => [`q${n}`, words.lengths.questions(n)];
const minutesOf = (n) => [`m${n * 60}`, words.lengths.minutes(n)];

function option([value, text]) { return h("option", { value }, text); }
