// Writes notes about parts of answers, replies to them, and takes them away. Without a script they are for reading.

import { ask } from "../dialog.js";
import { button, h, setBusy } from "../dom.js";
import { request } from "../one-request.js";
import { sentencesOf } from "../phrasing.js";
import { newName } from "../room/seats.js";
import { AnswerSelection } from "../selection.js";

const longest = 2000;
const nameKey = "greenroom.note-name";
const shownSentences = 200;

function keptName() {
  try { return localStorage.getItem(nameKey) ?? ""; } catch { return ""; }
}

function keepName(name) {
  try { localStorage.setItem(nameKey, name); } catch { /* It is asked for again. */ }
}

const short = (text) => {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  return signs.length > 80 ? `${signs.slice(0, 79).join("")}…` : line;
};

/** Chooses the part of an answer that a note is about: what is selected, a sentence, or all of it. */
function placeChoice(place, words, id) {
  const container = place.parentElement.querySelector(".answered-text");
  const text = [...container.querySelectorAll("[data-start]")].map((block) => block.textContent).join("");
  const parts = [{ start: 0, end: text.length, title: words.whole }, ...sentencesOf(text).slice(0, shownSentences)
    .map(({ start, end, text: title }) => ({ start, end: start + text.slice(start, end).trimEnd().length, title: short(title) }))];
  const chosen = h("option", { value: "", hidden: true });
  const select = h("select", { id, data: { testid: "note-place" } }, chosen,
    ...parts.map(({ title }, index) => h("option", { value: String(index), selected: index === 0 }, title)));
  const selection = new AnswerSelection(container, text, (range) => {
    chosen.hidden = !range;
    chosen.textContent = range ? `“${short(text.slice(range.start, range.end))}”` : "";
    select.value = range ? "" : "0";
  });
  const about = { question: Number(place.dataset.noteQuestion), attempt: Number(place.dataset.noteAttempt) };
  return {
    select,
    get place() {
      const { start, end } = select.value === "" ? selection.range : parts[Number(select.value)];
      return { ...about, start, end };
    },
  };
}

/** @param about what of the message says which transcript it is, {interview} or {link} */
function form(words, about, { choice, thread, close }) {
  const note = newName();
  const isGuest = "link" in about;
  const said = h("p", { class: "note", role: "status", data: { testid: "note-status" } });
  const text = h("textarea", { id: `text-${note}`, rows: "4", maxlength: String(longest), data: { testid: "note-text" } });
  const name = h("input", { id: `name-${note}`, type: "text", maxlength: "40", autocomplete: "nickname", value: keptName(), data: { testid: "note-name" } });
  const field = (label, control) => h("div", { class: "field" }, h("label", { for: control.id }, label), control);
  const send = async () => {
    setBusy(sender, true);
    said.textContent = words.sending;
    const reply = await request({
      type: "note", note, ...about, ...(thread ? { thread } : { place: choice.place }),
      ...(isGuest ? { name: name.value } : {}), text: text.value,
    });
    setBusy(sender, false);
    if (reply?.type !== "noted") {
      said.textContent = words.refused[reply?.code] ?? words.failed;
      (reply?.code === "badName" ? name : text).focus();
      return;
    }
    if (isGuest) keepName(name.value);
    location.hash = `note-${note}`;
    location.reload();
  };
  const sender = button(thread ? words.sendReply : words.send, { class: "primary small", data: { testid: "note-send" }, press: send });
  const panel = h("div", { class: "note-form panel", data: { testid: "note-form" } },
    choice ? field(words.about, choice.select) : null, isGuest ? field(words.name, name) : null,
    field(thread ? words.reply : words.text, text),
    h("div", { class: "tools start" }, sender, button(words.cancel, { class: "plain small", press: close })), said);
  return { panel, first: choice?.select ?? (isGuest && !name.value ? name : text) };
}

/** A button that opens a form in its place, and has the focus again when that is closed. */
function opener(place, title, testid, build) {
  const open = button(title, { class: "plain small", data: { testid }, press: () => {
    const { panel, first } = build(() => {
      panel.remove();
      open.hidden = false;
      open.focus();
    });
    open.hidden = true;
    place.append(panel);
    first.focus();
  } });
  place.append(open);
}

/** @param transcript the element that says whose notes they are */
export function notes(transcript, words) {
  const { notedInterview: interview, notedLink: link } = transcript.dataset;
  const about = interview ? { interview } : { link };
  for (const place of transcript.querySelectorAll("[data-note-question]")) {
    const choice = placeChoice(place, words, `place-${place.dataset.noteQuestion}-${place.dataset.noteAttempt}`);
    opener(place, words.write, "note-write", (close) => form(words, about, { choice, close }));
  }
  for (const place of transcript.querySelectorAll("[data-reply]")) {
    opener(place, words.reply, "note-reply", (close) => form(words, about, { thread: place.dataset.reply, close }));
  }
  for (const place of transcript.querySelectorAll("[data-unnote]")) {
    const said = h("span", { class: "note", role: "status" });
    place.append(button(words.takeAway, { class: "plain small", data: { testid: "note-take-away" }, press: async () => {
      if (!await ask({ title: words.sure, text: interview ? words.sureOwner : words.sureGuest, proceed: words.takeAway, stay: words.cancel })) return;
      const reply = await request({ type: "unnote", note: place.dataset.unnote, ...about });
      if (reply?.type === "unnoted" || reply?.code === "notFound") {
        location.hash = "";
        location.reload();
      } else {
        said.textContent = words.failed;
      }
    } }), " ", said);
  }
}
