#!/usr/bin/env node
// The search page in a real browser, under the strict CSP: without script, by keyboard, filters, the way back, Leichte
// Sprache, a broken index, axe with results. Exit code 1 when anything is wrong.
//   node suche.mjs <site folder>      a site built at the root of its host
import { readFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import * as checks from "./lib/checks.mjs";
import { launch } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

const MAX_BYTES = 8 * 1024;
const folder = process.argv[2];
if (!folder) { console.error("usage: node suche.mjs <site folder>"); process.exit(2); }
const root = resolve(folder);
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const server = await serve(root);
const browser = await launch();
let passed = 0;
const failures = [];
function is(what, found, wanted = true) {
  if (isDeepStrictEqual(found, wanted)) passed += 1;
  else failures.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

async function open(path, look = {}, prepare = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...look });
  const page = await context.newPage();
  const hear = look.javaScriptEnabled === false ? async () => [] : await checks.listen(page, server.origin);
  await prepare(page);
  await page.goto(server.origin + path);
  return { page, hear, close: () => context.close() };
}
const field = (page) => page.locator("#q");
const told = (page) => page.locator("[role=status]").textContent();
// Hits come because the reader asked for them: that they move what is below is no layout shift.
const quiet = async (hear) => (await hear()).filter((line) => !line.startsWith("layout shift"));
const links = (page) => page.locator("[data-search-found] h3 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
const address = (page) => page.url().slice(server.origin.length);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
/** Waits until the page says something else than before. */
async function until(page, before) {
  await page.waitForFunction((before) => document.querySelector("[role=status]").textContent !== before, before, { timeout: 5000 });
  return told(page);
}
const FOUND = /^\d+ Seiten gefunden\.$/;

{
  const { page, close } = await open("/suche/", { javaScriptEnabled: false });
  is("without script: no form", await page.locator("form").isVisible(), false);
  is("without script: titles from A to Z", await page.locator("main a[href='/gremien/kok/']").isVisible());
  is("without script: all lists", await page.locator("main a[href='/sitzungen/']").isVisible());
  await close();
}

{
  const places = [];
  for (const path of ["/", "/vereinbarung/", "/leicht/", "/suche/", "/leicht/suche/"]) {
    const { page, close } = await open(path, { viewport: { width: 320, height: 640 } });
    const link = page.locator("header .find");
    const box = await link.boundingBox();
    places.push([Math.round(box.x + box.width), Math.round(box.y)]);
    is(`${path}: a target of 44 px`, box.height >= 44 && box.width >= 44);
    is(`${path}: leads to the search of its register`, await link.getAttribute("href"), path.startsWith("/leicht/") ? "/leicht/suche/" : "/suche/");
    await close();
  }
  is("the link to the search stands still", new Set(places.map(String)).size, 1);
}

{
  const { page, hear, close } = await open("/");
  await page.locator("header .find").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/suche/");
  is("nothing is said before a query", await told(page), "");
  // From the top of the page by keyboard alone.
  for (let i = 0; i < 40 && await focused(page) !== "q"; i += 1) await page.keyboard.press("Tab");
  is("Tab leads to the field", await focused(page), "q");
  is("the field has a name", await page.getByRole("searchbox", { name: "Suchwort" }).count(), 1);
  await page.keyboard.type("Konferenz");
  await page.keyboard.press("Enter");
  is("the number is said", FOUND.test(await until(page, "")));
  is("the best page is first", (await links(page))[0], "/gremien/kok/");
  is("ten at once", (await links(page)).length, 10);
  is("the address has the query", address(page), "/suche/?q=Konferenz");
  is("the focus stays", await focused(page), "q");
  is("kind, body and day are told", await page.locator("[data-search-found] .meta").allTextContents().then((all) => all.some((t) => /^Sitzung, .*20\d\d/.test(t)) || all.some((t) => t.startsWith("Gremium"))));

  const before = await told(page);
  for (let i = 0; i < 3 && await focused(page) !== "art"; i += 1) await page.keyboard.press("Tab");
  is("Tab leads to the filters", await focused(page), "art");
  await page.locator("#art").selectOption("sitzung");
  const filtered = await until(page, before);
  is("the filter takes away", Number.parseInt(filtered, 10) < Number.parseInt(before, 10));
  is("only meetings are left", (await links(page)).every((url) => url.startsWith("/sitzungen/")));
  is("the address has the filter", address(page), "/suche/?q=Konferenz&art=sitzung");
  await page.locator("#jahr").selectOption("2026");
  await page.waitForURL("**/suche/?q=Konferenz&art=sitzung&jahr=2026");
  await page.goBack();
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector("[role=status]").textContent === text, before);
  is("back: the query before", [address(page), await field(page).inputValue(), await page.locator("#art").inputValue()], ["/suche/?q=Konferenz", "Konferenz", ""]);
  is("back: its results", (await links(page))[0], "/gremien/kok/");
  await page.goForward();
  await until(page, before);
  is("forward: the filter again", await page.locator("#art").inputValue(), "sitzung");
  await page.locator("[data-search-found] h3 a").first().click();
  await page.goBack();
  await until(page, "");
  is("back from a page: results again", (await links(page)).length > 0);
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

{
  const { page, hear, close } = await open("/suche/?q=Sitzung");
  await until(page, "");
  const more = page.locator("[data-search-found] button");
  is("an address with a query shows results", [(await links(page)).length, await more.isVisible()], [10, true]);
  const box = await more.boundingBox();
  is("more: a target of 44 px", box.height >= 44);
  await more.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("[data-search-found] h3 a").length > 10);
  is("more: the focus is on the first new one", await page.evaluate(() => document.activeElement === document.querySelectorAll("[data-search-found] h3 a")[10]));
  const clause = async (query) => {
    const before = await told(page);
    await field(page).fill(query);
    await field(page).press("Enter");
    await until(page, before);
    return (await links(page))[0];
  };
  is("a clause", await clause("Nummer 8 b"), "/vereinbarung/#nr-8-b");
  is("a typing error", [await clause("Kooperatonskonferenz"), /ähnlichen Wörtern/.test(await told(page))], ["/gremien/kok/", true]);
  is("a day", await clause("9.12.2026"), "/sitzungen/2026-12-09-kok/");
  is("the title names the query", (await page.title()).startsWith("9.12.2026 – Suche"));
  const help = page.locator("[data-search-help]");
  is("no help where something is found", await help.isVisible(), false);
  is("what is not there", [await clause("<b>Quastenflosser"), await told(page), await page.locator("[data-search-found]").isVisible()], [undefined, "Nichts gefunden.", false]);
  is("help where nothing is found", [await help.isVisible(), await help.locator("a").getAttribute("href"), await page.locator("[data-search-filtered]").isVisible()], [true, "#alphabet", false]);
  is("one of two words", [await clause("Psychiatriebeirat Quastenflosser"), /1 Wort kommt nicht vor/.test(await told(page))], ["/gremien/psychiatriebeirat/", true]);
  await field(page).fill("");
  await field(page).press("Enter");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent.startsWith("Schreiben Sie ein Wort"));
  is("an empty field: what to do", [address(page), await page.locator("[data-search-found]").isVisible(), await help.isVisible()], ["/suche/", false, false]);
  is("an empty field: the title of the page", (await page.title()).startsWith("Suche – "));
  await page.locator("#art").selectOption("sitzung");
  await page.waitForURL("**/suche/?art=sitzung");
  is("a filter alone: what to do", (await told(page)).startsWith("Schreiben Sie ein Wort"));
  await field(page).fill("Quastenflosser");
  await field(page).press("Enter");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "Nichts gefunden.");
  is("help: the filter may be the reason", await page.locator("[data-search-filtered]").isVisible());
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

{
  const { page, hear, close } = await open("/leicht/suche/?q=Konferenz");
  await until(page, "");
  const urls = await links(page);
  is("Leichte Sprache: easy pages first", [urls[0], urls.findIndex((u) => !u.startsWith("/leicht/")) > 0], ["/leicht/gremien/kok/", true]);
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

for (const path of ["/suche/", "/leicht/suche/"]) {
  for (const press of ["Enter", "button"]) {
    const { page, hear, close } = await open(path, { viewport: { width: 320, height: 640 } });
    const place = async () => Math.round(await page.evaluate(() => scrollY));
    await field(page).fill("KoK");
    const before = await place();
    if (press === "Enter") await field(page).press("Enter");
    else await page.locator(".search button").click();
    await until(page, "");
    await page.waitForTimeout(100);
    const box = await page.locator("[role=status]").boundingBox();
    const hit = await page.locator("[data-search-found] h3 a").first().boundingBox();
    is(`${path} on a phone, ${press}: what was found is said in sight`, box.y >= 0 && box.y + box.height <= 640);
    is(`${path} on a phone, ${press}: the first hit begins in sight`, hit.y < 640);
    is(`${path} on a phone, ${press}: the focus is not moved`, await focused(page), press === "Enter" ? "q" : "Suchen");
    const after = await place();
    if (after === before) failures.push(`${path}, ${press}: nothing moved, so the test shows nothing`);
    // Who types on is left alone.
    await field(page).pressSequentially(" x");
    is(`${path} on a phone, ${press}: typing moves nothing`, [await place(), await focused(page)], [after, "q"]);
    is("console and CSP: quiet", await quiet(hear), []);
    await close();
  }
}

{
  const broken = (page) => page.route("**/suche/daten/index.json", (route) => route.abort());
  const { page, close } = await open("/suche/?q=Konferenz", {}, broken);
  is("no index: it is said", await until(page, ""), "Die Suche geht gerade nicht. Unten stehen alle Titel.");
  await page.unroute("**/suche/daten/index.json");
  const before = await told(page);
  await field(page).press("Enter");
  is("it can be tried again", FOUND.test(await until(page, before)));
  await close();
}

for (const path of ["/suche/?q=Konferenz", "/leicht/suche/?q=Konferenz", "/suche/?q=Quastenflosser&art=sitzung", "/leicht/suche/?q=Quastenflosser"]) {
  for (const width of [320, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      await until(page, "");
      await page.evaluate(axeSource);
      is(`${path} at ${width}, ${colorScheme}`, [...await checks.axe(page), ...await checks.noSideScroll(page), ...await checks.targets(page)], []);
      await close();
    }
  }
}

const script = (await readdir(join(root, "assets"))).find((name) => /^suche\..*js$/.test(name));
const bytes = gzipSync(await readFile(join(root, "assets", script))).length;
is(`at most ${MAX_BYTES} bytes gzip (${bytes})`, bytes <= MAX_BYTES);

await browser.close();
await server.close();
for (const line of failures) console.log(`  ${line}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
