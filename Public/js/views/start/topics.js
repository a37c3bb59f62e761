// The topics of a bank, to tick.

import { h, button, hidden, setText } from "../../dom.js";
import { texts } from "../../texts.js";

const words = texts.start;

/** @param changed called when a choice was made here */
export function topicList({ changed }) {
  const list = h("ul", { class: "topic-list" });
  const chosen = h("p", { class: "note", id: "topics-chosen" });
  const error = h("p", { class: "error", id: "topics-error", hidden: true });
  const tools = h("div", { class: "tools" }, chosen,
    button(words.all, { class: "plain small", press: () => setAll(true) }),
    button(words.none, { class: "plain small", press: () => setAll(false) }));
  const element = h("fieldset", { class: "panel", "aria-describedby": "topics-chosen topics-error" },
    h("legend", {}, words.topics), tools, list, error);

  let topics = [];
  let boxes = [];

  function setAll(isChecked) {
    for (const box of boxes) box.checked = isChecked;
    changed();
  }

  function line(topic, box) {
    return h("li", {}, h("label", { class: "topic" }, box,
      h("span", { class: "topic-title", dir: "auto" }, topic.title),
      h("span", { class: "topic-count" },
        h("span", { "aria-hidden": "true" }, texts.number(topic.questions)), hidden(words.topicCount(topic.questions)))));
  }

  return {
    element,

    /** The topics of `bank`; of the ids in `wanted` those that it has are ticked, or else all. */
    show(bank, wanted) {
      topics = bank.topics;
      const known = wanted.filter((id) => topics.some((topic) => topic.id === id));
      boxes = topics.map((topic) => h("input", {
        type: "checkbox", name: "topic", value: topic.id, data: { testid: `topic-${topic.id}`, questions: topic.questions },
      }));
      for (const box of boxes) box.checked = known.length === 0 || known.includes(box.value);
      if (topics.length === 0) return this.say(words.noBank);
      tools.hidden = false;
      list.replaceChildren(...topics.map((topic, i) => line(topic, boxes[i])));
    },

    /** What to say while there are no topics. */
    say(sentence) {
      tools.hidden = true;
      if (list.textContent !== sentence) list.replaceChildren(h("li", { class: "note" }, sentence));
    },

    /** The ids that are ticked; none where all are. */
    get ids() {
      const ids = this.ticked.map(({ id }) => id);
      return ids.length === topics.length ? [] : ids;
    },

    get ticked() { return topics.filter((_, i) => boxes[i].checked); },

    /** How many questions there are in the choice. */
    get questions() { return this.ticked.reduce((sum, topic) => sum + topic.questions, 0); },

    tell() {
      const { length } = this.ticked;
      if (length) error.hidden = true;
      setText(chosen, topics.length ? words.chosen(length, topics.length, this.questions) : "");
    },

    /** Says that a topic is needed, and goes there. */
    complain() {
      error.hidden = false;
      setText(error, words.noTopic);
      boxes[0]?.focus();
    },
  };
}
