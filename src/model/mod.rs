//! Value types with invariants: what agreements, bodies and meetings are made of. They know the domain and nothing of
//! files, pages or today.

mod artifact;
mod colour;
mod digest;
mod download;
mod frequency;
mod media_type;
mod obligation;
mod people;
mod validity;
mod video;

pub use artifact::{Artifact, Artifacts};
pub use colour::{Colour, ratio_in_words};
pub use digest::digest;
pub use download::{file_kind, file_size, file_suffix, says_size};
pub use frequency::Frequency;
pub use media_type::media_type;
pub use obligation::{Obligation, Promise, Reading, YearDay};
pub use people::{Partner, Signature, Unit};
pub use validity::Validity;
pub use video::VideoFacts;
