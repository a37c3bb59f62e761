// A place to write an answer in: grows with its text, keeps the draft at every keystroke, and always says in words
// where the text is.

import { h, setBusy, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { replyTo } from "../../store.js";
import { texts } from "../../texts.js";
import { dictationButton } from "./dictate.js";

const words = texts.interview;
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * @param field.index the question it answers
 * @param field.isReply whether it replies to the follow-up question
 * @param field.id of the text field; @param field.rows its least height
 * @param field.start what it begins with where there is no draft
 * @param field.buttons to stand beside the one that sends
 */
export function writingField(app, { index, isReply = false, id, label, rows, start = "", send: sendLabel, buttons = [] }) {
  const name = isReply ? replyTo(index) : index;
  const testid = isReply ? "reply" : "answer";
  const text = h("textarea", {
    id, rows, dir: "auto", placeholder: words.placeholder, spellcheck: "true",
    "aria-describedby": `${id}-status ${id}-shortcut`, data: { testid, key: isReply ? "f" : "a" },
  });
  text.value = app.candidate.sending(index, isReply)?.text || app.candidate.draft(name) || start;
  const status = h("p", { class: "status", id: `${id}-status`, data: { testid: isReply ? "reply-status" : "status" } });
  const left = h("p", { class: "left", hidden: true });
  const send = h("button", {
    type: "submit", class: "primary", data: { testid: isReply ? "send-reply" : "send" },
  }, sendLabel);
  const [before, keys, after] = words.shortcut(isApple ? "⌘ + Enter" : `${words.control} + Enter`);
  const dictate = dictationButton(app, { text, lang: () => app.interview.questions[index]?.lang ?? "en", changed: () => written() });
  const element = h("form", { class: "answer-form", novalidate: true },
    h("label", { for: id, class: "answer-label" }, label),
    text,
    h("div", { class: "below" }, status, left),
    dictate.line,
    h("div", { class: "actions" }, send, dictate.button, buttons,
      h("p", { class: "note shortcut", id: `${id}-shortcut` }, before, h("kbd", {}, keys), after)));

  let draft = app.candidate.draft(name);
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
  text.addEventListener("input", () => written());

  function written() {
    refusal = "";
    draft = text.value;
    app.candidate.saveDraft(name, draft);
    grow();
    showState();
  }

  function submit() {
    if (isTaken()) return;
    dictate.stop();
    const limit = app.answerLimit;
    if (text.value.trim() === "") refusal = words.empty;
    else if (text.value.length > limit) refusal = words.tooLong(text.value.length - limit);
    else return app.candidate.answer(index, text.value, { isReply });
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

  /** On its way, or kept while the next question is still to come. */
  function isTaken() {
    return app.candidate.sending(index, isReply) !== null || (isRealistic(app) && attempts().length > 0);
  }

  function attempts() { return app.interview.questions[index]?.attempts ?? []; }

  function showState() {
    const isKept = isTaken() && !app.candidate.sending(index, isReply);
    text.readOnly = isTaken();
    setBusy(send, isTaken());
    const [state, sentence] = isKept
      ? ["kept", texts.status.moving] : stateOfText(app, index, isReply, text.value, start, refusal);
    if (status.dataset.state !== state && ["not-kept", "waiting"].includes(state)) announce(sentence);
    status.dataset.state = state;
    setText(status, sentence);
    dictate.update(isTaken());
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
      // Somebody is writing or sending in another tab, or a refused answer came back.
      const sent = app.candidate.sending(index, isReply)?.text;
      const now = app.candidate.draft(name);
      if (sent ? sent !== text.value : now !== draft && !isTaken()) text.value = sent ?? now;
      draft = now;
      grow();
      showState();
    },
    focus() {
      text.focus();
      text.setSelectionRange(text.value.length, text.value.length);
    },
    leave: () => dictate.stop(),
  };
}

export const isRealistic = (app) => app.interview.setup?.mode === "realistic";

function stateOfText(app, index, isReply, value, start, refusal) {
  const words = texts.status;
  const isPending = app.candidate.sending(index, isReply) !== null;
  const { closed } = app.interview;
  if (refusal) return ["refused", refusal];
  if (isPending && app.isNotKept) return ["not-kept", words.notKept];
  if (isPending) return app.connection.isOnline ? ["sending", words.sending] : ["waiting", words.waiting];
  if (!app.store.isDurable) return ["undurable", words.undurable];
  if (closed?.question === index) return ["late", value === "" || value === start ? words.late : words.lateDraft];
  if (value === "" || value === start) return ["blank", words.blank];
  return ["draft", words.draft];
}
