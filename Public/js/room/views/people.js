// Who is in the room. A host may do something about each.

import { ask } from "../../dialog.js";
import { button, h, refill } from "../../dom.js";
import { isHost, people } from "../state.js";
import { texts } from "../texts.js";

const words = texts.people;
/** More than these are found by their name. */
const most = 40;
/** Milliseconds without a host after which a candidate may take over: a page that is loaded anew is back by then. */
const patience = 16_000;

export function peopleList(app) {
  const list = h("ul", { class: "people", data: { testid: "people" } });
  const search = h("input", { type: "text", id: "find-person", "aria-label": words.find, placeholder: words.find, hidden: true });
  const rest = h("p", { class: "note" });
  const host = h("div", { class: "actions" });
  const element = h("div", { class: "people-part" }, search, list, rest, host);
  search.addEventListener("input", () => update());

  function person(one) {
    const { room } = app;
    const name = one.name || words.screenName;
    // Most people in a room answer, so that goes without saying.
    const tags = [
      one.seat === room.seat ? words.you : null, one.role === "candidate" ? null : words.roles[one.role],
      one.here === false ? words.away : null, one.muted ? words.muted : null,
    ].filter(Boolean);
    return h("li", { class: "person", data: { seat: one.seat, away: one.here === false ? "true" : null, testid: "person" } },
      h("span", { class: "person-name", dir: "auto" }, name),
      one.realName && one.realName !== name ? h("span", { class: "note", dir: "auto" }, ` (${one.realName})`) : null,
      tags.length ? h("span", { class: "tag" }, tags.join(", ")) : null,
      isHost(room) && one.seat !== room.seat ? actions(one, name) : null);
  }

  function actions(one, name) {
    const change = (fields) => app.ask("change", { seat: one.seat, ...fields });
    const sure = async ([title, text, proceed, stay], fields) => {
      if (await ask({ title, text, proceed, stay })) change(fields);
    };
    const entry = (label, testid, press) => button(label, { class: "plain small", data: { focus: `${one.seat} ${testid}`, testid }, press });
    return h("details", { class: "person-actions" },
      h("summary", { "aria-label": words.actions(name), data: { focus: `${one.seat} actions`, testid: "person-actions" } }, "⋯"),
      h("div", { class: "actions" },
        one.role === "host" ? null : entry(words.makeHost, "make-host", () => change({ role: "host" })),
        one.role === "candidate" ? null : entry(words.makeCandidate, "make-candidate", () => change({ role: "candidate" })),
        one.role === "spectator" ? null : entry(words.makeSpectator, "make-spectator", () => change({ role: "spectator" })),
        entry(one.muted ? words.unmute : words.mute, "mute", () => change({ muted: !one.muted })),
        entry(words.remove, "remove", () => sure(words.askRemove(name), { standing: "removed" })),
        entry(words.ban, "ban", () => sure(words.askBan(name), { standing: "banned" }))));
  }

  let before = "";
  /** Since when no host is here, or null. */
  let unled = null;

  /** True once a host has been gone for long. */
  function isLeft(isLed) {
    if (isLed) unled = null;
    else if (unled === null) {
      unled = performance.now();
      setTimeout(() => { if (element.isConnected && app.room) update(); }, patience + 100);
    }
    return unled !== null && performance.now() - unled >= patience;
  }

  function update() {
    const { room } = app;
    const all = people(room);
    const wanted = search.value.trim().toLowerCase();
    const found = wanted ? all.filter(({ name = "" }) => name.toLowerCase().includes(wanted)) : all;
    const state = JSON.stringify([found.slice(0, most), room.role, wanted]);
    search.hidden = all.length <= most;
    if (state !== before) {
      before = state;
      const open = [...list.querySelectorAll("details[open]")].map((one) => one.closest("li").dataset.seat);
      refill(list, found.slice(0, most).map(person));
      for (const item of list.children) if (open.includes(item.dataset.seat)) item.querySelector("details")?.setAttribute("open", "");
    }
    rest.hidden = found.length <= most;
    rest.textContent = found.length > most ? words.others(found.length - most) : "";
    const isLed = all.some((one) => one.role === "host" && one.here !== false);
    const mine = room.seats.get(room.seat);
    const mayLead = isLeft(isLed) && !isHost(room) && mine?.role === "candidate";
    refill(host, [
      isLed || isHost(room) ? [] : h("p", { class: "note" }, words.noHost),
      mayLead ? [button(words.takeOver, { class: "plain small", data: { testid: "take-over", focus: "take-over" }, press: () => app.ask("takeOver") })] : [],
      mine?.role === "candidate" ? button(words.watch, { class: "plain small", data: { focus: "watch", testid: "watch-only" }, press: () => app.ask("change", { seat: room.seat, role: "spectator" }) }) : [],
      mine?.role === "spectator" && mine.name ? button(words.answer, { class: "plain small", data: { focus: "answer", testid: "answer-again" }, press: () => app.ask("change", { seat: room.seat, role: "candidate" }) }) : [],
    ].flat());
  }

  return { element, title: words.title, update };
}
