// What the server's pages say where a script is needed.

export const texts = {
  transcripts: {
    cancel: "Cancel",
    erasing: "Deleting…",
    failed: "It could not be deleted. Try again in a moment.",
    one: {
      erase: "Delete",
      title: "Delete this transcript for good?",
      text: "Every answer, mark and hint in it is deleted from the server. Nobody can bring it back.",
    },
    all: {
      erase: "Delete everything",
      title: "Delete all your transcripts for good?",
      text: "Everything that you practised alone and every room that you hosted is deleted from the server, and it "
        + "forgets what is due. What you said in other people’s rooms stays there, without a link to you. Nobody can "
        + "bring it back.",
    },
  },
};
