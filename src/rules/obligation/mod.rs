//! Rules about promises and the reports on them.

mod body;
mod clause;
mod duplicate;
mod partner;
mod report;
mod year;

use super::Check;
use crate::diagnostic::Rule;
use crate::model::Obligation;
use crate::site::{EntryIndex, RegionIndex, Site};

/// Checks of this group.
pub const CHECKS: &[Check] =
    &[body::check, clause::check, duplicate::check, partner::check, report::check, year::check];

/// Rules of this group.
pub static RULES: &[&Rule] =
    &[&body::RULE, &clause::RULE, &duplicate::RULE, &partner::RULE, &report::RULE, &year::RULE];

/// The body that the promises of the examples are about.
const BODY: (&str, &str) =
    ("g.md", "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n");

/// Calls `each` with the agreement, the place in its list and the promise, for all promises of a region.
fn each(site: &Site, region: RegionIndex, mut each: impl FnMut(EntryIndex, usize, &Obligation)) {
    let Some((index, agreement)) = site.regions[region].agreement.and_then(|i| Some((i, site.agreement(i)?))) else {
        return;
    };
    for (item, obligation) in agreement.obligation_items.iter().zip(&agreement.obligations) {
        each(index, *item, obligation);
    }
}
