//! Rules about texts, whatever page they stand on.

mod alt;
mod anchor;
mod caption;
mod control;
mod empty_heading;
mod footnote;
mod headings;
mod weekday;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    alt::check,
    anchor::check,
    caption::check,
    control::check,
    empty_heading::check,
    footnote::check,
    headings::check,
    weekday::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] =
    &[&alt::RULE, &caption::RULE, &empty_heading::RULE, &footnote::RULE, &headings::RULE, &weekday::RULE];
