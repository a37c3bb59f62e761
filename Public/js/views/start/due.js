// What this visitor keeps missing: the key points that are due today, and how ready each topic is.

import { h, button, hidden, setBusy } from "../../dom.js";
import { announce } from "../../announce.js";
import { ask } from "../../dialog.js";
import { language, texts } from "../../texts.js";
import { trend } from "./trend.js";

const words = texts.due;
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });

/** @param setup gives the choices of the form: pace, mode and score hold here too */
export function dueToday(app, setup) {
  const element = h("section", { class: "known due", hidden: true, data: { testid: "progress" } });
  const start = button(words.start, { class: "plain", data: { testid: "start-due" }, press: open });
  let shown = null;

  function open() {
    const { pace, mode, score } = setup();
    app.open({ topics: [], pace, mode, score, due: true });
  }

  async function forget() {
    const isSure = await ask({ title: words.forgetTitle, text: words.forgetText, proceed: words.forget, stay: texts.dialog.cancel });
    if (!isSure) return;
    app.start.forgetProgress();
    announce(words.forgotten);
    document.querySelector("h1")?.focus();
  }

  return {
    element,
    update() {
      const { progress } = app.start;
      element.hidden = !progress || progress.points === 0;
      setBusy(start, app.isOpening);
      if (element.hidden || progress === shown) return;
      shown = progress;
      const details = element.querySelector("details");
      const hadFocus = element.contains(document.activeElement) && document.activeElement !== start;
      const { points, questions } = progress.due;
      element.replaceChildren(
        h("h2", {}, words.title),
        h("div", { class: "card" },
          h("div", {}, h("p", { class: "card-title" }, points ? words.due(points, questions) : words.nothing),
            h("p", { class: "note" }, points ? words.hint : progress.next ? words.next(dayOf(progress.next)) : words.hint)),
          points ? h("div", { class: "actions" }, start) : null),
        topicsOf(progress, details?.open ?? false, forget));
      if (hadFocus) element.querySelector("summary").focus();
    },
  };
}

function topicsOf({ topics }, isOpen, forget) {
  return h("details", { class: "readiness", open: isOpen, data: { testid: "readiness" } },
    h("summary", {}, words.readiness(topics.filter(({ state }) => state === "ready").length, topics.length)),
    h("p", { class: "note" }, words.rule),
    h("ul", {}, topics.map((topic) => h("li", { data: { state: topic.state } },
      h("span", { class: "readiness-topic", dir: "auto" }, topic.title), hidden(": "),
      h("span", { class: `readiness-state ${topic.state}` }, words.states[topic.state] ?? topic.state), hidden(". "),
      trend(topic.trend), hidden(". "),
      h("span", { class: "note" }, words.recall(topic.recall, topic.due))))),
    h("div", { class: "actions" },
      button(words.forget, { class: "plain small", data: { testid: "forget-progress" }, press: forget })));
}

/** "today" and "tomorrow" where it is so. */
function dayOf(at) {
  const then = new Date(at);
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((midnight(then) - midnight(new Date())) / 86_400_000);
  if (days > 1) return words.on(day.format(then));
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.max(0, days), "day");
}
