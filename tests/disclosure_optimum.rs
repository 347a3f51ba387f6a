//! The number of withheld cells against the true optimum, found by trying all sets.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "disclosure/mod.rs"]
mod support;

use klartext::disclosure::door;
use serde_json::{Value, json};
use support::{ATTACK, Attack, Dice, Table, loses, optimum};

fn protected(table: &Table, extra: &Value) -> Vec<bool> {
    let answer = door::answer(&table.request(extra).to_string());
    assert_eq!(answer.exit, 0, "{} {}", answer.stdout, answer.stderr);
    let out: Value = serde_json::from_str(&answer.stdout).unwrap();
    table.names.iter().map(|n| out["cells"][n] == ".").collect()
}

fn some_table(dice: &mut Dice, sides: u64) -> Table {
    let mut draw = |n: usize| (0..n).map(|_| dice.roll(sides) as i64).collect::<Vec<_>>();
    match draw(1)[0] % 3 {
        0 => Table::two_way(2, 3, &draw(6)),
        1 => Table::two_way(3, 3, &draw(9)),
        _ => Table::tree(&[draw(3), draw(2), draw(2)], 4),
    }
}

/// Withheld cells minus the optimum, for random tables.
fn excess(seed: u64, tables: usize, sides: u64, extra: &Value, attack: Attack, zeros: bool) -> Vec<i64> {
    let mut dice = Dice(seed);
    let mut all = Vec::new();
    for _ in 0..tables {
        let table = some_table(&mut dice, sides);
        let withheld = protected(&table, extra);
        let fixed: Vec<bool> = table.counts.iter().map(|c| (1..attack.threshold).contains(c)).collect();
        let allowed: Vec<bool> = table.counts.iter().map(|c| zeros || *c > 0).collect();
        assert_eq!(loses(&table, &withheld, attack), None, "{table:?} {withheld:?}");
        let best = optimum(&table, &fixed, &allowed, attack).unwrap();
        all.push(withheld.iter().filter(|w| **w).count() as i64 - best as i64);
    }
    all
}

#[test]
fn never_more_cells_than_the_optimum() {
    let all = excess(7, 12, 9, &json!({"zero_readers": "protect"}), ATTACK, false);
    assert!(all.iter().all(|e| *e == 0), "{all:?}");
    let attack = Attack { knows_zeros: false, ..ATTACK };
    let all = excess(11, 12, 5, &json!({}), attack, false);
    assert!(all.iter().all(|e| (0..=1).contains(e)), "{all:?}");
    let attack = Attack { insiders: false, ..attack };
    let all = excess(11, 12, 5, &json!({"insiders": "ignored"}), attack, false);
    assert!(all.iter().all(|e| (0..=1).contains(e)), "{all:?}");
}

/// How the count compares with weaker attackers; run by hand with `--ignored --nocapture`.
#[test]
#[ignore = "statistics, slow"]
fn excess_over_weaker_attackers() {
    for sides in [4, 6, 9, 15] {
        let plain = Attack { insiders: false, knows_zeros: false, ..ATTACK };
        let weak = Attack { knows_zeros: false, ..ATTACK };
        for (name, set, attack) in [
            ("every cell / every, exact only", "every", Attack { insider_width: 1, ..weak }),
            ("every cell / sensitive", "every", Attack { sensitive_only: true, ..weak }),
            ("every cell / sensitive, exact only", "every", Attack { sensitive_only: true, insider_width: 1, ..weak }),
            ("every cell / reader", "every", plain),
            ("sensitive / reader", "sensitive", plain),
            ("ignored / reader", "ignored", plain),
        ] {
            let all = excess(99 + sides, 40, sides, &json!({"insiders": set}), attack, true);
            let count = |k: i64| all.iter().filter(|e| **e == k).count();
            let more = all.iter().filter(|e| **e > 2).count();
            println!(
                "{sides:2} {name:42} -: {} 0: {} 1: {} 2: {} more: {more}",
                all.iter().filter(|e| **e < 0).count(),
                count(0),
                count(1),
                count(2)
            );
        }
    }
}

/// Tables of 400 cells, two-way and three-way, with few and with many small counts. For a release build:
/// `cargo test --release --test disclosure_optimum -- --ignored --nocapture four`.
#[test]
#[ignore = "slow without optimisation"]
fn four_hundred_cells_take_less_than_ten_seconds() {
    let mut dice = Dice(3);
    for (rows, columns, sides) in [(19, 19, 40), (19, 19, 9), (7, 49, 25), (3, 99, 12)] {
        let inner: Vec<i64> = (0..rows * columns).map(|_| dice.roll(sides) as i64).collect();
        let table = Table::two_way(rows, columns, &inner);
        timed(&table, &format!("{rows} × {columns}, counts below {sides}"));
    }
    let (a, b, c) = (9, 7, 4);
    for sides in [30, 9] {
        let inner: Vec<i64> = (0..a * b * c).map(|_| dice.roll(sides) as i64).collect();
        timed(&cube((a, b, c), &inner), &format!("10 × 8 × 5, counts below {sides}"));
    }
}

fn timed(table: &Table, name: &str) {
    assert_eq!(table.counts.len(), 400, "{name}");
    let began = std::time::Instant::now();
    let withheld = protected(table, &json!({})).iter().filter(|w| **w).count();
    println!("{name}: {withheld} of 400 withheld in {:.1?}", began.elapsed());
    assert!(began.elapsed().as_secs() < 10, "{name}: {:?}", began.elapsed());
}

/// A three-way table with all margins.
fn cube((a, b, c): (usize, usize, usize), inner: &[i64]) -> Table {
    let size = [a + 1, b + 1, c + 1];
    let at = |k: [usize; 3]| (k[0] * size[1] + k[1]) * size[2] + k[2];
    let mut counts = vec![0; size.iter().product()];
    for (n, count) in inner.iter().enumerate() {
        let own = [n / (b * c), n / c % b, n % c];
        for total in 0..8 {
            let place = |d: usize| if total >> d & 1 == 1 { size[d] - 1 } else { own[d] };
            counts[at([place(0), place(1), place(2)])] += count;
        }
    }
    let mut sums = Vec::new();
    for d in 0..3 {
        for n in 0..counts.len() {
            let k = [n / (size[1] * size[2]), n / size[2] % size[1], n % size[2]];
            if k[d] == size[d] - 1 {
                let part = |v| at(std::array::from_fn(|e| if e == d { v } else { k[e] }));
                sums.push((n, (0..size[d] - 1).map(part).collect()));
            }
        }
    }
    let names = (0..counts.len()).map(|k| format!("z{k:03}")).collect();
    Table { names, counts, sums, facts: Vec::new(), unprinted: Vec::new() }
}
