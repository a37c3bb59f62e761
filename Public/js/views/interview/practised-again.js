// Which points of an earlier interview a question is asked for once more, for whoever wants to see them.

import { h } from "../../dom.js";
import { langOf } from "../../bank-language.js";
import { texts } from "../../texts.js";

const words = texts.interview;

export function practisedAgain(app) {
  const element = h("details", { class: "practised-again", hidden: true, data: { testid: "practised-again" } });
  let shown = null;
  return {
    element,
    update(question) {
      if (shown === question.index) return;
      shown = question.index;
      const heads = app.store.interview(app.interview.id)?.practised?.[question.id] ?? [];
      element.hidden = heads.length === 0;
      element.open = false;
      element.replaceChildren(h("summary", {}, words.again(heads.length)),
        h("ul", { lang: langOf(question), dir: "auto" }, heads.map((head) => h("li", {}, head))));
    },
  };
}
