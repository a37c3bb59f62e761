// Makes nodes of a Markdown tree: elements by name and text nodes only, so nothing in a bank can become script.

import { h } from "./dom.js";
import { parse } from "./markdown.js";

/**
 * The nodes of `markdown`. Headings start at `level`, to fit under the page's own; `isOpen` as for `parse`.
 * @returns {Node[]}
 */
export function markdownNodes(markdown, { level = 4, isOpen = false } = {}) {
  return parse(markdown, { isOpen }).map((block) => blockNode(block, level));
}

function blockNode(block, level) {
  const nested = (children) => children.map((child) => blockNode(child, level));
  switch (block.type) {
    case "heading":
      return h(`h${Math.min(level + block.level - 1, 6)}`, {}, inlineNodes(block.children));
    case "code":
      // A long line scrolls inside its box, which therefore must be reachable by keyboard.
      return h("pre", { tabindex: "0", dir: "ltr", data: { language: block.language } }, h("code", {}, block.text));
    case "quote":
      return h("blockquote", {}, nested(block.children));
    case "rule":
      return h("hr");
    case "list":
      return h(block.isOrdered ? "ol" : "ul", block.isOrdered && block.start !== 1 ? { start: block.start } : {},
        block.items.map((item) => h("li", {}, item.map((child) =>
          block.isTight && child.type === "paragraph" ? inlineNodes(child.children) : blockNode(child, level)))));
    case "table":
      return h("div", { class: "table", tabindex: "0" }, h("table", {},
        h("thead", {}, h("tr", {}, block.head.map((cell, i) => h("th", { scope: "col", class: `to-${block.align[i]}` }, inlineNodes(cell))))),
        h("tbody", {}, block.rows.map((row) => h("tr", {}, row.map((cell, i) => h("td", { class: `to-${block.align[i]}` }, inlineNodes(cell))))))));
    default:
      return h("p", { dir: "auto" }, inlineNodes(block.children));
  }
}

function inlineNodes(nodes) {
  return nodes.map((node) => {
    switch (node.type) {
      case "text": return node.text;
      case "code": return h("code", {}, node.text);
      case "break": return h("br");
      case "link":
        return h("a", { href: node.href, target: "_blank", rel: "noopener noreferrer" }, inlineNodes(node.children));
      default: return h(node.type, {}, inlineNodes(node.children));
    }
  });
}
