// What the matcher says of the current question's attempts, and the ways on from there.

import { h, button, focusOn, setBusy, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { texts } from "../../texts.js";
import { attemptsPart } from "./attempts.js";
import { hintButton } from "./hints.js";
import { modelPart } from "../parts/model.js";
import { probePart } from "./probe.js";

const words = texts.feedback;

export function feedbackView(app, index, leave, say) {
  const heading = h("h2", { tabindex: "-1" }, words.title);
  const attempts = attemptsPart(app, index, { isOpen: () => app.candidate.isOpen(index), showMissing });
  const model = modelPart(app, index);
  const probe = probePart(app, index, say);
  const hint = hintButton(app, index);
  const again = button(words.again, { class: "plain", data: { testid: "retry", key: "r" }, press: () => app.retry(index) });
  const next = button(words.next, {
    class: "primary to-the-end", data: { testid: "next", key: "n" }, press: () => leave(isTimeUp() ? "end" : "next"),
  });
  const element = h("section", { class: "feedback", data: { testid: "feedback" } },
    h("div", { class: "feedback-title" }, heading, attempts.choice),
    attempts.result, attempts.details, probe.element,
    h("div", { class: "actions bottom" }, hint.element, again, model.button, next), model.element);

  function isTimeUp() { return app.interview.closed?.per === "interview"; }

  /** Which of the missing points somebody has said can only be told from their names. */
  function showMissing(isClaimed) {
    app.candidate.openPoints(index);
    announce(isClaimed ? words.openedToClaim : words.opened);
    const control = isClaimed ? attempts.details.querySelector(".missing-line ~ .points [data-testid=dispute]") : null;
    if (control) control.focus();
  }

  let known = 0;

  /** A reply has been kept: its field is gone, and with it the focus. */
  function replied() {
    announce(words.kept(attempts.said()));
    if (probe.element.contains(document.activeElement)) focusOn(heading);
  }

  return {
    element,
    update(question) {
      attempts.update(question);
      if (known > 0 && question.attempts.length > known) replied();
      known = question.attempts.length;
      const moving = app.outbox.find("next", index) !== null || app.outbox.find("end") !== null;
      const isLast = !app.interview.setup?.openEnded && index + 1 === question.of;
      setText(next, moving ? words.moving : isTimeUp() ? texts.interview.toReport : isLast ? words.finish : words.next);
      setBusy(next, moving);
      hint.update(question);
      model.update(question);
      probe.update(question);
      // One way on at a time: while the interviewer asks back, that is the reply.
      next.className = probe.element.hidden ? "primary to-the-end" : "plain to-the-end";
    },
    focus: () => focusOn(heading),
    result: () => attempts.said(),
    leave: () => probe.leave(),
  };
}
