// Was eine Antwort abdeckt: Punkte, Hinweise, Nachfragen, Entscheide.

import { inGerman } from "./rules.js";
import { choose, number, percent, plural, points } from "./words.js";

export const texts = {
  feedback: {
    title: "Rückmeldung",
    coverage: "Abdeckung",
    found: (said, all, partly) => (said > 0 ? `${points(said, all)} gefunden`
      : partly > 0 ? `${points(partly, all)} zum Teil gefunden` : "Noch nichts gefunden"),
    said: (coverage, said, all) => `Abdeckung ${percent(coverage)}, ${points(said, all)}`,
    kept: (result) => `Deine Antwort ist gespeichert. ${result}`,
    partly: (n) => `${plural(n, { one: "Punkt", other: "Punkte" })} zum Teil`,
    since: (difference) => difference === 0
      ? "So viel wie zuvor"
      : `${difference > 0 ? "+" : "−"}${number(Math.abs(difference))} ${
        choose(Math.abs(difference), { one: "Prozentpunkt", other: "Prozentpunkte" })} gegenüber dem Versuch davor`,
    keyPoints: "Kernpunkte",
    misconceptions: "Irrtümer",
    yourAnswer: "Deine Antwort",
    attempts: "Versuche",
    attempt: (n, coverage) => `${number(n)}. Versuch, ${percent(coverage)}`,
    hint: "Zeig auf einen Kernpunkt oder öffne ihn, um deine Worte dazu zu sehen.",
    verdicts: {
      hit: "Gefunden", partial: "Zum Teil", missed: "Nicht gefunden", contradicted: "Widersprochen",
      avoided: "Vermieden", held: "Vertreten",
    },
    required: "notwendig",
    why: "Deine Worte",
    rule: (sentence) => inGerman(sentence),
    remarks: {
      unsure: "Die Belege sind hier dünn; ein Mensch kann das durchaus anders sehen.",
      echo: "Das sind kaum mehr als die Worte der Frage.",
      keywordList: "Das ist eine Liste von Stichwörtern. Ganze Sätze zeigen besser, dass du weißt, wie sie zusammenhängen.",
      noAnswer: "In dieser Antwort gab es nichts auszuwerten.",
      otherLanguage: "Diese Antwort ist überwiegend in einer anderen Sprache geschrieben als die Kernpunkte.",
    },
    reveal: "Musterantwort zeigen",
    revealing: "Musterantwort wird geholt…",
    hide: "Musterantwort ausblenden",
    modelAnswer: "Musterantwort",
    modelNote: "Was darin markiert ist, sagt einen Kernpunkt.",
    noModelAnswer: "Zu dieser Frage gibt es keine Musterantwort.",
    again: "Neuer Versuch",
    next: "Nächste Frage",
    finish: "Abschließen",
    moving: "Einen Moment…",
    attemptOnly: (n) => `${number(n)}. Versuch`,
    pointsSaid: (heads) => heads.length ? `Genannt: ${heads.join("; ")}.` : "Bisher ist keiner der Kernpunkte genannt.",
    /** Punkte, von denen einige genügen. */
    group: {
      title: (needed, all) => `${needed} von ${all} genügen`,
      said: (n) => `${n} gesagt`,
      notNeeded: (heads) => `Nicht nötig: ${heads.join("; ")}.`,
      left: (n) => `${n} davon würden noch genügen.`,
    },
    stillMissing: "Ein Punkt, der noch fehlt",
    notFoundYet: (n) => `${plural(n, { one: "Punkt", other: "Punkte" })} noch nicht gefunden`,
    openPoints: "Zeigen, was gefehlt hat",
    opened: "Die fehlenden Punkte werden gezeigt.",
    openedToClaim: "Die fehlenden Punkte werden gezeigt. Wähle den, den du gesagt hast.",
    checklist: "Was eine gute Geschichte hat",
    ticked: (said, all) => `${number(said)} von ${number(all)} abgehakt`,
    checklistRule: "über deine eigene Geschichte urteilst du selbst: hak ab, was sie hatte",
  },

  changes: {
    byAttempt: (n) => `Was der ${number(n)}. Versuch gebracht und gekostet hat`,
    byReply: "Was diese Antwort gebracht und gekostet hat",
    none: "Dieselben Punkte wie zuvor.",
    gained: "Dazugekommen: ",
    lost: "Verloren: ",
  },

  hints: {
    take: "Tipp",
    taking: "Tipp wird geholt…",
    noMore: "Keine weiteren Tipps",
    taken: (n) => `${plural(n, { one: "Tipp", other: "Tipps" })} genommen`,
    steps: ["Ein Anstoß", "Der Punkt", "Die ersten Worte"],
  },

  probe: {
    title: "Eine Nachfrage",
    asks: (text) => `Nachfrage: ${text}`,
    reply: "Deine Antwort darauf; sie zählt mit der ersten zusammen",
    send: "Antwort senden",
  },

  rulings: {
    keyPoint: { said: "Das habe ich gesagt", standing: "Dein Urteil: gesagt." },
    misconception: { said: "Das habe ich nicht gesagt", standing: "Dein Urteil: nicht gesagt." },
    which: "Welcher Satz sagt es?",
    attach: "Anfügen",
    withdraw: "Zurücknehmen",
    sending: "Wird gesendet…",
    selected: (words) => `Ausgewählt: „${words}“. „Das habe ich gesagt“ verweist dann auf diese Worte.`,
    tally: (said, all) => `${points(said, all)} nach deinem Urteil`,
    coverage: (share) => `Abdeckung nach deinem Urteil ${percent(share)}`,
  },
};
