//! Takes a text, gives where digits and signs stand that a datum may be made of: rows of digits, `@`, telephone numbers,
//! postcodes, codes. Letters are passed over, so it costs little where there are none.

/// Places of digits and signs, each in order.
#[derive(Debug, Default)]
pub struct Signs {
    /// Rows of digits with spaces, full stops, hyphens and strokes between.
    pub rows: Vec<Row>,
    /// `@`, or a bracket that may stand for one: "(at)", "[ät]", "{ a }".
    pub at: Vec<usize>,
    /// What begins like a telephone number: `0` and a digit, or `+`, and at least six digits in all.
    pub phones: Vec<usize>,
    /// Five digits and a space: the first digit of these five.
    pub postcodes: Vec<usize>,
    /// A capital and two digits, as in codes of ICD-10: the capital.
    pub codes: Vec<usize>,
    /// `*`, as before a day of birth.
    pub stars: Vec<usize>,
}

/// A row of digits: where it begins, and its longest runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Row {
    /// Its first digit.
    pub start: usize,
    /// Digits with nothing between.
    pub solid: usize,
    /// Digits with spaces between.
    pub spaced: usize,
    /// Digits with spaces, full stops, hyphens and strokes between: all of them.
    pub loose: usize,
}

/// Bytes that are looked at.
const LOOKED_AT: [bool; 256] = {
    let mut out = [false; 256];
    let bytes = *b"0123456789@([{+*";
    let mut n = 0;
    while n < bytes.len() {
        out[bytes[n] as usize] = true;
        n += 1;
    }
    out
};

impl Signs {
    /// Looks through a text.
    pub fn of(text: &str) -> Signs {
        let bytes = text.as_bytes();
        let mut out = Signs::default();
        let mut row_end = 0;
        let mut from = 0;
        while let Some(run) = bytes[from..].iter().position(|b| LOOKED_AT[usize::from(*b)]) {
            let at = from + run;
            from = at + 1;
            match bytes[at] {
                b'@' => out.at.push(at),
                b'*' => out.stars.push(at),
                b'+' => out.phones.extend(is_telephone(bytes, at).then_some(at)),
                b'(' | b'[' | b'{' => out.at.extend(is_at_sign(bytes, at).then_some(at)),
                _ => {
                    let before = at.checked_sub(1).map_or(b' ', |n| bytes[n]);
                    if at >= row_end {
                        let (row, end) = row(bytes, at);
                        out.rows.push(row);
                        row_end = end;
                    }
                    if bytes[at] == b'0' && !before.is_ascii_alphanumeric() && is_telephone(bytes, at) {
                        out.phones.push(at);
                    }
                    if before.is_ascii_uppercase() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                        out.codes.push(at - 1);
                    }
                    let five = bytes.get(at..at + 6);
                    if five.is_some_and(|six| six[5] == b' ' && six[..5].iter().all(u8::is_ascii_digit)) {
                        out.postcodes.push(at);
                    }
                }
            }
        }
        out
    }

    /// First digits of the rows that are long enough.
    pub fn rows(&self, long_enough: impl Fn(&Row) -> bool) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(move |row| long_enough(row)).map(|row| row.start)
    }
}

/// The row that begins with this digit, and where it ends.
fn row(bytes: &[u8], start: usize) -> (Row, usize) {
    let mut row = Row { start, ..Row::default() };
    let (mut solid, mut spaced) = (0, 0);
    for (n, byte) in bytes[start..].iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                (solid, spaced) = (solid + 1, spaced + 1);
                row = Row { start, solid: solid.max(row.solid), spaced: spaced.max(row.spaced), loose: row.loose + 1 };
            }
            b' ' => solid = 0,
            b'.' | b'-' | b'/' => (solid, spaced) = (0, 0),
            _ => return (row, start + n),
        }
    }
    (row, bytes.len())
}

fn is_at_sign(bytes: &[u8], at: usize) -> bool {
    let next = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
    let sign = if next(1) == b' ' { next(2) } else { next(1) };
    // 0xC3 begins "ä".
    matches!(sign, b'a' | b'A' | b'@' | 0xC3)
}

fn is_telephone(bytes: &[u8], at: usize) -> bool {
    let row = bytes[at..].iter().skip(1).take_while(|b| b.is_ascii_digit() || b" /-()\xE2\x80\x93".contains(b));
    row.filter(|b| b.is_ascii_digit()).count() >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_signs_have_their_places() {
        let text = "DE12 3456-78 a 0123/45678 x(at)y F84.0 63450 Hanau";
        let signs = Signs::of(text);
        let row = |start, solid, spaced, loose| Row { start, solid, spaced, loose };
        assert_eq!(signs.rows[..2], [row(2, 4, 6, 8), row(15, 5, 5, 9)]);
        assert_eq!((signs.phones, signs.at, signs.codes), (vec![15, 37], vec![27], vec![1, 33]));
        assert_eq!((signs.postcodes, signs.stars.len()), (vec![20, 39], 0));
    }
}
