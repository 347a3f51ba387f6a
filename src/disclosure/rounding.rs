//! Rounding to 5, each value by itself, as the official statistics of this group of persons do.

/// The base of the rounding.
pub(super) const BASE: i64 = 5;

/// The nearest multiple of 5; whole numbers never lie halfway.
pub(super) fn round(count: i64) -> i64 {
    (count + BASE / 2) / BASE * BASE
}

/// The counts that are printed as `value`: at most 2 away, never negative.
pub(super) fn hidden_behind(value: i64) -> (i64, i64) {
    ((value - BASE / 2).max(0), value + BASE / 2)
}

#[cfg(test)]
mod tests {
    use super::{hidden_behind, round};

    #[test]
    fn every_count_hides_behind_its_rounded_value() {
        for count in 0..200 {
            let (lo, hi) = hidden_behind(round(count));
            assert!(lo <= count && count <= hi);
            assert_eq!(round(count) % 5, 0);
        }
        assert_eq!([0, 2, 3, 7, 8].map(round), [0, 0, 5, 5, 10]);
    }
}
