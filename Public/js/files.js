// Makes text of a file that somebody chose or dropped, or says why there is none.

const packages = /\.(apkg|colpkg)$/i;
/** A file of this size may still be a document of 2 MiB, in UTF-16. */
const largest = 4 * 1024 * 1024 + 2;

/** {text}, or {problem: "package" | "large" | "binary" | "unreadable"}. */
export async function textOf(file) {
  if (packages.test(file.name)) return { problem: "package" };
  if (file.size > largest) return { problem: "large" };
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that is gone.
    return { problem: "unreadable" };
  }
  const text = decode(bytes);
  return text.includes("\0") ? { problem: "binary" } : { text };
}

function decode(bytes) {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets write on Windows.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
