// Deletes a transcript, one's own part of a room, or everything, for good.

import { ask } from "../dialog.js";
import { button, h } from "../dom.js";
import { request } from "../one-request.js";
import { forgetSeat } from "../room/seats.js";

/** What this browser keeps of it, drafts and the secrets of seats among it. */
function forgetHere(interview) {
  try {
    const keys = Object.keys(localStorage);
    const own = interview ? keys.filter((key) => key.split(".").includes(interview))
      : keys.filter((key) => /^greenroom\.(interview|(room|screen)\.(code|seat|draft|sent))\./.test(key));
    if (interview) forgetSeat(interview);
    for (const key of own) localStorage.removeItem(key);
  } catch { /* What cannot be reached is not kept. */ }
}

/** @param place where the button goes; its `data-erase` names an interview, or is empty for everything */
export function eraseButton(place, words) {
  const interview = place.dataset.erase;
  const own = interview ? words[place.dataset.part ?? "one"] : words.all;
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
