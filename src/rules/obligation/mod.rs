//! Rules about promises and the reports on them.

mod body;
mod clause;
mod duplicate;
mod minutes;
mod partner;
mod report;
mod year;

use super::Check;
use crate::diagnostic::Rule;
use crate::kinds::Named;
use crate::site::{EntryIndex, RegionIndex, Site};

/// Checks of this group.
pub const CHECKS: &[Check] =
    &[body::check, clause::check, duplicate::check, minutes::check, partner::check, report::check, year::check];

/// Rules of this group.
pub static RULES: &[&Rule] =
    &[&body::RULE, &clause::RULE, &duplicate::RULE, &minutes::RULE, &partner::RULE, &report::RULE, &year::RULE];

/// The body that the promises of the examples are about.
const BODY: (&str, &str) =
    ("g.md", "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n");

/// Calls `each` with the agreement, the place in its list and what stands there, for all promises of a region: also for
/// those of which something cannot be read.
fn each(site: &Site, region: RegionIndex, mut each: impl FnMut(EntryIndex, usize, &Named)) {
    let Some((index, agreement)) = site.regions[region].agreement.and_then(|i| Some((i, site.agreement(i)?))) else {
        return;
    };
    for named in &agreement.promises_name {
        each(index, named.at, named);
    }
}
