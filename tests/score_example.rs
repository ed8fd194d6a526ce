//! The command-line scorer as another program would use it: JSON lines in, JSON lines out.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The example is next to the tests: cargo builds it before it runs them.
fn score(arguments: &[&str], input: &str) -> Output {
    let tests = std::env::current_exe().unwrap();
    let build: PathBuf = tests.ancestors().nth(2).unwrap().into();
    let mut child = Command::new(build.join("examples/score"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo test builds the example; run the whole suite once");
    // A program that rejects its arguments exits without reading.
    let _ended = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn items_are_listed_with_their_parameters() {
    let output = score(&["--items", "standard"], "");
    let items: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(items.len(), 32);
    for item in items {
        assert!(matches!(item["kind"].as_str(), Some("pair" | "rating")));
        assert_eq!(item["a"].as_array().unwrap().len(), 2);
        assert_eq!(item["d"].as_array().unwrap().len(), 4);
    }
}

#[test]
fn each_sheet_gets_a_line_with_every_figure() {
    let sheets = "{\"form\":\"standard\",\"answers\":{\"p13\":4,\"r26\":4,\"r28\":null}}\n\
                  {\"form\":\"quick\",\"answers\":{}}\n";
    let output = score(&[], sheets);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    for field in ["lean", "se", "p_broad", "interval80", "verdict", "lz"] {
        assert!(
            lines.iter().all(|line| line.get(field).is_some()),
            "{field}"
        );
    }
    assert!(lines[0]["p_broad"].as_f64().unwrap() > 0.5);
    assert_eq!(lines[1]["p_broad"].as_f64(), Some(0.5));
    assert_eq!(lines[1]["lz"], Value::Null);
}

#[test]
fn a_bad_sheet_is_refused_by_its_line_and_its_fault() {
    for (sheet, fault) in [
        (
            "{\"form\":\"standard\",\"answers\":{\"p13\":5}}",
            "integer `5`",
        ),
        (
            "{\"form\":\"standard\",\"answers\":{\"x\":1}}",
            "no item “x”",
        ),
        ("{\"form\":\"brief\",\"answers\":{}}", "no form “brief”"),
    ] {
        let output = score(&[], sheet);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success());
        assert!(said.contains("line 1") && said.contains(fault), "{said}");
    }
}

#[test]
fn another_damping_counts_answers_for_more_or_less() {
    let sheet = "{\"form\":\"standard\",\"answers\":{\"p13\":4,\"r26\":4,\"r28\":3}}";
    let p_broad = |arguments: &[&str]| {
        let line: Value = serde_json::from_slice(&score(arguments, sheet).stdout).unwrap();
        line["p_broad"].as_f64().unwrap()
    };
    let (half, own, whole) = (
        p_broad(&["--damping", "0.5"]),
        p_broad(&[]),
        p_broad(&["--damping", "1"]),
    );
    assert!(half < own && own < whole, "{half} {own} {whole}");
    for wrong in ["0", "1.5", "-1", "NaN", "much"] {
        let output = score(&["--damping", wrong], sheet);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(wrong), "{said}");
    }
}
