// What changes something on the server's pages goes over the WebSocket. Without this script they are for reading.

import { ask } from "./dialog.js";
import { button, h } from "./dom.js";

const language = document.documentElement.lang;
const { transcripts: words } = (await (language === "de" ? import("./texts/pages/de.js") : import("./texts/pages/en.js"))).texts;
const patience = 15_000;

/** Asks the server for something; resolves to its reply, or null where it cannot be reached. */
function request(message) {
  return new Promise((resolve) => {
    const socket = new WebSocket(new URL("../ws", import.meta.url).href.replace(/^http/, "ws"), "greenroom.v1");
    const ref = crypto.randomUUID?.() ?? `page-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const end = (reply) => {
      clearTimeout(timer);
      socket.close();
      resolve(reply);
    };
    const timer = setTimeout(() => end(null), patience);
    socket.addEventListener("open", () => socket.send(JSON.stringify({ ...message, ref })));
    socket.addEventListener("close", () => end(null));
    socket.addEventListener("message", ({ data }) => {
      const reply = JSON.parse(data);
      if (reply.ref === ref) end(reply);
    });
  });
}

function forgetHere(interview) {
  try {
    const keys = interview ? [`greenroom.interview.${interview}`]
      : Object.keys(localStorage).filter((key) => key.startsWith("greenroom.interview."));
    for (const key of keys) localStorage.removeItem(key);
  } catch { /* What cannot be reached is not kept. */ }
}

/** @param place where the button goes; its `data-erase` names an interview, or is empty for everything */
function eraseButton(place) {
  const interview = place.dataset.erase;
  const own = interview ? words.one : words.all;
  const said = h("span", { class: "note", role: "status" });
  const press = async () => {
    if (!await ask({ title: own.title, text: own.text, proceed: own.erase, stay: words.cancel })) return;
    said.textContent = words.erasing;
    const reply = await request({ type: "erase", ...(interview ? { interview } : {}) });
    if (reply?.type !== "erased") {
      said.textContent = words.failed;
      return;
    }
    forgetHere(interview);
    location.href = place.dataset.list;
  };
  place.append(button(own.erase, { class: "plain small", data: { testid: interview ? "erase" : "erase-all" }, press }), " ", said);
}

for (const place of document.querySelectorAll("[data-erase]")) eraseButton(place);
