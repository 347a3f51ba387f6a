//! The search of the page's script, written a second time in Rust, over the files of a built site: what a reader finds is
//! tested without a browser. `tests/search/run.mjs` runs the same queries through the script itself.

use klartext::model::Artifacts;
use klartext::search::{key, stem, units};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// Least weight of a word in a heading.
const HEADING: u32 = 14;

/// A place and how much a unit counts there.
type Places = BTreeMap<usize, u32>;

/// An index as the script sees it.
pub struct Index<'a> {
    files: &'a Artifacts,
    head: Value,
    starts: Vec<usize>,
    stop: HashSet<String>,
    /// The same as terms.
    stopped: HashSet<String>,
    same: Vec<Vec<Vec<String>>>,
}

/// A page that was found.
pub struct Hit {
    pub page: usize,
    /// Its sections, best first.
    pub sections: Vec<usize>,
}

/// What a query finds.
pub struct Found {
    pub hits: Vec<Hit>,
    pub missing: usize,
    pub similar: bool,
    pub partly: bool,
}

pub fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

pub fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

impl<'a> Index<'a> {
    pub fn open(files: &'a Artifacts) -> Index<'a> {
        let head = file(files, "index");
        let mut starts = vec![0];
        for count in head["abschnitte"].as_array().unwrap() {
            starts.push(starts.last().unwrap() + number(count));
        }
        let form = |v: &String| v.split(' ').map(str::to_owned).collect();
        let same = head["gleich"].as_array().unwrap().iter().map(|g| texts(g).iter().map(form).collect()).collect();
        let stop: HashSet<String> = texts(&head["stop"]).into_iter().collect();
        Index { stopped: stop.iter().map(|key| stem(key)).collect(), stop, files, starts, same, head }
    }

    /// What is told about a page: see `outputs/search.rs`.
    pub fn page(&self, page: usize) -> Value {
        let size = number(&self.head["seiten"]);
        file(self.files, &format!("seiten-{}", page / size))[page % size].clone()
    }

    /// Address of a section.
    pub fn address(&self, page: usize, section: usize) -> String {
        let page = self.page(page);
        let anchor = if section == 0 { "" } else { page[8][section - 1][0].as_str().unwrap() };
        let url = page[0].as_str().unwrap();
        if anchor.is_empty() { url.to_owned() } else { format!("{url}#{anchor}") }
    }

    pub fn pages(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn sections(&self, page: usize) -> usize {
        self.starts[page + 1] - self.starts[page]
    }

    fn places(&self, term: &str) -> Places {
        let mut out = Places::new();
        let firsts = texts(&self.head["treffer"]);
        let Some(file_number) = firsts.iter().rposition(|first| first.as_str() <= term) else { return out };
        let terms = file(self.files, &format!("treffer-{file_number}"));
        for list in terms.get(term).and_then(Value::as_array).into_iter().flatten() {
            let numbers: Vec<usize> = list.as_array().unwrap().iter().map(number).collect();
            let mut at = 0;
            for step in &numbers[1..] {
                at += step;
                out.insert(at, numbers[0] as u32);
            }
        }
        out
    }

    fn either(&self, alternatives: &[(Vec<String>, u32)]) -> Places {
        let mut out = Places::new();
        for (terms, quarters) in alternatives {
            let all: Vec<Places> = terms.iter().map(|t| self.places(t)).collect();
            for place in all[0].keys() {
                let weight = all.iter().map(|p| p.get(place).copied().unwrap_or(0)).min().unwrap();
                let weight = weight * quarters / 4;
                if weight > out.get(place).copied().unwrap_or(0) {
                    out.insert(*place, weight);
                }
            }
        }
        out
    }

    /// Terms listed by their first letter (`woerter`) or by their second (`zweite`).
    fn listed(&self, list: &str, letter: Option<char>) -> Vec<String> {
        let drawer = letter.filter(char::is_ascii_alphabetic).unwrap_or('0').to_string();
        if !texts(&self.head[list]).contains(&drawer) {
            return Vec::new();
        }
        texts(&file(self.files, &format!("{list}-{drawer}")))
    }

    fn similar(&self, word: &str) -> Vec<String> {
        let mut letters = word.chars();
        let (first, second) = (letters.next(), letters.next());
        let length = word.chars().count();
        if length < 4 {
            return Vec::new();
        }
        let all = self.listed("woerter", first);
        let mut found: Vec<String> = all.iter().filter(|t| t.starts_with(word)).cloned().collect();
        found.sort_by_key(String::len);
        if found.is_empty() && length > 5 {
            found = all.into_iter().filter(|t| nearly(t, word)).collect();
        }
        if found.is_empty() && length > 5 {
            let others = [("zweite", second), ("zweite", first), ("woerter", second)];
            found = others.iter().flat_map(|(list, letter)| self.listed(list, *letter)).collect();
            found.retain(|t| nearly(t, word));
            found.sort();
            found.dedup();
        }
        found.truncate(12);
        found
    }

    /// Two terms that a compound nobody wrote is made of, the longest first one.
    fn apart(&self, word: &str) -> Option<[String; 2]> {
        let letters: Vec<char> = word.chars().collect();
        let firsts = self.listed("woerter", letters.first().copied());
        let cuts = (4..=letters.len().saturating_sub(4)).rev().filter(|_| letters.len() >= 8);
        cuts.map(|at| [stem(&String::from_iter(&letters[..at])), String::from_iter(&letters[at..])])
            .find(|[a, b]| firsts.contains(a) && self.listed("woerter", b.chars().next()).contains(b))
    }

    pub fn search(&self, text: &str, marks: &[&str], easy: bool) -> Found {
        let asked = units(text, &|key| self.stop.contains(key));
        let (mut missing, mut similar) = (0, false);
        let mut found: Vec<Places> = Vec::new();
        let mut at = 0;
        while at < asked.len() {
            let fits = |form: &[String]| {
                at + form.len() <= asked.len() && form.iter().zip(&asked[at..]).all(|(t, unit)| unit[0] == [t.clone()])
            };
            let length = self.same.iter().flatten().filter(|f| fits(f)).map(Vec::len).max().unwrap_or(1);
            let own = match length {
                1 => asked[at].clone(),
                _ => vec![asked[at..at + length].iter().map(|unit| unit[0][0].clone()).collect()],
            };
            let mut alternatives: Vec<(Vec<String>, u32)> = own.iter().map(|terms| (terms.clone(), 4)).collect();
            for names in self.same.iter().filter(|names| names.iter().any(|f| f.len() == length && fits(f))) {
                let others = names.iter().filter(|f| !(f.len() == length && fits(f)));
                alternatives.extend(others.map(|f| (f.clone(), 3)));
            }
            let mut places = self.either(&alternatives);
            if own[0].len() > 1 && own[0].iter().all(|t| self.stopped.contains(t)) {
                places.retain(|_, weight| *weight >= HEADING);
            }
            if let ([clause], true) = (own[0].as_slice(), places.is_empty())
                && let Some(whole) = whole_clause(clause)
            {
                places = self.either(&[(vec![whole.to_owned()], 4)]);
                similar |= !places.is_empty();
            }
            if places.is_empty() && own[0].len() == 1 {
                let near: Vec<_> = self.similar(&own[0][0]).into_iter().map(|t| (vec![t], 2)).collect();
                places = self.either(&near);
                similar |= !places.is_empty();
            }
            let parts = match own[0].as_slice() {
                [word] if places.is_empty() => self.apart(word),
                _ => None,
            };
            if !places.is_empty() {
                found.push(places);
            } else if let Some(parts) = parts {
                similar = true;
                found.extend(parts.map(|part| self.either(&[(vec![part], 2)])));
            } else {
                missing += 1;
            }
            at += length;
        }
        let (hits, most) = self.rank(&found, marks, easy);
        Found { hits, missing, similar, partly: most < found.len() }
    }

    fn rank(&self, found: &[Places], marks: &[&str], easy: bool) -> (Vec<Hit>, usize) {
        let only: Vec<Places> = marks.iter().map(|mark| self.places(mark)).collect();
        let sections = *self.starts.last().unwrap();
        let rare = |all: &Places| 4 + 32 - ((sections / all.len()) as u32).leading_zeros();
        let count = |own: &dyn Fn(&Places) -> bool| found.iter().filter(|all| own(all)).count();
        let mut out = Vec::new();
        for page in 0..self.pages() {
            let range = self.starts[page]..self.starts[page + 1];
            if !only.iter().all(|mark| mark.contains_key(&page)) {
                continue;
            }
            let of_page = |all: &Places| all.range(range.clone()).map(|(_, w)| w * rare(all)).max();
            let held = count(&|all| of_page(all).is_some());
            if held == 0 {
                continue;
            }
            let sum = |s: usize| found.iter().filter_map(|all| Some(all.get(&s)? * rare(all))).sum::<u32>();
            let mut own: Vec<usize> = range.clone().filter(|s| sum(*s) > 0).collect();
            own.sort_by_key(|s| (std::cmp::Reverse((count(&|all| all.contains_key(s)), sum(*s))), *s));
            let score = found.iter().filter_map(of_page).sum::<u32>() + sum(own[0]);
            let sections = own.iter().map(|s| s - range.start).collect();
            out.push((held, score, Hit { page, sections }));
        }
        let most = out.iter().map(|(held, ..)| *held).max().unwrap_or(0);
        out.retain(|(held, ..)| *held == most);
        let bounds = [number(&self.head["leicht"][0]), number(&self.head["leicht"][1])];
        let group = |page: usize| bounds.iter().filter(|first| page >= **first).count();
        let place = |page: usize| if easy { (group(page) + 2) % 3 } else { group(page) };
        out.sort_by_key(|(_, score, hit)| (place(hit.page), std::cmp::Reverse(*score), hit.page));
        (out.into_iter().map(|(.., hit)| hit).collect(), most)
    }
}

fn file(files: &Artifacts, name: &str) -> Value {
    serde_json::from_slice(&files[&format!("suche/daten/{name}.json")].bytes).unwrap()
}

/// `nr8` for `nr8x`, `8` for `8x`.
fn whole_clause(term: &str) -> Option<&str> {
    let whole = term.strip_suffix(|c: char| c.is_ascii_lowercase())?;
    let digits = whole.strip_prefix("nr").unwrap_or(whole);
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(whole)
}

/// Whether one letter too many, too few, another, or two that changed places make the difference.
pub fn nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (a, b) = if a.len() > b.len() { (b, a) } else { (a, b) };
    let Some(i) = (0..b.len()).find(|i| a.get(*i) != b.get(*i)) else { return false };
    let rest = |text: &[char], from: usize| text.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    if a.len() < b.len() {
        return b.len() - a.len() == 1 && a[i..] == b[i + 1..];
    }
    let swapped = i + 1 < a.len() && a[i] == b[i + 1] && a[i + 1] == b[i];
    rest(&a, i + 1) == rest(&b, i + 1) || swapped && rest(&a, i + 2) == rest(&b, i + 2)
}

/// Key and term of a word, for the vectors.
pub fn forms(word: &str) -> (String, String) {
    (key(word), stem(&key(word)))
}
