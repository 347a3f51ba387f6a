// A walk over a page with the Tab key alone, as a person without a mouse takes it. Takes an open page, gives violations.
// The functions inside `page.evaluate` run in the browser and see nothing of this module.

/** Everything a keyboard must reach, in the order of the document; numbers each one in `data-walk`. */
const expected = (page) => page.evaluate(() => {
  const list = document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,video[controls],audio[controls],[tabindex]");
  return [...list]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
    .map((e, i) => { e.dataset.walk = i; return `<${e.tagName.toLowerCase()}> ${e.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}`; });
});

/** Where the focus is (null: on nothing), and what is wrong with how it looks. */
const look = (page) => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const wrong = [];
  const rgb = (c) => c.match(/[\d.]+/g).map(Number);
  const light = (c) => rgb(c).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  // An outline with an offset lies on what is behind the element.
  let ground = parseFloat(getComputedStyle(e).outlineOffset) > 0 ? e.parentElement : e;
  while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const under = ground ? getComputedStyle(ground).backgroundColor : "rgb(255,255,255)";
  const style = getComputedStyle(e);
  const width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "none" || width < 2) wrong.push(`no outline of 2 px (${style.outlineStyle} ${style.outlineWidth})`);
  else {
    const [a, b] = [light(style.outlineColor), light(under)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 3) wrong.push(`outline ${style.outlineColor} on ${under} is under 3:1`);
  }
  // WCAG 2.4.12: nothing covers it. Looked at: the middle of what the window shows of each line.
  const seen = [...e.getClientRects()].filter((r) => {
    const [left, right] = [Math.max(r.left, 0), Math.min(r.right, innerWidth)];
    const [up, down] = [Math.max(r.top, 0), Math.min(r.bottom, innerHeight)];
    if (right - left < 2 || down - up < 2) return false;
    const top = document.elementFromPoint((left + right) / 2, (up + down) / 2);
    return top && (e.contains(top) || top.contains(e));
  });
  if (seen.length === 0) wrong.push("the focus is covered or outside of the window");
  return { walk: e.dataset.walk ?? null, skip: e.classList.contains("skip"), name: `<${e.tagName.toLowerCase()}> ${e.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}`, wrong };
});

/** Tab from the top of the page to its end; then the skip link. Leaves the focus in the text. */
export async function walk(page) {
  const names = await expected(page);
  const found = [];
  await page.evaluate(() => { scrollTo(0, 0); document.activeElement?.blur(); });
  let next = 0;
  for (let step = 0; step < names.length + 20; step += 1) {
    await page.keyboard.press("Tab");
    const at = await look(page);
    if (!at) break;
    if (step === 0 && !at.skip) found.push(`keyboard: the first stop is ${at.name}, not the skip link`);
    // The browser's own buttons of a film are stops inside of it.
    if (Number(at.walk ?? -1) === next - 1 && /^<(video|audio)>/.test(at.name)) continue;
    if (Number(at.walk ?? -1) !== next) {
      found.push(`keyboard: stop ${step + 1} is ${at.name}, not ${names[next] ?? "the end of the page"}`);
      return found;
    }
    for (const wrong of at.wrong) found.push(`keyboard: ${at.name}: ${wrong}`);
    next += 1;
  }
  if (next !== names.length) found.push(`keyboard: ${next} of ${names.length} stops reached, ${names[next]} is not, or a trap`);
  return [...found, ...await skipLink(page)];
}

async function skipLink(page) {
  await page.evaluate(() => { scrollTo(0, 0); document.querySelector(".skip").focus(); });
  await page.keyboard.press("Enter");
  const main = await page.evaluate(() => document.activeElement.id);
  if (main !== "inhalt") return [`keyboard: the skip link leads to #${main}, not to #inhalt`];
  await page.keyboard.press("Tab");
  const before = await page.evaluate(() => {
    const e = document.activeElement;
    return e !== document.body && !!e.closest("header, .crumb") ? e.textContent.trim() : null;
  });
  return before === null ? [] : [`keyboard: after the skip link, Tab goes back to "${before}"`];
}
