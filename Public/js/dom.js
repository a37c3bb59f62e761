// Makes nodes without a template language: every text goes in as a text node, so nothing that came over the
// wire can become markup.

const svgNamespace = "http://www.w3.org/2000/svg";

/** An HTML element. `on` holds event listeners, `data` becomes data-* attributes; what is null is left out. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === "data") for (const [key, one] of Object.entries(value)) { if (one !== null && one !== undefined) node.dataset[key] = one; }
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Sets a text only where it changes, so that a screen reader's place in it is kept. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Says what a node's text is written in; null where it is in the page's own language. */
export function setLang(node, lang) {
  if (lang === null) node.removeAttribute("lang");
  else if (node.lang !== lang) node.lang = lang;
}

/** Words for a screen reader only. */
export function hidden(words) {
  return h("span", { class: "visually-hidden" }, words);
}

/** Moves the focus to something that is not a control, a heading for instance. */
export function focusOn(node) {
  if (!node.hasAttribute("tabindex")) node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
  const top = node.getBoundingClientRect().top;
  if (top < 0 || top > window.innerHeight * 0.7) node.scrollIntoView({ block: "start" });
}

/** A button that stays focusable while it may not be pressed: `busy` ignores the press instead of losing focus. */
export function button(label, { press, ...attributes }) {
  const node = h("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", (event) => {
    if (node.getAttribute("aria-disabled") !== "true") press(event);
  });
  return node;
}

export function setBusy(node, busy) {
  if (busy) node.setAttribute("aria-disabled", "true");
  else node.removeAttribute("aria-disabled");
}

/**
 * Builds the content of `place` anew without taking the focus away: the control that had it is found again by its
 * `data-focus`.
 */
export function refill(place, children) {
  const name = place.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
  place.replaceChildren(...children);
  if (name === undefined) return;
  const control = [...place.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === name);
  control?.focus({ preventScroll: true });
}
