//! What a page weighs on its way to the reader.

use super::{Context, Fault};
use crate::diagnostic::{Diagnostic, IN_WORDS, Place, Rule, Severity};
use crate::html::Page;
use crate::model::{Artifact, Artifacts};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashMap;
use std::io::Write;

/// `a11y/weight`
pub static RULE: Rule = Rule {
    code: "a11y/weight",
    severity: Severity::Warning,
    title: "Text, Gestaltung und Programm einer Seite wiegen verpackt (gzip) zusammen höchstens 30 KiB.",
    why: "Schwere Seiten kommen unterwegs und auf alten Geräten spät an und kosten Daten-Volumen.",
    // An example would have to weigh as much: tests/rules.rs makes one.
    wrong: &[(IN_WORDS, "Ein Protokoll von 60 Seiten steht als eine einzige Seite im Netz.")],
    right: &[(
        IN_WORDS,
        "Das Protokoll steht auf der Seite. Die langen Anhänge stehen auf eigenen Seiten oder in einem PDF.",
    )],
};

/// Packed bytes of page, stylesheets and scripts together.
const TOGETHER: usize = 30 * 1024;
/// Packed bytes of the page alone. Plain pages shall stay below 14 KiB; the agreement and lists from A to Z are longer.
const ALONE: usize = 20 * 1024;

/// How many times smaller a page becomes at least: markup and German words always pack better, to a fourth and less.
const PACKS: usize = 2;
/// The level that servers use.
const SERVERS: Compression = Compression::new(6);

/// Ending of files that all pages share, what they are, and their budget in packed bytes. Fonts are packed already; a font in
/// two cuts has half of its budget for each.
const SHARED: [(&str, &str, usize); 3] = [
    (".css", "Das Stylesheet", 12 * 1024),
    (".js", "Das Programm", 8 * 1024),
    (".woff2", "Die Schrift", 45 * 1024 / 2),
];

/// Packed sizes of stylesheets and scripts; they are the same for all pages.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Scales(HashMap<String, usize>);

impl Scales {
    pub(super) fn new(artifacts: &Artifacts) -> Scales {
        let parts = artifacts.iter().filter(|(path, _)| is_weighed(path));
        Scales(parts.map(|(path, file)| (path.clone(), packed(&file.bytes, SERVERS))).collect())
    }
}

fn is_weighed(path: &str) -> bool {
    path.ends_with(".css") || path.ends_with(".js")
}

/// One page. It is only packed where its size makes an excess possible: packing is the dearest of all checks.
pub(super) fn check(page: &Page<'_>, html: &[u8], context: &Context<'_>, scales: &Scales, out: &mut Vec<Fault>) {
    let shared = page.links().filter(|link| is_weighed(link));
    let files = shared.filter_map(|link| scales.0.get(link.strip_prefix(context.base)?));
    let others: usize = files.sum();
    let likely = html.len() / PACKS;
    if likely + others <= TOGETHER && likely <= ALONE {
        return;
    }
    // What is light enough when packed in haste is so when packed well, and most pages are.
    let hasty = packed(html, Compression::fast());
    if hasty <= ALONE && hasty + others <= TOGETHER {
        return;
    }
    let own = packed(html, SERVERS);
    if own > ALONE || own + others > TOGETHER {
        let kib = |bytes: usize| bytes.div_ceil(1024);
        let message = format!(
            "Die Seite wiegt verpackt {} KiB, mit Gestaltung und Programm {} KiB.",
            kib(own),
            kib(own + others)
        );
        let help =
            "Erlaubt sind 20 KiB für die Seite und 30 KiB zusammen. Verteilen Sie lange Listen auf mehrere Seiten.";
        out.push(Fault::new(&RULE, "", message, help));
    }
}

/// Files that many pages fetch: each has a budget of its own.
pub(super) fn check_files(context: &Context<'_>, scales: &Scales) -> Vec<Diagnostic> {
    let fault = |(path, file): (&String, &Artifact)| {
        let (_, what, most) = SHARED.into_iter().find(|(ending, ..)| path.ends_with(ending))?;
        let weight = scales.0.get(path).copied().unwrap_or(file.bytes.len());
        let message =
            format!("{what} {path} wiegt verpackt {} KiB, erlaubt sind {} KiB.", weight.div_ceil(1024), most / 1024);
        let help = "Nehmen Sie heraus, was die Seiten nicht brauchen; von einer Schrift alle Zeichen, die kein deutscher Text hat.";
        (weight > most).then(|| Diagnostic::new(&RULE, &file.origin, Place::File, message, help))
    };
    context.files.iter().filter_map(fault).collect()
}

/// Bytes after gzip.
fn packed(bytes: &[u8], level: Compression) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().map_or(bytes.len(), |packed| packed.len())
}
