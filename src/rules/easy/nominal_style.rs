//! Looks for sentences with several nouns in -ung, -heit, -keit, -ion and for fixed phrases of a noun and an empty verb.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/nominal-style",
        severity: Severity::Warning,
        title: "Tun-Wörter statt Haupt-Wörter.",
        why: "Tun-Wörter sagen, wer etwas macht.",
        ..Rule::BASE
    },
    standard: Some(Severity::Info),
    source: "Netzwerk Leichte Sprache; Duden Leichte Sprache; Siegel „Leichte Sprache BW“",
    text: "Ein Satz hat höchstens ein Haupt-Wort mit -ung, -heit, -keit oder -ion. Wörter wie „Wohnung“ oder „Sitzung“ zählen nicht. Schreiben Sie „helfen“ und nicht „Hilfe leisten“.",
    help: "Nehmen Sie Tun-Wörter. Zum Beispiel: planen statt Planung.",
    blind: "Haupt-Wörter ohne solche Endung („Erhalt“, „Abbau“) sieht die Regel nicht.",
    wrong: &["Die Planung der Finanzierung braucht Zeit.", "Das Geld steht zur Verfügung."],
    right: &["Wir planen das Geld.", "Die Sitzung ist in der Wohnung.", "Die Planung dauert."],
    check,
    ..RuleDoc::BASE
};

/// Nouns with such an ending that name a thing, a person or something everyone knows.
const CONCRETE: &[&str] = &[
    "wohnung",
    "zeitung",
    "währung",
    "rechnung",
    "behinderung",
    "meinung",
    "sitzung",
    "kleidung",
    "nahrung",
    "heizung",
    "impfung",
    "prüfung",
    "ordnung",
    "lösung",
    "regierung",
    "werbung",
    "versicherung",
    "quittung",
    "stiftung",
    "kreuzung",
    "umgebung",
    "ausbildung",
    "erfahrung",
    "erinnerung",
    "einladung",
    "entschuldigung",
    "versammlung",
    "vorstellung",
    "veranstaltung",
    "leistung",
    "abteilung",
    "verwaltung",
    "beratung",
    "leitung",
    "zahlung",
    "mischung",
    "packung",
    "hoffnung",
    "spannung",
    "übung",
    "bildung",
    "richtung",
    "siedlung",
    "festung",
    "handlung",
    "verletzung",
    "wirkung",
    "bedingung",
    "betreuung",
    "unterstützung",
    "forderung",
    "förderung",
    "einrichtung",
    "vereinbarung",
    "bestellung",
    "sammlung",
    "schulung",
    "sendung",
    "bewerbung",
    "kündigung",
    "erklärung",
    "erkältung",
    "entzündung",
    "öffnung",
    "bevölkerung",
    "eingliederung",
    "region",
    "religion",
    "million",
    "station",
    "nation",
    "union",
    "portion",
    "version",
    "pension",
    "organisation",
    "information",
    "operation",
    "aktion",
    "situation",
    "demonstration",
    "produktion",
    "diskussion",
    "infektion",
    "funktion",
    "person",
    "revolution",
    "gesundheit",
    "krankheit",
    "mehrheit",
    "minderheit",
    "einheit",
    "kindheit",
    "freiheit",
    "wahrheit",
    "sicherheit",
    "möglichkeit",
    "öffentlichkeit",
];

/// Noun and empty verb: words that must stand in one sentence, in this order or the other, and the plain verb.
const PHRASES: [(&[&str], &[&str], &str); 14] = [
    (&["zur", "verfügung"], &["stellen", "stellt", "gestellt", "stehen", "steht", "stand"], "da sein oder geben"),
    (&["in", "anspruch"], &["nehmen", "nimmt", "genommen"], "benutzen oder bekommen"),
    (&["zur", "anwendung"], &["kommen", "kommt", "gekommen"], "gelten"),
    (&["anwendung"], &["finden", "findet", "gefunden"], "gelten"),
    (&["berücksichtigung"], &["finden", "findet"], "daran denken"),
    (&["verwendung"], &["finden", "findet"], "benutzen"),
    (&["zum", "ausdruck"], &["bringen", "bringt", "gebracht", "kommen", "kommt"], "sagen oder zeigen"),
    (&["in", "betracht"], &["kommen", "kommt", "ziehen", "zieht"], "möglich sein"),
    (&["stellung"], &["nehmen", "nimmt", "genommen"], "seine Meinung sagen"),
    (&["entscheidung"], &["treffen", "trifft", "getroffen"], "entscheiden"),
    (&["entscheidungen"], &["treffen", "trifft", "getroffen"], "entscheiden"),
    (&["sorge"], &["tragen", "trägt", "getragen"], "sorgen"),
    (&["unter", "beweis"], &["stellen", "stellt"], "zeigen"),
    (&["durchführung"], &["erfolgt", "erfolgen"], "machen"),
];

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let most = if text.easy() { 1 } else { 3 };
    for s in text.prose() {
        let tokens = text.of(s);
        // The same word twice is one word.
        let mut nouns: Vec<&Token> = Vec::new();
        for token in tokens.iter().filter(|t| t.capital() && abstract_noun(text.lower(t))) {
            if nouns.iter().all(|n| text.lower(n) != text.lower(token)) {
                nouns.push(token);
            }
        }
        if nouns.len() > most
            && let (Some(first), Some(last)) = (nouns.first(), nouns.last())
        {
            let words: Vec<&str> = nouns.iter().map(|t| text.raw(s.block, t)).collect();
            let message = format!(
                "Viele Haupt-Wörter: {}. Nehmen Sie Tun-Wörter. Zum Beispiel: planen statt Planung.",
                words.join(", ")
            );
            report.at(s.block, first.start as usize..last.end as usize, message);
        }
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.capital()) {
            phrase(text, s.block, tokens, i, token, report);
        }
    }
}

fn abstract_noun(low: &str) -> bool {
    if low.len() < 6 || !low.ends_with(['g', 't', 'n']) {
        return false;
    }
    let single =
        low.strip_suffix("en").filter(|l| ["ung", "heit", "keit", "ion"].iter().any(|e| l.ends_with(e))).unwrap_or(low);
    let last = single.rsplit(['-', '\u{b7}']).next().unwrap_or(single);
    let ending = ["ung", "heit", "keit", "ion"].iter().any(|e| last.ends_with(e) && last.len() > e.len() + 2);
    ending
        && !CONCRETE.iter().any(|c| last.ends_with(c))
        && !matches!(last, "jung" | "sprung" | "schwung" | "dung" | "stadion" | "spion" | "champion")
}

fn phrase(text: &Text<'_>, block: usize, tokens: &[Token], i: usize, noun: &Token, report: &mut Report<'_>) {
    let low = text.lower(noun);
    for (head, verbs, plain) in PHRASES {
        let Some((last, lead)) = head.split_last() else {
            continue;
        };
        if *last != low {
            continue;
        }
        let led = match lead.first() {
            None => true,
            Some(word) => i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| text.lower(t) == *word),
        };
        if led && tokens.iter().any(|t| t.small() && verbs.contains(&text.lower(t))) {
            let start = if lead.is_empty() { noun.start } else { tokens.get(i - 1).map_or(noun.start, |t| t.start) };
            let words = text.raw(block, noun);
            let message = format!("Viele Haupt-Wörter: {words}. Nehmen Sie Tun-Wörter. Zum Beispiel: {plain}.");
            report.at(block, start as usize..noun.end as usize, message);
            return;
        }
    }
}
