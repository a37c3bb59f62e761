// Was die Seiten des Servers sagen, wo es ein Skript braucht.

export const texts = {
  transcripts: {
    cancel: "Abbrechen",
    erasing: "Wird gelöscht…",
    failed: "Das Löschen ist nicht gelungen. Versuch es gleich noch einmal.",
    one: {
      erase: "Löschen",
      title: "Diese Mitschrift endgültig löschen?",
      text: "Alle Antworten, Ergebnisse und Tipps darin werden vom Server gelöscht. Niemand kann sie zurückholen.",
    },
    all: {
      erase: "Alles löschen",
      title: "Alle deine Mitschriften endgültig löschen?",
      text: "Alles, was du allein geübt hast, und jede Runde, die du geleitet hast, wird vom Server gelöscht, und er "
        + "vergisst, was fällig ist. Was du in Runden anderer gesagt hast, bleibt dort, ohne Bezug zu dir. Niemand kann "
        + "es zurückholen.",
    },
  },
};
