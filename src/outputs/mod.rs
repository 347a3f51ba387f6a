//! Takes site and theme, gives artifacts: one file here for each format. Pages are handed on one by one as they are made, all
//! else comes in one piece. Nothing is written to disk here.

mod address;
mod atom;
mod datapackage;
mod dcat;
mod ics;
mod oparl;
mod pages;
mod redirects;
mod search;
mod server;
mod sitemap;
mod status;
mod tables;
mod turtle;

pub use ics::deadlines;
pub use pages::{Fresh, Taken};
pub use server::POLICY;

use crate::diagnostic::Diagnostic;
use crate::model::{Artifact, Artifacts};
use crate::privacy::picture::clean;
use crate::rules::with_made;
use crate::search::Reads;
use crate::site::Site;
use crate::source::collision_key;
use crate::theme::Theme;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What an output may add: its files, by path, and its findings.
#[derive(Default)]
pub struct Made {
    /// Path and file.
    pub files: Vec<(String, Artifact)>,
    /// What went wrong.
    pub findings: Vec<Diagnostic>,
}

/// What the run before made and `serve` does not make twice. A single run keeps nothing.
#[derive(Default)]
pub struct Finished {
    pages: pages::Pages,
    search: Reads,
}

impl Finished {
    /// One that remembers.
    pub fn kept() -> Finished {
        Finished { pages: pages::Pages::kept(), search: Reads::kept() }
    }
}

/// An output format.
pub type Output = fn(&Site, &Theme) -> Made;

/// All outputs by name, besides pages and search, which remember. A new one is a file here and a line in this list. What the site names
/// itself comes first.
pub const OUTPUTS: &[(&str, Output)] = &[
    ("assets", assets),
    (REDIRECTS, redirects::make),
    ("rules", redirects::rules),
    ("sitemap", sitemap::make),
    ("status", status::make),
    ("tables", tables::make),
    ("ics", ics::make),
    ("atom", atom::make),
    ("oparl", oparl::make),
    ("datapackage", datapackage::make),
    ("dcat", dcat::make),
];

/// The output of old addresses. With `assets`, which come before it, it writes what the site names besides its pages.
const REDIRECTS: &str = "redirects";

/// All files of the site but its pages. Where two outputs want one path, the first keeps it, a page before all; where the
/// site named it, there is a finding.
pub fn files(site: &Site, theme: &Theme, finished: &mut Finished, findings: &mut Vec<Diagnostic>) -> Artifacts {
    let mut artifacts = Artifacts::new();
    let others = || -> Vec<_> { OUTPUTS.par_iter().map(|(name, output)| (*name, output(site, theme))).collect() };
    let (others, search) = rayon::join(others, || search::make(site, &mut finished.search));
    let pages: HashSet<String> = pages::paths(site).collect();
    // Files and old addresses of the site, by what is one to file systems that are blind to case. What Klartext names itself
    // is in small letters.
    let mut named: HashMap<String, String> = HashMap::new();
    for (name, made) in others.into_iter().chain([("search", search)]) {
        findings.extend(made.findings);
        for (path, artifact) in made.files {
            if matches!(name, "assets" | REDIRECTS) {
                // Two pages, or a page and a file, are a rule's to tell.
                if name == REDIRECTS && (pages.contains(&path) || artifacts.contains_key(&path)) {
                    findings.push(with_made(site, &path, &artifact.origin));
                }
                named.insert(collision_key(&path), path.clone());
            } else if let Some((first, file)) = named.get(&path).and_then(|path| artifacts.get_key_value(path)) {
                findings.push(with_made(site, first, &file.origin));
            }
            if !pages.contains(&path) {
                artifacts.entry(path).or_insert(artifact);
            }
        }
    }
    artifacts
}

/// Makes all pages and hands each to `take` at once, side by side with others; then it is gone but for what `take` gives: lasting
/// memory of it, if any, and what else is made of it. Also gives findings about templates.
pub fn pages<T: Send>(
    site: &Site,
    theme: &Theme,
    finished: &mut Finished,
    take: impl Fn(Fresh<'_>) -> (Option<Arc<[u8]>>, T) + Sync,
) -> (Vec<Taken<T>>, Vec<Diagnostic>) {
    pages::make(site, theme, &mut finished.pages, take)
}

/// Files of the content folder and of the theme, and smaller copies of images. Images lose what they tell besides themselves.
fn assets(site: &Site, theme: &Theme) -> Made {
    // The linter's words are for editors, not for the public.
    let words = site.settings.easy.words.as_deref();
    let own = site.assets.values().filter(|file| words != Some(&*file.path)).map(|file| {
        let bytes = clean(&file.bytes).map_or_else(|| Arc::clone(&file.bytes), Arc::from);
        (file.path.to_string(), Artifact { bytes, origin: Arc::clone(&file.path) })
    });
    let copies = site.pictures.iter().flat_map(|(path, picture)| {
        let copy = |copy: &crate::pictures::Smaller| {
            let artifact = Artifact { bytes: Arc::clone(&copy.bytes), origin: Arc::clone(path) };
            (Site::copy_path(path, copy), artifact)
        };
        picture.copies.iter().map(copy)
    });
    let none: Arc<str> = "".into();
    let theme = theme
        .assets()
        .map(|(path, bytes)| (path.to_owned(), Artifact { bytes: Arc::clone(bytes), origin: Arc::clone(&none) }));
    Made { files: own.chain(copies).chain(theme).collect(), findings: Vec::new() }
}
