//! Making a ladder: edits, what they take along, and undo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ladder_explorer::ladder::{Draft, Ladder, NoneFile};
use ladder_explorer::studio::{CellText, Edit, MOST_UNDO, Place, Refused, Studio};

fn ours(name: &str) -> Draft {
    let path = format!("{}/ladders/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Draft::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text(words: &str) -> String {
    words.to_owned()
}

fn cell(text: &str) -> Box<CellText> {
    Box::new(CellText {
        text: text.to_owned(),
        ..CellText::default()
    })
}

/// A ladder of two levels on one track, made by edits alone.
fn made() -> Studio {
    let mut studio = Studio::new(Draft::blank("care", "Care"));
    for edit in [
        Edit::AddTrack(text("Engineer")),
        Edit::AddLevel(text("engineer"), text("Junior")),
        Edit::AddLevel(text("engineer"), text("Senior")),
        Edit::AddCompetency(text("Code quality")),
        Edit::Cell(
            text("junior"),
            text("code-quality"),
            cell("Asks before changing what others own."),
        ),
        Edit::Cell(
            text("senior"),
            text("code-quality"),
            cell("Decides what the team reviews."),
        ),
    ] {
        studio.apply(&edit).unwrap();
    }
    studio
}

#[test]
fn a_ladder_made_from_nothing_can_be_shown() {
    let studio = made();
    assert_eq!(studio.draft().check(), vec![]);
    let ladder = Ladder::parse(&studio.draft().to_json()).unwrap();
    assert_eq!(ladder.levels.len(), 2);
    let heights: Vec<_> = studio.draft().levels.iter().map(|one| one.height).collect();
    assert_eq!(heights, [Some(1), Some(2)]);
}

#[test]
fn every_edit_can_be_undone_and_done_again() {
    let mut studio = made();
    let end = studio.draft().clone();
    let mut drafts = vec![end.clone()];
    while studio.can_undo().is_some() {
        assert!(studio.undo());
        drafts.push(studio.draft().clone());
    }
    assert_eq!(studio.draft(), &Draft::blank("care", "Care"));
    assert_eq!(drafts.len(), 7);
    assert!(!studio.undo());
    while studio.can_redo().is_some() {
        assert!(studio.redo());
    }
    assert_eq!(studio.draft(), &end);
    assert!(!studio.redo());
}

#[test]
fn what_is_typed_in_one_field_is_one_edit() {
    let mut studio = made();
    let before = studio.draft().clone();
    for typed in ["Car", "Care f", "Care for code"] {
        studio.apply(&Edit::Name(text(typed))).unwrap();
    }
    studio
        .apply(&Edit::LevelTitle(text("senior"), text("Lead")))
        .unwrap();
    assert!(studio.undo());
    assert!(studio.undo());
    assert_eq!(studio.draft(), &before);
    // After an undo the next letter is an edit of its own.
    assert!(studio.redo());
    studio.apply(&Edit::Name(text("Other"))).unwrap();
    assert!(studio.undo());
    assert_eq!(studio.draft().name, "Care for code");
    // What changes nothing takes no place among the edits.
    let told = studio.can_undo().map(str::to_owned);
    studio.apply(&Edit::Name(text("Care for code"))).unwrap();
    assert_eq!(studio.can_undo().map(str::to_owned), told);
    assert!(studio.can_redo().is_some());
}

#[test]
fn the_oldest_edits_are_forgotten() {
    let mut studio = made();
    for number in 0..MOST_UNDO * 2 {
        let height = u32::try_from(number).unwrap();
        studio
            .apply(&Edit::LevelHeight(text("senior"), Some(height + 3)))
            .unwrap();
    }
    let mut undone = 0;
    while studio.undo() {
        undone += 1;
    }
    assert_eq!(undone, MOST_UNDO);
}

#[test]
fn what_refers_to_a_removed_part_goes_with_it() {
    for name in ["technical-leadership", "small-company"] {
        let draft = ours(name);
        assert_eq!(draft.check(), vec![], "{name}");
        for level in &draft.levels {
            let mut studio = Studio::new(draft.clone());
            studio.apply(&Edit::RemoveLevel(level.id.clone())).unwrap();
            let faults = studio.draft().check();
            let dangling = faults
                .iter()
                .find(|fault| fault.to_string().contains(&format!("“{}”", level.id)));
            assert_eq!(dangling, None, "{name} without {}", level.id);
            assert!(
                !studio
                    .draft()
                    .to_json()
                    .contains(&format!("\"as\": \"{}\"", level.id))
            );
        }
        for item in &draft.competencies {
            let mut studio = Studio::new(draft.clone());
            studio
                .apply(&Edit::RemoveCompetency(item.id.clone()))
                .unwrap();
            assert_eq!(studio.draft().check(), vec![], "{name} without {}", item.id);
        }
        for group in &draft.groups {
            let mut studio = Studio::new(draft.clone());
            studio.apply(&Edit::RemoveGroup(group.id.clone())).unwrap();
            assert_eq!(studio.draft().competencies.len(), draft.competencies.len());
            let dangling = studio
                .draft()
                .check()
                .iter()
                .any(|fault| fault.to_string().contains(&group.id));
            assert!(!dangling, "{name} without {}", group.id);
        }
    }
}

#[test]
fn a_track_with_levels_of_its_own_stays_until_they_are_elsewhere() {
    let mut studio = made();
    let refused = studio
        .apply(&Edit::RemoveTrack(text("engineer")))
        .unwrap_err();
    assert_eq!(
        refused,
        Refused::StillUsed(text("Engineer"), text("Junior"), 2)
    );
    assert!(refused.to_string().contains("and 1 more"));
    studio.apply(&Edit::AddTrack(text("Lead"))).unwrap();
    let refused = studio.apply(&Edit::LevelOn(text("junior"), text("engineer"), false));
    assert_eq!(refused, Err(Refused::LastTrack(text("Junior"))));
    studio
        .apply(&Edit::Sides(Some((text("engineer"), text("lead")))))
        .unwrap();
    studio
        .apply(&Edit::Weight(
            text("code-quality"),
            text("engineer"),
            Some(2),
        ))
        .unwrap();
    for id in ["junior", "senior"] {
        studio
            .apply(&Edit::LevelOn(text(id), text("lead"), true))
            .unwrap();
    }
    studio.apply(&Edit::RemoveTrack(text("engineer"))).unwrap();
    assert_eq!(studio.draft().check(), vec![]);
    assert_eq!(studio.draft().quiz, None);
}

#[test]
fn a_level_that_is_moved_exchanges_heights_with_those_it_passes() {
    let mut studio = made();
    studio
        .apply(&Edit::AddLevel(text("engineer"), text("Staff")))
        .unwrap();
    studio.apply(&Edit::MoveLevel(text("staff"), 0)).unwrap();
    let order: Vec<_> = studio
        .draft()
        .levels
        .iter()
        .map(|one| (one.id.as_str(), one.height))
        .collect();
    assert_eq!(
        order,
        [("staff", Some(1)), ("junior", Some(2)), ("senior", Some(3))]
    );
    studio.apply(&Edit::MoveLevel(text("staff"), 99)).unwrap();
    let order: Vec<_> = studio
        .draft()
        .levels
        .iter()
        .map(|one| (one.id.as_str(), one.height))
        .collect();
    assert_eq!(
        order,
        [("junior", Some(1)), ("senior", Some(2)), ("staff", Some(3))]
    );
}

#[test]
fn two_spellings_are_joined_and_no_word_is_lost() {
    let mut studio = made();
    for edit in [
        Edit::AddCompetency(text("Quality of code")),
        Edit::Cell(
            text("junior"),
            text("quality-of-code"),
            cell("Runs the tests."),
        ),
        Edit::AddLevel(text("engineer"), text("Staff")),
        Edit::Cell(
            text("staff"),
            text("quality-of-code"),
            cell("Sets the standard."),
        ),
        Edit::JoinCompetencies(text("quality-of-code"), text("code-quality")),
    ] {
        studio.apply(&edit).unwrap();
    }
    let json = studio.draft().to_json();
    for words in [
        "Asks before",
        "Decides what",
        "Runs the tests.",
        "Sets the standard.",
    ] {
        assert!(json.contains(words), "{words}");
    }
    assert_eq!(studio.draft().competencies.len(), 1);
    assert_eq!(studio.draft().check(), vec![]);
    let same = Edit::JoinCompetencies(text("code-quality"), text("code-quality"));
    assert_eq!(studio.apply(&same), Err(Refused::SameCompetency));
}

#[test]
fn a_cell_that_is_opened_and_saved_is_as_it_was() {
    for name in ["technical-leadership", "small-company"] {
        let draft = ours(name);
        let mut studio = Studio::new(draft.clone());
        for item in &draft.competencies {
            for (level, cell) in &item.cells {
                let text = Box::new(CellText::of(Some(cell)));
                studio
                    .apply(&Edit::Cell(level.clone(), item.id.clone(), text))
                    .unwrap();
            }
        }
        assert!(studio.draft() == &draft, "{name}");
        assert_eq!(studio.can_undo(), None);
    }
}

#[test]
fn the_lines_of_a_list_are_its_items_whatever_sign_they_have() {
    let mut studio = made();
    let list = CellText {
        items: text(" - Plans a week\n\n• Says so when it slips \n*Asks\n"),
        ..CellText::default()
    };
    studio
        .apply(&Edit::Cell(
            text("junior"),
            text("code-quality"),
            Box::new(list),
        ))
        .unwrap();
    let cell = &studio.draft().competencies[0].cells["junior"];
    assert_eq!(
        CellText::of(Some(cell)).items,
        "Plans a week\nSays so when it slips\nAsks"
    );
    let nothing = CellText {
        none: Some(NoneFile::Expected),
        ..CellText::default()
    };
    studio
        .apply(&Edit::Cell(
            text("junior"),
            text("code-quality"),
            Box::new(nothing),
        ))
        .unwrap();
    assert_eq!(studio.draft().check(), vec![]);
    studio
        .apply(&Edit::Cell(
            text("junior"),
            text("code-quality"),
            Box::default(),
        ))
        .unwrap();
    assert!(!studio.draft().competencies[0].cells.contains_key("junior"));
}

#[test]
fn what_is_gone_or_empty_is_refused_and_nothing_changes() {
    let mut studio = made();
    let before = studio.clone();
    for edit in [
        Edit::Name(text("  ")),
        Edit::AddTrack(text("")),
        Edit::TrackName(text("none"), text("A")),
        Edit::LevelTitle(text("junior"), text(" ")),
        Edit::AddLevel(text("none"), text("A")),
        Edit::LevelOn(text("junior"), text("none"), true),
        Edit::Cell(text("none"), text("code-quality"), cell("A")),
        Edit::Cell(text("junior"), text("none"), cell("A")),
        Edit::CompetencyGroup(text("code-quality"), Some(text("none"))),
        Edit::Weight(text("code-quality"), text("engineer"), Some(4)),
        Edit::MoveLevel(text("none"), 0),
        Edit::RemoveGroup(text("none")),
    ] {
        let refused = studio.apply(&edit).unwrap_err();
        assert!(refused.to_string().ends_with('.'), "{refused}");
        assert_eq!(studio, before, "{edit:?}");
    }
}

#[test]
fn the_cells_that_nobody_wrote_are_those_of_the_competencys_tracks() {
    let mut studio = made();
    for edit in [
        Edit::AddCompetency(text("Hiring")),
        Edit::AddTrack(text("Manager")),
        Edit::AddLevel(text("manager"), text("Lead")),
        Edit::CompetencyTracks(text("code-quality"), vec![text("engineer")]),
        Edit::Cell(text("senior"), text("hiring"), cell("Asks good questions.")),
        Edit::Cell(
            text("junior"),
            text("hiring"),
            Box::new(CellText {
                none: Some(NoneFile::Expected),
                ..CellText::default()
            }),
        ),
    ] {
        studio.apply(&edit).unwrap();
    }
    let empty = Place::unwritten(studio.draft());
    assert_eq!(empty, [Place::Cell(text("lead"), text("hiring"))]);
}

#[test]
fn reading_files_again_is_an_edit_that_is_undone() {
    let mut studio = made();
    let before = studio.draft().clone();
    let other = Box::new(Draft::blank("care", "Read"));
    let told = studio.apply(&Edit::ReadAgain(other)).unwrap();
    assert_eq!(told, "Read again with your answers.");
    assert_eq!(studio.draft().name, "Read");
    assert!(studio.undo());
    assert_eq!(studio.draft(), &before);
}
