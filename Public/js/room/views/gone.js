// A room that is not this seat's any more, and one that is still being fetched.

import { h } from "../../dom.js";
import { forgetSeat } from "../seats.js";
import { texts } from "../texts.js";

export function goneView(app) {
  const { room } = app;
  const [title, sentence] = texts.gone[room.reason] ?? texts.gone.unknown;
  if (room.reason !== "removed") forgetSeat(room.interview);
  return {
    element: h("section", { class: "way-in" }, h("h1", {}, title), h("p", { class: "lede" }, sentence),
      h("p", { class: "actions" }, h("a", { class: "button primary", href: `room.html#${room.code ?? ""}` }, texts.gone.join))),
    title: () => title,
    update() {},
  };
}

export function loadingView() {
  return {
    element: h("section", {}, h("p", { class: "lede", role: "status" }, texts.loading)),
    title: () => texts.loading,
    update() {},
  };
}
