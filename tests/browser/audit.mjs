#!/usr/bin/env node
// Looks at one page of each kind in a real browser, in every state a reader may have it in, and says what is wrong.
// Exit code 1 when anything is.
//   node audit.mjs <site folder> [URL prefix, default "/"] [kind,kind…]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { serve } from "./lib/server.mjs";
import { choosePages } from "./lib/pages.mjs";
import { inParallel, launch, visit } from "./lib/browser.mjs";
import * as checks from "./lib/checks.mjs";
import { walk } from "./lib/keyboard.mjs";
import { tooHeavy, weigh } from "./lib/weight.mjs";

const SIZES = [{ width: 320, height: 640 }, { width: 768, height: 1024 }, { width: 1280, height: 800 }];
/** Columns of the table. load: CSP, console, requests, layout shift, weight. */
const STATES = ["load", "320", "768", "1280", "dark", "forced", "still", "no script", "spacing", "200 %", "print", "keys"];

const [folder, wanted = "/", only] = process.argv.slice(2);
if (!folder) { console.error("usage: node audit.mjs <site folder> [URL prefix] [kind,kind…]"); process.exit(2); }
const prefix = `/${wanted.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
const root = resolve(folder);
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const chosen = await choosePages(root);
const { unnamed, total } = chosen;
const pages = chosen.pages.filter((p) => !only || only.split(",").includes(p.kind));
if (pages.length === 0) { console.error(`no HTML page with data-page-kind in ${root}`); process.exit(2); }

const began = Date.now();
const server = await serve(root, prefix);
const slow = await serve(root, prefix, true);
const browser = await launch();
const site = server.origin + prefix;
const badLine = slow.origin + prefix;
const viewport = SIZES[0];
const strict = await browser.newContext({ viewport });
const silent = await browser.newContext({ viewport, javaScriptEnabled: false });
const open = await browser.newContext({ viewport, bypassCSP: true });

/** The page as a reader on a bad line gets it: CSP on, nothing injected but the ear for CSP events and layout shifts. */
async function asServed(entry, add) {
  const tops = {};
  for (const size of [SIZES[0], SIZES[2]]) {
    let hear, weight;
    const load = () => visit(strict, badLine, entry, async (p) => {
      await p.setViewportSize(size);
      hear = await checks.listen(p, slow.origin);
      weight = weigh(p);
    });
    let page = await load();
    // On a busy machine the browser may pause in the midst of an element. What really moves moves each time.
    if ((await hear()).some(checks.isShift)) {
      await page.close();
      page = await load();
    }
    tops[size.width] = await checks.switchTop(page);
    add(String(size.width), await checks.targets(page));
    add(String(size.width), await checks.targetsAlone(page));
    // Before the walk: scrolling moves nothing, but focus does move the skip link.
    add("load", (await hear()).map((line) => `${line} (${size.width} px)`));
    entry.weight = await weight();
    add("keys", (await walk(page)).map((line) => `${line} (${size.width} px)`));
    entry.words ??= await checks.words(page);
    await page.close();
  }
  add("load", tooHeavy(entry.weight, entry.kind));
  entry.tops = tops;
}

async function withoutScript(entry, add) {
  const page = await visit(silent, site, entry);
  const { text, links } = await checks.words(page);
  if (text !== entry.words.text) add("no script", ["the text is different without script"]);
  if (links !== entry.words.links) add("no script", [`${links} links without script, ${entry.words.links} with`]);
  add("no script", await checks.noSideScroll(page));
  await page.close();
}

/** One load, many states: only what a state can change is looked at again. */
async function inStates(entry, add) {
  const page = await visit(open, site, entry);
  await page.evaluate(axeSource);
  await page.setViewportSize(SIZES[2]);
  const tables = await checks.tables(page);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    if (size.width === 320) add("320", checks.sameTables(tables, await checks.tables(page)));
    add(String(size.width), await checks.noSideScroll(page));
    add(String(size.width), await checks.axe(page));
    add("spacing", (await checks.textSpacing(page)).map((line) => `${line} (${size.width} px)`));
  }
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    add("200 %", (await checks.bigText(page)).map((line) => `${line} (${width} px)`));
  }
  await page.emulateMedia({ colorScheme: "dark" });
  add("dark", await checks.axe(page, checks.COLOURS));
  await checks.markGrounds(page);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  add("forced", await checks.forced(page));
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
  add("still", await checks.still(page));
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "no-preference", media: "print" });
  add("print", await checks.noSideScroll(page));
  add("print", await checks.printed(page));
  const sheets = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (sheets === 0) add("print", ["no sheet of paper comes out"]);
  entry.sheets = sheets;
  await page.close();
}

const cells = await inParallel(2, pages, async (entry) => {
  const found = Object.fromEntries(STATES.map((state) => [state, []]));
  const add = (state, lines) => found[state].push(...lines);
  try {
    await asServed(entry, add);
    await withoutScript(entry, add);
    await inStates(entry, add);
  } catch (error) {
    add("load", [`the check broke off: ${error.message.split("\n")[0]}`]);
  }
  return found;
});
await browser.close();
await server.close();
await slow.close();

// WCAG 3.2.3: the way to easy language stands at the same place on every page.
for (const width of [320, 1280]) {
  const first = pages.findIndex((p) => Number.isFinite(p.tops?.[width]));
  pages.forEach((p, i) => {
    const top = p.tops?.[width];
    if (Number.isFinite(top) && top !== pages[first].tops[width]) cells[i][String(width)].push(`easy switch at ${top} px, on ${pages[first].kind} at ${pages[first].tops[width]} px`);
  });
}

const kb = (bytes) => (bytes / 1024).toFixed(1);
const first = Math.max(4, ...pages.map((p) => p.kind.length));
const WEIGHTS = ["HTML", "CSS", "JS", "text KiB", "font", "total", "requests", "sheets"];
console.log(`${pages.length} kinds of page in ${total} HTML files: violations in each state, weight after gzip\n`);
console.log(["kind".padEnd(first), ...STATES, "|", ...WEIGHTS].join("  "));
pages.forEach((p, i) => {
  const row = STATES.map((state) => String(new Set(cells[i][state]).size).padStart(state.length));
  const w = p.weight ?? {};
  const cost = [kb(w.html), kb(w.css), kb(w.js), kb(w.text), kb(w.font), kb(w.total), w.requests, p.sheets].map((v, n) => String(v).padStart(WEIGHTS[n].length));
  console.log([p.kind.padEnd(first), ...row, "|", ...cost].join("  "));
});
let failed = unnamed.length ? 1 : 0;
pages.forEach((p, i) => {
  for (const state of STATES.filter((s) => cells[i][s].length)) {
    failed += 1;
    const lines = [...new Set(cells[i][state])];
    console.log(`\n${p.kind}, ${state} (/${p.path})`);
    for (const line of lines.slice(0, 12)) console.log(`  ${line}`);
    if (lines.length > 12) console.log(`  … ${lines.length - 12} more`);
  }
});
if (unnamed.length) console.log(`\nno data-page-kind on <html>:\n${unnamed.slice(0, 10).map((p) => `  ${p}`).join("\n")}`);
console.log(`\n${pages.length * STATES.length + (unnamed.length ? 1 : 0) - failed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(failed ? 1 : 0);
