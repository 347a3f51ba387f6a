#!/usr/bin/env node
// Pictures of one page of each kind, to look at: phone and desktop, light and dark, forced colours, twice the text, print.
// A long page comes in parts (`-1`, `-2`, …): one picture of it all takes the browser minutes, and nobody can read it.
//   node shots.mjs <site folder> <out folder> [URL prefix] [kind,kind…] [state,state…]
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { serve } from "./lib/server.mjs";
import { choosePages } from "./lib/pages.mjs";
import { inParallel, launch, visit } from "./lib/browser.mjs";

const STATES = [
  { name: "1280-light", width: 1280, colorScheme: "light" },
  { name: "1280-dark", width: 1280, colorScheme: "dark" },
  { name: "320-light", width: 320, colorScheme: "light" },
  { name: "320-dark", width: 320, colorScheme: "dark" },
  { name: "forced", width: 1280, colorScheme: "dark", forcedColors: "active" },
  { name: "text-200", width: 1280, colorScheme: "light", text: 32 },
  { name: "print", width: 680, colorScheme: "light", media: "print" },
];

/** Height of a part in px, and how many are taken of a page: what comes later looks like what came before. */
const PART = 1800;
const PARTS = 6;

const [folder, out, prefix = "/", only, states] = process.argv.slice(2);
if (!folder || !out) { console.error("usage: node shots.mjs <site folder> <out folder> [URL prefix] [kind,kind…] [state,state…]"); process.exit(2); }
mkdirSync(out, { recursive: true });
const { pages } = await choosePages(resolve(folder));
const wanted = pages.filter((p) => !only || only.split(",").includes(p.kind));
const server = await serve(resolve(folder), prefix);
const browser = await launch();
let taken = 0;

/** Pictures of a page from its top to its end, as far as `PARTS` go. */
async function parts(page, width, name) {
  // The window keeps its height: changed later, it repeats the head of the page below its end.
  const height = await page.evaluate(() => { document.body.style.minHeight = 0; return document.body.scrollHeight; });
  const count = Math.min(PARTS, Math.ceil(height / PART));
  for (let n = 0; n < count; n += 1) {
    // Two frames later a part begins where it shall.
    await page.evaluate((y) => new Promise((done) => {
      requestAnimationFrame(() => { scrollTo(0, y); requestAnimationFrame(() => requestAnimationFrame(done)); });
    }), n * PART);
    const clip = { x: 0, y: 0, width, height: Math.min(height, PART) };
    await page.screenshot({ path: join(out, `${name}${count > 1 ? `-${n + 1}` : ""}.png`), clip });
  }
  if (count * PART < height) console.log(`${name}: ${Math.round((100 * count * PART) / height)} % of the page`);
  taken += count;
}

for (const { name, width, media, text, ...look } of STATES.filter((s) => !states || states.split(",").includes(s.name))) {
  const context = await browser.newContext({ viewport: { width, height: PART }, reducedMotion: "reduce", ...look });
  await inParallel(2, wanted, async (entry) => {
    const page = await visit(context, server.origin + prefix, entry);
    if (media) await page.emulateMedia({ media });
    if (text) await (await context.newCDPSession(page)).send("Page.setFontSizes", { fontSizes: { standard: text } });
    await parts(page, width, `${entry.kind}-${name}`);
    if (media) await page.pdf({ path: join(out, `${entry.kind}.pdf`), format: "A4", preferCSSPageSize: true });
    await page.close();
  });
  await context.close();
}
await browser.close();
await server.close();
console.log(`${taken} pictures in ${out}`);
