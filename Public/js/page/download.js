// Says how far a download is that the server makes while it is sent. Without a script the browser does it alone.

import { h } from "../dom.js";

const entry = [0x50, 0x4b, 0x07, 0x08];

/** Counts the transcripts in a zip file while it comes: each ends in a mark of its own, APPNOTE 4.3.9. */
export class Entries {
  count = 0;
  #matched = 0;

  take(bytes) {
    for (const byte of bytes) {
      this.#matched = byte === entry[this.#matched] ? this.#matched + 1 : byte === entry[0] ? 1 : 0;
      if (this.#matched === entry.length) {
        this.count += 1;
        this.#matched = 0;
      }
    }
  }
}

function save(blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param link to a zip file */
export function downloadLink(link, words) {
  const said = h("span", { class: "note", role: "status", data: { testid: "download-status" } });
  link.after(" ", said);
  let isBusy = false;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    said.textContent = words.waiting;
    try {
      const response = await fetch(link.href);
      if (!response.ok) throw new Error(response.status);
      const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "greenroom.zip";
      const [entries, parts] = [new Entries(), []];
      let size = 0;
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        size += value.length;
        entries.take(value);
        said.textContent = words.progress(entries.count, size);
      }
      save(new Blob(parts, { type: "application/zip" }), name);
      said.textContent = words.done(entries.count, size);
    } catch {
      said.textContent = words.failed;
    }
    isBusy = false;
  });
}
