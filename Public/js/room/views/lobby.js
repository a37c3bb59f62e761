// Before the first question: who is here, how others come in, and what will happen.

import { announce } from "../../announce.js";
import { ask } from "../../dialog.js";
import { button, h, setBusy, setText } from "../../dom.js";
import { field } from "../../views/parts/fields.js";
import { shownCode } from "../seats.js";
import { joinLink, joinPlace, pictureOf, screenLink } from "../share.js";
import { candidates, isHost, people } from "../state.js";
import { texts } from "../texts.js";
import { chatPart } from "./chat.js";
import { peopleList } from "./people.js";
import { planPart } from "./plan.js";

const words = texts.lobby;
/** Milliseconds in which those who come in are counted before they are announced. */
const gathered = 5_000;

export function lobbyView(app) {
  const isRun = isHost(app.room);
  const list = peopleList(app);
  const chat = chatPart(app);
  const way = isRun ? hostWay(app) : candidateWay(app);
  const title = isRun ? words.hostTitle : words.title;
  const heading = h("h2", {}, words.hereNow);
  const here = h("span", { class: "note", data: { testid: "here" } });
  const element = h("section", { class: isRun ? "lobby host" : "lobby" }, isRun ? way.card : null,
    h("div", { class: "lobby-main" }, h("h1", { tabindex: "-1" }, title), way.element,
      h("div", { class: "lobby-here" }, heading, here), list.element, chat.element));
  let told = people(app.room).length;
  let waiting = null;

  function tell() {
    const now = people(app.room ?? { seats: new Map() }).length;
    if (now > told) announce(words.joined(now - told));
    told = now;
    waiting = null;
  }

  return {
    element,
    title: () => title,
    update() {
      const all = people(app.room);
      const watching = all.filter(({ role }) => role === "spectator").length;
      setText(here, isRun && candidates(app.room).length === 0 ? words.alone : words.here(all.length, watching));
      if (isRun && all.length > told) waiting ??= setTimeout(tell, gathered);
      way.update();
      list.update();
      chat.update();
    },
    leave: () => clearTimeout(waiting),
  };
}

/** What was chosen for this room, in one line. */
function rulesOf({ rules, setup, topics, count }) {
  const { difficulty, limit } = setup ?? {};
  return [words.questions(count), topics.length ? topics.slice(0, 3).map(({ title }) => title).join(", ") + (topics.length > 3 ? " …" : "") : null,
    difficulty && difficulty !== "any" ? texts.host.difficulties[difficulty] : null, limit ? words.each(limit.seconds) : null,
    texts.host.progressions[rules?.progression]?.[2], rules?.form === "hotSeat" ? texts.host.forms.hotSeat[0] : null,
    rules?.names === "hidden" ? words.hiddenNames : null, rules?.chat === false ? texts.refusals.chatOff : null].filter(Boolean).join(" · ");
}

function hostWay(app) {
  const { code } = app.room;
  const link = joinLink(code);
  const address = h("input", { type: "text", id: "link", readonly: true, value: link, "aria-label": words.address, data: { testid: "room-link" } });
  const copied = h("p", { class: "note", role: "status" });
  const start = button("", { class: "primary large", data: { testid: "start-room" }, press: begin });
  const lock = button("", { class: "plain", data: { testid: "lock" }, press: () => app.ask("lock", { locked: !app.room.locked }) });
  const locked = h("p", { class: "locked", hidden: true, data: { testid: "locked" } }, words.locked);
  const codeText = h("strong", { class: "code", data: { testid: "room-code" } }, shownCode(code));
  const card = h("div", { class: "panel room-way" },
    h("img", { class: "qr", src: pictureOf(code), alt: words.qr, width: 240, height: 240, data: { testid: "qr" } }),
    h("p", { class: "note" }, words.scan, " ", h("strong", { dir: "ltr" }, joinPlace()), " ", words.giveCode), codeText, locked, address,
    h("div", { class: "actions" },
      button(words.copy, { class: "plain small", press: copy }),
      h("a", { class: "button plain small", href: screenLink(code), target: "_blank", rel: "noopener", data: { testid: "screen-link" } }, words.screen)), copied);

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

  const rules = h("p", { class: "note rules", dir: "auto" });
  const plan = planPart(app);
  return {
    card,
    element: h("div", { class: "stack" }, rules, h("div", { class: "actions" }, start, lock), h("p", { class: "note" }, words.late), plan.element),
    update() {
      setText(rules, rulesOf(app.room));
      plan.update();
      setText(start, words.start(candidates(app.room).length));
      setBusy(start, app.isAsking("start"));
      setText(lock, app.room.locked ? texts.control.unlock : texts.control.lock);
      locked.hidden = !app.room.locked;
      codeText.dataset.locked = String(app.room.locked);
    },
  };
}

function candidateWay(app) {
  const { room } = app;
  const mine = () => app.room.seats.get(app.room.seat);
  const name = h("input", { type: "text", id: "own-name", maxlength: 40, value: mine()?.name ?? "", autocomplete: "nickname", data: { testid: "own-name" } });
  const save = h("button", { type: "submit", class: "plain", data: { testid: "save-name" } }, words.save);
  const rename = h("form", { class: "row end", novalidate: true }, field(words.rename, name), save);
  rename.addEventListener("submit", (event) => {
    event.preventDefault();
    if (name.value.trim() && !app.isAsking("change")) app.ask("change", { seat: app.room.seat, name: name.value.trim() });
  });
  const rules = h("p", { class: "note rules", dir: "auto" });
  let known = name.value;
  return {
    element: h("div", { class: "stack" }, h("p", { class: "lede" }, words.waiting),
      rules,
      h("p", {}, words.rule[room.setup?.mode ?? "coached"] ?? words.rule.coached), rename),
    update() {
      setText(rules, rulesOf(app.room));
      rename.hidden = app.room.role !== "candidate";
      setBusy(save, app.isAsking("change"));
      const now = mine()?.name ?? "";
      if (now !== known && document.activeElement !== name) name.value = now;
      known = now;
    },
  };
}
