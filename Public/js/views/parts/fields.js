// The parts that forms are made of: a control with its label and what is to be said of it.

import { h } from "../../dom.js";

/** A control under its label, with a note that is read out with it. */
export function field(label, control, note = null) {
  if (note) control.setAttribute("aria-describedby", note.id ||= `${control.id}-note`);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control, note);
}

export function note(text = "", id = null) {
  return h("p", { class: "note", id }, text);
}

/** @param words the words for each value, in the order of the list */
export function select(id, words) {
  return h("select", { id, data: { testid: id } },
    Object.entries(words).map(([value, text]) => h("option", { value }, text)));
}

/** A box to tick, with its label beside it. */
export function tick(id, label, note = null) {
  const box = h("input", { type: "checkbox", id, data: { testid: id } });
  if (note) box.setAttribute("aria-describedby", note.id ||= `${id}-note`);
  return { box, element: h("div", { class: "tick" }, box, h("label", { for: id }, label), note) };
}

/** Radio buttons that say what each choice means. `choices`: {value: [title, sentence]}. */
export function radios(name, legend, choices) {
  const inputs = Object.keys(choices).map((value) => h("input", {
    type: "radio", name, value, id: `${name}-${value}`, "aria-describedby": `${name}-${value}-note`,
    data: { testid: `${name}-${value}` },
  }));
  const element = h("fieldset", { class: "choices" }, h("legend", {}, legend), inputs.map((input) => {
    const [title, sentence] = choices[input.value];
    return h("label", { class: "choice", for: input.id }, input,
      h("span", {}, h("span", { class: "choice-title", dir: "auto" }, title),
        h("span", { class: "note", id: `${input.id}-note` }, sentence)));
  }));
  return {
    element,
    get value() { return inputs.find(({ checked }) => checked)?.value ?? null; },
    set value(value) { for (const input of inputs) input.checked = input.value === value; },
  };
}
