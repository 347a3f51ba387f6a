//! Minutes of a meeting that was cancelled.

use super::{AGREEMENT, BODY};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::State;
use crate::site::Site;

/// `meeting/minutes-of-none`
pub static RULE: Rule = Rule {
    code: "meeting/minutes-of-none",
    severity: Severity::Error,
    title: "Nur eine Sitzung, die stattgefunden hat, hat Beschlüsse und Aufträge.",
    why: "Was bei einer abgesagten oder geplanten Sitzung steht, kann niemand beschlossen haben.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: abgesagt\nbeispiel: true\n---\n## TOP 1: Eins\n\n> [!Beschluss]\n> Ja.\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\n> [!Beschluss]\n> Ja.\n",
        ),
    ],
};

/// Decisions and tasks of meetings in any state but held.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(meeting) = site.meeting(index).filter(|m| m.state != State::Held) else { continue };
        if !meeting.decisions.is_empty() || !meeting.tasks.is_empty() {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("stand")),
                format!("Diese Sitzung ist „{}“, im Text stehen aber Beschlüsse oder Aufträge.", meeting.state.word()),
                "Hat sie stattgefunden, dann schreiben Sie: stand: stattgefunden. Sonst nehmen Sie die Kästen heraus.",
            ));
        }
    }
}
