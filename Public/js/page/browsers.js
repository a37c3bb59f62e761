// How several browsers become one visitor's: by a link that is opened once, or by a code that was written down. The
// secret of a link is behind the address's number sign, which a browser sends to nobody.

import { ask } from "../dialog.js";
import { button, focusOn, h } from "../dom.js";
import { request } from "../one-request.js";
import { MadeLink } from "./made-link.js";
import { newSecret } from "./secret.js";

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** 130 random bits in Crockford's base32. */
function newCode() {
  return Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => letters[byte & 31]).join("");
}

/** `kq7mx-2xrd0-…`: easier to copy by hand. */
function grouped(code) {
  return code.match(/.{1,5}/g).join("-");
}

function status() {
  return h("p", { class: "note", role: "status" });
}

function linkPart(part, words) {
  const said = status();
  const link = new MadeLink("browser-link", words, said);
  const picture = h("div", { class: "qr" });
  let timer;
  const make = async () => {
    said.textContent = words.making;
    const [secret, address] = [newSecret(), location.href.split("#")[0].split("?")[0]];
    const reply = await request({ type: "link", secret, address });
    if (reply?.type !== "linked") {
      said.textContent = words.failed;
      return;
    }
    picture.replaceChildren();
    if (reply.picture) {
      const svg = new DOMParser().parseFromString(reply.picture, "image/svg+xml").documentElement;
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", words.picture);
      picture.append(document.importNode(svg, true));
    }
    said.textContent = words.linkMade;
    clearTimeout(timer);
    timer = setTimeout(() => {
      link.hide();
      picture.replaceChildren();
      said.textContent = words.linkOver;
    }, Math.max(0, reply.until - Date.now()));
    link.show(`${address}#${secret}`);
  };
  part.append(h("div", { class: "tools start" }, button(words.makeLink, { class: "primary small", data: { testid: "make-link" }, press: make })),
    link.node, picture, said);
}

function recoveryPart(part, words) {
  const [note, said] = [part.querySelector(".note"), status()];
  const code = h("output", { class: "recovery-code", hidden: true, data: { testid: "recovery-code" } });
  let has = note.dataset.hasCode === "yes";
  const set = async () => {
    if (has && !await ask({ title: words.replaceTitle, text: words.replaceText, proceed: words.replaceCode, stay: words.cancel })) return;
    said.textContent = words.making;
    const wanted = newCode();
    const reply = await request({ type: "recovery", code: wanted });
    if (reply?.type !== "recovery") {
      said.textContent = words.failed;
      return;
    }
    has = true;
    note.hidden = true;
    code.textContent = grouped(wanted);
    code.hidden = false;
    said.textContent = words.codeMade;
    show();
  };
  const revoke = async () => {
    const reply = await request({ type: "recovery" });
    if (reply?.type !== "recovery") {
      said.textContent = words.failed;
      return;
    }
    has = false;
    note.hidden = true;
    code.hidden = true;
    code.textContent = "";
    said.textContent = words.codeGone;
    show();
  };
  const setter = button("", { class: "plain small", data: { testid: "make-code" }, press: set });
  const revoker = button(words.revokeCode, { class: "plain small", data: { testid: "revoke-code" }, press: revoke });
  const show = () => {
    setter.textContent = has ? words.replaceCode : words.makeCode;
    revoker.hidden = !has;
  };
  show();
  part.append(h("div", { class: "tools start" }, setter, revoker), code, said);
}

function claimPart(part, words) {
  const said = status();
  const [title, text] = [part.querySelector("h2"), part.querySelector("p")];
  const secret = /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
  // It is not to stay in the address, nor in the history.
  if (secret) history.replaceState(null, "", location.pathname);
  const input = h("input", { id: "claim-code", class: "link", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "64", data: { testid: "claim-code" } });
  const claim = async () => {
    if (!secret && !input.value.trim()) {
      input.focus();
      return;
    }
    said.textContent = words.claiming;
    const reply = await request({ type: "claim", pass: secret ?? input.value.trim() });
    if (reply?.type !== "claimed") {
      said.textContent = ["tooFast", "tooManyTries"].includes(reply?.code) ? words.tooFast : reply?.code === "busy" ? words.tooMany
        : reply ? secret ? words.noSuchLink : words.noSuchCode : words.failed;
      return;
    }
    if (reply.already) {
      said.textContent = words.already;
      return;
    }
    location.href = "transcripts";
  };
  const go = button(secret ? words.claimLink : words.claimCode, { class: "primary small", data: { testid: "claim" }, press: claim });
  if (secret) {
    title.textContent = words.linkTitle;
    text.textContent = words.linkText;
    part.append(h("div", { class: "tools start" }, go, h("a", { class: "button small", href: "transcripts" }, words.cancel)), said);
    for (const other of part.parentElement.children) {
      if (other !== part && !other.matches("h1, .way-back")) other.hidden = true;
    }
    focusOn(title);
  } else {
    part.append(h("form", { class: "tools start", on: { submit: (event) => { event.preventDefault(); claim(); } } },
      h("label", { class: "note", for: "claim-code" }, words.code), input, go), said);
  }
}

function unlinkButton(place, words) {
  const said = h("span", { class: "note", role: "status" });
  const isHere = place.dataset.here === "yes";
  const press = async () => {
    const own = isHere ? words.leave : words.remove;
    if (!await ask({ title: own.title, text: own.text, proceed: own.go, stay: words.cancel })) return;
    const reply = await request({ type: "unlink", browser: place.dataset.unlink });
    if (reply?.type === "unlinked" || reply?.code === "notFound") {
      location.reload();
    } else {
      said.textContent = words.failed;
    }
  };
  place.append(button((isHere ? words.leave : words.remove).go, { class: "plain small", data: { testid: isHere ? "leave" : "unlink" }, press }), " ", said);
}

export function browsersPage(words) {
  for (const part of document.querySelectorAll("[data-part]")) {
    ({ link: linkPart, recovery: recoveryPart, claim: claimPart })[part.dataset.part](part, words);
  }
  for (const place of document.querySelectorAll("[data-unlink]")) unlinkButton(place, words);
}
