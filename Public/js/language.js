// The language of the page around the views: what index.html says without JavaScript, and the choice in the footer.

import { h } from "./dom.js";
import { chooseLanguage, language, languages, texts } from "./texts.js";

/** @param mayLeave asks whether the page may be loaded anew, where that would lose something */
export function showLanguage(mayLeave) {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = node.dataset.text.split(".").reduce((words, key) => words[key], texts);
  }
  document.querySelector('meta[name="description"]').content = texts.description;
  const place = document.getElementById("language-choice");
  const select = place.querySelector("select");
  place.querySelector("label").textContent = texts.language;
  // Each in its own language: whoever needs it reads that one.
  select.append(...Object.entries(languages).map(([name, title]) => h("option", { value: name, lang: name }, title)));
  select.value = language;
  select.addEventListener("change", async () => {
    // All views were built with the old words. Seats and drafts are kept, so a new page ends in the same place.
    if (await mayLeave() && chooseLanguage(select.value)) location.reload();
    else select.value = language;
  });
  place.hidden = false;
}
