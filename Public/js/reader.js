// Reads aloud with the browser's own voices, where there are any. Only what somebody asked to hear.

export class Reader {
  #store;
  #changed;
  #synthesis = globalThis.speechSynthesis ?? null;
  #waiting = 0;
  #isTouched = false;
  /** What was to be read before anybody touched the page: some browsers let nothing be heard until then. */
  #unheard = [];

  /** @param changed called when voices have come or reading has begun or ended */
  constructor(store, changed) {
    this.#store = store;
    this.#changed = changed;
    // Voices come late in some browsers.
    this.#synthesis?.addEventListener?.("voiceschanged", () => this.#changed());
    for (const kind of ["click", "keydown"]) document.addEventListener(kind, () => this.#touched(), { once: true, capture: true });
  }

  /** The voices of this browser; none means that it can't read. */
  get voices() { return this.#synthesis?.getVoices() ?? []; }

  get isAvailable() { return this.voices.length > 0; }

  get isOn() { return this.isAvailable && this.#store.settings().readAloud === true; }

  get rate() { return this.#store.settings().rate ?? 1; }

  /** The chosen voice, or the first that speaks the language that most questions are in. */
  get voice() {
    const { voice } = this.#store.settings();
    const { voices } = this;
    return voices.find(({ voiceURI }) => voiceURI === voice) ?? this.#native("en")
      ?? voices.find((one) => one.default) ?? voices[0] ?? null;
  }

  /** A voice for words of a language: the chosen one where it speaks it, or has to because none does. */
  #voiceFor(lang) {
    const { voice } = this;
    return speaks(voice, lang) ? voice : this.#native(lang) ?? voice;
  }

  #native(lang) {
    const native = this.voices.filter((one) => speaks(one, lang));
    return native.find((one) => one.default) ?? native[0] ?? null;
  }

  get isReading() { return this.#waiting > 0; }

  turn(isOn) {
    this.#store.saveSettings({ readAloud: isOn });
    if (!isOn) this.stop();
    this.#changed();
  }

  /** Reads a sentence after those that wait already, if reading is on; `lang` is what it is written in. */
  say(sentence, lang) {
    if (!this.isOn || !sentence) return;
    const utterance = new SpeechSynthesisUtterance(sentence);
    const wanted = lang ?? "en";
    const voice = this.#voiceFor(wanted);
    utterance.voice = voice;
    // The voice's accent, but never another language than the words are in.
    utterance.lang = speaks(voice, wanted) ? voice.lang : wanted;
    utterance.rate = this.rate;
    const done = () => {
      this.#waiting = Math.max(0, this.#waiting - 1);
      if (this.#waiting === 0) this.#changed();
    };
    if (!this.#isTouched) {
      const unheard = [sentence, lang];
      this.#unheard.push(unheard);
      utterance.addEventListener("start", () => { this.#unheard = this.#unheard.filter((one) => one !== unheard); });
    }
    utterance.addEventListener("end", done);
    utterance.addEventListener("error", done);
    this.#waiting += 1;
    this.#synthesis.speak(utterance);
  }

  /** Reads from the beginning what nobody could hear. */
  #touched() {
    if (this.#isTouched) return;
    this.#isTouched = true;
    const unheard = this.#unheard;
    if (unheard.length === 0) return;
    this.stop();
    for (const one of unheard) this.say(...one);
  }

  stop() {
    this.#unheard = [];
    if (!this.#synthesis || this.#waiting === 0) return;
    this.#waiting = 0;
    this.#synthesis.cancel();
  }
}

/** `en-GB` speaks English, whatever its accent. */
function speaks(voice, lang) {
  return voice?.lang.split(/[-_]/)[0].toLowerCase() === lang.split("-")[0].toLowerCase();
}
