// Markdown as question banks use it, read into a tree of plain values: no HTML, no node, nothing to escape.

import { parseInline } from "./markdown-inline.js";

const fence = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const underline = /^ {0,3}(=+|-+)\s*$/;
const quoted = /^ {0,3}> ?/;
const item = /^( *)([-*+]|\d{1,9}[.)])(?:( +)(.*)|)$/;
const tableRule = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const deepest = 12;

/**
 * Blocks: paragraph, heading, code, list, quote, table, rule. `isOpen` says that the text is still growing, so
 * that what has no end yet is taken as if it ended here.
 */
export function parse(markdown, { isOpen = false } = {}) {
  const lines = markdown.slice(0, 200_000).replace(/\r\n?/g, "\n").replace(/\n{50,}/g, "\n".repeat(50)).split("\n")
    .map((line) => line.replace(/^[ \t]+/, (space) => space.replaceAll("\t", "    ")));
  return blocks(lines, { isOpen, depth: 0 });
}

function blocks(lines, context) {
  const result = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line.trim() === "") { at += 1; continue; }
    const found = context.depth < deepest ? container(lines, at, context) : null;
    const { block, next } = found ?? leaf(lines, at, context);
    result.push(block);
    at = next;
  }
  return result;
}

function container(lines, at, context) {
  const inner = { ...context, depth: context.depth + 1 };
  if (quoted.test(lines[at])) {
    let next = at;
    while (next < lines.length && quoted.test(lines[next])) next += 1;
    const content = lines.slice(at, next).map((line) => line.replace(quoted, ""));
    return { block: { type: "quote", children: blocks(content, inner) }, next };
  }
  if (isItem(lines[at])) return list(lines, at, inner);
  return null;
}

function isItem(line) {
  const match = item.exec(line);
  return match !== null && match[1].length < 4 && !rule.test(line);
}

function list(lines, at, context) {
  const kind = (marker) => (/\d/.test(marker) ? marker.at(-1) : marker);
  const [, indent, first] = item.exec(lines[at]);
  const block = {
    type: "list", isOrdered: /\d/.test(first), start: Number.parseInt(first, 10) || 1, isTight: true, items: [],
  };
  let next = at;
  while (next < lines.length) {
    const match = item.exec(lines[next]);
    if (!match || rule.test(lines[next]) || kind(match[2]) !== kind(first) || match[1].length > indent.length + 1) break;
    const space = match[3] ?? " ";
    const width = match[1].length + match[2].length + (space.length > 4 ? 1 : space.length);
    const content = [(match[3]?.length > 4 ? match[3].slice(1) : "") + (match[4] ?? "")];
    next += 1;
    // Two more spaces than the marker are enough: many documents nest under "1." that way.
    while (next < lines.length && belongs(lines, next, match[1].length + 2)) {
      content.push(lines[next].replace(new RegExp(`^ {0,${width}}`), ""));
      next += 1;
    }
    const end = content.findLastIndex((line) => line.trim() !== "") + 1;
    const isLast = !(next < lines.length && item.test(lines[next]));
    if (content.slice(0, isLast ? end : undefined).some((line, i) => line.trim() === "" && i > 0 && !insideFence(content, i))) {
      block.isTight = false;
    }
    block.items.push(blocks(content.slice(0, Math.max(end, 1)), context));
  }
  return { block, next };
}

function belongs(lines, at, indent) {
  const line = lines[at];
  const depth = line.search(/\S/);
  if (depth < 0) {
    let next = at + 1;
    while (next < lines.length && lines[next].trim() === "") next += 1;
    return next < lines.length && (lines[next].search(/\S/) >= indent || item.test(lines[next]));
  }
  if (depth >= indent) return true;
  // The rest of a paragraph may hang to the left.
  return lines[at - 1].trim() !== "" && !interrupts(line) && !item.test(line);
}

function insideFence(lines, at) {
  return lines.slice(0, at).filter((line) => fence.test(line)).length % 2 === 1;
}

function leaf(lines, at, context) {
  const line = lines[at];
  const opening = fence.exec(line);
  if (opening) return code(lines, at, opening);
  const title = heading.exec(line);
  if (title) {
    const block = { type: "heading", level: title[1].length, children: parseInline(title[2] ?? "", context.isOpen) };
    return { block, next: at + 1 };
  }
  if (rule.test(line)) return { block: { type: "rule" }, next: at + 1 };
  if (line.includes("|") && tableRule.test(lines[at + 1] ?? "") && cells(line).length === cells(lines[at + 1]).length) {
    return table(lines, at, context);
  }
  if (/^ {4}/.test(line)) {
    let next = at;
    while (next < lines.length && (/^ {4}/.test(lines[next]) || lines[next].trim() === "")) next += 1;
    const text = lines.slice(at, next).map((one) => one.slice(4)).join("\n").trimEnd();
    return { block: { type: "code", language: "", text }, next };
  }
  return paragraph(lines, at, context);
}

function code(lines, at, [whole, marker, info]) {
  const indent = whole.search(/\S/);
  const closing = new RegExp(`^ {0,3}\\${marker[0]}{${marker.length},}\\s*$`);
  let next = at + 1;
  while (next < lines.length && !closing.test(lines[next])) next += 1;
  const text = lines.slice(at + 1, next).map((one) => one.replace(new RegExp(`^ {0,${indent}}`), "")).join("\n");
  return { block: { type: "code", language: info.trim().split(/\s/)[0], text }, next: next + 1 };
}

function paragraph(lines, at, context) {
  let next = at + 1;
  while (next < lines.length && lines[next].trim() !== "" && !interrupts(lines[next])) {
    const line = underline.exec(lines[next]);
    if (line) {
      const children = parseInline(joined(lines, at, next), context.isOpen);
      return { block: { type: "heading", level: line[1][0] === "=" ? 1 : 2, children }, next: next + 1 };
    }
    next += 1;
  }
  return { block: { type: "paragraph", children: parseInline(joined(lines, at, next), context.isOpen) }, next };
}

function joined(lines, from, to) {
  return lines.slice(from, to).map((line) => line.trimStart()).join("\n").trimEnd();
}

function interrupts(line) {
  if (fence.test(line) || heading.test(line) || quoted.test(line)) return true;
  if (rule.test(line) && !underline.test(line)) return true;
  const match = item.exec(line);
  return match !== null && match[1].length < 4 && Boolean(match[4]) && (!/\d/.test(match[2]) || /^1[.)]/.test(match[2]));
}

/** Cut at each pipe that no backslash makes a letter. */
function cells(line) {
  const found = [""];
  const inner = line.trim().replace(/^\|/, "");
  for (const [piece] of inner.matchAll(/\\\||\||\\|[^|\\]+/g)) {
    if (piece === "|") found.push("");
    else found[found.length - 1] += piece === "\\|" ? "|" : piece;
  }
  // A pipe at the end closes the last cell and opens none.
  if (found.length > 1 && found[found.length - 1] === "") found.pop();
  return found.map((cell) => cell.trim());
}

function table(lines, at, context) {
  const row = (line) => cells(line).map((cell) => parseInline(cell, context.isOpen));
  const align = cells(lines[at + 1]).map((cell) =>
    /^:-+:$/.test(cell) ? "center" : /-:$/.test(cell) ? "end" : "start");
  let next = at + 2;
  while (next < lines.length && lines[next].trim() !== "" && lines[next].includes("|")) next += 1;
  const rows = lines.slice(at + 2, next).map((line) => row(line).slice(0, align.length));
  return { block: { type: "table", align, head: row(lines[at]), rows }, next };
}

/** The words alone, for a list entry or for speech; code blocks are left out. */
export function plainText(markdown) {
  const inline = (nodes) => nodes.map((node) =>
    node.type === "break" ? " " : node.children ? inline(node.children) : node.text).join("");
  const block = (one) => {
    if (one.type === "list") return one.items.flat().map(block).join(" ");
    if (one.type === "table") return [one.head, ...one.rows].map((row) => row.map(inline).join(", ")).join("; ");
    if (one.type === "quote") return one.children.map(block).join(" ");
    return one.children ? inline(one.children) : "";
  };
  return parse(markdown).map(block).join(" ").replace(/\s+/g, " ").trim();
}
