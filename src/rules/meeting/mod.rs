//! Rules about meetings.

mod body;
mod cancelled;
mod times;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[body::check, cancelled::check, times::check];

/// Rules of this group.
pub static RULES: &[&Rule] = &[&body::RULE, &cancelled::RULE, &times::RULE];
