// Turns speech into text through the browser's own recognition, where it has one. In most browsers that sends what
// is said to the browser's maker, so it is only ever used after somebody has read so and agreed.

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition ?? null;

export const canDictate = Recognition !== null;

/** Whose service hears what is said: "google", "microsoft", "apple", or "unknown". */
export function listener(agent = navigator.userAgent) {
  if (/\bEdgA?\//.test(agent)) return "microsoft";
  if (/\b(?:OPR|SamsungBrowser|Vivaldi|YaBrowser)\//.test(agent)) return "unknown";
  if (/(?:Chrome|Chromium|CriOS)\//.test(agent)) return "google";
  return /\bSafari\//.test(agent) ? "apple" : "unknown";
}

export class Dictation {
  #recognition = null;
  #heard;
  #ended;
  #error = null;

  /**
   * @param heard called with (text, isFinal): words that may still change, then the same for good
   * @param ended called when listening has ended, with the browser's reason where it failed
   */
  constructor({ heard, ended }) {
    this.#heard = heard;
    this.#ended = ended;
  }

  get isListening() { return this.#recognition !== null; }

  /** @param lang what is spoken */
  start(lang) {
    if (this.isListening) return;
    const recognition = new Recognition();
    this.#recognition = recognition;
    this.#error = null;
    recognition.continuous = true;
    recognition.interimResults = true;
    // Of the accents of a language, the one the person's browser is set to.
    const own = navigator.languages.find((tag) => tag.split("-")[0].toLowerCase() === lang.split("-")[0].toLowerCase());
    recognition.lang = own ?? (lang === "en" ? "en-US" : lang);
    recognition.addEventListener("result", (event) => {
      for (let i = event.resultIndex; i < event.results.length; i++) {
        this.#heard(event.results[i][0].transcript, event.results[i].isFinal);
      }
    });
    recognition.addEventListener("error", ({ error }) => { this.#error = error; });
    recognition.addEventListener("end", () => {
      this.#recognition = null;
      this.#ended(this.#error === "aborted" ? null : this.#error);
    });
    recognition.start();
  }

  /** What was said before still arrives. */
  stop() { this.#recognition?.stop(); }

  /** Nothing arrives any more. */
  abort() { this.#recognition?.abort(); }
}
