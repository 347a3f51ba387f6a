#!/usr/bin/env node
// Reading aloud, in a real browser with a stand-in for its voices (headless Chromium has none). Takes the frame of a page
// from a built site, with texts of its own inside, and serves it under the strict CSP. Exit code 1 when anything is wrong.
//   node vorlesen.mjs <site folder>
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { isDeepStrictEqual } from "node:util";
import { listen } from "./lib/checks.mjs";
import { launch } from "./lib/browser.mjs";
import { choosePages } from "./lib/pages.mjs";
import { serve } from "./lib/server.mjs";

/** gzip; each page that can be read aloud carries the first. */
const MAX_BYTES = { vorlesen: 640, lesen: 3 * 1024 };
const LOCAL = { lang: "de-DE", localService: true };

const EASY = `<h1>Will\u00adkommen</h1>
<p><span class="s">Das ist <strong>gut</strong>.</span> <span class="s">Eine <a href="#">Eingliederungs<span class="mp"></span>hilfe</a>.</span></p>
<ul>
<li><span class="s">Ein Haus</span></li>
</ul>
<p aria-hidden="true">✓ gehalten</p><nav aria-label="Inhalt"><a href="#">Inhalt</a></nav><p hidden>Später</p>
<p class="long">Ende</p>`;
const EASY_TEXTS = ["Willkommen", "Das ist gut.", "Eine Eingliederungshilfe.", "Ein Haus", "Ende"];
const PLAIN = `<h1>Gremien</h1><p>Erster Satz. Zweiter
Satz.</p><ul><li>Außen <b>fett</b><ul><li>Innen</li></ul></li></ul><p>→</p>
<table><tr><th>Jahr</th><td>2026</td></tr></table>`;
const PLAIN_TEXTS = ["Gremien", "Erster Satz. Zweiter Satz.", "Außen fett", "Innen", "Jahr", "2026"];

const folder = process.argv[2];
if (!folder) { console.error("usage: node vorlesen.mjs <site folder>"); process.exit(2); }
const root = await mkdtemp(join(tmpdir(), "vorlesen-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
await mkdir(join(root, "assets"));
await cp(join(resolve(folder), "assets"), join(root, "assets"), { recursive: true });

/** The frame of the first page that fits, with `main` filled anew. */
async function frame(easy, main) {
  const { pages } = await choosePages(resolve(folder));
  for (const page of pages.filter((p) => p.kind.endsWith("-leicht") === easy)) {
    const html = await readFile(page.file, "utf8");
    if (!html.includes("data-read-aloud")) continue;
    return html.replace(/(<main[^>]*>)[^]*(<\/main>)/, (_, open, close) => open + main + close);
  }
  console.error(`no ${easy ? "easy" : "everyday"} page with data-read-aloud in ${folder}`);
  process.exit(2);
}
await writeFile(join(root, "easy.html"), await frame(true, EASY));
await writeFile(join(root, "plain.html"), await frame(false, PLAIN));

const server = await serve(root);
const browser = await launch();
let passed = 0;
const failures = [];
function is(what, found, wanted = true) {
  if (isDeepStrictEqual(found, wanted)) passed += 1;
  else failures.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/** Stands in for the browser's voices; notes what is said. `done()` ends the sentence that is being said. */
function standIn(voices) {
  const said = [];
  const synth = new EventTarget();
  let current = null;
  Object.assign(synth, {
    getVoices: () => voices,
    speak(words) { said.push(words); current = words; },
    // As browsers do: what is cut off reports later, as an error.
    cancel() { const cut = current; current = null; if (cut) setTimeout(() => cut.onerror?.({ error: "interrupted" })); },
  });
  globalThis.heard = {
    said,
    done() { const words = current; current = null; words.onend(); },
    fail() { const words = current; current = null; words.onerror({ error: "synthesis-failed" }); },
    arrive(voice) { voices.push(voice); synth.dispatchEvent(new Event("voiceschanged")); },
    scrolls: [],
  };
  Element.prototype.scrollIntoView = (options) => globalThis.heard.scrolls.push(options.behavior);
  Object.defineProperty(globalThis, "speechSynthesis", { value: synth, configurable: true });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}

/** A page with these voices (null: a browser that cannot speak), and what it says on the console. */
async function open(name, voices, look = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...look });
  const page = await context.newPage();
  const hear = look.javaScriptEnabled === false ? async () => [] : await listen(page, server.origin);
  if (voices) await page.addInitScript(standIn, voices);
  else await page.addInitScript(() => Object.defineProperty(globalThis, "speechSynthesis", { value: undefined }));
  await page.goto(`${server.origin}/${name}.html`);
  return { page, hear, close: () => context.close() };
}
const button = (page) => page.locator(".read-aloud button").first();
const stop = (page) => page.locator(".read-aloud button").nth(1);
const seen = async (page) => [await button(page).isVisible(), await stop(page).isVisible()];
const label = (page) => button(page).textContent();
// The reader starts and ends the reading: that the bar with its buttons comes and goes is no layout shift.
const quiet = async (hear) => (await hear()).filter((line) => !line.startsWith("layout shift"));
const texts = (page) => page.evaluate(() => globalThis.heard.said.map((words) => words.text));
const marked = (page) => page.evaluate(() => [...document.querySelectorAll(".reading")].map((e) => e.textContent.replace(/\s+/g, " ")));
const done = (page) => page.evaluate(() => globalThis.heard.done());
// What reads is fetched at the first press.
const begun = (page) => page.waitForFunction(() => globalThis.heard.said.length > 0);

async function hiddenWithout(what, voices, look) {
  const { page, hear, close } = await open("easy", voices, look);
  is(`${what}: hidden`, await seen(page), [false, false]);
  is(`${what}: quiet`, await hear(), []);
  await close();
}
await hiddenWithout("no voices", []);
await hiddenWithout("a browser that cannot speak", null);
await hiddenWithout("a German voice of the network", [{ ...LOCAL, localService: false }]);
await hiddenWithout("an English voice", [{ lang: "en-GB", localService: true }]);
await hiddenWithout("no script", [LOCAL], { javaScriptEnabled: false });

{
  const { page, close } = await open("easy", [], { viewport: { width: 360, height: 640 } });
  const top = await page.evaluate(() => document.querySelector("h1").getBoundingClientRect().top);
  await page.evaluate(() => globalThis.heard.arrive({ lang: "de_DE", localService: true }));
  is("a voice that comes late shows the button", await seen(page), [true, false]);
  is("the text stays where it is", await page.evaluate(() => document.querySelector("h1").getBoundingClientRect().top), top);
  await close();
}

{
  const { page, hear, close } = await open("easy", [{ lang: "en-GB", localService: true }, LOCAL]);
  is("with a voice: the button", [await seen(page), await label(page)], [[true, false], "Vorlesen"]);
  const box = await button(page).boundingBox();
  is("a target of 44 px", box.height >= 44 && box.width >= 44);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await begun(page);
  is("Enter begins with the title", [await texts(page), await marked(page)], [EASY_TEXTS.slice(0, 1), ["Will\u00adkommen"]]);
  is("the German voice, a little slower", await page.evaluate(() => { const w = globalThis.heard.said[0]; return [w.voice.lang, w.lang, w.rate]; }), ["de-DE", "de-DE", 0.9]);
  is("while reading: pause and stop", [await seen(page), await label(page)], [[true, true], "Pause"]);
  await done(page);
  is("the next sentence is marked, and only that", await marked(page), [EASY_TEXTS[1]]);
  await page.keyboard.press("Space");
  await page.waitForTimeout(20);
  is("pause keeps the place", [await marked(page), await label(page), (await texts(page)).length], [[EASY_TEXTS[1]], "Weiter vorlesen", 2]);
  await page.keyboard.press("Space");
  await page.waitForTimeout(20);
  is("going on begins the sentence again", (await texts(page)).slice(1), [EASY_TEXTS[1], EASY_TEXTS[1]]);
  for (let i = 1; i < EASY_TEXTS.length - 1; i += 1) await done(page);
  is("all sentences in order, words joined, nothing hidden", (await texts(page)).filter((t, i, all) => t !== all[i - 1]), EASY_TEXTS);
  await done(page);
  is("at the end all is as before", [await marked(page), await seen(page), await label(page)], [[], [true, false], "Vorlesen"]);
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

{
  const { page, close } = await open("easy", [LOCAL], { reducedMotion: "reduce" });
  await button(page).click();
  await begun(page);
  await done(page);
  is("reduced motion: no smooth scrolling", await page.evaluate(() => globalThis.heard.scrolls), ["auto", "auto"]);
  await page.keyboard.press("Tab");
  is("Tab leads to stop", await stop(page).evaluate((e) => e === document.activeElement));
  await page.keyboard.press("Enter");
  await page.waitForTimeout(20);
  is("stop ends it", [await marked(page), await seen(page)], [[], [true, false]]);
  is("the focus is not lost", await button(page).evaluate((e) => e === document.activeElement));
  await button(page).click();
  await page.waitForTimeout(20);
  is("it begins anew", (await texts(page)).slice(-1), EASY_TEXTS.slice(0, 1));
  await page.keyboard.press("Escape");
  is("Escape ends it", [await marked(page), await seen(page)], [[], [true, false]]);
  await button(page).click();
  await page.waitForTimeout(20);
  await page.evaluate(() => globalThis.heard.fail());
  is("a voice that fails ends it", [await marked(page), await label(page)], [[], "Vorlesen"]);
  is("no live region", await page.locator("[aria-live],[role=status],[role=alert]").count(), 0);
  await close();
}

{
  const { page, hear, close } = await open("plain", [LOCAL], { reducedMotion: "no-preference" });
  await button(page).click();
  await begun(page);
  for (let i = 1; i < PLAIN_TEXTS.length; i += 1) await done(page);
  is("everyday page: block by block, each once", await texts(page), PLAIN_TEXTS);
  is("with motion: smooth", new Set(await page.evaluate(() => globalThis.heard.scrolls)).has("smooth"));
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

{
  const { page, hear, close } = await open("plain", [LOCAL]);
  const asked = [];
  page.on("request", (r) => asked.push(r.url()));
  await page.reload();
  is("nothing that reads is fetched before the press", asked.filter((url) => url.includes("/lesen.")), []);
  await button(page).dblclick();
  await begun(page);
  await page.waitForTimeout(20);
  is("two presses at once make one reader", await page.locator(".read-aloud button").count(), 2);
  is("console and CSP: quiet", await quiet(hear), []);
  await close();
}

for (const [name, most] of Object.entries(MAX_BYTES)) {
  const script = (await readdir(join(root, "assets"))).find((file) => file.startsWith(`${name}.`));
  const bytes = gzipSync(await readFile(join(root, "assets", script))).length;
  is(`${name}.js: at most ${most} bytes gzip (${bytes})`, bytes <= most);
}

await browser.close();
await server.close();
for (const line of failures) console.log(`  ${line}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
