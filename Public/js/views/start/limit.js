// The time limit: off unless somebody wants it, and what happens at its end is said beforehand.

import { h, setText } from "../../dom.js";
import { limits } from "../../setup.js";
import { texts } from "../../texts.js";
import { field, note, select } from "../shared/fields.js";

const words = texts.start;
const usual = { question: 3, interview: 30 };

export function limitField() {
  const per = select("limit-per", words.limits);
  const minutes = h("input", {
    type: "number", id: "limit-minutes", min: limits.least / 60, max: limits.most / 60, step: "any", value: usual.question,
    inputmode: "decimal", data: { testid: "limit-minutes" },
  });
  const told = note("", "limit-minutes-note");
  const length = field(words.limitMinutes, minutes);
  const element = h("div", { class: "field-group" }, field(words.limit, per), length, told);
  per.setAttribute("aria-describedby", told.id);
  minutes.setAttribute("aria-describedby", told.id);
  per.addEventListener("change", () => { minutes.value = usual[per.value] ?? minutes.value; });

  const seconds = () => Math.round(Number(minutes.value) * 60);

  return {
    element,

    get isGood() { return per.value === "none" || (seconds() >= limits.least && seconds() <= limits.most); },

    get value() { return per.value === "none" || !this.isGood ? null : { per: per.value, seconds: seconds() }; },

    set value(limit) {
      per.value = limit?.per ?? "none";
      if (limit) minutes.value = limit.seconds / 60;
    },

    /** @param mode of the interview; @param isTimed its length is a time already */
    tell(mode, isTimed) {
      element.hidden = isTimed;
      length.hidden = per.value === "none";
      told.classList.toggle("error", !this.isGood);
      setText(told, !this.isGood ? words.badLimit(limits.least, limits.most / 60) : words.limitEnds(per.value, mode));
    },

    complain() {
      minutes.setAttribute("aria-invalid", "true");
      minutes.focus();
    },
  };
}
