// How long an interview is: a number of questions, or minutes.

import { h, button, hidden, setText } from "../../dom.js";
import { icon } from "../../icons.js";
import { texts } from "../../texts.js";
import { note, select } from "../shared/fields.js";

const words = texts.start;
const usual = { questions: 5, minutes: 20 };
const mostMinutes = 240;

/** @param changed called when a choice was made here; @param most how many questions there may be */
export function lengthField({ changed, most }) {
  const count = h("input", {
    type: "number", id: "count", min: 1, step: 1, value: usual.questions, inputmode: "numeric", required: true,
    "aria-describedby": "count-note", data: { testid: "count" },
  });
  const unit = select("unit", words.units);
  unit.setAttribute("aria-label", words.unit);
  const told = note("", "count-note");
  const element = h("div", { class: "field" }, h("label", { for: "count" }, words.length),
    h("div", { class: "stepper" },
      button([icon("minus"), hidden(words.fewer)], { class: "plain", press: () => step(-1) }), count,
      button([icon("plus"), hidden(words.more)], { class: "plain", press: () => step(1) }), unit),
    told);

  let before = unit.value;
  unit.addEventListener("change", () => {
    // A number of questions makes no sense as minutes: the other unit begins with a usual value.
    if (unit.value !== before) count.value = usual[unit.value];
    before = unit.value;
  });

  const limit = () => (unit.value === "minutes" ? mostMinutes : most());

  function step(by) {
    const n = Number.parseInt(count.value, 10) || 0;
    const width = unit.value === "minutes" ? 5 : 1;
    count.value = Math.min(limit(), Math.max(1, (by < 0 ? Math.ceil(n / width) - 1 : Math.floor(n / width) + 1) * width));
    changed();
  }

  return {
    element,

    get isTimed() { return unit.value === "minutes"; },

    get isGood() {
      const n = Number(count.value);
      return Number.isInteger(n) && n >= 1 && n <= limit();
    },

    /** The fields of the set-up: a count, or a limit. */
    get fields() {
      if (!this.isGood) return {};
      const n = Number(count.value);
      return this.isTimed ? { limit: { per: "interview", seconds: n * 60 } } : { count: n };
    },

    /** A set-up with a limit and no count is minutes long. */
    set fields({ count: questions, limit }) {
      if (questions) count.value = questions;
      else if (limit?.per === "interview") {
        unit.value = before = "minutes";
        count.value = Math.max(1, Math.round(limit.seconds / 60));
      }
    },

    /** @param available how many questions there are in the choice; @param mode of the interview */
    tell(available, mode) {
      count.max = limit();
      if (this.isGood) count.removeAttribute("aria-invalid");
      const isScarce = available > 0 && Number(count.value) > available;
      told.classList.toggle("error", !this.isGood);
      if (!this.isGood) setText(told, this.isTimed ? words.badMinutes(limit()) : words.badCount(limit()));
      else setText(told, this.isTimed ? words.timed(mode) : isScarce ? words.onlySo(available) : "");
    },

    complain() {
      count.setAttribute("aria-invalid", "true");
      count.focus();
    },
  };
}
