//! No protected table loses to an attacker who tries every whole-number table.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "disclosure/mod.rs"]
mod support;

use klartext::disclosure::door;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{ATTACK, Attack, Known, Table, brute, loses};

fn ask(table: &Table, extra: &Value) -> (u8, Value) {
    let answer = door::answer(&table.request(extra).to_string());
    assert_ne!(answer.exit, 2, "{}", answer.stderr);
    (answer.exit, serde_json::from_str(&answer.stdout).unwrap())
}

/// What is printed, as ranges: `free` where nothing is.
fn known(table: &Table, out: &Value, free: (i64, i64)) -> Known {
    let one = |(name, count): (&String, &i64)| match &out["cells"][name] {
        Value::Null => (0, free.1),
        Value::Number(n) => {
            assert_eq!(n.as_i64(), Some(*count), "{name}");
            (*count, *count)
        }
        Value::Object(o) => {
            let v = o["r"].as_i64().unwrap();
            ((v - 2).max(0), v + 2)
        }
        other => {
            assert_eq!(other, ".");
            free
        }
    };
    table.names.iter().zip(&table.counts).map(one).collect()
}

/// The audit says what trying out says.
fn audit_is_exact(table: &Table, out: &Value) {
    // Far enough for the largest end that the audit names, or the attacker would stop before it.
    let named = table.names.iter().filter_map(|name| out["audit"].get(name)?[1].as_i64()).max().unwrap_or(0);
    let mut cap = (2 * table.counts.iter().max().unwrap() + 9).max(named + 1);
    let within = |cap: i64| brute(table, &known(table, out, (0, cap))).expect("the true table fits");
    let mut ranges = within(cap);
    // Another cell may have to go further for that, by the weights of facts.
    let end = |c: usize| out["audit"].get(&table.names[c]).and_then(|audit| audit[1].as_i64());
    for _ in 0..3 {
        if (0..ranges.len()).any(|c| end(c).is_some_and(|hi| hi > ranges[c].1)) {
            cap *= 2;
            ranges = within(cap);
        }
    }
    let mut wider = None;
    for (c, name) in table.names.iter().enumerate() {
        let Some(audit) = out["audit"].get(name) else { continue };
        assert_eq!(audit[0].as_i64(), Some(ranges[c].0), "{name}: {audit} {ranges:?}");
        match audit[1].as_i64() {
            Some(hi) => assert_eq!(hi, ranges[c].1, "{name}: {audit}"),
            None => {
                let wider = wider.get_or_insert_with(|| within(2 * cap));
                assert!(wider[c].1 > ranges[c].1, "{name}: {audit} {ranges:?}");
            }
        }
    }
}

fn tables() -> impl Strategy<Value = Table> {
    let count = prop_oneof![3 => 0i64..3, 4 => 0i64..8, 1 => 5i64..12];
    let square = proptest::collection::vec(count.clone(), 9).prop_map(|v| Table::two_way(3, 3, &v));
    let flat = proptest::collection::vec(count.clone(), 6).prop_map(|v| Table::two_way(2, 3, &v));
    let tree = (proptest::collection::vec(proptest::collection::vec(count, 1..4), 1..4), 0usize..9)
        .prop_map(|(groups, cut)| Table::tree(&groups, cut));
    prop_oneof![square, flat, tree]
}

/// Few small counts, so that few cells are withheld.
fn larger_counts() -> impl Strategy<Value = Table> {
    let count = || prop_oneof![1 => 0i64..4, 4 => 4i64..9];
    let flat = proptest::collection::vec(count(), 6).prop_map(|v| Table::two_way(2, 3, &v));
    let tree = (proptest::collection::vec(proptest::collection::vec(count(), 2..4), 1..3), 0usize..9)
        .prop_map(|(groups, cut)| Table::tree(&groups, cut));
    prop_oneof![flat, tree]
}

/// A table with something else published: the weighted sum of two cells, within a margin.
fn with_fact() -> impl Strategy<Value = Table> {
    (tables(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), -2i64..4, 0i64..4, 0i64..4).prop_map(
        |(mut table, a, b, w, below, above)| {
            let (a, b) = (a.index(table.counts.len()), b.index(table.counts.len()));
            if a != b {
                let now = table.counts[a] + w * table.counts[b];
                table.facts.push((vec![(a, 1), (b, w)], now - below, now + above));
            }
            table
        },
    )
}

fn withheld(table: &Table, out: &Value) -> Vec<bool> {
    table.names.iter().map(|n| out["cells"][n] == ".").collect()
}

/// Any small table, of any form, with up to two facts.
fn any_table() -> impl Strategy<Value = Table> {
    let count = || prop_oneof![3 => 0i64..3, 4 => 0i64..8, 1 => 5i64..12];
    let small = proptest::collection::vec(count(), 4).prop_map(|v| Table::two_way(2, 2, &v));
    let flat = proptest::collection::vec(count(), 6).prop_map(|v| Table::two_way(2, 3, &v));
    let tree = (proptest::collection::vec(proptest::collection::vec(count(), 1..3), 1..3), 0usize..9)
        .prop_map(|(groups, cut)| Table::tree(&groups, cut));
    let areas = (1usize..4)
        .prop_flat_map(move |n| (proptest::collection::vec(0i64..9, n), proptest::collection::vec(0i64..9, n)))
        .prop_map(|(inner, between)| Table::areas(&inner, &between));
    let fact = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), -2i64..4, 0i64..4, 0i64..4);
    let facts = prop_oneof![3 => Just(Vec::new()), 2 => proptest::collection::vec(fact, 1..3)];
    (prop_oneof![1 => small, 1 => flat, 1 => tree, 2 => areas], facts).prop_map(|(mut table, facts)| {
        for (a, b, w, below, above) in facts {
            let (a, b) = (a.index(table.counts.len()), b.index(table.counts.len()));
            if a != b {
                let now = table.counts[a] + w * table.counts[b];
                table.facts.push((vec![(a, 1), (b, w)], now - below, now + above));
            }
        }
        table
    })
}

/// All rules at once: thresholds, widths, zeros, insiders, rounding.
fn any_rules() -> impl Strategy<Value = (Value, Attack)> {
    let insiders = prop::sample::select(vec!["every", "sensitive", "ignored"]);
    let readers = prop::sample::select(vec!["protect", "if_cheap", "ignore"]);
    (2i64..6, 1i64..6, any::<bool>(), insiders, readers, prop::bool::weighted(0.3)).prop_map(
        |(threshold, width, zeros_open, insiders, readers, rounded)| {
            let rules = json!({"threshold": threshold, "min_width": width, "zero_public": zeros_open, "insiders": insiders,
                "zero_readers": readers, "mode": if rounded { "round5" } else { "suppress" }});
            let attack = Attack {
                threshold,
                width,
                insiders: insiders != "ignored",
                insider_width: width,
                sensitive_only: insiders == "sensitive" && !rounded,
                knows_zeros: readers == "protect" && zeros_open && !rounded,
                rounded,
                zeros_open,
            };
            (rules, attack)
        },
    )
}

/// As many as usual, or as `PROPTEST_CASES` says: a search for rare tables wants thousands, in a release build.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |number| number.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_wins_where_zeros_are_public(table in tables()) {
        let (exit, out) = ask(&table, &json!({"zero_readers": "protect"}));
        prop_assert_eq!(exit, 0);
        let withheld = withheld(&table, &out);
        // Trying out takes too long where nearly everything is withheld.
        prop_assume!(withheld.iter().filter(|w| **w).count() <= 8);
        for (c, count) in table.counts.iter().enumerate() {
            prop_assert!(!(1..3).contains(count) || withheld[c]);
            prop_assert!(*count != 0 || !withheld[c]);
        }
        prop_assert_eq!(loses(&table, &withheld, ATTACK), None);
        audit_is_exact(&table, &out);
    }

    #[test]
    fn nobody_wins_where_zeros_are_secret(table in larger_counts()) {
        let (exit, out) = ask(&table, &json!({"zero_public": false, "threshold": 4, "min_width": 4}));
        prop_assert_eq!(exit, 0);
        let withheld = withheld(&table, &out);
        prop_assert!(table.counts.iter().zip(&withheld).all(|(c, w)| *c > 3 || *w));
        // Trying out takes too long where nearly everything is withheld.
        prop_assume!(withheld.iter().filter(|w| **w).count() <= 6);
        let attack = Attack { threshold: 4, width: 4, insider_width: 4, knows_zeros: false, ..ATTACK };
        prop_assert_eq!(loses(&table, &withheld, attack), None);
        audit_is_exact(&table, &out);
    }

    #[test]
    fn further_knowledge_is_withstood_or_refused(table in with_fact()) {
        let (exit, out) = ask(&table, &json!({}));
        let attack = Attack { knows_zeros: false, ..ATTACK };
        if exit == 0 {
            prop_assume!(withheld(&table, &out).iter().filter(|w| **w).count() <= 6);
            prop_assert_eq!(loses(&table, &withheld(&table, &out), attack), None);
            audit_is_exact(&table, &out);
        } else {
            // Odd facts can keep the solver from a proof; then refusing is right, and nothing is left to check.
            prop_assume!(out["code"] != "unproven");
            // Even with everything withheld that may be, someone wins.
            prop_assert!(["derivable", "insider"].contains(&out["code"].as_str().unwrap()), "{}", out);
            let most: Vec<bool> = table.counts.iter().map(|c| *c > 0).collect();
            prop_assume!(most.iter().filter(|w| **w).count() <= 6);
            prop_assert!(loses(&table, &most, attack).is_some());
        }
    }

    #[test]
    fn rounding_gives_nobody_away(table in tables()) {
        let (exit, out) = ask(&table, &json!({"mode": "round5"}));
        prop_assert_eq!(exit, 0);
        let cap = 2 * table.counts.iter().max().unwrap() + 9;
        let ranges = brute(&table, &known(&table, &out, (0, cap))).unwrap();
        for (c, (lo, hi)) in ranges.iter().enumerate() {
            prop_assert!(lo < hi && (*lo < 1 || *hi > 2), "{} {:?} {}", table.names[c], ranges, out);
        }
        audit_is_exact(&table, &out);
    }

    #[test]
    fn the_order_of_the_input_is_no_matter(table in tables(), turn in 1usize..9) {
        let plain = door::answer(&table.request(&json!({})).to_string());
        let mut request = table.request(&json!({}));
        let mut relations = request["relations"].as_array().unwrap().clone();
        let by = turn % relations.len();
        relations.rotate_left(by);
        for r in &mut relations {
            r["parts"].as_array_mut().unwrap().reverse();
        }
        // serde_json sorts keys, so the cells are put in reverse order by hand.
        let cells: Vec<String> = table.names.iter().zip(&table.counts).rev().map(|(n, c)| format!("\"{n}\": {c}")).collect();
        request["relations"] = relations.into();
        request["cells"] = json!("CELLS");
        let text = request.to_string().replace("\"CELLS\"", &format!("{{{}}}", cells.join(",")));
        prop_assert_eq!(door::answer(&text), plain);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(250), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_wins_whatever_the_rules((table, (rules, attack)) in (any_table(), any_rules())) {
        let (exit, out) = ask(&table, &rules);
        if exit == 1 {
            let code = out["code"].as_str().unwrap();
            prop_assert!(["derivable", "insider", "difference", "unproven"].contains(&code), "{}", out);
            return Ok(());
        }
        let withheld = withheld(&table, &out);
        prop_assume!(withheld.iter().filter(|w| **w).count() <= 6 && (!attack.rounded || table.counts.len() <= 12));
        for (c, count) in table.counts.iter().enumerate().filter(|(c, _)| !table.unprinted.contains(c)) {
            let secret = if *count == 0 { !attack.zeros_open } else { *count < attack.threshold };
            prop_assert!(attack.rounded || !secret || withheld[c], "{} {}", table.names[c], out);
        }
        prop_assert_eq!(loses(&table, &withheld, attack), None, "{} {}", table.request(&rules), out);
        audit_is_exact(&table, &out);
    }
}

/// The attacker himself: z04 may be 0 only where z00 is 35.
#[test]
fn the_attacker_goes_as_far_as_weights_of_facts_lead() {
    let mut table = Table::tree(&[vec![5, 0]], 5);
    table.facts = vec![(vec![(2, 1), (4, 3)], 20, 20), (vec![(2, 1), (3, -1)], 5, 5)];
    let attack = Attack { threshold: 2, width: 2, insider_width: 2, knows_zeros: false, ..ATTACK };
    assert_eq!(loses(&table, &[true; 6], attack), None);
}
