//! Nonsense at the machine door: whatever stands in the JSON, the answer has its form, and nobody sees a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use klartext::disclosure::door::{Answer, answer};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Values that programs send by mistake.
fn odd() -> impl Strategy<Value = Value> {
    let numbers = prop_oneof![
        Just(json!(u64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(-1)),
        Just(json!(0)),
        Just(json!(1.5)),
        Just(json!(1e300)),
        Just(json!(-1e-300)),
        Just(json!(999_999_999_999u64)),
        Just(json!(1_000_000_000_000u64)),
        Just(json!(1_000_000_000_001u64)),
        any::<u64>().prop_map(|n| json!(n)),
        any::<f64>().prop_filter("JSON knows no others", |f| f.is_finite()).prop_map(|f| json!(f)),
    ];
    let words = prop_oneof![Just(""), Just("a"), Just("suppress"), Just("round5"), Just("every"), Just("if_cheap")];
    let flat = prop_oneof![
        4 => numbers,
        2 => words.prop_map(|w| json!(w)),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|b| json!(b)),
    ];
    flat.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map(name(), inner, 0..3)
                .prop_map(|m| Value::Object(m.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![8 => "[a-f]", 1 => Just(String::new()), 1 => Just("unbekannt".to_owned()), 1 => ".{0,3}"]
}

/// Counts, mostly small, sometimes at the limit.
fn count() -> impl Strategy<Value = Value> {
    prop_oneof![8 => (0u64..9).prop_map(|n| json!(n)), 2 => Just(json!(1_000_000_000_000u64)), 1 => odd()]
}

fn relation() -> impl Strategy<Value = Value> {
    let parts = proptest::collection::vec(name(), 0..4);
    prop_oneof![8 => (name(), parts).prop_map(|(total, parts)| json!({"total": total, "parts": parts})), 1 => odd()]
}

fn fact() -> impl Strategy<Value = Value> {
    let end = || prop_oneof![4 => (-9i64..20).prop_map(|n| json!(n)), 1 => odd()];
    let weight =
        prop_oneof![6 => (-3i64..4).prop_map(|n| json!(n)), 2 => (-99.9f64..99.9).prop_map(|n| json!(n)), 1 => odd()];
    let coef = proptest::collection::btree_map(name(), weight, 0..4);
    (coef, end(), end()).prop_map(|(coef, lo, hi)| json!({"coef": coef, "lo": lo, "hi": hi}))
}

fn extras() -> impl Strategy<Value = Value> {
    let one = |key: &'static str, value: BoxedStrategy<Value>| value.prop_map(move |v| (key.to_owned(), v)).boxed();
    let counts = proptest::collection::vec(count(), 0..4);
    let contributions = proptest::collection::btree_map(name(), counts, 0..5);
    let dominance = (odd(), odd(), contributions, any::<bool>()).prop_map(|(n, k, given, sound)| {
        if sound {
            json!({"n": 1, "k": 80.5, "p": 10, "contributions": given})
        } else {
            json!({"n": n, "k": k, "contributions": given})
        }
    });
    let extra = prop_oneof![
        one("min_width", odd().boxed()),
        one("mode", prop_oneof![Just(json!("round5")), Just(json!("suppress")), odd()].boxed()),
        one("insiders", prop_oneof![Just(json!("ignored")), Just(json!("sensitive")), odd()].boxed()),
        one("zero_readers", prop_oneof![Just(json!("protect")), Just(json!("ignore")), odd()].boxed()),
        one("group_disclosure", odd().boxed()),
        one("facts", proptest::collection::vec(fact(), 0..3).prop_map(Value::from).boxed()),
        one("facts", odd().boxed()),
        one("dominance", dominance.boxed()),
        one("cost", proptest::collection::btree_map(name(), count(), 0..3).prop_map(|m| json!(m)).boxed()),
        one("unprinted", proptest::collection::vec(name(), 0..3).prop_map(Value::from).boxed()),
        one("relations", odd().boxed()),
        one("cells", odd().boxed()),
        one("threshold", odd().boxed()),
        one("zero_public", odd().boxed()),
    ];
    proptest::collection::vec(extra, 0..4).prop_map(|e| Value::Object(e.into_iter().collect()))
}

fn request() -> impl Strategy<Value = Value> {
    let cells = proptest::collection::btree_map("[a-f]", count(), 0..7);
    let relations = proptest::collection::vec(relation(), 0..4);
    (cells, relations, 1u64..6, any::<bool>(), extras()).prop_map(|(cells, relations, threshold, zero, extras)| {
        let mut all = json!({"threshold": threshold, "zero_public": zero, "cells": cells, "relations": relations});
        for (key, value) in extras.as_object().unwrap() {
            all[key] = value.clone();
        }
        all
    })
}

/// Sums that fit: so that more than the reader of the input is tried.
fn sound() -> impl Strategy<Value = Value> {
    let most = 300_000_000_000u64;
    let count = prop_oneof![6 => 0u64..9, 1 => Just(most), 1 => 0..most];
    (proptest::collection::vec(count, 3), 1u64..6, any::<bool>(), extras()).prop_map(|(n, threshold, zero, extras)| {
        let mut all = json!({"threshold": threshold, "zero_public": zero,
            "cells": {"a": n[0], "b": n[1], "c": n[2], "d": n[0] + n[1], "e": n[0] + n[1] + n[2]},
            "relations": [{"total": "d", "parts": ["a", "b"]}, {"total": "e", "parts": ["c", "d"]}]});
        for (key, value) in extras.as_object().unwrap().iter().filter(|(k, _)| *k != "cells" && *k != "relations") {
            all[key] = value.clone();
        }
        all
    })
}

/// The form of every answer.
fn in_form(request: &Value, out: &Answer) -> Result<(), TestCaseError> {
    prop_assert!(out.exit <= 2, "{:?}", out);
    prop_assert_eq!(out.exit == 2, out.stdout.is_empty(), "{:?}", out);
    // A table that may go out can come with a hint.
    let hint = out.exit == 0 && out.stderr.starts_with("Hinweis: ") && out.stderr.lines().count() == 1;
    prop_assert_eq!(out.exit == 2, !out.stderr.is_empty() && !hint, "{:?}", out);
    if out.exit == 2 {
        prop_assert!(out.stderr.ends_with('\n') && out.stderr.lines().count() == 1, "{:?}", out);
        return Ok(());
    }
    let answer: Value = serde_json::from_str(&out.stdout).unwrap();
    if out.exit == 1 {
        prop_assert!(answer["refused"].is_string() && answer["code"].is_string() && answer["cells"].is_null());
        return Ok(());
    }
    let cells = request["cells"].as_object().unwrap();
    let threshold = request["threshold"].as_u64().unwrap();
    let (mut withheld, rounded) = (Vec::new(), request["mode"] == "round5");
    prop_assert_eq!(answer["cells"].as_object().unwrap().len(), cells.len());
    for (id, count) in cells {
        match &answer["cells"][id] {
            Value::String(s) => {
                prop_assert_eq!(s, ".");
                withheld.push(json!(id));
            }
            Value::Object(o) => prop_assert!(
                rounded && o["base"] == 5 && o["r"].as_u64().unwrap().abs_diff(count.as_u64().unwrap()) <= 2
            ),
            shown => {
                prop_assert_eq!(shown, count);
                let n = count.as_u64().unwrap();
                prop_assert!(
                    !rounded && (n == 0 || n >= threshold) && (n > 0 || request["zero_public"] == true),
                    "{} {}",
                    id,
                    out.stdout
                );
            }
        }
        let secret = !answer["cells"][id].is_number();
        prop_assert_eq!(answer["audit"].get(id).is_some(), secret, "{}", id);
    }
    prop_assert_eq!(&answer["withheld"], &Value::from(withheld));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nonsense_has_an_answer(request in request()) {
        in_form(&request, &answer(&request.to_string()))?;
    }

    #[test]
    fn odd_rules_for_a_sound_table_have_an_answer(request in sound()) {
        in_form(&request, &answer(&request.to_string()))?;
    }

    #[test]
    fn text_that_is_no_request_is_wrong_input(text in ".{0,40}", json in odd()) {
        prop_assert_eq!(answer(&text).exit, 2);
        prop_assert_eq!(answer(&json.to_string()).exit, 2);
    }
}

#[test]
fn a_deep_or_broken_text_is_wrong_input() {
    for text in
        ["[".repeat(100_000), "{\"a\":".repeat(10_000), "\u{feff}{}".to_owned(), "{\"cells\": \"\\ud800\"}".to_owned()]
    {
        assert_eq!(answer(&text).exit, 2);
    }
}
