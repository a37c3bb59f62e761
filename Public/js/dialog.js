// Asks before something is lost. A modal <dialog> brings focus trap, Escape and inertness by itself.

import { h, button } from "./dom.js";

/** Resolves to true when the person goes ahead. The harmless choice has the focus. */
export function ask({ title, text, proceed, stay }) {
  return new Promise((resolve) => {
    const heading = h("h2", { id: "dialog-title" }, title);
    const words = h("p", { id: "dialog-text" }, text);
    const dialog = h("dialog", { "aria-labelledby": "dialog-title", "aria-describedby": "dialog-text" }, heading, words,
      h("div", { class: "actions" },
        button(stay, { class: "primary", autofocus: true, data: { testid: "dialog-stay" }, press: () => dialog.close("") }),
        button(proceed, { class: "plain", data: { testid: "dialog-proceed" }, press: () => dialog.close("proceed") })));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "proceed");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Shows something in a dialog that is only closed again. */
export function show({ title, close, testid }, ...content) {
  const dialog = h("dialog", { "aria-labelledby": "dialog-title", data: { testid } },
    h("h2", { id: "dialog-title" }, title), content,
    h("div", { class: "actions" },
      button(close, { class: "primary", autofocus: true, data: { testid: "dialog-close" }, press: () => dialog.close() })));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
