// Documents of the visitor's own that this browser keeps, the one used last first. They may be far larger than what
// other storage takes, so they lie in a database of their own; where there is none, nothing is kept.

const name = "greenroom";
const table = "documents";
/** So many, and so many characters in all. */
export const mostKept = { documents: 5, length: 6_000_000 };

export class Shelf {
  /** What is kept: [{name, text, at}]. */
  documents = [];
  #changed;

  /** @param changed called once what was kept is known, and after every change */
  constructor(changed) {
    this.#changed = changed;
    this.#read();
  }

  /** Keeps a document; another one of its name, and those that are too many, go. */
  async keep(document) {
    const kept = { name: document.name, text: document.text, at: Date.now() };
    const others = this.documents.filter((one) => one.name !== kept.name);
    const stay = [];
    let length = 0;
    for (const one of [kept, ...others]) {
      if (stay.length === mostKept.documents || length + one.text.length > mostKept.length) continue;
      stay.push(one);
      length += one.text.length;
    }
    const gone = this.documents.filter((one) => !stay.some((other) => other.name === one.name));
    await this.#write((store) => {
      if (stay.includes(kept)) store.put(kept);
      for (const one of gone) store.delete(one.name);
    });
  }

  async forget(document) {
    await this.#write((store) => store.delete(document.name));
  }

  async #write(change) {
    try {
      const database = await opened();
      await new Promise((resolve, reject) => {
        const transaction = database.transaction(table, "readwrite");
        transaction.oncomplete = resolve;
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
        change(transaction.objectStore(table));
      });
      database.close();
    } catch { /* What can't be kept is used all the same. */ }
    await this.#read();
  }

  async #read() {
    try {
      const database = await opened();
      const all = await done(database.transaction(table).objectStore(table).getAll());
      database.close();
      this.documents = all.filter((one) => typeof one.text === "string").sort((a, b) => b.at - a.at);
    } catch {
      this.documents = [];
    }
    this.#changed();
  }
}

async function opened() {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: "name" });
  return done(request);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
