// The three ways in, of equal rank: practise alone, join a session, host one. They are there where the server opens
// rooms; a server that does not has one way, which needs no door.

import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { ways } from "../../navigation.js";
import { texts } from "../../texts.js";

export function doors(app) {
  const links = Object.entries(ways).filter(([name]) => texts.doors[name].title).map(([name, href]) =>
    h("li", {}, h("a", {
      class: "door", href, "aria-current": name === "practise" ? "page" : null, data: { testid: `door-${name}` },
    }, icon(name), h("span", { class: "door-title" }, texts.doors[name].title),
    h("span", { class: "note" }, texts.doors[name].hint))));
  const element = h("nav", { class: "doors", "aria-label": texts.doors.choose, hidden: true }, h("ul", {}, links));
  return {
    element,
    update() { element.hidden = app.welcome?.hosting === undefined; },
  };
}
