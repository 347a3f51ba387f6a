//! The machine door: requests and answers.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use klartext::disclosure::door::{Answer, answer};
use serde_json::{Value, json};

fn row(counts: &[i64], extra: &Value) -> Answer {
    let names = ["a", "b", "c", "d", "e"];
    let mut cells: Value = names.iter().zip(counts).map(|(n, c)| ((*n).to_owned(), json!(c))).collect();
    cells["t"] = json!(counts.iter().sum::<i64>());
    let parts: Vec<&str> = names.iter().take(counts.len()).copied().collect();
    let mut request = json!({"threshold": 3, "zero_public": true, "cells": cells,
        "relations": [{"total": "t", "parts": parts}]});
    for (key, value) in extra.as_object().unwrap() {
        request[key] = value.clone();
    }
    answer(&request.to_string())
}

fn withheld(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.exit, 0, "{answer:?}");
    let out: Value = serde_json::from_str(&answer.stdout).unwrap();
    out["withheld"].as_array().unwrap().iter().map(|w| w.as_str().unwrap().to_owned()).collect()
}

#[test]
fn answers_in_the_agreed_form() {
    let out = row(&[2, 9, 20], &json!({}));
    assert_eq!(
        out.stdout.trim(),
        r#"{"cells":{"a":".","b":".","c":20,"t":31},"withheld":["a","b"],"audit":{"a":[0,11],"b":[0,11]}}"#
    );
    assert_eq!(row(&[7, 8], &json!({"mode": "round5"})).stdout.matches(r#"{"r":"#).count(), 3);
    // As Windows programs write it.
    assert_eq!(
        answer("\u{feff}{\"threshold\": 3, \"zero_public\": true, \"cells\": {\"a\": 5}, \"relations\": []}").exit,
        0
    );
}

#[test]
fn protects_what_has_to_be_protected() {
    let cases: &[(&[i64], Value, &[&str])] = &[
        (&[5, 6, 7], json!({}), &[]),
        (&[0, 6, 7], json!({}), &[]),
        (&[0, 6, 7], json!({"zero_public": false}), &["a", "b"]),
        // Two small counts with the sum 2 can be 0 to 2 each: too narrow.
        (&[1, 1, 8], json!({}), &["a", "b", "c"]),
        // The one person in `a` must not learn `b`.
        (&[1, 9, 20], json!({}), &["a", "b", "c"]),
        (&[1, 9, 20], json!({"insiders": "sensitive"}), &["a", "b"]),
        (&[1, 2, 20], json!({"insiders": "ignored", "zero_readers": "ignore"}), &["a", "b"]),
        // 1 + 1 + 1 = 3 tells everything to those who know that zeros are printed.
        (&[1, 1, 1], json!({"insiders": "ignored"}), &["a", "b", "c", "t"]),
        (&[1, 1, 1], json!({"insiders": "ignored", "zero_readers": "ignore"}), &["a", "b", "c"]),
        (&[4, 9, 20], json!({"threshold": 5}), &["a", "b"]),
        (&[2, 2, 20], json!({"min_width": 5}), &["a", "b", "c"]),
        (&[2, 9, 20], json!({"cost": {"b": 50, "c": 2, "t": 50}}), &["a", "c"]),
        (&[30, 0, 0], json!({"group_disclosure": true}), &["a", "t"]),
        (
            &[100, 70, 90],
            json!({"dominance": {"n": 1, "k": 85, "contributions": {"a": [90, 10], "b": [30, 40], "c": [30, 30, 30]}}}),
            &["a", "b"],
        ),
        (
            &[100, 70, 90],
            json!({"dominance": {"n": 1, "k": 90, "contributions": {"a": [90, 10], "b": [35, 35], "c": [45, 45]}}}),
            &[],
        ),
        // A cell that is zero needs no contributions.
        (&[100, 0, 90], json!({"dominance": {"n": 1, "k": 90, "contributions": {"a": [90, 10], "c": [45, 45]}}}), &[]),
        (
            &[100, 70, 90],
            json!({"dominance": {"p": 15, "contributions":
                {"a": [80, 10, 10], "b": [30, 20, 20], "c": [30, 30, 30], "t": [80, 30, 30, 30, 30, 60]}}}),
            &["a", "b"],
        ),
        // Without its own contributions, a sum counts as if the largest ones of its parts were the same.
        (
            &[100, 70, 90],
            json!({"dominance": {"n": 1, "k": 88, "contributions": {"a": [88, 12], "b": [60, 10], "c": [79, 11]}}}),
            &[],
        ),
        (
            &[100, 70, 90],
            json!({"dominance": {"n": 2, "k": 95, "contributions":
                {"a": [40, 40, 20], "b": [40, 25, 5], "c": [45, 40, 5]}}}),
            &[],
        ),
    ];
    for (counts, extra, expected) in cases {
        assert_eq!(withheld(&row(counts, extra)), *expected, "{counts:?} {extra}");
    }
}

#[test]
fn refuses_with_a_reason() {
    let fact = |coef: Value, lo: f64, hi: f64| json!({"facts": [{"coef": coef, "lo": lo, "hi": hi}]});
    let cases: &[(&[i64], Value, &str)] = &[
        (&[2, 9, 20], fact(json!({"a": 1}), 2.0, 2.0), "derivable"),
        (&[2, 9, 20], fact(json!({"a": 2, "t": 0}), 3.0, 5.5), "derivable"),
        (&[2, 9, 20], fact(json!({"a": 1}), 3.0, 9.0), "fact-mismatch"),
        (&[2, 9, 20], json!({"cells": {"a": 2, "b": 9, "c": 20, "t": 30}}), "sum-mismatch"),
        (&[2, 9, 20], json!({"dominance": {"n": 1, "k": 85, "contributions": {"a": [90]}}}), "contribution-mismatch"),
        (
            &[20, 9, 20],
            json!({"dominance": {"n": 1, "k": 85, "contributions": {"a": [9, 9], "b": [4, 5], "c": [9, 11]}}}),
            "contribution-gap",
        ),
        (
            &[20, 9, 20],
            json!({"dominance": {"p": 5, "contributions": {"a": [11, 9], "c": [9, 11]}}}),
            "contribution-gap",
        ),
        (&[20, 9, 20], json!({"dominance": {"p": 5, "contributions": {"t": [30, 10, 9]}}}), "contribution-gap"),
        (
            &[20, 9, 20],
            json!({"dominance": {"p": 5, "contributions": {"a": [], "b": [9], "c": [9, 11]}}}),
            "contribution-gap",
        ),
        (
            &[2, 2, 2],
            json!({"mode": "round5", "facts": [{"coef": {"a": 1, "b": -1}, "lo": 0, "hi": 0}, {"coef": {"a": 1}, "lo": 1, "hi": 2}]}),
            "derivable",
        ),
    ];
    for (counts, extra, code) in cases {
        let out = row(counts, extra);
        let json: Value = serde_json::from_str(&out.stdout).unwrap_or_default();
        assert_eq!((out.exit, json["code"].as_str()), (1, Some(*code)), "{extra} {out:?}");
        assert!(json["refused"].as_str().unwrap().chars().all(|c| !c.is_ascii_digit()), "{json}");
    }
}

#[test]
fn a_share_with_decimals_counts_as_knowledge() {
    // 12.5 % of 16, printed with one decimal, is exactly 2.
    let facts = json!([{"coef": {"a": 100, "t": -12.45}, "lo": 0}, {"coef": {"a": 100, "t": -12.55}, "hi": 0}]);
    let out = row(&[2, 6, 8], &json!({"facts": facts}));
    // With the total withheld as well, the share allows 2 of 16, 3 of 24, 4 of 32, …
    assert_eq!(withheld(&out), ["a", "b", "t"]);
}

/// Two areas by two groups, one within the other: with, without, and what lies between in no table.
fn areas(with: [i64; 2], without: [i64; 2], extra: &Value) -> Answer {
    let sum = |of: &str| json!({"total": of, "parts": [format!("{of}1"), format!("{of}2")]});
    let between = |g: &str| json!({"total": format!("mit{g}"), "parts": [format!("ohne{g}"), format!("stadt{g}")]});
    let mut request = json!({"threshold": 3, "zero_public": true, "unprinted": ["stadt", "stadt1", "stadt2"],
        "cells": {"mit": with[0] + with[1], "mit1": with[0], "mit2": with[1],
            "ohne": without[0] + without[1], "ohne1": without[0], "ohne2": without[1]},
        "relations": [sum("mit"), sum("ohne"), sum("stadt"), between(""), between("1"), between("2")]});
    for (key, value) in extra.as_object().unwrap() {
        request[key] = value.clone();
    }
    answer(&request.to_string())
}

#[test]
fn a_number_in_no_table_must_not_be_small() {
    for extra in [json!({}), json!({"zero_readers": "protect"}), json!({"zero_readers": "ignore"})] {
        assert_eq!(withheld(&areas([20, 30], [10, 10], &extra)), Vec::<String>::new());
        // Nobody there is no secret.
        assert_eq!(withheld(&areas([20, 30], [20, 10], &extra)), Vec::<String>::new());
        // 20 − 18 is one.
        assert_eq!(withheld(&areas([20, 30], [18, 10], &extra)).len(), 2);
    }
    let secret = withheld(&areas([20, 30], [20, 10], &json!({"zero_public": false})));
    assert_eq!(secret.len(), 2);
    // Printed elsewhere and in no table is a contradiction.
    let twice = areas([20, 30], [10, 10], &json!({"unprinted": ["mit"]}));
    assert_eq!((twice.exit, twice.stdout.as_str()), (2, ""));
}

#[test]
fn wrong_input_is_named_without_its_values() {
    let good = json!({"threshold": 3, "zero_public": true, "cells": {"a": 2, "t": 2}, "relations": []});
    let with = |key: &str, value: Value| {
        let mut request = good.clone();
        request[key] = value;
        request.to_string()
    };
    let without = |key: &str| {
        let mut request = good.clone();
        request.as_object_mut().unwrap().remove(key);
        request.to_string()
    };
    let cases = [
        (String::new(), "zu Ende"),
        ("[]".into(), "Objekt"),
        (without("threshold"), "„threshold“ fehlt"),
        (without("zero_public"), "„zero_public“ fehlt"),
        (without("cells"), "„cells“ fehlt"),
        (without("relations"), "„relations“ fehlt"),
        (with("threshold", json!(0)), "mindestens 1"),
        (with("threshold", json!(-3)), "negativ"),
        (with("threshold", json!("3")), "ganze Zahl"),
        (with("zero_public", json!(1)), "true oder false"),
        (with("min_width", json!(0)), "mindestens 1"),
        (with("min_widht", json!(4)), "„min_widht“ ist unbekannt"),
        (with("mode", json!("round10")), "suppress, round5"),
        (with("cells", json!({})), "keine Zelle"),
        (with("cells", json!({"a": 417.5})), "„a“ braucht eine ganze Zahl"),
        (with("cells", json!({"a": "417"})), "„a“ braucht eine ganze Zahl"),
        (with("cells", json!({"a": -417})), "„a“ hat eine negative Zahl"),
        (with("cells", json!({"a": 4_170_000_000_000u64})), "„a“ ist zu groß"),
        (r#"{"threshold":3,"zero_public":true,"cells":{"a":417,"a":2},"relations":[]}"#.into(), "„a“ steht zweimal"),
        (with("relations", json!([{"total": "x", "parts": ["a"]}])), "„x“"),
        (with("relations", json!([{"total": "t", "parts": []}])), "keine Teile"),
        (with("relations", json!([{"total": "t", "parts": ["a", "a"]}])), "zweimal"),
        (with("relations", json!([{"total": "t", "parts": ["t"]}])), "im Kreis"),
        (with("relations", json!([{"total": "t", "parts": ["a"]}, {"total": "a", "parts": ["t"]}])), "im Kreis"),
        (with("facts", json!([{"coef": {"x": 1}, "lo": 0}])), "„x“"),
        (with("facts", json!([{"coef": {"a": 1e300}, "lo": 0}])), "zu groß"),
        (with("dominance", json!({"n": 1, "contributions": {}})), "„n“ und „k“"),
        (with("dominance", json!({"n": 1, "k": 85, "contributions": {"x": [1]}})), "„x“"),
        (with("cost", json!({"x": 1})), "„x“"),
    ];
    for (request, part) in cases {
        let out = answer(&request);
        assert_eq!((out.exit, out.stdout.as_str()), (2, ""), "{request} {out:?}");
        assert!(out.stderr.contains(part), "{request} {out:?}");
        assert!(!out.stderr.contains("417"), "{out:?}");
    }
}

#[test]
fn what_public_zeros_tell_is_said() {
    // c and d together are 4 and none of them is zero: both are small to those who know that.
    let request = |more: Value| {
        let mut request = json!({"threshold": 4, "zero_public": true, "cells": {"a": 6, "b": 5, "c": 2, "d": 2, "u": 11, "v": 4, "t": 15},
            "relations": [{"total": "u", "parts": ["a", "b"]}, {"total": "v", "parts": ["c", "d"]}, {"total": "t", "parts": ["u", "v"]}]});
        more.as_object().unwrap().iter().for_each(|(key, value)| request[key] = value.clone());
        answer(&request.to_string())
    };
    let usual = request(json!({}));
    assert_eq!(withheld(&usual), ["c", "d"]);
    assert!(usual.stderr.contains("„protect“"), "{usual:?}");
    let strict = request(json!({"zero_readers": "protect"}));
    assert!(withheld(&strict).len() > 3 && strict.stderr.is_empty(), "{strict:?}");
}
