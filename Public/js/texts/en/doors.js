// The ways in.

export const texts = {
  doors: {
    label: "Greenroom",
    choose: "Ways in",
    practise: { nav: "Practise", title: "Practise alone", hint: "At your own pace" },
    join: { nav: "Join", title: "Join a session", hint: "With a code or a link" },
    host: { nav: "Host", title: "Host a session", hint: "For a room of 2 to 200" },
    transcripts: { nav: "Transcripts" },
  },
};
