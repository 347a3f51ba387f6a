// Search without a server: loads the files below `suche/daten/` that a query needs, and shows the pages. What words are made
// of (`key`, `stem`, `units`) and how pages are ranked (`search`) is the same in Rust: tests/search holds both together.
// Only the search page has this script. Stores nothing, asks nobody else.

/** The word without case, dots, hyphens; ae, oe, ue written as a, o, u. `ue` stays after a, e and q (Frauen, neue). */
export const key = (word) => word.normalize("NFD").toLowerCase().replace(/ß/g, "ss")
  .replace(/[^\p{Alphabetic}\p{N}]/gu, "").replace(/([ao]|(?:^|[^aeq])u)e/g, "$1");

/** A key without the endings of German inflection. */
export const stem = (key) => {
  for (;;) {
    const n = key.length;
    const cut = (n > 6 && /erin$/.test(key)) || (n > 4 && /e[rm]$/.test(key)) ? 2
      : (n > 4 && /[gb]t$/.test(key)) || (n > 3 && /[esn]$/.test(key)) ? 1 : 0;
    if (!cut) return key;
    key = key.slice(0, n - cut);
  }
};
const term = (word) => stem(key(word));

const LETTER = "[\\p{Alphabetic}\\p{N}\\u0300-\\u036f]+";
const WORD = new RegExp(`${LETTER}(?:[-\\u2010\\u2011]${LETTER})*`, "gu");
/** Words of a text, each as its pieces between hyphens. */
export const words = (text) => (text.replace(/[\u00ad\u200b·]/g, "").match(WORD) || [])
  .map((word) => word.toLowerCase().split(/[-\u2010\u2011]/));

/** What a query asks for: units that must all be found, each with alternatives, each of these with all its terms. */
export const units = (text, stop) => {
  const all = words(text);
  const joined = all.map((pieces) => pieces.join(""));
  const out = [];
  const stopped = [];
  for (let at = 0; at < all.length; at += 1) {
    // "Nr. 8 b" is one thing.
    if (/^(nr|nummer|ziffer)$/.test(joined[at]) && /^\d{1,3}[a-z]?$/.test(joined[at + 1])) {
      at += 1;
      const number = joined[at];
      const next = joined[at + 1] === "buchstabe" ? at + 2 : at + 1;
      if (/\d$/.test(number) && /^[a-z]$/.test(joined[next])) {
        at = next;
        out.push([[`nr${number}${joined[next]}`]]);
      } else out.push([[`nr${number}`]]);
      continue;
    }
    const whole = key(joined[at]);
    if (whole.length < 2 && !/^\p{N}/u.test(whole)) continue;
    const unit = [[stem(whole)]];
    if (all[at].length > 1) unit.push(all[at].map(term));
    (stop.has(whole) ? stopped : out).push(unit);
  }
  return out.length ? out : stopped;
};

/** Whether one letter too many, too few, another, or two that changed places make the difference. */
export const nearly = (a, b) => {
  if (a.length > b.length) return nearly(b, a);
  if (b.length - a.length > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
};

const MOST_SIMILAR = 12;

/** Opens an index: `load` gives the content of a file by its name. */
export const open = async (load) => {
  const head = await load("index");
  const stop = new Set(head.stop);
  const pages = head.abschnitte.length;
  const starts = new Uint32Array(pages + 1);
  for (let p = 0; p < pages; p += 1) starts[p + 1] = starts[p] + head.abschnitte[p];
  const sections = starts[pages];
  const same = head.gleich.map((group) => group.map((form) => form.split(" ")));
  /** How much a term counts in each place: sections, or pages for what a page is. */
  const places = async (term, size = sections) => {
    const out = new Uint8Array(size);
    let file = head.treffer.length - 1;
    while (file >= 0 && head.treffer[file] > term) file -= 1;
    const terms = file < 0 ? {} : await load(`treffer-${file}`);
    for (const list of Object.prototype.hasOwnProperty.call(terms, term) ? terms[term] : []) {
      for (let i = 1, at = 0; i < list.length; i += 1) { at += list[i]; out[at] = list[0]; }
    }
    return out;
  };

  /** How much the best alternative that stands whole counts in each section, and in how many one does. */
  const either = async (alternatives) => {
    const out = new Uint8Array(sections);
    for (const { terms, quarters } of alternatives) {
      const all = await Promise.all(terms.map((t) => places(t)));
      for (let s = 0; s < sections; s += 1) {
        let least = all[0][s];
        for (let i = 1; i < all.length && least; i += 1) least = Math.min(least, all[i][s]);
        const weight = (least * quarters) >> 2;
        if (weight > out[s]) out[s] = weight;
      }
    }
    let size = 0;
    for (let s = 0; s < sections; s += 1) if (out[s]) size += 1;
    return { weights: out, size };
  };

  const drawer = (letter) => (/[a-z]/.test(letter) ? letter : "0");
  /** Terms listed by their first letter (`woerter`) or by their second (`zweite`). */
  const listed = (list, letter) => (head[list].includes(drawer(letter)) ? load(`${list}-${drawer(letter)}`) : []);

  /** Terms that begin like a word that is cut short, or else differ by one letter from a long one. */
  const near = async (word) => {
    if (word.length < 4) return [];
    const all = await listed("woerter", word[0]);
    const longer = all.filter((t) => t.startsWith(word)).sort((a, b) => a.length - b.length);
    if (longer.length || word.length < 6) return longer.slice(0, MOST_SIMILAR);
    const found = all.filter((t) => nearly(t, word));
    if (found.length) return found.slice(0, MOST_SIMILAR);
    // The first letter may be the wrong one: another, one too many, one too few, or it changed places with the second.
    const others = await Promise.all([listed("zweite", word[1]), listed("zweite", word[0]), listed("woerter", word[1])]);
    return [...new Set(others.flat())].filter((t) => nearly(t, word)).sort().slice(0, MOST_SIMILAR);
  };

  /** Two terms that a compound nobody wrote is made of ("Kündigungs-Frist"), the longest first one; else nothing. */
  const apart = async (word) => {
    if (word.length < 8) return [];
    const firsts = new Set(await listed("woerter", word[0]));
    for (let at = word.length - 4; at > 3; at -= 1) {
      const [first, second] = [stem(word.slice(0, at)), word.slice(at)];
      if (firsts.has(first) && (await listed("woerter", second[0])).includes(second)) return [first, second];
    }
    return [];
  };

  /** Units with what means the same: the longest form of the glossary that stands in the query counts as one unit. */
  const widened = (asked) => {
    const out = [];
    for (let at = 0; at < asked.length;) {
      const fits = (form) => at + form.length <= asked.length && form.every((t, i) => asked[at + i][0].length === 1 && asked[at + i][0][0] === t);
      const forms = same.flat().filter(fits);
      const length = Math.max(1, ...forms.map((form) => form.length));
      const own = length > 1 ? [asked.slice(at, at + length).map((unit) => unit[0][0])] : asked[at];
      const alternatives = own.map((terms) => ({ terms, quarters: 4 }));
      for (const names of same) {
        if (!names.some((form) => form.length === length && fits(form))) continue;
        for (const terms of names) if (!(terms.length === length && fits(terms))) alternatives.push({ terms, quarters: 3 });
      }
      out.push({ alternatives, text: own[0] });
      at += length;
    }
    return out;
  };

  /**
   * Pages for a query, best first: `{ pages, missing, similar, partly, places }`; `places` gives the sections of a page, best
   * first. `marks` are terms that each page must have (`=art:sitzung`); `easy` puts easy pages first.
   */
  const search = async (text, marks = [], easy = false) => {
    const missing = [];
    let similar = false;
    const found = [];
    for (const { alternatives, text: own } of widened(units(text, stop))) {
      let all = await either(alternatives);
      if (!all.size && own.length === 1) {
        all = await either((await near(own[0])).map((t) => ({ terms: [t], quarters: 2 })));
        similar ||= all.size > 0;
      }
      const parts = !all.size && own.length === 1 ? await apart(own[0]) : [];
      if (all.size) found.push(all);
      else if (parts.length) {
        similar = true;
        for (const part of parts) found.push(await either([{ terms: [part], quarters: 2 }]));
      } else missing.push(own.join(" "));
    }
    const only = await Promise.all(marks.map((mark) => places(mark, pages)));
    const sums = new Uint32Array(sections);
    const held = new Uint8Array(sections);
    const scores = new Uint32Array(pages);
    const counts = new Uint8Array(pages);
    for (const { weights, size } of found) {
      // A rare word says more: 4 plus the bits of how many sections there are for each that has it.
      const rare = 4 + 32 - Math.clz32(Math.floor(sections / size));
      for (let p = 0; p < pages; p += 1) {
        let best = 0;
        for (let s = starts[p]; s < starts[p + 1]; s += 1) {
          if (!weights[s]) continue;
          sums[s] += weights[s] * rare;
          held[s] += 1;
          if (weights[s] > best) best = weights[s];
        }
        if (best) { scores[p] += best * rare; counts[p] += 1; }
      }
    }
    // A section that has all words comes before one that only has the best of them.
    const before = (a, b) => held[b] - held[a] || sums[b] - sums[a] || a - b;
    let most = 0;
    let out = [];
    for (let p = 0; p < pages; p += 1) {
      if (counts[p] === 0 || counts[p] < most || !only.every((mark) => mark[p])) continue;
      if (counts[p] > most) { most = counts[p]; out = []; }
      let best = starts[p];
      for (let s = best + 1; s < starts[p + 1]; s += 1) if (before(s, best) < 0) best = s;
      scores[p] += sums[best];
      out.push(p);
    }
    const group = (page) => (page < head.leicht[0] ? 0 : page < head.leicht[1] ? 1 : 2);
    const first = (page) => (easy ? (group(page) + 2) % 3 : group(page));
    out.sort((a, b) => first(a) - first(b) || scores[b] - scores[a] || a - b);
    const placesOf = (page) => {
      const own = [];
      for (let s = starts[page]; s < starts[page + 1]; s += 1) if (sums[s]) own.push(s);
      return own.sort(before).map((s) => s - starts[page]);
    };
    return { pages: out, missing, similar, partly: most < found.length, places: placesOf };
  };

  /** What is told about a page. */
  const page = async (number) => {
    const list = await load(`seiten-${Math.floor(number / head.seiten)}`);
    const [url, title, kind, bodies, date, register, sample, region, parts] = list[number % head.seiten];
    return { url, title, kind, bodies, date, register, sample, region, sections: [["", ""], ...parts] };
  };

  return { search, page };
};

const AT_ONCE = 10;

function start(form) {
  const status = document.querySelector("[data-search-status]");
  const box = document.querySelector("[data-search-found]");
  const list = box.querySelector("ol");
  const more = box.querySelector("button");
  const field = form.querySelector("[name=q]");
  const choices = [...form.querySelectorAll("select")];
  const easy = form.dataset.first === "easy";
  const files = new Map();
  const load = (name) => {
    if (!files.has(name)) {
      // Asks the server whether the file is still the same, so that files of two builds never meet.
      const file = fetch(`${form.dataset.search}${name}.json`, { cache: "no-cache" }).then((r) => {
        if (!r.ok) throw new Error(r.status);
        return r.json();
      });
      file.catch(() => files.delete(name));
      files.set(name, file);
    }
    return files.get(name);
  };
  let index;
  let found = { pages: [] };
  let shown = 0;
  let run = 0;

  const make = (name, text, inside = []) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    e.append(...inside);
    return e;
  };
  const link = (page, place, text) => {
    const a = make("a", text);
    const [anchor] = page.sections[place];
    a.href = page.url + (anchor ? `#${anchor}` : "");
    return a;
  };
  const item = (page, [best, ...others]) => {
    const heading = page.sections[best][1];
    const first = link(page, best, heading ? `${page.title}: ${heading}` : page.title);
    // A word and a body have one name: those who hear the links alone can tell them apart.
    if (page.kind === "Wort") {
      const kind = make("span", " (Wort)");
      kind.className = "vh";
      first.append(kind);
    }
    const out = make("li", "", [make("h3", "", [first])]);
    // In Leichte Sprache it only counts how a page is written.
    const about = easy ? [page.register || form.dataset.else]
      : [page.kind, page.register, ...page.bodies.filter((b) => b !== page.title), page.region];
    const meta = make("p", "", [make("span", [...about, page.date].filter(Boolean).join(", "))]);
    meta.className = "meta";
    if (page.sample) {
      const tag = make("span", "Beispiel");
      tag.className = "tag";
      meta.append(" ", tag);
    }
    out.append(meta);
    for (const place of others.filter((s) => page.sections[s][1])) {
      const p = make("p", "", [link(page, place, page.sections[place][1])]);
      p.className = "alone";
      out.append(p);
    }
    return out;
  };

  const show = async (own) => {
    const next = found.pages.slice(shown, shown + AT_ONCE);
    const items = await Promise.all(next.map(async (page) => item(await index.page(page), found.places(page).slice(0, 3))));
    if (own !== run) return null;
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.pages.length;
    return items[0];
  };

  const say = () => {
    const n = found.pages.length;
    const out = [n === 0 ? "Nichts gefunden." : n === 1 ? "1 Seite gefunden." : `${n} Seiten gefunden.`];
    if (found.similar && n) out.push("Gesucht wurde auch nach ähnlichen Wörtern.");
    if (found.partly && n) out.push("Keine Seite hat alle Wörter.");
    if (found.missing.length && n) out.push(`${found.missing.length === 1 ? "1 Wort kommt" : `${found.missing.length} Wörter kommen`} nicht vor.`);
    return out.join(" ");
  };

  const ask = async () => {
    const own = (run += 1);
    const text = field.value.trim();
    if (!text) { box.hidden = true; list.replaceChildren(); status.textContent = ""; return; }
    try {
      index ||= await open(load);
      const marks = choices.filter((c) => c.value).map((c) => `=${c.name}:${c.value}`);
      const result = await index.search(text, marks, easy);
      if (own !== run) return;
      found = result;
      shown = 0;
      list.replaceChildren();
      await show(own);
      if (own !== run) return;
      box.hidden = !found.pages.length;
      status.textContent = say();
    } catch {
      index = null;
      if (own === run) status.textContent = "Die Suche geht gerade nicht. Unten stehen alle Titel.";
    }
  };

  /** The address names the query, so that "back" and a shared link work. */
  const address = () => {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const c of choices) if (c.value) query.set(c.name, c.value);
    const text = query.toString();
    return location.pathname + (text && `?${text}`);
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") || "";
    for (const c of choices) {
      c.value = query.get(c.name) || "";
      if (c.selectedIndex < 0) c.value = "";
    }
    return ask();
  };
  const go = () => {
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    return ask();
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  for (const c of choices) c.addEventListener("change", go);
  more.addEventListener("click", async () => { const first = await show(run); if (first) first.querySelector("a").focus(); });
  addEventListener("popstate", read);
  read();
}

const form = typeof document === "undefined" ? null : document.querySelector("form[data-search]");
if (form) start(form);
