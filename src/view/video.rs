//! Videos in sign language: on their page, and the list of all.

use super::base::{PageBase, base};
use super::text::whole;
use super::titles::page_title;
use crate::model::{file_kind, file_size};
use crate::site::{EntryIndex, SignVideo, Site};
use serde::Serialize;

/// A video on its page or in the list.
#[derive(Debug, Serialize, Hash)]
pub struct VideoView {
    /// Title of its page.
    title: String,
    /// Where it stands.
    url: String,
    src: String,
    poster: String,
    captions: String,
    transcript_url: String,
    width: u32,
    height: u32,
    /// Length in words.
    length: String,
    /// "Video, MP4, 4,2 MB".
    about: String,
}

/// The list of all videos.
#[derive(Debug, Serialize, Hash)]
pub struct VideosView {
    pub(super) page: PageBase,
    videos: Vec<VideoView>,
}

/// Title of the list.
pub const TITLE: &str = "Videos in Gebärdensprache";

/// The video of an entry.
pub fn of(site: &Site, entry: EntryIndex) -> Option<VideoView> {
    site.sign_video(entry).map(|video| view_of(site, &video))
}

/// The page that lists all videos.
pub fn list(site: &Site, index: usize) -> VideosView {
    let mut page = base(site, index, TITLE);
    page.body = site.pages[index].entry.map(|entry| whole(site, entry)).unwrap_or_default();
    VideosView { page, videos: site.sign_videos().iter().map(|video| view_of(site, video)).collect() }
}

fn view_of(site: &Site, video: &SignVideo<'_>) -> VideoView {
    let (page, place) = &video.transcript;
    let place = place.as_ref().map_or(String::new(), |place| format!("#{place}"));
    VideoView {
        title: site.page_of[video.entry].map_or(String::new(), |own| crate::html::joined(&page_title(site, own))),
        url: format!("{}#gebaerden-video", site.href(site.entry_url(video.entry))),
        src: site.href(&video.file.path),
        poster: site.href(&video.poster.path),
        captions: site.href(&video.captions.path),
        transcript_url: format!("{}{place}", site.href(&site.pages[*page].url)),
        width: video.facts.width,
        height: video.facts.height,
        length: video.facts.length(),
        about: format!("{}, {}", file_kind(&video.file.path), file_size(video.file.bytes.len())),
    }
}
