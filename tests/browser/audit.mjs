#!/usr/bin/env node
// Looks at one page of each kind in a real browser and says what is wrong. Exit code 1 when anything is.
//   node audit.mjs <site folder> [URL prefix, default "/"]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { serve } from "./lib/server.mjs";
import { choosePages } from "./lib/pages.mjs";
import { inParallel, launch, visit } from "./lib/browser.mjs";
import * as checks from "./lib/checks.mjs";

const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];

const [folder, wanted = "/"] = process.argv.slice(2);
if (!folder) { console.error("usage: node audit.mjs <site folder> [URL prefix]"); process.exit(2); }
const prefix = `/${wanted.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
const root = resolve(folder);
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { pages, unnamed, total } = await choosePages(root);
if (pages.length === 0) { console.error(`no HTML page with data-page-kind in ${root}`); process.exit(2); }

const server = await serve(root, prefix);
const browser = await launch();
const site = server.origin + prefix;

/** The page as a reader gets it: CSP on, nothing injected but the ear for CSP events. */
async function asServed(context, entry, width) {
  let hear;
  const page = await visit(context, site, entry, async (p) => { hear = await checks.listen(p, server.origin); });
  const found = [...await checks.noSideScroll(page), ...await checks.targets(page), ...await hear()];
  const top = await checks.switchTop(page);
  await page.close();
  return { kind: entry.kind, state: `${width} as served`, found, top };
}

async function withAxe(context, entry, width, scheme) {
  const page = await visit(context, site, entry);
  const found = await checks.axe(page, axeSource);
  if (width === WIDTHS[0] && scheme === SCHEMES[0]) found.push(...await checks.textSpacing(page));
  await page.close();
  return { kind: entry.kind, state: `${width} ${scheme}`, found };
}

const cells = [];
for (const width of WIDTHS) {
  const viewport = { width, height: width === 320 ? 640 : 800 };
  const strict = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const seen = await inParallel(2, pages, (entry) => asServed(strict, entry, width));
  await strict.close();
  const tops = seen.filter((c) => c.top !== null);
  for (const c of tops) if (c.top !== tops[0].top) c.found.push(`easy switch at ${c.top} px, on ${tops[0].kind} at ${tops[0].top} px`);
  cells.push(...seen);
  for (const scheme of SCHEMES) {
    const open = await browser.newContext({ viewport, colorScheme: scheme, bypassCSP: true, reducedMotion: "reduce" });
    cells.push(...await inParallel(2, pages, (entry) => withAxe(open, entry, width, scheme)));
    await open.close();
  }
}
await browser.close();
await server.close();

const states = [...new Set(cells.map((c) => c.state))];
const first = Math.max(4, ...pages.map((p) => p.kind.length));
console.log(`${pages.length} kinds of page in ${total} HTML files\n`);
console.log(["kind".padEnd(first), ...states].join("  "));
for (const { kind } of pages) {
  const row = states.map((state) => String(cells.find((c) => c.kind === kind && c.state === state).found.length).padStart(state.length));
  console.log([kind.padEnd(first), ...row].join("  "));
}
for (const cell of cells.filter((c) => c.found.length)) {
  console.log(`\n${cell.kind}, ${cell.state} (/${pages.find((p) => p.kind === cell.kind).path})`);
  for (const line of new Set(cell.found)) console.log(`  ${line}`);
}
if (unnamed.length) console.log(`\nno data-page-kind on <html>:\n${unnamed.slice(0, 10).map((p) => `  ${p}`).join("\n")}`);
const failed = cells.filter((c) => c.found.length).length + (unnamed.length ? 1 : 0);
console.log(`\n${cells.length + (unnamed.length ? 1 : 0) - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
