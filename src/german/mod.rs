//! Takes text, gives what German needs to know about it: folded forms, dates in words, soft hyphens. Pure functions
//! over text with table tests; it never reads a file and never asks for today.

mod dates;
mod fold;
mod hyphens;

pub use dates::{date_in_words, month_name, weekday_date, weekday_name};
pub use fold::{collate_key, fold};
pub use hyphens::soft_hyphens;
