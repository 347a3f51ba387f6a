// Which pages of a site are looked at: the largest or the smallest one of each kind. An easy page counts as a kind of its own.
// Takes a built folder, gives a list. Reads only the first kilobytes of a file to learn its kind.
import { open, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Attributes of `<html>` that decide the kind, or null when the file does not name one. */
async function kindOf(file) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2048), 0, 2048, 0);
    const tag = /<html\b[^>]*>/i.exec(buffer.toString("utf8", 0, bytesRead))?.[0] ?? "";
    const kind = /\bdata-page-kind="?([\w-]+)/i.exec(tag)?.[1];
    return kind ? { kind, easy: /\bdata-easy(?:="?true|[\s>])/i.test(tag) } : null;
  } finally { await handle.close(); }
}

/** `{ pages: [{kind, path, file}], unnamed: [path], total }`; `path` is relative to the site, ready for a URL. */
export async function choosePages(root, which = "largest") {
  const best = new Map();
  const unnamed = [];
  let total = 0;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    total += 1;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = relative(root, file).split(sep).join("/").replace(/(^|\/)index\.html$/, "$1");
    const found = await kindOf(file);
    if (!found) { unnamed.push(path); continue; }
    const kind = found.easy ? `${found.kind}-leicht` : found.kind;
    const { size } = await stat(file);
    // Same size: the smaller path wins, so that two runs look at the same page.
    const old = best.get(kind);
    const better = old && (which === "largest" ? size > old.size : size < old.size);
    if (!old || better || (size === old.size && path < old.path)) best.set(kind, { kind, path, file, size });
  }
  const pages = [...best.values()].sort((a, b) => a.kind.localeCompare(b.kind));
  return { pages, unnamed: unnamed.sort(), total };
}
