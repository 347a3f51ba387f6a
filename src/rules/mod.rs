//! Takes the assembled site (or the finished files), gives findings. One file here for each rule, with the wrong and the
//! right example that are its test and its `klartext explain` page. A rule changes nothing.

mod agreement;
mod brand;
pub mod easy;
mod finished;
mod legal;
mod link;
mod meeting;
mod obligation;
mod page;
pub mod privacy;
mod report;
mod source;
mod text;
mod theme;
mod twin;
mod url;
mod video;

pub use finished::{
    Checked, Inspection, Looked, Seen, check as check_artifacts, check_example, is_page_example, legal_page,
};
pub use source::check as check_source;
pub use theme::{TEMPLATE, UNKNOWN_THEME};
pub use url::with_made;

use crate::diagnostic::{Diagnostic, Rule};
use crate::site::Site;
use rayon::prelude::*;

/// A check of the whole site; most find breaches of a single rule.
pub type Check = fn(&Site, &mut Vec<Diagnostic>);

/// All checks of the site by group. A new rule is a file here and a line in its group's two lists.
const CHECKS: &[(&str, &[Check])] = &[
    ("agreement", agreement::CHECKS),
    ("brand", brand::CHECKS),
    ("easy", &[easy::check]),
    ("legal", legal::CHECKS),
    ("link", link::CHECKS),
    ("meeting", meeting::CHECKS),
    ("obligation", obligation::CHECKS),
    ("page", page::CHECKS),
    ("report", report::CHECKS),
    ("privacy", privacy::CHECKS),
    ("text", text::CHECKS),
    ("twin", twin::CHECKS),
    ("url", url::CHECKS),
    ("video", video::CHECKS),
];

/// All rules of the whole program, by code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules = [
        crate::front::RULES,
        crate::kinds::RULES,
        crate::markdown::RULES,
        agreement::RULES,
        brand::RULES,
        finished::RULES,
        &easy::rules(),
        legal::RULES,
        link::RULES,
        meeting::RULES,
        obligation::RULES,
        page::RULES,
        report::RULES,
        privacy::RULES,
        source::RULES,
        text::RULES,
        theme::RULES,
        twin::RULES,
        url::RULES,
        video::RULES,
    ]
    .concat();
    rules.sort_by_key(|r| r.code);
    rules
}

/// Runs all checks.
pub fn check(site: &Site, guarded: &mut privacy::Guarded) -> Vec<Diagnostic> {
    let (mut found, of_persons) = rayon::join(|| check_groups(site, |_| true), || privacy::check(site, guarded));
    found.extend(of_persons);
    found
}

/// Runs the checks of some groups; what the search for data of persons finds is in none.
pub fn check_groups(site: &Site, wanted: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let checks: Vec<Check> =
        CHECKS.iter().filter(|(name, _)| wanted(name)).flat_map(|(_, checks)| *checks).copied().collect();
    let run = |check: &Check| {
        let mut out = Vec::new();
        check(site, &mut out);
        out
    };
    checks.par_iter().map(run).flatten().collect()
}
