//! Gaps and overlaps between the terms of the chair.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::kinds::ChairTerm;
use crate::site::Site;
use chrono::NaiveDate;

/// `agreement/chair-terms`
pub static RULE: Rule = Rule {
    code: "agreement/chair-terms",
    severity: Severity::Warning,
    title: "Die Amtszeiten der Geschäftsführung schließen aneinander an.",
    why: "Sonst sagt die Website für manche Tage, dass niemand die Geschäfte führt, oder dass es zwei Partner zugleich tun.",
    wrong: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\ngeschaeftsfuehrung:\n  - partner: lwv\n    von: 2021-06-01\n    bis: 2022-12-31\n  - partner: lwv\n    von: 2023-06-01\n---\n## 1. Eins\n\nText.\n",
    )],
    right: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\ngeschaeftsfuehrung:\n  - partner: lwv\n    von: 2021-06-01\n    bis: 2022-12-31\n  - partner: lwv\n    von: 2023-01-01\n---\n## 1. Eins\n\nText.\n",
    )],
};

/// Each term against the end of those before it. The last may be open; a gap that is still to come is none.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(agreement) = site.agreement(index) else { continue };
        // A term that ends before it begins is another rule's.
        let possible = |term: &ChairTerm| term.until.is_none_or(|until| term.from.is_some_and(|from| from <= until));
        let terms = agreement.chair.iter().filter(|term| possible(term));
        let mut terms: Vec<_> = terms.filter_map(|term| Some((term.from?, term.until, term.at))).collect();
        terms.sort();
        let Some((&(_, mut end, _), later)) = terms.split_first() else { continue };
        for &(from, until, at) in later {
            if let Some((message, help)) = between(end, from, site.as_of) {
                let place = Place::Value(FieldPath::key("geschaeftsfuehrung").at(at).then("von"));
                out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
            }
            end = end.zip(until).map(|(end, until)| end.max(until));
        }
    }
}

/// What is wrong where all terms before end on `end` (`None`: one is open) and the next begins on `from`.
fn between(end: Option<NaiveDate>, from: NaiveDate, as_of: NaiveDate) -> Option<(String, &'static str)> {
    let Some(end) = end else {
        let message = "Diese Amtszeit beginnt, eine frühere hat aber noch kein Ende.".to_owned();
        return Some((message, "Tragen Sie bei der früheren Amtszeit den letzten Tag ein: bis: …"));
    };
    let next = end.succ_opt()?;
    if from < next {
        let message = format!("Diese Amtszeit beginnt, bevor eine frühere am {} endet.", date_in_words(end));
        return Some((message, "Prüfen Sie „von“ hier und „bis“ bei der früheren Amtszeit."));
    }
    if from > next && next <= as_of {
        let last = from.pred_opt()?;
        let days = match next == last {
            true => format!("Für den {}", date_in_words(next)),
            false => format!("Vom {} bis zum {}", date_in_words(next), date_in_words(last)),
        };
        let message = format!("{days} ist keine Geschäftsführung eingetragen.");
        return Some((
            message,
            "Tragen Sie ein, wer in dieser Zeit die Geschäfte geführt hat. Oder prüfen Sie „von“ hier und „bis“ davor.",
        ));
    }
    None
}
