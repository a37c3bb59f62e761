// What a bank says stands in the bank's language, in a page that may be in another one.

import { h, hidden } from "./dom.js";
import { language } from "./texts.js";

/** The `lang` of what belongs to a question or topic of a bank; null where the page is in that language anyway. */
export function langOf(one) {
  const own = one?.lang ?? "en";
  return own.split("-")[0] === language ? null : own;
}

/** The `lang` of what a bank says of several topics: theirs, where it is one. */
export function langOfAll(topics) {
  const all = new Set(topics.map(langOf));
  return all.size === 1 ? [...all][0] : null;
}

/** Titles of topics within a sentence of the page's own, which is given their list. */
export function withTitles(sentence, topics) {
  const first = 0xe000;
  return sentence(topics.map((_, i) => String.fromCharCode(first + i))).split(/([\ue000-\uf8ff])/).map((part) => {
    const topic = topics[part.charCodeAt(0) - first];
    return topic ? h("span", { dir: "auto", lang: langOf(topic) }, topic.title) : part;
  });
}

/** What a control says, and for whoever hears it alone what of a bank it is about: an `aria-label` has one language only. */
export function withSubject(label, words, one, gap = ": ") {
  return [label, hidden([gap, h("span", { dir: "auto", lang: langOf(one) }, words)])];
}

/** Words of a bank within a sentence of the page's own: `sentence` puts what it is given where they belong. */
export function withBankWords(sentence, words, one) {
  const gap = "\u0001";
  const [before, after = ""] = sentence(gap).split(gap);
  return [before, h("span", { dir: "auto", lang: langOf(one) }, words), after];
}
