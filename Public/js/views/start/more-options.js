// What most interviews leave as it is: difficulty, order, pace, time, the seed.

import { h, setText } from "../../dom.js";
import { texts } from "../../texts.js";
import { field, note, select, tick } from "../shared/fields.js";
import { limitField } from "./limit.js";
import { shareLink } from "./share.js";
import { weightFields } from "./weights.js";

const words = texts.start;

/** @param link gives the address with all choices in it */
export function moreOptions({ link: address }) {
  const difficultyNote = note();
  const difficulty = select("difficulty", words.difficulties);
  const order = select("order", words.orders);
  const pace = select("pace", words.paces);
  const limit = limitField();
  const weights = weightFields();
  const points = tick("score-points", words.points, note(words.pointsHint));
  const freshNote = note();
  const fresh = tick("fresh", words.fresh, freshNote);
  const seed = h("input", {
    type: "text", id: "seed", maxlength: 64, autocomplete: "off", spellcheck: "false", autocapitalize: "off",
    data: { testid: "seed" },
  });
  const link = shareLink(address);
  const element = h("details", { class: "more" }, h("summary", {}, words.moreOptions),
    h("div", { class: "options" },
      field(words.difficulty, difficulty, difficultyNote), field(words.order, order), field(words.pace, pace),
      limit.element, points.element, fresh.element, weights.element,
      field(words.seed, seed, note(words.seedHint)), link.element));

  return {
    element,

    get fields() {
      return {
        difficulty: difficulty.value, order: order.value, pace: pace.value, limit: limit.value,
        score: points.box.checked ? "points" : "coverage", fresh: fresh.box.checked, weights: weights.value,
        seed: seed.value.trim(),
      };
    },

    set fields(setup) {
      difficulty.value = setup.difficulty ?? "any";
      order.value = setup.order ?? "mixed";
      pace.value = setup.pace ?? (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "natural");
      // Without a number of questions the limit is the interview's length, and not here.
      limit.value = setup.count || setup.limit?.per === "question" ? setup.limit : null;
      points.box.checked = setup.score === "points";
      fresh.box.checked = setup.fresh ?? false;
      weights.value = setup.weights;
      seed.value = setup.seed ?? "";
      // What differs from the usual should be seen by whoever came by a link.
      const { topics, count, mode, pace: _, limit: length, ...unusual } = setup;
      element.open = Object.keys(unusual).length > 0 || limit.value !== null;
    },

    /** @param mode of the interview; @param isTimed its length is a time; @param topics those that are ticked */
    tell({ mode, isTimed, topics, isOwn }) {
      setText(difficultyNote, words.difficultyRules[difficulty.value] ?? "");
      difficultyNote.hidden = !difficultyNote.textContent;
      limit.tell(mode, isTimed);
      weights.show(topics);
      setText(freshNote, seed.value.trim() ? words.freshAndSeed : words.freshHint);
      link.tell({ hasSeed: seed.value.trim() !== "", isOwn });
    },

    /** True where everything can be used; else goes to what cannot. */
    check(isTimed) {
      if (isTimed || limit.isGood) return true;
      element.open = true;
      limit.complain();
      return false;
    },
  };
}
