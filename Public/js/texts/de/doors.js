// Die Wege hinein.

export const texts = {
  doors: {
    label: "Greenroom",
    choose: "Wege hinein",
    practise: { nav: "Üben", title: "Allein üben", hint: "In deinem Tempo" },
    join: { nav: "Beitreten", title: "Einer Runde beitreten", hint: "Mit Code oder Link" },
    host: { nav: "Leiten", title: "Eine Runde leiten", hint: "Für 2 bis 200 Leute" },
    transcripts: { nav: "Mitschriften" },
  },
};
