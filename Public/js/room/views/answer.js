// A candidate's own part of a question: the field, what was sent, and its mark as soon as the rules show it.

import { langOf, withSubject } from "../../bank-language.js";
import { announce } from "../../announce.js";
import { remaining } from "../../clock.js";
import { button, h, refill, setBusy, setText } from "../../dom.js";
import { markdownNodes } from "../../markdown-dom.js";
import { tally } from "../../points.js";
import { AnswerSelection } from "../../selection.js";
import { draft, saveDraft } from "../seats.js";
import { isRevealed, mayAnswer, nameOf, ownAnswer } from "../state.js";
import { texts } from "../texts.js";
import { doneLine } from "./done.js";
import { evidenceText } from "./evidence.js";
import { foundList } from "./found.js";
import { replyPart } from "./reply.js";

const words = texts.question;
/** Milliseconds between two words to the room that somebody is writing. */
const whisperEvery = 3_000;

const isClaimable = ({ verdict }) => verdict !== "hit" && verdict !== "avoided";

export function answerPart(app) {
  const text = h("textarea", {
    id: "room-answer", rows: 6, dir: "auto", maxlength: 20_000, spellcheck: "true", placeholder: words.placeholder,
    "aria-describedby": "room-answer-status", data: { testid: "answer" },
  });
  const status = h("p", { class: "status", id: "room-answer-status", data: { testid: "status" } });
  const send = h("button", { type: "submit", class: "primary", data: { testid: "send" } }, words.send);
  const skip = button(words.skip, { class: "plain", data: { testid: "skip" }, press: () => app.ask("skip", { question: app.room.question.index }) });
  const next = button(words.next, { class: "primary", data: { testid: "next" }, press: () => app.ask("next", { question: app.room.question.index }) });
  const form = h("form", { class: "answer-form", novalidate: true },
    h("label", { for: "room-answer", class: "answer-label" }, words.label), text, status,
    h("div", { class: "actions" }, send, skip, h("p", { class: "note keys-only" }, h("kbd", {}, "Ctrl"), " + ", h("kbd", {}, "Enter"), ` ${words.sends}`)));
  const reply = replyPart(app);
  const change = button(words.change, { class: "plain", data: { testid: "change-answer" }, press: edit });
  const after = h("div", { class: "actions" }, next, change);
  const own = h("div", { class: "own-answer", data: { testid: "own" } });
  // Words that were chosen: a claim is about them.
  const selection = new AnswerSelection(own, "", () => showMarked());
  const marked = h("p", { class: "note", role: "status", data: { testid: "own-marked" } });
  const done = doneLine(words.answered);
  const waiting = h("p", { class: "note", role: "status", data: { testid: "waiting" } });
  const watching = h("p", { class: "lede", data: { testid: "watching" } });
  const element = h("div", { class: "answer-part" }, watching, form, waiting, own, reply.element, after, done.element);
  let index = null;
  let ownState = "";
  let whisperedAt = -whisperEvery;
  let refusal = "";
  let wasClosed = false;
  /** True while an answer that was sent is written anew. */
  let isEditing = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  text.addEventListener("input", () => {
    refusal = "";
    saveDraft(app.room.interview, index, text.value);
    if (performance.now() - whisperedAt > whisperEvery) {
      whisperedAt = performance.now();
      app.whisper("writing");
    }
    showStatus();
  });
  const alarm = setInterval(() => { if (app.room?.phase === "asking") sendInTime(); }, 250);
  const seen = () => app.showUp();
  document.addEventListener("visibilitychange", seen);

  function edit() {
    isEditing = true;
    app.changed();
    text.focus();
  }

  function submit() {
    if (app.sending(index)) return;
    if (text.value.trim() === "") {
      refusal = words.empty;
      announce(refusal);
      text.focus();
    } else {
      refusal = "";
      isEditing = false;
      app.answer(text.value);
    }
    showStatus();
  }

  function showStatus() {
    const { room } = app;
    const { attempts } = ownAnswer(room, index);
    const isSending = app.sending(index) !== null;
    const isChanged = text.value.trim() !== "" && text.value !== attempts.at(-1)?.text;
    setBusy(send, isSending);
    text.readOnly = isSending;
    setText(send, attempts.length ? words.sendAgain : words.send);
    setText(status, refusal || (isSending ? words.sending
      : room.paused ? words.paused
      : attempts.length && !isChanged ? words.kept
      : room.closed && text.value ? words.late : words.draft));
  }

  /** What was written is sent when the time is up, or a host closes: nobody loses half a thought to the clock. */
  function sendInTime() {
    const { room } = app;
    const isUp = room.closed || (room.clock?.running && remaining(room.clock) <= 0);
    if (isUp && !wasClosed && mayAnswer(room) && !isRevealed(room) && room.question?.index === index && text.value.trim() !== ""
      && text.value !== ownAnswer(room, index).attempts.at(-1)?.text && !app.sending(index)) {
      isEditing = false;
      app.answer(text.value);
    }
    if (isUp && !wasClosed) reply.sendInTime();
    wasClosed = Boolean(isUp);
  }

  function showOwn() {
    const { room } = app;
    const mine = ownAnswer(room, index);
    const attempt = mine.attempts.at(-1);
    const best = mine.marked ? { ...(mine.attempts.find(({ attempt: n }) => n === mine.marked.attempt) ?? attempt), mark: mine.marked.mark } : attempt;
    const state = JSON.stringify([index, best?.attempt, best?.mark?.coverage, mine.modelAnswer, mine.rulings, room.ruled.length]);
    if (state === ownState) return;
    ownState = state;
    if (!best) return own.replaceChildren();
    const hadFocus = own.contains(document.activeElement);
    if (selection.text !== (best.text ?? "")) selection.range = null;
    selection.text = best.text ?? "";
    showMarked();
    const mayClaim = best.mark?.points.some(isClaimable) ?? false;
    refill(own, [h("h2", { tabindex: "-1" }, words.yours), evidenceText(selection.text, best.mark, { choosing: mayClaim ? texts.board.choosing : null }),
      mayClaim ? marked : "",
      best.mark?.points.length ? marks(best, mine) : "", mine.modelAnswer ? h("div", { class: "panel", dir: "auto", lang: langOf(room.asked.get(index)) }, markdownNodes(mine.modelAnswer)) : ""]);
    selection.restore();
    // A claim that was made is no button any more.
    if (hadFocus && !own.contains(document.activeElement)) own.firstChild.focus({ preventScroll: true });
  }

  function marks({ attempt, mark }, mine) {
    const { said, all, partly } = tally(mark);
    return h("div", { class: "stack" }, h("p", { class: "found-line", data: { testid: "found" } }, words.found(said, all, partly)),
      foundList(mark, (point) => h("li", { data: { verdict: point.verdict } },
        h("span", { class: "fill", "aria-hidden": "true", data: { verdict: point.verdict } }), h("span", { class: "found-head", dir: "auto", lang: langOf(app.room.asked.get(index)) }, point.head),
        h("span", { class: "verdict" }, ` ${texts.verdicts[point.verdict]}`), claim(point, attempt, mine))));
  }

  function showMarked() {
    const { range, text: said } = selection;
    setText(marked, range ? texts.board.markedWords(said.slice(range.start, range.end)) : words.markFirst);
  }

  function claim(point, attempt, mine) {
    if (!isClaimable(point)) return null;
    const { room } = app;
    const { ruled, seat } = room;
    const ruling = ruled.filter((one) => one.seat === seat && one.question === index && one.attempt === attempt && one.point === point.id).at(-1);
    if (ruling && !ruling.withdrawn) return h("strong", { class: "note" }, ` ${ruling.said ? words.ruledSaid : words.ruledNot}`);
    if (mine.rulings[`${attempt} ${point.id}`]) return h("span", { class: "note" }, ` ${words.claimed}`);
    return button(withSubject(words.said, point.head, room.asked.get(index)), {
      class: "quiet small claim-button", data: { testid: "claim", focus: `claim ${point.id}` },
      press: () => {
        app.ask("dispute", { question: index, attempt, point: point.id, ranges: selection.range ? [selection.range] : [], withdrawn: false });
        selection.letGo();
      },
    });
  }

  return {
    element,
    update() {
      const { room } = app;
      const { question, totals } = room;
      if (question && question.index !== index) {
        index = question.index;
        wasClosed = room.closed;
        const begun = draft(room.interview, index);
        isEditing = begun !== "" && begun !== ownAnswer(room, index).attempts.at(-1)?.text;
        text.value = app.sending(index)?.text ?? (begun || ownAnswer(room, index).attempts.at(-1)?.text || "");
        if (mayAnswer(room) && document.activeElement !== text) text.focus({ preventScroll: true });
      }
      const isOwn = room.rules?.progression === "own";
      const may = mayAnswer(room) && !room.finished && !(isRevealed(room) && !isOwn);
      const mine = ownAnswer(room, index);
      const isSent = mine.attempts.length > 0 && !app.sending(index);
      const hadFocus = form.contains(document.activeElement) || reply.element.contains(document.activeElement);
      form.hidden = !may || (isSent && !isEditing) || mine.skipped;
      watching.hidden = may || (room.role === "candidate" && !room.finished && [undefined, room.seat].includes(question?.for));
      const told = totals?.question === index && !isOwn && !isRevealed(room) ? totals : null;
      // Of one who answers there is nothing to count.
      const isHotSeatDone = question?.for && told?.done > 0;
      setText(watching, room.finished ? words.finished : isHotSeatDone ? words.hotDone(nameOf(room, question.for, texts.people.screenName)) : words.watching);
      next.hidden = !isOwn || !may || (mine.attempts.length === 0 && !mine.skipped);
      skip.hidden = mine.attempts.length > 0;
      change.hidden = !isSent || !may || isEditing || (room.closed && !isOwn);
      // With a reply the answer has become longer.
      if (!isEditing && mine.attempts.at(-1)?.probe) text.value = mine.attempts.at(-1).text;
      reply.update();
      // While something is asked back, the reply is the way on.
      next.className = reply.isOpen ? "plain" : "primary";
      after.hidden = next.hidden && change.hidden;
      sendInTime();
      showStatus();
      showOwn();
      if (hadFocus && document.activeElement.closest("[hidden]")) own.querySelector("h2")?.focus({ preventScroll: true });
      waiting.hidden = isOwn || room.role !== "candidate" || isRevealed(room) || !(isSent || room.closed || mine.skipped || room.paused)
        // Beside the field it is said already.
        || (room.paused && !form.hidden);
      setText(waiting, room.paused ? words.paused : room.closed ? words.closed : mine.skipped ? words.skipped : words.kept);
      done.update(question?.for ? null : told);
    },
    leave() {
      clearInterval(alarm);
      document.removeEventListener("visibilitychange", seen);
    },
  };
}
