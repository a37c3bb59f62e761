// The ways through the site, beside its name; those to rooms where the server opens them. Inside an interview there is
// nothing to wander off to.

import { h } from "./dom.js";
import { texts } from "./texts.js";

/** Where each way leads, from the site's own folder. */
export const ways = { practise: "./#", join: "room.html", host: "room.html#host", transcripts: "transcripts" };

/** @param place the element that they go into */
export function navigation(place) {
  const links = new Map(Object.entries(ways).map(([name, href]) =>
    [name, h("a", { href, data: { testid: `nav-${name}` } }, texts.doors[name].nav)]));
  place.setAttribute("aria-label", texts.doors.label);
  place.replaceChildren(...links.values());
  return {
    /**
     * @param current the way that is shown, or null where none is; @param areThere whether the ways are shown
     * @param hosts whether the server opens rooms
     */
    show(current, areThere, hosts = true) {
      place.hidden = !areThere;
      for (const name of ["join", "host"]) links.get(name).hidden = !hosts;
      for (const [name, link] of links) {
        if (name === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
    },
  };
}
