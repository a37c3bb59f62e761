// Was jede Seite sagt.

import { number, percent } from "./words.js";

export const texts = {
  number,
  percent,
  name: "Greenroom",
  description: "Übe Vorstellungsgespräche: Antworte in deinen eigenen Worten und sieh, welche Kernpunkte sie abdecken.",
  skipLink: "Zum Inhalt springen",
  motto: "Gemessen wird Abdeckung, keine Note: Dieselbe Antwort auf dieselbe Frage ergibt immer dasselbe Ergebnis.",
  language: "Sprache",

  connection: {
    connecting: "Verbindung wird aufgebaut…",
    online: "Verbunden",
    reconnecting: "Verbindung wird wiederhergestellt…",
    back: "Wieder verbunden",
    refused: (why) => `Der Server weist diese Seite ab. ${why}`,
    lost: "Die Verbindung ist weg und wird wiederhergestellt. Was du schreibst, bleibt erhalten.",
    backSaid: "Wieder verbunden. Es ist nichts verloren gegangen.",
  },

  dialog: { cancel: "Abbrechen" },
  dismiss: "Schließen",
  newTitle: (title) => (title ? `${title} · Greenroom` : "Greenroom"),

  /** Eine Ablehnung in den Worten der Seite, oder undefined, wo der Satz des Servers besser ist. */
  refusal: (code, type) => ({
    noQuestions: "In dieser Auswahl gibt es keine Frage. Wähle andere Themen oder eine andere Schwierigkeit.",
    noneDue: "Es ist nichts mehr fällig. Gut gemacht.",
    otherBank: "Die Fragen hier haben sich seitdem geändert, deshalb geht dasselbe Gespräch nicht noch einmal.",
    emptyAnswer: "Die Antwort war leer und wurde deshalb nicht gesendet.",
    tooLong: "Die Antwort ist für diesen Server zu lang. Kürze sie und sende sie noch einmal.",
    ended: type === "answer"
      ? "Das Gespräch war schon zu Ende, deshalb zählt diese Antwort nicht mehr."
      : "Das Gespräch ist schon zu Ende.",
    notAsked: "Diese Frage ist nicht mehr an der Reihe, vielleicht wegen eines anderen Tabs.",
    notAnswered: type === "answer"
      ? "Die Nachfrage ist nicht mehr offen. Was du darauf geschrieben hast, bleibt als Entwurf erhalten."
      : "Beantworte zuerst die Frage.",
    notYet: "Alles über deine Antworten erfährst du am Ende dieses Gesprächs.",
    notSkipped: "Diese Frage lässt sich nicht mehr zurückholen.",
    notDisputable: "Diesem Urteil lässt sich nicht mehr widersprechen.",
  })[code],
};
