// "Any 2 of 4": one box for points of which some are enough. What was said stands in it, what is not needed in a line,
// and what may still be said is counted until it is asked for.

import { h } from "../../dom.js";
import { withBankWords } from "../../bank-language.js";
import { texts } from "../../texts.js";

const words = texts.feedback.group;

/** @param question it belongs to; @param itemOf makes the item of one point; @param missing ids of the points that are kept back */
export function groupItem({ needed, members, said, isComplete }, { question, itemOf, missing }) {
  const rest = members.filter((point) => !said.includes(point));
  const partly = rest.filter(({ verdict }) => verdict === "partial" || verdict === "contradicted");
  const open = rest.filter((point) => !partly.includes(point) && !missing.has(point.id));
  // Of a complete group nothing is missing, so its other points are no secret and no reproach.
  const shown = isComplete ? said : [...said, ...partly, ...open];
  const left = isComplete ? 0 : needed - said.length;
  return h("li", { class: "point-group", data: { testid: "point-group", complete: String(isComplete) } },
    h("p", { class: "group-title" }, h("strong", {}, words.title(needed, members.length)), h("span", { class: "verdict" }, ` ${words.said(said.length)}`)),
    shown.length ? h("ul", { class: "points" }, shown.map(itemOf)) : null,
    isComplete && rest.length ? h("p", { class: "note", dir: "auto" }, withBankWords((heads) => words.notNeeded([heads]), rest.map(({ head }) => head).join("; "), question)) : null,
    left > 0 && rest.some(({ id }) => missing.has(id)) ? h("p", { class: "note" }, words.left(left)) : null);
}
