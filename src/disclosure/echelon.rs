//! Whole-number linear algebra: common divisors and equations solved for some of their variables.
//!
//! Takes equations `Σ coef · variable = 0`; gives the same equations, each solved for one variable that occurs in no
//! other. Never rounds; numbers beyond 64 bit are [`Trouble`].

use std::cmp::Ordering;

use super::simplex::Trouble;

/// The greatest common divisor.
pub(super) fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Divides a row and its divisor `own` by what they have in common; gives the new divisor.
pub(super) fn cut_down(own: i64, coef: &mut [i64]) -> i64 {
    let mut common = own.unsigned_abs();
    for c in coef.iter().filter(|c| **c != 0) {
        if common == 1 {
            return own;
        }
        common = gcd(c.unsigned_abs(), common);
    }
    let Ok(common @ 2..) = i64::try_from(common) else { return own };
    for c in coef.iter_mut().filter(|c| **c != 0) {
        *c /= common;
    }
    own / common
}

/// Divides a wide row and its divisor `own` (0: none) by what they have in common, so that all fits 64 bit again.
pub(super) fn narrowed(own: i128, row: &[i128]) -> Result<(i64, Vec<i64>), Trouble> {
    let mut common = own.unsigned_abs();
    for c in row.iter().filter(|c| **c != 0) {
        if common == 1 {
            break;
        }
        common = wide_gcd(c.unsigned_abs(), common);
    }
    let common = i128::try_from(common.max(1)).map_err(|_| Trouble)?;
    let small = |x: i128| match i64::try_from(x) {
        Ok(0) => Ok(0),
        Ok(x) if common == 1 => Ok(x),
        _ => i64::try_from(x / common).map_err(|_| Trouble),
    };
    let row = row.iter().map(|x| small(*x)).collect::<Result<Vec<_>, _>>()?;
    Ok((small(own)?, row))
}

/// 128-bit division is slow, so this leaves it as soon as the numbers allow.
fn wide_gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(gcd(a, b));
        }
        (a, b) = (b, a % b);
    }
    a
}

/// Compares two fractions with numerators from 0 and denominators from 1, without a product that could overflow.
pub(super) fn compare(mut a: (i128, i128), mut b: (i128, i128)) -> Ordering {
    loop {
        if let (Some(x), Some(y)) = (a.0.checked_mul(b.1), b.0.checked_mul(a.1)) {
            return x.cmp(&y);
        }
        let (x, y) = (a.0 / a.1, b.0 / b.1);
        let (rest_a, rest_b) = (a.0 % a.1, b.0 % b.1);
        if x != y || rest_a == 0 || rest_b == 0 {
            return (x, rest_a).cmp(&(y, rest_b));
        }
        // Equal whole parts: the larger rest has the smaller reciprocal.
        (a, b) = ((b.1, rest_b), (a.1, rest_a));
    }
}

/// Dense rows and the variable each is solved for.
pub(super) type Solved = (Vec<Vec<i64>>, Vec<usize>);

/// Gauss-Jordan elimination; redundant equations vanish. Pivots of ±1 come first and keep the numbers small.
pub(super) fn solved(variables: usize, equations: &[Vec<(usize, i64)>]) -> Result<Solved, Trouble> {
    let small = |x: i128| i64::try_from(x).map_err(|_| Trouble);
    let mut dense: Vec<Vec<i64>> = Vec::new();
    for eq in equations {
        let mut row = vec![0i64; variables];
        for (v, c) in eq {
            row[*v] = row[*v].checked_add(*c).ok_or(Trouble)?;
        }
        dense.push(row);
    }
    let mut pivots: Vec<usize> = Vec::new();
    while pivots.len() < dense.len() {
        let done = pivots.len();
        let pick = (0..variables).filter(|v| dense[done][*v] != 0).min_by_key(|v| (dense[done][*v].unsigned_abs(), *v));
        let Some(p) = pick else {
            dense.remove(done);
            continue;
        };
        let head = dense[done].clone();
        for (i, row) in dense.iter_mut().enumerate() {
            if i == done || row[p] == 0 {
                continue;
            }
            let factor = i128::from(row[p]);
            for (x, h) in row.iter_mut().zip(&head) {
                *x = small(i128::from(*x) * i128::from(head[p]) - factor * i128::from(*h))?;
            }
            cut_down(0, row);
        }
        pivots.push(p);
    }
    Ok((dense, pivots))
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{compare, narrowed};

    #[test]
    fn compares_fractions_beyond_any_product() {
        let big = i128::MAX - 1;
        assert_eq!(compare((1, 3), (2, 6)), Ordering::Equal);
        assert_eq!(compare((big, 3), (big, 2)), Ordering::Less);
        assert_eq!(compare((big, big - 1), (big - 1, big - 2)), Ordering::Less);
        assert_eq!(compare((big - 1, big), (big - 2, big - 1)), Ordering::Greater);
        assert_eq!(compare((big, big), (7, 7)), Ordering::Equal);
    }

    #[test]
    fn wide_rows_come_back_to_64_bit_or_fail() {
        let wide = i128::from(i64::MAX) * 6;
        assert_eq!(narrowed(wide, &[0, -wide, 3 * wide]), Ok((1, vec![0, -1, 3])));
        assert!(narrowed(wide, &[1]).is_err());
    }
}
