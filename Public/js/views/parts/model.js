// The model answer of a question, fetched when somebody asks for it, with its key points marked.

import { langOf } from "../../bank-language.js";
import { h, button, focusOn, setBusy, setLang, setText } from "../../dom.js";
import { markedMarkdown } from "../../marked-markdown.js";
import { texts } from "../../texts.js";

const words = texts.feedback;

/** @param level of its heading */
export function modelPart(app, index, level = 3) {
  const id = `model-${index}`;
  const heading = h(`h${level}`, { tabindex: "-1" }, words.modelAnswer);
  const note = h("p", { class: "note", hidden: true }, words.modelNote);
  const text = h("div", { class: "prose", data: { testid: "model-answer" } });
  const element = h("section", { class: "model panel", id, hidden: true }, heading, note, text);
  const press = button(words.reveal, {
    class: "plain", "aria-expanded": "false", "aria-controls": id, data: { testid: "reveal", key: "m" }, press: toggle,
  });

  let answer;
  let asked = null;
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
      setLang(text, answer === null ? null : langOf(asked));
      text.replaceChildren(...(answer === null ? [h("p", {}, words.noModelAnswer)] : markedMarkdown(answer, asked.modelSaid, headsIn(asked))));
      note.hidden = !text.querySelector("mark");
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
      asked = question;
      answer = question.modelAnswer;
      show();
    },
  };
}

/** What the key points are called, as far as a mark has told it. */
function headsIn({ attempts }) {
  return new Map((attempts.at(-1)?.mark?.points ?? []).map(({ id, head }) => [id, head]));
}
