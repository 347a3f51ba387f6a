#!/usr/bin/env node
// Pictures of one page of each kind, to look at: phone and desktop, light and dark, forced colours, twice the text, print.
//   node shots.mjs <site folder> <out folder> [URL prefix] [kind,kind…]
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
  { name: "text-200", width: 1280, height: 3200, colorScheme: "light", text: 32 },
  { name: "print", width: 680, colorScheme: "light", media: "print" },
];

const [folder, out, prefix = "/", only] = process.argv.slice(2);
if (!folder || !out) { console.error("usage: node shots.mjs <site folder> <out folder> [URL prefix] [kind,kind…]"); process.exit(2); }
mkdirSync(out, { recursive: true });
const { pages } = await choosePages(resolve(folder));
const wanted = pages.filter((p) => !only || only.split(",").includes(p.kind));
const server = await serve(resolve(folder), prefix);
const browser = await launch();
for (const { name, width, height = 800, media, text, ...look } of STATES) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...look });
  await inParallel(2, wanted, async (entry) => {
    const page = await visit(context, server.origin + prefix, entry);
    if (media) await page.emulateMedia({ media });
    // A picture of the full page would set the font size back and repeat the head: the window is as tall as the page instead.
    if (text) await (await context.newCDPSession(page)).send("Page.setFontSizes", { fontSizes: { standard: text } });
    await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    await page.screenshot({ path: join(out, `${entry.kind}-${name}.png`) });
    if (media) await page.pdf({ path: join(out, `${entry.kind}.pdf`), format: "A4", preferCSSPageSize: true });
    await page.close();
  });
  await context.close();
}
await browser.close();
await server.close();
console.log(`${wanted.length * STATES.length} pictures in ${out}`);
