//! Examples of rules about finished pages: files as they are published, not sources. They are checked as they stand. A
//! piece of HTML without a doctype stands for a page around it that is in order.

use super::check;
use crate::diagnostic::{Diagnostic, Example};
use crate::model::{Artifact, Artifacts};
use crate::source::Snapshot;
use std::sync::Arc;

/// Begin and end of a page that is in order.
const FRAME: [&str; 2] = [
    "<!doctype html>\n<html lang=\"de\"><head><meta charset=\"utf-8\">\
     <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{} – Website</title></head>\n\
     <body><a class=\"skip\" href=\"#inhalt\">Zum Inhalt springen</a>\n\
     <main id=\"inhalt\" tabindex=\"-1\"><h1>Beispiel</h1>\n",
    "</main></body></html>\n",
];

/// Whether the example consists of finished files.
pub fn is_page_example(example: Example) -> bool {
    example
        .last()
        .is_some_and(|(path, _)| !path.starts_with("themes/") && (path.ends_with(".html") || path.ends_with(".css")))
}

/// What is found in the finished files of an example; the site is called "Website".
pub fn check_example(example: Example) -> Vec<Diagnostic> {
    let file = |(path, text): &(&str, &str)| {
        let whole = !path.ends_with(".html") || text.starts_with("<!doctype");
        let text = if whole { (*text).to_owned() } else { FRAME.join(text).replacen("{}", path, 1) };
        ((*path).to_owned(), Artifact { bytes: text.into_bytes().into(), origin: Arc::from("") })
    };
    let artifacts: Artifacts = example.iter().map(file).collect();
    check(&artifacts, "/", "Website", &Snapshot::default())
}
