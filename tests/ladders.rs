//! Every file in `ladders/` against its schema and the app's checks, and every check against a file that breaks it.
//! Knows no page. The guide `ladders/README.md` quotes each message; the last test holds it to that.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop and say where"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

use ladder_explorer::guard::text_of;
use ladder_explorer::guide::Guide;
use ladder_explorer::ladder::{Basis, Fault, Ladder, Lean, LevelCode, Phase, Track};
use ladder_explorer::pack::Pack;
use ladder_explorer::quiz::{ItemKind, Quiz};
use ladder_explorer::store::Layout;
use serde_json::{Value, json};

const LADDER: &str = "technical-leadership.json";
const QUIZ: &str = "quiz.json";
/// Written by `examples/simulate.rs`; `tests/simulation.rs` holds it to the quiz.
const FIGURES: &str = "quiz-figures.json";
const LADDER_SCHEMA: &str = "ladder.schema.json";
const QUIZ_SCHEMA: &str = "quiz.schema.json";
/// What is around the ladder; `tests/guide.rs` breaks copies of it.
const GUIDE_SCHEMA: &str = "guide.schema.json";
/// Which copy of the app this is; `store::Layout` checks it.
const SITE_SCHEMA: &str = "site.schema.json";

// What is there ---------------------------------------------------------------------------------

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/ladders"))
}

/// That the content that ships is sound. All tests here are on it: where it is not, they would all
/// say the same, so its faults are told once and the others are not asked.
static SOUND: LazyLock<()> = LazyLock::new(|| {
    let read = |name: &'static str| fs::read(folder().join(name)).map_err(|why| why.to_string());
    if let Err(faults) = Pack::read(read) {
        // Straight to the terminal: what a test prints is kept back until it has ended.
        let _told = writeln!(std::io::stderr(), "\n{faults}\n");
        std::process::exit(1);
    }
});

fn text(name: &str) -> String {
    LazyLock::force(&SOUND);
    let bytes = fs::read(folder().join(name));
    let bytes = bytes.unwrap_or_else(|error| panic!("ladders/{name}: {error}"));
    let text = text_of(&bytes).unwrap_or_else(|error| panic!("ladders/{name}: {error}"));
    text.to_owned()
}

fn value(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("ladders/{name}: {error}"))
}

/// The content files, sorted: every `*.json` that is no schema and not made by a command.
fn packs() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json") && !name.ends_with(".schema.json"))
        .filter(|name| name != FIGURES)
        .collect();
    names.sort();
    names
}

fn schema_of(pack: &Value) -> &str {
    let named = pack["$schema"].as_str().unwrap_or_default();
    named.strip_prefix("./").unwrap_or(named)
}

fn parse_ladder(text: &str) -> Vec<Fault> {
    Ladder::parse(text).err().unwrap_or_default()
}

fn parse_quiz(text: &str) -> Vec<Fault> {
    Quiz::parse(text).err().unwrap_or_default()
}

fn parse_guide(text: &str) -> Vec<Fault> {
    let ladder = Ladder::parse(&self::text(LADDER)).unwrap();
    Guide::parse(text, &ladder).err().unwrap_or_default()
}

fn validator(schema: &str) -> jsonschema::Validator {
    jsonschema::draft202012::new(&value(schema))
        .unwrap_or_else(|error| panic!("ladders/{schema}: {error}"))
}

fn schema_errors(schema: &str, pack: &Value) -> Vec<String> {
    errors(&validator(schema), pack)
}

fn errors(validator: &jsonschema::Validator, pack: &Value) -> Vec<String> {
    validator
        .iter_errors(pack)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn ladders() -> Vec<(String, Ladder)> {
    packs()
        .into_iter()
        .filter(|name| schema_of(&value(name)) == LADDER_SCHEMA)
        .map(|name| {
            let ladder = Ladder::parse(&text(&name)).unwrap_or_else(|faults| {
                panic!("{}", listed(&name, faults.iter().map(Fault::to_string)))
            });
            (name, ladder)
        })
        .collect()
}

fn quiz() -> Quiz {
    Quiz::parse(&text(QUIZ))
        .unwrap_or_else(|faults| panic!("{}", listed(QUIZ, faults.iter().map(Fault::to_string))))
}

/// The ladder that this project wrote. Promises about its content do not bind another one.
fn our_own() -> Option<Ladder> {
    ladders()
        .into_iter()
        .map(|(_, ladder)| ladder)
        .find(|ladder| ladder.id == "technical-leadership")
}

fn listed(name: &str, lines: impl Iterator<Item = String>) -> String {
    lines.fold(format!("ladders/{name} needs a change:"), |all, line| {
        all + "\n  " + &line
    })
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            found.push(name.clone());
            strings(field, found);
        }),
        _ => {}
    }
}

fn twice<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| !seen.insert(*id)).collect()
}

#[test]
fn every_file_fits_its_schema_and_passes_the_checks() {
    let packs = packs();
    assert!(packs.iter().any(|name| name == LADDER), "{packs:?}");
    assert!(packs.iter().any(|name| name == QUIZ), "{packs:?}");
    for name in packs {
        let pack = value(&name);
        let schema = schema_of(&pack);
        let faults = match schema {
            LADDER_SCHEMA => parse_ladder(&text(&name)),
            QUIZ_SCHEMA => parse_quiz(&text(&name)),
            GUIDE_SCHEMA => parse_guide(&text(&name)),
            SITE_SCHEMA => Layout::site_of(&text(&name), "any")
                .err()
                .into_iter()
                .collect(),
            _ => panic!(
                "ladders/{name}: “$schema” must name {LADDER_SCHEMA}, {QUIZ_SCHEMA}, {GUIDE_SCHEMA} or {SITE_SCHEMA}"
            ),
        };
        let lines: Vec<String> = faults
            .iter()
            .map(Fault::to_string)
            .chain(schema_errors(schema, &pack))
            .collect();
        assert!(lines.is_empty(), "{}", listed(&name, lines.into_iter()));
    }
}

#[test]
fn the_schemas_explain_every_field_and_allow_no_other() {
    fn walk(schema: &Value, place: &str) {
        if let Some(fields) = schema.as_object() {
            if schema["type"] == "object" {
                assert!(
                    fields.contains_key("additionalProperties"),
                    "{place} is open"
                );
                for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                    let said = field["description"].as_str().unwrap_or_default();
                    assert!(!said.is_empty(), "{place}/{name} has no description");
                }
            }
            for (name, field) in fields {
                walk(field, &format!("{place}/{name}"));
            }
        } else if let Some(items) = schema.as_array() {
            items.iter().for_each(|item| walk(item, place));
        }
    }
    for name in [LADDER_SCHEMA, QUIZ_SCHEMA, GUIDE_SCHEMA, SITE_SCHEMA] {
        let schema = value(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        walk(&schema, name);
    }
}

// What holds of every ladder --------------------------------------------------------------------

#[test]
fn the_trunk_serves_both_tracks_and_every_later_level_has_a_twin() {
    for (name, ladder) in ladders() {
        assert_eq!(ladder.levels.len(), 14, "{name}");
        for level in &ladder.levels {
            let twin = level.code.twin().and_then(|code| ladder.level(code));
            match level.phase {
                Phase::Trunk => assert!(twin.is_none(), "{name}: {}", level.code),
                phase => {
                    let twin = twin.unwrap_or_else(|| panic!("{name}: {} is alone", level.code));
                    assert_eq!(twin.phase, phase, "{name}: {}", level.code);
                    assert_eq!(twin.code.rung(), level.code.rung(), "{name}");
                }
            }
        }
    }
}

#[test]
fn every_competency_belongs_to_one_dimension_and_names_a_source() {
    for (name, ladder) in ladders() {
        for item in &ladder.competencies {
            let groups = ladder.dimensions.iter().filter(|d| d.id == item.dimension);
            assert_eq!(groups.count(), 1, "{name}: {}", item.id);
            assert!(!item.ideas.is_empty(), "{name}: {}", item.id);
            for idea in &item.ideas {
                assert!(ladder.source(&idea.source).is_some(), "{name}: {}", item.id);
            }
        }
    }
}

#[test]
fn every_level_expects_something_of_its_own_in_every_competency() {
    for (name, ladder) in ladders() {
        let mut gists = BTreeSet::new();
        for item in &ladder.competencies {
            assert_eq!(item.expectations.len(), 14, "{name}: {}", item.id);
            for (code, cell) in &item.expectations {
                let words = cell.gist.split_whitespace().count();
                assert!((3..=8).contains(&words), "{name}: {} {code}", item.id);
                assert!(
                    gists.insert(cell.gist.to_lowercase()),
                    "{name}: “{}” stands twice",
                    cell.gist
                );
                assert!(
                    code.is_trunk() || cell.detail.is_some(),
                    "{name}: {} {code}",
                    item.id
                );
            }
        }
        assert_eq!(gists.len(), ladder.competencies.len() * 14, "{name}");
    }
}

#[test]
fn what_claims_to_come_from_posss_table_cites_it() {
    for (name, ladder) in ladders() {
        let cells = ladder.competencies.iter().flat_map(|item| {
            item.expectations
                .iter()
                .map(move |(code, cell)| (format!("{} {code}", item.id), cell.basis, &cell.sources))
        });
        let levels = ladder
            .levels
            .iter()
            .map(|level| (level.code.to_string(), level.basis, &level.sources));
        let schemes = ladder
            .title_schemes
            .iter()
            .map(|scheme| (scheme.id.clone(), scheme.basis, &scheme.sources));
        for (place, basis, sources) in cells.chain(levels).chain(schemes) {
            let cites = sources.iter().any(|id| id == "poss-table");
            assert!(
                basis != Basis::P || cites,
                "ladders/{name}: {place} lacks poss-table"
            );
        }
    }
}

/// Words that speak of pay, one after another. Words with another honest sense are here only with
/// the neighbour that makes them pay.
const PAY: [&str; 20] = [
    "salary",
    "salaries",
    "remuneration",
    "pay band",
    "pay bands",
    "pay rise",
    "pay grade",
    "total compensation",
    "compensation package",
    "compensation band",
    "compensation bands",
    "stock option",
    "stock options",
    "equity grant",
    "equity grants",
    "equity package",
    "a bonus",
    "annual bonus",
    "bonus payment",
    "bonus payments",
];
/// What makes a bonus something else than pay.
const NO_PAY: [&str; 3] = ["bonus round", "bonus rounds", "bonus track"];

/// The words of pay in a text.
fn of_pay(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut spaced = format!(" {} ", words.join(" "));
    for other in NO_PAY {
        spaced = spaced.replace(other, "-");
    }
    PAY.into_iter()
        .find(|words| spaced.contains(&format!(" {words} ")))
}

/// A rule of style for our own content: the sources leave pay out, and so do we.
#[test]
fn no_text_of_our_own_speaks_of_pay() {
    if our_own().is_none() {
        return;
    }
    for name in packs() {
        let mut texts = Vec::new();
        strings(&value(&name), &mut texts);
        for text in texts {
            let found = of_pay(&text);
            assert_eq!(found, None, "ladders/{name}: “{text}” speaks of pay");
        }
    }
}

#[test]
fn honest_words_are_not_taken_for_pay() {
    for honest in [
        "equity",
        "You weigh inequity.",
        "Equity in who gets the interesting work.",
        "compensation steps of a saga",
        "a bonus round of questions",
        "pay attention, pay back a debt",
    ] {
        assert_eq!(of_pay(honest), None, "{honest}");
    }
    for pay in [
        "You earn a bonus.",
        "Set every salary with care",
        "You set each pay band.",
        "Their total-compensation is high.",
        "an equity grant",
    ] {
        assert!(of_pay(pay).is_some(), "{pay}");
    }
}

#[test]
fn a_director_title_never_means_managing_people_and_warns_of_the_clash() {
    for (name, ladder) in ladders() {
        for scheme in &ladder.title_schemes {
            assert!(!scheme.is_management, "{name}: {}", scheme.id);
            if scheme
                .titles
                .values()
                .any(|title| title.contains("Director"))
            {
                let warned = scheme
                    .clashes
                    .iter()
                    .any(|clash| clash.word.contains("Director"));
                assert!(warned, "{name}: {}", scheme.id);
            }
        }
    }
}

#[test]
fn a_lean_agrees_with_the_weights() {
    for (name, ladder) in ladders() {
        for item in &ladder.competencies {
            let distance = i16::from(item.weight.broad) - i16::from(item.weight.deep);
            let agrees = match item.lean {
                Lean::Deep => distance < 0,
                Lean::Broad => distance > 0,
                Lean::Both => distance.abs() <= 2 && item.weight.deep.min(item.weight.broad) > 0,
            };
            assert!(
                agrees,
                "ladders/{name}: {} leans {:?}, but weighs {} deep and {} broad",
                item.id, item.lean, item.weight.deep, item.weight.broad
            );
        }
    }
}

#[test]
fn a_hands_on_share_or_a_number_of_years_stands_only_where_a_source_states_it() {
    for (name, ladder) in ladders() {
        for level in &ladder.levels {
            let numbers = level.hands_on.is_some() || level.lead_years.is_some();
            assert!(
                !numbers || level.basis != Basis::O,
                "ladders/{name}: {}",
                level.code
            );
            assert!(
                level.hands_on.is_none_or(|share| share.basis != Basis::O),
                "ladders/{name}: {}",
                level.code
            );
        }
    }
}

#[test]
fn no_id_stands_for_two_things() {
    for (name, ladder) in ladders() {
        for (list, doubles) in [
            (
                "sources",
                twice(ladder.sources.iter().map(|x| x.id.as_str())),
            ),
            (
                "dimensions",
                twice(ladder.dimensions.iter().map(|x| x.id.as_str())),
            ),
            (
                "titleSchemes",
                twice(ladder.title_schemes.iter().map(|x| x.id.as_str())),
            ),
            (
                "competencies",
                twice(ladder.competencies.iter().map(|x| x.id.as_str())),
            ),
        ] {
            assert!(
                doubles.is_empty(),
                "ladders/{name}: {list}: {doubles:?} twice"
            );
        }
    }
    let quiz = quiz();
    for (list, doubles) in [
        (
            "behaviours",
            twice(quiz.behaviours.iter().map(|x| x.id.as_str())),
        ),
        ("items", twice(quiz.items.iter().map(|x| x.id.as_str()))),
        ("forms", twice(quiz.forms.iter().map(|x| x.id.as_str()))),
    ] {
        assert!(
            doubles.is_empty(),
            "ladders/{QUIZ}: {list}: {doubles:?} twice"
        );
    }
}

// What holds of the ladder that this project wrote ----------------------------------------------

#[test]
fn our_ladder_has_fourteen_competencies_and_196_expectations() {
    let Some(ladder) = our_own() else { return };
    assert_eq!(ladder.competencies.len(), 14);
    let cells: usize = ladder
        .competencies
        .iter()
        .map(|item| item.expectations.len())
        .sum();
    assert_eq!(cells, 196);
}

#[test]
fn our_ladder_weighs_at_least_two_competencies_more_on_the_deep_track() {
    let Some(ladder) = our_own() else { return };
    let deep = ladder
        .competencies
        .iter()
        .filter(|item| item.weight.deep >= item.weight.broad + 2);
    assert!(deep.count() >= 2);
    let [deep, broad] = Track::BOTH.map(|track| {
        ladder
            .competencies
            .iter()
            .map(|item| u32::from(item.weight.on(track)))
            .sum::<u32>()
    });
    assert!(
        deep * 3 >= broad * 2 && broad * 3 >= deep * 2,
        "deep {deep}, broad {broad}"
    );
}

#[test]
fn our_ladder_never_puts_its_own_choice_into_somebody_elses_mouth() {
    let Some(ladder) = our_own() else { return };
    for item in &ladder.competencies {
        for (code, cell) in &item.expectations {
            let ours = cell.sources.iter().any(|id| id == "ours");
            assert!(cell.basis != Basis::O || ours, "{} {code}", item.id);
        }
    }
    let credit = &ladder.licence.credit;
    assert!(credit.contains("Raphael ‘kena’ Poss"), "{credit}");
    for url in [
        "https://dr-knz.net/levels-of-technical-leadership.html",
        "https://dr-knz.net/levels-of-technical-leadership/tl-career-ladder.pdf",
    ] {
        let named = ladder
            .sources
            .iter()
            .any(|source| source.url.as_deref() == Some(url));
        assert!(named, "{url}");
        assert!(text("LICENSE.md").contains(url), "{url}");
    }
}

// What holds of the quiz ------------------------------------------------------------------------

#[test]
fn every_behaviour_points_at_competencies_and_sources_of_a_ladder() {
    let ladders = ladders();
    for behaviour in quiz().behaviours {
        for id in &behaviour.competencies {
            assert!(
                ladders
                    .iter()
                    .any(|(_, ladder)| ladder.competency(id).is_some()),
                "ladders/{QUIZ}: behaviour “{}”: “{id}” is no competency of a ladder here",
                behaviour.id
            );
        }
        for id in &behaviour.sources {
            assert!(
                ladders
                    .iter()
                    .any(|(_, ladder)| ladder.source(id).is_some()),
                "ladders/{QUIZ}: behaviour “{}”: “{id}” is no source of a ladder here",
                behaviour.id
            );
        }
    }
}

#[test]
fn an_answer_counts_towards_the_side_it_stands_for() {
    let quiz = quiz();
    for item in &quiz.items {
        let [deep, broad] = quiz.parameters(item).unwrap().slope;
        let right = match &item.ask {
            ItemKind::Pair(_) => deep < 0.0 && broad > 0.0,
            ItemKind::Rating(rating) => match quiz.behaviour(&rating.behaviour).unwrap().side {
                Track::Deep => deep > 0.0 && broad == 0.0,
                Track::Broad => deep == 0.0 && broad > 0.0,
            },
        };
        assert!(
            right,
            "ladders/{QUIZ}: {} counts towards the wrong side",
            item.id
        );
    }
}

#[test]
fn every_item_is_asked_in_some_form() {
    let quiz = quiz();
    for item in &quiz.items {
        let asked = quiz.forms.iter().any(|form| form.items.contains(&item.id));
        assert!(asked, "ladders/{QUIZ}: {} is in no form", item.id);
    }
}

#[test]
fn the_table_of_items_gives_each_its_words_behaviours_sources_and_a_reason() {
    let (quiz, ladders, table) = (quiz(), ladders(), text("quiz-items.md"));
    let article = |letters: &str| {
        let row = table
            .lines()
            .find(|line| line.starts_with(&format!("| {letters} |")));
        let row = row.unwrap_or_else(|| panic!("quiz-items.md does not explain {letters}"));
        row.rsplit('`').nth(1).unwrap()
    };
    let (_, rows) = table.split_once("\n## The items\n").unwrap();
    let (rows, _) = rows.split_once("\n## ").unwrap();
    let rows: Vec<Vec<&str>> = rows
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let listed: Vec<&str> = rows
        .iter()
        .map(|row| row[0].split(' ').next().unwrap())
        .collect();
    let ids: Vec<&str> = quiz.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        listed, ids,
        "quiz-items.md: one row an item, in the order of {QUIZ}"
    );
    for (item, row) in quiz.items.iter().zip(&rows) {
        let [words, behaviours, sources, reason] = row[..] else {
            panic!("quiz-items.md: {} needs four columns", item.id)
        };
        let (texts, shown) = match &item.ask {
            ItemKind::Pair(pair) => (
                vec![&pair.stem, &pair.deep, &pair.broad],
                vec![&pair.deep_behaviour, &pair.broad_behaviour],
            ),
            ItemKind::Rating(rating) => (vec![&rating.text], vec![&rating.behaviour]),
        };
        for text in texts {
            assert!(
                words.contains(text),
                "quiz-items.md: {} says “{text}”",
                item.id
            );
        }
        let form = quiz
            .forms
            .iter()
            .position(|form| form.items.contains(&item.id));
        if let Some(form @ 1..) = form {
            let said = format!("({})", quiz.forms[form].id);
            assert!(
                words.contains(&said),
                "quiz-items.md: {} is {said}",
                item.id
            );
        }
        let named = behaviours.split('`').skip(1).step_by(2);
        assert_eq!(
            named.collect::<Vec<_>>(),
            shown,
            "quiz-items.md: the behaviours of {}",
            item.id
        );
        // A pair may rest on an article that makes the choice itself sharp; a rating has its behaviour’s.
        let cited: BTreeSet<&str> = sources.split(", ").map(article).collect();
        match &item.ask {
            ItemKind::Pair(_) => {
                let known = |id: &&str| ladders.iter().any(|(_, l)| l.source(id).is_some());
                let unknown: Vec<_> = cited.iter().filter(|id| !known(id)).collect();
                assert!(
                    unknown.is_empty(),
                    "quiz-items.md: {}: {unknown:?}",
                    item.id
                );
            }
            ItemKind::Rating(rating) => {
                let behaviour = quiz.behaviour(&rating.behaviour).unwrap();
                let from = behaviour.sources.iter().map(String::as_str).collect();
                assert_eq!(cited, from, "quiz-items.md: the sources of {}", item.id);
            }
        }
        assert!(
            reason.split_whitespace().count() >= 8,
            "quiz-items.md: {} needs a reason",
            item.id
        );
    }
}

// What the checks refuse ------------------------------------------------------------------------

// Tables of breaks. Columns: what an author did | what that changes in a valid file | the places of
// all faults to be named | who sees it: the `editor` by the schema and the checks, or `checks` only.
// A change is `/path = value`, `/path = @/other/path` (a copy) or `/path gone`; `/list/-` adds to a
// list; ` & ` joins several. In the quiz stand `{pair}`, `{rating}`, `{deep rating}` and
// `{broad rating}` for the index of the first such item, `{deep left}`, `{broad left}`, `{deep rated}`
// and `{broad rated}` for ids, `{items}` and `{behaviours}` for how many there are, and `{one}` and
// `{two}` for all of a form but its items.

const FRAME: &str = r#"
another file format | /schema = 2 | schema | editor
no deep track | /tracks/0/id = "broad" | tracks | editor
a basis letter without a meaning | /bases/2 gone | bases | editor
an address without https | /sources/0/url = "http://example.org/" | sources[0].url | editor
an address that is a program | /sources/0/url = "javascript:alert(1)" | sources[0].url | editor
an address with a space | /sources/0/url = "https://example.org/a page" | sources[0].url | editor
an address without a site | /sources/0/url = "https:///page" | sources[0].url | editor
an address that hides its site | /sources/0/url = "https://example.org@example.net/" | sources[0].url | checks
a licence without https | /licence/url = "data:text/html,hello" | licence.url | editor
one id for two sources | /sources/- = @/sources/0 | sources[{sources}].id | editor
one id for two sources that differ | /sources/- = @/sources/0 & /sources/{sources}/title = "Another" | sources[{sources}].id | checks
one id for two dimensions | /dimensions/- = @/dimensions/0 & /dimensions/{dimensions}/name = "Another" | dimensions[{dimensions}].id | checks
a ladder whose name ends a string | /id = "a\"b" | id | editor
a source whose id is markup | /sources/- = @/sources/0 & /sources/{sources}/id = "<b>" | sources[{sources}].id | editor
a dimension whose id is a word | /dimensions/- = @/dimensions/0 & /dimensions/{dimensions}/id = "Kin" | dimensions[{dimensions}].id | editor
"#;

const LEVELS: &str = r#"
one level twice | /levels/4/code = "L5" | levels | editor
a level left out | /levels/13 gone | levels | editor
the wrong phase | /levels/6/phase = "shared" | levels[6].phase | editor
a share that runs backwards | /levels/5/handsOn = {"min": 60, "max": 40, "basis": "S"} | levels[5].handsOn | checks
a share above 100 | /levels/5/handsOn = {"min": 60, "max": 101, "basis": "S"} | levels[5].handsOn | editor
a share of our own | /levels/5/handsOn = {"min": 40, "max": 60, "basis": "O"} | levels[5].handsOn | editor
an empty title | /levels/0/title = "" | levels[0].title | editor
an empty summary | /levels/0/summary = " " | levels[0].summary | editor
an empty scope | /levels/0/scope = "" | levels[0].scope | editor
an empty horizon | /levels/0/horizon = "" | levels[0].horizon | editor
an empty autonomy | /levels/0/autonomy = "" | levels[0].autonomy | editor
an empty counterpart | /levels/0/counterpart = "" | levels[0].counterpart | editor
an empty question | /levels/0/question = "" | levels[0].question | editor
an empty ready signal | /levels/0/readySignal = "" | levels[0].readySignal | editor
an empty trap | /levels/0/trap = "" | levels[0].trap | editor
a level without a source | /levels/0/basis = "O" & /levels/0/sources = [] | levels[0].sources | editor
a level with an unknown source | /levels/0/basis = "O" & /levels/0/sources = ["nobody"] | levels[0].sources | checks
a level of basis P without the table | /levels/0/basis = "P" & /levels/0/sources = ["ours"] | levels[0].sources | editor
"#;

const TITLES: &str = r#"
titles for managers | /titleSchemes/0/isManagement = true | titleSchemes[0].isManagement | editor
a title left out | /titleSchemes/0/titles/L7 gone | titleSchemes[0].titles | editor
a Director without a warning | /titleSchemes/0/titles/L7 = "Director" & /titleSchemes/0/clashes = [] | titleSchemes[0].clashes | checks
an empty title | /titleSchemes/0/titles/L7 = "" | titleSchemes[0].titles.L7 | editor
one id for two schemes | /titleSchemes/- = @/titleSchemes/0 | titleSchemes[{titleSchemes}].id | checks
a scheme whose id ends the styles | /titleSchemes/- = @/titleSchemes/0 & /titleSchemes/{titleSchemes}/id = "</style>" | titleSchemes[{titleSchemes}].id | editor
a scheme of basis P without the table | /titleSchemes/0/basis = "P" & /titleSchemes/0/sources = ["ours"] | titleSchemes[0].sources | editor
a scheme without a source | /titleSchemes/0/basis = "O" & /titleSchemes/0/sources = [] | titleSchemes[0].sources | editor
a scheme with an unknown source | /titleSchemes/0/basis = "O" & /titleSchemes/0/sources = ["nobody"] | titleSchemes[0].sources | checks
"#;

const COMPETENCIES: &str = r#"
one id for two | /competencies/1/id = @/competencies/0/id | competencies[1].id | checks
an id with a capital and a space | /competencies/0/id = "Technical depth" | competencies[0].id | editor
an empty id | /competencies/0/id = "" | competencies[0].id | editor
an unknown dimension | /competencies/0/dimension = "X" | competencies[0].dimension | checks
no idea behind it | /competencies/0/ideas = [] | competencies[0].ideas | editor
an idea from an unknown source | /competencies/0/ideas/0/source = "nobody" | competencies[0].ideas[0].source | checks
a deep weight above 3 | /competencies/0/weight/deep = 4 | competencies[0].weight | editor
a broad weight above 3 | /competencies/0/weight/broad = 4 | competencies[0].weight | editor
no deep evidence | /competencies/0/evidence/deep = [] | competencies[0].evidence.deep | editor
no broad evidence | /competencies/0/evidence/broad = [] | competencies[0].evidence.broad | editor
"#;

const EXPECTATIONS: &str = r#"
none for a level | /competencies/0/expectations/L7 gone | competencies[0].expectations.L7 | editor
a gist of two words | /competencies/0/expectations/L7/gist = "Judge designs" | competencies[0].expectations.L7.gist | editor
a gist of nine words | /competencies/0/expectations/L7/gist = "Judge designs across several product areas and say why" | competencies[0].expectations.L7.gist | editor
a gist twice | /competencies/0/expectations/L7/gist = @/competencies/0/expectations/T1/gist | competencies[0].expectations.L7.gist | checks
an empty detail | /competencies/0/expectations/L7/detail = "  " | competencies[0].expectations.L7.detail | editor
no detail above the trunk | /competencies/0/expectations/L7/detail gone | competencies[0].expectations.L7.detail | editor
basis P without the table | /competencies/0/expectations/L7/basis = "P" & /competencies/0/expectations/L7/sources = ["ours"] | competencies[0].expectations.L7.sources | editor
no source | /competencies/0/expectations/T1/sources = [] | competencies[0].expectations.T1.sources | editor
an unknown source | /competencies/0/expectations/T1/sources = ["nobody"] | competencies[0].expectations.T1.sources | checks
"#;

const MODEL: &str = r#"
another file format | /schema = 2 | schema | editor
an id with capitals and spaces | /id = "Deep or broad" | id | editor
a version of 0 | /version = 0 | version | editor
a correlation of 1 | /model/priorCorrelation = 1.0 | model.priorCorrelation | editor
a correlation of −1 | /model/priorCorrelation = -1.0 | model.priorCorrelation | editor
a damping of 0 | /model/damping = 0.0 | model.damping | editor
a damping above 1 | /model/damping = 1.01 | model.damping | editor
an empty answer | /pairLabels/0 = " " | pairLabels[0] | editor
one answer for two | /pairLabels/1 = @/pairLabels/0 | pairLabels[1] | editor
thresholds that rise | /parameters/pair/thresholds = [2.0, -0.7, 0.7, -2.0] | parameters.pair.thresholds | checks
two thresholds alike | /parameters/pair/thresholds = [2.0, 0.7, 0.7, -2.0] | parameters.pair.thresholds | editor
a threshold too far out | /parameters/pair/thresholds = [10.5, 0.7, -0.7, -2.0] | parameters.pair.thresholds | editor
slopes that say nothing | /parameters/pair/slope = [0.0, 0] | parameters.pair.slope | editor
a slope too steep | /parameters/pair/slope = [-0.85, 4.5] | parameters.pair.slope | editor
"#;

const BEHAVIOURS: &str = r#"
one id for two | /behaviours/1/id = @/behaviours/0/id | behaviours[1].id | checks
an id with a capital | /behaviours/0/id = "Whole" | behaviours[0].id | editor
an empty id | /behaviours/0/id = "" | behaviours[0].id | editor
a third facet | /behaviours/0/facet = 3 | behaviours[0].facet | editor
an empty name | /behaviours/0/name = "" | behaviours[0].name | editor
an empty phrase | /behaviours/0/phrase = " " | behaviours[0].phrase | editor
no competency | /behaviours/0/competencies = [] | behaviours[0].competencies | editor
no source | /behaviours/0/sources = [] | behaviours[0].sources | editor
one that no item asks about | /behaviours/- = @/behaviours/0 & /behaviours/{behaviours}/id = "idle" | behaviours[{behaviours}] | checks
"#;

const ITEMS: &str = r#"
one id for two | /items/1/id = @/items/0/id | items[1].id | checks
an id that ends in a hyphen | /items/0/id = "p01-" | items[0].id | editor
an unknown set of parameters | /items/0/parameters = "nothing" | items[0].parameters | checks
a pair that counts as a rating | /items/{pair}/parameters = @/items/{rating}/parameters | items[{pair}].parameters | checks
a deep rating that counts as broad | /items/{deep rating}/parameters = @/items/{broad rating}/parameters | items[{deep rating}].parameters | checks
a broad rating that counts as deep | /items/{broad rating}/parameters = @/items/{deep rating}/parameters | items[{broad rating}].parameters | checks
slopes of pairs turned round | /parameters/pair/slope = [0.85, -0.85] | items[{pair}].parameters | checks
an unknown deep behaviour | /items/{pair}/ask/pair/deepBehaviour = "nothing" | items[{pair}].deepBehaviour | checks
an unknown broad behaviour | /items/{pair}/ask/pair/broadBehaviour = "nothing" | items[{pair}].broadBehaviour | checks
an unknown rated behaviour | /items/{rating}/ask/rating/behaviour = "nothing" | items[{rating}].behaviour | checks
a broad behaviour on the deep side | /items/{pair}/ask/pair/deepBehaviour = @/items/{pair}/ask/pair/broadBehaviour | items[{pair}].deepBehaviour | checks
a deep behaviour on the broad side | /items/{pair}/ask/pair/broadBehaviour = @/items/{pair}/ask/pair/deepBehaviour | items[{pair}].broadBehaviour | checks
an empty stem | /items/{pair}/ask/pair/stem = "" | items[{pair}].stem | editor
an empty deep side | /items/{pair}/ask/pair/deep = "" | items[{pair}].deep | editor
an empty broad side | /items/{pair}/ask/pair/broad = "" | items[{pair}].broad | editor
an empty rating | /items/{rating}/ask/rating/text = " " | items[{rating}].text | editor
an empty answer | /items/{rating}/ask/rating/labels/4 = "" | items[{rating}].labels[4] | editor
one answer for two | /items/{rating}/ask/rating/labels/3 = @/items/{rating}/ask/rating/labels/2 | items[{rating}].labels[3] | editor
one in no form | /items/- = @/items/{rating} & /items/{items}/id = "extra" | items[{items}] | checks
"#;

const FORMS: &str = r#"
no form | /forms = [] | forms | editor
one id for two | /forms = [{{one}, "items": ["{deep left}", "{broad left}"]}, {{one}, "items": ["{deep left}", "{broad left}", "{deep rated}", "{broad rated}"]}] | forms[1].id | checks
an id with a space | /forms/0/id = "very quick" | forms[0].id | editor
an empty name | /forms/0/name = "" | forms[0].name | editor
no minute | /forms/0/minutes = 0 | forms[0].minutes | editor
more than an hour | /forms/0/minutes = 61 | forms[0].minutes | editor
no items | /forms = [{{one}, "items": []}] | forms[0].items | editor
items asked twice | /forms = [{{one}, "items": ["{deep left}", "{broad left}", "{deep left}", "{broad left}"]}] | forms[0].items[2], forms[0].items[3] | editor
an unknown item | /forms = [{{one}, "items": ["nobody"]}] | forms[0].items[0] | checks
one side left more often | /forms = [{{one}, "items": ["{deep left}"]}] | forms[0].items | checks
more ratings on one side | /forms = [{{one}, "items": ["{deep rated}"]}] | forms[0].items | checks
pairs after ratings | /forms = [{{one}, "items": ["{deep rated}", "{broad rated}", "{deep left}", "{broad left}"]}] | forms[0].items[2] | checks
a longer form that begins otherwise | /forms = [{{one}, "items": ["{deep left}", "{broad left}"]}, {{two}, "items": ["{broad left}", "{deep left}", "{deep rated}", "{broad rated}"]}] | forms[1].items[0] | checks
a longer form before a shorter one | /forms = [{{one}, "items": ["{deep left}", "{broad left}", "{deep rated}", "{broad rated}"]}, {{two}, "items": ["{deep left}", "{broad left}"]}] | forms[1].items | checks
two forms of the same items | /forms = [{{one}, "items": ["{deep left}", "{broad left}"]}, {{two}, "items": ["{deep left}", "{broad left}"]}] | forms[1].items | checks
"#;

const LIMITS: &str = r#"
none | /limits = [] | limits | editor
an empty one | /limits/0/text = "" | limits[0].text | editor
"#;

const LADDER_TABLES: [&str; 5] = [FRAME, LEVELS, TITLES, COMPETENCIES, EXPECTATIONS];
const QUIZ_TABLES: [&str; 5] = [MODEL, BEHAVIOURS, ITEMS, FORMS, LIMITS];

/// One row of a table, done to the real file.
struct Broken {
    what: String,
    pack: Value,
    places: Vec<String>,
    in_editor: bool,
}

impl Broken {
    fn faults(&self, name: &str) -> Vec<Fault> {
        faults(name, &self.pack)
    }
}

fn faults(name: &str, pack: &Value) -> Vec<Fault> {
    match name {
        QUIZ => parse_quiz(&pack.to_string()),
        _ => parse_ladder(&pack.to_string()),
    }
}

fn rows(name: &str, table: &str) -> Vec<Broken> {
    let valid = value(name);
    let mut table = table.to_owned();
    for (list, entries) in valid.as_object().unwrap() {
        if let Some(entries) = entries.as_array() {
            table = table.replace(&format!("{{{list}}}"), &entries.len().to_string());
        }
    }
    if name == QUIZ {
        table = filled(table, &valid);
    }
    table.trim().lines().map(|line| row(line, &valid)).collect()
}

fn row(line: &str, valid: &Value) -> Broken {
    let columns: Vec<&str> = line.split(" | ").collect();
    let [what, changes, places, seen] = columns[..] else {
        panic!("four columns, please: {line}");
    };
    let mut pack = valid.clone();
    for change in changes.split(" & ") {
        apply(&mut pack, change);
    }
    assert_ne!(&pack, valid, "{what}: changes nothing");
    Broken {
        what: what.to_owned(),
        pack,
        places: places.split(", ").map(str::to_owned).collect(),
        in_editor: seen == "editor",
    }
}

fn filled(table: String, quiz: &Value) -> String {
    let items = quiz["items"].as_array().unwrap();
    let side = |item: &Value| {
        let rated = &item["ask"]["rating"]["behaviour"];
        let behaviours = quiz["behaviours"].as_array().unwrap();
        let behaviour = behaviours.iter().find(|b| b["id"] == *rated);
        behaviour.map(|b| b["side"].clone())
    };
    let first = |fits: &dyn Fn(&Value) -> bool| {
        let at = items.iter().position(fits).unwrap();
        (at.to_string(), items[at]["id"].as_str().unwrap().to_owned())
    };
    let rated = |track: &str| first(&|item| side(item) == Some(json!(track)));
    let left = |track: &str| first(&|item| item["ask"]["pair"]["left"] == track);
    let kind = |kind: &str| first(&|item| item["ask"].get(kind).is_some());
    [
        ("{pair}", kind("pair").0),
        ("{rating}", kind("rating").0),
        ("{deep rating}", rated("deep").0),
        ("{broad rating}", rated("broad").0),
        ("{deep rated}", rated("deep").1),
        ("{broad rated}", rated("broad").1),
        ("{deep left}", left("deep").1),
        ("{broad left}", left("broad").1),
        (
            "{one}",
            r#""id": "one", "name": "One", "minutes": 1"#.into(),
        ),
        (
            "{two}",
            r#""id": "two", "name": "Two", "minutes": 2"#.into(),
        ),
    ]
    .into_iter()
    .fold(table, |table, (word, meaning)| {
        table.replace(word, &meaning)
    })
}

fn apply(pack: &mut Value, change: &str) {
    let (path, new) = match change.strip_suffix(" gone") {
        Some(path) => (path, None),
        None => {
            let (path, new) = change.split_once(" = ").unwrap();
            let new = match new.strip_prefix('@') {
                Some(other) => pack.pointer(other).unwrap().clone(),
                None => serde_json::from_str(new).unwrap(),
            };
            (path, Some(new))
        }
    };
    let (parent, last) = path.rsplit_once('/').unwrap();
    match (pack.pointer_mut(parent).unwrap(), new) {
        (Value::Object(fields), Some(new)) => drop(fields.insert(last.to_owned(), new)),
        (Value::Object(fields), None) => drop(fields.remove(last)),
        (Value::Array(items), Some(new)) if last == "-" => items.push(new),
        (Value::Array(items), Some(new)) => items[last.parse::<usize>().unwrap()] = new,
        (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
        _ => panic!("{path} is no field"),
    }
}

#[track_caller]
fn each_is_named_by_its_place(name: &str, table: &str) {
    for row in rows(name, table) {
        let found = row.faults(name);
        let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, row.places, "{}", row.what);
    }
}

#[test]
fn a_fault_in_the_frame_is_named_by_its_place() {
    each_is_named_by_its_place(LADDER, FRAME);
}

#[test]
fn a_fault_in_a_level_is_named_by_its_place() {
    each_is_named_by_its_place(LADDER, LEVELS);
}

#[test]
fn a_fault_in_a_title_scheme_is_named_by_its_place() {
    each_is_named_by_its_place(LADDER, TITLES);
}

#[test]
fn a_fault_in_a_competency_is_named_by_its_place() {
    each_is_named_by_its_place(LADDER, COMPETENCIES);
}

#[test]
fn a_fault_in_an_expectation_is_named_by_its_place() {
    each_is_named_by_its_place(LADDER, EXPECTATIONS);
}

#[test]
fn a_fault_in_the_quiz_model_is_named_by_its_place() {
    each_is_named_by_its_place(QUIZ, MODEL);
}

#[test]
fn a_fault_in_a_behaviour_is_named_by_its_place() {
    each_is_named_by_its_place(QUIZ, BEHAVIOURS);
}

#[test]
fn a_fault_in_a_quiz_item_is_named_by_its_place() {
    each_is_named_by_its_place(QUIZ, ITEMS);
}

#[test]
fn a_fault_in_a_quiz_form_is_named_by_its_place() {
    each_is_named_by_its_place(QUIZ, FORMS);
}

#[test]
fn a_fault_in_what_a_result_cannot_tell_is_named_by_its_place() {
    each_is_named_by_its_place(QUIZ, LIMITS);
}

#[test]
fn a_missing_expectation_is_named_for_each_of_the_fourteen_levels() {
    for code in LevelCode::all() {
        let mut pack = value(LADDER);
        apply(
            &mut pack,
            &format!("/competencies/0/expectations/{code} gone"),
        );
        let found = faults(LADDER, &pack);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            found[0].place,
            format!("competencies[0].expectations.{code}")
        );
        assert!(!schema_errors(LADDER_SCHEMA, &pack).is_empty(), "{code}");
    }
}

#[test]
fn a_gist_in_other_capitals_is_still_a_repeat() {
    let mut pack = value(LADDER);
    let gist = pack["competencies"][0]["expectations"]["T1"]["gist"]
        .as_str()
        .unwrap();
    pack["competencies"][0]["expectations"]["T2"]["gist"] = json!(gist.to_uppercase());
    let found = faults(LADDER, &pack);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].place, "competencies[0].expectations.T2.gist");
}

#[test]
fn several_faults_are_told_at_once() {
    let mut pack = value(LADDER);
    apply(&mut pack, "/schema = 2");
    apply(&mut pack, "/competencies/0/weight/deep = 9");
    let found = faults(LADDER, &pack);
    let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(places, ["schema", "competencies[0].weight"]);
}

#[test]
fn a_text_of_another_shape_is_refused_by_line_and_column() {
    for (name, old, new, says) in [
        (
            LADDER,
            "\"schema\": 1,",
            "\"schema\": 1,,",
            "line 3, column",
        ),
        (LADDER, "\"about\"", "\"abuot\"", "unknown field `abuot`"),
        (
            LADDER,
            "\"code\": \"T1\"",
            "\"code\": \"T0\"",
            "write T1 to T9 or L5 to L9",
        ),
        (
            LADDER,
            "\"basis\": \"O\"",
            "\"basis\": \"X\"",
            "unknown variant `X`",
        ),
        (
            LADDER,
            "\"T2\": {",
            "\"t1\": {",
            "“T1” stands twice; keep one entry",
        ),
        (
            LADDER,
            "\"T6\": \"",
            "\"T5\": \"",
            "“T5” stands twice; keep one entry",
        ),
        (
            QUIZ,
            "\"deep-rating\": {",
            "\"pair\": {",
            "“pair” stands twice; keep one entry",
        ),
        (QUIZ, "\"schema\": 1,", "\"schema\": 1,,", "line 3, column"),
        (QUIZ, "\"forms\"", "\"from\"", "unknown field `from`"),
        (
            QUIZ,
            "\"left\": \"deep\"",
            "\"left\": \"top\"",
            "unknown variant `top`",
        ),
    ] {
        let broken = text(name).replacen(old, new, 1);
        let found = match name {
            QUIZ => parse_quiz(&broken),
            _ => parse_ladder(&broken),
        };
        assert_eq!(found.len(), 1, "{new}: {found:?}");
        assert!(found[0].place.starts_with("line "), "{new}: {}", found[0]);
        assert!(found[0].to_string().contains(says), "{new}: {}", found[0]);
    }
    for found in [parse_ladder(""), parse_quiz("[")] {
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn the_schema_shows_in_the_editor_what_it_can_see() {
    for (name, schema, tables) in [
        (LADDER, LADDER_SCHEMA, &LADDER_TABLES[..]),
        (QUIZ, QUIZ_SCHEMA, &QUIZ_TABLES[..]),
    ] {
        let validator = validator(schema);
        for row in tables.iter().flat_map(|table| rows(name, table)) {
            let errors = errors(&validator, &row.pack);
            assert_eq!(
                !errors.is_empty(),
                row.in_editor,
                "{}: {errors:?}",
                row.what
            );
        }
    }
}

#[test]
fn the_schema_refuses_a_field_too_many_and_a_field_too_few() {
    for (name, schema) in [(LADDER, LADDER_SCHEMA), (QUIZ, QUIZ_SCHEMA)] {
        let mut more = value(name);
        apply(&mut more, "/region = \"north\"");
        assert!(!schema_errors(schema, &more).is_empty(), "{name}");
        for field in value(name).as_object().unwrap().keys() {
            let mut less = value(name);
            apply(&mut less, &format!("/{field} gone"));
            assert!(!schema_errors(schema, &less).is_empty(), "{name}: {field}");
        }
    }
}

/// A message without what differs from file to file: names in quotes, and numbers.
fn shape(message: &str) -> String {
    let mut quoted = false;
    message
        .chars()
        .filter(|letter| {
            quoted = (quoted || *letter == '“') && *letter != '”';
            !quoted && !letter.is_ascii_digit()
        })
        .collect()
}

#[test]
fn the_guide_quotes_every_message_a_check_can_give() {
    let guide = shape(&text("README.md"));
    for (name, tables) in [(LADDER, &LADDER_TABLES[..]), (QUIZ, &QUIZ_TABLES[..])] {
        for row in tables.iter().flat_map(|table| rows(name, table)) {
            for fault in row.faults(name) {
                assert!(
                    guide.contains(&shape(&fault.problem)),
                    "ladders/README.md does not quote “{}” ({})",
                    fault.problem,
                    row.what
                );
            }
        }
    }
}
