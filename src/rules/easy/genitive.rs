//! Looks for the genitive: "des", "eines" …, prepositions with genitive, noun + "der" + noun, noun + adjective in -er.

use super::linter::{Report, RuleDoc, Sentence, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::{Class, classes};
use crate::german::nouns::is_known_noun;
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/genitive",
        severity: Severity::Warning,
        title: "Kein Genitiv.",
        why: "Der Genitiv kommt beim Sprechen fast nie vor.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache; Duden Leichte Sprache",
    text: "Schreiben Sie „vom Landkreis“ und nicht „des Landkreises“.",
    help: "Schreiben Sie „von dem“, „vom“ oder „von der“.",
    blind: "„Wir helfen der Frau“ ist Dativ. Deshalb prüft die Regel „der“ nur nach Wörtern, bei denen sie sicher ist.",
    wrong: &[
        "Das ist das Haus des Landkreises.",
        "Das ist die Aufgabe eines Trägers.",
        "Das regelt die Leitung der Verwaltung.",
        "Das ist die Teilhabe behinderter Menschen.",
        "Das gilt innerhalb der Frist.",
        "Das ist die Aufgabe der Polizei.",
    ],
    right: &[
        "Das ist das Haus vom Landkreis.",
        "Wir helfen der Frau.",
        "Das Amt gibt der Familie Geld.",
        "Dieses Haus ist neu.",
        "Am Montag kommt zum Treffen der Bürgermeister.",
        "Wegen der Krankheit bleibt er daheim.",
        "Zum Beispiel der Rollstuhl.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let dative = tokens.iter().any(|t| t.class.any(Class::DATIVE_VERB) && (t.small() || t.shape.has(Shape::LINE)));
        let mut i = 0;
        while i < tokens.len() {
            let found = article(text, tokens, i)
                .or_else(|| preposition(text, tokens, i))
                .or_else(|| noun_der_noun(text, s, tokens, i, dative))
                .or_else(|| noun_adjective_noun(text, tokens, i, dative));
            match found {
                Some((end, suggestion)) => {
                    let span = tokens.get(i..end).unwrap_or(&[]);
                    let written = text.slice(s.block, span);
                    let message = match &suggestion {
                        Some(better) => {
                            format!("„{written}“ ist Genitiv. Schreiben Sie: {better}. Zum Beispiel: vom Landkreis.")
                        }
                        None => {
                            format!("„{written}“ ist Genitiv. Schreiben Sie es mit „von“. Zum Beispiel: vom Landkreis.")
                        }
                    };
                    let range = token_range(span);
                    let entry = report.at(s.block, range, message);
                    if let Some(better) = suggestion {
                        entry.fix(better, false);
                    }
                    i = end;
                }
                None => i += 1,
            }
        }
    }
}

fn token_range(tokens: &[Token]) -> std::ops::Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(a), Some(b)) => a.start as usize..b.end as usize,
        _ => 0..0,
    }
}

type Found = Option<(usize, Option<String>)>;

/// The place of the noun after `i`, with at most two small words (adjectives) between.
fn noun_after(text: &Text<'_>, tokens: &[Token], i: usize) -> Option<usize> {
    for n in i + 1..(i + 4).min(tokens.len()) {
        let t = tokens.get(n)?;
        if t.capital() {
            // "des Europäischen Parlaments": a capital adjective before the noun.
            let low = text.lower(t);
            let next = tokens.get(n + 1);
            let adjective = low.ends_with("en") && !is_known_noun(low) && next.is_some_and(Token::capital) && n < i + 3;
            if !adjective {
                return Some(n);
            }
            continue;
        }
        let low = text.lower(t);
        let adjective = t.small()
            && (low.ends_with("en") || low.ends_with("er") || low.ends_with("es"))
            && !t.class.any(Class::PREP.or(Class::DET).or(Class::COORD).or(Class::SUBJ));
        let list = t.is(',') || (t.small() && low == "und");
        if !(adjective || (list && n > i + 1) || t.kind == Kind::Number) {
            return None;
        }
    }
    None
}

fn article(text: &Text<'_>, tokens: &[Token], i: usize) -> Found {
    let token = tokens.get(i)?;
    if token.kind != Kind::Word || !token.class.any(Class::DET_GEN) {
        return None;
    }
    let low = text.lower(token);
    let n = noun_after(text, tokens, i)?;
    let noun = tokens.get(n)?;
    let noun_low = text.lower(noun);
    let sure =
        matches!(low, "des" | "eines" | "meines" | "deines" | "seines" | "ihres" | "unseres" | "eures" | "keines");
    if !sure {
        // "dieses Haus", "jedes Jahr" are no genitive; "dieses Hauses" is.
        let base = noun_low.strip_suffix("es").or_else(|| noun_low.strip_suffix('s'))?;
        if base.len() < 3 || !is_known_noun(base) {
            return None;
        }
    }
    let suggestion = (low == "des" && n == i + 1).then(|| better_noun(noun_low)).flatten().map(|w| format!("vom {w}"));
    Some((n + 1, suggestion))
}

/// `landkreises` → `Landkreis`, when the list knows the word.
fn better_noun(lower: &str) -> Option<String> {
    let base = ["es", "s"].iter().find_map(|e| {
        let base = lower.strip_suffix(e)?;
        // The last part of a compound decides ("Landkreises").
        (0..base.len())
            .filter(|p| base.is_char_boundary(*p))
            .any(|p| base.len() - p >= 3 && is_known_noun(&base[p..]))
            .then_some(base)
    })?;
    let mut chars = base.chars();
    Some(chars.next()?.to_uppercase().chain(chars).collect())
}

fn preposition(text: &Text<'_>, tokens: &[Token], i: usize) -> Found {
    let token = tokens.get(i)?;
    if token.kind != Kind::Word || !token.class.any(Class::PREP_GEN) {
        return None;
    }
    let next = tokens.get(i + 1)?;
    let low = text.lower(next);
    let governed = match low {
        "der" | "einer" | "dieser" | "ihrer" | "seiner" | "unserer" => noun_after(text, tokens, i + 1),
        "von" | "des" | "eines" | "dieses" => None,
        _ if next.small() && low.ends_with("er") && next.class.any(Class::ADJ) => Some(i + 2),
        _ => None,
    };
    let n = governed.filter(|n| tokens.get(*n).is_some_and(Token::capital))?;
    Some((n + 1, None))
}

/// Whether a noun is one that something belongs to: an act, a quality, a role, a part, a right.
fn relational(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ung", "ungen", "heit", "keit", "heiten", "keiten", "schaft", "schaften", "tät", "täten", "ion", "ionen",
        "nis", "nisse",
    ];
    const WORDS: &[&str] = &[
        "teil",
        "teile",
        "mitglied",
        "mitglieder",
        "recht",
        "rechte",
        "rechten",
        "aufgabe",
        "aufgaben",
        "leiter",
        "leiterin",
        "träger",
        "rahmen",
        "grundlage",
        "ende",
        "beginn",
        "anfang",
        "ziel",
        "ziele",
        "ergebnis",
        "ergebnisse",
        "interessen",
        "interesse",
        "bedürfnisse",
        "wünsche",
        "name",
        "namen",
        "zahl",
        "anzahl",
        "art",
        "höhe",
        "inhalt",
        "inhalte",
        "form",
        "kosten",
        "rechnungen",
        "vertreter",
        "vertreterin",
        "sitz",
        "bereich",
        "bereiche",
        "nutzung",
        "schutz",
        "hilfe",
        "folgen",
        "umfang",
        "grundsätze",
        "grundsätzen",
        "vorschriften",
        "hälfte",
        "mehrheit",
        "gruppe",
        "präsident",
        "chef",
        "chefin",
        "regeln",
        "pflichten",
        "sinne",
    ];
    let last = lower.rsplit(['-', '\u{b7}']).next().unwrap_or(lower);
    ENDINGS.iter().any(|e| last.len() > e.len() + 2 && last.ends_with(e)) || WORDS.contains(&last)
}

/// Whether the noun after "der" may be feminine or plural; "der Bürgermeister" is a subject.
fn feminine_or_plural(lower: &str) -> bool {
    const ENDINGS: &[&str] =
        &["ung", "heit", "keit", "schaft", "tät", "ion", "en", "innen", "ei", "enz", "anz", "ie", "ik"];
    let last = lower.rsplit(['-', '\u{b7}']).next().unwrap_or(lower);
    // "der Kunde", "der Name": masculine words in -e may be the subject.
    let masculine = [
        "kunde",
        "name",
        "junge",
        "kollege",
        "buchstabe",
        "gedanke",
        "glaube",
        "wille",
        "zeuge",
        "experte",
        "bote",
        "käse",
    ];
    let in_e = last.ends_with('e') && last.len() >= 5 && !masculine.iter().any(|m| last.ends_with(m));
    in_e || ENDINGS.iter().any(|e| last.ends_with(e))
        || matches!(
            last,
            "stadt"
                | "kinder"
                | "länder"
                | "mitglieder"
                | "bürger"
                | "rente"
                | "kasse"
                | "familie"
                | "frau"
                | "welt"
                | "schule"
                | "arbeit"
                | "eltern"
                | "leistungserbringer"
                | "teilhabe"
                | "gruppe"
                | "regel"
                | "gemeinde"
                | "politik"
                | "partner"
                | "schüler"
        )
}

fn noun_der_noun(text: &Text<'_>, s: &Sentence, tokens: &[Token], i: usize, dative: bool) -> Found {
    let (first, der) = (tokens.get(i)?, tokens.get(i + 1)?);
    if dative || !first.capital() || !der.small() {
        return None;
    }
    let der_low = text.lower(der);
    if !matches!(der_low, "der" | "dieser" | "ihrer" | "seiner" | "einer" | "unserer" | "aller") {
        return None;
    }
    if !relational(text.lower(first)) {
        return None;
    }
    let n = noun_after(text, tokens, i + 1)?;
    let noun = text.lower(tokens.get(n)?);
    if !feminine_or_plural(noun) {
        return None;
    }
    let better = match der_low {
        "der" => {
            let rest = tokens.get(i + 2..n + 1).map(|t| text.slice(s.block, t)).unwrap_or_default();
            let many = noun.ends_with("en");
            let von = if many { "von den" } else { "von der" };
            Some(format!("{} {von} {rest}", text.raw(s.block, first)))
        }
        _ => None,
    };
    Some((n + 1, better))
}

fn noun_adjective_noun(text: &Text<'_>, tokens: &[Token], i: usize, dative: bool) -> Found {
    let (first, adjective, noun) = (tokens.get(i)?, tokens.get(i + 1)?, tokens.get(i + 2)?);
    if dative || !first.capital() || !adjective.small() || !noun.capital() || !relational_or_known(text.lower(first)) {
        return None;
    }
    let low = text.lower(adjective);
    let stem = low.strip_suffix("er")?;
    let quality = adjective.class.any(Class::ADJ)
        || stem.ends_with("lich")
        || stem.ends_with("isch")
        || stem.ends_with("end")
        || stem.ends_with("bar")
        || classes(stem).any(Class::PP);
    if !quality || adjective.class.any(Class::NOT_ADJ) {
        return None;
    }
    let n = text.lower(noun);
    let plural =
        ["en", "er", "e", "innen"].iter().any(|e| n.ends_with(e)) || n.ends_with("ung") || n.ends_with("hilfe");
    plural.then_some((i + 3, None))
}

fn relational_or_known(lower: &str) -> bool {
    relational(lower)
        || matches!(lower, "teilhabe" | "zahl" | "gruppe" | "angebote" | "anteil" | "dienste" | "angebot" | "kreis")
}
