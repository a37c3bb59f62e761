// What was revealed before: for whoever came later, and for all who look once more. It is fetched when somebody opens it.

import { langOf } from "../../bank-language.js";
import { h } from "../../dom.js";
import { plainText } from "../../markdown.js";
import { texts } from "../texts.js";
import { revealed } from "./reveal.js";

const words = texts.reveal;

/** @param all whether the question at hand is among them, because it is over too */
export function earlierPart(app, { all = false } = {}) {
  const list = h("div", { class: "stack" });
  const element = h("details", { class: "panel earlier", hidden: true, data: { testid: "earlier" } },
    h("summary", { data: { testid: "earlier-open" } }, words.earlier), list);
  const entries = new Map();

  function entry(index) {
    const place = h("div", { class: "reveal" }, h("p", { class: "note" }, words.waiting));
    const title = plainText(app.room.asked.get(index)?.prompt?.split("\n\n")[0] ?? "") || texts.roomReport.question(index + 1);
    const details = h("details", { data: { testid: "earlier-question" } }, h("summary", { dir: "auto", lang: langOf(app.room.asked.get(index)) }, title), place);
    // What was ruled meanwhile counts: each time it is opened it is fetched anew.
    details.addEventListener("toggle", () => { if (details.open && app.room) app.ask("phrases", { question: index }); });
    return { details, place, before: null };
  }

  return {
    element,
    update() {
      const { room } = app;
      const wanted = [...room.shown.keys()].filter((index) => all || index !== room.question?.index).sort((a, b) => a - b);
      element.hidden = wanted.length === 0;
      if (wanted.join() !== [...entries.keys()].join()) {
        const known = new Map(entries);
        entries.clear();
        for (const index of wanted) entries.set(index, known.get(index) ?? entry(index));
        list.replaceChildren(...[...entries.values()].map(({ details }) => details));
      }
      for (const [index, one] of entries) {
        const found = room.past.get(index);
        if (!found || found === one.before) continue;
        one.before = found;
        one.place.replaceChildren(...revealed(found, room.shown.get(index), room.seat, langOf(room.asked.get(index))));
      }
    },
  };
}
