// Der Abschlussbericht.

import { choose, number, plural, points, questions } from "./words.js";
import { texts as interview } from "./interview.js";

export const texts = {
  report: {
    title: "Deine Auswertung",
    summary: (answered, skipped, asked) => [
      `${questions(answered)} beantwortet`,
      skipped ? `${number(skipped)} übersprungen` : null,
      asked ? `${number(asked)} offen geblieben` : null,
    ].filter(Boolean).join(", "),
    found: (said, all) => `${points(said, all)} gefunden`,
    left: "Du hast das Gespräch vor der letzten Frage beendet. Was nicht gefragt wurde, zählt nirgends mit.",
    topics: (n) => plural(n, { one: "Thema", other: "Themen" }),
    seed: (seed) => `Startwert ${seed}`,
    byTopic: "Nach Themen",
    byQuestion: "Nach Fragen",
    noneWeak: "In deinen Antworten fehlte kein Kernpunkt.",
    topic: "Thema",
    questions: "Fragen",
    outcomes: { answered: "Beantwortet", skipped: "Übersprungen", open: "Offen geblieben", notAsked: "Nicht gefragt" },
    attempts: (n) => plural(n, { one: "Versuch", other: "Versuche" }),
    missed: "Gefehlt hat",
    fromQuestion: (n) => `Frage ${number(n)}`,
    again: "Noch einmal üben",
    same: "Dieselben Fragen noch einmal",
    change: "Auswahl ändern",
    nothing: "In diesem Gespräch wurde keine Frage gestellt.",
    timeUp: "Die Zeit war vor der letzten Frage um. Was nicht gefragt wurde, zählt nirgends mit.",
    time: (milliseconds) => `${interview.time.spent(milliseconds)} bis zur ersten Antwort`,
    allTime: (milliseconds) => `${interview.time.spent(milliseconds)} insgesamt`,
    phrasing: "Deine beste Formulierung",
    phrasingFor: (heads, n) => `Darin steckt: ${heads.join("; ")} (Frage ${number(n)}).`,
    missedPoints: "Punkte zum Üben",
    all: "Alle",
    none: "Keiner",
    choose: "Wähle die Punkte, die du üben willst",
    morePoints: (n) => `${plural(n, { one: "weiterer Punkt", other: "weitere Punkte" })}`,
    practise: (chosen, all) => chosen === all
      ? `Genau ${choose(all, { one: "diesen Punkt", other: `diese ${number(all)} Punkte` })} üben`
      : `${number(chosen)} von ${plural(all, { one: "Punkt", other: "Punkten" })} üben`,
    chooseOne: "Wähle einen Punkt zum Üben",
    practiseChosen: "Genau diese Punkte üben",
    others: "Die übrigen Punkte",
    required: "notwendig",
    weight: (weight) => `Gewicht ${number(weight)}`,
    questionChart: "Abdeckung von der ersten bis zur letzten Frage.",
    questionPoints: "Kernpunkte von der ersten bis zur letzten Frage: voll ist genannt, halb ist zum Teil genannt, leer fehlt.",
    inChart: (n, result) => `Frage ${number(n)}: ${result}`,
    pointsInWords: (said, missing) => [
      said.length ? `genannt: ${said.join("; ")}` : null, missing.length ? `fehlt: ${missing.join("; ")}` : null,
    ].filter(Boolean).join(". "),
    allSaid: "Alle Punkte genannt",
    someMissing: "Es fehlen Punkte",
    bestFirst: "der beste wird gezeigt",
    copy: "Als Markdown kopieren",
    copied: "Kopiert",
    inBank: "Bei den Fragen, um einen Fehler zu melden",
    print: "Drucken",
    transcript: "Mitschrift",
  },
};
