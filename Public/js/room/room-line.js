// The room in the page's head: its code for whoever comes late, how many are here, and the way out.

import { h, setText } from "../dom.js";
import { shownCode } from "./seats.js";
import { screenLink } from "./share.js";
import { isHost, people } from "./state.js";
import { texts } from "./texts.js";

const words = texts.line;

/** @param place the element that it goes into */
export function roomLine(app, place) {
  const code = h("strong", { class: "room-line-code", data: { testid: "line-code" } });
  const here = h("span", { class: "note", data: { testid: "line-here" } });
  const screen = h("a", { target: "_blank", rel: "noopener" }, texts.lobby.screen);
  const leave = h("a", { href: "./#", data: { testid: "leave" } }, words.leave);
  place.replaceChildren(code, here, screen, leave);
  return {
    update(isInside) {
      place.hidden = !isInside;
      if (!isInside) return;
      const { room } = app;
      const count = people(room).filter((one) => one.here !== false).length;
      setText(code, shownCode(room.code));
      // Whoever locked it should not wonder why nobody comes.
      setText(here, room.locked && isHost(room) ? words.locked(count) : words.here(count));
      screen.hidden = !isHost(room);
      screen.href = screenLink(room.code);
    },
  };
}
