#!/usr/bin/env node
// Lighthouse over one page of each kind: 100 in each category, or it says which audits are missing. Exit code 1 when any is.
//   node lighthouse.mjs <site folder> [URL prefix] [kind,kind…]
import { resolve } from "node:path";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "./lib/server.mjs";
import { choosePages } from "./lib/pages.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Not the page's doing, on this machine. Everything else counts. */
const SKIPPED = {
  "is-on-https": "the test server speaks plain HTTP",
  "redirects-http": "the same",
  "uses-http2": "the same",
};
/** A page that is kept out of search engines on purpose fails this one, rightly. */
const NOINDEX = "is-crawlable";

const [folder, prefix = "/", only] = process.argv.slice(2);
if (!folder) { console.error("usage: node lighthouse.mjs <site folder> [URL prefix] [kind,kind…]"); process.exit(2); }
const { pages } = await choosePages(resolve(folder));
// The 404 page is asked for with status 200 here; a page that leads on is measured as the page it leads to.
const wanted = pages.filter((p) => !p.kind.startsWith("weiterleitung") && (!only || only.split(",").includes(p.kind)));
const server = await serve(resolve(folder), prefix);
const chrome = await launchChrome({
  chromePath: process.env.CHROMIUM ?? process.env.CHROME_PATH ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
const first = Math.max(...wanted.map((p) => p.kind.length));
console.log(["kind".padEnd(first), ...CATEGORIES].join("  "));
const wrong = [];
const began = Date.now();
for (const entry of wanted) {
  const result = await lighthouse(server.origin + prefix + entry.path, {
    port: chrome.port, logLevel: "silent", output: "json", onlyCategories: CATEGORIES, skipAudits: Object.keys(SKIPPED),
    disableFullPageScreenshot: true,
  }, desktopConfig);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) wrong.push(`${entry.kind}: ${runtimeError.message}`);
  const noindex = audits[NOINDEX]?.score === 0;
  const row = CATEGORIES.map((id) => {
    const refs = categories[id].auditRefs.filter((r) => r.weight > 0 && audits[r.id]?.score !== null);
    const short = refs.filter((r) => audits[r.id].score < (id === "performance" ? 0.9 : 1) && !(noindex && r.id === NOINDEX));
    // Without the skipped one, the category is counted anew.
    const score = noindex && id === "seo" ? (short.length ? 0 : 1) : categories[id].score;
    if (score < 1) for (const r of categories[id].auditRefs.filter((r) => audits[r.id]?.score !== null && audits[r.id]?.score < 1 && r.weight > 0))
      wrong.push(`${entry.kind}: ${id}: ${r.id} ${audits[r.id].displayValue ?? ""} ${audits[r.id].title}`);
    return `${Math.round((score ?? 0) * 100)}${noindex && id === "seo" ? "*" : ""}`.padStart(id.length);
  });
  console.log([entry.kind.padEnd(first), ...row].join("  "));
}
chrome.kill();
await server.close();
console.log("\n* without is-crawlable: the page says noindex on purpose");
for (const [audit, why] of Object.entries(SKIPPED)) console.log(`skipped: ${audit} (${why})`);
for (const line of wrong) console.log(`  ${line}`);
console.log(`\n${wanted.length} kinds, ${wrong.length} failed, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(wrong.length ? 1 : 0);
