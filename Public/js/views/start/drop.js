// Takes what is dropped anywhere on the page, or pasted outside a field. The sign that it may be let go appears
// while something is held over the page.

import { h } from "../../dom.js";
import { texts } from "../../texts.js";

/** @param isShown false once the view has gone; @param files and @param text take what was dropped or pasted */
export function dropZone(isShown, { files, text }) {
  const sign = h("div", { class: "drop-sign", hidden: true, "aria-hidden": "true" }, h("p", {}, texts.own.drop));
  const end = new AbortController();
  let wasShown = false;
  // Leaving one element for another inside the page is no leaving.
  let depth = 0;

  function listen(event, action) {
    window.addEventListener(event, (one) => {
      wasShown ||= isShown();
      if (isShown() && !document.querySelector("dialog[open]")) action(one);
      else if (wasShown) end.abort();
    }, { signal: end.signal });
  }

  const isUseful = ({ dataTransfer }) => dataTransfer?.types.some((type) => type === "Files" || type === "text/plain");
  const isField = (node) => node.closest?.("input, textarea, select, [contenteditable]");

  listen("dragenter", (event) => {
    if (!isUseful(event)) return;
    depth += 1;
    sign.hidden = false;
  });
  listen("dragleave", (event) => {
    if (!isUseful(event)) return;
    depth = Math.max(0, depth - 1);
    sign.hidden = depth === 0;
  });
  listen("dragover", (event) => {
    // Else the browser would leave the page for the file.
    if (isUseful(event)) event.preventDefault();
  });
  listen("drop", (event) => {
    depth = 0;
    sign.hidden = true;
    const { dataTransfer } = event;
    if (!isUseful(event) || (dataTransfer.files.length === 0 && isField(event.target))) return;
    event.preventDefault();
    if (dataTransfer.files.length) files(dataTransfer.files);
    else text(dataTransfer.getData("text/plain"));
  });
  listen("paste", (event) => {
    const { clipboardData } = event;
    // Spreadsheets put a picture of the cells beside their text.
    if (clipboardData?.files.length && !clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      return files(clipboardData.files);
    }
    if (isField(event.target)) return;
    const pasted = clipboardData?.getData("text/plain") ?? "";
    if (!pasted.trim()) return;
    event.preventDefault();
    text(pasted);
  });
  return sign;
}
