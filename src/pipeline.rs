//! The stages in order, on one screen. `serve` calls [`run`], `check` and `build` take the same steps; it reads the site
//! folder and writes nothing but, for `build`, what lies ready beside the site.

use crate::diagnostic::{Diagnostic, Finding, Severity, locate_all};
use crate::emit::Staging;
use crate::kinds::{self, Parsed, Settings, read_settings};
use crate::model::{Artifact, Artifacts};
use crate::outputs::{self, Finished, Fresh, Taken};
use crate::pictures::{Picture, smaller};
use crate::rules::{self, Inspection, Seen};
use crate::site::{Site, assemble};
use crate::source::{FileType, Snapshot, SourceFile, discover};
use crate::tables::{self, Loaded};
use crate::theme::Theme;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a run is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site folder.
    pub site: PathBuf,
    /// The day the site is built for.
    pub as_of: NaiveDate,
    /// Public address instead of the one in `site.yaml`, ending in `/`.
    pub base_url: Option<String>,
    /// Name of the theme.
    pub theme: String,
    /// Whether drafts and pages of other days are shown.
    pub preview: bool,
}

/// What a run gives.
pub struct Outcome {
    /// The assembled site, with the snapshot it was read from.
    pub site: Site,
    /// All files, also when findings forbid writing them; the pages only where they are kept in memory.
    pub artifacts: Artifacts,
    /// All that was found, in order of files and places.
    pub findings: Vec<Finding>,
    /// How long each stage took.
    pub timings: Vec<(&'static str, Duration)>,
}

impl Outcome {
    /// Whether any finding forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

/// Copies of an image, by the hash of its bytes; `None` for one that needs none.
type Copies = HashMap<[u8; 32], Option<Arc<Picture>>>;

/// Parsed files by path, with the hash of their bytes.
type Known = HashMap<Arc<str>, ([u8; 32], Parsed)>;

/// What `serve` does not make twice. A single run keeps nothing.
#[derive(Default)]
pub struct Memo {
    /// Parsed files of the run before.
    parsed: Option<Known>,
    /// Its judged tables, as long as no report and no table changes.
    tables: Option<([u8; 32], Loaded)>,
    /// What the guard found in its files.
    guarded: rules::privacy::Guarded,
    /// Its copies of images.
    copies: Copies,
    /// Its pages.
    finished: Finished,
    /// What was found on them.
    checked: rules::Checked,
}

impl Memo {
    /// A memo that remembers.
    pub fn kept() -> Memo {
        Memo {
            parsed: Some(HashMap::new()),
            tables: None,
            guarded: rules::privacy::Guarded::kept(),
            copies: Copies::new(),
            finished: Finished::kept(),
            checked: rules::Checked::kept(),
        }
    }
}

/// Runs all stages but writing, and keeps all pages.
///
/// # Errors
/// Only when the site folder itself cannot be read.
pub fn run(options: &Options, memo: &mut Memo) -> io::Result<Outcome> {
    Ok(look(options)?.understand(options, memo).make(memo, Keep::InMemory))
}

/// Reads the site folder.
///
/// # Errors
/// Only when the site folder itself cannot be read.
pub fn look(options: &Options) -> io::Result<Look> {
    let mut clock = Clock::new();
    let snapshot = discover(&options.site)?;
    clock.lap("einlesen");
    Ok(Look { snapshot, clock })
}

/// A site folder of which nothing is made yet.
pub struct Look {
    snapshot: Snapshot,
    clock: Clock,
}

impl Look {
    /// All that the finished files and the findings depend on, as one hash: sources, history, options, and the program,
    /// which the caller has to tell apart from others.
    pub fn made_of(&self, options: &Options, program: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        let Snapshot { root: _, files, problems, history } = &self.snapshot;
        hasher.update(format!("{program}\n{options:?}\n{problems:?}\n{:?}\n", history.note).as_bytes());
        for file in files {
            hasher.update(file.path.as_bytes()).update(b"\n").update(&file.hash);
        }
        for (path, changes) in &history.changes {
            hasher.update(format!("\n{path}\n{changes:?}").as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The stages up to the checks of what the editors wrote.
    pub fn understand(self, options: &Options, memo: &mut Memo) -> Understood {
        let Look { snapshot, mut clock } = self;
        let mut found: Vec<Diagnostic> = rules::check_source(&snapshot);
        let mut settings = read_settings(&snapshot, &mut found);
        if let Some(url) = &options.base_url {
            settings.base_url.clone_from(url);
        }
        let brand = settings.brand.as_ref();
        let (theme, mut parsed) = rayon::join(
            || Theme::load(&snapshot, &options.theme, brand, &mut found),
            || parse_all(&snapshot, &mut memo.parsed),
        );
        found.extend(parsed.iter_mut().flat_map(|p| p.findings.drain(..)));
        clock.lap("verstehen");

        let loaded = load_tables(&snapshot, &parsed, &settings, memo);
        clock.lap("Tabellen prüfen");

        let pictograms = theme.pictograms().clone();
        let site = assemble(snapshot, parsed, loaded, settings, pictograms, options.as_of, options.preview);
        clock.lap("zusammensetzen");

        found.extend(rules::check(&site, &mut memo.guarded));
        clock.lap("prüfen");
        Understood { site, theme, found, clock }
    }
}

/// What becomes of a page as soon as it was made and looked at. Kept pages of a large site are most of its memory.
#[derive(Clone, Copy)]
pub enum Keep<'a> {
    /// It stays, to be shown.
    InMemory,
    /// It lies ready to be published.
    Ready(&'a Staging),
    /// It goes.
    Nothing,
}

/// A site of which nothing is made yet.
pub struct Understood {
    site: Site,
    theme: Theme,
    found: Vec<Diagnostic>,
    clock: Clock,
}

impl Understood {
    /// Whether any finding forbids publishing.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.found)
    }

    /// Makes all files, and looks at them.
    pub fn make(self, memo: &mut Memo, keep: Keep<'_>) -> Outcome {
        // What is wrong in the sources would show up in the pages again as its own consequence.
        let sound = !self.has_errors();
        let Understood { mut site, theme, mut found, mut clock } = self;
        make_copies(&mut site, &mut memo.copies);
        clock.lap("Bilder");

        let mut artifacts = outputs::files(&site, &theme, &mut memo.finished, &mut found);
        clock.lap("Dateien gestalten");

        let inspection = Inspection::new(&artifacts, &site.base, &site.settings.title, &mut memo.checked);
        let take = |page: Fresh<'_>| {
            let looked = sound.then(|| inspection.look(page.path, page.bytes, page.kept));
            let kept = match keep {
                Keep::InMemory => Some(page.kept.map_or_else(|| page.bytes.into(), Arc::clone)),
                Keep::Ready(staging) => {
                    staging.lay(page.path, page.bytes);
                    None
                }
                Keep::Nothing => None,
            };
            (kept, looked)
        };
        let (pages, failed) = outputs::pages(&site, &theme, &mut memo.finished, take);
        found.extend(failed);
        clock.lap("Seiten gestalten");

        let (mut seen, mut kept_pages) = (Vec::new(), Vec::new());
        for Taken { path, origin, kept, with: looked } in pages {
            let (name, source, bytes) = (path.clone(), Arc::clone(&origin), kept.clone());
            seen.extend(looked.map(|looked| Seen { path: name, origin: source, bytes, looked }));
            kept_pages.extend(kept.map(|bytes| (path, Artifact { bytes, origin })));
        }
        if !has_errors(&found) {
            seen.extend(inspection.files());
            found.extend(inspection.judge(seen, &site.snapshot));
        }
        clock.lap("Seiten prüfen");

        // Of two pages with one path the first stands.
        for (path, page) in kept_pages {
            artifacts.entry(path).or_insert(page);
        }
        let findings = locate_all(&site.snapshot, found, crate::front::locator);
        Outcome { site, artifacts, findings, timings: clock.laps }
    }
}

fn has_errors(found: &[Diagnostic]) -> bool {
    found.iter().any(|d| d.severity == Severity::Error)
}

fn parse_all(snapshot: &Snapshot, memo: &mut Option<Known>) -> Vec<Parsed> {
    let files: Vec<&Arc<SourceFile>> = snapshot.files.iter().filter(|f| f.file_type == FileType::Markdown).collect();
    let Some(known) = memo else { return files.par_iter().map(|file| kinds::parse(file)).collect() };
    known.retain(|path, (hash, _)| snapshot.file(path).is_some_and(|file| file.hash == *hash));
    let parse = |file: &&Arc<SourceFile>| match known.get(&file.path) {
        Some((_, parsed)) => (parsed.clone(), false),
        None => (kinds::parse(file), true),
    };
    let parsed: Vec<(Parsed, bool)> = files.par_iter().map(parse).collect();
    let new = files.iter().zip(&parsed).filter(|(_, (_, new))| *new);
    known.extend(new.map(|(file, (parsed, _))| (Arc::clone(&file.path), (file.hash, parsed.clone()))));
    parsed.into_iter().map(|(parsed, _)| parsed).collect()
}

/// Smaller copies of the images that texts show.
fn make_copies(site: &mut Site, known: &mut Copies) {
    let images = site.shown_images();
    let new: Vec<_> = images.iter().filter(|image| !known.contains_key(&image.hash)).collect();
    let made: Vec<_> = new.par_iter().map(|i| (i.hash, smaller(&i.bytes).map(Arc::new))).collect();
    known.extend(made);
    let copies = images.iter().filter_map(|i| Some((Arc::clone(&i.path), known.get(&i.hash)?.clone()?)));
    site.pictures = copies.collect();
    let shown: HashSet<_> = images.iter().map(|i| i.hash).collect();
    known.retain(|hash, _| shown.contains(hash));
}

fn load_tables(snapshot: &Snapshot, parsed: &[Parsed], settings: &Settings, memo: &mut Memo) -> Loaded {
    if memo.parsed.is_none() {
        return tables::load(snapshot, parsed, settings);
    }
    let now = tables::fingerprint(snapshot, parsed);
    match &mut memo.tables {
        Some((before, loaded)) if *before == now => loaded.clone(),
        known => known.insert((now, tables::load(snapshot, parsed, settings))).1.clone(),
    }
}

struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn new() -> Clock {
        Clock { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self, name: &'static str) {
        self.laps.push((name, self.last.elapsed()));
        self.last = Instant::now();
    }
}
