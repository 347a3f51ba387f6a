//! Videos in sign language: finds the files that belong to each and reads what the film says about itself.

use super::links::{named, split};
use super::{EntryIndex, PageKind, Site};
use crate::model::VideoFacts;
use crate::source::SourceFile;
use std::sync::Arc;

/// A video with all that goes with it.
#[derive(Debug)]
pub struct SignVideo<'a> {
    /// The page it stands on, as an entry.
    pub entry: EntryIndex,
    /// The film.
    pub file: &'a Arc<SourceFile>,
    /// Its picture and length.
    pub facts: VideoFacts,
    /// A picture of it.
    pub poster: &'a Arc<SourceFile>,
    /// Captions.
    pub captions: &'a Arc<SourceFile>,
    /// Page with its text, and the place there.
    pub transcript: (usize, Option<String>),
}

impl Site {
    /// The copied file that an entry names by a relative path.
    pub fn asset_of(&self, entry: EntryIndex, path: &str) -> Option<&Arc<SourceFile>> {
        self.assets.get(named(self, &self.entries[entry].file, path)?.as_str())
    }

    /// Where an entry's `#place` or `page.md#place` is.
    pub fn place_of(&self, entry: EntryIndex, target: &str) -> Option<(usize, Option<String>)> {
        let (path, fragment) = split(target);
        let page = *self.page_of_file.get(named(self, &self.entries[entry].file, path)?.as_str())?;
        match fragment.unwrap_or("") {
            "" => Some((page, None)).filter(|_| !path.is_empty()),
            fragment => self.has_anchor(page, fragment).then(|| (page, Some(fragment.to_owned()))),
        }
    }

    /// The video of an entry, if all that must go with it is there. Rules say what is missing.
    pub fn sign_video(&self, entry: EntryIndex) -> Option<SignVideo<'_>> {
        let video = self.entries[entry].common.video.as_ref()?;
        let file = self.asset_of(entry, &video.file)?;
        Some(SignVideo {
            entry,
            file,
            facts: VideoFacts::read(&file.bytes)?,
            poster: self.asset_of(entry, &video.poster)?,
            captions: self.asset_of(entry, &video.captions)?,
            transcript: self.place_of(entry, &video.transcript)?,
        })
    }

    /// All videos, in order of their pages' files.
    pub fn sign_videos(&self) -> Vec<SignVideo<'_>> {
        (0..self.entries.len()).filter_map(|entry| self.sign_video(entry)).collect()
    }

    /// The page that lists the videos, where there is at least one.
    pub fn sign_page(&self) -> Option<usize> {
        self.pages.iter().position(|p| p.kind == PageKind::Videos)
    }
}
