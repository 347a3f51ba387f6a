//! Takes the front matter of a file, gives checked values. One list of [`Field`]s a kind is its reader, its JSON Schema
//! and its `klartext new` template at once. Every finding names the very field. It knows no kind and no site.

mod check;
mod locate;
mod read;
mod rules;
mod schema;
mod slips;
mod split;
mod template;
mod values;

pub use check::{Checked, check, is_id, nearest};
pub use locate::{locate, locator};
pub use read::read;
pub use rules::*;
pub use schema::json_schema;
pub use slips::CONTROL_HELP;
pub use split::{Split, second_head, split};
pub use template::template;
pub use values::{Listed, Values, listed, parse_date, parse_time, record, text_of};

/// A YAML value as we accept it. Mappings keep their order and doubled keys, so that both can be judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nothing after the colon.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a point.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values.
    Map(Vec<(String, Node)>),
}

/// A test for texts with a form of their own; gives the remedy when the text does not fit.
pub type TextTest = fn(&str) -> Result<(), String>;

/// What a field may hold.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// Any text, not empty.
    Text,
    /// A short name of a-z, 0-9 and `-`.
    Id,
    /// `2026-03-12`.
    Date,
    /// `"10:00"`.
    Time,
    /// `true` or `false`.
    Bool,
    /// A whole number in this range, both ends included.
    Int(i64, i64),
    /// One of these words, each with its meaning.
    Choice(&'static [(&'static str, &'static str)]),
    /// Text that passes a test; the name of the form, and a regular expression for editors.
    Form(&'static str, TextTest, &'static str),
    /// A list of these.
    List(&'static Type),
    /// One of these, or a list of them that is not empty and names nothing twice.
    OneOrMore(&'static Type),
    /// A record with these fields.
    Record(&'static [Field]),
    /// Keys that the editor may choose, each with one of these; the words say what the keys are.
    Map(&'static str, &'static Type),
    /// A plain text, or a record with these fields.
    TextOr(&'static [Field]),
}

/// One field of front matter: the only definition of it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key, German ASCII.
    pub key: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for, one German sentence.
    pub help: &'static str,
    /// An example as YAML, for templates and findings.
    pub example: &'static str,
}

impl Field {
    /// A field that must be there.
    pub const fn required(key: &'static str, ty: Type, help: &'static str, example: &'static str) -> Self {
        Field { key, ty, required: true, help, example }
    }

    /// A field that may be left out.
    pub const fn optional(key: &'static str, ty: Type, help: &'static str, example: &'static str) -> Self {
        Field { key, ty, required: false, help, example }
    }
}
