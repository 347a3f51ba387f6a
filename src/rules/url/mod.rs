//! Rules about addresses: none is lost, none is taken twice.

mod collision;
mod former;
mod ledger_line;
mod lost;
mod unrecorded;

use super::Check;
use crate::diagnostic::Rule;

pub use collision::with_made;

/// Checks of this group.
pub const CHECKS: &[Check] = &[collision::check, former::check, ledger_line::check, lost::check, unrecorded::check];

/// Rules of this group.
pub static RULES: &[&Rule] = &[&collision::RULE, &former::RULE, &ledger_line::RULE, &lost::RULE, &unrecorded::RULE];
