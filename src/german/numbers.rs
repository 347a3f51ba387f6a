//! Takes number words and Roman numbers, gives figures. Never `ein`: it is an article in most sentences.

/// "1 Tag", "3 Tage".
pub fn amount(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// 12345 as 12.345 (DIN 5008: groups of three digits, here with a point, which screen readers read as one number).
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The value of a number word in lower case, from `zwei` on.
pub fn word_value(lower: &str) -> Option<u32> {
    Some(match lower {
        "zwei" | "zwo" => 2,
        "drei" => 3,
        "vier" => 4,
        "fünf" => 5,
        "sechs" => 6,
        "sieben" => 7,
        "acht" => 8,
        "neun" => 9,
        "zehn" => 10,
        "elf" => 11,
        "zwölf" => 12,
        "dreizehn" => 13,
        "vierzehn" => 14,
        "fünfzehn" => 15,
        "sechzehn" => 16,
        "siebzehn" => 17,
        "achtzehn" => 18,
        "neunzehn" => 19,
        _ => return tens(lower),
    })
}

fn tens(lower: &str) -> Option<u32> {
    const TENS: &[(&str, u32)] = &[
        ("zwanzig", 20),
        ("dreißig", 30),
        ("vierzig", 40),
        ("fünfzig", 50),
        ("sechzig", 60),
        ("siebzig", 70),
        ("achtzig", 80),
        ("neunzig", 90),
    ];
    if !lower.ends_with("ig") {
        return None;
    }
    let (word, value) = TENS.iter().find(|(w, _)| lower.ends_with(w))?;
    match lower.strip_suffix(word)? {
        "" => Some(*value),
        rest => {
            let unit = rest.strip_suffix("und")?;
            let unit = if unit == "ein" { 1 } else { word_value(unit).filter(|n| *n < 10)? };
            Some(value + unit)
        }
    }
}

/// The value of a Roman number in lower case of the letters i, v, x, l, c; `None` if it is not written by the rules.
pub fn roman(lower: &str) -> Option<u32> {
    const STEPS: &[(&str, u32)] =
        &[("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];
    let (mut rest, mut sum) = (lower, 0);
    for (sign, value) in STEPS {
        let mut times = 0;
        while let Some(r) = rest.strip_prefix(*sign) {
            times += 1;
            if times > if matches!(*sign, "c" | "x" | "i") { 3 } else { 1 } {
                return None;
            }
            rest = r;
            sum += value;
        }
    }
    (rest.is_empty() && sum > 0).then_some(sum)
}

/// Whether a word is a Roman number of I, V and X.
pub fn is_roman(lower: &str) -> bool {
    !lower.is_empty() && lower.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) && roman(lower).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_points() {
        assert_eq!([0, 999, 1000, 1234567].map(thousands), ["0", "999", "1.000", "1.234.567"]);
    }

    #[test]
    fn words() {
        for (w, n) in [
            ("zwei", Some(2)),
            ("zwölf", Some(12)),
            ("einundzwanzig", Some(21)),
            ("dreißig", Some(30)),
            ("ein", None),
            ("wichtig", None),
            ("richtig", None),
        ] {
            assert_eq!(word_value(w), n, "{w}");
        }
    }

    #[test]
    fn romans() {
        for (w, n) in [
            ("ix", Some(9)),
            ("xiv", Some(14)),
            ("ii", Some(2)),
            ("iiii", None),
            ("vx", None),
            ("", None),
            ("vi", Some(6)),
        ] {
            assert_eq!(roman(w), n, "{w}");
        }
    }
}
