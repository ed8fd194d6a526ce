//! Files that someone brings become a site, whatever their names and order; what does not fit is told with
//! its file, its place and a remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use ladder_explorer::pack::{FileFaults, Pack, Wishes};
use serde_json::{Value, json};

type Files = Vec<(String, Vec<u8>)>;
type Named = (&'static str, Vec<u8>);

fn shipped(name: &str) -> Vec<u8> {
    fs::read(format!("ladders/{name}")).unwrap()
}

/// The quiz, which every host adds.
fn quiz() -> Files {
    let names = ["quiz.json", "quiz-1.json", "quiz-figures.json"];
    names.map(|name| (name.to_owned(), shipped(name))).into()
}

fn with(files: &[(&str, Vec<u8>)]) -> Files {
    let own = files
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.clone()));
    quiz().into_iter().chain(own).collect()
}

fn named() -> Wishes {
    Wishes {
        id: Some("acme-ladders".to_owned()),
        name: None,
    }
}

/// The file, the place and the text of the only fault.
fn fault(result: Result<Pack, FileFaults>) -> (String, String, String) {
    let FileFaults { file, faults } = result.expect_err("a fault");
    assert_eq!(faults.len(), 1, "{faults:?}");
    (file, faults[0].place.clone(), faults[0].problem.clone())
}

#[test]
fn ladders_and_a_guide_are_a_site_under_any_names_and_in_any_order() {
    let files = with(&[
        ("Der Leitfaden (neu).json", shipped("guide.json")),
        ("klein & fein.json", shipped("small-company.json")),
        ("组织.json", shipped("technical-leadership.json")),
        ("ladder.schema.json", shipped("ladder.schema.json")),
    ]);
    let pack = Pack::brought(&files, &named()).unwrap();
    assert_eq!(pack.site.id, "acme-ladders");
    let found: Vec<(&str, bool)> = pack
        .ladders
        .iter()
        .map(|one| (one.ladder.id.as_str(), one.guide.is_some()))
        .collect();
    assert_eq!(
        found,
        [("small-company", false), ("technical-leadership", true)]
    );
}

#[test]
fn what_site_json_says_holds_unless_a_wish_says_otherwise() {
    let site = |id: &str| {
        let site =
            json!({ "id": id, "name": "Ours", "ladders": [{ "file": "small-company.json" }] });
        with(&[
            ("small-company.json", shipped("small-company.json")),
            ("site.json", site.to_string().into_bytes()),
        ])
    };
    let pack = Pack::brought(&site("from-the-file"), &Wishes::default()).unwrap();
    assert_eq!(pack.site.id, "from-the-file");
    assert_eq!(pack.site.name.as_deref(), Some("Ours"));
    let wishes = Wishes {
        id: Some("wished-for".to_owned()),
        name: Some("Theirs".to_owned()),
    };
    let pack = Pack::brought(&site("from-the-file"), &wishes).unwrap();
    assert_eq!(pack.site.id, "wished-for");
    assert_eq!(pack.site.name.as_deref(), Some("Theirs"));
    let (file, place, problem) = fault(Pack::brought(&site("CHOOSE AN ID"), &Wishes::default()));
    assert_eq!((file.as_str(), place.as_str()), ("site.json", "id"));
    assert!(problem.contains("such as acme-ladders"), "{problem}");
}

#[test]
fn a_site_without_an_id_of_its_own_is_refused() {
    let files = with(&[("a.json", shipped("small-company.json"))]);
    for id in [None, Some(""), Some("Acme"), Some("a b"), Some("../x")] {
        let wishes = Wishes {
            id: id.map(str::to_owned),
            name: None,
        };
        let (file, place, _) = fault(Pack::brought(&files, &wishes));
        assert_eq!(
            (file.as_str(), place.as_str()),
            ("site.json", "id"),
            "{id:?}"
        );
    }
}

#[test]
fn a_file_that_does_not_belong_is_named_with_a_remedy() {
    let ladder = || ("a.json", shipped("small-company.json"));
    let cases: [(&str, Vec<Named>, &str, &str); 6] = [
        (
            "no ladder at all",
            vec![],
            "site.json",
            "give the file of one",
        ),
        (
            "something else",
            vec![ladder(), ("b.json", b"{\"x\": 1}".to_vec())],
            "b.json",
            "leave it out",
        ),
        (
            "a list",
            vec![ladder(), ("b.json", b"[1]".to_vec())],
            "b.json",
            "leave it out",
        ),
        (
            "no JSON",
            vec![ladder(), ("b.json", b"{ \"levels\": [,] }".to_vec())],
            "b.json",
            "delete it",
        ),
        (
            "a guide alone",
            vec![ladder(), ("g.json", shipped("guide.json"))],
            "g.json",
            "technical-leadership",
        ),
        (
            "an older encoding",
            vec![ladder(), ("b.json", b"{\"id\": \"caf\xe9\"}".to_vec())],
            "b.json",
            "save the file as UTF-8",
        ),
    ];
    for (what, files, file, remedy) in cases {
        let (found, _, problem) = fault(Pack::brought(&with(&files), &named()));
        assert_eq!(found, file, "{what}: {problem}");
        assert!(problem.contains(remedy), "{what}: {problem}");
    }
}

#[test]
fn a_file_beside_site_json_is_named_there_and_is_there() {
    let site = json!({ "id": "ours", "ladders": [{ "file": "a.json" }] }).to_string();
    let site = ("site.json", site.into_bytes());
    let a = ("a.json", shipped("small-company.json"));
    let b = ("b.json", shipped("technical-leadership.json"));
    let (file, _, problem) = fault(Pack::brought(
        &with(&[site.clone(), a, b.clone()]),
        &Wishes::default(),
    ));
    assert_eq!(file, "b.json");
    assert!(problem.contains("not named in site.json"), "{problem}");
    let (file, _, problem) = fault(Pack::brought(&with(&[site]), &Wishes::default()));
    assert_eq!(file, "a.json");
    assert!(problem.contains("add it"), "{problem}");
}

#[test]
fn every_fault_of_a_ladder_keeps_its_own_place() {
    let mut ladder: Value = serde_json::from_slice(&shipped("small-company.json")).unwrap();
    ladder["levels"][0]["tracks"][0] = "nowhere".into();
    let files = with(&[("a.json", ladder.to_string().into_bytes())]);
    let FileFaults { file, faults } = Pack::brought(&files, &named()).unwrap_err();
    assert_eq!(file, "a.json");
    assert!(
        faults
            .iter()
            .any(|fault| fault.place.starts_with("levels[0]")),
        "{faults:?}"
    );
}

#[test]
fn a_text_beyond_the_limits_is_refused_before_it_is_read() {
    let deep = format!("{{\"levels\": {}", "[".repeat(100_000));
    let files = with(&[("a.json", deep.into_bytes())]);
    let (file, place, _) = fault(Pack::brought(&files, &named()));
    assert_eq!(file, "a.json");
    assert!(place.starts_with("line 1"), "{place}");
}
