//! Agreements whose text was changed after it was sealed.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::markdown::plain_text;
use crate::site::Site;

/// `agreement/text-changed`
pub static RULE: Rule = Rule {
    code: "agreement/text-changed",
    severity: Severity::Error,
    title: "Der Text einer besiegelten Vereinbarung bleibt Wort für Wort, wie er ist.",
    why: "Eine Vereinbarung ändert sich nur durch eine neue Fassung. Das Siegel bemerkt jede andere Änderung, auch ein Versehen.",
    wrong: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nsiegel: 0000000000000000\n---\n## 1. Eins\n\nText.\n",
    )],
    right: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nsiegel: 528803c7696d870f\n---\n## 1. Eins\n\nText.\n",
    )],
};

/// Agreements with a seal: the first 16 hexadecimal digits of the BLAKE3 hash of title and words.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(seal) = site.agreement(index).and_then(|a| a.seal.as_ref()) else { continue };
        let words = format!("{}\n{}", entry.common.title, plain_text(&entry.document, 0));
        let now = &blake3::hash(words.as_bytes()).to_hex()[..16];
        if seal != now {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("siegel")),
                "Der Text der Vereinbarung ist nicht mehr der, der besiegelt wurde.",
                format!("Nehmen Sie die Änderung am Text zurück. Ist sie gewollt und geprüft, dann schreiben Sie: siegel: \"{now}\""),
            ));
        }
    }
}
