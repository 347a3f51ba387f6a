//! Partners without a signature.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `agreement/signatures`
pub static RULE: Rule = Rule {
    code: "agreement/signatures",
    severity: Severity::Warning,
    title: "Für jeden Partner steht eine Unterschrift da.",
    why: "Wer die Vereinbarung geschlossen hat, soll vollständig zu lesen sein.",
    wrong: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv, mkk]\nin_kraft: 2021-06-01\nunterschriften:\n  - name: Erika Muster\n    funktion: Direktorin\n    partner: lwv\n---\n## 1. Eins\n\nText.\n",
    )],
    right: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nunterschriften:\n  - name: Erika Muster\n    funktion: Direktorin\n    partner: lwv\n---\n## 1. Eins\n\nText.\n",
    )],
};

/// Agreements that list signatures at all.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(agreement) = site.agreement(index).filter(|a| !a.signatures.is_empty()) else { continue };
        for partner in &agreement.partners {
            if !agreement.signatures.iter().any(|s| s.partner == **partner) {
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Value(FieldPath::key("partner").at(partner.at)),
                    format!("Für den Partner „{partner}“ steht keine Unterschrift da."),
                    "Ergänzen Sie unter „unterschriften“, wer für ihn unterschrieben hat.",
                ));
            }
        }
    }
}
