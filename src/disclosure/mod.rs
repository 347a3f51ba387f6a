//! Disclosure control: a raw table and a policy become a published table, or a refusal with its reason.
//!
//! Takes counts that nobody may see; gives counts that anybody may see, with the proof (the range each withheld cell can
//! still have). Never lets a raw count out: not in messages, not in reports, not in debug output.
//!
//! Order of work: [`primary`] says which cells are unsafe alone, [`secondary`] which further cells protect them,
//! [`audit`] proves it, [`verify`] proves the same for a table that is already in the repository. Knows nothing of the
//! rest of the program and can be lifted out as a folder.

mod attack;
mod audit;
mod beside;
mod contributor;
mod cover;
mod decimal;
mod detour;
mod dominance;
pub mod door;
mod echelon;
mod failure;
mod integer;
mod json;
mod model;
mod narrow;
mod nudge;
mod policy;
mod primary;
mod protect;
mod ranges;
mod relations;
mod report;
mod rounding;
mod secondary;
mod simplex;
mod system;
mod tighten;
pub mod verify;
mod witnesses;

pub use decimal::Decimal;
pub use failure::{Failure, Refusal};
pub use model::{CellId, Fact, Interval, Knowledge, Printed, PublishedCount, RawCount, RawTable, Relation};
pub use policy::{Contribution, Dominance, Insiders, Mode, Policy, ZeroReaders};
pub use protect::{Protected, protect};
pub use relations::{Dimension, Gap, Schema};
pub use report::{Reason, Report};
pub use verify::{Problem, admit, verify};
