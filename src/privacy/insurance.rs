//! Krankenversichertennummern, the part that stays for life: letter, eight digits, check digit (§ 290 SGB V).

use super::gate::Seen;
use super::pattern::{Pattern, cross_sum, digits, letter_value};
use super::{Hit, Kind, Known};

static FORM: Pattern = Pattern::new(r"\b[A-Za-z][ -]?[0-9]{3} ?[0-9]{3} ?[0-9]{3}\b");

/// Numbers with a right check digit.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let lines = seen.lines_at(seen.signs.rows(|row| row.spaced >= 9));
    for found in FORM.within(seen.text, lines) {
        if is_number(found.str(0)) {
            hits.push(Hit { kind: Kind::Insurance, range: found.whole() });
        }
    }
}

/// Whether the check digit is right: weights 1 and 2 in turn over letter (as two digits) and eight digits, modulo 10.
pub fn is_number(text: &str) -> bool {
    let Some(letter) = text.chars().next().and_then(letter_value) else { return false };
    let digits = digits(text);
    if digits.len() != 9 {
        return false;
    }
    let all = [letter / 10, letter % 10].into_iter().chain(digits[..8].iter().copied());
    let sum: u32 = all.zip([1, 2].into_iter().cycle()).map(|(digit, weight)| cross_sum(digit * weight)).sum();
    sum % 10 == digits[8]
}
