//! Looks for enumerations of four or more things in one sentence: "A, B, C und D".

use super::linter::text::maybe_finite;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/list-needed",
        severity: Severity::Warning,
        title: "Listen statt Aufzählungen.",
        why: "In einer Liste sieht man jedes Ding einzeln.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 7",
    text: "Mehr als 3 Dinge stehen in einer Liste.",
    help: "Machen Sie eine Liste mit Punkten.",
    blind: "Dinge mit langen Beschreibungen erkennt die Regel nicht als Aufzählung.",
    wrong: &["Wir helfen beim Wohnen, beim Lernen, beim Arbeiten und beim Sport.", "Es gibt Bus, Bahn, Auto oder Rad."],
    right: &["Wir helfen beim Wohnen, beim Lernen und beim Arbeiten.", "Es gibt:\n\n- Bus\n- Bahn\n- Auto\n- Rad"],
    check,
    ..RuleDoc::BASE
};

const MOST_ITEM_WORDS: usize = 4;

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let mut i = 0;
        while i < tokens.len() {
            match enumeration(text, tokens, i) {
                Some((start, end, items)) => {
                    let (Some(a), Some(b)) = (tokens.get(start), tokens.get(end - 1)) else {
                        break;
                    };
                    let message = format!("Hier stehen {items} Dinge in einem Satz. Machen Sie eine Liste.");
                    report.at(s.block, a.start as usize..b.end as usize, message);
                    i = end;
                }
                None => i += 1,
            }
        }
    }
}

/// From the comma at `i`: items parted by commas, the last by "und", "oder" or "sowie". Gives start, end and count.
fn enumeration(text: &Text<'_>, tokens: &[Token], i: usize) -> Option<(usize, usize, usize)> {
    if !tokens.get(i)?.is(',') {
        return None;
    }
    let mut at = i;
    let mut items = 1;
    let mut nouns = 1;
    loop {
        let (end, joined) = item(text, tokens, at + 1)?;
        items += 1;
        nouns += usize::from(tokens.get(at + 1..end).is_some_and(|t| t.iter().any(Token::capital)));
        if joined {
            items += 1;
            let last = last_item(tokens, end + 1);
            let first = i.checked_sub(1)?;
            nouns += usize::from(tokens.get(end + 1..last).is_some_and(|t| t.iter().any(Token::capital)));
            // Every item is a noun; a row of adjectives before one noun is no list.
            let noun = tokens.get(first).is_some_and(Token::capital) && nouns == items;
            return (items >= 4 && noun && last > end + 1).then_some((first, last, items));
        }
        at = end;
    }
}

/// One short item without a verb, from `from` to the next comma or "und"; tells which.
fn item(text: &Text<'_>, tokens: &[Token], from: usize) -> Option<(usize, bool)> {
    for n in from..=(from + MOST_ITEM_WORDS).min(tokens.len()) {
        let t = tokens.get(n)?;
        if t.is(',') {
            return (n > from).then_some((n, false));
        }
        if t.small() && matches!(text.lower(t), "und" | "oder" | "sowie") {
            return (n > from).then_some((n, true));
        }
        if !matches!(t.kind, Kind::Word | Kind::Number) && !t.is('-') || (maybe_finite(t) && n + 1 < tokens.len()) {
            return None;
        }
    }
    None
}

fn last_item(tokens: &[Token], from: usize) -> usize {
    let words =
        tokens.iter().skip(from).take(MOST_ITEM_WORDS).take_while(|t| t.kind == Kind::Word || t.kind == Kind::Number);
    let words: Vec<&Token> = words.collect();
    let noun = words.iter().position(|t| t.capital()).map(|n| n + 1);
    from + noun.unwrap_or_else(|| words.len().min(1))
}
