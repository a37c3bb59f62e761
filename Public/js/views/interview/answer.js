// Where a question is answered, for the first time or once more, with the ways around an answer: a hint, skipping.

import { h, button, setBusy, setText } from "../../dom.js";
import { texts } from "../../texts.js";
import { hintList, hintButton } from "./hints.js";
import { isRealistic, writingField } from "./writing.js";

const words = texts.interview;

export function answerForm(app, index, leave) {
  const question = () => app.interview.questions[index];
  const latest = question()?.attempts.at(-1);
  const isRetry = latest !== undefined && !isRealistic(app);
  const hints = h("div", { class: "hints-place" });
  const hint = hintButton(app, index);
  const retreat = isRetry
    ? button(words.back, { class: "plain", data: { testid: "back", key: "b" }, press: () => app.retry(null) })
    : button(words.skip, { class: "plain", data: { testid: "skip", key: "s" }, press: () => leave("skip") });
  const next = button(words.goOn, {
    class: "plain", hidden: true, data: { testid: "go-on", key: "n" }, press: () => leave(goOn()),
  });
  const field = writingField(app, {
    index, id: "answer", rows: 5, start: isRetry ? latest.text : "",
    label: isRetry ? words.attempt(latest.attempt + 1) : words.answer, send: words.send,
    buttons: [next, isRealistic(app) ? null : hint.element, retreat],
  });

  /** Once the time is up there is a way on without an answer. */
  function goOn() { return app.interview.closed?.per === "interview" ? "end" : "next"; }

  let shownHints = 0;

  return {
    element: h("div", {}, hints, field.element),
    update(now) {
      const { closed } = app.interview;
      next.hidden = isRetry || closed?.question !== index;
      setText(next, closed?.per === "interview" ? words.toReport : words.goOn);
      retreat.hidden = !next.hidden;
      setBusy(next, app.outbox.find("next", index) !== null || app.outbox.find("end") !== null);
      setBusy(retreat, app.outbox.find("skip", index) !== null);
      if (now.hints.length !== shownHints) {
        shownHints = now.hints.length;
        hints.replaceChildren(hintList(now.hints, now));
      }
      hint.update(now);
      field.update();
    },
    focus: () => field.focus(),
    leave: () => field.leave(),
  };
}
