// Markdown within a paragraph: code, emphasis, links, line breaks. Follows CommonMark's delimiter rules; HTML is
// plain text, pictures become links, and only http and https links survive.

const punctuation = /[\p{P}\p{S}]/u;

/** Nodes: {type: text|code|strong|em|del|link|break, text?, children?, href?}. `isOpen`: the text still grows. */
export function parseInline(text, isOpen = false) {
  const { nodes, leftover } = scan(text);
  if (!isOpen || leftover.length === 0) return nodes;
  // A `**` whose end hasn't arrived yet is emphasis already, so that nothing flickers when it does.
  return scan(text.trimEnd() + leftover.reverse().join("")).nodes;
}

function scan(text) {
  const nodes = [];
  const brackets = [];
  const unclosedTicks = new Set();
  let openCode = null;
  let at = 0;
  const plain = (value) => {
    const last = nodes.at(-1);
    if (last?.type === "text" && !last.run) last.text += value;
    else nodes.push({ type: "text", text: value });
  };
  while (at < text.length) {
    const char = text[at];
    const rest = (pattern) => { pattern.lastIndex = at; return pattern.exec(text); };
    let match;
    if (char === "\\" && (match = rest(/\\([!-/:-@[-`{-~])/y))) {
      plain(match[1]);
    } else if (char === "`") {
      match = rest(/`+/y);
      const ticks = match[0];
      const end = unclosedTicks.has(ticks.length) ? -1 : closingTicks(text, at + ticks.length, ticks.length);
      if (end < 0) {
        unclosedTicks.add(ticks.length);
        openCode ??= ticks;
        plain(ticks);
      } else {
        nodes.push({ type: "code", text: codeText(text.slice(at + ticks.length, end)) });
        at = end + ticks.length;
        continue;
      }
    } else if (char === "*" || char === "_" || char === "~") {
      match = rest(/\*+|_+|~+/y);
      nodes.push(delimiter(text, at, match[0]));
    } else if (char === "[" || (char === "!" && text[at + 1] === "[")) {
      match = [char === "[" ? "[" : "!["];
      brackets.push(nodes.length);
      nodes.push({ type: "text", text: match[0], run: true });
    } else if (char === "]" && brackets.length) {
      const opener = brackets.pop();
      match = rest(/\]\(\s{0,9}(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,4}))(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/y);
      if (match) {
        const children = emphasise(nodes.splice(opener).slice(1)).nodes;
        nodes.push(...link(match[1] ?? match[2], children));
      } else {
        match = ["]"];
        plain("]");
      }
    } else if (char === "<" && (match = rest(/<(https?:\/\/[^\s<>]{1,2000})>/iy))) {
      nodes.push(...link(match[1], [{ type: "text", text: match[1] }]));
    } else if (char === "<" && (match = rest(/<br\s?\/?>/iy))) {
      nodes.push({ type: "break" });
    } else if (char === "h" && !/\w/.test(text[at - 1] ?? "") && !brackets.length && (match = rest(/https?:\/\/[^\s<>"'`*]{1,2000}/y))) {
      match = [match[0].replace(/[.,;:!?)\]]+$/, "")];
      nodes.push(...link(match[0], [{ type: "text", text: match[0] }]));
    } else if (char === "\n") {
      const last = nodes.at(-1);
      const isHard = last?.type === "text" && / {2,}$/.test(last.text);
      if (last?.type === "text") last.text = last.text.replace(/ +$/, "");
      match = rest(/\n[ \t]*/y);
      if (isHard) nodes.push({ type: "break" });
      else plain(" ");
    } else if (char === "&" && (match = rest(/&(amp|lt|gt|quot|#39|nbsp);/y))) {
      plain({ amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'", nbsp: "\u00a0" }[match[1]]);
    } else {
      match = rest(/[^\\`*_~[\]!<h\n&]+/y) ?? [char];
      plain(match[0]);
    }
    at += match[0].length;
  }
  const emphasised = emphasise(nodes);
  if (openCode) emphasised.leftover.push(openCode);
  return emphasised;
}

function closingTicks(text, from, count) {
  for (const match of text.slice(from).matchAll(/`+/g)) {
    if (match[0].length === count) return from + match.index;
  }
  return -1;
}

function codeText(text) {
  const flat = text.replace(/\n/g, " ");
  return /^ .*[^ ].* $/.test(flat) ? flat.slice(1, -1) : flat;
}

function link(target, children) {
  return isSafe(target) ? [{ type: "link", href: target, children }] : children;
}

function isSafe(target) {
  try {
    return /^https?:\/\//i.test(target) && ["http:", "https:"].includes(new URL(target).protocol);
  } catch {
    return false;
  }
}

function delimiter(text, at, run) {
  const before = at === 0 ? " " : [...text.slice(Math.max(0, at - 2), at)].at(-1);
  const after = at + run.length >= text.length ? " " : String.fromCodePoint(text.codePointAt(at + run.length));
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)];
  const [markBefore, markAfter] = [punctuation.test(before), punctuation.test(after)];
  const isLeft = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const isRight = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  // `snake_case` is a word, not emphasis.
  const isWordInner = run[0] === "_" && isLeft && isRight;
  return {
    type: "text", text: run, run: true, mark: run[0],
    canOpen: isLeft && (!isWordInner || markBefore), canClose: isRight && (!isWordInner || markAfter),
  };
}

/** Pairs the delimiter runs of `nodes`; `leftover` are openers that found no end. */
function emphasise(nodes) {
  const result = [];
  const openers = [];
  for (const node of nodes) {
    if (!node.mark) {
      result.push(node);
      continue;
    }
    let left = node.text.length;
    while (node.canClose && left > 0) {
      const place = openers.findLastIndex(({ mark, count }) => mark === node.mark && fits(mark, count, left));
      if (place < 0) break;
      const opener = openers[place];
      const used = node.mark === "~" ? left : Math.min(opener.count, left, 2);
      const children = result.splice(opener.index + 1);
      openers.length = place + 1;
      const type = node.mark === "~" ? "del" : used === 2 ? "strong" : "em";
      opener.count -= used;
      left -= used;
      if (opener.count === 0) {
        result.pop();
        openers.pop();
      } else {
        result[opener.index] = { type: "text", text: node.mark.repeat(opener.count) };
      }
      result.push({ type, children });
    }
    if (left > 0) {
      if (node.canOpen && openers.length < 200) openers.push({ mark: node.mark, count: left, index: result.length });
      result.push({ type: "text", text: node.mark.repeat(left) });
    }
  }
  return { nodes: result, leftover: openers.map(({ mark, count }) => mark.repeat(count)) };
}

function fits(mark, opened, closing) {
  if (mark !== "~") return true;
  return opened === closing && opened <= 2;
}
