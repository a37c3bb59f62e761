// What comes next, for hosts: the questions that nobody was asked yet, to be put in another order, taken out, added from
// the bank or typed on the spot. Nobody else learns more than how many there are.

import { announce } from "../../announce.js";
import { langOf, withBankWords, withSubject } from "../../bank-language.js";
import { button, h, hidden, refill, setBusy, setText } from "../../dom.js";
import { plainText } from "../../markdown.js";
import { field, note } from "../../views/parts/fields.js";
import { texts } from "../texts.js";

const words = texts.plan;

/** @param isOpen from the beginning */
export function planPart(app, { isOpen = false } = {}) {
  const title = h("summary", { data: { testid: "plan-open" } });
  const list = h("ol", { class: "plan", data: { testid: "plan" } });
  const full = h("p", { class: "note", role: "status", hidden: true });
  const finder = findPart(app);
  const typer = typePart(app);
  const element = h("details", { class: "panel plan-part", open: isOpen, data: { testid: "plan-part" } }, title, list, full, finder.element, typer.element);
  let before = "";
  /** What is to have the focus when the plan has come back changed: {name, place}. */
  let after = null;

  function move(question, to, name) {
    after = { name: `${name} ${question.id}`, told: words.moved(short(question), to + 1) };
    app.ask("moveQuestion", { id: question.id, to });
  }

  function remove(question, place) {
    after = { place, told: words.removed(short(question)) };
    app.ask("removeQuestion", { id: question.id });
  }

  function item(question, place, { from, questions }) {
    const at = from + place;
    const act = (sign, label, testid, press, isIdle = false) => {
      const node = button([h("span", { "aria-hidden": "true" }, sign), hidden(withBankWords(label, short(question), question))], { class: "plain small",
        data: { focus: `${testid} ${question.id}`, testid: `plan-${testid}` }, press });
      setBusy(node, isIdle);
      return node;
    };
    return h("li", { value: at + 1, data: { id: question.id, testid: "planned" } },
      h("span", { class: "plan-number", "aria-hidden": "true" }, texts.number(at + 1)), called(question),
      h("span", { class: "plan-acts" },
        act("↑", words.up, "up", () => move(question, at - 1, "up"), place === 0),
        act("↓", words.down, "down", () => move(question, at + 1, "down"), place === questions.length - 1),
        // Something has to be asked.
        act("×", words.remove, "remove", () => remove(question, place), at === 0 && questions.length === 1)));
  }

  /** Whoever works with the keyboard goes on where they were. */
  function goOn() {
    const { name, place, told } = after;
    after = null;
    announce(told);
    const removes = [...list.querySelectorAll("[data-testid=plan-remove]")];
    const control = place === undefined ? [...list.querySelectorAll("[data-focus]")].find(({ dataset }) => dataset.focus === name)
      : removes[Math.min(place, removes.length - 1)] ?? title;
    control?.focus({ preventScroll: true });
  }

  return {
    element,
    update() {
      const { plan } = app.room;
      element.hidden = !plan;
      if (!plan) return;
      const most = app.welcome?.limits.count ?? 60;
      full.hidden = plan.from + plan.questions.length < most;
      setText(full, full.hidden ? "" : words.full(most));
      const state = JSON.stringify(plan);
      if (state !== before) {
        before = state;
        setText(title, words.title(plan.questions.length));
        refill(list, plan.questions.map((question, place) => item(question, place, plan)));
        if (after && list.isConnected) goOn();
      }
      finder.update();
      typer.update();
    },
  };
}

const short = ({ prompt }) => plainText(prompt.split("\n\n")[0]);

/** A question and what it is like. */
function called(question) {
  const { topic, difficulty, points } = question;
  const facts = [topic.id === "typed" ? words.typedHere : h("span", { dir: "auto", lang: langOf(question) }, topic.title),
    difficulty ? texts.host.difficulties[difficulty] : null, words.points(points)].filter(Boolean);
  return h("span", { class: "plan-question" }, h("span", { class: "plan-prompt", dir: "auto", lang: langOf(question) }, short(question)),
    h("span", { class: "note" }, facts.flatMap((fact, i) => (i > 0 ? [" · ", fact] : [fact]))));
}

/** Looks in the bank. */
function findPart(app) {
  const text = h("input", { type: "text", id: "plan-find", maxlength: 200, autocomplete: "off", data: { testid: "plan-find" } });
  const topic = h("select", { id: "plan-topic", data: { testid: "plan-topic" } });
  const told = h("p", { class: "note", role: "status", data: { testid: "plan-found" } });
  const list = h("ul", { class: "plan", data: { testid: "plan-results" } });
  const form = h("form", { class: "row end", novalidate: true }, field(words.find, text), field(words.topic, topic),
    h("button", { type: "submit", class: "plain", data: { testid: "plan-search" } }, words.search));
  const element = h("details", { class: "plan-more" }, h("summary", { data: { testid: "plan-bank" } }, words.fromBank), h("div", { class: "stack" }, form, told, list));
  let bank = null;
  let before = "";

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    app.ask("findQuestions", { text: text.value.trim(), ...(topic.value ? { topic: topic.value } : {}) });
  });

  function item(question) {
    const isThere = app.room.plan?.questions.some(({ id }) => id === question.id);
    const add = button(withSubject(isThere ? words.added : words.add, short(question), question), { class: "plain small",
      data: { focus: `add ${question.id}`, testid: "plan-add" }, press: () => {
        app.ask("addQuestion", { id: question.id });
        announce(words.addedTold(short(question)));
      } });
    setBusy(add, isThere);
    return h("li", {}, called(question), h("span", { class: "plan-acts" }, add));
  }

  return {
    element,
    update() {
      const { found, plan } = app.room;
      const known = app.welcome?.bank;
      if (known && known.hash !== bank) {
        bank = known.hash;
        topic.replaceChildren(h("option", { value: "" }, words.allTopics), ...known.topics.map(({ id, title }) => h("option", { value: id }, title)));
      }
      const state = JSON.stringify([found?.ref, plan?.questions.map(({ id }) => id)]);
      if (state === before || !found) return;
      before = state;
      setText(told, words.found(found.count, found.questions.length));
      refill(list, found.questions.map(item));
    },
  };
}

/** A question on the spot. */
function typePart(app) {
  const prompt = h("textarea", { id: "plan-prompt", rows: 2, maxlength: 2000, dir: "auto", data: { testid: "plan-prompt" } });
  const points = h("textarea", { id: "plan-points", rows: 4, maxlength: 6000, dir: "auto", data: { testid: "plan-points" } });
  const error = h("p", { class: "error", role: "alert", data: { testid: "plan-error" } });
  const save = h("button", { type: "submit", class: "plain", data: { testid: "plan-type" } }, words.addTyped);
  const form = h("form", { class: "stack", novalidate: true }, field(words.prompt, prompt), field(words.keyPoints, points, note(words.keyPointsNote)), error, h("div", { class: "actions" }, save));
  const element = h("details", { class: "plan-more" }, h("summary", { data: { testid: "plan-typed" } }, words.typed), form);
  let sent = null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (app.isAsking("typeQuestion")) return;
    const lines = points.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const what = prompt.value.trim() === "" ? words.noPrompt : lines.length > 20 ? words.tooMany : lines.some((line) => line.length > 300) ? words.tooLong : "";
    setText(error, what);
    if (what) return (prompt.value.trim() === "" ? prompt : points).focus();
    sent = app.room.plan?.questions.length ?? 0;
    app.ask("typeQuestion", { prompt: prompt.value.trim(), ...(lines.length ? { points: lines } : {}) });
  });

  return {
    element,
    update() {
      setBusy(save, app.isAsking("typeQuestion"));
      // It is there: the next one begins with an empty page.
      if (sent === null || app.isAsking("typeQuestion") || (app.room.plan?.questions.length ?? 0) <= sent) return;
      sent = null;
      announce(words.addedTold(prompt.value.trim()));
      prompt.value = points.value = "";
      if (form.contains(document.activeElement)) prompt.focus();
    },
  };
}
