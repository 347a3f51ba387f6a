//! The pages that the law asks for: Impressum, Datenschutz, Erklärung zur Barrierefreiheit. They are asked for as soon as
//! `site.yaml` has `rechtliches`, and that as soon as the site has a public address.

mod field;
mod page;
mod review;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub(super) const CHECKS: &[Check] = &[field::check, page::check, review::check];

/// Rules of this group.
pub(super) static RULES: &[&Rule] = &[&field::RULE, &page::RULE, &review::RULE];
