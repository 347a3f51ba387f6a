//! Looks for pointers to other places in a text. A link is fine: it leads there.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/cross-reference",
        severity: Severity::Warning,
        title: "Keine Verweise.",
        why: "Blättern und Suchen ist schwer.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache",
    text: "Schicken Sie Leser nicht an eine andere Stelle: siehe oben, Anlage 2, Absatz 3. Ein Link ist gut.",
    help: "Erklären Sie es gleich hier. Oder machen Sie einen Link.",
    blind: "Verweise mit anderen Worten sieht die Regel nicht.",
    wrong: &["Siehe Anlage 2.", "Das steht weiter oben.", "Das regelt Absatz 3.", "Wie oben gesagt, ist das neu."],
    right: &[
        "Mehr steht in [Anlage 2](anlage-2.md).",
        "Das Amt ist oben im Haus.",
        "Das Kapitel ist lang.",
        "Sie sehen das Haus.",
    ],
    check,
    ..RuleDoc::BASE
};

/// Words that point when a number follows.
const NUMBERED: &[&str] = &[
    "anlage",
    "anhang",
    "absatz",
    "kapitel",
    "seite",
    "abschnitt",
    "ziffer",
    "paragraf",
    "paragraph",
    "fußnote",
    "abbildung",
    "tabelle",
    "artikel",
    "absätze",
    "absätzen",
    "paragrafen",
];

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose().filter(|s| !text.is_heading(s.block)) {
        let tokens = text.of(s);
        // One pointer a sentence: "Nummer 3 in Anlage 2" is one detour.
        let hit = tokens.iter().enumerate().find_map(|(i, t)| pointer(text, tokens, i, t));
        let Some((a, b)) = hit else { continue };
        if text.in_link(s.block, &a) || text.in_link(s.block, &b) {
            continue;
        }
        let message = "Hier steht ein Verweis. Erklären Sie es gleich hier. Oder machen Sie einen Link.";
        report.at(s.block, a.start as usize..b.end as usize, message);
    }
}

fn pointer(text: &Text<'_>, tokens: &[Token], i: usize, token: &Token) -> Option<(Token, Token)> {
    let low = text.lower(token);
    let next = tokens.get(i + 1);
    let next_low = next.map_or("", |t| text.lower(t));
    let number = next.is_some_and(|t| t.kind == Kind::Number);
    match low {
        "siehe" => Some((*token, next.filter(|t| t.is_word()).copied().unwrap_or(*token))),
        "vergleiche" if i == 0 => Some((*token, *token)),
        "wie" if matches!(next_low, "oben" | "unten") && tokens.get(i + 2).is_some_and(|t| said(text.lower(t))) => {
            Some((*token, *next?))
        }
        "weiter"
            if matches!(next_low, "oben" | "unten")
                && tokens.iter().any(|t| {
                    matches!(text.lower(t), "steht" | "stehen" | "lesen" | "gelesen" | "finden" | "text" | "erklärt")
                }) =>
        {
            Some((*token, *next?))
        }
        "oben" | "unten" if said(next_low) => Some((*token, *next?)),
        "im" if next_low == "folgenden" || next_low == "vorstehenden" => Some((*token, *next?)),
        _ if token.capital() && number && NUMBERED.contains(&low) => Some((*token, *next?)),
        _ => None,
    }
}

fn said(low: &str) -> bool {
    ["genannt", "erwähnt", "beschrieben", "gesagt", "erklärt", "stehend"].iter().any(|w| low.starts_with(w))
}
