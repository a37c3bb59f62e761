// Eine Frage: fragen, antworten, Zeit, gehen.

import { characters, number, plural } from "./words.js";

export const texts = {
  interview: {
    loading: "Das Gespräch wird geöffnet…",
    beginning: "Gleich kommt die erste Frage…",
    question: (index, of) => `Frage ${number(index + 1)} von ${number(of)}`,
    difficulty: { easy: "Leicht", medium: "Mittel", hard: "Schwer" },
    speaking: "Die Frage wird gestellt",
    code: "Es folgt Code; du findest ihn auf der Seite.",
    answer: "Deine Antwort",
    attempt: (n) => `Deine Antwort, ${number(n)}. Versuch`,
    placeholder: "Schreib es so, wie du es im Gespräch sagen würdest.",
    send: "Antwort senden",
    skip: "Überspringen",
    back: "Zurück zur Rückmeldung",
    end: "Gespräch beenden",
    control: "Strg",
    shortcut: (keys) => ["", keys, " sendet"],
    left: (n) => `Noch ${characters(n)}`,
    over: (n) => `${characters(n)} zu viel`,
    limitNear: (n) => `Die Antwort nähert sich der Grenze von ${characters(n)}.`,
    empty: "Es gibt noch nichts zu senden.",
    tooLong: (n) => `Die Antwort ist um ${characters(n)} zu lang. Kürze sie und sende sie dann.`,
    again: (n) => `Noch einmal gefragt, weil ${plural(n, { one: "Punkt fehlte", other: "Punkte fehlten" })}`,
    openQuestion: (index) => `Frage ${number(index + 1)}`,
    reportComing: "Deine Auswertung kommt gleich…",
    toReport: "Zur Auswertung",
    goOn: "Nächste Frage",
    skipped: (n) => `Frage ${number(n)} wurde übersprungen.`,
    undo: "Rückgängig",
    read: "Vorlesen",
    thanks: ["Danke.", "In Ordnung, danke.", "Danke. Machen wir weiter.", "Gut, danke. Die nächste Frage:", "Verstehe, danke."],
  },

  status: {
    blank: "Was du schreibst, wird beim Tippen auf diesem Gerät gesichert.",
    draft: "Entwurf auf diesem Gerät gesichert",
    undurable: "Dieser Browser sichert keine Entwürfe: Schließ die Seite erst, wenn du die Antwort gesendet hast.",
    sending: "Wird gesendet…",
    waiting: "Auf diesem Gerät gesichert. Die Antwort geht von selbst hinaus, sobald die Verbindung wieder da ist.",
    notKept: "Der Server kann die Antwort gerade nicht speichern. Sie bleibt auf diesem Gerät und wird von selbst "
      + "noch einmal gesendet.",
    kept: "Gespeichert",
    keptAttempt: (n) => `Gespeichert, ${number(n)}. Versuch`,
    moving: "Gespeichert. Die nächste Frage kommt gleich.",
    late: "Die Zeit ist um. Du kannst noch antworten; die Antwort wird gespeichert und als verspätet vermerkt.",
    lateDraft: "Die Zeit ist um, der Entwurf ist aber auf diesem Gerät gesichert. Jetzt gesendet, gilt er als verspätet.",
    wasLate: "nach Ablauf der Zeit gesendet",
  },

  time: {
    title: "Zeit",
    clock: (left) => `noch ${left}`,
    paused: (left) => `Pause, ${left}`,
    speaking: "Die Zeit beginnt nach der Frage",
    hidden: "Uhr ausgeblendet",
    hide: "Ausblenden",
    show: "Uhr zeigen",
    pause: "Pause",
    goOn: "Weiter",
    more: "+ 1 min",
    half: "Die Hälfte der Zeit ist um.",
    left: (milliseconds) => milliseconds === 60_000
      ? "Noch eine Minute." : `Noch ${plural(milliseconds / 1000, { one: "Sekunde", other: "Sekunden" })}.`,
    over: { question: "Die Zeit für diese Frage ist um.", interview: "Die Zeit ist um." },
    rule: {
      question: {
        coached: "Wenn die Zeit um ist, wird gesendet, was du geschrieben hast.",
        realistic: "Wenn die Zeit um ist, wird gesendet, was du geschrieben hast, und die nächste Frage folgt.",
      },
      interview: {
        coached: "Wenn die Zeit um ist, wird gesendet, was du geschrieben hast, und es folgt keine weitere Frage.",
        realistic: "Wenn die Zeit um ist, wird gesendet, was du geschrieben hast, und das Gespräch endet.",
      },
    },
    spent: (milliseconds) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      return seconds < 60 ? `${number(seconds)} s` : `${number(Math.floor(seconds / 60))} min ${number(seconds % 60)} s`;
    },
  },

  dictation: {
    start: "Diktieren",
    stop: "Diktat beenden",
    listening: "Es wird zugehört…",
    ended: "Das Diktat ist zu Ende.",
    title: "Wohin deine Stimme geht",
    agree: "Diktieren",
    where: {
      google: "Dieser Browser sendet, was du sagst, an einen Sprachdienst, bei Chrome an Google, und bekommt Text zurück. "
        + "Greenroom selbst hört nichts: Es bekommt nur die Antwort, die du sendest.",
      microsoft: "Dieser Browser sendet, was du sagst, an den Sprachdienst von Microsoft und bekommt Text zurück. "
        + "Greenroom selbst hört nichts: Es bekommt nur die Antwort, die du sendest.",
      apple: "Dieser Browser macht auf deinem Gerät Text aus dem, was du sagst, oder sendet es an Apple, wo er das nicht "
        + "kann. Greenroom selbst hört nichts: Es bekommt nur die Antwort, die du sendest.",
      unknown: "Dieser Browser sendet, was du sagst, möglicherweise an einen Sprachdienst, den sein Hersteller gewählt hat, "
        + "und bekommt Text zurück. Greenroom selbst hört nichts: Es bekommt nur die Antwort, die du sendest.",
    },
    errors: {
      "not-allowed": "Das Mikrofon darf hier nicht benutzt werden. Das lässt sich in den Einstellungen deines Browsers ändern.",
      "service-not-allowed": "Dieser Browser erlaubt hier kein Diktat.",
      "audio-capture": "Es wurde kein Mikrofon gefunden.",
      "no-speech": "Es war nichts zu hören.",
      network: "Der Sprachdienst ist nicht erreichbar.",
      failed: "Diktieren ist im Moment nicht möglich.",
    },
  },

  options: {
    open: "Einstellungen",
    title: "Einstellungen",
    close: "Fertig",
    voice: "Vorlesen",
    voiceNote: "„Vorlesen“ neben der Frage schaltet es ein. Die Stimme gehört deinem Browser oder Gerät.",
    whichVoice: "Stimme",
    rate: "Tempo",
    times: (rate) => `${number(rate)} ×`,
    keyboard: "Tastatur",
    shortcuts: "Einzelne Tasten sind Kurzbefehle, solange kein Textfeld den Fokus hat",
    allKeys: "Alle Kurzbefehle",
    keys: [
      ["Strg + Enter", "Senden, was geschrieben ist (⌘ + Enter am Mac); gilt im Textfeld"],
      ["A", "Zur Antwort springen"],
      ["F", "Zur Antwort auf die Nachfrage springen"],
      ["H", "Einen Tipp nehmen"],
      ["S", "Die Frage überspringen"],
      ["U", "Überspringen rückgängig machen"],
      ["N", "Nächste Frage"],
      ["R", "Neuer Versuch"],
      ["O", "Zeigen, was gefehlt hat"],
      ["M", "Musterantwort zeigen oder ausblenden"],
      ["P", "Die Uhr anhalten oder weiterlaufen lassen"],
      ["L", "Vorlesen ein- oder ausschalten"],
      ["D", "Diktieren oder damit aufhören"],
      ["?", "Diese Liste"],
    ],
  },

  gone: {
    title: "Dieses Gespräch lässt sich hier nicht fortsetzen",
    text: "Der Zugang dazu ist hier nicht bekannt: Vielleicht hat dieser Browser gelöscht, was er behalten hatte, es wurde "
      + "in einem anderen begonnen, oder die Daten des Servers wurden inzwischen gelöscht. Was du darin geantwortet "
      + "hast, steht in deinen Mitschriften.",
    nothingKept: "Dieser Browser behält nichts für diese Seite, darum ging das Gespräch beim Neuladen verloren.",
    transcripts: "Deine Mitschriften",
    start: "Neues Gespräch beginnen",
  },

  leave: {
    title: "Du hast Text noch nicht gesendet",
    text: "Er ginge verloren: Nur gesendete Antworten werden gespeichert und gezählt.",
    stay: "Zurück zum Text",
    skip: "Trotzdem überspringen",
    next: "Trotzdem weiter",
    end: "Trotzdem beenden",
  },

  skipLast: {
    title: "Die letzte Frage überspringen?",
    text: "Damit endet das Gespräch, und das lässt sich nicht rückgängig machen.",
    stay: "Hier bleiben",
    proceed: "Überspringen und beenden",
  },

  endEarly: {
    title: "Das Gespräch jetzt beenden?",
    text: "Die Auswertung umfasst, was du bis jetzt beantwortet hast. Danach lässt sich das Gespräch nicht fortsetzen.",
    stay: "Weitermachen",
    proceed: "Beenden",
  },
};
