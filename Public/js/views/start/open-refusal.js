// Why no interview was opened, where it can be helped: a link that was made with other questions.

import { h, button, focusOn, setText } from "../../dom.js";
import { announce } from "../../announce.js";
import { texts } from "../../texts.js";

const words = texts.start;

export function openRefusal(app) {
  const text = h("p", { id: "refusal-text", tabindex: "-1" });
  const anyway = button(words.anyway, {
    class: "plain", "aria-describedby": text.id, data: { testid: "start-anyway" }, press: () => app.open({ ...setup, bank: null }),
  });
  const element = h("div", { class: "remark open-refusal", hidden: true, data: { testid: "open-refusal" } },
    text, h("div", { class: "actions" }, anyway));

  let setup = {};
  let shown = null;

  return {
    element,

    /** @param now the set-up as the form has it */
    update(now) {
      setup = now;
      const { refusal, bank } = app.start;
      const isOther = Boolean(now.seed && now.bank && bank && !app.start.own.isUsed && !bank.hash.startsWith(now.bank))
        || refusal?.code === "otherBank";
      element.hidden = !isOther && !refusal;
      anyway.hidden = !isOther;
      if (!element.hidden) setText(text, isOther ? words.otherBank : texts.refusal(refusal.code, "open") ?? refusal.message);
      // It is the answer to Start: whoever pressed it is taken to it.
      if (refusal && refusal !== shown) {
        announce(text.textContent);
        focusOn(isOther ? anyway : text);
      }
      shown = refusal;
    },
  };
}
