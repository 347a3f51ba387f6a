//! Rentenversicherungsnummern: area, day of birth, letter, serial number, check digit (§ 147 SGB VI; § 4 VKVV).

use super::gate::Seen;
use super::pattern::{Pattern, cross_sum, digits, letter_value};
use super::{Hit, Kind, Known};

static FORM: Pattern =
    Pattern::new(r"\b[0-9]{2}[ /-]?[0-9]{2}[ /-]?[0-9]{2}[ /-]?[0-9]{2}[ /-]?([A-Za-z])[ /-]?[0-9]{2}[ /-]?[0-9]\b");
const WEIGHTS: [u32; 12] = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/// Numbers with a right check digit.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let lines = seen.lines_at(seen.signs.rows(|row| row.loose >= 8));
    for found in FORM.within(seen.text, lines) {
        if is_number(found.str(0)) {
            hits.push(Hit { kind: Kind::Pension, range: found.whole() });
        }
    }
}

/// Whether the check digit is right.
pub fn is_number(text: &str) -> bool {
    let Some(letter) = text.chars().find_map(letter_value) else { return false };
    let digits = digits(text);
    if digits.len() != 11 {
        return false;
    }
    let (before, after) = digits.split_at(8);
    let all = before.iter().copied().chain([letter / 10, letter % 10]).chain(after[..2].iter().copied());
    let sum: u32 = all.zip(WEIGHTS).map(|(digit, weight)| cross_sum(digit * weight)).sum();
    sum % 10 == digits[10]
}
