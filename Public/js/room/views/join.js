// The way into a room: its code and a name.

import { announce } from "../../announce.js";
import { h, setBusy, setText } from "../../dom.js";
import { field, note, tick } from "../../views/parts/fields.js";
import { lastName, seatByCode, shownCode } from "../seats.js";
import { texts } from "../texts.js";

const words = texts.join;

export function joinView(app, way) {
  const input = (id, attributes) => h("input", { type: "text", id, autocomplete: "off", data: { testid: id }, ...attributes });
  const known = way.code ? seatByCode(way.code) : null;
  const code = input("code", { class: "code-field", autocapitalize: "none", spellcheck: "false", maxlength: 24, value: shownCode(way.code) });
  const name = input("name", { maxlength: 40, autocomplete: "nickname", value: known?.name ?? lastName() });
  const realName = input("real-name", { maxlength: 80 });
  const password = input("room-password", { maxlength: 100 });
  const watch = tick("watch", words.watch, note(words.watchNote));
  const error = h("p", { class: "error", role: "alert", data: { testid: "join-error" } });
  const send = h("button", { type: "submit", class: "primary large", data: { testid: "enter" } }, words.enter);
  const nameField = field(words.name, name, note(words.nameNote));
  const more = h("details", {}, h("summary", {}, texts.host.more), h("div", { class: "stack" },
    field(words.realName, realName, note(words.realNameNote)), field(words.password, password, note(words.passwordNote)), watch.element));
  const form = h("form", { class: "panel stack way-in-form", novalidate: true },
    field(words.code, code, note(words.codeNote)), nameField, more, error, h("div", { class: "actions" }, send));
  const element = h("section", { class: "way-in" }, h("h1", {}, words.title), h("p", { class: "lede" }, words.lede), form);
  // A screen only watches, whatever else it is asked for.
  watch.box.checked = way.view === "screen";
  const showName = () => { nameField.hidden = watch.box.checked; };
  watch.box.addEventListener("change", showName);
  showName();

  function complain(sentence, control) {
    setText(error, sentence);
    for (const one of [code, name]) one.toggleAttribute("aria-invalid", false);
    control?.setAttribute("aria-invalid", "true");
    control?.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (app.isEntering) return;
    if (code.value.trim() === "") return complain(words.noCode, code);
    if (name.value.trim() === "" && !watch.box.checked) return complain(words.noName, name);
    complain("", null);
    app.join(code.value, {
      name: watch.box.checked ? undefined : name.value.trim(), realName: realName.value.trim(),
      password: password.value, role: watch.box.checked ? "spectator" : "candidate",
    });
  });

  let told = null;
  if (way.isLost) setText(error, texts.gone.unknown[1]);
  return {
    element,
    title: () => words.title,
    update() {
      setBusy(send, app.isEntering);
      setText(send, app.isEntering ? words.entering : words.enter);
      if (app.refusal === told) return;
      told = app.refusal;
      if (!told) return;
      const sentence = texts.refusals[told.code] ?? told.message;
      if (told.code === "wrongPassword") more.open = true;
      complain(sentence, { nameTaken: name, badName: name, wrongPassword: password }[told.code] ?? code);
      announce(sentence);
    },
  };
}
