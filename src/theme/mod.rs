//! Takes views, gives pages: the Tera templates and static files of the theme. The standard theme is embedded in the
//! binary; a site can put single files of its own over it (`themes/NAME/…` in the site folder). It never sees the site.

mod own_style;
mod squeeze;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::front::nearest;
use crate::kinds::{Brand, Font};
use crate::model;
use crate::rules::{TEMPLATE, UNKNOWN_THEME};
use crate::source::Snapshot;
use include_dir::{Dir, include_dir};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use tera::value::Key;
use tera::{Context, Tera, TeraResult, Value};

static STANDARD: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");

/// Name of the embedded theme.
pub const STANDARD_NAME: &str = "standard";

/// A theme ready to render.
pub struct Theme {
    tera: Tera,
    /// Templates of the site by their name, each with its source file.
    own: BTreeMap<String, Arc<str>>,
    /// Of the templates of the site that are in force; those of the program do not change while it runs.
    digest: u64,
    /// Static files by their name in the theme, e.g. `site.css`.
    statics: BTreeMap<String, Static>,
    /// Pictograms by name, as SVG.
    pictograms: BTreeMap<String, Arc<str>>,
}

/// Why a template could not be used.
#[derive(Debug, Clone)]
pub struct TemplateError {
    /// The site's own file that is to blame, if it is one.
    file: Option<Arc<str>>,
    /// What Tera says.
    text: String,
}

/// A static file with its final address.
struct Static {
    /// Path below the output folder, with a fingerprint of its bytes so that browsers may keep it for ever.
    path: String,
    bytes: Arc<[u8]>,
}

/// What all pages of a region share, made once.
pub struct Shared {
    value: Value,
    digest: u64,
    /// The parts of the frame, by the digest of what they depend on besides.
    frames: Mutex<HashMap<u64, Value>>,
}

impl Shared {
    /// Serialises `site` once for all pages.
    pub fn new(site: &(impl Serialize + Hash)) -> Shared {
        Shared { value: Value::from_serializable(site), digest: model::digest(site), frames: Mutex::default() }
    }
}

/// The template of what is the same on many pages, such as the menu, and its blocks: `{{ frame.menu }}` in other templates.
const FRAME: &str = "frame.html";
const PARTS: [&str; 7] = ["head", "top", "sign", "brand", "menu", "foot", "as_of"];

impl Theme {
    /// Loads the embedded theme and lays the site's files of theme `name` over it. A broken template of the site is a
    /// finding at its line, and the embedded one stays in force. Font and colours of `brand` come last in the stylesheet.
    pub fn load(snapshot: &Snapshot, name: &str, brand: Option<&Brand>, findings: &mut Vec<Diagnostic>) -> Theme {
        let mut templates: BTreeMap<String, String> = BTreeMap::new();
        let mut statics: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
        let mut pictograms: BTreeMap<String, Arc<str>> = BTreeMap::new();
        for file in files(&STANDARD) {
            let Some(path) = file.path().to_str().map(|p| p.replace('\\', "/")) else { continue };
            if let (Some(name), Some(text)) = (path.strip_prefix("templates/"), file.contents_utf8()) {
                templates.insert(name.to_owned(), text.to_owned());
            } else if let Some(name) = path.strip_prefix("static/") {
                statics.insert(name.to_owned(), file.contents().into());
            } else if let (Some(name), Some(svg)) = (pictogram(&path), file.contents_utf8()) {
                pictograms.insert(name.to_owned(), svg.trim().into());
            }
        }
        let prefix = format!("themes/{name}/");
        let mut own: Vec<(String, Arc<str>, String)> = Vec::new();
        for file in snapshot.files.iter().filter(|f| f.path.starts_with(&prefix)) {
            let path = &file.path[prefix.len()..];
            if let Some(name) = path.strip_prefix("templates/") {
                own.push((name.to_owned(), Arc::clone(&file.path), file.text.to_string()));
            } else if let Some(name) = path.strip_prefix("static/") {
                let bytes = if file.bytes.is_empty() { file.text.as_bytes().into() } else { Arc::clone(&file.bytes) };
                statics.insert(name.to_owned(), bytes);
            } else if let Some(name) = pictogram(path) {
                pictograms.insert(name.to_owned(), file.text.trim().into());
            }
        }
        if name != STANDARD_NAME && own.is_empty() && !snapshot.files.iter().any(|f| f.path.starts_with(&prefix)) {
            findings.push(Diagnostic::new(
                &UNKNOWN_THEME,
                &"".into(),
                Place::File,
                format!("Ein Gestaltungs-Paket „{name}“ gibt es nicht."),
                format!("Legen Sie im Ordner der Website einen Ordner themes/{name}/ an, oder lassen Sie --theme weg."),
            ));
        }
        let mut tera = Tera::new();
        // The embedded theme is tested; should it still not load, every page says so instead of the program dying.
        if let Err(error) = tera.add_raw_templates(templates.iter().map(|(n, t)| (n.as_str(), t.as_str()))) {
            findings.push(template_finding(&"".into(), &TemplateError { file: None, text: error.to_string() }));
        }
        findings.extend(idle(&own, &templates));
        let mut sources = BTreeMap::new();
        let mut in_force = Vec::new();
        for (name, file, text) in own {
            let mut trial = tera.clone();
            match trial.add_raw_template(&name, &text) {
                Ok(()) => {
                    tera = trial;
                    in_force.push((name.clone(), text));
                    sources.insert(name, file);
                }
                Err(error) => {
                    let error = TemplateError { file: Some(Arc::clone(&file)), text: error.to_string() };
                    findings.push(template_finding(&file, &error));
                }
            }
        }
        let font = brand.and_then(|b| b.font);
        statics.retain(|name, _| font.is_some() || !name.starts_with(Font::FOLDER));
        if let Some(brand) = brand {
            let own = own_style::of(brand, |name| Some(fingerprinted(name, statics.get(name)?)));
            if let Some(css) = statics.get_mut("site.css") {
                *css = [&**css, own.as_bytes()].concat().into();
            }
        }
        let statics = statics.into_iter().map(|(name, bytes)| {
            let squeezed = name.ends_with(".css").then(|| std::str::from_utf8(&bytes).ok().map(squeeze::squeezed));
            let bytes: Arc<[u8]> = squeezed.flatten().map_or(bytes, |css| css.into_bytes().into());
            let path = fingerprinted(&name, &bytes);
            (name, Static { path, bytes })
        });
        Theme { tera, own: sources, digest: model::digest(&in_force), statics: statics.collect(), pictograms }
    }

    /// Address of a static file below the base path.
    pub fn asset(&self, name: &str) -> Option<&str> {
        self.statics.get(name).map(|s| s.path.as_str())
    }

    /// All static files: path below the output folder, and bytes.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.statics.values().map(|s| (s.path.as_str(), &s.bytes))
    }

    /// The pictograms that texts may name, as SVG.
    pub fn pictograms(&self) -> &BTreeMap<String, Arc<str>> {
        &self.pictograms
    }

    /// Renders a view and hands the page to `take`, as UTF-8. `frame` is what its frame depends on besides `shared`, and
    /// part of the view, too.
    ///
    /// # Errors
    /// What Tera says, with template, line and the field it misses; a template of the site is named.
    pub fn render<T>(
        &self,
        template: &str,
        view: &impl Serialize,
        shared: &Shared,
        frame: &(impl Serialize + Hash),
        take: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, TemplateError> {
        let mut context = context(view).map_err(|e| self.blame(e.to_string()))?;
        context.insert_value("site", shared.value.clone());
        context.insert_value("frame", self.frame(shared, frame)?);
        // Each page grows in the same memory, which is large enough and warm from the second one on.
        let mut paper = PAPER.take();
        paper.clear();
        let rendered = self.tera.render_to(template, &context, &mut paper);
        let taken = rendered.map(|()| take(&paper)).map_err(|e| self.blame(e.to_string()));
        PAPER.set(paper);
        taken
    }

    /// The parts of the frame, as HTML; each is rendered once.
    fn frame(&self, shared: &Shared, page: &(impl Serialize + Hash)) -> Result<Value, TemplateError> {
        let key = model::digest(page);
        let known = || shared.frames.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(frame) = known().get(&key) {
            return Ok(frame.clone());
        }
        let mut context = Context::new();
        context.insert_value("site", shared.value.clone());
        context.insert("page", page);
        let mut frame = tera::Map::new();
        for part in PARTS {
            // Of a block that is missing, Tera names no place.
            let blame = |text| TemplateError { file: self.own.get(FRAME).cloned(), ..self.blame(text) };
            let html = self.tera.render_block(FRAME, part, &context).map_err(|e| blame(e.to_string()))?;
            frame.insert(part.into(), Value::safe_string(&html));
        }
        Ok(known().entry(key).or_insert(frame.into()).clone())
    }

    /// All that a rendered page depends on: the same number in one process means the same page.
    pub fn digest(&self, view: &impl Hash, shared: &Shared) -> u64 {
        model::digest(&(self.digest, shared.digest, view))
    }

    /// An error with the file of the site that it names, if it names one.
    fn blame(&self, text: String) -> TemplateError {
        let file = place(&text).and_then(|(name, ..)| self.own.get(name)).cloned();
        TemplateError { file, text }
    }
}

/// The fields of a view under their names. Tera's own way to do it makes a new text of each name.
fn context(view: &impl Serialize) -> TeraResult<Context> {
    let mut context = Context::new();
    for (name, value) in Value::try_from_serializable(view)?.into_map().unwrap_or_default() {
        if let Key::Str(name) = name {
            context.insert_value(name, value);
        }
    }
    Ok(context)
}

thread_local! {
    /// What a thread's pages are written in.
    static PAPER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A finding about a template: at its line in the site's own file, else in the page `origin` that it was to show.
pub fn template_finding(origin: &Arc<str>, error: &TemplateError) -> Diagnostic {
    let text = error.text.as_str();
    let (file, place, reason) = match (&error.file, place(text)) {
        (Some(file), Some((_, line, column))) => {
            let reason = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            (file, Place::Point(line, column), reason)
        }
        (file, _) => (file.as_ref().unwrap_or(origin), Place::File, text),
    };
    Diagnostic::new(
        &TEMPLATE,
        file,
        place,
        format!("Eine Vorlage der Gestaltung lässt sich nicht verwenden: {reason}"),
        "Mehr dazu steht in der Anleitung für Gestaltungs-Pakete (themes/standard/README.md).",
    )
}

/// Templates of the site that nothing asks for: most likely their name is mistyped.
fn idle(own: &[(String, Arc<str>, String)], templates: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let named = |name: &str| own.iter().any(|(_, _, text)| text.contains(name));
    let idle = own.iter().filter(|(name, _, text)| {
        !templates.contains_key(name) && !named(name) && !text.contains("{% component") && name.ends_with(".html")
    });
    let finding = |(name, file, _): &(String, Arc<str>, String)| {
        let help = match nearest(name, templates.keys().map(String::as_str)) {
            Some(near) => format!("Meinten Sie „{near}“? Sonst löschen Sie die Datei."),
            None => format!("Es gibt: {}.", templates.keys().map(String::as_str).collect::<Vec<_>>().join(", ")),
        };
        let message = "Eine Vorlage dieses Namens benutzt Klartext nicht.";
        let finding = Diagnostic::new(&TEMPLATE, file, Place::File, message, help);
        Diagnostic { severity: Severity::Warning, ..finding }
    };
    idle.map(finding).collect()
}

/// Tera names the place in a line of its own: ` --> seite.html:2:7`.
fn place(error: &str) -> Option<(&str, u32, u32)> {
    let line = error.lines().find_map(|l| l.trim_start().strip_prefix("--> "))?;
    let mut parts = line.trim().rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((parts.next()?, line, column))
}

/// `bilder/vertrag.svg` → `vertrag`.
fn pictogram(path: &str) -> Option<&str> {
    path.strip_prefix("bilder/")?.strip_suffix(".svg")
}

fn files<'a>(dir: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    let mut out: Vec<_> = dir.files().collect();
    for inner in dir.dirs() {
        out.extend(files(inner));
    }
    out
}

/// `site.css` → `assets/site.1a2b3c4d.css`. A text, such as a licence, keeps its name, so that it can be named.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    if name.ends_with(".txt") {
        return format!("assets/{name}");
    }
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{}.{ending}", &hash[..8]),
        None => format!("assets/{name}.{}", &hash[..8]),
    }
}
