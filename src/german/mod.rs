//! Takes German text, gives what others need to know about it: folded forms, stems, sentences, words, syllables, compound
//! parts, readability figures, dates in words, names in a row, soft hyphens, no-break spaces. Pure functions over text: it never reads a file, never asks
//! for today, and never parses Markdown (others fill [`doc::TextDoc`]).

pub mod abbreviations;
mod addresses;
mod class;
pub mod compounds;
mod dates;
pub mod doc;
mod dots;
mod fold;
mod hyphens;
mod kept;
pub mod lexicon;
mod listing;
pub mod nouns;
pub mod numbers;
pub mod readability;
pub mod sentences;
mod stem;
pub mod syllables;
mod terms;
mod token;
pub mod tokens;

pub use compounds::{compound_parts, split_for_reading};
pub use dates::{MONTHS, WEEKDAYS, date_in_words, month_name, parse_figures, weekday_date, weekday_name};
pub use fold::{collate_key, fold, initial};
pub use hyphens::soft_hyphens;
pub use kept::{date_kept_together, kept_together};
pub use listing::listing;
pub use numbers::{amount, thousands};
pub use stem::stem;
pub use terms::TermIndex;
