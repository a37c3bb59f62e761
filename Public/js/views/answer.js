// Where the answer is written: grows with its text, keeps the draft at every keystroke, and always says in words
// where the text is.

import { h, button, setBusy, setText } from "../dom.js";
import { announce } from "../announce.js";
import { texts } from "../texts.js";

const words = texts.interview;
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

export function answerForm(app, index, leave) {
  const latest = () => app.session.questions[index]?.attempts.at(-1);
  const attempt = (latest()?.attempt ?? 0) + 1;
  const text = h("textarea", {
    id: "answer", rows: 5, dir: "auto", placeholder: words.placeholder, spellcheck: "true",
    "aria-describedby": "answer-status answer-shortcut", data: { testid: "answer" },
  });
  text.value = app.outbox.find("answer", index)?.text || app.draft(index) || latest()?.text || "";
  const status = h("p", { class: "status", id: "answer-status", data: { testid: "status" } });
  const left = h("p", { class: "left", hidden: true });
  const send = h("button", { type: "submit", class: "primary", data: { testid: "send" } }, words.send);
  const [before, keys, after] = words.shortcut(isApple ? "⌘ + Enter" : "Ctrl + Enter");
  const retreat = latest()
    ? button(words.back, { class: "plain", data: { testid: "back" }, press: () => app.retry(null) })
    : button(words.skip, { class: "plain", data: { testid: "skip" }, press: () => leave("skip") });
  const element = h("form", { class: "answer-form", novalidate: true },
    h("label", { for: "answer", class: "answer-label" }, attempt > 1 ? words.attempt(attempt) : words.answer),
    text,
    h("div", { class: "below" }, status, left),
    h("div", { class: "actions" }, send, retreat,
      h("p", { class: "note shortcut", id: "answer-shortcut" }, before, h("kbd", {}, keys), after)));

  let isNear = false;
  let refusal = "";

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener("keydown", (event) => {
    // Not while an input method is composing a character: its Enter belongs to it.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  text.addEventListener("input", () => {
    refusal = "";
    app.saveDraft(index, text.value);
    grow();
    showState();
  });

  function submit() {
    if (app.outbox.find("answer", index)) return;
    const limit = app.answerLimit;
    if (text.value.trim() === "") refusal = words.empty;
    else if (text.value.length > limit) refusal = words.tooLong(text.value.length - limit);
    else return app.answer(index, text.value);
    showState();
    announce(refusal);
    text.focus();
  }

  // Browsers that size the field by its content need no help.
  function grow() {
    if (CSS.supports("field-sizing", "content")) return;
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight + 2}px`;
  }

  function showState() {
    const pending = app.outbox.find("answer", index) !== null;
    text.readOnly = pending;
    setBusy(send, pending);
    setBusy(retreat, app.outbox.find("skip", index) !== null);
    const [state, sentence] = stateOfText(app, text.value, pending, latest()?.text, refusal);
    if (status.dataset.state !== state && (state === "not-kept" || state === "waiting")) announce(sentence);
    status.dataset.state = state;
    setText(status, sentence);
    showLength();
  }

  function showLength() {
    const remaining = app.answerLimit - text.value.length;
    const near = remaining < app.answerLimit / 10;
    left.hidden = !near;
    if (near) setText(left, remaining < 0 ? words.over(-remaining) : words.left(remaining));
    if (near && !isNear) announce(words.limitNear(app.answerLimit));
    isNear = near;
  }

  return {
    element,
    update() {
      // Another tab wrote a draft, or a refused answer came back: take it over, unless somebody is typing here.
      const draft = app.draft(index);
      if (draft && draft !== text.value && document.activeElement !== text && !text.readOnly) text.value = draft;
      grow();
      showState();
    },
    focus() {
      text.focus();
      text.setSelectionRange(text.value.length, text.value.length);
    },
  };
}

function stateOfText(app, value, isPending, latest, refusal) {
  const words = texts.status;
  if (refusal) return ["refused", refusal];
  if (isPending && app.isNotKept) return ["not-kept", words.notKept];
  if (isPending) return app.connection.isOnline ? ["sending", words.sending] : ["waiting", words.waiting];
  if (!app.store.isDurable) return ["undurable", words.undurable];
  if (value === "" || value === latest) return ["blank", words.blank];
  return ["draft", words.draft];
}
