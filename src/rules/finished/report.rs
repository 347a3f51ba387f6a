//! Turns breaches on pages into findings: at the words in the source where they can be found there, else one finding for
//! all pages that have the same fault, because then it is the theme's.

use super::{Fault, Seen};
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::{Snapshot, Span};
use std::collections::HashMap;

/// The findings of all pages, in order.
pub(super) fn placed(pages: &[Seen], faults: Vec<Vec<Fault>>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut out: Vec<(Diagnostic, usize)> = Vec::new();
    let mut same: HashMap<(*const Rule, String), usize> = HashMap::new();
    for (Seen { path, origin, .. }, faults) in pages.iter().zip(faults) {
        for fault in faults {
            let text = snapshot.file(origin).map_or("", |f| &f.text);
            let found = (!fault.words.is_empty()).then(|| text.find(&fault.words)).flatten();
            let (place, message) = match found {
                Some(at) => {
                    let span = Span { start: at as u32, end: (at + fault.words.len()) as u32 };
                    (Place::Span(span), fault.message)
                }
                None => {
                    let key = (std::ptr::from_ref(fault.rule), fault.message.clone());
                    if let Some(first) = same.get(&key) {
                        out[*first].1 += 1;
                        continue;
                    }
                    same.insert(key, out.len());
                    (Place::File, format!("Auf der Seite {path}: {}", fault.message))
                }
            };
            let mut finding = Diagnostic::new(fault.rule, origin, place, message, fault.help);
            finding.severity = fault.severity;
            out.push((finding, 0));
        }
    }
    out.into_iter()
        .map(|(mut finding, more)| {
            match more {
                0 => {}
                1 => finding.message.push_str(" So auch auf einer weiteren Seite."),
                more => finding.message.push_str(&format!(" So auch auf {more} weiteren Seiten.")),
            }
            finding
        })
        .collect()
}
