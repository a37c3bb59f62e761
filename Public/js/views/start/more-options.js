// What most interviews leave as it is: order, pace, the seed.

import { h, setText } from "../../dom.js";
import { texts } from "../../texts.js";
import { field, note, select, tick } from "../parts/fields.js";
import { shareLink } from "./share.js";
import { weightFields } from "./weights.js";

const words = texts.start;

/** @param link gives the address with all choices in it */
export function moreOptions({ link: address }) {
  const order = select("order", words.orders);
  const pace = select("pace", words.paces);
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
      field(words.order, order), field(words.pace, pace), field(words.seed, seed, note(words.seedHint)),
      points.element, fresh.element, weights.element, link.element));

  return {
    element,

    get fields() {
      return {
        order: order.value, pace: pace.value, score: points.box.checked ? "points" : "coverage",
        fresh: fresh.box.checked, weights: weights.value, seed: seed.value.trim(),
      };
    },

    set fields(setup) {
      order.value = setup.order ?? "mixed";
      pace.value = setup.pace ?? (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "natural");
      points.box.checked = setup.score === "points";
      fresh.box.checked = setup.fresh ?? false;
      weights.value = setup.weights;
      seed.value = setup.seed ?? "";
      // What differs from the usual should be seen by whoever came by a link.
      const isUsual = (setup.order ?? "mixed") === "mixed" && setup.score !== "points"
        && !setup.fresh && !setup.weights && !setup.seed;
      element.open = !isUsual;
    },

    /** @param topics that questions are drawn from */
    tell({ topics, isOwn }) {
      weights.show(topics);
      setText(freshNote, seed.value.trim() ? words.freshAndSeed : words.freshHint);
      link.tell({ hasSeed: seed.value.trim() !== "", isOwn });
    },
  };
}
