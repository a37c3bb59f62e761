// Shortcuts of a single key. They never act while something is being written, and can be turned off.

/** Follows the keyboard: a key presses the visible control that names it in `data-key`, "?" asks for help. */
export function listenForKeys(store, help) {
  document.addEventListener("keydown", (event) => {
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

function isWriting(node) {
  return node instanceof Element && node.closest("input, textarea, select, [contenteditable]") !== null;
}
