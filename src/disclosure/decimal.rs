//! Exact decimal numbers for published facts: "32,5" stays 325/10 and never becomes a binary fraction.

use std::fmt;

/// `digits / 10^scale`, at most 18 digits and [`Decimal::PLACES`] decimals when read from text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// Decimals kept when a number is read. What a program's floating point leaves behind them is noise and cut off.
    pub const PLACES: u32 = 15;

    /// `digits / 10^scale`; `scale` at most 15, `|digits|` at most 10¹⁸ by contract of the callers.
    pub const fn new(digits: i128, scale: u32) -> Self {
        Self { digits, scale }
    }

    /// Reads `-12`, `0.325`, `1e-3`. `None` for anything else and for numbers too long to stay exact.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((m, e)) => (m, e.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let scale = i64::try_from(fraction.len()).ok()? - i64::from(exponent);
        let surplus = u32::try_from((scale - i64::from(Self::PLACES)).max(0)).ok()?;
        let digits = 10i128.checked_pow(surplus).map_or(0, |cut| digits / cut);
        let short = u32::try_from((-scale).max(0)).ok()?;
        let digits = digits.checked_mul(10i128.checked_pow(short)?)?;
        let scale = u32::try_from(scale.clamp(0, i64::from(Self::PLACES))).ok()?;
        (digits.unsigned_abs() <= 1_000_000_000_000_000_000).then_some(Self { digits, scale })
    }

    /// The same number with the other sign.
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, scale: self.scale }
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self { digits: self.at(scale) + other.at(scale), scale }
    }

    /// Number of decimals.
    pub(super) fn scale(self) -> u32 {
        self.scale
    }

    /// The digits without their scale.
    pub(super) fn digits(self) -> i128 {
        self.digits
    }

    /// The digits at a larger scale (`scale` at least its own, at most 16).
    pub(super) fn at(self, scale: u32) -> i128 {
        self.digits * 10i128.pow(scale.saturating_sub(self.scale))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}e-{}", self.digits, self.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn reads_decimals_exactly_and_cuts_noise() {
        let cases = [
            ("32.5", Some((325, 1))),
            ("-0.050", Some((-5, 2))),
            ("1e-3", Some((1, 3))),
            ("2e3", Some((2000, 0))),
            ("0.30000000000000004", Some((300_000_000_000_000, 15))),
            ("1.2e-40", Some((0, 15))),
            ("1e40", None),
            ("1,5", None),
            ("", None),
            ("0x1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Decimal::parse(text).map(|d| (d.digits(), d.scale())), expected, "{text}");
        }
    }
}
