// The first view: what is under way and what is due, and the choices for a new interview. The choices are mirrored
// in the address, so that they can be kept as a bookmark.

import { h, setBusy, setText } from "../../dom.js";
import { modes, readFragment, setupFragment } from "../../setup.js";
import { texts } from "../../texts.js";
import { interviewCards } from "./cards.js";
import { dueToday } from "./due.js";
import { radios } from "../shared/fields.js";
import { lengthField } from "./length.js";
import { openRefusal } from "./open-refusal.js";
import { moreOptions } from "./more-options.js";
import { ownQuestions } from "./own.js";
import { topicList } from "./topics.js";

const words = texts.start;

export function startView(app) {
  const cards = h("div");
  const due = dueToday(app, setup);
  const topics = topicList({ changed });
  const own = ownQuestions(app);
  const length = lengthField({ changed, most: () => app.welcome?.limits?.count ?? 60 });
  const mode = radios("mode", words.mode, words.modes);
  const options = moreOptions({ link: () => new URL(setupFragment(setup()) || "#", location.href).href });
  const refusal = openRefusal(app);
  const start = h("button", { type: "submit", class: "primary large", data: { testid: "start-button" } }, words.start);
  const startNote = h("p", { class: "note", data: { testid: "start-note" } });
  const form = h("form", { class: "setup", novalidate: true },
    own.source, topics.element, own.element,
    h("div", { class: "fields" }, length.element, mode.element),
    options.element, refusal.element,
    h("div", { class: "actions" }, start, startNote));
  const element = h("section", { class: "start", data: { testid: "start" } },
    h("h1", { tabindex: "-1" }, words.title),
    h("p", { class: "lede" }, words.lede),
    due.element, cards, form);

  let shown = null;
  /** The choices that the view begins with; where they name another bank, that is kept as long as the seed is. */
  const wanted = readFragment(location.hash).setup ?? {};
  length.fields = wanted;
  mode.value = wanted.mode ?? modes[0];
  options.fields = wanted;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (start.getAttribute("aria-disabled") !== "true" && check()) app.open(setup());
  });
  form.addEventListener("change", changed);
  form.addEventListener("input", changed);

  function setup() {
    const { limit, ...chosen } = options.fields;
    const bank = wanted.bank && chosen.seed === wanted.seed ? wanted.bank : app.start.bank?.hash;
    // A length in minutes is the limit.
    return { topics: topics.ids, mode: mode.value, ...chosen, ...(length.isTimed ? {} : { limit }), ...length.fields, bank };
  }

  function check() {
    if (!app.start.bank) return false;
    tell();
    if (topics.ticked.length === 0) topics.complain();
    else if (!length.isGood) length.complain();
    else return options.check(length.isTimed);
    return false;
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

  function tell() {
    topics.tell();
    length.tell(topics.questions, mode.value);
    options.tell({ mode: mode.value, isTimed: length.isTimed, topics: topics.ticked, isOwn: app.start.own.isUsed });
    refusal.update(setup());
  }

  function showBank(bank) {
    if (!bank) return topics.say(app.connection.hasFailed ? words.unreachable : words.loading);
    const state = JSON.stringify([app.start.own.isUsed, bank]);
    if (state === shown) return;
    const ids = shown === null ? wanted.topics ?? [] : topics.ids;
    shown = state;
    topics.show(bank, ids);
    tell();
  }

  app.start.askProgress();

  return {
    element,
    title: () => "",
    update() {
      const { isOpening } = app;
      setText(start, isOpening ? words.starting : words.start);
      setBusy(start, isOpening || !app.start.bank);
      setText(startNote, isOpening && !app.connection.isOnline ? words.startsLater : "");
      own.update();
      showBank(app.start.bank);
      due.update();
      refusal.update(setup());
      interviewCards(cards, app);
    },
  };
}
