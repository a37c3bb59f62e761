// What this browser keeps of rooms: the secrets of its seats, and what was written and not acknowledged yet.

const prefixes = { person: "greenroom.room.", screen: "greenroom.screen." };
let prefix = prefixes.person;
const memory = new Map();

/** A screen in a host's own browser has a seat of its own, and takes nobody's. */
export function keepFor(kind) { prefix = prefixes[kind]; }

function read(name) {
  try {
    const text = memory.get(prefix + name) ?? localStorage.getItem(prefix + name);
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function write(name, value) {
  const text = JSON.stringify(value);
  try { localStorage.setItem(prefix + name, text); } catch { memory.set(prefix + name, text); }
}

function remove(name) {
  memory.delete(prefix + name);
  try { localStorage.removeItem(prefix + name); } catch { /* There is only this page's memory. */ }
}

/** 256 random bits, as the server takes a seat's secret. */
export function newSecret() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A new interview's name, or a note's: when it was drawn, to the millisecond, and 75 random bits. Names of the same time lie
    beside each other in the server's log, as the server's own do. */
export function newName() {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const now = Date.now();
  const time = Array.from({ length: 9 }, (_, place) => Math.floor(now / 32 ** (8 - place)) % 32);
  const random = Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => byte % 32);
  return [...time, ...random].map((value) => letters[value]).join("");
}

/** The code as people say it, as the server writes it: "KQ7M 2XRD" and "kq7m2xrd" are one. */
export function plainCode(text) {
  return text.toLowerCase().replace(/[^0-9a-z]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");
}

export function shownCode(code) {
  const plain = plainCode(code ?? "");
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : code ?? "";
}

/** {secret, interview?, name?, role?} of the seat in the room with this code, or null. */
export const seatByCode = (code) => read(`code.${plainCode(code)}`);
export const saveSeatByCode = (code, seat) => write(`code.${plainCode(code)}`, seat);

/** {secret, code?} of the seat in this interview, or null. */
export const seatIn = (interview) => read(`seat.${interview}`);
export const saveSeat = (interview, seat) => write(`seat.${interview}`, { ...seatIn(interview), ...seat });

export function forgetSeat(interview) {
  const seat = seatIn(interview);
  if (seat?.code) remove(`code.${plainCode(seat.code)}`);
  remove(`seat.${interview}`);
}

export const draft = (interview, question) => read(`draft.${interview}.${question}`) ?? "";

export function saveDraft(interview, question, text) {
  if (text === "") remove(`draft.${interview}.${question}`);
  else write(`draft.${interview}.${question}`, text);
}

/** The name that was used last, to be offered again. */
export const lastName = () => read("name") ?? "";
export const saveName = (name) => write("name", name);

/** Answers on their way, by ref: sent again with the same ref after a reload. */
export const sentIn = (interview) => read(`sent.${interview}`) ?? {};

export function saveSent(interview, ref, request) {
  write(`sent.${interview}`, { ...sentIn(interview), [ref]: request });
}

export function dropSent(interview, ref) {
  const { [ref]: _, ...rest } = sentIn(interview);
  if (Object.keys(rest).length) write(`sent.${interview}`, rest);
  else remove(`sent.${interview}`);
}
