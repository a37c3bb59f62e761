// Questions of one's own: a document that is pasted, chosen or dropped, what was found in it, and from which
// questions interviews are drawn.

import { h, button, focusOn, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { largestDocument, sizeOf } from "../../document.js";
import { textOf } from "../../files.js";
import { texts } from "../../texts.js";
import { dropZone } from "./drop.js";
import { keptDocuments } from "./kept-documents.js";
import { note, radios } from "../parts/fields.js";

const words = texts.own;

export function ownQuestions(app) {
  const { own } = app.start;
  const text = h("textarea", {
    id: "own-text", rows: 6, dir: "auto", spellcheck: "false", "aria-describedby": "own-formats own-error",
    data: { testid: "own-text" },
  });
  const error = h("p", { class: "error", id: "own-error", hidden: true, data: { testid: "own-error" } });
  const cancel = button(texts.dialog.cancel, { class: "plain", press: () => enter(false) });
  const file = h("input", { type: "file", class: "visually-hidden", tabindex: "-1", "aria-hidden": "true",
    accept: ".md,.markdown,.txt,.csv,.tsv,.json,.jsonl,.yaml,.yml,.html,.htm,.xml,.ipynb,.gift,.org,.adoc,.rst,.apkg,text/*", data: { testid: "own-file" } });
  const entry = h("div", { class: "own-entry" },
    h("p", { id: "own-formats" }, words.formats), note(words.isPrivate),
    h("label", { for: "own-text" }, words.paste), text,
    h("div", { class: "actions" },
      button(words.use, { class: "plain", data: { testid: "own-use" }, press: useText }),
      button(words.choose, { class: "plain", data: { testid: "own-choose" }, press: () => file.click() }), file, cancel),
    error);
  const bar = h("progress", { max: 1, value: 0, "aria-labelledby": "own-sending" });
  const sendingText = h("p", { id: "own-sending" });
  const sending = h("div", { class: "own-sending", data: { testid: "own-sending" } }, sendingText, bar,
    h("div", { class: "actions" },
      button(texts.dialog.cancel, { class: "plain small", data: { testid: "own-stop" }, press: stop })));
  const found = h("div", { class: "own-found", data: { testid: "own-report" } });
  const shelf = keptDocuments(own.shelf, { use: ({ name, text: content }) => send(name, content) });
  const keptCount = h("span", { class: "note" });
  const panel = h("details", { class: "panel own", data: { testid: "own" } },
    h("summary", {}, words.title, keptCount), shelf.element, entry, sending, found);
  const source = h("div", { class: "source" });
  const zone = dropZone(() => element.isConnected, { files: takeFiles, text: takeText });
  const element = h("div", { class: "own-questions" }, panel, zone);

  let shown;
  let refusal = null;
  let isEntering = false;

  file.addEventListener("change", () => {
    takeFiles(file.files);
    // The same file may be chosen again, once it was mended.
    file.value = "";
  });
  // What is written here is no choice for an interview.
  for (const event of ["input", "change"]) panel.addEventListener(event, (one) => one.stopPropagation());

  function useText() {
    if (text.value.trim() === "") return refuse(words.nothing, text);
    send(words.name, text.value);
  }

  async function takeFiles(files) {
    panel.open = true;
    if (files.length === 0) return;
    const { text: content, problem } = await textOf(files[0]);
    if (problem) return refuse(words.problems(problem, files[0].name));
    if (content.trim() === "") return refuse(words.problems("empty", files[0].name));
    send(files[0].name, content);
    if (files.length > 1) announce(words.onlyFirst);
  }

  /** Something in the clipboard or let go over the page is shown first: it may not be what was meant. */
  function takeText(content) {
    panel.open = true;
    text.value = content;
    enter(true);
  }

  function send(name, content) {
    const size = sizeOf(content);
    if (size > largestDocument) return refuse(words.problems("large", name), text);
    setError("");
    isEntering = false;
    // Half of a surrogate pair is no text; it cannot travel.
    own.paste(name.slice(0, 200), content.toWellFormed?.() ?? content, app.welcome?.limits?.message);
  }

  function refuse(sentence, place = null) {
    isEntering = true;
    app.changed();
    setError(sentence);
    announce(sentence);
    place?.focus();
  }

  function setError(sentence) {
    error.hidden = sentence === "";
    setText(error, sentence);
  }

  function showReport({ name, read: { report, bank } }) {
    const heading = h("h3", { tabindex: "-1" }, words.found(name));
    found.replaceChildren(heading,
      h("ul", {}, reportLines(report, bank).map((line) => h("li", {}, line))),
      h("div", { class: "actions" },
        button(words.another, { class: "plain small", data: { testid: "own-another" }, press: () => enter(true) }),
        button(words.remove, { class: "plain small", data: { testid: "own-remove" }, press: remove })));
    // It was there already when this view was made.
    if (shown === undefined) return;
    text.value = "";
    announce(words.ready(bank.questions));
    // Whoever waits for it here gets to it; who has gone on to something else is left alone.
    if (panel.contains(document.activeElement) || document.activeElement === document.body) focusOn(heading);
  }

  /** Shows the place to put in a document, in place of what was found in the one before. */
  function enter(isOpen) {
    isEntering = isOpen;
    app.changed();
    if (isOpen) text.focus();
    else focusOn(found.querySelector("h3"));
  }

  function stop() {
    own.stop();
    enter(true);
  }

  function remove() {
    own.drop();
    panel.open = false;
    text.value = "";
    panel.querySelector("summary").focus();
  }

  function showSource() {
    source.replaceChildren();
    if (!own.document) return;
    const choice = radios("source", words.source, {
      own: [own.document.name, texts.start.topicCount(own.document.read.bank.questions)],
      server: [words.serverBank, texts.start.topicCount(app.welcome.bank.questions)],
    });
    choice.value = own.isUsed ? "own" : "server";
    choice.element.addEventListener("change", () => own.use(choice.value === "own"));
    source.append(choice.element);
  }

  return {
    element,
    /** From which questions: shown over the topics, once there is a choice. */
    source,
    update() {
      const { document, pasting } = own;
      const isSending = pasting?.isSending ?? false;
      const isFound = document !== null && !isEntering && !isSending;
      entry.hidden = isSending || isFound;
      sending.hidden = !isSending;
      found.hidden = !isFound;
      cancel.hidden = document === null;
      shelf.update(!isSending && !isFound);
      const { length } = own.shelf.documents;
      setText(keptCount, length && !document ? words.keptCount(length) : "");
      if (isSending) {
        setText(sendingText, app.connection.isOnline ? words.sending(pasting.name) : words.waiting(pasting.name));
        bar.value = pasting.progress;
      }
      if (document !== shown) {
        if (document) showReport(document);
        showSource();
      }
      shown = document;
      const before = refusal;
      refusal = pasting?.refusal ?? null;
      if (refusal && refusal !== before) {
        panel.open = true;
        refuse(words.refusal(refusal.code) ?? refusal.message, text);
      }
    },
  };
}

function reportLines(report, bank) {
  const { pattern, questions, empty, truncated, duplicates, ignoredLines, remarks } = report;
  const known = words.pattern(pattern);
  return [
    [words.questions(questions), words.recognised, " ", known ?? h("span", { lang: "en" }, pattern), "."],
    empty ? words.empty(empty) : null,
    truncated ? words.truncated(truncated) : null,
    duplicates ? words.duplicates(duplicates) : null,
    ignoredLines ? words.ignored(ignoredLines) : null,
    ...remarks.map((remark) => words.remark(remark) ?? h("span", { lang: "en" }, remark)),
    h("strong", {}, words.canBeAsked(bank.questions)),
  ].filter(Boolean);
}
