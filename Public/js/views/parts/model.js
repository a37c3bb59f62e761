// The model answer of a question, fetched when somebody asks for it.

import { h, button, focusOn, setBusy, setText } from "../../dom.js";
import { markdownNodes } from "../../markdown-dom.js";
import { texts } from "../../texts.js";

const words = texts.feedback;

/** @param level of its heading */
export function modelPart(app, index, level = 3) {
  const id = `model-${index}`;
  const heading = h(`h${level}`, { tabindex: "-1" }, words.modelAnswer);
  const text = h("div", { class: "prose", data: { testid: "model-answer" } });
  const element = h("section", { class: "model panel", id, hidden: true }, heading, text);
  const press = button(words.reveal, {
    class: "plain", "aria-expanded": "false", "aria-controls": id, data: { testid: "reveal", key: "m" }, press: toggle,
  });

  let answer;
  let isHidden = false;
  let wasAskedFor = false;

  function toggle() {
    if (answer === undefined) {
      wasAskedFor = true;
      return app.candidate.reveal(index);
    }
    isHidden = !isHidden;
    show();
    if (!isHidden) focusOn(heading);
  }

  function show() {
    const isPending = app.outbox.find("reveal", index) !== null;
    const isOpen = answer !== undefined && !isHidden;
    if (answer !== undefined && !text.hasChildNodes()) {
      text.replaceChildren(...(answer === null ? [h("p", {}, words.noModelAnswer)] : markdownNodes(answer)));
    }
    element.hidden = !isOpen;
    press.setAttribute("aria-expanded", String(isOpen));
    setText(press, isPending ? words.revealing : isOpen ? words.hide : words.reveal);
    setBusy(press, isPending);
    if (isOpen && wasAskedFor) {
      wasAskedFor = false;
      focusOn(heading);
    }
  }

  return {
    element,
    button: press,
    update(question) {
      answer = question.modelAnswer;
      show();
    },
  };
}
