//! Which images of the texts want smaller copies, and where the copies stand.

use super::{Site, Target};
use crate::markdown::Kind;
use crate::pictures::Smaller;
use crate::source::SourceFile;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Site {
    /// The files that texts show as images, each once, in order of their paths.
    pub fn shown_images(&self) -> Vec<Arc<SourceFile>> {
        let mut out: BTreeMap<&str, &Arc<SourceFile>> = BTreeMap::new();
        for (entry, links) in self.entries.iter().zip(&self.links) {
            for link in links {
                if let (Ok(Target::Asset(path)), Kind::Image { .. }) =
                    (&link.target, &entry.document.node(link.node).kind)
                {
                    out.extend(self.assets.get(path.as_str()).map(|file| (path.as_str(), file)));
                }
            }
        }
        out.into_values().cloned().collect()
    }

    /// Where a copy of the image at `path` stands: named by its bytes, so that browsers may keep it for ever.
    pub fn copy_path(path: &str, copy: &Smaller) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let stem = crate::markdown::slug(stem);
        let hash = blake3::hash(&copy.bytes).to_hex();
        format!("assets/bilder/{stem}-{}.{}.{}", copy.width, &hash[..8], ending.to_lowercase())
    }
}
