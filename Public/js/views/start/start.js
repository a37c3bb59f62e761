// The first view: the ways in, the set-up of a new interview as a sentence, what is due, and what is under way. The
// choices are mirrored in the address, so that they can be kept as a bookmark.

import { h, setBusy, setText } from "../../dom.js";
import { readFragment, setupFragment } from "../../setup.js";
import { texts } from "../../texts.js";
import { interviewCards } from "./cards.js";
import { doors } from "./doors.js";
import { dueToday } from "./due.js";
import { setupSentence } from "./sentence.js";
import { exampleLine } from "./example.js";
import { presetButtons } from "./presets.js";
import { openRefusal } from "./open-refusal.js";
import { moreOptions } from "./more-options.js";
import { ownQuestions } from "./own.js";
import { topicChips } from "./topics.js";
import { unknownTopics } from "./unknown-topics.js";

const words = texts.start;

export function startView(app) {
  const ways = doors(app);
  const cards = h("div");
  const due = dueToday(app, setup);
  const topics = topicChips({ changed });
  const own = ownQuestions(app);
  const sentence = setupSentence({ most: () => app.welcome?.limits?.count ?? 60, goToTopics: () => topics.focus() });
  const presets = presetButtons({ take });
  const options = moreOptions({ link: () => new URL(setupFragment(setup()) || "#", location.href).href });
  const example = exampleLine(app);
  const refusal = openRefusal(app);
  const unknown = unknownTopics({ proceed: () => { begin(); } });
  const startText = h("span", {}, words.start);
  const startLength = h("span", { class: "start-length", "aria-hidden": "true" });
  const start = h("button", { type: "submit", class: "primary large", data: { testid: "start-button" } }, startText, startLength);
  const startNote = h("p", { class: "note", data: { testid: "start-note" } });
  const storageNote = h("p", { class: "note", hidden: true, data: { testid: "storage-note" } }, words.storageBlocked);
  const form = h("form", { class: "setup", novalidate: true },
    unknown.element,
    h("div", { class: "panel setup-panel" },
      h("h1", { tabindex: "-1" }, words.title), sentence.element,
      h("div", { class: "start-bar" }, start),
      h("div", { class: "setup-told" }, sentence.told, startNote, storageNote, presets.element, options.element)),
    refusal.element, example.element, due.element, own.source, topics.element, own.element);
  const element = h("section", { class: "start", data: { testid: "start" } }, ways.element, form, cards);

  let shown = null;
  /** The choices that the view begins with; where they name another bank, that is kept as long as the seed is. */
  const wanted = startingWith(app.store);
  sentence.fields = wanted;
  options.fields = wanted;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (start.getAttribute("aria-disabled") !== "true") begin();
  });
  form.addEventListener("change", changed);
  form.addEventListener("input", changed);

  function begin() {
    if (app.start.bank && !unknown.isInTheWay(topics.ids)) app.open(setup());
  }

  function setup() {
    const { limit, count, ...chosen } = { ...options.fields, ...sentence.fields };
    const bank = wanted.bank && chosen.seed === wanted.seed ? wanted.bank : app.start.bank?.hash;
    return { topics: topics.ids, ...chosen, limit, count, bank };
  }

  function changed() {
    app.start.refusal = null;
    tell();
    if (!app.start.bank) return;
    // Topics of a document are nobody else's, nor this page's once it is closed. And a fragment for the state that
    // the page starts with anyway would only be noise.
    const { topics: ids, bank, ...rest } = setup();
    const kept = app.start.own.isUsed ? rest : { topics: ids, bank, ...rest };
    history.replaceState(null, "", setupFragment(kept) || location.pathname);
  }

  /** Makes the choices of a preset. */
  function take({ topics: ids, count, limit }) {
    sentence.fields = { ...sentence.fields, count, limit };
    topics.choose(ids);
  }

  function tell() {
    topics.tell(app.start.own.isUsed ? [] : app.start.progress?.topics);
    sentence.tell({ chosen: topics.pressed, available: topics.questions });
    setText(startLength, ` · ${sentence.length}`);
    options.tell({ topics: topics.chosen, isOwn: app.start.own.isUsed });
    unknown.tell(topics.ids);
    refusal.update(setup());
  }

  function showBank(bank) {
    if (!bank) return topics.say(app.connection.hasFailed ? words.unreachable : words.loading);
    const state = JSON.stringify([app.start.own.isUsed, bank]);
    if (state === shown) return;
    const isFirst = shown === null;
    shown = state;
    presets.show(bank.presets, bank.topics);
    const missing = topics.show(bank, isFirst ? wanted.topics ?? [] : topics.ids);
    // What was remembered here and is gone since is nobody's question; a link says what it wants.
    if (isFirst && readFragment(location.hash).setup?.topics) unknown.show(missing);
    tell();
  }

  app.start.askProgress();

  let progress = null;
  return {
    element,
    title: () => "",
    update() {
      const { isOpening } = app;
      ways.update();
      setText(startText, isOpening ? words.starting : words.start);
      setBusy(start, isOpening || !app.start.bank);
      setText(startNote, isOpening && !app.connection.isOnline ? words.startsLater : "");
      storageNote.hidden = app.store.isDurable;
      own.update();
      showBank(app.start.bank);
      if (progress !== app.start.progress) {
        progress = app.start.progress;
        tell();
      }
      due.update();
      example.update();
      refusal.update(setup());
      interviewCards(cards, app);
    },
  };
}

/** What the address asks for; a bare address begins with what was chosen last. */
function startingWith(store) {
  const asked = readFragment(location.hash).setup ?? {};
  return Object.keys(asked).length > 0 ? asked : store.settings().setup ?? {};
}
