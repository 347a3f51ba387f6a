//! Looks for the passive: a form of "werden" with a participle in the same clause.

use super::linter::text::{clause_end, clause_start, ends_clause};
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/passive",
        severity: Severity::Warning,
        title: "Kein Passiv.",
        why: "Im Passiv fehlt die Person. Dann weiß man nicht, wer etwas macht.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache; Duden Leichte Sprache",
    text: "Schreiben Sie, wer etwas macht: „Der Landkreis bezahlt.“ Und nicht: „Es wird bezahlt.“",
    help: "Schreiben Sie die Person dazu. Zum Beispiel: Der Landkreis bezahlt.",
    blind: "„Der Antrag ist gestellt“ (Zustand) und „Das ist zu tun“ sieht die Regel nicht.",
    wrong: &[
        "Die Hilfe wird bezahlt.",
        "Der Antrag muss geprüft werden.",
        "Das ist so beschlossen worden.",
        "Das Amt sagt, dass der Antrag abgelehnt wurde.",
    ],
    right: &[
        "Der Landkreis bezahlt die Hilfe.",
        "Das Kind wird groß.",
        "Wir werden Hilfe bekommen.",
        "Er ist krank geworden.",
        "Das wird bekannt.",
        "Sie werden bald besuchen, wen Sie wollen.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let mut last_hit = usize::MAX;
        for (i, token) in tokens.iter().enumerate() {
            let low = text.lower(token);
            let worden = low == "worden";
            let konjunktiv = matches!(low, "würde" | "würden");
            if !(worden || konjunktiv || token.class.any(Class::WERDEN))
                || (token.capital() && i > 0 && !verb_first(tokens, i))
            {
                continue;
            }
            let Some(p) = participle(text, tokens, i, worden) else {
                continue;
            };
            if p == last_hit {
                continue;
            }
            last_hit = p;
            let (Some(a), Some(b)) = (tokens.get(i.min(p)), tokens.get(i.max(p))) else {
                continue;
            };
            let what = tokens.get(p).map_or("", |t| text.lower(t));
            let message = "Wer macht das? Schreiben Sie die Person dazu. Zum Beispiel: Der Landkreis bezahlt.";
            // A list often repeats its beginning: "wird bezahlt" ten times is one problem.
            report.at(s.block, a.start as usize..b.end as usize, message).group(what);
        }
    }
}

fn verb_first(tokens: &[Token], i: usize) -> bool {
    clause_start(tokens, i) == i
}

fn is_participle(text: &Text<'_>, t: &Token) -> bool {
    t.small()
        && t.class.any(Class::PP)
        && !t.class.any(Class::ADJ)
        && !matches!(
            text.lower(t),
            "geworden" | "worden" | "genug" | "gern" | "gerne" | "gestern" | "gegen" | "gegeben" | "genau"
        )
        || (t.small() && text.lower(t) == "gegeben")
}

/// The participle that belongs to the form of "werden" at `i`.
fn participle(text: &Text<'_>, tokens: &[Token], i: usize, worden: bool) -> Option<usize> {
    // Right before: "geprüft werden", "beschlossen worden", "abgelehnt wurde".
    if let Some(before) = i.checked_sub(1)
        && tokens.get(before).is_some_and(|t| is_participle(text, t))
    {
        let end = tokens.get(i + 1).is_none_or(|n| {
            ends_clause(n)
                || n.class.any(Class::MODAL.or(Class::COORD).or(Class::SEIN).or(Class::HABEN))
                || text.lower(n) == "als"
        });
        let sure = worden || end || !tokens.get(before).is_some_and(|t| t.class.any(Class::FIN));
        if sure {
            return Some(before);
        }
    }
    if worden {
        return None;
    }
    // Later in the clause, as its last word: "wird … bezahlt".
    let end = clause_end(tokens, i);
    let clause = tokens.get(i + 1..end)?;
    // A pair of participles may be joined: "wird geprüft und bezahlt".
    let last = clause.last()?;
    if is_participle(text, last) && future_is_impossible(text, last) {
        return Some(end - 1);
    }
    // "wird am Montag gezeigt im Rathaus", "wird benutzt für …", "wird geprüft und …".
    clause.iter().enumerate().rev().find_map(|(n, t)| {
        let next = clause.get(n + 1)?;
        let follows = next.class.any(Class::PREP.or(Class::COORD)) || matches!(text.lower(next), "als" | "wie");
        let attribute = next.capital();
        (is_participle(text, t) && follows && !attribute && future_is_impossible(text, t)).then_some(i + 1 + n)
    })
}

/// "wird vergessen" may be future; forms that are infinitives too are left alone.
fn future_is_impossible(text: &Text<'_>, t: &Token) -> bool {
    !t.class.any(Class::INF) || matches!(text.lower(t), "beraten" | "entlassen" | "geschlagen")
}
