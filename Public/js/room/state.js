// A room as this seat knows it: a pure fold over the server's messages. Live messages and replayed ones go through the
// same function, so a reload and a lost connection end in the same place.

/** Before anything is known but the interview's name. */
export function emptyRoom(interview) {
  return {
    interview, seat: null, role: null, code: null, rules: null, setup: null, topics: [], count: 0,
    // "lobby" until the first question, then "asking", at last "ended"; "gone" where this seat was taken away.
    phase: "lobby", reason: null, endedReason: null,
    // The question at hand, and all that were asked so far, by index.
    question: null, asked: new Map(), closed: false, paused: false, clock: null, finished: false,
    seats: new Map(), locked: false,
    board: null, totals: null, phrases: null, shown: new Map(),
    // What was said to questions that are over, as far as it was asked for, by index.
    past: new Map(),
    own: new Map(), chat: [], ruled: [], report: null, roomReport: null, reports: new Map(), row: null,
    // What is to come, and what was found in the bank: for hosts.
    plan: null, found: null,
    // The hot seat: what to listen for, one's own ticks by question and point, and everybody's beside the verdicts.
    checklist: null, ticked: new Map(), ticks: null,
    // The last change of each lane: what everybody is told, and what only this seat is.
    last: { all: 0, own: 0 },
  };
}

/** True where a change of the same lane never arrived. What a host hears of others' own affairs has gaps anyway. */
export function isLoss(room, message) {
  if (room.role === "host" && laneOf(message) === "own") return false;
  return Number.isInteger(message.before) && message.before > room.last[laneOf(message)];
}

const laneOf = ({ lane }) => (lane === "own" ? "own" : "all");

/** The room after `message`. What is old, strange or of another interview changes nothing. */
export function fold(room, message) {
  if (message.interview !== room.interview) return room;
  if (message.type === "resumed" || message.type === "joined") return caughtUp(room, message);
  if (Number.isInteger(message.seq)) {
    const lane = laneOf(message);
    if (message.seq <= room.last[lane]) return room;
    room = { ...room, last: { ...room.last, [lane]: message.seq } };
  }
  return withClock(changed(room, message), message);
}

function caughtUp(room, message) {
  let folded = { ...room, seat: message.seat ?? room.seat };
  for (const one of message.missed ?? []) {
    const { clock, ...past } = one;
    folded = fold(folded, { interview: room.interview, ...past });
  }
  if (!message.more) folded = { ...folded, last: { all: message.seq, own: message.seq } };
  folded = withRole(folded);
  return message.more ? folded : withClock(folded, message);
}

/** After which number to go on, so that nothing is missing in either lane. */
export const lastSeq = ({ last }) => Math.min(last.all, last.own);

function changed(room, message) {
  switch (message.type) {
    case "opened": return opened(room, message);
    case "asking": return asked(room, message.question, true);
    case "delta": return delta(room, message);
    case "asked": return asked(room, { ...message.question, for: message.for }, false);
    case "reopened": return reopened(room, message);
    case "closed": return isCurrent(room, message) ? { ...room, closed: true } : room;
    case "paused": return { ...room, paused: true };
    case "continued": return { ...room, paused: false };
    case "extended": return { ...room, closed: false };
    case "answered": return answered(room, message);
    case "probed": return ofOwn(room, message.question, (old) => ({ probes: [...old.probes, message] }));
    case "hinted": return ofOwn(room, message.question, (old) => ({ hints: [...old.hints, message] }));
    case "skipped": return ofOwn(room, message.question, () => ({ skipped: true }));
    case "revealed": return ofOwn(room, message.question, () => ({ modelAnswer: message.answer ?? null }));
    case "disputed": return disputed(room, message);
    case "ruled": return { ...room, ruled: [...room.ruled, message] };
    case "marked": return ofOwn(room, message.question, () => ({ marked: { attempt: message.attempt, mark: message.mark } }));
    case "shown": return { ...room, closed: true, shown: new Map(room.shown).set(message.question, message.answer ?? null) };
    case "phrases": return phrases(room, message);
    case "seats": return seats(room, message);
    case "here": return presence(room, message);
    case "locked": return { ...room, locked: message.locked };
    case "board": return board(room, message);
    case "cells": return cells(room, message);
    case "totals": return { ...room, totals: message };
    case "row": return { ...room, row: message };
    case "said": return { ...room, chat: [...room.chat, { ...message, by: message.by ?? message.seat, pinned: false, takenAway: false }] };
    case "moderated": return { ...room, chat: room.chat.map((one) => moderated(one, message)) };
    case "checklist": return { ...room, checklist: message };
    case "ticked": return { ...room, ticked: new Map(room.ticked).set(`${message.question} ${message.point}`, message.said) };
    case "ticks": return { ...room, ticks: message };
    case "planned": return { ...room, count: message.count, question: room.question && { ...room.question, of: message.count } };
    case "plan": return { ...room, plan: message };
    case "foundQuestions": return { ...room, found: message };
    case "finished": return { ...room, finished: true };
    case "gone": return { ...room, phase: "gone", reason: message.reason };
    case "ended": return { ...room, phase: "ended", endedReason: message.reason, clock: null, report: message.report ?? room.report };
    case "roomReport": return roomReport(room, message);
    case "report": return message.seat && message.seat !== room.seat
      ? { ...room, reports: new Map(room.reports).set(message.seat, message.report) } : { ...room, report: message.report };
    default: return room;
  }
}

function opened(room, { seat, code, room: rules, topics = [], count, mode, limit, score }) {
  return { ...room, seat: room.seat ?? seat ?? null, code, rules, topics, count, setup: { mode, limit, score } };
}

function asked(room, question, streaming) {
  const isSame = room.question?.index === question.index;
  if (streaming && isSame && room.question.prompt && !room.question.streaming) return room;
  const prompt = streaming ? (isSame ? room.question.prompt : "") : question.prompt;
  return {
    ...room, phase: "asking", closed: isSame ? room.closed : false, paused: isSame ? room.paused : false,
    asked: streaming ? room.asked : new Map(room.asked).set(question.index, { ...question, streaming }),
    question: { ...question, prompt, streaming }, board: isSame ? room.board : null, totals: isSame ? room.totals : null,
    row: isSame ? room.row : null,
  };
}

function delta(room, { question, text }) {
  if (!room.question?.streaming || room.question.index !== question) return room;
  return { ...room, question: { ...room.question, prompt: room.question.prompt + text } };
}

function reopened(room, message) {
  const index = message.question?.index ?? message.question;
  if (room.question?.index === index) return { ...room, closed: false };
  // Back to a question that was asked before: what everybody wrote and saw of it is there again.
  const question = room.asked.get(index) ?? { index, of: room.count, prompt: "" };
  return { ...room, question, closed: false, board: null, totals: null, row: null };
}

const isCurrent = (room, { question }) => question === undefined || room.question?.index === question;

function blank() {
  return { attempts: [], hints: [], probes: [], rulings: {}, skipped: false, modelAnswer: undefined, marked: null };
}

function ofOwn(room, index, how) {
  const old = room.own.get(index) ?? blank();
  return { ...room, own: new Map(room.own).set(index, { ...old, ...how(old) }) };
}

export function ownAnswer(room, index) {
  return room.own.get(index) ?? blank();
}

function answered(room, message) {
  // A host is told of everybody's answers as cells of the board, never as answers.
  if (message.by && message.by !== room.seat) return room;
  return ofOwn(room, message.question, (old) => ({
    attempts: [...old.attempts.filter(({ attempt }) => attempt !== message.attempt), message]
      .sort((a, b) => a.attempt - b.attempt),
  }));
}

function disputed(room, { question, attempt, point, withdrawn = false, by }) {
  if (by && by !== room.seat) return room;
  return ofOwn(room, question, ({ rulings }) => ({ rulings: { ...rulings, [`${attempt} ${point}`]: !withdrawn } }));
}

function seats(room, message) {
  const known = message.whole && !message.isFollowing ? new Map(room.seatPage ?? []) : new Map(room.seats);
  for (const seat of message.seats ?? []) {
    const before = known.get(seat.seat);
    if (seat.standing === "present") known.set(seat.seat, { ...before, ...seat });
    else known.set(seat.seat, { ...before, ...seat, here: false });
  }
  // A page that is not the last is kept aside until the rest is there.
  if (message.whole && message.more) return { ...room, seatPage: known };
  // What somebody has deleted is read by nobody any more.
  const erased = new Set((message.seats ?? []).filter((seat) => seat.erased).map(({ seat }) => seat));
  const chat = erased.size ? room.chat.filter(({ by }) => !erased.has(by)) : room.chat;
  const row = erased.has(room.row?.seat) ? null : room.row;
  return withRole({ ...room, chat, row, seatPage: null, seats: known, locked: message.locked ?? room.locked });
}

function withRole(room) {
  return { ...room, role: room.seats.get(room.seat)?.role ?? room.role };
}

function presence(room, { here = [], gone = [] }) {
  const known = new Map(room.seats);
  for (const [ids, value] of [[here, true], [gone, false]]) {
    for (const id of ids) if (known.has(id)) known.set(id, { ...known.get(id), here: value });
  }
  return { ...room, seats: known };
}

function board(room, { question, points, groups, rows = [], totals, more }) {
  const isGoingOn = room.board?.question === question && room.board.isPartial;
  const all = new Map(isGoingOn ? room.board.rows : []);
  for (const row of rows) all.set(row.seat, row);
  return { ...room, board: { question, points, groups, rows: all, isPartial: more === true }, totals: totals ?? room.totals };
}

function cells(room, { question, rows = [], totals }) {
  if (!room.board) return room;
  const all = new Map(room.board.rows);
  for (const row of rows) all.set(row.seat, row);
  return { ...room, board: { ...room.board, question: question ?? room.board.question, rows: all }, totals: totals ?? room.totals };
}

function phrases(room, { question, points = [], groups = [], model = [], more, ref }) {
  // Whoever asks for them reads them apart from the question at hand.
  if (ref || question !== room.question?.index) return { ...room, past: new Map(room.past).set(question, { points, groups, model }) };
  const isGoingOn = room.phrases?.question === question && room.phrases.isPartial;
  const all = new Map(isGoingOn ? room.phrases.points.map((one) => [one.point, one]) : []);
  for (const one of points) {
    const before = all.get(one.point);
    all.set(one.point, before ? { ...before, phrases: [...before.phrases, ...(one.phrases ?? [])] } : { phrases: [], ...one });
  }
  return { ...room, phrases: { question, groups, model, points: [...all.values()], isPartial: more === true } };
}

function roomReport(room, message) {
  const before = room.reportPages ?? { questions: [], people: [] };
  const all = { questions: [...before.questions, ...message.questions], people: [...before.people, ...message.people] };
  return message.more ? { ...room, reportPages: all } : { ...room, reportPages: null, roomReport: all };
}

function moderated(one, { message, pinned, takenAway }) {
  return one.seq === message ? { ...one, pinned: pinned ?? one.pinned, takenAway: takenAway ?? one.takenAway } : one;
}

function withClock(room, { clock, heardAt }) {
  if (!clock || room.phase === "ended") return room;
  return { ...room, clock: { ...clock, heardAt }, paused: room.paused && !clock.running };
}

// What views ask of a room.

export const isHost = ({ role }) => role === "host";

/** Those who are in the room, hosts first, in the order in which they came. */
export function people(room) {
  const number = ({ seat }) => Number(seat.slice(1));
  const all = [...room.seats.values()].filter(({ standing }) => standing === "present").sort((a, b) => number(a) - number(b));
  return [...all.filter(({ role }) => role === "host"), ...all.filter(({ role }) => role === "candidate"),
    ...all.filter(({ role }) => role === "spectator")];
}

export const candidates = (room) => people(room).filter(({ role }) => role === "candidate");

/** What somebody is called; a spectator may have no name. */
export function nameOf(room, seat, fallback = "") {
  return room.seats.get(seat)?.name || fallback;
}

/** The follow-up question that waits for a reply, or null. */
export function openProbe(room, index) {
  const { probes, attempts } = ownAnswer(room, index);
  const probe = probes.at(-1);
  return probe && probe.attempt === attempts.at(-1)?.attempt ? probe : null;
}

/** True where this seat may write an answer now. */
export function mayAnswer(room) {
  const { question, role, phase, seat } = room;
  return phase === "asking" && role === "candidate" && question !== null && (!question.for || question.for === seat);
}

export const isRevealed = (room) => room.question !== null && room.shown.has(room.question.index);

/**
 * The rows of the board: its points, and in place of points of which some are enough one row for all of them. Each says
 * what somebody's verdicts come to in it.
 */
function rowsOf({ points, groups = [] }) {
  const rows = [];
  points.forEach((point, place) => {
    const needed = groups[point.group]?.needed;
    if (!needed) return rows.push({ point, letterOf: (verdicts) => verdicts[place] });
    const before = rows.find(({ group }) => group === point.group);
    if (before) return before.members.push({ point, place });
    const members = [{ point, place }];
    rows.push({
      group: point.group, needed, members, letterOf: (verdicts) => groupLetter(members.map((one) => verdicts[one.place]), needed),
      // It weighs what its points weigh on average, as in the coverage.
      point: { id: `group ${point.group}`, head: "", weight: point.weight, misconception: false },
    });
  });
  return rows;
}

/** What the verdicts on a group's points come to: it is said when enough of them are. */
function groupLetter(letters, needed) {
  if (letters.some((letter) => letter === undefined)) return undefined;
  const said = letters.filter((letter) => letter === "h").length;
  if (said >= needed) return "h";
  return said > 0 || letters.includes("p") ? "p" : letters.every((letter) => letter === "c") ? "c" : "m";
}

/** How many of the points that a full answer needs somebody's verdicts say, of a group as many as are enough; and of how many. */
export function saidOf(board, verdicts) {
  const sum = { said: 0, all: 0 };
  for (const { point, needed = 1, members, letterOf } of rowsOf(board)) {
    if (point.misconception) continue;
    sum.all += needed;
    sum.said += members ? Math.min(needed, members.filter(({ place }) => verdicts[place] === "h").length) : Number(letterOf(verdicts) === "h");
  }
  return sum;
}

/** The rows of the board with how many said each: least said first, misconceptions last; in their own order before anybody answered. */
export function pointsByNeed(board) {
  const counted = rowsOf(board).map((row, at) => {
    const letters = [...board.rows.values()].map(({ verdicts }) => row.letterOf(verdicts)).filter(Boolean);
    const count = (letter) => letters.filter((one) => one === letter).length;
    return {
      ...row, at, answers: letters.length, hit: count(row.point.misconception ? "x" : "h"), partial: count("p"),
      missed: count(row.point.misconception ? "-" : "m"), wrong: count("c"),
    };
  });
  if (counted.every(({ answers }) => answers === 0)) return counted;
  const proper = counted.filter(({ point }) => !point.misconception);
  return [...proper.sort((a, b) => a.hit - b.hit || b.point.weight - a.point.weight || a.at - b.at),
    ...counted.filter(({ point }) => point.misconception)];
}

/** The one point that the room knows least, once there are enough answers to say so; or null. */
export function blindSpot(board, ordered = pointsByNeed(board)) {
  const [first, second] = ordered;
  if (!first || first.point.misconception || first.answers < Math.max(2, Math.min(5, board.rows.size / 2))) return null;
  const isOnly = !second || second.point.misconception || second.hit > first.hit;
  return isOnly && first.hit * 2 <= first.answers ? first : null;
}

/** What a question is about; one that was typed in the room is about what it says. */
export const topicOf = ({ topic }) => (topic?.id === "typed" ? null : topic?.title);
