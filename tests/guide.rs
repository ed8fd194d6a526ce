//! Tests of `ladders/guide.json` against its ladder, its schema and the checks, and of every check
//! against a copy that violates it. Uses no page. The guide for authors, `ladders/README.md`,
//! quotes each message; a test checks the quotes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop and say where"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ladder_explorer::growth::{PlanField, PlanItem, Quarter, Standing};
use ladder_explorer::guard::text_of;
use ladder_explorer::guide::{Guide, HowOften, PlanTemplate, WhereFound};
use ladder_explorer::ladder::{Fault, Ladder, Side};
use serde_json::{Value, json};

const GUIDE: &str = "guide.json";
const LADDER: &str = "technical-leadership.json";
const SCHEMA: &str = "guide.schema.json";

// The files -------------------------------------------------------------------------------------

fn text(name: &str) -> String {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/ladders")).join(name);
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("ladders/{name}: {error}"));
    let text = text_of(&bytes).unwrap_or_else(|error| panic!("ladders/{name}: {error}"));
    text.to_owned()
}

fn value(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("ladders/{name}: {error}"))
}

fn ladder() -> Ladder {
    Ladder::parse(&text(LADDER)).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

fn guide() -> Guide {
    Guide::parse(&text(GUIDE), &ladder()).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

/// The guide of this project. The tests of its content do not apply to another guide.
fn our_own() -> Option<Guide> {
    Some(guide()).filter(|guide| guide.ladder == "technical-leadership")
}

fn faults(guide: &Value) -> Vec<Fault> {
    Guide::parse(&guide.to_string(), &ladder())
        .err()
        .unwrap_or_default()
}

fn schema_errors(guide: &Value) -> Vec<String> {
    jsonschema::draft202012::new(&value(SCHEMA))
        .unwrap_or_else(|error| panic!("ladders/{SCHEMA}: {error}"))
        .iter_errors(guide)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn lines(faults: &[Fault]) -> String {
    faults
        .iter()
        .fold(format!("ladders/{GUIDE} needs a change:"), |all, fault| {
            format!("{all}\n  {fault}")
        })
}

/// Every value under a field of this name, anywhere in the file, with its location.
fn under(field: &str, value: &Value, place: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                under(field, item, &format!("{place}/{i}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, inner) in fields {
                let place = format!("{place}/{name}");
                if name == field {
                    found.push((place.clone(), inner.clone()));
                }
                under(field, inner, &place, found);
            }
        }
        _ => {}
    }
}

fn all_under(field: &str) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    under(field, &value(GUIDE), "", &mut found);
    found
}

// Rules for every guide -------------------------------------------------------------------------

#[test]
fn the_shipped_guide_fits_its_ladder_and_its_schema() {
    let pack = value(GUIDE);
    let found = faults(&pack);
    assert!(found.is_empty(), "{}", lines(&found));
    let errors = schema_errors(&pack);
    assert!(errors.is_empty(), "ladders/{GUIDE}: {errors:#?}");
    assert_eq!(guide().schema_file.as_deref(), Some(SCHEMA));
}

// The checks test the same. This reads the file itself, to find a list that the checks forget.
#[test]
fn every_reference_of_the_guide_leads_somewhere() {
    let ladder = ladder();
    for (place, ids) in all_under("sources") {
        let ids = ids.as_array().unwrap();
        assert!(!ids.is_empty(), "{place}");
        for id in ids {
            assert!(
                ladder.source(id.as_str().unwrap()).is_some(),
                "{place}: {id}"
            );
        }
    }
    for (place, id) in all_under("source") {
        assert!(
            ladder.source(id.as_str().unwrap()).is_some(),
            "{place}: {id}"
        );
    }
    for (place, ids) in all_under("competencies") {
        for id in ids.as_array().unwrap() {
            let known = ladder.competency(id.as_str().unwrap()).is_some();
            assert!(known, "{place}: {id}");
        }
    }
    for (place, id) in all_under("competency") {
        let known = ladder.competency(id.as_str().unwrap()).is_some();
        assert!(known, "{place}: {id}");
    }
}

#[test]
fn every_letter_of_the_guide_cites_what_it_claims() {
    let pack = value(GUIDE);
    let letters = all_under("basis");
    assert!(!letters.is_empty());
    for (place, letter) in letters {
        let entry = pack.pointer(place.strip_suffix("/basis").unwrap()).unwrap();
        let cites = |id: &str| entry["sources"].as_array().unwrap().contains(&json!(id));
        match letter.as_str().unwrap() {
            "P" => assert!(cites("poss-table"), "{place}"),
            "O" => assert!(cites("ours"), "{place}"),
            _ => {}
        }
    }
}

#[test]
fn every_rung_with_a_level_on_both_tracks_has_one_counterpart() {
    let (ladder, guide) = (ladder(), guide());
    let mut rungs: Vec<u8> = guide.pairing.counterparts.iter().map(|x| x.rung).collect();
    rungs.sort_unstable();
    let apart = ladder.apart(ladder.sides.unwrap());
    let expected: Vec<u8> = apart.iter().map(|(rung, _)| *rung).collect();
    assert_eq!(rungs, expected);
    if our_own().is_some() {
        assert_eq!(rungs, [5, 6, 7, 8, 9]);
    }
}

#[test]
fn every_level_that_the_guide_names_is_on_its_ladder() {
    let ladder = ladder();
    let mut named = 0;
    for (place, levels) in all_under("levels") {
        for level in levels.as_array().unwrap() {
            named += 1;
            let known = ladder.level(level.as_str().unwrap()).is_some();
            assert!(known, "{place}: {level}");
        }
    }
    for (place, level) in all_under("level") {
        named += 1;
        let known = ladder.level(level.as_str().unwrap()).is_some();
        assert!(known, "{place}: {level}");
    }
    assert!(named > 0);
}

#[test]
fn the_schema_explains_every_field_and_allows_no_other() {
    let schema = value(SCHEMA);
    assert!(jsonschema::meta::is_valid(&schema));
    let mut more = value(GUIDE);
    apply(&mut more, "/region = \"north\"");
    assert!(!schema_errors(&more).is_empty());
    for field in value(GUIDE).as_object().unwrap().keys() {
        let mut less = value(GUIDE);
        apply(&mut less, &format!("/{field} gone"));
        let errors = schema_errors(&less);
        assert_eq!(
            errors.is_empty(),
            OPTIONAL.contains(&&*format!("/{field}")),
            "{field}: {errors:?}"
        );
    }
}

/// What a guide may leave out.
const OPTIONAL: [&str; 17] = [
    "/reasons",
    "/impact",
    "/managers",
    "/managers/result",
    "/managers/days",
    "/glossary",
    "/titles/about",
    "/focusAreas/0/success",
    "/focusAreas/0/templates",
    "/examples",
    "/examples/0/lines/0/why",
    "/examples/0/lines/0/second",
    "/organisation/promotions",
    "/organisation/sizes",
    "/organisation/mapping",
    "/organisation/late",
    "/organisation/themes",
];

#[test]
fn a_guide_of_the_first_form_is_still_one() {
    let mut pack = value(GUIDE);
    for path in OPTIONAL.iter().rev() {
        apply(&mut pack, &format!("{path} gone"));
        assert_eq!(faults(&pack), [], "{path}");
        assert_eq!(schema_errors(&pack), [""; 0], "{path}");
    }
}

// Rules for the guide of this project -----------------------------------------------------------

#[test]
fn our_guide_gives_both_tracks_as_many_first_days_and_traps_of_their_own() {
    let Some(guide) = our_own() else { return };
    let days = &guide.fork.first_days;
    assert_eq!(days.on(Side::Deep).len(), days.on(Side::Broad).len());
    let count = |found| guide.traps.iter().filter(|x| x.found == found).count();
    assert!(count(WhereFound::Deep).abs_diff(count(WhereFound::Broad)) <= 1);
    for entry in &guide.attributes {
        assert!(
            entry.deep.len().abs_diff(entry.broad.len()) <= 1,
            "{}",
            entry.id
        );
    }
}

#[test]
fn our_guide_says_as_much_to_the_deep_as_to_the_broad_side() {
    let Some(guide) = our_own() else { return };
    for list in [
        &guide.fork.changes,
        &guide.pairing.topics,
        &guide.work.facets,
    ] {
        let words = |text: &str| text.split_whitespace().count();
        let deep: usize = list.iter().map(|x| words(&x.deep)).sum();
        let broad: usize = list.iter().map(|x| words(&x.broad)).sum();
        assert!(
            deep * 3 >= broad * 2 && broad * 3 >= deep * 2,
            "“{}” and what follows: {deep} deep words, {broad} broad ones",
            list[0].aspect
        );
    }
}

#[test]
fn our_guide_gives_no_symptom_and_no_need_the_same_id() {
    let Some(guide) = our_own() else { return };
    let mut seen = BTreeSet::new();
    let symptoms = guide.work.symptoms.iter().chain(&guide.organisation.needs);
    for entry in symptoms {
        assert!(
            seen.insert(entry.id.as_str()),
            "{} stands in both lists",
            entry.id
        );
    }
}

#[test]
fn our_guide_rolls_every_competency_up_into_one_theme() {
    let Some(guide) = our_own() else { return };
    let themes = guide.organisation.themes.iter();
    let mut rolled: Vec<&str> = themes
        .flat_map(|theme| theme.competencies.iter().map(String::as_str))
        .collect();
    let ladder = ladder();
    let mut all: Vec<&str> = ladder.competencies.iter().map(|x| x.id.as_str()).collect();
    rolled.sort_unstable();
    all.sort_unstable();
    assert_eq!(rolled, all);
}

#[test]
fn our_guide_leaves_ever_fewer_levels_empty() {
    let Some(guide) = our_own() else { return };
    let sizes = &guide.organisation.sizes;
    assert!(
        sizes.is_sorted_by(|small, large| small.engineers < large.engineers
            && small.empty.len() >= large.empty.len())
    );
    for size in sizes {
        assert!(size.few.iter().all(|rung| !size.empty.contains(rung)));
    }
}

#[test]
fn our_guide_has_something_to_plan_for_every_competency_on_either_side() {
    let Some(guide) = our_own() else { return };
    for competency in &ladder().competencies {
        let of = |side| guide.plan_templates(side, Some(&competency.id));
        let [deep, broad] = Side::BOTH.map(|side| of(Some(side)));
        assert!(!deep.is_empty(), "{}", competency.id);
        assert_eq!(deep.len(), broad.len(), "{}", competency.id);
        let both = of(None);
        assert_eq!(both.len(), deep.len() + broad.len());
        assert_eq!([both[0], both[1]], [deep[0], broad[0]]);
    }
    let words = |one: &&PlanTemplate| {
        let texts = [&one.aim, &one.first_step, &one.notice].map(String::as_str);
        texts.join(" ").split_whitespace().count()
    };
    let all = |side| guide.plan_templates(Some(side), None);
    let [deep, broad] = Side::BOTH.map(|side| all(side).iter().map(words).sum::<usize>());
    assert!(
        deep * 10 >= broad * 9 && broad * 10 >= deep * 9,
        "{deep} deep words, {broad} broad ones"
    );
    assert_eq!(guide.plan_templates(None, Some("nothing")).len(), 0);
    for area in &guide.focus_areas {
        for one in &area.templates {
            assert!(area.competencies.contains(&one.competency), "{}", area.id);
        }
    }
}

#[test]
fn our_guide_fills_in_a_deep_and_a_broad_case_alike() {
    let Some(guide) = our_own() else { return };
    let ladder = ladder();
    let examples = guide.examples.iter();
    let tracks: Vec<_> = examples
        .map(|one| &ladder.level(&one.level).unwrap().tracks)
        .collect();
    let sides = ladder.sides.unwrap().map(|track| vec![track]);
    assert_eq!(tracks, sides.iter().collect::<Vec<_>>());
    let words = |at: usize| {
        let mut paths = Vec::new();
        let example = &value(GUIDE)["examples"][at];
        texts(example, "", &mut paths);
        let texts = paths.iter().map(|path| example.pointer(path).unwrap());
        let texts = texts.map(|text| text.as_str().unwrap().split_whitespace().count());
        texts.sum::<usize>()
    };
    let (deep, broad) = (words(0), words(1));
    assert!(deep.abs_diff(broad) * 5 <= deep, "{deep} and {broad} words");
    for one in &guide.examples {
        assert!((6..=8).contains(&one.lines.len()), "{}", one.level);
        assert!(
            one.lines
                .is_sorted_by_key(|line| line.standing == HowOften::Sometimes)
        );
    }
}

#[test]
fn what_our_guide_plans_fits_into_an_item_of_a_plan() {
    let Some(guide) = our_own() else { return };
    let quarter = Quarter::parse("2026-Q4").unwrap();
    for one in guide.plan_templates(None, None) {
        let mut item = PlanItem::new("t6.risk", &one.aim, quarter, (1.0, 0.5)).unwrap();
        for (field, text) in [
            (PlanField::FirstStep, &one.first_step),
            (PlanField::Notice, &one.notice),
        ] {
            assert!(item.edit(field, "", text).is_written(), "{text}");
        }
    }
}

#[test]
fn how_often_something_is_shown_has_the_names_of_marks() {
    for standing in Standing::ALL {
        let name = json!(standing.id());
        assert!(serde_json::from_value::<HowOften>(name).is_ok());
    }
}

/// What a source states in full is marked S; our advice beside it has a mark of its own.
#[test]
fn our_guide_says_ours_only_of_what_is_ours() {
    if our_own().is_none() {
        return;
    }
    let pack = value(GUIDE);
    for (place, letter) in all_under("basis") {
        let entry = pack.pointer(place.strip_suffix("/basis").unwrap()).unwrap();
        let cites_us = entry["sources"]
            .as_array()
            .unwrap()
            .contains(&json!("ours"));
        if letter == json!("S") || letter == json!("P") {
            assert!(!cites_us, "{place} is {letter} and cites us");
        }
    }
}

// What the checks reject ------------------------------------------------------------------------

// Tables of invalid files. Columns: what an author did | the change to the valid file | the
// locations of all faults to report | who finds it: `editor` for the schema and the checks, or
// `checks` only. A change is `/path = value`, `/path = @/other/path` (a copy) or `/path gone`;
// ` & ` joins several.

const FRAME: &str = r#"
another file format | /schema = 2 | schema | editor
a guide to another ladder | /ladder = "our-company" | ladder | checks
"#;

const LISTS: &str = r#"
no change | /fork/changes = [] | fork.changes | editor
no first day on the deep track | /fork/firstDays/deep = [] | fork.firstDays.deep | editor
no first day on the broad track | /fork/firstDays/broad = [] | fork.firstDays.broad | editor
no step down | /fork/stepDown = [] | fork.stepDown | editor
no move | /switching/moves = [] | switching.moves | editor
no rule | /switching/rules = [] | switching.rules | editor
no passport | /switching/passport = [] | switching.passport | editor
no topic | /pairing/topics = [] | pairing.topics | editor
no route | /pairing/routes = [] | pairing.routes | editor
no word on the budget | /budget/about = [] | budget.about | editor
no cost | /budget/costs = [] | budget.costs | editor
no activity | /budget/activities = [] | budget.activities | editor
no role | /titles/roles = [] | titles.roles | editor
no word on Director | /titles/director = [] | titles.director | editor
no archetype | /titles/archetypes = [] | titles.archetypes | editor
no mapping | /titles/mappings = [] | titles.mappings | editor
no facet | /work/facets = [] | work.facets | editor
no note on work | /work/notes = [] | work.notes | editor
no symptom | /work/symptoms = [] | work.symptoms | editor
no stage | /stages = [] | stages | editor
no dynamics | /dynamics = [] | dynamics | editor
no attribute | /attributes = [] | attributes | editor
nothing deep in an attribute | /attributes/0/deep = [] | attributes[0].deep | editor
nothing broad in an attribute | /attributes/0/broad = [] | attributes[0].broad | editor
no checklist | /checklist = [] | checklist | editor
no focus area | /focusAreas = [] | focusAreas | editor
a focus area without a plan | /focusAreas/0/plan = [] | focusAreas[0].plan | editor
no trap | /traps = [] | traps | editor
no pressure | /organisation/pressures = [] | organisation.pressures | editor
no need | /organisation/needs = [] | organisation.needs | editor
no step | /organisation/steps = [] | organisation.steps | editor
nothing to announce | /organisation/announce = [] | organisation.announce | editor
nobody to relabel | /organisation/relabel = [] | organisation.relabel | editor
no tension | /tensions = [] | tensions | editor
nothing of our own | /ours = [] | ours | editor
nothing missing | /missing = [] | missing | editor
"#;

const RUNGS: &str = r#"
a move above the ladder | /switching/moves/0/rungs = [10] | switching.moves[0].rungs | checks
a move that falls | /switching/moves/0/rungs = [6, 5] | switching.moves[0].rungs | checks
a move without rungs or name | /switching/moves/0/rungs = [] | switching.moves[0].name | editor
a counterpart above the ladder | /pairing/counterparts/0/rung = 10 | pairing.counterparts[0].rung, pairing.counterparts | checks
a counterpart where the tracks have one level | /pairing/counterparts/0/rung = 4 | pairing.counterparts | checks
a counterpart twice | /pairing/counterparts/1/rung = @/pairing/counterparts/0/rung | pairing.counterparts[1].rung, pairing.counterparts | checks
a counterpart left out | /pairing/counterparts/3 gone | pairing.counterparts | checks
a share of no level of the ladder | /budget/shares/0/level = "t99" | budget.shares[0].level | checks
a share of a level by something that is no id | /budget/shares/0/level = "T 5" | budget.shares[0].level | editor
a share that runs backwards | /budget/shares/0/min = 90 & /budget/shares/0/max = 60 | budget.shares[0] | checks
a share above 100 | /budget/shares/0/max = 101 | budget.shares[0] | editor
a share that rests on nothing | /budget/shares/0/sources = [] | budget.shares[0].sources | editor
a mapping to no rung | /titles/mappings/0/rungs = [] | titles.mappings[0].rungs | editor
a mapping to rung 0 | /titles/mappings/0/rungs = [0, 1] | titles.mappings[0].rungs | editor
a mapping that falls | /titles/mappings/0/rungs = [7, 6] | titles.mappings[0].rungs | checks
a mapping to a rung twice | /titles/mappings/0/rungs = [6, 6] | titles.mappings[0].rungs | editor
a stage without a level | /stages/0/levels = [] | stages[0].levels | editor
a sign without a level | /checklist/0/levels = [] | checklist[0].levels | editor
a stage at an unknown level | /stages/0/levels = ["T10"] | stages[0].levels | checks
a sign of an unknown level | /checklist/0/levels = ["T5", "M3"] | checklist[0].levels | checks
a size with a level above the ladder | /organisation/sizes/0/empty = [8, 12] | organisation.sizes[0].empty | checks
a size whose levels fall | /organisation/sizes/0/empty = [9, 8] | organisation.sizes[0].empty | checks
a role at an unknown level | /titles/roles/0/levels = ["T10"] | titles.roles[0].levels | checks
"#;

const IDS: &str = r#"
one passport line twice | /switching/passport/1/id = @/switching/passport/0/id | switching.passport[1].id | checks
one activity twice | /budget/activities/1/id = @/budget/activities/0/id | budget.activities[1].id | checks
one symptom twice | /work/symptoms/1/id = @/work/symptoms/0/id | work.symptoms[1].id | checks
one attribute twice | /attributes/1/id = @/attributes/0/id | attributes[1].id | checks
one sign twice | /checklist/1/id = @/checklist/0/id | checklist[1].id | checks
one focus area twice | /focusAreas/1/id = @/focusAreas/0/id | focusAreas[1].id | checks
one trap twice | /traps/3/id = @/traps/0/id | traps[3].id | checks
one theme twice | /organisation/themes/1/id = @/organisation/themes/0/id | organisation.themes[1].id | checks
one term twice | /glossary/1/id = @/glossary/0/id | glossary[1].id | checks
one need twice | /organisation/needs/1/id = @/organisation/needs/0/id | organisation.needs[1].id | checks
an id with a capital and a space | /traps/0/id = "Ivory depth" | traps[0].id | editor
an id with a digit | /budget/activities/0/id = "talk2" | budget.activities[0].id | editor
an empty id | /checklist/0/id = "" | checklist[0].id | editor
"#;

const REFERENCES: &str = r#"
a trap without a source | /traps/3/sources = [] & /traps/3/basis = "D" | traps[3].sources | editor
an unknown source | /ours/0/sources = ["ours", "nobody"] | ours[0].sources | checks
a tension without a source | /tensions/0/sources = [] | tensions[0].sources | editor
an archetype from an unknown source | /titles/archetypes/0/sources = ["nobody"] | titles.archetypes[0].sources | checks
a mapping from an unknown source | /titles/mappings/0/source = "nobody" | titles.mappings[0].source | checks
a letter that the ladder does not explain | /traps/3/basis = "X" | traps[3].basis | checks
a trap without a competency | /traps/3/competencies = [] | traps[3].competencies | editor
an unknown competency of a trap | /traps/3/competencies = ["nothing"] | traps[3].competencies | checks
an unknown competency of a stage | /stages/0/competencies = ["nothing"] | stages[0].competencies | checks
an unknown competency of an attribute | /attributes/0/competencies = ["nothing"] | attributes[0].competencies | checks
an unknown competency of a sign | /checklist/0/competencies = ["nothing"] | checklist[0].competencies | checks
an unknown competency of a focus area | /focusAreas/0/competencies = ["nothing"] | focusAreas[0].competencies | checks
an unknown competency of a template | /focusAreas/0/templates/0/competency = "nothing" | focusAreas[0].templates[0].competency | checks
an unknown competency of a symptom | /work/symptoms/0/competencies = ["nothing"] | work.symptoms[0].competencies | checks
an unknown competency of a theme | /organisation/themes/0/competencies = ["nothing"] | organisation.themes[0].competencies | checks
a theme without a competency | /organisation/themes/0/competencies = [] | organisation.themes[0].competencies | editor
an addition without a source | /switching/rules/0/then/sources = [] | switching.rules[0].then.sources | editor
an addition with an unknown letter | /switching/rules/0/then/basis = "X" | switching.rules[0].then.basis | checks
an unknown competency of a need | /organisation/needs/0/competencies = ["nothing"] | organisation.needs[0].competencies | checks
"#;

const EXAMPLES: &str = r#"
an example without lines | /examples/0/lines = [] | examples[0].lines | editor
an example without gaps | /examples/0/gaps = [] | examples[0].gaps | editor
a line without evidence | /examples/0/lines/0/evidence = [] | examples[0].lines[0].evidence | editor
an example for an unknown level | /examples/0/level = "T10" | examples[0].level | checks
an unknown competency of a line | /examples/0/lines/0/competency = "nothing" | examples[0].lines[0].competency | checks
an unknown competency of a gap | /examples/0/gaps/0/competency = "nothing" | examples[0].gaps[0].competency | checks
one competency shown and a gap | /examples/0/gaps/0/competency = @/examples/0/lines/0/competency | examples[0].gaps[0].competency | checks
one competency shown twice | /examples/0/lines/1/competency = @/examples/0/lines/0/competency | examples[0].lines[1].competency | checks
a line that is not shown | /examples/0/lines/0/standing = "not-yet" | examples[0].lines[0].standing | checks
a gap that is none | /examples/1/gaps/0/standing = "reliably" | examples[1].gaps[0].standing | checks
"#;

const TABLES: [&str; 6] = [FRAME, LISTS, RUNGS, IDS, REFERENCES, EXAMPLES];

/// Fields that hold no words for a reader.
const WORDLESS: [&str; 14] = [
    "$schema",
    "ladder",
    "id",
    "basis",
    "source",
    "sources",
    "competency",
    "competencies",
    "level",
    "levels",
    "standing",
    "confidence",
    "reads",
    "found",
];

/// One row of a table, applied to the real file.
struct Broken {
    what: String,
    pack: Value,
    places: Vec<String>,
    in_editor: bool,
}

fn rows() -> Vec<Broken> {
    let valid = value(GUIDE);
    TABLES
        .iter()
        .flat_map(|table| table.trim().lines())
        .map(|line| row(line, &valid))
        .collect()
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
        (Value::Array(items), Some(new)) => items[last.parse::<usize>().unwrap()] = new,
        (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
        _ => panic!("{path} is no field"),
    }
}

/// The paths of all texts that are shown to a reader.
fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                texts(item, &format!("{path}/{i}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                if !WORDLESS.contains(&name.as_str()) {
                    texts(field, &format!("{path}/{name}"), found);
                }
            }
        }
        _ => {}
    }
}

/// `/traps/3/tell` in the notation of the checks: `traps[3].tell`.
fn place(path: &str) -> String {
    path.split('/')
        .skip(1)
        .fold(String::new(), |all, part| match part.parse::<usize>() {
            Ok(i) => format!("{all}[{i}]"),
            Err(_) if all.is_empty() => part.to_owned(),
            Err(_) => format!("{all}.{part}"),
        })
}

#[test]
fn each_fault_is_named_by_its_place() {
    for row in rows() {
        let found = faults(&row.pack);
        let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, row.places, "{}", row.what);
    }
}

#[test]
fn no_text_of_the_guide_may_be_empty() {
    let mut paths = Vec::new();
    texts(&value(GUIDE), "", &mut paths);
    assert!(paths.len() > 300, "{}", paths.len());
    let places: BTreeSet<String> = paths.iter().map(|path| place(path)).collect();
    let mut pack = value(GUIDE);
    for path in &paths {
        *pack.pointer_mut(path).unwrap() = json!(" ");
    }
    let found = faults(&pack);
    let says = "is empty; write it or leave the field out";
    assert!(found.iter().all(|fault| fault.problem == says));
    let told: BTreeSet<String> = found.into_iter().map(|fault| fault.place).collect();
    assert_eq!(told, places);
}

#[test]
fn an_empty_text_shows_in_the_editor() {
    for path in [
        "/traps/3/tell",
        "/focusAreas/0/plan/0",
        "/fork/givesUp/deep/text",
    ] {
        let mut pack = value(GUIDE);
        *pack.pointer_mut(path).unwrap() = json!(" ");
        assert!(!schema_errors(&pack).is_empty(), "{path}");
    }
}

#[test]
fn a_level_has_one_share_at_most() {
    let mut pack = value(GUIDE);
    apply(
        &mut pack,
        "/budget/shares/1/level = @/budget/shares/0/level",
    );
    let found = faults(&pack);
    let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(places, ["budget.shares[1].level"]);
}

#[test]
fn an_example_says_nothing_of_what_its_level_does_not_expect() {
    let mut small: Value = serde_json::from_str(&text(LADDER)).unwrap();
    let id = value(GUIDE)["examples"][0]["lines"][1]["competency"].clone();
    let level = value(GUIDE)["examples"][0]["level"].clone();
    let items = small["competencies"].as_array_mut().unwrap();
    let item = items.iter_mut().find(|item| item["id"] == id).unwrap();
    item["cells"][level.as_str().unwrap()] = json!({ "none": "expected" });
    let ladder = Ladder::parse(&small.to_string()).unwrap();
    let found = Guide::parse(&text(GUIDE), &ladder).unwrap_err();
    assert_eq!(found.len(), 1, "{}", lines(&found));
    assert_eq!(found[0].place, "examples[0].lines[1].competency");
    let quote = shape(&found[0].problem);
    assert!(shape(&text("README.md")).contains(&quote), "{quote}");
}

#[test]
fn the_guide_may_leave_its_illustration_out() {
    let mut pack = value(GUIDE);
    apply(&mut pack, "/budget/shares = []");
    assert_eq!(faults(&pack), []);
    assert!(schema_errors(&pack).is_empty());
}

#[test]
fn a_role_above_both_tracks_needs_no_level() {
    let mut pack = value(GUIDE);
    apply(&mut pack, "/titles/roles/0/levels = []");
    assert_eq!(faults(&pack), []);
    assert!(schema_errors(&pack).is_empty());
}

#[test]
fn a_move_off_the_ladder_needs_only_a_name() {
    let mut pack = value(GUIDE);
    apply(&mut pack, "/switching/moves/0/rungs = []");
    apply(&mut pack, "/switching/moves/0/name = \"Into product\"");
    assert_eq!(faults(&pack), []);
    assert!(schema_errors(&pack).is_empty());
}

#[test]
fn several_faults_are_told_at_once_in_the_order_of_the_fields() {
    let mut pack = value(GUIDE);
    apply(&mut pack, "/missing/0/text = \"\"");
    apply(&mut pack, "/schema = 2");
    apply(&mut pack, "/traps/3/competencies = [\"nothing\"]");
    let found = faults(&pack);
    let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(
        places,
        ["schema", "traps[3].competencies", "missing[0].text"]
    );
}

#[test]
fn a_text_of_another_shape_is_refused_by_line_and_column() {
    for (old, new, says) in [
        ("\"schema\": 1,", "\"schema\": 1,,", "line 3, column"),
        (
            "\"firstDays\"",
            "\"first_days\"",
            "unknown field `first_days`",
        ),
        ("\"rungs\": [", "\"rungs\": [-1, ", "invalid value"),
        (
            "\"found\": \"deep\"",
            "\"found\": \"down\"",
            "unknown variant `down`",
        ),
    ] {
        let broken = text(GUIDE).replacen(old, new, 1);
        let found = Guide::parse(&broken, &ladder()).unwrap_err();
        assert_eq!(found.len(), 1, "{new}: {found:?}");
        let said = found[0].to_string();
        assert!(said.starts_with("line "), "{new}: {said}");
        assert!(said.contains(says), "{new}: {said}");
        assert!(
            new.ends_with(",,") || said.ends_with("; see guide.schema.json beside it"),
            "{said}"
        );
    }
}

#[test]
fn the_schema_shows_in_the_editor_what_it_can_see() {
    for row in rows() {
        let errors = schema_errors(&row.pack);
        assert_eq!(
            !errors.is_empty(),
            row.in_editor,
            "{}: {errors:?}",
            row.what
        );
    }
}

/// A message without the parts that differ from file to file: names in quotes, and numbers.
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
fn the_authors_guide_quotes_every_message_a_check_of_the_guide_can_give() {
    let readme = text("README.md");
    let (_, section) = readme.split_once("### `guide.json`").unwrap();
    let section = shape(section);
    let mut broken: Vec<(String, Value)> =
        rows().into_iter().map(|row| (row.what, row.pack)).collect();
    for words in ["", "A bonus."] {
        let mut pack = value(GUIDE);
        pack["traps"][3]["tell"] = json!(words);
        broken.push((format!("“{words}”"), pack));
    }
    for (what, pack) in broken {
        for fault in faults(&pack) {
            assert!(
                section.contains(&shape(&fault.problem)),
                "ladders/README.md does not quote “{}” ({what})",
                fault.problem
            );
        }
    }
}
