#!/usr/bin/env node
// What a screen reader is given: role, name, level and states of one page of each kind, as a tree to read. Compared with
// tree/<kind>.txt; the smallest page of each kind is taken. Exit code 1 when anything differs.
//   node tree.mjs <site folder>                     compare
//   KLARTEXT_BLESS=1 node tree.mjs <site folder>    write anew; then read the difference
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./lib/server.mjs";
import { choosePages } from "./lib/pages.mjs";
import { inParallel, launch, visit } from "./lib/browser.mjs";

/** So many of the same in a row are shown. */
const SAME = 4;

const folder = process.argv[2];
if (!folder) { console.error("usage: node tree.mjs <site folder>"); process.exit(2); }
const golden = join(dirname(fileURLToPath(import.meta.url)), "tree");
const bless = Boolean(process.env.KLARTEXT_BLESS);

/** Lines without addresses; the fifth and later of one role in a row, with all below them, become a note. */
function cap(lines) {
  const depth = (line) => line.search(/\S/);
  const role = (line) => /- '?"?(\w+)/.exec(line)?.[1];
  const out = [];
  for (let i = 0; i < lines.length;) {
    const block = [];
    for (let j = i; j < lines.length && (j === i || depth(lines[j]) > depth(lines[i])); j += 1) block.push(lines[j]);
    let same = [block];
    for (let j = i + block.length; j < lines.length && depth(lines[j]) === depth(lines[i]) && role(lines[j]) === role(lines[i]);) {
      const next = [lines[j]];
      for (let k = j + 1; k < lines.length && depth(lines[k]) > depth(lines[j]); k += 1) next.push(lines[k]);
      same.push(next);
      j += next.length;
    }
    i += same.flat().length;
    const left = same.length - SAME;
    if (left > 1) same = same.slice(0, SAME);
    for (const one of same) out.push(one[0], ...cap(one.slice(1)));
    if (left > 1) out.push(`${" ".repeat(depth(block[0]))}… ${left} more ${role(block[0])}`);
  }
  return out;
}

const server = await serve(resolve(folder));
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
const { pages } = await choosePages(resolve(folder), "smallest");
const wrong = [];
await mkdir(golden, { recursive: true });
await inParallel(2, pages, async (entry) => {
  const page = await visit(context, `${server.origin}/`, entry);
  const snapshot = await page.locator("body").ariaSnapshot();
  await page.close();
  const lines = snapshot.split("\n").filter((line) => !/^\s*- \/url:/.test(line)).map((line) => line.replace(/^(\s*- \w+(?: ".*")?(?: \[.*\])?):$/, "$1"));
  const text = `${entry.path || "/"}\n${cap(lines).join("\n")}\n`;
  const file = join(golden, `${entry.kind}.txt`);
  const known = await readFile(file, "utf8").catch(() => "");
  if (text === known) return;
  if (bless) return writeFile(file, text);
  const [a, b] = [known.split("\n"), text.split("\n")];
  const at = b.findIndex((line, i) => line !== a[i]);
  const row = at < 0 ? b.length : at;
  wrong.push(`${entry.kind} differs from tree/${entry.kind}.txt, line ${row + 1}:\n  was ${a[row] ?? "(nothing)"}\n  is  ${b[row] ?? "(nothing)"}`);
});
const kinds = new Set(pages.map((p) => `${p.kind}.txt`));
for (const file of (await readdir(golden)).filter((f) => !kinds.has(f))) {
  if (bless) await rm(join(golden, file));
  else wrong.push(`tree/${file}: no page of this kind any more`);
}
await browser.close();
await server.close();
for (const line of wrong) console.log(line);
if (wrong.length) console.log("\nIs the new tree right? KLARTEXT_BLESS=1 node tests/browser/tree.mjs <site>, and read the difference.");
console.log(`${pages.length - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length ? 1 : 0;
