// What one page must hold. Each check takes an open page and gives a list of plain-text violations.
// The functions inside `page.evaluate` run in the browser and see nothing of this module.

const AXE_OPTIONS = {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // Off by default in axe: 7:1 contrast (WCAG 1.4.6) and target size (WCAG 2.5.8) are promises of the theme.
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
};

/** axe-core in the page. Needs a context with `bypassCSP`. */
export async function axe(page, source) {
  await page.evaluate(source);
  const violations = await page.evaluate((options) => globalThis.axe.run(document, options).then((r) => r.violations), AXE_OPTIONS);
  return violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")} – ${node.any[0]?.message ?? rule.help}`));
}

/** WCAG 1.4.10: nothing runs out of the viewport; only marked areas may scroll on their own. */
export const noSideScroll = (page, label = "") => page.evaluate((label) => {
  const wide = document.documentElement.scrollWidth;
  if (wide <= innerWidth) return [];
  const worst = [...document.body.querySelectorAll("*")]
    .filter((e) => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 0.5).slice(-1)[0];
  return [`scrolls sideways${label}: ${wide} > ${innerWidth}, e.g. <${worst?.tagName.toLowerCase()} class="${worst?.className}">`];
}, label);

/** WCAG 1.4.12: the text spacing a reader may set breaks nothing. Needs `bypassCSP`; changes the page. */
export async function textSpacing(page) {
  await page.addStyleTag({ content: "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}" });
  return noSideScroll(page, " with text spacing");
}

/** WCAG 2.5.8 without its spacing exception: 24 by 24 px for each target that is not part of a sentence. */
export const targets = (page) => page.evaluate(() => {
  const MIN = 24;
  const inSentence = (e) => {
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    const linked = [...block.querySelectorAll("a")].reduce((sum, a) => sum + a.textContent.trim().length, 0);
    return block.textContent.trim().replace(/\s+/g, " ").length > linked + 2;
  };
  const list = document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button]");
  return [...list].flatMap((e) => {
    const { width, height } = e.getBoundingClientRect();
    if (!width || !height || !e.checkVisibility() || inSentence(e)) return [];
    return width >= MIN && height >= MIN ? [] : [`target ${Math.round(width)}x${Math.round(height)}: ${e.textContent.trim().slice(0, 40)}`];
  });
});

/** Notes what a page says on the console, which requests fail or go elsewhere, and what the CSP forbids. */
export async function listen(page, origin) {
  const heard = [];
  page.on("console", (m) => heard.push(`console ${m.type()}: ${m.text()} ${new URL(m.location().url || origin).pathname}`));
  page.on("pageerror", (e) => heard.push(`script error: ${e.message}`));
  page.on("request", (r) => { if (!r.url().startsWith(`${origin}/`)) heard.push(`foreign request: ${r.url().slice(0, 120)}`); });
  page.on("response", (r) => { if (r.status() >= 400) heard.push(`HTTP ${r.status()}: ${new URL(r.url()).pathname}`); });
  await page.addInitScript(() => {
    globalThis.cspSeen = [];
    addEventListener("securitypolicyviolation", (e) => globalThis.cspSeen.push(`CSP ${e.effectiveDirective}: ${e.blockedURI || e.sourceFile}`));
  });
  return async () => [...heard, ...await page.evaluate(() => globalThis.cspSeen)];
}

/** Distance of the easy switch from the top in px, or null. It must not move from page to page (WCAG 3.2.3). */
export const switchTop = (page) => page.evaluate(() => {
  const e = document.querySelector("[data-easy-toggle]");
  return e ? Math.round(e.getBoundingClientRect().top + scrollY) : null;
});
