// The ways in that a host shows: the link, its picture and the code.

import { shownCode } from "./seats.js";

/** Where somebody joins this room. */
export function joinLink(code) {
  const url = new URL("room.html", document.baseURI);
  url.hash = shownCode(code);
  return url.href;
}

export function screenLink(code) {
  const url = new URL("room.html", document.baseURI);
  url.hash = `screen=${shownCode(code)}`;
  return url.href;
}

/** Where the code is typed, as people say an address. */
export function joinPlace() {
  return new URL("room.html", document.baseURI).href.replace(/^https?:\/\//, "");
}

/** The link's picture comes from the server, which knows the address that the page was asked by. */
export function pictureOf(code) {
  return `qr/${shownCode(code)}.svg`;
}
