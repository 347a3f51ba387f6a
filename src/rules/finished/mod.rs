//! Rules about the finished pages: takes the files of the site, gives findings. Text and theme are both covered, since what
//! readers get is read. Each page is read once (`html::Page`), when it has just been made; a rule is a pure function of it. What
//! concerns several pages (titles, links across pages) is checked on the few facts that are kept of each. `docs/barrierefreiheit-pruefungen.md`
//! lists all checks.

mod across;
mod aria;
mod chart;
mod chart_numbers;
mod colours;
mod css;
mod date;
mod dead_link;
mod drawing;
mod duplicate_id;
mod easy_page;
mod easy_switch;
mod example;
mod file_link;
mod foreign;
mod form;
mod frame_title;
mod headings;
mod image_alt;
mod image_size;
mod inline_code;
mod landmarks;
mod lang;
mod legal;
mod link_text;
mod media;
mod report;
mod same_link;
mod style;
mod svg;
mod table;
mod told;
mod typed_list;
mod weight;
mod zoom;

pub(super) use colours::{colour_of, tokens_of};
pub use duplicate_id::RULE as DUPLICATE_ID;
pub use example::{check_example, is_page_example};
pub use legal::legal_page;
pub(super) use style::without_comments;

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::html::{Page, with_page};
use crate::model::{Artifact, Artifacts};
use crate::source::{Snapshot, percent_decode};
use across::Facts;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What a rule may know besides the page.
struct Context<'a> {
    /// Files of the site; its pages need not be among them.
    files: &'a Artifacts,
    /// Base path.
    base: &'a str,
    /// Name of the site.
    title: &'a str,
    /// The other files that rules looked at.
    asked: Mutex<Vec<Asked>>,
}

/// A file that a rule looked at: its path, and its bytes where it is there.
type Asked = (String, Option<Arc<[u8]>>);

impl<'a> Context<'a> {
    /// The site's own file behind an address on a page; `None` for addresses elsewhere, pages, and what is not there.
    fn file(&self, address: &str) -> Option<&'a Artifact> {
        let path = address.strip_prefix(self.base).filter(|_| address.starts_with('/'))?;
        let path = path.split(['?', '#']).next()?;
        let path = percent_decode(path);
        let file = self.files.get(&*path);
        let asked = (path.into_owned(), file.map(|f| Arc::clone(&f.bytes)));
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
        file
    }
}

/// A breach on one page.
#[derive(Clone)]
struct Fault {
    rule: &'static Rule,
    severity: Severity,
    /// Words of the source that are to blame, where they can be known.
    words: String,
    message: String,
    help: &'static str,
}

impl Fault {
    fn new(rule: &'static Rule, words: &str, message: String, help: &'static str) -> Fault {
        Fault { rule, severity: rule.severity, words: words.to_owned(), message, help }
    }

    fn warning(self) -> Fault {
        Fault { severity: Severity::Warning, ..self }
    }
}

/// A rule about one page.
type Check = fn(&Page<'_>, &Context<'_>, &mut Vec<Fault>);

/// All rules about one page. A new rule is a file here and a line in both lists.
const CHECKS: &[Check] = &[
    aria::check,
    chart::check,
    chart_numbers::check,
    date::check,
    duplicate_id::check,
    easy_page::check,
    file_link::check,
    foreign::check,
    form::check,
    headings::check,
    image_alt::check,
    image_size::check,
    inline_code::check,
    landmarks::check,
    lang::check,
    link_text::check,
    media::check,
    same_link::check,
    svg::check,
    table::check,
    typed_list::check,
    zoom::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &aria::RULE,
    &chart::RULE,
    &chart_numbers::RULE,
    &colours::RULE,
    &css::RULE,
    &date::RULE,
    &dead_link::RULE,
    &duplicate_id::RULE,
    &easy_page::RULE,
    &easy_switch::RULE,
    &file_link::RULE,
    &foreign::RULE,
    &form::RULE,
    &frame_title::RULE,
    &headings::RULE,
    &image_alt::RULE,
    &image_size::RULE,
    &inline_code::RULE,
    &landmarks::RULE,
    &lang::RULE,
    &legal::RULE,
    &link_text::RULE,
    &media::RULE,
    &same_link::RULE,
    &svg::RULE,
    &table::RULE,
    &typed_list::RULE,
    &weight::RULE,
    &zoom::RULE,
];

/// What was found on the pages of the run before: what `serve` does not look at twice. A single run keeps nothing.
#[derive(Default)]
pub struct Checked(Option<Known>);

#[derive(Default)]
struct Known {
    /// Base path and weights of stylesheets and scripts: what all pages depend on.
    around: (String, weight::Scales),
    /// What was found on a page of these bytes.
    pages: HashMap<String, (Arc<[u8]>, Looked)>,
}

impl Checked {
    /// One that remembers.
    pub fn kept() -> Checked {
        Checked(Some(Known::default()))
    }
}

/// What is found on one page, what others need to know of it, and which other files it was judged by.
#[derive(Clone)]
pub struct Looked {
    faults: Vec<Fault>,
    facts: Arc<Facts>,
    asked: Arc<[Asked]>,
}

/// A page that was looked at.
pub struct Seen {
    /// Path below the output folder.
    pub path: String,
    /// Source file to name; empty when the page comes from several.
    pub origin: Arc<str>,
    /// Lasting memory of the page, if it has any.
    pub bytes: Option<Arc<[u8]>>,
    /// What was found.
    pub looked: Looked,
}

/// Looks at finished pages: at each for itself, as soon as it is there, and in the end at what they say of each other.
pub struct Inspection<'a> {
    context: Context<'a>,
    scales: weight::Scales,
    checked: &'a mut Checked,
}

impl<'a> Inspection<'a> {
    /// Takes the files that pages name, which need not hold the pages, the base path and the name of the site.
    pub fn new(files: &'a Artifacts, base: &'a str, title: &'a str, checked: &'a mut Checked) -> Inspection<'a> {
        let scales = weight::Scales::new(files);
        if let Some(known) = checked.0.as_mut().filter(|known| known.around.0 != base || known.around.1 != scales) {
            *known = Known { around: (base.to_owned(), scales.clone()), pages: HashMap::new() };
        }
        Inspection { context: Context { files, base, title, asked: Mutex::default() }, scales, checked }
    }

    /// Looks at one page. Where it is `kept` from an earlier run, nothing is looked at twice.
    pub fn look(&self, path: &str, page: &[u8], kept: Option<&Arc<[u8]>>) -> Looked {
        kept.and_then(|page| self.known(path, page)).unwrap_or_else(|| self.look_at(path, page))
    }

    /// What was found on that very page, as long as the files that it was judged by are the same.
    fn known(&self, path: &str, page: &Arc<[u8]>) -> Option<Looked> {
        let (bytes, looked) = self.checked.0.as_ref()?.pages.get(path)?;
        let same = |(path, bytes): &Asked| self.context.files.get(path).map(|file| &*file.bytes) == bytes.as_deref();
        (Arc::ptr_eq(bytes, page) && looked.asked.iter().all(same)).then(|| looked.clone())
    }

    fn look_at(&self, path: &str, bytes: &[u8]) -> Looked {
        with_page(bytes, |page| {
            let context = Context { asked: Mutex::default(), ..self.context };
            let mut faults = Vec::new();
            for check in CHECKS {
                check(page, &context, &mut faults);
            }
            weight::check(page, bytes, &context, &self.scales, &mut faults);
            let asked = context.asked.into_inner().unwrap_or_else(PoisonError::into_inner);
            Looked { faults, facts: Arc::new(Facts::of(path, page)), asked: asked.into() }
        })
    }

    /// Looks at the pages among the files, such as those that only lead on.
    pub fn files(&self) -> Vec<Seen> {
        let pages = self.context.files.par_iter().filter(|(path, _)| path.ends_with(".html"));
        let look = |(path, page): (&String, &Artifact)| Seen {
            path: path.clone(),
            origin: Arc::clone(&page.origin),
            bytes: None,
            looked: self.look(path, &page.bytes, None),
        };
        pages.map(look).collect()
    }

    /// All findings, of the pages in the order of their paths.
    pub fn judge(self, mut pages: Vec<Seen>, snapshot: &Snapshot) -> Vec<Diagnostic> {
        let Inspection { context, scales, checked } = self;
        pages.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        if let Some(known) = &mut checked.0 {
            let kept = |page: &Seen| Some((page.path.clone(), (page.bytes.clone()?, page.looked.clone())));
            known.pages = pages.iter().filter_map(kept).collect();
        }
        let mut faults: Vec<Vec<Fault>> = pages.iter_mut().map(|p| std::mem::take(&mut p.looked.faults)).collect();
        let facts: Vec<&Facts> = pages.iter().map(|p| &*p.looked.facts).collect();
        let known = dead_link::Known::new(context.files, &facts);
        let more: Vec<Vec<Fault>> = facts.par_iter().map(|own| dead_link::check(own, &known, context.base)).collect();
        for (list, more) in faults.iter_mut().zip(more) {
            list.extend(more);
        }
        for check in [easy_switch::check, frame_title::check, legal::check] {
            check(&facts, &context, &mut faults);
        }
        let mut found = report::placed(&pages, faults, snapshot);
        found.extend(weight::check_files(&context, &scales));
        found.extend(css::check(&context, snapshot));
        found.extend(colours::check(&context));
        found
    }
}

/// Checks all finished files, the pages among them.
pub fn check(artifacts: &Artifacts, base: &str, title: &str, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut checked = Checked::default();
    let inspection = Inspection::new(artifacts, base, title, &mut checked);
    let pages = inspection.files();
    inspection.judge(pages, snapshot)
}
