// A spectator's seat shown large: question, countdown, how many are done, the reveal. No controls, and it comes back by
// itself for as long as the room is there.

import { langOf } from "../../bank-language.js";
import { h, setLang, setText } from "../../dom.js";
import { plainText } from "../../markdown.js";
import { shownCode } from "../seats.js";
import { joinPlace, pictureOf } from "../share.js";
import { isRevealed, nameOf, people, topicOf } from "../state.js";
import { texts } from "../texts.js";
import { clockPart } from "./clock.js";
import { doneLine } from "./done.js";
import { sharedPoints } from "./reveal.js";

const words = texts.screen;
/** Of a point a room reads this many phrasings; the rest is on everybody's own screen. */
const most = 1;
/** Of more points than these there is room for less of each. */
const roomy = 7;
/** The sizes of a reveal that are tried, the largest first. */
const sizes = [1.7, 1.55, 1.4, 1.25, 1.1, 1, 0.9, 0.8];
/** Characters: a longer question is set smaller. */
const long = 200;

export function screenView(app) {
  const { code } = app.room;
  const place = h("p", { class: "screen-place", data: { testid: "screen-place" } });
  const clock = clockPart(app, "screen-clock");
  const title = h("h1", { class: "screen-prompt", dir: "auto", data: { testid: "screen-prompt" } });
  const hot = h("p", { class: "screen-hot", dir: "auto" });
  const stage = h("div", { class: "screen-reveal", data: { testid: "screen-reveal" } });
  const done = doneLine((n, all) => words.done(n, all));
  const told = h("p", { class: "screen-told", data: { testid: "screen-told" } });
  const offline = h("p", { class: "screen-offline", role: "status" });
  const joining = h("div", { class: "screen-join" },
    h("div", {}, h("p", {}, words.join), h("p", { class: "screen-address", dir: "ltr" }, joinPlace()), h("p", { class: "code", data: { testid: "screen-code" } }, shownCode(code))),
    h("img", { class: "qr", src: pictureOf(code), alt: texts.lobby.qr, width: 480, height: 480 }));
  const element = h("section", { class: "screen" }, h("div", { class: "screen-head" }, place, clock.element),
    h("div", { class: "screen-main" }, title, hot, stage), h("div", { class: "screen-foot" }, h("div", { class: "screen-line" }, done.element, told, offline), joining));
  let before = "";

  function titleOf({ phase, question }) {
    if (phase === "ended") return words.over;
    if (phase === "lobby") return texts.lobby.title;
    return plainText(question?.prompt ?? "") || "…";
  }

  /** Nobody can scroll a projector. */
  function fit() {
    for (const size of sizes) {
      stage.style.setProperty("--fit", size);
      if (document.documentElement.scrollHeight <= window.innerHeight) return;
    }
  }
  window.addEventListener("resize", fit);

  return {
    element,
    title: () => texts.lobby.screen,
    update() {
      const { room } = app;
      const { question, totals, phase } = room;
      const isShown = isRevealed(room) && phase === "asking";
      element.dataset.phase = isShown ? "reveal" : phase;
      element.dataset.long = String((question?.prompt?.length ?? 0) > long);
      setText(place, phase === "asking" && question ? [texts.question.of(question.index + 1, question.of ?? room.count), topicOf(question)].filter(Boolean).join(" · ") : "");
      setText(title, titleOf(room));
      setLang(title, phase === "asking" ? langOf(question) : null);
      setText(hot, phase === "asking" && question?.for ? texts.question.hot(nameOf(room, question.for, texts.people.screenName)) : "");
      setText(told, phase === "lobby" ? texts.line.here(people(room).filter(({ role, here }) => role === "candidate" && here !== false).length)
        : phase === "asking" && room.closed && !isShown ? words.closed : room.paused ? words.paused : "");
      setText(offline, app.connection.isOnline ? "" : words.reconnecting);
      done.update(phase === "asking" && !isShown && totals?.question === question?.index ? totals : null);
      clock.update();
      const phrases = isShown && room.phrases?.question === question.index ? room.phrases : null;
      const state = JSON.stringify([phase, question?.index, isShown, phrases]);
      if (state === before) return;
      before = state;
      stage.dataset.dense = String((phrases?.points.length ?? 0) > roomy);
      stage.replaceChildren(...(phrases ? sharedPoints(phrases, { seat: null, most, lang: langOf(question) }) : []));
      fit();
    },
    leave() {
      clock.leave();
      window.removeEventListener("resize", fit);
    },
  };
}
