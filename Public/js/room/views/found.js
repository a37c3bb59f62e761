// The points of a mark as a list: points of which some are enough stand in one box, and count once.

import { h } from "../../dom.js";
import { groupsOf } from "../../points.js";
import { texts } from "../texts.js";

const words = texts.board;

/** The points to show of a mark: a misconception only where it is held. */
export const shownPoints = (mark) => mark.points.filter(({ misconception, verdict }) => !misconception || verdict === "held");

/** @param itemOf makes the item of one point */
export function foundList(mark, itemOf) {
  const groups = groupsOf(mark).filter(({ members }) => members.length > 0);
  const groupOf = (point) => groups.find(({ members }) => members.includes(point));
  return h("ul", { class: "found" }, shownPoints(mark).map((point) => {
    const group = groupOf(point);
    if (!group) return itemOf(point);
    if (group.members[0] !== point) return null;
    return h("li", { class: "found-group", data: { testid: "found-group", complete: String(group.isComplete) } },
      h("p", {}, h("strong", {}, words.group(group.needed, group.members.length)), h("span", { class: "verdict" }, ` ${words.groupSaid(group.said.length)}`)),
      h("ul", { class: "found" }, group.members.map(itemOf)));
  }));
}
