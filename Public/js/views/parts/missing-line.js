// What an answer has not said, in one line: a ring for each point, and the two ways to what they are.

import { h, button, setBusy } from "../../dom.js";
import { groupsOf, hintsFor } from "../../points.js";
import { texts } from "../../texts.js";
import { hintList } from "../interview/hints.js";

const words = texts.feedback;

/**
 * @param held ids of the points that the line stands for
 * @param isOpen whether they are shown below it; then the line stays as it is, so that nothing moves under a pointer
 * @param show has them shown; told whether somebody says to have said one of them
 */
export function missingLine({ mark }, question, { held, isOpen, show }) {
  const inGroups = groupsOf(mark).filter(({ members }) => members.some(({ id }) => held.has(id)));
  const inGroup = new Set(inGroups.flatMap(({ members }) => members.map(({ id }) => id)));
  const count = [...held].filter((id) => !inGroup.has(id)).length
    + inGroups.reduce((sum, { needed, said }) => sum + needed - said.length, 0);
  const open = button(words.openPoints, {
    class: "plain small", "aria-pressed": String(isOpen), data: { testid: "open-points", key: "o", focus: "open points" },
    press: () => show(false),
  });
  const claim = button(texts.rulings.keyPoint.said, {
    class: "quiet small", data: { testid: "claim-missing", focus: "claim missing" }, press: () => show(true),
  });
  for (const control of [open, claim]) setBusy(control, isOpen);
  const hints = mark.points.filter(({ id }) => held.has(id)).flatMap(({ id }) => hintsFor(question, id));
  return h("div", { class: "missing-line", data: { testid: "missing-line" } },
    h("span", { class: "rings", "aria-hidden": "true" }, Array.from({ length: count }, () => h("i"))),
    h("span", {}, words.notFoundYet(count)), open, claim, isOpen ? null : hintList(hints, question));
}
