// Where an answer is code: between backticks, or in lines that nobody would speak. Pure.

const marked = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;
const keyword = /^\s*(?:def|class|import|from|return|for|while|if|elif|else|try|except|with|const|let|var|function|public|private|SELECT|FROM|WHERE|GROUP BY|ORDER BY|JOIN)\b/;

/**
 * The places of code in `text`, in order, none within another. Two lines in a row that look like code are code.
 * @returns {{start: number, end: number}[]}
 */
export function codeRanges(text) {
  const ranges = [...text.matchAll(marked)].map(({ index, 0: code }) => ({ start: index, end: index + code.length }));
  const isFree = ({ start, end }) => ranges.every((one) => one.end <= start || end <= one.start);
  return [...ranges, ...blocks(text).filter(isFree)].sort((a, b) => a.start - b.start);
}

function blocks(text) {
  const found = [];
  let block = null;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (looksLikeCode(line)) {
      block ??= { start, end, lines: 0 };
      block.lines += 1;
      block.end = end;
    } else if (line.trim() !== "") {
      block = keep(block, found);
    }
    start = end + 1;
  }
  keep(block, found);
  return found.map(({ start, end }) => ({ start, end }));
}

function keep(block, found) {
  if (block && block.lines > 1) found.push(block);
  return null;
}

/** A list is no code, however far it is indented. */
function looksLikeCode(line) {
  if (/^\s*(?:[-*•+]|\d+[.)])\s/.test(line)) return false;
  if (/^(?: {2,}|\t)\S/.test(line) || /[;{}]\s*$/.test(line)) return true;
  return keyword.test(line) && (/[:;,({)]\s*$/.test(line) || /^[A-Z ]+\b/.test(line.trim()));
}
