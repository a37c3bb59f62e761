// Speaks to screen readers: each sentence is added once to a polite live region and taken out again later, so
// that nobody meets it a second time while reading the page.

const region = document.getElementById("announcements");

export function announce(sentence) {
  if (!sentence) return;
  const line = document.createElement("p");
  line.textContent = sentence;
  region.append(line);
  setTimeout(() => line.remove(), 20_000);
}
