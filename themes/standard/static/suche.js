// Search without a server: loads the files below `suche/daten/` that a query needs, and shows the pages. What words are made
// of (`key`, `stem`, `units`) and how pages are ranked (`search`) is the same in Rust: tests/search holds both together.
// Only the search page has this script. Stores nothing, asks nobody else.

/** The word without case, dots, hyphens; ae, oe, ue written as a, o, u. `ue` stays after a, e and q (Frauen, neue). */
export const key = (word) => word.normalize("NFD").toLowerCase().replace(/ß/g, "ss")
  .replace(/[^\p{Alphabetic}\p{N}]/gu, "").replace(/([ao]|(?:^|[^aeq])u)e/g, "$1");

/** A key without the endings of German inflection. */
export const stem = (key) => {
  // The month has the letters that are left of the river Main.
  if (key === "mai") return "maimonat";
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
const HYPHEN = /[-\u2010\u2011]/;
const SOFT = /[\u00ad\u200b·]/g;
/** Who pastes a page asks for its first words. */
const MOST_UNITS = 40;
const MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split(" ");
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv".split(" ");
const DIGITS = /^\d{1,3}$/;
/** Two digits for a number from 1 to `most`, else nothing. */
const within = (text, most) => (/^\d\d?$/.test(text) && +text > 0 && +text <= most ? text.padStart(2, "0") : "");
/** A month by its name or its first three letters or more. */
const month = (word) => (word.length > 2 ? within(String(MONTHS.findIndex((m) => m.startsWith(word)) + 1), 12) : "");

/** Terms of the date that the words at a place name, and how many words that takes; else nothing. */
const date = (keys, dots, at) => {
  const [a, b = "", c = ""] = keys.slice(at, at + 3);
  const year = (text) => /^(19|20)\d\d$/.test(text);
  if (/^\d{8}$/.test(a)) return year(a.slice(0, 4)) && within(a.slice(4, 6), 12) && within(a.slice(6), 31) ? [[a], 1] : null;
  if (month(a) && year(b)) return [[stem(MONTHS[month(a) - 1]), b], 2];
  const day = within(a, 31);
  const named = month(b);
  const m = named || within(b, 12);
  if (!day || !m) return null;
  if (year(c)) return [[c + m + day], 3];
  if (named) return [[`tag${m}${day}`], 2];
  // Two short numbers are a day only with dots: "9.12.", "9.12.26".
  if (!dots[at]) return null;
  return dots[at + 1] && c.length === 2 && within(c, 99) ? [[`20${c}${m}${day}`], 3] : [[`tag${m}${day}`], 2];
};

/** What a query asks for: units that must all be found, each with alternatives, each of these with all its terms. */
export const units = (text, stop) => {
  const plain = text.replace(SOFT, "");
  const found = [...plain.matchAll(WORD)];
  const dots = found.map((m) => plain[m.index + m[0].length] === ".");
  const all = found.map((m) => m[0].toLowerCase().split(HYPHEN));
  const joined = all.map((pieces) => pieces.join(""));
  const keys = joined.map(key);
  const out = [];
  const stopped = [];
  /** Place of the letter behind the number of a clause, which "Buchstabe" may stand before; 0 where there is none. */
  const lettered = (at) => {
    const place = /^(buchstabe|buchst|lit)$/.test(joined[at + 1]) ? at + 2 : at + 1;
    return DIGITS.test(joined[at]) && /^[a-z]$/.test(joined[place]) ? place : 0;
  };
  for (let at = 0; at < all.length; at += 1) {
    const word = joined[at];
    // "Nr. 8 b" is one thing.
    if (/^(nr|nummer|ziffer)$/.test(word) && /^\d{1,3}[a-z]?$/.test(joined[at + 1])) {
      at += 1;
      const letter = lettered(at);
      out.push([[`nr${joined[at]}${letter ? joined[letter] : ""}`]]);
      at = letter || at;
      continue;
    }
    if (/^paragra(f|ph)$/.test(keys[at]) && /^\d/.test(joined[at + 1])) continue;
    const day = date(keys, dots, at);
    if (day) {
      out.push([day[0]]);
      at += day[1] - 1;
      continue;
    }
    // "SGB 9" and "SGBIX" are "SGB IX".
    const number = /^sgb/.test(word) ? word.slice(3) || joined[at + 1] : "";
    const book = ROMAN[/^\d+$/.test(number) ? number - 1 : ROMAN.indexOf(number)];
    if (book) {
      out.push([["sgb"]], [[book]]);
      if (word === "sgb") at += 1;
      continue;
    }
    const letter = lettered(at);
    if (letter) {
      out.push([[word + joined[letter]]]);
      at = letter;
      continue;
    }
    // "z. B." is one word.
    let last = at;
    while (dots[last] && /^[a-z]$/.test(keys[last]) && /^[a-z]$/.test(keys[last + 1])) last += 1;
    if (last > at) {
      out.push([[keys.slice(at, last + 1).join("")]]);
      at = last;
      continue;
    }
    const whole = keys[at];
    if (whole.length < 2 && !/^\d/.test(whole)) continue;
    const unit = [[stem(whole)]];
    if (all[at].length > 1) unit.push(all[at].map(term));
    if (stop.has(whole)) stopped.push(stem(whole));
    else out.push(unit);
  }
  // Words that say nothing: one asks for nothing, several for a place that has them all.
  if (!out.length && stopped.length > 1) out.push([stopped]);
  return [...new Map(out.map((unit) => [JSON.stringify(unit), unit])).values()].slice(0, MOST_UNITS);
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
/** Least weight of a word in a heading: see `fields.rs`. */
const HEADING = 14;

/** Opens an index: `load` gives the content of a file by its name. */
export const open = async (load) => {
  const head = await load("index");
  const stop = new Set(head.stop);
  const stopped = new Set(head.stop.map(stem));
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

  /** The sections where something counts at least so much, and how many these are. */
  const only = ({ weights }, least) => {
    let size = 0;
    for (let s = 0; s < sections; s += 1) {
      if (weights[s] < least) weights[s] = 0;
      if (weights[s]) size += 1;
    }
    return { weights, size };
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
    return only({ weights: out }, 1);
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
      // Words that say nothing count in titles and headings alone.
      if (own.length > 1 && own.every((t) => stopped.has(t))) all = only(all, HEADING);
      // A letter that no clause has: the clause itself.
      if (!all.size && own.length === 1 && /^(nr)?\d+[a-z]$/.test(own[0])) {
        all = await either([{ terms: [own[0].slice(0, -1)], quarters: 4 }]);
        similar ||= all.size > 0;
      }
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
    const filters = await Promise.all(marks.map((mark) => places(mark, pages)));
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
      if (counts[p] === 0 || counts[p] < most || !filters.every((mark) => mark[p])) continue;
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
  const help = document.querySelector("[data-search-help]") || document.createElement("p");
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
  const name = document.title;

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

  const filtered = () => choices.some((c) => c.value);
  const ask = async (pressed = false) => {
    const own = (run += 1);
    const text = field.value.trim();
    document.title = text ? `${text.length > 60 ? `${text.slice(0, 60)}…` : text} – ${name}` : name;
    if (!text) {
      box.hidden = help.hidden = true;
      list.replaceChildren();
      status.textContent = pressed || filtered() ? "Schreiben Sie ein Wort in das Feld. Drücken Sie dann auf: Suchen." : "";
      return;
    }
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
      help.hidden = !box.hidden;
      for (const tip of help.querySelectorAll("[data-search-filtered]")) tip.hidden = !filtered();
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
  const go = (pressed) => {
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    return ask(pressed);
  };

  /** On a phone what is said may lie below the screen: brings the field to its top. Moves no focus. */
  const reveal = () => {
    const { top, bottom } = status.getBoundingClientRect();
    // In the upper half, because a keyboard may cover the lower one, and there must be room for what was found.
    if (top >= 0 && bottom <= innerHeight / 2) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (field.labels[0] || form).scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  };

  form.addEventListener("submit", async (event) => { event.preventDefault(); await go(true); reveal(); });
  for (const c of choices) c.addEventListener("change", () => go());
  more.addEventListener("click", async () => { const first = await show(run); if (first) first.querySelector("a").focus(); });
  addEventListener("popstate", read);
  read();
}

const form = typeof document === "undefined" ? null : document.querySelector("form[data-search]");
if (form) start(form);
