//! Rules about agreements, annexes and bodies.

mod annex_number;
mod chair;
mod clause;
mod no_region;
mod one;
mod partner;
mod person;
mod seal;
mod signatures;
mod validity;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    annex_number::check,
    chair::check,
    clause::check,
    no_region::check,
    one::check,
    partner::check,
    person::check,
    seal::check,
    signatures::check,
    validity::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &annex_number::RULE,
    &chair::RULE,
    &clause::RULE,
    &no_region::RULE,
    &one::RULE,
    &partner::RULE,
    &person::RULE,
    &seal::RULE,
    &signatures::RULE,
    &validity::RULE,
];

/// The agreement of most examples.
const AGREEMENT: (&str, &str) = (
    "v.md",
    "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
);
