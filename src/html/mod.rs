//! Takes a tree, gives accessible HTML: tables with caption and scope, footnotes with roles and ways back, callouts with
//! names, ids unique and stable; for texts in Leichte Sprache every sentence a line of its own. It resolves nothing itself: where a link leads is asked of [`Resolve`].

mod anew;
mod boxes;
mod easy;
mod escape;
mod finished;
mod footnotes;
mod image;
mod line;
mod options;
mod plain;
mod sentences;
mod spoken;
mod table;
mod terms;
mod write;

pub use easy::{Picture, easy_words, joined, lead_picture, write_easy};
pub use escape::{escape, escape_href_into, escape_into};
pub use finished::{Element, ElementId, Page, with_page};
pub use options::{Options, Resolve, Resolved};
pub use table::{caption_of, is_wide, longest_piece, without_prefix};
pub use terms::Terms;
pub use write::{write, write_with_terms};
