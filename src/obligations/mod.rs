//! Takes promises, records and a day, gives verdicts and due dates. A pure function: no files, no clock, no order of
//! input. It is fair before it is clever: a missing record is never "did not meet".
//!
//! Rules of judging (printed on the page "Versprochen und gehalten" too):
//! - Only meetings that took place up to the day count as held; what lies ahead counts as planned. A day that is over
//!   and of which nobody says whether there was a meeting counts as neither, and stands against "nicht erfüllt".
//! - "nicht erfüllt" needs a year that is over and that the editors have declared complete. The declaration speaks of
//!   meetings, minutes and reports; a day of invitation that is not published is never "not kept".
//! - "erfüllt" waits for what may still come: for minutes in their time, and that nobody met after the end of a body needs
//!   a declared year too.
//! - Nothing from before the agreement is in force is judged.
//! - Meetings before a body is agreed or after its end count for nothing.
//! - The year in which the agreement or a body begins in the middle, and the year in which a body ends, are counted
//!   but not judged: the agreement knows no share of a year.

mod chair;
mod due;
mod events;
mod judge;
mod meetings;
mod records;
mod verdict;
mod words;
mod yearly;

pub use chair::{ReadingState, reading_states};
pub use due::{Due, DueKind, due, earliest_end, last_notice};
pub use judge::{judge, years};
pub use records::{BodyFacts, MeetingRecord, Records, ReportRecord, Term, of_region};
pub use verdict::{Verdict, Word};
