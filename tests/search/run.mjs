#!/usr/bin/env node
// The script of the search page without a browser: the vectors that the Rust test runs too, then the queries on a built site.
// Exit code 1 when anything is wrong.
//   node run.mjs <site folder>             vectors and queries
//   node run.mjs <site folder> QUERY…      shows what is found, and how many bytes (gzip) that took
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const [folder, ...asked] = process.argv.slice(2);
if (!folder) { console.error("usage: node run.mjs <site folder> [query…]"); process.exit(2); }

// As .mjs: Node then reads it as a module, like the browser does.
const temporary = mkdtempSync(join(tmpdir(), "suche-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
const script = readdirSync(join(folder, "assets")).find((name) => /^suche\..*js$/.test(name));
copyFileSync(join(folder, "assets", script), join(temporary, "suche.mjs"));
const { key, stem, units, nearly, open } = await import(pathToFileURL(join(temporary, "suche.mjs")));

let bytes = 0;
/** Reads a file of the index once, as the browser does, and counts what it would load. */
function loader() {
  const files = new Map();
  return async (name) => {
    if (!files.has(name)) {
      const text = readFileSync(join(folder, "suche/daten", `${name}.json`));
      bytes += gzipSync(text).length;
      files.set(name, JSON.parse(text));
    }
    return files.get(name);
  };
}

/** Address and section of each hit. */
async function hits(index, query, marks, easy, most) {
  const result = await index.search(query, marks, easy);
  const pages = await Promise.all(result.pages.slice(0, most).map(async (page) => {
    const of = await index.page(page);
    const [anchor] = of.sections[result.places(page)[0]];
    return { address: of.url + (anchor ? `#${anchor}` : ""), title: of.title };
  }));
  return { ...result, total: result.pages.length, pages };
}

if (asked.length) {
  for (const query of asked) {
    bytes = gzipSync(readFileSync(join(folder, "assets", script))).length;
    const index = await open(loader());
    const before = performance.now();
    const { pages, total, missing, similar, partly } = await hits(index, query, [], false, 10);
    const took = performance.now() - before;
    console.log(`\n${query}: ${total} pages, ${bytes} bytes gzip, ${took.toFixed(1)} ms with reading`, { missing, similar, partly });
    const again = performance.now();
    await index.search(query);
    console.log(`  again: ${(performance.now() - again).toFixed(1)} ms`);
    for (const { address, title } of pages.slice(0, 6)) console.log(`  ${address}  ${title}`);
  }
  process.exit(0);
}

let passed = 0;
const failures = [];
function is(what, found, wanted) {
  if (isDeepStrictEqual(found, wanted)) passed += 1;
  else failures.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

const vectors = JSON.parse(readFileSync(join(here, "vectors.json")));
for (const [word, wanted] of Object.entries(vectors.keys)) is(`key of ${word}`, key(word), wanted);
for (const [word, wanted] of Object.entries(vectors.terms)) is(`term of ${word}`, stem(key(word)), wanted);
const stop = new Set(vectors.stop);
for (const [text, wanted] of Object.entries(vectors.units)) is(`units of ${text}`, units(text, stop), wanted);
for (const [a, b, wanted] of vectors.nearly) is(`${a} nearly ${b}`, nearly(a, b), wanted);

const lines = readFileSync(join(here, "queries.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const index = await open(loader());
for (const line of lines) {
  const [query, where, ...marks] = line.split("|").map((part) => part.trim());
  const easy = where.startsWith("/leicht/");
  const { pages } = await hits(index, query, marks, easy, 1);
  is(query, pages[0]?.address ?? "nothing", where);
}

for (const line of failures) console.log(`  ${line}`);
console.log(`${passed} passed (${lines.length} queries), ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
