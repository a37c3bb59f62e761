// What this visitor keeps missing: the key points that are due today, and how ready each topic is.

import { h, button, hidden, setBusy, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { langOf } from "../../bank-language.js";
import { ask } from "../../dialog.js";
import { language, texts } from "../../texts.js";
import { trend } from "./trend.js";

const words = texts.due;
/** Key points a day, 0 for as many as are due. */
const caps = [10, 20, 30, 50, 0];
const usualCap = 20;
/** What reading a question, answering it and reading the feedback takes, roughly. */
const minutesEach = 2;
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });

/** @param setup gives the choices of the form: pace, mode and score hold here too */
export function dueToday(app, setup) {
  const element = h("section", { class: "known due", hidden: true, data: { testid: "progress" } });
  const start = button(words.start, { class: "plain", data: { testid: "start-due" }, press: open });
  const cap = h("select", { id: "due-cap", class: "in-sentence", data: { testid: "due-cap" } },
    caps.map((n) => h("option", { value: n }, words.caps(n))));
  cap.value = app.store.settings().dailyCap ?? usualCap;
  cap.addEventListener("change", (event) => {
    event.stopPropagation();
    app.store.saveSettings({ dailyCap: Number(cap.value) });
    shown = null;
    app.changed();
    cap.focus();
  });
  let shown = null;

  function open() {
    const { pace, mode, score } = setup();
    const { questions } = share(app.start.progress.due, Number(cap.value));
    app.open({ topics: [], pace, mode, score, due: true, count: questions || app.start.progress.due.sizes.length });
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
      const { due } = progress;
      const { points, questions } = share(due, Number(cap.value));
      const isEnough = due.points > 0 && questions === 0;
      setText(start, isEnough ? words.anyway : words.start);
      element.replaceChildren(
        h("h2", {}, words.title),
        h("div", { class: "card" },
          h("div", {},
            h("p", { class: "card-title", data: { testid: "due-today" } }, isEnough ? words.enough(due.practised)
              : points ? `${words.due(points, questions)}, ${words.inMinutes(questions * minutesEach)}` : words.nothing),
            h("p", { class: "note" }, [
              due.points > points ? words.ofAll(due.points) : null,
              !due.points && progress.next ? words.next(dayOf(progress.next)) : words.hint,
            ].filter(Boolean).join(". "))),
          due.points ? h("div", { class: "actions" }, h("label", { class: "note", for: cap.id }, words.cap), cap, start) : null),
        topicsOf(app, progress, details?.open ?? false, forget));
      if (hadFocus) element.querySelector("summary").focus();
    },
  };
}

/** As many of the most urgent questions as today's cap leaves room for: at least one, while there is any room. */
function share({ points, practised, sizes }, cap) {
  const room = cap ? Math.max(0, cap - practised) : points;
  const taken = { points: 0, questions: 0 };
  for (const size of sizes) {
    if (room === 0 || (taken.questions > 0 && taken.points + size > room)) break;
    taken.points += size;
    taken.questions += 1;
  }
  return taken;
}

function topicsOf(app, { topics }, isOpen, forget) {
  return h("details", { class: "readiness", open: isOpen, data: { testid: "readiness" } },
    h("summary", {}, words.readiness(topics.filter(({ state }) => state === "ready").length, topics.length)),
    h("p", { class: "note" }, words.rule),
    h("ul", {}, topics.map((topic) => h("li", { data: { state: topic.state } },
      h("span", { class: "readiness-topic", dir: "auto", lang: langOf(app.start.bank?.topics.find(({ id }) => id === topic.id)) }, topic.title), hidden(": "),
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
