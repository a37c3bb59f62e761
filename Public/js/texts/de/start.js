// Die Startseite.

import { atTheEnd, choose, number, percent, plural, questions, topics } from "./words.js";

/** Woran ein Dokument seine Fragen erkennen lässt, wie der Server es nennt. */
const patterns = [
  [/^our own format$/, "Greenrooms eigenes Format"],
  [/^lines that begin with a question mark of their own.*$/, "Zeilen, die mit einem eigenen Zeichen beginnen (Q:, Question:)"],
  [/^headings that begin with Q or Question$/, "Überschriften, die mit Q oder Question beginnen"],
  [/^numbered headings of level (\d)$/, "nummerierte Überschriften der Ebene $1"],
  [/^headings of level (\d)$/, "Überschriften der Ebene $1"],
  [/^foldable blocks.*$/, "aufklappbare Blöcke (details, summary)"],
  [/^paragraphs in bold$/, "fette Absätze"],
  [/^numbered paragraphs in bold$/, "nummerierte fette Absätze"],
  [/^numbered lines$/, "nummerierte Zeilen"],
  [/^bullets$/, "Aufzählungspunkte"],
  [/^JSON$/, "JSON"],
  [/^Quizlet text$/, "Text aus Quizlet"],
  [/^Anki text$/, "Text aus Anki"],
  [/^table with a header$/, "Tabelle mit Kopfzeile"],
  [/^table without a header$/, "Tabelle ohne Kopfzeile"],
  [/^cards of a note program$/, "Karten eines Notizprogramms"],
  [/^Anki text parted by semicolons$/, "Text aus Anki, mit Strichpunkten getrennt"],
  [/^tab-separated table$/, "Tabelle mit Tabulatoren"],
  [/^tab-separated cards$/, "Karten mit Tabulatoren"],
  [/^question and answer on one line$/, "Frage und Antwort in einer Zeile"],
];

export const texts = {
  start: {
    title: "Übe ein Vorstellungs\u00adgespräch",
    topics: "Themen",
    chosen: (chosen, all, available, isPressed) => chosen === all
      ? `Alle ${number(all)}, mit ${questions(available)}. ${isPressed ? "Drücke eins, um es wegzulassen." : "Wähle eins, um nur dazu gefragt zu werden."}`
      : `${number(chosen)} von ${number(all)}, mit ${questions(available)}.`,
    allAgain: "Wieder alle Themen",
    readBank: "Die Fragen lesen",
    filter: "Filtern, etwa „drift“",
    noMatch: (text) => `Kein Thema heißt „${text}“.`,
    dueInChip: (n) => `${number(n)} fällig`,
    unknownTopics: (ids) => `Der Link fragt nach ${choose(ids.length, { one: "einem Thema, das", other: "Themen, die" })} es hier nicht gibt: ${ids.join(", ")}.`,
    allInstead: "Mit allen Themen beginnen",
    sentence: { before: "Stell mir ", topics: " zu ", difficulty: ", ", mode: ", ", clock: " und ", end: "." },
    allTopicsInSentence: "allen Themen",
    topicsInSentence: (titles) => (titles.length === 0 ? "allen Themen"
      : titles.length < 3 ? titles.join(" und ") : topics(titles.length)),
    presets: "Fertig zusammengestellt",
    presetTaken: (title) => `${title} ist eingestellt: Start beginnt es.`,
    example: "Eine ausgewertete Antwort ansehen",
    exampleNote: "Zum ersten Mal hier?",
    length: "Länge",
    lengths: {
      questions, all: (n) => (n === 1 ? "die einzige Frage" : `alle ${questions(n)}`),
      minutes: (n) => `${plural(n, { one: "Minute", other: "Minuten" })} lang Fragen`,
    },
    units: { questions: "Fragen", minutes: "Minuten" },
    timed: (mode) => `So viele Fragen, wie hineinpassen. ${atTheEnd.interview[mode]}`,
    onlySo: (n) => `In dieser Auswahl ${choose(n, { one: "gibt es nur eine Frage: Sie wird gestellt.",
      other: `gibt es nur ${questions(n)}: Alle werden gestellt.` })}`,
    mode: "Ablauf",
    modes: {
      coached: ["mit Begleitung", "Nach jeder Antwort siehst du, welche Kernpunkte sie abdeckt. Du bekommst auf Wunsch "
        + "Tipps, beantwortest Nachfragen und kannst es noch einmal versuchen."],
      realistic: ["wie im Ernstfall", "Es geht einfach weiter, ohne ein Wort dazu, wie du warst. Die ganze Rückmeldung "
        + "kommt am Ende."],
    },
    difficulty: "Schwierigkeit",
    difficulties: {
      any: "in jeder Schwierigkeit", easy: "leicht", medium: "mittelschwer", hard: "schwer", rising: "immer schwerer",
      adaptive: "so schwer, wie ich es kann",
    },
    difficultyRules: {
      rising: "Beginnt mit leichten Fragen und endet mit schweren.",
      adaptive: `Eine Stufe schwerer nach einem ersten Versuch ab ${percent(0.7)}, eine leichter unter ${percent(0.4)} oder beim Überspringen.`,
    },
    order: "Reihenfolge",
    orders: { mixed: "Die Themen wechseln sich ab", byTopic: "Ein Thema nach dem anderen" },
    pace: "Tempo der Fragen",
    paces: {
      slow: "Langsam", natural: "Natürlich", fast: "Schnell", instant: "Sofort, die ganze Frage auf einmal",
    },
    moreOptions: "Weitere Einstellungen",
    limit: "Zeitlimit",
    limits: { none: "ohne Uhr", question: "Für jede Frage", interview: "Für das ganze Gespräch" },
    clocks: {
      question: (n) => `mit ${plural(n, { one: "Minute", other: "Minuten" })} je Frage`,
      interview: (n) => `mit ${plural(n, { one: "Minute", other: "Minuten" })} für alles`,
    },
    /** Was am Ende der Zeit geschieht. */
    limitEnds: (per, mode) => (per === "none" ? ""
      : `${atTheEnd[per][mode]} Du kannst die Uhr anhalten oder dir mehr Zeit geben.`),
    weights: "Wie oft jedes Thema an die Reihe kommt",
    weightsHint: "Ein Thema mit 2 kommt doppelt so oft an die Reihe wie eins mit 1.",
    weight: (n) => `${number(n)}×`,
    points: "Ohne Bewertung",
    pointsHint: "Du siehst, welche Kernpunkte du genannt hast, aber nie eine Prozentzahl.",
    fresh: "Nur, was ich länger nicht hatte",
    freshHint: "Fragen aus deinen letzten Gesprächen bleiben weg, solange es andere gibt.",
    freshAndSeed: "Wirkt nicht zusammen mit einem Startwert: Er ergibt immer dieselben Fragen.",
    seed: "Startwert",
    seedHint: "Gleicher Startwert und gleiche Auswahl ergeben für alle dieselben Fragen. "
      + "Lass das Feld leer, um jedes Mal andere zu bekommen.",
    otherBank: "Dieser Link wurde mit anderen Fragen erstellt, als sie jetzt hier liegen. Sein Startwert kann deshalb "
      + "nicht dasselbe Gespräch ergeben.",
    anyway: "Trotzdem mit diesen Fragen beginnen",
    startsLater: "Es beginnt, sobald die Verbindung wieder da ist.",
    unreachable: "Der Server ist gerade nicht erreichbar. Diese Seite versucht es von selbst weiter.",
    storageBlocked: "Dieser Browser behält nichts für diese Seite: Wird sie neu geladen, ist verloren, was du gerade schreibst, und ohne Cookies auch das Gespräch.",
    start: "Los",
    starting: "Es geht los…",
    noBank: "Der Server kennt noch keine Fragen.",
    loading: "Themen werden geladen…",
    underWay: "Angefangen",
    finished: "Abgeschlossen, auf diesem Gerät",
    resume: "Weitermachen",
    report: "Auswertung",
    forget: "Vergessen",
    forgetTitle: "Dieses Gespräch vergessen?",
    forgetText: "Der Zugang und die Entwürfe werden von diesem Gerät gelöscht. Danach kann niemand mehr weitermachen.",
    allTopics: "Alle Themen",
    topicCount: questions,
    purposes: { due: "Was fällig war", again: "Punkte, die gefehlt hatten" },
    timedCard: (titles, minutes) => `${titles}, ${plural(minutes, { one: "Minute", other: "Minuten" })}`,
    card: (titles, count) => `${titles}, ${questions(count)}`,
  },

  own: {
    title: "Eigene Fragen verwenden",
    name: "Meine Fragen",
    formats: "Füge ein Dokument mit Fragen und Antworten ein oder zieh es auf die Seite und übe sofort damit: Markdown, "
      + "Text, CSV, TSV, JSON oder was Anki und Quizlet als Text exportieren. Höchstens 2 MiB.",
    isPrivate: "Es ist privat: Niemand sonst kann damit üben, und es bleibt nur in diesem Browser. "
      + "Ein Gespräch behält die Fragen, die darin gestellt wurden.",
    kept: "In diesem Browser aufbewahrt",
    useKept: (name) => `Noch einmal mit ${name} üben`,
    forgetKept: (name) => `${name} vergessen`,
    forget: "Vergessen",
    forgotten: (name) => `${name} wird nicht mehr aufbewahrt.`,
    keptCount: (n) => ` · ${plural(n, { one: "Dokument", other: "Dokumente" })} hier aufbewahrt`,
    paste: "Dein Dokument",
    use: "Diesen Text verwenden",
    choose: "Datei auswählen…",
    drop: "Loslassen, um mit diesem Dokument zu üben",
    nothing: "Füge zuerst ein Dokument ein.",
    onlyFirst: "Es geht nur ein Dokument auf einmal: Das erste wurde genommen.",
    sending: (name) => `${name} wird gesendet…`,
    waiting: (name) => `${name} wird gesendet, sobald die Verbindung wieder da ist.`,
    found: (name) => `Gefunden in ${name}`,
    ready: (n) => `${questions(n)} von dir ${choose(n, { one: "ist", other: "sind" })} bereit.`,
    questions,
    recognised: ", erkannt an:",
    /** Woran ein Dokument seine Fragen erkennen lässt, oder undefined, wo die Worte des Servers besser sind. */
    pattern: (name) => patterns.reduce((text, [english, german]) => text ?? (english.test(name)
      ? name.replace(english, german) : undefined), undefined),
    empty: (n) => `${number(n)} ohne Antwort: Da gibt es nichts zu vergleichen, deshalb ${
      choose(n, { one: "wird sie", other: "werden sie" })} nicht gestellt.`,
    truncated: (n) => `${plural(n, { one: "Antwort scheint", other: "Antworten scheinen" })} abzubrechen.`,
    duplicates: (n) => `${questions(n)} ${choose(n, { one: "kommt", other: "kommen" })} mehrfach vor; jede wird nur einmal gestellt.`,
    ignored: (n) => `${plural(n, { one: "Zeile", other: "Zeilen" })} weggelassen: Navigation, Inhaltsverzeichnisse, Kommentare.`,
    /** Eine Bemerkung des Lesers, oder undefined, wo die Worte des Servers besser sind. */
    remark: (text) => ({ "a list of questions without answers": "Eine Liste von Fragen ohne Antworten." })[text],
    canBeAsked: (n) => `Mit ${plural(n, { one: "Frage", other: "Fragen" })} kannst du üben.`,
    another: "Anderes Dokument verwenden",
    remove: "Entfernen",
    source: "Fragen aus",
    serverBank: "Greenrooms Sammlung",
    gone: (name) => `Die Fragen in ${name} waren deine eigenen und sind nicht mehr auf dieser Seite. `
      + "Füge das Dokument auf der Startseite wieder hinzu, um damit zu üben.",
    problems: (problem, name) => ({
      package: `${name} ist ein Anki-Paket; das kann ein Browser nicht lesen. Wähle in Anki „Exportieren“ und dann „Notizen `
        + "als reiner Text“, oder importiere das Paket auf dem Server: greenroom bank import deck.apkg --out my-bank",
      large: `${name} ist zu lang: höchstens 2 MiB.`,
      binary: `${name} ist kein Text. Speichere es zuerst als Markdown, reinen Text oder CSV.`,
      unreadable: `${name} lässt sich nicht lesen. Ist es ein Ordner?`,
      empty: `${name} ist leer.`,
    })[problem],
    /** Eine Ablehnung in den Worten der Seite, oder undefined, wo der Satz des Servers besser ist. */
    refusal: (code) => ({
      tooLong: "Das Dokument ist zu lang: höchstens 2 MiB.",
      noQuestions: "Darin wurde keine Frage mit einer Antwort gefunden. Greenroom sucht Fragen als Überschriften, "
        + "nummerierte oder fette Zeilen, „Q:“ und „A:“ oder in den Spalten einer Tabelle.",
    })[code],
    languageTitle: "Deine Fragen gingen verloren",
    languageText: "Für eine andere Sprache wird die Seite neu geladen, und deine eigenen Fragen sind nur auf dieser Seite. "
      + "Du müsstest sie noch einmal hinzufügen.",
    languageProceed: "Trotzdem die Sprache wechseln",
  },

  share: {
    copy: "Link kopieren",
    copied: "Der Link ist kopiert.",
    byHand: "Der Browser erlaubt es nicht: Kopiere den Link aus diesem Feld.",
    address: "Link zu diesen Einstellungen",
    hint: "Ein Link zu diesen Einstellungen, als Lesezeichen oder zum Weitergeben. Ohne Startwert bekommen alle andere Fragen.",
    withSeed: "Ein Link zu diesen Einstellungen: Wer ihn öffnet, bekommt dasselbe Gespräch.",
    own: "Deine eigenen Fragen sind nur auf dieser Seite, deshalb gibt es keinen Link dazu.",
  },

  due: {
    title: "Was dir immer wieder fehlt",
    due: (points, asked) => `Heute ${choose(points, { one: "ist", other: "sind" })} ${
      plural(points, { one: "Kernpunkt", other: "Kernpunkte" })} fällig, in ${questions(asked)}`,
    inMinutes: (n) => `etwa ${plural(n, { one: "Minute", other: "Minuten" })}`,
    ofAll: (points) => `${plural(points, { one: "Kernpunkt", other: "Kernpunkte" })} insgesamt fällig`,
    enough: (points) => `Für heute ist es genug: ${plural(points, { one: "Kernpunkt, der wiederkam, ist",
      other: "Kernpunkte, die wiederkamen, sind" })} geübt.`,
    cap: "Höchstens am Tag",
    caps: (n) => (n ? plural(n, { one: "Punkt", other: "Punkte" }) : "so viele, wie fällig sind"),
    anyway: "Trotzdem weitermachen",
    nothing: "Heute ist nichts fällig",
    next: (when) => `Der nächste Kernpunkt ist ${when} fällig.`,
    on: (day) => `am ${day}`,
    hint: "Kernpunkte kommen wieder, kurz bevor du sie vergessen würdest; was dir fehlt, kommt früher wieder.",
    start: "Fälliges üben",
    readiness: (ready, all) => `Bereit in ${number(ready)} von ${topics(all)}`,
    rule: `Bereit: mindestens 8 Kernpunkte gesehen, und ${percent(0.8)} davon sind heute wahrscheinlich abrufbar. Auf dem Weg: `
      + "Deine letzten drei Gespräche zum Thema liefen besser als die drei davor. Sonst: noch nicht.",
    states: { ready: "Bereit", improving: "Auf dem Weg", notYet: "Noch nicht" },
    noTrend: "noch kein Gespräch",
    trendOf: (shares) => `Abdeckung in ${choose(shares.length, { one: "deinem letzten Gespräch",
      other: `deinen letzten ${number(shares.length)} Gesprächen, das älteste zuerst` })}: ${shares.map(percent).join(", ")}`,
    recall: (share, due) => [`abrufbar etwa ${percent(share)}`, due ? `${number(due)}\u00a0fällig` : null]
      .filter(Boolean).join(", "),
    forget: "Vergessen, was ich geübt habe",
    forgetTitle: "Vergessen, was du geübt hast?",
    forgetText: "Der Server vergisst, welche Kernpunkte du konntest und wann sie fällig sind. Das lässt sich nicht "
      + "rückgängig machen. Gespräche und ihre Auswertungen bleiben.",
    forgotten: "Was du geübt hast, ist vergessen.",
  },
};
