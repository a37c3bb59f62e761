// How far a seat has heard: in the lane of everyone, and in its own. Each change names the one before it in its
// lane, so a loss is seen there; other seats' changes have numbers too, and a hole in the numbers means nothing.

/** Before anything was heard. `areNamed` is true once a change said which one came before it in its lane. */
export const nothingHeard = { everyone: 0, own: 0, areNamed: false };

const laneOf = ({ lane }) => (lane === "own" ? "own" : "everyone");

/** True where this change was heard before. */
export const isOld = (heard, message) => message.seq <= heard[laneOf(message)];

/** True where a change between the last one heard and this one never arrived. */
export function isLoss(heard, message) {
  if (!Number.isInteger(message.seq)) return false;
  if (message.before !== undefined) return message.before > heard[laneOf(message)];
  // Where no lanes are named, all that there is concerns this seat, and has every number.
  return !heard.areNamed && message.lane === undefined && message.seq > heard.everyone + 1;
}

/** After this change. */
export function hearing(heard, message) {
  const areNamed = heard.areNamed || message.before !== undefined || message.lane !== undefined;
  if (!areNamed) return { ...heard, everyone: message.seq, own: message.seq };
  return { ...heard, areNamed, [laneOf(message)]: message.seq };
}

/** After being told that nothing up to `seq` is missing. */
export function hearingUpTo(heard, seq) {
  return { ...heard, everyone: Math.max(heard.everyone, seq), own: Math.max(heard.own, seq) };
}

/** After which number to ask again, so that nothing is missing in either lane. */
export const heardOfBoth = (heard) => Math.min(heard.everyone, heard.own);
