// Deutsch.

import { numbersIn } from "./numbers.js";

const { number, percent, choose, plural } = numbersIn("de");
const questions = (n) => plural(n, { one: "Frage", other: "Fragen" });
const topics = (n) => plural(n, { one: "Thema", other: "Themen" });
const characters = (n) => plural(n, { one: "Zeichen", other: "Zeichen" });
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
const points = (said, all) => `${said} von ${plural(all, { one: "Kernpunkt", other: "Kernpunkten" })}`;
/** Was geschieht, wenn die Zeit um ist. */
const atTheEnd = {
  question: {
    coached: "Ist die Zeit um, wird gesendet, was du geschrieben hast.",
    realistic: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und die nächste Frage kommt.",
  },
  interview: {
    coached: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und es kommt keine weitere Frage.",
    realistic: "Ist die Zeit um, wird gesendet, was du geschrieben hast, und das Gespräch endet.",
  },
};

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
    lost: "Die Verbindung ist weg und wird wiederhergestellt. Was du schreibst, bleibt erhalten.",
    backSaid: "Wieder verbunden. Es ist nichts verloren gegangen.",
  },

  start: {
    title: "Übe ein Vorstellungs\u00adgespräch",
    lede: "Antworte in deinen eigenen Worten. Greenroom vergleicht das Geschriebene mit den Kernpunkten einer guten "
      + "Antwort und zeigt dir, welche davon du genannt hast und woran es das erkennt.",
    topics: "Themen",
    all: "Alle",
    none: "Keins",
    chosen: (chosen, all, available) => chosen === all
      ? `Alle Themen, ${questions(available)}`
      : `${number(chosen)} von ${topics(all)}, ${questions(available)}`,
    length: "Länge",
    unit: "Fragen oder Minuten",
    units: { questions: "Fragen", minutes: "Minuten" },
    fewer: "Kürzer",
    more: "Länger",
    timed: (mode) => `So viele Fragen, wie hineinpassen. ${atTheEnd.interview[mode]}`,
    onlySo: (n) => `In dieser Auswahl ${choose(n, { one: "gibt es nur eine Frage: Sie wird gestellt.",
      other: `gibt es nur ${questions(n)}: Alle werden gestellt.` })}`,
    mode: "Ablauf",
    modes: {
      coached: ["Mit Begleitung", "Nach jeder Antwort siehst du, welche Kernpunkte sie abdeckt. Du bekommst auf Wunsch "
        + "Tipps, beantwortest Nachfragen und kannst es noch einmal versuchen."],
      realistic: ["Wie im Ernstfall", "Es geht einfach weiter, ohne ein Wort dazu, wie du warst. Die ganze Rückmeldung "
        + "kommt am Ende."],
    },
    difficulty: "Schwierigkeit",
    difficulties: {
      any: "Beliebig", easy: "Leicht", medium: "Mittel", hard: "Schwer", rising: "Ansteigend",
      adaptive: "Passt sich deinen Antworten an",
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
    limits: { none: "Keins", question: "Für jede Frage", interview: "Für das ganze Gespräch" },
    limitMinutes: "Minuten",
    /** Was am Ende der Zeit geschieht. */
    limitEnds: (per, mode) => (per === "none" ? ""
      : `${atTheEnd[per][mode]} Du kannst die Uhr anhalten oder dir mehr Zeit geben.`),
    badLimit: (seconds, minutes) => `Wähle eine Zeit von ${number(seconds)} Sekunden bis ${number(minutes)} Minuten.`,
    badMinutes: (most) => `Wähle eine Minutenzahl von 1 bis ${number(most)}.`,
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
    start: "Gespräch beginnen",
    starting: "Es geht los…",
    noTopic: "Wähle mindestens ein Thema.",
    badCount: (most) => `Wähle eine Zahl von 1 bis ${number(most)}.`,
    noBank: "Der Server kennt noch keine Fragen.",
    loading: "Themen werden geladen…",
    underWay: "Angefangen",
    finished: "Abgeschlossen, auf diesem Gerät",
    resume: "Weitermachen",
    report: "Auswertung",
    forget: "Vergessen",
    forgetWhat: (what) => `Dieses Gespräch vergessen: ${what}`,
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
    isPrivate: "Es ist privat: Niemand sonst kann damit üben, und wenn du diese Seite schließt, ist es weg. "
      + "Ein Gespräch behält die Fragen, die darin gestellt wurden.",
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
    nothing: "Heute ist nichts fällig",
    next: (when) => `Der nächste Kernpunkt ist ${when} fällig.`,
    on: (day) => `am ${day}`,
    hint: "Kernpunkte kommen wieder, kurz bevor du sie vergessen würdest; was dir fehlt, kommt früher wieder.",
    start: "Jetzt üben",
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

  feedback: {
    title: "Rückmeldung",
    coverage: "Abdeckung",
    points,
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
      hit: "Genannt", partial: "Zum Teil", missed: "Fehlt", contradicted: "Widersprochen",
      avoided: "Vermieden", held: "Vertreten",
    },
    required: "notwendig",
    why: "Deine Worte",
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
    noModelAnswer: "Zu dieser Frage gibt es keine Musterantwort.",
    again: "Neuer Versuch",
    next: "Nächste Frage",
    finish: "Abschließen",
    moving: "Einen Moment…",
    attemptOnly: (n) => `${number(n)}. Versuch`,
    pointsSaid: (heads) => heads.length ? `Genannt: ${heads.join("; ")}.` : "Bisher ist keiner der Kernpunkte genannt.",
    stillMissing: "Ein Punkt, der noch fehlt",
    openPoints: "Zeigen, was gefehlt hat",
    opened: "Die fehlenden Punkte werden gezeigt.",
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

  time: {
    title: "Zeit",
    clock: (left) => `noch ${left}`,
    paused: (left) => `Angehalten, noch ${left}`,
    speaking: "Die Zeit beginnt nach der Frage",
    hidden: "Uhr ausgeblendet",
    hide: "Uhr ausblenden",
    show: "Uhr zeigen",
    pause: "Anhalten",
    goOn: "Weiter",
    more: "+ 1 Minute",
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

  report: {
    title: "Deine Auswertung",
    summary: (answered, skipped, asked) => [
      `${questions(answered)} beantwortet`,
      skipped ? `${number(skipped)} übersprungen` : null,
      asked ? `${number(asked)} offen geblieben` : null,
    ].filter(Boolean).join(", "),
    left: "Du hast das Gespräch vor der letzten Frage beendet. Was nicht gefragt wurde, zählt nirgends mit.",
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
    time: (milliseconds) => `${texts.time.spent(milliseconds)} bis zur ersten Antwort`,
    allTime: (milliseconds) => `${texts.time.spent(milliseconds)} insgesamt`,
    phrasing: "Deine beste Formulierung",
    phrasingFor: (heads, n) => `Darin steckt: ${heads.join("; ")} (Frage ${number(n)}).`,
    missedPoints: "Punkte zum Üben",
    choose: "Wähle die Punkte, die du üben willst",
    morePoints: (n) => `${plural(n, { one: "weiterer Punkt", other: "weitere Punkte" })}`,
    practise: (chosen, all) => chosen === all
      ? `Genau ${choose(all, { one: "diesen Punkt", other: `diese ${number(all)} Punkte` })} üben`
      : `${number(chosen)} von ${plural(all, { one: "Punkt", other: "Punkten" })} üben`,
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
    print: "Drucken",
  },

  gone: {
    title: "Dieses Gespräch lässt sich hier nicht fortsetzen",
    text: "Der Zugang dazu ist hier nicht bekannt: Vielleicht wurde es in einem anderen Browser begonnen, oder die Daten "
      + "des Servers wurden inzwischen gelöscht. Alles andere bleibt davon unberührt.",
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
