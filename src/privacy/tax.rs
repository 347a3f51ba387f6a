//! Steuer-Identifikationsnummern (§ 139b AO): eleven digits, ISO 7064 mod 11,10.

use super::gate::Seen;
use super::pattern::{Pattern, digits};
use super::{Hit, Kind, Known};

static FORM: Pattern = Pattern::new(r"\b[1-9][0-9](?:[ ./-]?[0-9]{3}){3}\b");

/// Numbers with a right check digit and the prescribed mix of digits.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let lines = seen.lines_at(seen.signs.rows(|row| row.loose >= 11));
    for found in FORM.within(seen.text, lines) {
        if is_number(found.str(0)) {
            hits.push(Hit { kind: Kind::Tax, range: found.whole() });
        }
    }
}

/// Whether the check digit is right, the first digit is none of 0, and among the first ten exactly one digit comes twice
/// or three times.
pub fn is_number(text: &str) -> bool {
    let digits = digits(text);
    if digits.len() != 11 || digits[0] == 0 {
        return false;
    }
    let times = |d: u32| digits[..10].iter().filter(|x| **x == d).count();
    let many: Vec<usize> = (0..10).map(times).filter(|n| *n > 1).collect();
    matches!(many[..], [2 | 3]) && check_digit(&digits[..10]) == digits[10]
}

fn check_digit(digits: &[u32]) -> u32 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = match (digit + product) % 10 {
            0 => 10,
            sum => sum,
        };
        sum * 2 % 11
    });
    (11 - product) % 10
}
