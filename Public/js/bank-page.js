// Tells the author of the bank that something is wrong with a question. Without this script the page is for reading.

import { button, h } from "./dom.js";
import { request } from "./one-request.js";

const language = document.documentElement.lang;
const { bank: words } = (await (language === "de" ? import("./texts/pages/de.js") : import("./texts/pages/en.js"))).texts;
const longestNote = 500;

/** @param place where the form goes; its `data-flag` names a question */
function flagForm(place) {
  const fault = h("select", { id: "fault", data: { testid: "fault" } },
    Object.entries(words.faults).map(([value, text]) => h("option", { value }, text)));
  const note = h("textarea", { id: "note", rows: 2, maxlength: longestNote, data: { testid: "flag-note" } });
  const said = h("p", { class: "note", role: "status", data: { testid: "flag-said" } });
  const send = button(words.send, { class: "plain small", data: { testid: "flag-send" }, press: async () => {
    said.textContent = words.sending;
    const text = note.value.trim();
    const reply = await request({ type: "flag", question: place.dataset.flag, fault: fault.value, ...(text ? { note: text } : {}) });
    const isKept = reply?.type === "flagged";
    said.textContent = isKept ? words.sent : words.failed;
    if (isKept) note.value = "";
  } });
  place.append(h("details", { class: "folded", data: { testid: "flag" } }, h("summary", {}, words.title),
    h("p", { class: "note" }, words.rule),
    h("div", { class: "field" }, h("label", { for: "fault" }, words.fault), fault),
    h("div", { class: "field" }, h("label", { for: "note" }, words.note), note),
    h("div", { class: "actions" }, send), said));
}

for (const place of document.querySelectorAll("[data-flag]")) flagForm(place);
