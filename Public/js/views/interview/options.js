// What a person may set for themselves: the voice that reads aloud, and the shortcuts. Kept on this device.

import { h } from "../../dom.js";
import { show } from "../../dialog.js";
import { showKeys } from "../../keys.js";
import { texts } from "../../texts.js";

const words = texts.options;

/** Opens the options of an interview. */
export function showOptions(app) {
  const { title, close } = words;
  show({ title, close, testid: "options" }, app.reader.isAvailable ? voice(app) : null, keyboard(app.store));
}

/** Opens the list of shortcuts alone. */
export function showHelp(app) {
  show({ title: words.keyboard, close: words.close, testid: "help" }, keyList(), keySwitch(app.store));
}

function voice(app) {
  const { reader, store } = app;
  const choice = h("select", { id: "voice", data: { testid: "voice" } }, reader.voices.map(({ voiceURI, name, lang }) =>
    h("option", { value: voiceURI }, `${name} (${lang})`)));
  choice.value = reader.voice.voiceURI;
  const rate = h("input", { type: "range", id: "rate", min: 0.5, max: 2, step: 0.1, value: reader.rate, data: { testid: "rate" } });
  const shown = h("output", { for: "rate" }, words.times(reader.rate));
  choice.addEventListener("change", () => store.saveSettings({ voice: choice.value }));
  rate.addEventListener("input", () => {
    store.saveSettings({ rate: Number(rate.value) });
    shown.textContent = words.times(reader.rate);
  });
  return h("section", { class: "option" }, h("h3", {}, words.voice), h("p", { class: "note" }, words.voiceNote),
    h("div", { class: "field" }, h("label", { for: "voice" }, words.whichVoice), choice),
    h("div", { class: "field" }, h("label", { for: "rate" }, words.rate), h("div", { class: "rate" }, rate, shown)));
}

function keyboard(store) {
  return h("section", { class: "option" }, h("h3", {}, words.keyboard), keySwitch(store),
    h("details", {}, h("summary", {}, words.allKeys), keyList()));
}

function keySwitch(store) {
  const box = h("input", { type: "checkbox", data: { testid: "shortcuts" } });
  box.checked = store.settings().shortcuts !== false;
  box.addEventListener("change", () => {
    store.saveSettings({ shortcuts: box.checked });
    showKeys(store);
  });
  return h("label", { class: "switch" }, box, h("span", {}, words.shortcuts));
}

function keyList() {
  return h("dl", { class: "keys" }, words.keys.map(([keys, what]) => h("div", {},
    h("dt", {}, h("kbd", {}, keys)), h("dd", {}, what))));
}
