// Makes links to a transcript, and takes them back.

import { button, h } from "../dom.js";
import { request } from "../one-request.js";
import { MadeLink } from "./made-link.js";
import { newSecret } from "./secret.js";

function choice(name, label, options) {
  return h("span", { class: "filter" }, h("label", { class: "note", for: name }, label),
    h("select", { id: name }, ...options.map(([value, title]) => h("option", { value }, title))));
}

/** @param place where it goes; its `data-share` names an interview, `data-site` the way to the site's root */
export function shareButton(place, words) {
  const interview = place.dataset.share;
  const panel = h("div", { class: "share-panel panel", data: { testid: "share-panel" } });
  const said = h("p", { class: "note", role: "status" });
  // Drawn once for each link: pressed again after a lost connection it is the same link.
  let secret = newSecret();
  const rights = choice("share-rights", words.rights, [["", words.read], ["comment", words.comment]]);
  const days = choice("share-days", words.expires, [["7", words.days(7)], ["30", words.days(30)], ["365", words.days(365)], ["", words.never]]);
  const link = new MadeLink("share-link", words, said);
  async function make() {
    said.textContent = words.making;
    const wanted = panel.querySelector("#share-days").value;
    const reply = await request({
      type: "share", interview, secret, ...(panel.querySelector("#share-rights").value ? { comment: true } : {}),
      ...(wanted ? { days: Number(wanted) } : {}),
    });
    if (reply?.type !== "shared") {
      said.textContent = reply?.code === "busy" ? words.tooMany : words.failed;
      return;
    }
    said.textContent = words.made;
    link.show(new URL(`${place.dataset.site}shared/${secret}`, location.href).href);
    secret = newSecret();
  }
  panel.append(h("div", { class: "tools start" }, rights, days, button(words.make, { class: "primary small", data: { testid: "share-make" }, press: make })),
    link.node, said, h("p", {}, h("a", { href: `${place.dataset.site}shares` }, words.all)));
  panel.hidden = true;
  const opener = button(words.share, { class: "plain small", data: { testid: "share" }, press: () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) panel.querySelector("select").focus();
  } });
  opener.setAttribute("aria-expanded", "false");
  place.append(opener);
  place.closest(".tools").after(panel);
}

/** @param place where the button goes; its `data-unshare` names a link */
export function unshareButton(place, words) {
  const said = h("span", { class: "note", role: "status" });
  place.append(button(words.takeBack, { class: "plain small", data: { testid: "unshare" }, press: async () => {
    const reply = await request({ type: "unshare", share: place.dataset.unshare });
    if (reply?.type === "unshared" || reply?.code === "notFound") {
      location.reload();
    } else {
      said.textContent = words.failed;
    }
  } }), " ", said);
}
