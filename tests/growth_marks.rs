//! Tests of marks, check-ins and second views: a mark belongs to a text of one ladder and to nothing
//! else, and no record is lost, taken over or changed on the way through a storage.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/any_ladder.rs"]
mod any_ladder;
#[path = "store/places.rs"]
mod places;

use std::collections::{BTreeMap, BTreeSet};

use any_ladder::{Chance, LadderText, standing};
use ladder_explorer::growth::{
    CheckIn, Date, Drift, Expected, FrozenAim, FrozenView, GrowthId, Judged, Mark, Marked, Marks,
    PlanItem, PlanState, Profile, Standing, View, mark_id, said,
};
use ladder_explorer::ladder::{Ladder, Level};
use ladder_explorer::store::{
    Backup, Import, KeyValue, Layout, Memory, RecordState, Repository, StoreError,
};
use ladder_explorer::text_merge::{Edited, TooLong};
use places::{Shared, layout};

const MARK_V1: &str = include_str!("fixtures/mark-v1.json");
const CHECK_IN_V1: &str = include_str!("fixtures/check-in-v1.json");
const VIEW_V1: &str = include_str!("fixtures/view-v1.json");

const MARK: &str = "ladder-explorer/v2/here/mark/tl/t6.risk";
const CHECK_IN: &str = "ladder-explorer/v2/here/check-in/tl/2026-11-28";
const VIEW: &str = "ladder-explorer/v2/here/view/tl/view-0f93120c663cd5b8";
const FROZEN: [(&str, &str); 3] = [(MARK, MARK_V1), (CHECK_IN, CHECK_IN_V1), (VIEW, VIEW_V1)];

// --- A mark belongs to a text ---

#[test]
fn drift_finds_the_reworded_cells_that_are_marked_and_no_other() {
    let mut chance = Chance(1);
    for round in 0..300 {
        let mut text = LadderText::any(&mut chance);
        let before = text.ladder();
        let marks = some_marks(&mut chance, &before, 2);
        let reworded = text.reword(&mut chance);
        text.version = "1.1.0".to_owned();
        let drift = Drift::of(&text.ladder(), &marks);
        let found: BTreeSet<String> = drift.reworded.iter().map(|one| one.id.clone()).collect();
        let marked = |id: &&String| marks.contains_key(*id);
        let expected: BTreeSet<String> = reworded.iter().filter(marked).cloned().collect();
        assert_eq!(found, expected, "round {round}");
        assert!(drift.removed.is_empty());
        let rest = marks.keys().filter(|id| !expected.contains(*id));
        assert!(drift.unchanged.iter().eq(rest), "round {round}");
        for one in &drift.reworded {
            assert!(
                one.before
                    .iter()
                    .chain(&one.now)
                    .flatten()
                    .any(|piece| !piece.shared)
            );
        }
        assert_eq!(Drift::of(&before, &marks), Drift::default());
    }
}

#[test]
fn a_mark_on_a_text_that_is_gone_is_told_and_counts_nowhere() {
    let mut chance = Chance(2);
    for _ in 0..100 {
        let mut text = LadderText::any(&mut chance);
        let marks = some_marks(&mut chance, &text.ladder(), 1);
        let gone = text.remove(&mut chance);
        let ladder = text.ladder();
        let drift = Drift::of(&ladder, &marks);
        assert!(gone.iter().all(|id| drift.removed.contains(id)));
        assert!(drift.reworded.is_empty());
        for id in &drift.removed {
            assert!(Expected::find(&ladder, id).is_none());
        }
    }
}

#[test]
fn two_levels_share_a_mark_where_they_share_a_cell_and_nowhere_else() {
    let mut chance = Chance(3);
    for _ in 0..100 {
        let text = LadderText::any(&mut chance);
        let ladder = text.ladder();
        for item in &ladder.competencies {
            let cells = |level: &Level| Some((mark_id(&ladder, item, level)?, item.at(level)?));
            let all: Vec<_> = ladder.levels.iter().map(|one| (one, cells(one))).collect();
            for (a, of_a) in &all {
                for (b, of_b) in &all {
                    let (Some((a_id, a_cell)), Some((b_id, b_cell))) = (of_a, of_b) else {
                        continue;
                    };
                    let owner = |level: &Level, cell: Option<usize>| cell.unwrap_or(level.index);
                    let shared = owner(a, a_cell.same_as) == owner(b, b_cell.same_as);
                    assert_eq!(a_id == b_id, shared);
                }
            }
        }
    }
}

#[test]
fn each_competency_of_a_profile_is_in_one_list_and_other_levels_change_nothing() {
    let mut chance = Chance(4);
    for _ in 0..200 {
        let mut text = LadderText::any(&mut chance);
        let before = text.ladder();
        let mut marks = some_marks(&mut chance, &before, 2);
        text.reword(&mut chance);
        let ladder = text.ladder();
        let own = &ladder.levels[chance.below(ladder.levels.len())];
        let target = &ladder.levels[chance.below(ladder.levels.len())];
        let profile = Profile::new(&ladder, &marks, own, target);
        let lists = [
            profile.solid(),
            profile.gaps(),
            profile.no_chance(),
            profile.unmarked(),
            profile.reworded(),
        ];
        let mut listed: Vec<&str> = lists
            .iter()
            .flatten()
            .map(|row| &*row.competency.id)
            .collect();
        listed.sort_unstable();
        let rows = profile.rows.iter();
        let rows = rows.filter(|row| row.target != Marked::NothingExpected);
        let mut all: Vec<&str> = rows.map(|row| &*row.competency.id).collect();
        all.sort_unstable();
        assert_eq!(listed, all);
        let told = format!("{profile:?}");
        let ours: Vec<String> = Expected::of_levels(&ladder, &[own, target])
            .into_iter()
            .map(|one| one.id)
            .collect();
        marks.retain(|id, _| ours.contains(id));
        let again = Profile::new(&ladder, &marks, own, target);
        assert_eq!(format!("{again:?}"), told);
    }
}

// --- Storage ---

#[test]
fn the_first_formats_still_read_and_write_the_same() {
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let place = frozen_place();
    let here = place.repository();
    for entry in here.inventory().unwrap().entries {
        assert_eq!(entry.state, RecordState::Readable, "{}", entry.key);
    }
    let mark = here.marks().unwrap().marks["t6.risk"].clone();
    assert_eq!(mark.standing, Standing::Sometimes);
    here.save_mark("t6.risk", &mark).unwrap();
    let check_in = here.check_ins().unwrap().remove(0).unwrap();
    assert_eq!(check_in.date, Date::parse("2026-11-28").unwrap());
    assert_eq!(check_in.plan[3].state, PlanState::Dropped);
    here.save_check_in(&check_in).unwrap();
    let view = here.views().unwrap().remove(0).unwrap();
    assert_eq!(view.from.as_deref(), Some("Zoë"));
    assert_eq!(view.marks["t6.depth"].standing, Standing::NoChance);
    here.save_view(&view).unwrap();
    for (key, text) in FROZEN {
        let now = place.get(key).unwrap().unwrap();
        assert_eq!(json(&now), json(text), "{key}");
    }
}

#[test]
fn marks_never_show_on_another_ladder() {
    let mut chance = Chance(5);
    let ids = ["t1.risk", "t2.risk", "t2.craft", "m2.craft"];
    let ladders = ["tl", "tl-2", "small", "t"];
    for _ in 0..50 {
        let place = Shared::default();
        let on = |ladder: &str| {
            let layout = Layout::new("here", ladder).unwrap();
            Repository::new(place.clone(), layout.on_site_of("tl"))
        };
        let mut kept: BTreeMap<&str, Marks> = BTreeMap::new();
        for _ in 0..40 {
            let ladder = ladders[chance.below(ladders.len())];
            let id = ids[chance.below(ids.len())];
            let own = kept.entry(ladder).or_default();
            if chance.below(4) == 0 {
                let undo = on(ladder).remove_mark(id).unwrap();
                assert_eq!(undo.is_some(), own.remove(id).is_some());
            } else {
                let mark = mark(&mut chance, &["Text"]);
                on(ladder).save_mark(id, &mark).unwrap();
                own.insert(id.to_owned(), mark);
            }
        }
        for ladder in ladders {
            let found = on(ladder).marks().unwrap();
            assert_eq!(found.marks, kept.remove(ladder).unwrap_or_default());
            assert!(found.unreadable.is_empty());
        }
    }
}

#[test]
fn two_browsers_that_exchange_their_exports_twice_are_as_after_once() {
    let mut chance = Chance(6);
    for round in 0..60 {
        let (one, two) = (any_place(&mut chance), any_place(&mut chance));
        let backups = [&one, &two].map(|place| {
            let text = Backup::of(&place.repository(), 1.0).unwrap().encode();
            Backup::read(&layout(), &text.unwrap()).unwrap()
        });
        let mode = [Import::Add, Import::Replace][round % 2];
        for place in [&one, &two] {
            for backup in &backups {
                place.repository().import(backup, mode).unwrap();
            }
            let once = place.everything();
            for backup in &backups {
                place.repository().import(backup, mode).unwrap();
            }
            assert_eq!(place.everything(), once, "{mode:?}");
        }
        let keys = [&one, &two].map(|place| place.keys().unwrap());
        assert_eq!(keys[0], keys[1], "{mode:?}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_left_byte_for_byte() {
    for (key, text) in FROZEN {
        let compact = serde_json::from_str::<serde_json::Value>(text)
            .unwrap()
            .to_string();
        let newer = compact.replace(r#""schema":1"#, r#""schema":2"#);
        let strange = compact.replace("\"standing\":", "\"standing\":\"always\",\"x\":");
        let cut = (0..compact.len()).filter_map(|end| compact.get(..end).map(str::to_owned));
        for broken in cut.chain([newer, strange, "{\"sealed\":\"x\"}".to_owned()]) {
            let place = frozen_place();
            place.set(key, &broken).unwrap();
            let here = place.repository();
            let (marks, check_ins, views) = (here.marks(), here.check_ins(), here.views());
            let is_err = match key {
                MARK => marks.unwrap().unreadable.contains_key("t6.risk"),
                CHECK_IN => check_ins.unwrap()[0].is_err(),
                _ => views.unwrap()[0].is_err(),
            };
            assert!(is_err, "{broken}");
            assert!(here.save_mark("t6.risk", &frozen()).is_err() == (key == MARK));
            let check_in = serde_json::from_str(CHECK_IN_V1).unwrap();
            assert!(here.save_check_in(&check_in).is_err() == (key == CHECK_IN));
            let view: View = serde_json::from_str(VIEW_V1).unwrap();
            assert!(here.save_view(&view).is_err() == (key == VIEW));
            match key {
                MARK => assert!(here.remove_mark("t6.risk").is_err()),
                CHECK_IN => assert!(here.remove_check_in(&check_in.id).is_err()),
                _ => assert!(here.remove_view(&view.id).is_err()),
            }
            assert_eq!(place.get(key).unwrap().as_deref(), Some(&*broken));
        }
    }
}

#[test]
fn what_could_not_be_read_back_is_not_written() {
    let place = Shared::default();
    let here = place.repository();
    for id in ["", "a/b", "T6.risk", "é", &"a".repeat(101)] {
        let saved = here.save_mark(id, &frozen());
        assert_eq!(saved, Err(StoreError::NotKept), "{id}");
    }
    let longest = format!("{0}.{0}", "a".repeat(40));
    here.save_mark(&longest, &frozen()).unwrap();
    for change in [
        |mark: &mut Mark| mark.changed = f64::NAN,
        |mark: &mut Mark| mark.why = "é".repeat(Mark::LONGEST_WHY + 1),
    ] {
        let mut mark = frozen();
        change(&mut mark);
        assert_eq!(here.save_mark("a.b", &mark), Err(StoreError::NotKept));
    }
    assert_eq!(place.keys().unwrap().len(), 1);
}

#[test]
fn a_check_in_does_not_change_but_for_what_comes_after_the_talk() {
    let place = frozen_place();
    let here = place.repository();
    let first: CheckIn = serde_json::from_str(CHECK_IN_V1).unwrap();
    let mut later = first.clone();
    later.note = "Written after the talk.".to_owned();
    later.agreed.clear();
    here.save_check_in(&later).unwrap();
    let mut other = later.clone();
    other.marks.clear();
    assert!(here.save_check_in(&other).is_err());
    assert_eq!(here.check_ins(), Ok(vec![Ok(later.clone())]));
    other.id = CheckIn::free_id(other.date, &[later.id.clone()]).unwrap();
    other.changed += 1.0;
    here.save_check_in(&other).unwrap();
    assert_eq!(here.check_ins(), Ok(vec![Ok(other), Ok(later)]));
}

#[test]
fn a_note_is_written_on_top_of_what_another_tab_wrote() {
    let place = frozen_place();
    let here = place.repository();
    let first: CheckIn = serde_json::from_str(CHECK_IN_V1).unwrap();
    let edit = |before: &str, text: &str| {
        let change = |one: &mut CheckIn| one.edit_note(before, text);
        here.edit_check_in(&first.id, 9.0, change).unwrap().unwrap()
    };
    assert_eq!(edit(&first.note, " "), Edited::Written);
    assert_eq!(edit("", "Mine."), Edited::Written);
    let both = "Mine.\n\nTheirs.".to_owned();
    assert_eq!(edit("", "Theirs."), Edited::Both(both.clone()));
    let most = CheckIn::LONGEST_NOTE;
    let long = edit(&both, &"x".repeat(most + 1));
    assert_eq!(long, Edited::TooLong(TooLong { by: 1, most }));
    let saved = here.check_ins().unwrap().remove(0).unwrap();
    assert_eq!((&*saved.note, saved.changed), (&*both, 9.0));
    assert!(saved.freezes_the_same(&first));
    let other = GrowthId::parse("1999-01-01").unwrap();
    let none = here.edit_check_in(&other, 9.0, |one| one.edit_note("", "x"));
    assert_eq!(none, Ok(None));
}

#[test]
fn what_is_removed_can_be_brought_back() {
    let place = frozen_place();
    let here = place.repository();
    let before = place.everything();
    let id = |text: &str| GrowthId::parse(text).unwrap();
    let undos = [
        here.remove_mark("t6.risk").unwrap().unwrap(),
        here.remove_check_in(&id("2026-11-28")).unwrap().unwrap(),
        here.remove_view(&id("view-0f93120c663cd5b8"))
            .unwrap()
            .unwrap(),
    ];
    assert!(place.everything().is_empty());
    assert_eq!(here.remove_mark("t6.risk"), Ok(None));
    for undo in &undos {
        here.undo(undo).unwrap();
    }
    assert_eq!(place.everything(), before);
}

#[test]
fn a_view_that_is_opened_twice_is_there_once() {
    let ladder = LadderText::any(&mut Chance(7)).ladder();
    let place = Shared::default();
    let all: Vec<&Level> = ladder.levels.iter().collect();
    let judged: Judged = Expected::of_levels(&ladder, &all)
        .into_iter()
        .map(|one| (one.id, (Standing::Sometimes, String::new())))
        .collect();
    for now in [1.0, 2.0] {
        let view = View::new(&ladder, &all, (Some("Zoë"), &judged, ""), now).unwrap();
        place.repository().save_view(&view).unwrap();
    }
    assert_eq!(place.keys().unwrap().len(), 1);
    let memory = Repository::new(Memory::default(), layout());
    assert_eq!(memory.views(), Ok(Vec::new()));
}

#[test]
fn the_fullest_records_of_two_levels_can_be_kept_and_backed_up() {
    let ladder = Ladder::parse(include_str!("../ladders/technical-leadership.json")).unwrap();
    let levels: Vec<&Level> = ladder.levels.iter().rev().take(2).collect();
    for letter in ["🦀", "\"", "\u{1}"] {
        let text = |most: usize| format!("a{}b", letter.repeat(most - 2));
        let place = Shared::default();
        let here = place.repository();
        let (mut marks, mut judged) = (Marks::new(), Judged::new());
        for one in Expected::of_levels(&ladder, &levels) {
            let why = text(Mark::LONGEST_WHY);
            let mark = Mark::new(&ladder, one.expectation, Standing::NotYet, &why, 1.0).unwrap();
            here.save_mark(&one.id, &mark).unwrap();
            marks.insert(one.id.clone(), mark);
            judged.insert(one.id, (Standing::Reliably, text(View::LONGEST_LINE)));
        }
        let (name, note) = (text(View::LONGEST_NAME), text(View::LONGEST_NOTE));
        let view = View::new(&ladder, &levels, (Some(&name), &judged, &note), 1.0).unwrap();
        here.save_view(&view).unwrap();
        let date = Date::parse("2026-11-28").unwrap();
        let id = CheckIn::free_id(date, &[]).unwrap();
        let both = (Some(levels[0]), Some(levels[1]));
        let mut check_in = CheckIn::new((id, date), &ladder, both, &marks, 1.0);
        check_in.second = Some(FrozenView::from(&view));
        check_in.note = text(CheckIn::LONGEST_NOTE);
        let aim = FrozenAim {
            aim: text(PlanItem::LONGEST_TEXT),
            state: PlanState::Open,
        };
        check_in.plan = vec![aim.clone(), aim.clone(), aim];
        here.save_check_in(&check_in).unwrap();
        assert_eq!(here.marks().unwrap().marks, marks);
        assert_eq!(here.views(), Ok(vec![Ok(view)]));
        assert_eq!(here.check_ins(), Ok(vec![Ok(check_in)]));
        assert!(Backup::of(&here, 1.0).unwrap().encode().is_ok());
    }
}

// --- Helpers ---

/// Marks on about one in `of` of the expectations of a ladder.
fn some_marks(chance: &mut Chance, ladder: &Ladder, of: usize) -> Marks {
    let levels: Vec<&Level> = ladder.levels.iter().collect();
    let mut marks = Marks::new();
    for expected in Expected::of_levels(ladder, &levels) {
        if chance.below(of) == 0 {
            let mark = Mark::new(ladder, expected.expectation, standing(chance), "", 1.0);
            let mark = mark.unwrap();
            assert_eq!(mark.said, said(expected.expectation));
            marks.insert(expected.id, mark);
        }
    }
    marks
}

#[test]
fn a_draft_of_a_view_is_no_view_is_listed_and_its_removal_can_be_undone() {
    let place = Shared::default();
    let here = place.repository();
    let of = GrowthId::of_content("asked", "t6");
    let mut view: View = serde_json::from_str(VIEW_V1).unwrap();
    here.save_view_draft(&of, &view).unwrap();
    view.note = "later".to_owned();
    here.save_view_draft(&of, &view).unwrap();
    assert_eq!(here.view_draft(&of).unwrap().as_ref(), Some(&view));
    let other = GrowthId::of_content("asked", "t7");
    assert_eq!(here.view_draft(&other), Ok(None));
    assert!(here.views().unwrap().is_empty());
    let entries = here.inventory().unwrap().entries;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].state, RecordState::Readable);
    let undo = here.remove_view_draft(&of).unwrap().unwrap();
    assert_eq!(here.view_draft(&of), Ok(None));
    here.undo(&undo).unwrap();
    assert_eq!(here.view_draft(&of).unwrap(), Some(view.clone()));
    let (key, _) = place.everything().remove(0);
    place.set(&key, r#"{"schema":9}"#).unwrap();
    assert!(
        here.save_view_draft(&of, &view).is_err(),
        "a newer one stays"
    );
    view.note = "x".repeat(View::LONGEST_NOTE + 1);
    assert_eq!(
        here.save_view_draft(&other, &view),
        Err(StoreError::NotKept)
    );
}

fn mark(chance: &mut Chance, said: &[&str]) -> Mark {
    Mark {
        standing: standing(chance),
        why: ["", "Because 🦀"][chance.below(2)].to_owned(),
        said: said.iter().map(|text| (*text).to_owned()).collect(),
        changed: f64::from(u32::try_from(chance.below(1_000)).unwrap()),
        ..frozen()
    }
}

fn frozen() -> Mark {
    serde_json::from_str(MARK_V1).unwrap()
}

fn frozen_place() -> Shared {
    let place = Shared::default();
    for (key, text) in FROZEN {
        place.set(key, text).unwrap();
    }
    place
}

/// A store with a few records of each kind. Two of them have some ids in common.
fn any_place(chance: &mut Chance) -> Shared {
    let place = Shared::default();
    let here = place.repository();
    for id in ["t1.risk", "t2.risk", "t3.risk", "t4.risk"] {
        if chance.below(2) == 0 {
            here.save_mark(id, &mark(chance, &["Text"])).unwrap();
        }
    }
    for id in ["2026-01-01", "2026-02-02", "2026-03-03"] {
        let mut one: CheckIn = serde_json::from_str(CHECK_IN_V1).unwrap();
        one.id = GrowthId::parse(id).unwrap();
        one.note = ["", "x"][chance.below(2)].to_owned();
        if chance.below(2) == 0 {
            here.save_check_in(&one).unwrap();
        }
    }
    for id in ["view-a", "view-b"] {
        let mut one: View = serde_json::from_str(VIEW_V1).unwrap();
        one.id = GrowthId::parse(id).unwrap();
        if chance.below(2) == 0 {
            here.save_view(&one).unwrap();
        }
    }
    place
}
