// What this browser keeps: seat tokens, drafts, and what was sent and not acknowledged yet. Every key
// names its interview, so that several tabs and several interviews never overwrite one another.

const prefix = "greenroom.";
const kept = 30;

export class Store {
  #storage;
  #memory = new Map();
  /** False once the browser refused to keep something: then this page's memory is all there is. */
  isDurable = true;

  constructor(storage) {
    this.#storage = storage;
    if (!storage) this.isDurable = false;
  }

  // Interviews: {token, setup, seenAt, ended?, coverage?}; `isOwn` in place of the token where another browser has that.

  interview(id) { return this.#read(`interview.${id}`); }

  /** Whether its seat can be taken again. */
  holds(id) { return isHeld(this.interview(id)); }

  saveInterview(id, changes) {
    this.#write(`interview.${id}`, { ...this.interview(id), ...changes, seenAt: Date.now() });
    for (const old of this.interviews().slice(kept)) this.forget(old.id);
  }

  /** All interviews, the one seen last first. */
  interviews() {
    return this.#names("interview.")
      .map((id) => ({ id, ...this.interview(id) }))
      .filter(isHeld)
      .sort((a, b) => (b.seenAt ?? 0) - (a.seenAt ?? 0));
  }

  forget(id) {
    this.#remove(`interview.${id}`);
    for (const rest of this.#names(`draft.${id}.`)) this.#remove(`draft.${id}.${rest}`);
    for (const ref of this.#names(`sent.${id}.`)) this.#remove(`sent.${id}.${ref}`);
    for (const rest of this.#names(`open.${id}.`)) this.#remove(`open.${id}.${rest}`);
  }

  // Drafts: text per question, from the first keystroke until the server has acknowledged the answer.

  draft(id, question) { return this.#read(`draft.${id}.${question}`) ?? ""; }

  saveDraft(id, question, text) {
    if (text === "") this.#remove(`draft.${id}.${question}`);
    else this.#write(`draft.${id}.${question}`, text);
  }

  // Questions whose missing points the person asked to see.

  isOpen(id, question) { return this.#read(`open.${id}.${question}`) === true; }

  saveOpen(id, question) { this.#write(`open.${id}.${question}`, true); }

  // How this person wants the page: {readAloud, voice, rate, dictation, shortcuts, hidesClock}.

  settings() { return this.#read("settings") ?? {}; }

  saveSettings(changes) { this.#write("settings", { ...this.settings(), ...changes }); }

  // What was sent and has to last: {...request, at} by ref, sent again with the same ref until acknowledged.

  saveSent(id, ref, request) { this.#write(`sent.${id}.${ref}`, request); }

  dropSent(id, ref) { this.#remove(`sent.${id}.${ref}`); }

  /** In the order in which they were sent. */
  sent(id) {
    return this.#names(`sent.${id}.`)
      .map((ref) => ({ ref, ...this.#read(`sent.${id}.${ref}`) }))
      .filter((one) => Number.isInteger(one.question))
      .sort((a, b) => a.at - b.at);
  }

  #read(name) {
    try {
      const text = this.#memory.get(name) ?? this.#storage?.getItem(prefix + name);
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  #write(name, value) {
    const text = JSON.stringify(value);
    try {
      this.#storage.setItem(prefix + name, text);
      this.#memory.delete(name);
    } catch {
      this.isDurable = false;
      this.#memory.set(name, text);
    }
  }

  #remove(name) {
    this.#memory.delete(name);
    try { this.#storage?.removeItem(prefix + name); } catch { this.isDurable = false; }
  }

  #names(start) {
    const names = new Set([...this.#memory.keys()]);
    try {
      for (let i = 0; i < (this.#storage?.length ?? 0); i++) {
        const key = this.#storage.key(i);
        if (key?.startsWith(prefix)) names.add(key.slice(prefix.length));
      }
    } catch { this.isDurable = false; }
    return [...names].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
  }
}

const isHeld = (one) => typeof one?.token === "string" || one?.isOwn === true;

/** The name of the draft of a reply to a question's follow-up, which lies beside the draft of the answer. */
export function replyTo(question) {
  return `${question}.reply`;
}

/** The browser's storage, or null where it may not be used, or is there and takes nothing. */
export function browserStorage() {
  const probe = `${prefix}probe`;
  try {
    window.localStorage.setItem(probe, "1");
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}
