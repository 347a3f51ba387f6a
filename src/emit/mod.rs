//! Takes artifacts, writes files. The only room that writes the site. Each file is whole at every moment; nothing is
//! deleted that the manifest of an earlier build does not list; what has not changed is not touched.

mod error;
mod foreign;
mod guard;
mod limit;
mod lock;
mod manifest;
mod stage;
mod stamp;
mod way;
mod write;

pub use error::EmitError;
pub use foreign::no_foreign_table;
pub use guard::guard;
pub use manifest::is_ours;
pub use stage::Staging;
pub use stamp::{Stamp, current};
pub use write::EmitReport;
