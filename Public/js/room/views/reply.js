// What the interviewer asks back, and the reply to it: it counts together with the answer before it.

import { announce } from "../../announce.js";
import { h, setBusy, setText } from "../../dom.js";
import { draft, saveDraft } from "../seats.js";
import { isRevealed, mayAnswer, openProbe } from "../state.js";
import { texts } from "../texts.js";

const words = texts.question;

export function replyPart(app) {
  const asks = h("p", { class: "asked-back", dir: "auto", data: { testid: "probe-text" } });
  const text = h("textarea", {
    id: "room-reply", rows: 2, dir: "auto", maxlength: 20_000, spellcheck: "true", data: { testid: "reply" },
  });
  const send = h("button", { type: "submit", class: "primary", data: { testid: "send-reply" } }, words.sendReply);
  const form = h("form", { class: "answer-form reply-form", novalidate: true },
    h("label", { for: "room-reply", class: "answer-label" }, words.reply), text, h("div", { class: "actions" }, send));
  const element = h("section", { class: "reply-part", hidden: true }, asks, form);
  let shown = "";

  const name = () => `${app.room.question.index}.reply`;
  const sending = () => app.sending(app.room.question.index, true);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  text.addEventListener("input", () => {
    saveDraft(app.room.interview, name(), text.value);
    app.whisper("writing");
  });

  function submit() {
    if (sending()) return;
    if (text.value.trim() !== "") return app.answer(text.value, { isReply: true });
    announce(words.empty);
    text.focus();
  }

  return {
    element,
    /** True while there is something to reply to. */
    get isOpen() { return !element.hidden; },
    /** Sends what is written, as the time is up. */
    sendInTime() { if (!element.hidden && text.value.trim() !== "") submit(); },
    update() {
      const { room } = app;
      const isOwn = room.rules?.progression === "own";
      const probe = mayAnswer(room) && !room.finished && !(isRevealed(room) && !isOwn) ? openProbe(room, room.question.index) : null;
      element.hidden = probe === null;
      const state = probe ? `${room.question.index} ${probe.attempt} ${probe.point}` : "";
      if (state !== shown) {
        shown = state;
        if (!probe) return;
        setText(asks, words.asks(probe.text));
        text.value = sending()?.text ?? draft(room.interview, name());
        announce(words.asks(probe.text));
      }
      text.readOnly = sending() !== null;
      setBusy(send, sending() !== null);
    },
  };
}
