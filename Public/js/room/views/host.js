// Opening a room: what it is about and how it goes.

import { announce } from "../../announce.js";
import { h, setBusy, setText } from "../../dom.js";
import { field, note, radios, select, tick } from "../../views/parts/fields.js";
import { lastName, saveName } from "../seats.js";
import { texts } from "../texts.js";

const words = texts.host;

export function hostView(app) {
  const name = h("input", { type: "text", id: "host-name", maxlength: 40, autocomplete: "nickname", value: lastName(), data: { testid: "host-name" } });
  const topics = h("div", { class: "chips", role: "group", "aria-label": words.topics, data: { testid: "host-topics" } });
  const count = h("input", { type: "number", id: "host-count", min: 1, max: 60, value: 5, data: { testid: "host-count" } });
  const difficulty = select("host-difficulty", words.difficulties);
  const time = select("host-time", words.times);
  time.value = "180";
  const progression = radios("progression", words.progression, words.progressions);
  progression.value = "host";
  const form = radios("form", words.form, words.forms);
  form.value = "everyone";
  const hidden = tick("names-hidden", words.namesHidden);
  const chat = tick("chat-on", words.chat);
  chat.box.checked = true;
  const advances = tick("advances", words.advances);
  const answers = select("answers-shown", words.answersChoices);
  answers.value = "reveal";
  const password = h("input", { type: "text", id: "host-password", maxlength: 100, autocomplete: "off", data: { testid: "host-password" } });
  const key = h("input", { type: "password", id: "host-key", maxlength: 200, autocomplete: "off", data: { testid: "host-key" } });
  const keyField = field(words.key, key, note(words.keyNote));
  const error = h("p", { class: "error", role: "alert", data: { testid: "host-error" } });
  const open = h("button", { type: "submit", class: "primary large", data: { testid: "open-room" } }, words.open);
  const element = h("section", { class: "way-in" }, h("h1", {}, words.title), h("p", { class: "lede" }, words.lede),
    h("form", { class: "stack host-form", novalidate: true, on: { submit } },
      h("div", { class: "panel stack" },
        field(words.name, name), keyField,
        h("div", { class: "field" }, h("p", { class: "label" }, words.topics, h("span", { class: "note" }, ` ${words.topicsNote}`)), topics),
        h("div", { class: "row" }, field(words.count, count), field(words.difficulty, difficulty), field(words.time, time))),
      h("div", { class: "panel stack" }, progression.element, form.element,
        h("details", {}, h("summary", {}, words.more), h("div", { class: "stack" }, hidden.element, chat.element, advances.element,
          field(words.answers, answers), field(words.password, password, note(texts.join.passwordNote))))),
      error, h("div", { class: "actions" }, open)));
  const pressed = new Set();
  let shownBank = null;
  let told = null;

  function showTopics(bank) {
    if (!bank || bank.hash === shownBank) return;
    shownBank = bank.hash;
    pressed.clear();
    topics.replaceChildren(...bank.topics.map(({ id, title }) => {
      const chip = h("button", { type: "button", class: "chip", "aria-pressed": "false", dir: "auto", data: { testid: `host-topic-${id}` } }, title);
      chip.addEventListener("click", () => {
        if (!pressed.delete(id)) pressed.add(id);
        chip.setAttribute("aria-pressed", String(pressed.has(id)));
      });
      return chip;
    }));
  }

  function complain(sentence, control) {
    setText(error, sentence);
    control?.focus();
  }

  function submit(event) {
    event.preventDefault();
    if (app.isEntering) return;
    const seconds = Number(time.value);
    if (name.value.trim() === "") return complain(texts.join.noName, name);
    if (progression.value === "deadline" && seconds === 0) return complain(words.needsTime, time);
    if (progression.value === "own" && form.value === "hotSeat") return complain(words.noHotSeatAlone, null);
    complain("", null);
    saveName(name.value.trim());
    const wanted = Math.min(60, Math.max(1, Math.round(Number(count.value)) || 5));
    app.host({
      topics: [...pressed], count: wanted, pace: "fast", mode: "coached",
      ...(difficulty.value === "any" ? {} : { difficulty: difficulty.value }),
      ...(seconds ? { limit: { per: "question", seconds } } : {}),
      room: {
        progression: progression.value, form: form.value, names: hidden.box.checked ? "hidden" : "shown",
        chat: chat.box.checked, answers: answers.value, advances: advances.box.checked, name: name.value.trim(),
        ...(password.value ? { password: password.value } : {}),
        ...(app.welcome?.hosting === "key" ? { key: key.value } : {}),
      },
    });
  }

  return {
    element,
    title: () => words.title,
    update() {
      showTopics(app.welcome?.bank);
      keyField.hidden = app.welcome?.hosting !== "key";
      setBusy(open, app.isEntering);
      setText(open, app.isEntering ? words.opening : words.open);
      if (app.refusal === told) return;
      told = app.refusal;
      if (!told) return;
      const sentence = texts.refusals[told.code] ?? told.message;
      complain(sentence, told.code === "wrongKey" ? key : null);
      announce(sentence);
    },
  };
}
