//! Bank accounts: DE and 20 digits, remainder 1 modulo 97 (ISO 13616, ISO 7064 mod 97,10).

use super::gate::Seen;
use super::pattern::{Pattern, digits};
use super::{Hit, Kind, Known};

static FORM: Pattern = Pattern::new(r"\b[Dd][Ee][ .-]?[0-9]{2}(?:[ .-]?[0-9]){18}\b");

/// German IBANs with right check digits, with or without spaces.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let lines = seen.lines_at(seen.signs.rows(|row| row.loose >= 20));
    for found in FORM.within(seen.text, lines) {
        if is_iban(found.str(0)) {
            hits.push(Hit { kind: Kind::Iban, range: found.whole() });
        }
    }
}

/// Whether the check digits of a German IBAN are right.
pub fn is_iban(text: &str) -> bool {
    let digits = digits(text);
    let Some((check, account)) = digits.split_at_checked(2).filter(|(_, account)| account.len() == 18) else {
        return false;
    };
    // DE is 13 and 14; country and check digits go to the end.
    let moved = account.iter().chain(&[1, 3, 1, 4]).chain(check);
    moved.fold(0, |rest, digit| (rest * 10 + digit) % 97) == 1
}
