// The chat beside the room: plain text, told once, in the order of the log.

import { announce } from "../../announce.js";
import { button, h, refill, setBusy, setText } from "../../dom.js";
import { isHost, nameOf } from "../state.js";
import { texts } from "../texts.js";

const words = texts.chat;

export function chatPart(app) {
  const list = h("ol", { class: "chat-list", data: { testid: "chat" } });
  const text = h("input", { type: "text", id: "say", maxlength: 1000, autocomplete: "off", "aria-label": words.label, placeholder: words.label, data: { testid: "say" } });
  const hosts = h("input", { type: "checkbox", id: "to-hosts" });
  const send = h("button", { type: "submit", class: "plain", data: { testid: "say-send" } }, words.send);
  const toHosts = h("label", { class: "switch", for: "to-hosts" }, hosts, words.toHosts);
  const form = h("form", { class: "chat-form", novalidate: true }, text, send, toHosts);
  const summary = h("summary", { data: { testid: "chat-open" } }, words.title);
  const element = h("details", { class: "panel chat" }, summary, list, form);
  let told = app.room.chat.length;
  let before = "";
  /** What was sent and is not there yet: {said, after}, or null. It stays in the field until it is. */
  let pending = null;
  element.addEventListener("toggle", () => {
    if (element.open) told = app.room.chat.length;
    update();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said === "") return;
    if (pending !== null) return;
    pending = { said, after: app.room.chat.length };
    app.ask("say", { text: said, ...(hosts.checked ? { to: "hosts" } : {}) });
  });

  function message(one) {
    const name = nameOf(app.room, one.by, texts.people.screenName);
    const moderate = (label, testid, fields) => button(label, {
      class: "plain small", "aria-label": `${label}: ${name}`, data: { focus: `${one.seq} ${testid}`, testid },
      press: () => app.ask("moderate", { message: one.seq, ...fields }),
    });
    return h("li", { class: "said", data: { pinned: one.pinned ? "true" : null, testid: "said" } },
      h("span", { class: "person-name", dir: "auto" }, name),
      one.to ? h("span", { class: "note" }, ` ${words.private}`) : null, one.pinned ? h("span", { class: "note" }, ` ${words.pinned}`) : null,
      h("p", { class: "said-text", dir: "auto" }, one.takenAway ? h("em", {}, words.takenAway) : one.text),
      isHost(app.room) && !one.takenAway
        ? h("span", { class: "actions" }, moderate(one.pinned ? words.unpin : words.pin, "pin", { pinned: !one.pinned }), moderate(words.takeAway, "take-away", { takenAway: true })) : null);
  }

  function settle() {
    if (pending === null || app.isAsking("say")) return;
    const { seat, chat } = app.room;
    const isThere = chat.slice(pending.after).some(({ by, text: said }) => by === seat && said === pending.said);
    if (isThere && text.value.trim() === pending.said) text.value = "";
    pending = null;
  }

  function update() {
    const { chat, rules, role } = app.room;
    settle();
    setBusy(send, pending !== null);
    element.hidden = rules?.chat === false;
    toHosts.hidden = role === "host";
    const state = JSON.stringify([chat.length, chat.map(({ pinned, takenAway }) => [pinned, takenAway]), role, app.room.seats.size]);
    if (state !== before) {
      before = state;
      const shown = [...chat.filter(({ pinned }) => pinned), ...chat.filter(({ pinned }) => !pinned)];
      refill(list, shown.length ? shown.map(message) : [h("li", { class: "note" }, words.none)]);
      list.scrollTop = list.scrollHeight;
    }
    if (element.open) {
      for (const one of chat.slice(told)) {
        if (one.by !== app.room.seat) announce(`${words.from(nameOf(app.room, one.by))} ${one.text}`);
      }
      told = chat.length;
    }
    const unread = chat.length - told;
    setText(summary, unread > 0 ? `${words.title} (${words.new(unread)})` : words.title);
  }

  return { element, update };
}
