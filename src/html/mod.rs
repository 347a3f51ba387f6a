//! Takes a tree, gives accessible HTML: tables with caption and scope, footnotes with roles and ways back, callouts with
//! names, ids unique and stable. It resolves nothing itself: where a link leads is asked of [`Resolve`].

mod escape;
mod footnotes;
mod marks;
mod table;
mod write;

pub use escape::{escape, escape_href_into, escape_into};
pub use marks::{Marks, marks};
pub use table::{caption_of, without_prefix};
pub use write::{Options, Resolve, Resolved, write};
