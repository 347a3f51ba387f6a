//! Takes a tree, gives accessible HTML: tables with caption and scope, footnotes with roles and ways back, callouts with
//! names, ids unique and stable; for texts in Leichte Sprache every sentence a line of its own. It resolves nothing itself: where a link leads is asked of [`Resolve`].

mod boxes;
mod easy;
mod escape;
mod finished;
mod footnotes;
mod image;
mod line;
mod plain;
mod sentences;
mod table;
mod terms;
mod write;

pub use easy::{Picture, easy_words, joined, lead_picture, write_easy};
pub use escape::{escape, escape_href_into, escape_into};
pub use finished::{Element, ElementId, Page, with_page};
pub use table::{caption_of, is_wide, longest_piece, without_prefix};
pub use terms::Terms;
pub use write::{Options, Resolve, Resolved, write, write_with_terms};
