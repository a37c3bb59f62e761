// The set-up of an interview in the address: `#topics=nlp,vision&count=5&mode=realistic&seed=abc` can be kept as a
// bookmark or sent to somebody, who then gets the same. Nothing secret ever goes there. A set-up has the fields of
// the request `open`; what is left out has the server's default.

export const paces = ["slow", "natural", "fast", "instant"];
export const modes = ["coached", "realistic"];
export const scores = ["coverage", "points"];
export const difficulties = ["any", "easy", "medium", "hard", "rising", "adaptive"];
export const orders = ["mixed", "byTopic"];
export const heaviest = 9;
/** Seconds. */
export const limits = { least: 15, most: 14_400 };

const choices = { pace: paces, mode: modes, score: scores, difficulty: difficulties, order: orders };
/** The beginning of a bank's hash is enough to tell one bank from another. */
const hashLength = 12;

/** What an address fragment asks for. Unknown or impossible values are left out. */
export function readFragment(fragment) {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const interview = fields.get("interview");
  if (interview) return { view: "interview", interview };
  const setup = {};
  const topics = list(fields.get("topics"));
  if (topics.length) setup.topics = topics;
  const count = Number(fields.get("count"));
  if (Number.isInteger(count) && count >= 1 && count <= 60) setup.count = count;
  for (const [name, values] of Object.entries(choices)) {
    if (values.includes(fields.get(name))) setup[name] = fields.get(name);
  }
  const weights = readWeights(fields.get("weights"));
  if (weights) setup.weights = weights;
  const limit = readLimit(fields.get("limit"));
  if (limit) setup.limit = limit;
  if (fields.get("fresh") === "1") setup.fresh = true;
  const seed = fields.get("seed");
  if (seed && seed.length <= 64) setup.seed = seed;
  const bank = fields.get("bank");
  // Without a seed the questions differ anyway.
  if (setup.seed && /^[0-9a-f]{8,64}$/.test(bank ?? "")) setup.bank = bank;
  return { view: "start", setup };
}

/** The fragment of a set-up, "" for the empty one. `topics` empty or absent means all of them. */
export function setupFragment({ topics = [], count, weights, limit, fresh, seed, bank, ...rest }) {
  const fields = [];
  if (topics.length) fields.push(`topics=${topics.map(encodeURIComponent).join(",")}`);
  if (count) fields.push(`count=${count}`);
  for (const [name, values] of Object.entries(choices)) {
    // The pace depends on the reader's own preferences where none is named; the others have one default for all.
    if (rest[name] && (name === "pace" || rest[name] !== values[0])) fields.push(`${name}=${rest[name]}`);
  }
  const heavy = Object.entries(weights ?? {}).filter(([, weight]) => weight > 1);
  if (heavy.length) fields.push(`weights=${heavy.map(([id, weight]) => `${encodeURIComponent(id)}:${weight}`).join(",")}`);
  if (limit) fields.push(`limit=${limit.per}:${limit.seconds}`);
  if (fresh) fields.push("fresh=1");
  if (seed) fields.push(`seed=${encodeURIComponent(seed)}`);
  if (seed && bank) fields.push(`bank=${bank.slice(0, hashLength)}`);
  return fields.length ? `#${fields.join("&")}` : "";
}

export function interviewFragment(interview) {
  return `#interview=${encodeURIComponent(interview)}`;
}

/** The fields of `open` for a set-up: defaults are left to the server. */
export function openFields({ topics = [], count, weights, limit, fresh, seed, bank, due, again, document, ...rest }) {
  // A pasted document is in one place only, so that it can't be another one.
  if (document) bank = null;
  const fields = { topics, pace: rest.pace ?? "natural" };
  for (const [name, values] of Object.entries(choices)) {
    if (rest[name] && name !== "pace" && rest[name] !== values[0]) fields[name] = rest[name];
  }
  const heavy = Object.entries(weights ?? {}).filter(([, weight]) => weight > 1);
  if (heavy.length) fields.weights = Object.fromEntries(heavy);
  const others = { count, limit, fresh, seed, bank: seed ? bank?.slice(0, hashLength) : null, due, again, document };
  for (const [name, value] of Object.entries(others)) if (value) fields[name] = value;
  return fields;
}

function list(text) {
  return (text ?? "").split(",").filter(Boolean);
}

function readWeights(text) {
  const pairs = list(text).map((pair) => pair.match(/^(.+):([1-9])$/)).filter(Boolean);
  return pairs.length ? Object.fromEntries(pairs.map(([, id, weight]) => [id, Number(weight)])) : null;
}

function readLimit(text) {
  const [, per, seconds] = /^(question|interview):(\d{2,5})$/.exec(text ?? "") ?? [];
  const isPossible = Number(seconds) >= limits.least && Number(seconds) <= limits.most;
  return isPossible ? { per, seconds: Number(seconds) } : null;
}
