// What a page costs on its first visit. Listens to an open page; gives gzip sizes in bytes and the number of requests.
import { gzipSync } from "node:zlib";

/** Limits of the budget, bytes after gzip; `text` is HTML, CSS and script together. */
const LIMITS = { css: 8 * 1024, js: 8 * 1024, text: 12 * 1024, font: 45 * 1024, total: 80 * 1024, requests: 6 };
/** What is long by its nature: the whole agreement, all words, all titles with a form to search them. */
const LONG = { text: 24 * 1024, kinds: ["vereinbarung", "vereinbarung-leicht", "drucken", "woerter", "woerter-leicht", "suche", "suche-leicht"] };
const KINDS = { document: "html", stylesheet: "css", script: "js", font: "font", image: "image", media: "media" };

/** Starts to listen; call the result when the page has loaded. */
export function weigh(page) {
  const answers = [];
  page.on("response", (r) => answers.push(r));
  return async () => {
    // What a page waits for. Not counted: the icon of the tab, which comes once for the whole site and behind everything else;
    // a font of the site, a wish with a budget of its own, which nothing waits for; parts of a video.
    const shown = new Set(answers.filter((r) => !["other", "font", "media", "texttrack"].includes(r.request().resourceType())).map((r) => r.url()));
    const weight = { html: 0, css: 0, js: 0, font: 0, image: 0, media: 0, other: 0, requests: shown.size };
    for (const answer of answers) {
      const kind = KINDS[answer.request().resourceType()] ?? "other";
      const body = await answer.body().catch(() => Buffer.alloc(0));
      // Fonts and pictures are packed already.
      weight[kind] += ["font", "image", "media"].includes(kind) ? body.length : gzipSync(body).length;
    }
    weight.text = weight.html + weight.css + weight.js;
    weight.total = weight.text + weight.font + weight.image + weight.other;
    return weight;
  };
}

/** What is over its limit on a page of this kind. */
export const tooHeavy = (weight, kind) => Object.entries({ ...LIMITS, text: LONG.kinds.includes(kind) ? LONG.text : LIMITS.text })
  .filter(([kind, limit]) => weight[kind] > limit)
  .map(([kind, limit]) => `weight: ${kind} ${weight[kind]}, at most ${limit}`);
