// What one page must hold. Each check takes an open page and gives a list of plain-text violations.
// The functions inside `page.evaluate` run in the browser and see nothing of this module.

const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "wcag22aaa", "best-practice"];
// Off by default in axe: 7:1 contrast (WCAG 1.4.6) and target size (WCAG 2.5.8) are promises of the theme.
const ALL = {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: TAGS },
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
};
const rules = (...values) => ({ resultTypes: ["violations"], runOnly: { type: "rule", values } });
/** What can be different when only colours are. */
export const COLOURS = rules("color-contrast", "color-contrast-enhanced", "link-in-text-block");
/** axe-core in the page; its source must be there already. Needs a context with `bypassCSP`. */
export async function axe(page, options = ALL) {
  const violations = await page.evaluate((o) => globalThis.axe.run(document, o).then((r) => r.violations), options);
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

/** No text is cut off in a box that is too small for it. */
export const clipped = (page, label) => page.evaluate((label) => [...document.body.querySelectorAll("*")]
  .filter((e) => !e.closest(".vh,.rows thead") && getComputedStyle(e).overflowY !== "visible" && !["auto", "scroll"].includes(getComputedStyle(e).overflowY)
    && e.scrollHeight > e.clientHeight + 1)
  .map((e) => `text cut off${label}: <${e.tagName.toLowerCase()} class="${e.className}">`), label);

/** WCAG 1.4.12: the text spacing a reader may set breaks nothing. Needs `bypassCSP`; changes the page. */
export async function textSpacing(page) {
  const style = await page.addStyleTag({ content: "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}" });
  const found = [...await noSideScroll(page, " with text spacing"), ...await clipped(page, " with text spacing")];
  await style.evaluate((e) => e.remove());
  return found;
}

/** WCAG 1.4.4: the reader's own font size, twice the usual, is obeyed and breaks nothing. */
export async function bigText(page) {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p, main")).fontSize));
  const before = await size();
  const tools = await page.context().newCDPSession(page);
  await tools.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  const after = await size();
  const found = [...await noSideScroll(page, " with 200 % text"), ...await clipped(page, " with 200 % text")];
  if (Math.abs(after / before - 2) > 0.01) found.push(`text does not follow the reader's font size: ${before} → ${after} px`);
  await tools.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await tools.detach();
  return found;
}

/** Marks what a ground colour alone sets apart; to be called before the colours are forced. */
export const markGrounds = (page) => page.evaluate(() => {
  for (const e of document.body.querySelectorAll("*")) {
    const ground = getComputedStyle(e).backgroundColor;
    if (ground === "rgba(0, 0, 0, 0)" || !e.checkVisibility() || e.matches(".skip")) continue;
    let under = e.parentElement;
    while (under && getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)") under = under.parentElement;
    if (under && getComputedStyle(under).backgroundColor !== ground) e.dataset.ground = "";
  }
});

/** In the reader's own colours: they reach every element, and a border says what a ground said. (axe sees unforced text here.) */
export const forced = (page) => page.evaluate(() => {
  if (!matchMedia("(forced-colors: active)").matches) return ["forced colours are not on"];
  const found = [];
  const name = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") ?? ""}">`;
  for (const e of document.body.querySelectorAll("*")) {
    if (getComputedStyle(e).forcedColorAdjust === "none" && !e.closest("svg")) found.push(`keeps its colours: ${name(e)}`);
  }
  for (const e of document.querySelectorAll("[data-ground]")) {
    const s = getComputedStyle(e);
    const edge = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Style`] !== "none");
    if (!edge && s.outlineStyle === "none") found.push(`no border where the ground is gone: ${name(e)}`);
  }
  for (const e of document.querySelectorAll("body svg [fill]:not([fill=currentColor],[fill=none])"))
    if (!e.closest(".pic,figure")) found.push(`a drawing with a colour of its own: ${e.getAttribute("fill")}`);
  return found;
});

/** What the browser tells a screen reader of the tables of a page: each role with its name. */
export async function tables(page) {
  if (await page.locator("table").count() === 0) return [];
  const tools = await page.context().newCDPSession(page);
  const { nodes } = await tools.send("Accessibility.getFullAXTree");
  await tools.detach();
  const roles = new Set(["table", "row", "cell", "columnheader", "rowheader"]);
  return nodes.filter((n) => !n.ignored && roles.has(n.role?.value)).map((n) => `${n.role.value} ${n.name?.value ?? ""}`);
}

/** WCAG 1.3.1: shown as blocks, a table is still a table for those who listen, with the same names. */
export const sameTables = (wide, narrow) => {
  const at = wide.findIndex((line, n) => line !== narrow[n]);
  if (at < 0 && wide.length === narrow.length) return [];
  return [`a table is another one when it is narrow: ${wide[at] ?? "(nothing)"} is ${narrow[at] ?? "(nothing)"} (${wide.length} parts, then ${narrow.length})`];
};

/** WCAG 2.3.3: with reduced motion nothing moves by itself or glides. */
export const still = (page) => page.evaluate(() => [...document.querySelectorAll("*")].flatMap((e) => {
  const s = getComputedStyle(e);
  const moving = [s.transitionDuration, s.animationDuration].some((d) => d.split(",").some((t) => parseFloat(t) > 0)) || s.scrollBehavior === "smooth";
  return moving ? [`moves with reduced motion: <${e.tagName.toLowerCase()} class="${e.className}">`] : [];
}));

/** What a sheet of paper must show and must not. Needs the print medium. */
export const printed = (page) => page.evaluate(() => {
  const found = [];
  const shown = (e) => e.checkVisibility() && e.getClientRects().length > 0;
  for (const e of document.querySelectorAll(".skip,.who,nav.menu,.crumb,.pills,.toc,footer,button,.perma"))
    if (shown(e)) found.push(`printed: <${e.tagName.toLowerCase()} class="${e.className}"> is of no use on paper`);
  const head = document.querySelector(".printed");
  if (!head || !shown(head) || !head.textContent.includes("Stand:")) found.push("printed: no line with title and Stand");
  // A head that takes a quarter of the sheet does not come again on the next one.
  const { height } = document.querySelector("header").getBoundingClientRect();
  if (height > 200) found.push(`printed: the head of each sheet is ${Math.round(height)} px high`);
  for (const a of document.querySelectorAll("main a[href^=http]"))
    if (shown(a) && !getComputedStyle(a, "::after").content.includes(a.getAttribute("href"))) found.push(`printed: no address after "${a.textContent}"`);
  for (const e of document.querySelectorAll("main *")) {
    const s = getComputedStyle(e);
    if (shown(e) && e.textContent.trim() && !["rgb(0, 0, 0)"].includes(s.color) && !e.closest("svg")) { found.push(`printed: <${e.tagName.toLowerCase()} class="${e.className}"> in ${s.color}, not black`); break; }
  }
  return found;
});

/** WCAG 2.5.5: 44 px for each target that stands alone in its paragraph, item, heading or cell, and for buttons. A card is one
 * target as a whole. */
export const targetsAlone = (page) => page.evaluate(() => {
  const MIN = 43.5;
  const text = (e) => e.textContent.trim().replace(/\s+/g, " ");
  const alone = (e) => e.matches("button,.menu a,.who a,.brand a,.pills a") || e.matches(":is(p,dd,td,th,li,h2,h3,.s,.what)>a,.head>a") && !e.matches(".cards a") && (e.matches(".what>a,.head>a") || text(e.parentElement) === text(e));
  return [...document.querySelectorAll("a[href],button")].filter((e) => e.checkVisibility() && !e.classList.contains("skip") && alone(e)).flatMap((e) => {
    const { width, height } = e.getBoundingClientRect();
    return width && (width < MIN || height < MIN) ? [`target that stands alone ${Math.round(width)}x${Math.round(height)}: ${text(e).slice(0, 40)}`] : [];
  });
});

/** Words a reader can see in the text, and how many links there are. */
export const words = (page) => page.evaluate(() => {
  // A search form alone may need script: the lists below it do not.
  for (const form of document.querySelectorAll("form[role=search]")) form.hidden = true;
  return { text: document.querySelector("main").innerText.replace(/\s+/g, " ").trim(), links: document.links.length };
});

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

/** Notes what a page says on the console, which requests fail or go elsewhere, what the CSP forbids, and what jumps. */
export async function listen(page, origin) {
  const heard = [];
  page.on("console", (m) => heard.push(`console ${m.type()}: ${m.text()} ${new URL(m.location().url || origin).pathname}`));
  page.on("pageerror", (e) => heard.push(`script error: ${e.message}`));
  page.on("request", (r) => { if (!r.url().startsWith(`${origin}/`)) heard.push(`foreign request: ${r.url().slice(0, 120)}`); });
  page.on("response", (r) => { if (r.status() >= 400) heard.push(`HTTP ${r.status()}: ${new URL(r.url()).pathname}`); });
  await page.addInitScript(() => {
    globalThis.cspSeen = [];
    globalThis.shifted = [];
    const moved = (e) => e.sources.map(({ node }) => `<${(node?.nodeName ?? "gone").toLowerCase()} ${node?.className ?? ""}>`).join(" ");
    const told = (e) => `layout shift ${e.value.toFixed(4)} (CLS must be 0) of ${moved(e)} after ${Math.round(e.startTime)} ms`;
    new PerformanceObserver((list) => globalThis.shifted.push(...list.getEntries().map(told)))
      .observe({ type: "layout-shift", buffered: true });
    addEventListener("securitypolicyviolation", (e) => globalThis.cspSeen.push(`CSP ${e.effectiveDirective}: ${e.blockedURI || e.sourceFile}`));
  });
  return async () => [...heard, ...await page.evaluate(() => [...globalThis.cspSeen, ...globalThis.shifted])];
}

/** Whether a line that `listen` gives tells of a jump. */
export const isShift = (line) => line.startsWith("layout shift");

/** Distance of the easy switch from the top in px, or null. It must not move from page to page (WCAG 3.2.3). */
export const switchTop = (page) => page.evaluate(() => {
  const e = document.querySelector("[data-easy-toggle]");
  return e ? Math.round(e.getBoundingClientRect().top + scrollY) : null;
});
