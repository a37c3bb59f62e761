// A link that asks for topics that this server has not: said, and nothing is started until somebody has chosen.

import { h, button, focusOn, setText } from "../../dom.js";
import { texts } from "../../texts.js";

const words = texts.start;

/** @param proceed starts with all topics */
export function unknownTopics({ proceed }) {
  const text = h("p", { tabindex: "-1" });
  const anyway = button(words.allInstead, {
    class: "plain", data: { testid: "unknown-all" }, press: () => {
      missing = [];
      tell([]);
      proceed();
    },
  });
  const element = h("div", { class: "remark unknown-topics", hidden: true, data: { testid: "unknown-topics" } },
    text, h("div", { class: "actions" }, anyway));
  let missing = [];

  function tell(ids) {
    element.hidden = missing.length === 0;
    anyway.hidden = ids.length > 0;
    if (missing.length) setText(text, words.unknownTopics(missing));
  }

  return {
    element,
    tell,

    /** @param ids of the topics that are asked for and not here */
    show(ids) { missing = ids; },

    /** True where nothing of what the link asks for is here and nothing was chosen; then goes to what is said of it. */
    isInTheWay(ids) {
      if (missing.length === 0 || ids.length > 0) return false;
      focusOn(text);
      return true;
    },
  };
}
