// The points that were missed, why they matter, and the way into an interview on exactly these.

import { h, button, hidden, setBusy, setText } from "../../dom.js";
import { langOf } from "../../bank-language.js";
import { texts } from "../../texts.js";
import { showsNumbers } from "../parts/score.js";

const words = texts.report;
const shownAtOnce = 8;

/** All points that an interview missed, what matters most first: [{question, id, head, gist, weight, required}]. */
export function missedPoints({ questions }) {
  const all = questions.flatMap(({ index, outcome, missed }) =>
    (outcome === "notAsked" ? [] : missed ?? []).map((point) => ({ ...point, question: index })));
  return all.map((point, place) => ({ ...point, place })).sort((a, b) =>
    Number(b.required ?? false) - Number(a.required ?? false) || (b.weight ?? 1) - (a.weight ?? 1) || a.place - b.place);
}

/**
 * Made anew when a ruling changes what was missed; what was not to be practised stays so. Its `button` is for the
 * caller to place.
 */
export function practisePart(app) {
  const element = h("div");
  const start = button("", { class: "primary", data: { testid: "practise-points" }, press: () => part.begin() });
  const spared = new Set();
  let shown, part;
  return {
    element,
    button: start,
    update() {
      const { report } = app.interview.ended;
      if (shown !== report) {
        shown = report;
        part = choiceOfPoints(app, missedPoints(report), spared, start);
        element.replaceChildren(part.element);
      }
      part.update();
    },
  };
}

function choiceOfPoints(app, points, spared, start) {
  start.hidden = points.length === 0;
  if (points.length === 0) return { element: h("p", { class: "note" }, words.noneWeak), update() {}, begin() {} };
  // How many were missed of how many is a number too.
  const isNumeric = showsNumbers(app);
  const questionOf = ({ question }) => app.interview.questions[question];
  const boxes = points.map((point) => h("input", { type: "checkbox", checked: !spared.has(keyOf(point)), data: { testid: "practise-point" } }));
  const items = points.map((point, i) => h("li", {}, h("label", { class: "practise-point" }, boxes[i],
    h("span", {}, h("span", { class: "point-head", dir: "auto", lang: langOf(questionOf(point)) }, point.head),
      why(point, questionOf(point))))));
  const rest = items.slice(shownAtOnce);
  const element = h("fieldset", { class: "practise panel", data: { testid: "practise" } },
    h("legend", {}, hidden(words.choose)),
    h("div", { class: "tools" },
      button(words.all, { class: "plain small", press: () => setAll(true) }),
      button(words.none, { class: "plain small", press: () => setAll(false) })),
    h("ul", { class: "weakest" }, items.slice(0, shownAtOnce)),
    rest.length ? h("details", {},
      h("summary", {}, isNumeric ? words.morePoints(rest.length) : words.others), h("ul", { class: "weakest" }, rest)) : null);
  element.addEventListener("change", update);

  function begin() { app.candidate.practisePoints(chosen().map(({ question, id, head }) => ({ question, point: id, head }))); }

  function chosen() { return points.filter((_, i) => boxes[i].checked); }

  function setAll(isChecked) {
    for (const box of boxes) box.checked = isChecked;
    update();
  }

  function update() {
    const opening = app.isOpening;
    points.forEach((point, i) => (boxes[i].checked ? spared.delete(keyOf(point)) : spared.add(keyOf(point))));
    const { length } = chosen();
    const label = length === 0 ? words.chooseOne : isNumeric ? words.practise(length, points.length) : words.practiseChosen;
    setText(start, opening ? texts.start.starting : label);
    setBusy(start, opening || length === 0);
  }

  return { element, update, begin };
}

const keyOf = ({ question, id }) => `${question} ${id}`;

/** Why a point matters: what it says, and how much hangs on it. */
function why({ question, gist, weight, required, verdict }, asked) {
  const about = [
    verdict && verdict !== "missed" ? texts.feedback.verdicts[verdict] : null,
    required ? words.required : null, weight > 1 ? words.weight(weight) : null, words.fromQuestion(question + 1),
  ];
  return [
    gist ? h("span", { class: "gist", dir: "auto", lang: langOf(asked) }, gist) : null,
    h("span", { class: "note" }, about.filter(Boolean).join(" · ")),
  ];
}
