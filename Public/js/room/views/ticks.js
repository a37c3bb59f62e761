// The hot seat for those who listen: the key points as a list of one's own ticks, and afterwards how many heard each beside
// what the machine found.

import { langOf } from "../../bank-language.js";
import { h } from "../../dom.js";
import { isHost, isRevealed, nameOf } from "../state.js";
import { texts } from "../texts.js";

const words = texts.ticks;

export function ticksPart(app) {
  const title = h("h2", {});
  const place = h("div", {});
  const element = h("section", { class: "panel ticks-part", hidden: true, data: { testid: "ticks-part" } }, title, place);
  let before = "";

  const lang = () => langOf(app.room.question);
  const isTicked = (point) => app.room.ticked.get(`${app.room.question.index} ${point}`) ?? false;

  /** What is on its way counts already: a box does not jump back. */
  function tick(point, said) {
    app.ask("tick", { question: app.room.question.index, point, said });
  }

  function box({ id, head, gist }) {
    const input = h("input", { type: "checkbox", id: `tick-${id}`, checked: isTicked(id), data: { testid: "tick", focus: `tick ${id}` } });
    input.addEventListener("change", () => tick(id, input.checked));
    return h("li", {}, h("label", { class: "switch", for: `tick-${id}` }, input, h("span", {}, h("span", { dir: "auto", lang: lang() }, head),
      gist ? h("span", { class: "note", dir: "auto", lang: lang() }, gist) : null)));
  }

  function result({ id, head, ticked, verdict }, of) {
    const isOwn = app.room.ticked.get(`${app.room.question.index} ${id}`);
    return h("tr", { data: { verdict: verdict ?? null } }, h("th", { scope: "row", dir: "auto", lang: lang() }, head),
      h("td", { data: { testid: "tick-count" } }, words.heard(ticked, of), isOwn ? h("span", { class: "note" }, ` ${words.you}`) : null),
      h("td", {}, verdict ? [h("span", { class: "fill", "aria-hidden": "true", data: { verdict } }), ` ${texts.verdicts[verdict]}`] : "–"));
  }

  function list({ points }) {
    return [h("p", { class: "note" }, words.how), h("ul", { class: "ticks", data: { testid: "checklist" } }, points.map(box))];
  }

  function table({ points, of }) {
    return h("table", { class: "plain-table", data: { testid: "ticks" } }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.point),
      h("th", { scope: "col" }, words.listeners), h("th", { scope: "col" }, words.machine))), h("tbody", {}, points.map((point) => result(point, of))));
  }

  return {
    element,
    update() {
      const { room } = app;
      const { question, closed } = room;
      const about = (one) => (one?.question === question?.index ? one : null);
      const checklist = about(room.checklist);
      const isOpen = checklist && !closed && !isRevealed(room) && !isHost(room) && question.for !== room.seat;
      const ticks = isOpen ? null : about(room.ticks);
      // Where nobody listened but a host there is nothing to set beside the marks.
      element.hidden = !question?.for || !(isOpen || ticks?.of);
      if (element.hidden) return;
      const state = JSON.stringify([question.index, isOpen, isOpen ? checklist : ticks, nameOf(room, question.for), ticks ? [...room.ticked] : null]);
      if (state !== before) {
        before = state;
        title.textContent = isOpen ? words.title(nameOf(room, question.for, texts.people.screenName)) : words.results;
        place.replaceChildren(...[isOpen ? list(checklist) : table(ticks)].flat());
      } else if (isOpen) {
        for (const input of place.querySelectorAll("input")) {
          const id = input.id.slice("tick-".length);
          if (!app.isAsking("tick") && document.activeElement !== input) input.checked = isTicked(id);
        }
      }
    },
  };
}
