//! `marke:` in `site.yaml`: colours that can be read, a logo that is there.

mod contrast;
mod logo;

use super::Check;
use crate::diagnostic::Rule;

/// All checks of this group.
pub(super) const CHECKS: &[Check] = &[contrast::check, logo::check];

/// All rules of this group.
pub(super) static RULES: &[&Rule] = &[&contrast::RULE, &logo::RULE];
