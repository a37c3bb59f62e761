// The set-up of an interview in the address: `#topics=nlp,vision&count=5&pace=natural&seed=abc` can be kept as a
// bookmark or sent to somebody, who then gets the same questions. Nothing secret ever goes there.

export const paces = ["slow", "natural", "fast", "instant"];

/** What an address fragment asks for. Unknown or impossible values are left out. */
export function readFragment(fragment) {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const interview = fields.get("interview");
  if (interview) return { view: "interview", interview };
  const setup = {};
  const topics = (fields.get("topics") ?? "").split(",").filter(Boolean);
  if (topics.length) setup.topics = topics;
  const count = Number(fields.get("count"));
  if (Number.isInteger(count) && count >= 1 && count <= 60) setup.count = count;
  if (paces.includes(fields.get("pace"))) setup.pace = fields.get("pace");
  const seed = fields.get("seed");
  if (seed && seed.length <= 64) setup.seed = seed;
  return { view: "start", setup };
}

/** The fragment of a set-up, "" for the empty one. `topics` empty or absent means all of them. */
export function setupFragment({ topics = [], count, pace, seed }) {
  const fields = [];
  if (topics.length) fields.push(`topics=${topics.map(encodeURIComponent).join(",")}`);
  if (count) fields.push(`count=${count}`);
  if (pace) fields.push(`pace=${pace}`);
  if (seed) fields.push(`seed=${encodeURIComponent(seed)}`);
  return fields.length ? `#${fields.join("&")}` : "";
}

export function interviewFragment(interview) {
  return `#interview=${encodeURIComponent(interview)}`;
}
