// The interviewer's follow-up question: it stands below the feedback's result, and what is written there counts
// together with the answer before it.

import { h } from "../../dom.js";
import { announce } from "../../announce.js";
import { langOf } from "../../bank-language.js";
import { markdownNodes } from "../../markdown-dom.js";
import { plainText } from "../../markdown.js";
import { openProbe } from "../../points.js";
import { texts } from "../../texts.js";
import { writingField } from "./writing.js";

const words = texts.probe;

export function probePart(app, index, say) {
  const element = h("section", { class: "probe panel", data: { testid: "probe" }, hidden: true });
  let shown = null;
  let field = null;

  return {
    element,
    update(question) {
      const probe = openProbe(question);
      element.hidden = probe === null;
      if (probe && probe.point !== shown) {
        shown = probe.point;
        field = writingField(app, {
          index, isReply: true, id: "reply", rows: 2, label: words.reply, send: words.send,
        });
        element.replaceChildren(
          h("h3", {}, words.title),
          h("div", { class: "probe-text", dir: "auto", lang: langOf(question), data: { testid: "probe-text" } }, markdownNodes(probe.text)),
          field.element);
        announce(words.asks(plainText(probe.text)));
        say(plainText(probe.text));
      }
      if (probe) field.update();
    },
    leave: () => field?.leave(),
  };
}
