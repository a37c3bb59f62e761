// Interviews that this browser holds a seat in: those under way, to continue, and the finished ones.

import { langOf } from "../../bank-language.js";
import { h, button, hidden } from "../../dom.js";
import { ask } from "../../dialog.js";
import { interviewFragment } from "../../setup.js";
import { language, texts } from "../../texts.js";

const words = texts.start;
const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

/** Fills `place`, but only when something changed: a rebuilt link would lose the focus. */
export function interviewCards(place, app) {
  const known = app.store.interviews();
  const state = JSON.stringify(known.map(({ id, ended, coverage }) => [id, ended, coverage]));
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  const underWay = known.filter(({ ended }) => !ended).slice(0, 3);
  const finished = known.filter(({ ended }) => ended).slice(0, 5);
  const remove = async (interview) => {
    const isSure = await ask({ title: words.forgetTitle, text: words.forgetText, proceed: words.forget, stay: texts.dialog.cancel });
    if (!isSure) return;
    app.store.forget(interview.id);
    app.changed();
  };
  place.replaceChildren(
    group(words.underWay, underWay.map((one) => underWayCard(one, remove)), "cards"),
    group(words.finished, finished.map((one) => finishedLine(one, remove)), "lines"));
}

function group(title, items, name) {
  if (items.length === 0) return "";
  return h("section", { class: "known" }, h("h2", {}, title), h("ul", { class: name }, items));
}

function underWayCard(interview, remove) {
  return h("li", { class: "card" },
    h("div", {}, h("p", { class: "card-title", dir: "auto" }, described(interview)), h("p", { class: "note" }, time(interview))),
    h("div", { class: "actions" },
      h("a", { class: "button", href: interviewFragment(interview.id), data: { testid: "resume" } },
        words.resume, hidden([": ", described(interview)])),
      forgetButton(interview, remove)));
}

function finishedLine(interview, remove) {
  return h("li", {},
    h("a", { href: interviewFragment(interview.id), dir: "auto" }, described(interview)),
    h("span", { class: "note" }, [time(interview), coverageOf(interview)].filter(Boolean).join(" · ")),
    forgetButton(interview, remove));
}

/** Nothing where the interview was to go without numbers, or was of stories. */
function coverageOf({ setup, coverage }) {
  return setup?.score === "points" || coverage === null ? "" : `${texts.feedback.coverage} ${texts.percent(coverage)}`;
}

function forgetButton(interview, remove) {
  return button([words.forget, hidden([": ", described(interview)])], { class: "plain small", press: () => remove(interview) });
}

/** What an interview was about, in pieces: topics are called what their bank calls them, in its language. */
function described({ setup, document }) {
  const { topics = [], count = 0, purpose, openEnded, limit } = setup ?? {};
  const titles = topics.slice(0, 3).flatMap((topic, i) => [i > 0 ? ", " : "", h("span", { lang: langOf(topic) }, topic.title)]);
  const rest = topics.length > 3 ? ` + ${texts.number(topics.length - 3)}` : "";
  const what = words.purposes[purpose] ? [words.purposes[purpose]]
    : [document ? `${document}: ` : "", ...(titles.length ? titles : [words.allTopics]), rest];
  const gap = "\u0001";
  const [before, after] = (openEnded && limit ? words.timedCard(gap, limit.seconds / 60) : words.card(gap, count)).split(gap);
  return [before, ...what, after].filter((part) => part !== "");
}

function time({ setup, seenAt }) {
  const date = new Date(setup?.at ?? seenAt);
  return Number.isNaN(date.getTime()) ? "" : when.format(date);
}
