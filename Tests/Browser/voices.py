"""A browser with voices and ears: what headless Chromium lacks, put in before the page's own scripts run."""

SYNTHESIS = """
    window.spoken = [];
    class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
    const voices = [
        {voiceURI: "de", name: "Anna", lang: "de-DE", default: true, localService: true},
        {voiceURI: "en", name: "Daniel", lang: "en-GB", default: false, localService: true},
        {voiceURI: "us", name: "Samantha", lang: "en-US", default: false, localService: true},
    ];
    class Synthesis extends EventTarget {
        queue = [];
        getVoices() { return voices; }
        speak(utterance) {
            window.spoken.push({text: utterance.text, voice: utterance.voice.name, rate: utterance.rate, lang: utterance.lang});
            this.queue.push(utterance);
        }
        cancel() { window.cancelled = (window.cancelled ?? 0) + 1; this.queue = []; }
        finish() { for (const one of this.queue.splice(0)) one.dispatchEvent(new Event("end")); }
    }
    Object.defineProperty(window, "speechSynthesis", {value: new Synthesis(), configurable: true});
    window.SpeechSynthesisUtterance = Utterance;
"""

RECOGNITION = """
    window.SpeechRecognition = class extends EventTarget {
        start() { window.recognition = this; window.listening = true; }
        stop() { window.listening = false; this.dispatchEvent(new Event("end")); }
        abort() { this.stop(); }
        hear(transcript, isFinal) {
            const result = Object.assign([{transcript}], {isFinal});
            this.dispatchEvent(Object.assign(new Event("result"), {resultIndex: 0, results: [result]}));
        }
        fail(error) {
            this.dispatchEvent(Object.assign(new Event("error"), {error}));
            this.stop();
        }
    };
"""

SILENCE = """
    Object.defineProperty(window, "speechSynthesis", {value: undefined, configurable: true});
    Object.defineProperty(window, "SpeechRecognition", {value: undefined, configurable: true});
    Object.defineProperty(window, "webkitSpeechRecognition", {value: undefined, configurable: true});
"""


class Before:
    """Runs scripts before those of every page while it is entered."""

    def __init__(self, browser, *scripts):
        self.browser, self.scripts = browser, scripts

    def __enter__(self):
        added = "Page.addScriptToEvaluateOnNewDocument"
        self.ids = [self.browser.execute_cdp_cmd(added, {"source": one})["identifier"] for one in self.scripts]
        return self

    def __exit__(self, *_):
        for identifier in self.ids:
            self.browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": identifier})
