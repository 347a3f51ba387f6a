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

/// All checks of the site. A new rule is a file here and a line in its group's two lists.
fn checks() -> Vec<Check> {
    [
        agreement::CHECKS,
        brand::CHECKS,
        &[easy::check],
        legal::CHECKS,
        link::CHECKS,
        meeting::CHECKS,
        obligation::CHECKS,
        page::CHECKS,
        report::CHECKS,
        privacy::CHECKS,
        text::CHECKS,
        twin::CHECKS,
        url::CHECKS,
        video::CHECKS,
    ]
    .concat()
}

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
    let run = |check: &Check| {
        let mut out = Vec::new();
        check(site, &mut out);
        out
    };
    let others = || checks().par_iter().map(run).flatten().collect::<Vec<_>>();
    let (mut found, of_persons) = rayon::join(others, || privacy::check(site, guarded));
    found.extend(of_persons);
    found
}
