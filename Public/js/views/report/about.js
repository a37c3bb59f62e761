// What the interview was: when, on what, how, and by which seed, with a link to the same again.

import { withTitles } from "../../bank-language.js";
import { h } from "../../dom.js";
import { setupFragment } from "../../setup.js";
import { language, texts } from "../../texts.js";

const day = new Intl.DateTimeFormat(language, { dateStyle: "long" });

/** @param setup of the interview; @param again the set-up that gives the same one once more */
export function aboutLine(setup, again) {
  if (!setup) return null;
  const { at, topics = [], mode = "coached", seed, purpose } = setup;
  const date = new Date(at);
  const isDrawn = purpose === undefined || purpose === "drawn";
  const parts = [
    Number.isNaN(date.getTime()) ? null : day.format(date),
    texts.start.purposes[purpose] ?? (topics.length > 3 ? texts.report.topics(topics.length)
      : topics.length ? withTitles((titles) => titles.join(", "), topics) : null),
    texts.start.modes[mode][0],
  ].filter(Boolean);
  return h("p", { class: "note about", dir: "auto", data: { testid: "about" } },
    parts.flatMap((part, i) => [i > 0 ? " · " : "", part]),
    seed && isDrawn ? [" · ", h("a", { href: setupFragment(again), data: { testid: "seed-link" } }, texts.report.seed(seed))] : null);
}
