// The documents that this browser keeps, each to be practised on again with one press, or to be forgotten.

import { h, button } from "../../dom.js";
import { announce } from "../../announce.js";
import { language, texts } from "../../texts.js";

const words = texts.own;
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

/** @param use sends one to the server again */
export function keptDocuments(shelf, { use }) {
  const list = h("ul", { class: "lines" });
  const element = h("div", { class: "kept-documents", hidden: true, data: { testid: "own-kept" } }, h("h3", {}, words.kept), list);
  let shown = null;

  const line = (document) => h("li", {},
    button(document.name, { class: "quiet", dir: "auto", "aria-label": words.useKept(document.name), data: { testid: "own-use-kept" }, press: () => use(document) }),
    h("span", { class: "note" }, day.format(document.at)),
    button(words.forget, {
      class: "plain small", "aria-label": words.forgetKept(document.name), data: { testid: "own-forget-kept" },
      press: async () => {
        await shelf.forget(document);
        announce(words.forgotten(document.name));
        element.closest("details")?.querySelector("summary").focus();
      },
    }));

  return {
    element,
    update(isOffered) {
      element.hidden = !isOffered || shelf.documents.length === 0;
      if (shown === shelf.documents) return;
      shown = shelf.documents;
      list.replaceChildren(...shown.map(line));
    },
  };
}
