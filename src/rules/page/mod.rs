//! Rules about the site as a whole and about plain pages.

mod door;
mod duplicate_id;
mod gap;
mod home;
mod leftover;
mod menu;
mod menu_size;
mod template_text;

pub use leftover::{is_leftover, is_lock};

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    door::check,
    duplicate_id::check,
    gap::check,
    home::check,
    leftover::check,
    menu::check,
    menu_size::check,
    template_text::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &door::RULE,
    &duplicate_id::RULE,
    &gap::RULE,
    &home::RULE,
    &leftover::RULE,
    &menu::RULE,
    &menu_size::RULE,
    &template_text::RULE,
];
