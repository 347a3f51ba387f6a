//! The machinery of the rules: text in, findings out. Knows no rule by name.

pub mod adapter;
pub mod explain;
pub mod explained;
pub mod fix;
pub mod options;
pub mod report;
pub mod rule;
pub mod score;
pub mod suppress;
pub mod text;
pub mod wordlist;

pub use options::{Options, Profile, Register};
pub use report::Report;
pub use rule::{Finding, Fix, RuleDoc};
pub use text::{Sentence, Text};
