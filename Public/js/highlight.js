// Cuts an answer into pieces so that each piece belongs to the same key points throughout. Ranges are UTF-16
// code units, as in a JavaScript string, and may overlap.

/**
 * The pieces of `text`, in order; joined they are `text` again. Each has the `points` (ids, in the order of
 * `ranges`) whose evidence covers it. Ranges outside the text are cut off, empty ones ignored, and one that
 * would cut a character as people see it (an emoji, a letter with its accents) is widened to hold all of it.
 * @param {string} text
 * @param {{start: number, end: number, point: string}[]} ranges
 */
export function pieces(text, ranges) {
  const snapped = ranges
    .map(({ start, end, point }) => ({ start: clamp(start, text), end: clamp(end, text), point }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end, point }) => ({ start: characterStart(text, start), end: characterEnd(text, end), point }));
  const cuts = [...new Set([0, text.length, ...snapped.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  const result = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const covering = snapped.filter(({ start, end }) => start <= cuts[i] && end >= cuts[i + 1]);
    const points = [...new Set(covering.map(({ point }) => point))];
    result.push({ start: cuts[i], end: cuts[i + 1], text: text.slice(cuts[i], cuts[i + 1]), points });
  }
  return result;
}

/** The words of one range, whole characters. */
export function quote(text, { start, end }) {
  return pieces(text, [{ start, end, point: "" }]).filter(({ points }) => points.length).map((p) => p.text).join("");
}

function clamp(offset, text) {
  return Number.isFinite(offset) ? Math.min(Math.max(Math.trunc(offset), 0), text.length) : 0;
}

const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

function characterStart(text, offset) {
  if (offset <= 0 || offset >= text.length) return offset;
  if (segmenter) return near(text, offset).start;
  return isLow(text, offset) && isHigh(text, offset - 1) ? offset - 1 : offset;
}

function characterEnd(text, offset) {
  if (offset <= 0 || offset >= text.length) return offset;
  if (segmenter) {
    const { start, end } = near(text, offset);
    return start === offset ? offset : end;
  }
  return isLow(text, offset) && isHigh(text, offset - 1) ? offset + 1 : offset;
}

// Segmenting a window only: an answer may have 20,000 units and hundreds of ranges.
function near(text, offset) {
  const from = Math.max(0, offset - 64);
  const window = text.slice(from, offset + 64);
  const { index, segment } = segmenter.segment(window).containing(offset - from);
  return { start: from + index, end: from + index + segment.length };
}

const isHigh = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
