// Shortcuts of a single key, and the way out of a field to where they act. They never act while something is being
// written, and can be turned off.

import { focusOn } from "./dom.js";

/** Follows the keyboard: a key presses the visible control that names it in `data-key`, "?" asks for help. */
export function listenForKeys(store, help) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) return leaveField(event.target);
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (store.settings().shortcuts === false || isWriting(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      return help();
    }
    const control = [...document.querySelectorAll("main [data-key]")]
      .find((node) => node.dataset.key === event.key && node.getClientRects().length > 0);
    if (!control) return;
    event.preventDefault();
    if (isWriting(control)) control.focus();
    else control.click();
  });
}

/** Says on each control which key presses it, to the eye and to a screen reader; nothing while shortcuts are off. */
export function showKeys(store) {
  const areOn = store.settings().shortcuts !== false;
  document.documentElement.dataset.shortcuts = areOn ? "on" : "off";
  for (const control of document.querySelectorAll("main [data-key]")) {
    if (areOn) control.setAttribute("aria-keyshortcuts", control.dataset.key.toUpperCase());
    else control.removeAttribute("aria-keyshortcuts");
  }
}

/** Escape goes from a text to its question, where single keys act. */
function leaveField(node) {
  const heading = node instanceof HTMLTextAreaElement ? node.closest("main")?.querySelector("h1") : null;
  if (heading) focusOn(heading);
}

function isWriting(node) {
  return node instanceof Element && node.closest("input, textarea, select, [contenteditable]") !== null;
}
