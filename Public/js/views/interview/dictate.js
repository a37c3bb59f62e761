// The button that lets somebody speak their answer into a text field.

import { h, button, setBusy, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { ask } from "../../dialog.js";
import { Dictation, canDictate, listener } from "../../dictation.js";
import { texts } from "../../texts.js";

const words = texts.dictation;

/**
 * @param field.text the text field
 * @param field.lang gives the language that the question is in
 * @param field.changed called after words were put into it
 */
export function dictationButton(app, { text, lang, changed }) {
  const line = h("p", { class: "note dictation", hidden: true, data: { testid: "dictation" } });
  if (!canDictate) return { button: null, line: null, stop() {}, update() {} };
  const dictation = new Dictation({ heard, ended });
  let interim = "";
  const press = button(words.start, {
    class: "plain", "aria-pressed": "false", data: { testid: "dictate", key: "d" }, press: toggle,
  });

  async function toggle() {
    if (dictation.isListening) return dictation.stop();
    if (app.store.settings().dictation !== true) {
      const { title, where, agree: proceed } = words;
      const agreed = await ask({ title, text: where[listener()], proceed, stay: texts.dialog.cancel });
      if (!agreed) return;
      app.store.saveSettings({ dictation: true });
    }
    app.reader.stop();
    try {
      dictation.start(lang());
      app.dictating = part;
      show(words.listening);
    } catch {
      ended("failed");
    }
  }

  function heard(words, isFinal) {
    if (!dictation.isListening) return;
    interim = isFinal ? "" : words;
    if (!isFinal) return show(words);
    insert(words);
    show(texts.dictation.listening);
  }

  function insert(words) {
    const { value, selectionStart, selectionEnd } = text;
    const before = value.slice(0, selectionStart);
    const space = before === "" || /\s$/.test(before) ? "" : " ";
    text.setRangeText(space + words.trim(), selectionStart, selectionEnd, "end");
    changed();
  }

  function ended(error) {
    if (app.dictating === part) app.dictating = null;
    press.setAttribute("aria-pressed", "false");
    setText(press, words.start);
    const sentence = error ? words.errors[error] ?? words.errors.failed : "";
    line.hidden = sentence === "";
    setText(line, sentence);
    announce(sentence || words.ended);
  }

  function show(sentence) {
    press.setAttribute("aria-pressed", "true");
    setText(press, words.stop);
    line.hidden = false;
    setText(line, sentence);
  }

  const part = {
    button: press,
    line,
    /** Ends at once; what was heard so far is in the field. */
    stop() {
      if (!dictation.isListening) return;
      if (interim) insert(interim);
      interim = "";
      dictation.abort();
    },
    update(isTaken) { setBusy(press, isTaken); },
  };
  return part;
}
