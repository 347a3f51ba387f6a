//! A finished file of the site, before anything is written.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A file of the site and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Source file to name when something about it is wrong; empty when it comes from several.
    pub origin: Arc<str>,
}

impl Artifact {
    /// A text file.
    pub fn text(text: String, origin: &Arc<str>) -> Self {
        Artifact { bytes: text.into_bytes().into(), origin: Arc::clone(origin) }
    }
}

/// All files of the site by their path below the output folder, with `/`.
pub type Artifacts = BTreeMap<String, Artifact>;
