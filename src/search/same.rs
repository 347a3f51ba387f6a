//! Which words mean the same: forms of the glossary, long and short names of bodies and partners.

use super::query::units;
use crate::site::Site;

/// Longest form that is looked for, in words.
const LONGEST: usize = 6;

/// Groups of forms, each form as its terms joined by spaces. A group has at least two.
pub fn same_words(site: &Site) -> Vec<Vec<String>> {
    let words = site.terms.iter().map(|t| {
        let also = site.term(*t).map(|t| t.also.clone()).unwrap_or_default();
        names(&site.entries[*t].common.title, site.entries[*t].common.short.as_deref(), also)
    });
    let bodies = site.regions.iter().flat_map(|r| &r.bodies);
    let bodies =
        bodies.map(|b| names(&site.entries[*b].common.title, site.entries[*b].common.short.as_deref(), vec![]));
    let partners = site.settings.partners.iter().map(|p| names(&p.name, Some(&p.short), Vec::new()));
    let mut out: Vec<Vec<String>> = words.chain(bodies).chain(partners).filter(|g| g.len() > 1).collect();
    out.sort();
    out.dedup();
    out
}

fn names(title: &str, short: Option<&str>, also: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in std::iter::once(title).chain(short).chain(also.iter().map(String::as_str)) {
        let terms: Vec<String> =
            units(name, &|_| false).into_iter().filter_map(|u| Some(u.first()?.join(" "))).collect();
        let form = terms.join(" ");
        if !form.is_empty() && terms.len() <= LONGEST && !out.contains(&form) {
            out.push(form);
        }
    }
    out
}
