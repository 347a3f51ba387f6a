// Starts Debian's Chromium and opens pages of the site under test. Knows nothing of what is tested.
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // A page that asks a foreign host gets an error at once, and nothing leaves this machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: false, args: FLAGS });

/** A redirect page would send the browser away at once; it is looked at with its `meta refresh` cut out. */
async function holdRedirect(page, url) {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta[^>]+http-equiv="?refresh[^>]*>/i, "");
    await route.fulfill({ response, body });
  });
}

/** Opens `site + entry.path` in a page of `context`; the caller closes the page. */
export async function visit(context, site, entry, prepare = () => {}) {
  const page = await context.newPage();
  await prepare(page);
  const url = site + entry.path;
  if (entry.kind.startsWith("weiterleitung")) await holdRedirect(page, url);
  await page.goto(url, { waitUntil: "load" });
  return page;
}

/** Runs `work` on every item with `width` of them under way at once. Keeps the order of the results. */
export async function inParallel(width, items, work) {
  const results = new Array(items.length);
  let next = 0;
  const lane = async () => { while (next < items.length) { const i = next++; results[i] = await work(items[i], i); } };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}
