//! Rules about meetings.

mod after_end;
mod body;
mod cancelled;
mod early;
mod moved;
mod no_minutes;
mod no_such_time;
mod order_of_days;
mod overlap;
mod stale;
mod times;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    after_end::check,
    body::check,
    cancelled::check,
    early::check,
    moved::check,
    no_minutes::check,
    no_such_time::check,
    order_of_days::check,
    overlap::check,
    stale::check,
    times::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &after_end::RULE,
    &body::RULE,
    &cancelled::RULE,
    &early::RULE,
    &moved::RULE,
    &no_minutes::RULE,
    &no_such_time::RULE,
    &order_of_days::RULE,
    &overlap::RULE,
    &stale::RULE,
    &times::RULE,
];

/// The agreement of most examples.
const AGREEMENT: (&str, &str) = (
    "v.md",
    "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
);

/// The same agreement, marked as invented.
const SAMPLE_AGREEMENT: (&str, &str) = (
    "v.md",
    "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\n---\n## 1. Eins\n\nText.\n",
);

/// The body of most examples.
const BODY: (&str, &str) =
    ("g.md", "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n");
