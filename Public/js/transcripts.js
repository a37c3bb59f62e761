// What changes something on the server's pages goes over the WebSocket. Without this script they are for reading.

import { browsersPage } from "./page/browsers.js";
import { downloadLink } from "./page/download.js";
import { eraseButton } from "./page/erase.js";
import { notes } from "./page/notes.js";
import { shareButton, unshareButton } from "./page/share.js";

const language = document.documentElement.lang;
const { texts } = await (language === "de" ? import("./texts/pages/de.js") : import("./texts/pages/en.js"));

for (const place of document.querySelectorAll("[data-share]")) shareButton(place, texts.shares);
for (const place of document.querySelectorAll("[data-unshare]")) unshareButton(place, texts.shares);
for (const place of document.querySelectorAll("[data-erase]")) eraseButton(place, texts.transcripts);
for (const transcript of document.querySelectorAll("[data-noted-interview], [data-noted-link]")) notes(transcript, texts.notes);
for (const link of document.querySelectorAll("[data-download]")) downloadLink(link, texts.download);
if (document.querySelector(".browsers-page")) browsersPage(texts.browsers);
