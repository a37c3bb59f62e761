// Before the first question: who is here, how others come in, and what will happen.

import { announce } from "../../announce.js";
import { ask } from "../../dialog.js";
import { button, h, setBusy, setText } from "../../dom.js";
import { field } from "../../views/parts/fields.js";
import { shownCode } from "../seats.js";
import { joinLink, pictureOf, screenLink } from "../share.js";
import { candidates, isHost, people } from "../state.js";
import { texts } from "../texts.js";
import { chatPart } from "./chat.js";
import { peopleList } from "./people.js";

const words = texts.lobby;

export function lobbyView(app) {
  const list = peopleList(app);
  const chat = chatPart(app);
  const way = isHost(app.room) ? hostWay(app) : candidateWay(app);
  const here = h("p", { class: "note", data: { testid: "here" } });
  const title = isHost(app.room) ? words.hostTitle : words.title;
  const element = h("section", { class: "lobby" }, h("h1", {}, title),
    h("div", { class: "two" }, way.element, h("div", { class: "panel stack" }, here, list.element)), chat.element);
  let told = people(app.room).length;
  let waiting = null;

  return {
    element,
    title: () => title,
    update() {
      const { length } = people(app.room);
      setText(here, candidates(app.room).length === 0 && isHost(app.room) ? words.alone : words.here(length));
      // To hosts, gathered: at most every five seconds.
      if (isHost(app.room) && length > told && !waiting) {
        waiting = setTimeout(() => {
          const now = people(app.room ?? { seats: new Map() }).length;
          if (now > told) announce(words.joined(now - told));
          told = now;
          waiting = null;
        }, 5000);
      }
      way.update();
      list.update();
      chat.update();
    },
    leave: () => clearTimeout(waiting),
  };
}

function hostWay(app) {
  const { code } = app.room;
  const link = joinLink(code);
  const address = h("input", { type: "text", id: "link", readonly: true, value: link, data: { testid: "room-link" } });
  const copied = h("span", { class: "note", role: "status" });
  const start = button("", { class: "primary large", data: { testid: "start-room" }, press: begin });
  const lock = button("", { class: "plain", data: { testid: "lock" }, press: () => app.ask("lock", { locked: !app.room.locked }) });
  const element = h("div", { class: "panel stack ways" },
    h("img", { class: "qr", src: pictureOf(code), alt: words.qr, width: 200, height: 200, data: { testid: "qr" } }),
    h("p", { class: "code-line" }, h("span", { class: "note" }, `${words.code} `), h("strong", { class: "code", data: { testid: "room-code" } }, shownCode(code))),
    field(words.address, address),
    h("div", { class: "actions" },
      button(words.copy, { class: "plain small", press: copy }), copied,
      h("a", { class: "button plain small", href: screenLink(code), target: "_blank", rel: "noopener", data: { testid: "screen-link" } }, words.screen)),
    h("div", { class: "actions" }, start, lock));

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setText(copied, words.copied);
    } catch {
      address.select();
      setText(copied, words.byHand);
    }
  }

  async function begin() {
    if (app.isAsking("start")) return;
    const [title, text, proceed, stay] = words.startAlone;
    if (candidates(app.room).length > 0 || await ask({ title, text, proceed, stay })) app.ask("start");
  }

  return {
    element,
    update() {
      setText(start, words.start(candidates(app.room).length));
      setBusy(start, app.isAsking("start"));
      setText(lock, app.room.locked ? texts.control.unlock : texts.control.lock);
    },
  };
}

function candidateWay(app) {
  const { room } = app;
  const name = h("input", { type: "text", id: "own-name", maxlength: 40, value: room.seats.get(room.seat)?.name ?? "", data: { testid: "own-name" } });
  const save = h("button", { type: "submit", class: "plain", data: { testid: "save-name" } }, words.save);
  const rename = h("form", { class: "row end", novalidate: true }, field(words.rename, name), save);
  rename.addEventListener("submit", (event) => {
    event.preventDefault();
    if (name.value.trim() && !app.isAsking("change")) app.ask("change", { seat: app.room.seat, name: name.value.trim() });
  });
  let known = name.value;
  return {
    element: h("div", { class: "panel stack" }, h("p", { class: "lede" }, words.waiting),
      h("p", { class: "note" }, words.rule[room.setup?.mode ?? "coached"] ?? words.rule.coached),
      room.rules?.names === "hidden" ? h("p", { class: "note" }, words.hiddenNames) : null,
      room.role === "candidate" ? rename : null),
    update() {
      setBusy(save, app.isAsking("change"));
      const now = app.room.seats.get(app.room.seat)?.name ?? "";
      if (now !== known && document.activeElement !== name) name.value = now;
      known = now;
    },
  };
}
