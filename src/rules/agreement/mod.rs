//! Rules about agreements, annexes and bodies.

mod annex_number;
mod clause;
mod one;
mod partner;
mod validity;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[annex_number::check, clause::check, one::check, partner::check, validity::check];

/// Rules of this group.
pub static RULES: &[&Rule] = &[&annex_number::RULE, &clause::RULE, &one::RULE, &partner::RULE, &validity::RULE];
