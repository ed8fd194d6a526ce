//! Ladders read from other people's files: each file of tests/fixtures/import has some traps of real
//! ones in it. What is asserted is the ladder, the report and the questions.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use ladder_explorer::import::{Choices, Guess, Import, Refusal, Source, read};
use ladder_explorer::ladder::{CellFile, Draft, ItemFile, Ladder, NoneFile};

fn source(name: &str) -> Source {
    Source {
        name: name.to_owned(),
        bytes: std::fs::read(format!("tests/fixtures/import/{name}")).expect(name),
    }
}

fn text(name: &str, text: &str) -> Source {
    Source {
        name: name.to_owned(),
        bytes: text.as_bytes().to_owned(),
    }
}

fn choices(all: &[(&str, &str)]) -> Choices {
    let mut choices = Choices::default();
    all.iter()
        .for_each(|(id, answer)| choices.set(*id, *answer));
    choices
}

/// Reads files with these answers. The draft has no fault, and its JSON is a ladder.
fn chosen(names: &[&str], answers: &[(&str, &str)]) -> Import {
    let files: Vec<Source> = names.iter().map(|name| source(name)).collect();
    let import = read(&files, &choices(answers)).unwrap();
    assert_eq!(import.draft.check(), [], "{names:?}");
    let json = import.draft.to_json();
    assert_eq!(Draft::from_json(&json).unwrap(), import.draft, "{names:?}");
    import
}

fn opened(names: &[&str]) -> Import {
    chosen(names, &[])
}

fn refused(result: Result<Import, Refusal>) -> String {
    match result {
        Ok(import) => panic!("was read: {:?}", import.draft),
        Err(refusal) => refusal.to_string(),
    }
}

/// The levels of each track with their heights.
fn tracks(import: &Import) -> Vec<String> {
    let draft = &import.draft;
    let tracks = draft.tracks.iter().map(|track| {
        let levels = draft
            .levels
            .iter()
            .filter(|level| level.tracks.contains(&track.id));
        let levels = levels.map(|level| match level.height {
            Some(height) => format!("{} {height}", level.id),
            None => level.id.clone(),
        });
        let sign = if track.manages { "*" } else { "" };
        format!(
            "{}{sign}: {}",
            track.id,
            levels.collect::<Vec<_>>().join(", ")
        )
    });
    tracks.collect()
}

/// A cell in a line.
fn said(cell: &CellFile) -> String {
    let items = cell.items.iter().map(|item| match item {
        ItemFile::Text(text) => format!("- {text}"),
        ItemFile::Whole(item) => {
            let links = item.links.iter().map(|link| format!(" <{}>", link.url));
            let examples = item.examples.iter().map(|example| format!(" ({example})"));
            format!(
                "- {}{}",
                item.text,
                links.chain(examples).collect::<String>()
            )
        }
    });
    let others = [
        cell.gist.as_ref().map(|gist| format!("[{gist}]")),
        cell.text.clone(),
        cell.step.as_ref().map(|step| format!("at {step}")),
        cell.same_as.as_ref().map(|level| format!("as {level}")),
        cell.none.map(|none| match none {
            NoneFile::Expected => "nothing".to_owned(),
            NoneFile::Written => "unwritten".to_owned(),
        }),
    ];
    let examples = cell.examples.iter().map(|example| format!("({example})"));
    let all: Vec<String> = others
        .into_iter()
        .flatten()
        .chain(items)
        .chain(examples)
        .collect();
    all.join(" ")
}

/// Each competency in a line: its group, its name, its tracks, and its cells in the order of levels.
fn cells(import: &Import) -> Vec<String> {
    let draft = &import.draft;
    let rows = draft.competencies.iter().map(|row| {
        let group = row
            .group
            .as_ref()
            .map(|group| format!("{group} / "))
            .unwrap_or_default();
        let tracks = if row.tracks.is_empty() {
            String::new()
        } else {
            format!(" on {}", row.tracks.join(", "))
        };
        let cells = draft
            .levels
            .iter()
            .filter_map(|level| row.cells.get(&level.id));
        let cells: Vec<String> = cells.map(said).collect();
        format!("{group}{}{tracks} | {}", row.name, cells.join(" | "))
    });
    rows.collect()
}

/// The reasons of the report with their texts.
fn dropped(import: &Import) -> Vec<String> {
    let all = import.report.dropped.iter();
    all.map(|one| format!("{}: {}: {}", one.place, one.text, one.why))
        .collect()
}

/// The answer that was taken for a question that is open.
fn guess<'a>(import: &'a Import, id: &str) -> Option<&'a str> {
    let mut all = import.report.guessed.iter();
    all.find(|guess| guess.id == id)
        .map(|guess| guess.answer.as_str())
}

#[test]
fn a_sheet_with_levels_across_becomes_a_ladder_and_a_report() {
    let import = opened(&["across.csv"]);
    assert_eq!(tracks(&import), ["across: e1 1, e2 2, e3 3"]);
    assert_eq!(
        cells(&import),
        [
            "oven / Heat | Asks before touching the oven. | - Keeps one oven even - Notes what went wrong - Cleans it | Plans the heat of a whole day: see the book & ask",
            "oven / Timing | - Says when, - and why",
            "dough / Kneading | nothing | Kneads by hand | Teaches it, in \"plain\" words",
        ]
    );
    assert_eq!(
        dropped(&import),
        [
            "across.csv, row 2: ask Ann: not a level, so its texts are not kept",
            "across.csv, row 3: TODO: a word for a text that is not written",
            "across.csv, row 5: Salary: about pay, so it is left out",
        ]
    );
    let ids: Vec<_> = import
        .report
        .guessed
        .iter()
        .map(|guess| guess.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "table-1.shape",
            "table-1.header",
            "tracks",
            "levels.order",
            "levels.heights",
            "name",
            "language"
        ]
    );
    let read = &import.report.read;
    assert_eq!(
        (read.levels, read.competencies, read.cells, read.items),
        (3, 3, 7, 5)
    );
    let level = &import.draft.levels[0];
    assert_eq!(
        (level.code.as_deref(), level.title.as_str()),
        (Some("E1"), "Junior Baker")
    );
}

#[test]
fn a_question_that_is_answered_is_not_asked_again() {
    let all = [
        ("levels.heights", "e1=2 e2=2 e3=7"),
        ("levels.order", "as-read"),
        ("name", "Our bakery"),
        ("language", "de-CH"),
        ("tracks", "one"),
        ("table-1.shape", "levels-across"),
        ("table-1.header", "1"),
        ("id", "bakery"),
    ];
    let import = chosen(&["across.csv"], &all);
    assert_eq!(import.report.guessed, []);
    assert_eq!(tracks(&import), ["our-bakery: e1 2, e2 2, e3 7"]);
    assert_eq!(
        (import.draft.id.as_str(), import.draft.lang.as_str()),
        ("bakery", "de-CH")
    );
    let json = serde_json::to_string(&choices(&all)).unwrap();
    assert_eq!(
        serde_json::from_str::<Choices>(&json).unwrap(),
        choices(&all)
    );
}

#[test]
fn an_answer_that_is_none_is_refused_with_those_that_are() {
    let told =
        |id: &str, answer: &str| refused(read(&[source("across.csv")], &choices(&[(id, answer)])));
    assert_eq!(
        told("table-1.shape", "sideways"),
        "“sideways” is no answer to “table-1.shape”; choose one of: levels-across, levels-down, one-a-row, competencies, levels, standing, skip"
    );
    assert!(
        told("levels.heights", "e9=1").contains("“e9=1” in “levels.heights” is no id and height")
    );
    assert!(
        told("levels.order", "e9,e1")
            .contains("“e9” in “levels.order” is the id of no level; the ids are: e1, e2, e3")
    );
    let import = chosen(&["across.csv"], &[("colour", "red")]);
    assert!(
        dropped(&import)
            .contains(&"choices: colour: no question of these files has this id".to_owned())
    );
}

#[test]
fn levels_down_with_titles_and_pay_in_columns() {
    let import = opened(&["down.tsv"]);
    assert_eq!(import.draft.name, "Our bakery");
    assert_eq!(
        cells(&import),
        [
            "Baking | Weighs flour | Bakes bread | Bakes anything",
            "Selling | Greets guests | Knows each loaf | Runs the shop"
        ]
    );
    assert_eq!(
        dropped(&import),
        ["down.tsv, row 2: Base pay: about pay, so it is left out"]
    );
    assert_eq!(import.draft.levels[1].title, "Baker");
}

#[test]
fn one_row_a_statement_with_tracks_semicolons_and_examples() {
    let import = opened(&["long.csv"]);
    assert_eq!(
        tracks(&import),
        [
            "bread: bread-junior, bread-senior",
            "cake: cake-junior, cake-senior"
        ]
    );
    assert_eq!(
        cells(&import),
        [
            "Mixing | - Mixes one dough - Cleans the bowl (Rye on Monday) | Mixes by feel | Mixes one dough",
            "Resting on bread | Knows when it is ready",
            "Icing on cake | Ices a tall cake",
        ]
    );
    assert_eq!(guess(&import, "levels.shared"), Some("apart"));
    assert_eq!(guess(&import, "levels.heights"), Some("none"));
    let import = chosen(&["long.csv"], &[("levels.shared", "together")]);
    assert_eq!(
        tracks(&import),
        ["bread: junior 1, senior 2", "cake: junior 1, senior 2"]
    );
}

#[test]
fn levels_across_in_one_table_and_down_in_the_next_with_a_group_row() {
    let import = opened(&["two-tables.csv"]);
    assert_eq!(
        tracks(&import),
        [
            "bakers: junior, senior, principal",
            "managers*: manager, director"
        ]
    );
    assert_eq!(
        cells(&import),
        [
            "Heat on bakers | Keeps it | Plans it | Designs it",
            "oven / Cleaning on bakers | Cleans | Sees to it | Changes how",
            "Care on managers | Listens | Asks",
            "Money on managers | Counts | Plans",
        ]
    );
}

#[test]
fn merged_headings_name_tracks_and_a_row_without_a_name_goes_on() {
    let import = opened(&["merged.csv"]);
    assert_eq!(tracks(&import), ["makers: m1, m2", "leaders*: p1, p2"]);
    assert_eq!(
        cells(&import)[0],
        "Care | a little | more | - of people - again | of all"
    );
    assert_eq!(guess(&import, "table-1.header"), Some("2"));
}

#[test]
fn marks_of_other_systems_are_gone() {
    let import = opened(&["marks.csv"]);
    assert_eq!(cells(&import), ["Code | writes it | “reads” it"]);
    let sheet = "Skill\tJunior\tSenior\r\nCode\t\"a\r\nb\"\tc\r\n";
    let bytes: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(sheet.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let file = Source {
        name: "sheet.txt".to_owned(),
        bytes,
    };
    let import = read(&[file], &Choices::default()).unwrap();
    assert_eq!(cells(&import), ["Code | - a - b | c"]);
}

#[test]
fn two_rows_that_contradict_are_both_kept_and_two_spellings_are_asked_about() {
    let import = opened(&["twice.csv"]);
    assert_eq!(
        cells(&import),
        [
            "Writing | - Writes notes - Writes mails | Writes plans",
            "Collaboration | Asks | Answers",
            "Diversity and equity | Listens | Speaks up",
        ]
    );
    assert_eq!(guess(&import, "same.colaboration"), Some("yes"));
    let apart = chosen(&["twice.csv"], &[("same.colaboration", "no")]);
    assert_eq!(apart.draft.competencies.len(), 4);
}

#[test]
fn falling_levels_are_turned_round_and_asked_about() {
    let import = opened(&["falling.csv"]);
    assert_eq!(
        tracks(&import),
        ["falling: junior 1, senior 2, principal 3"]
    );
    assert_eq!(guess(&import, "levels.order"), Some("reversed"));
    let import = chosen(
        &["falling.csv"],
        &[("levels.order", "senior,junior,principal")],
    );
    assert_eq!(
        tracks(&import),
        ["falling: senior 1, junior 2, principal 3"]
    );
    // Order that the alphabet made is no order.
    let sorted = text(
        "a.csv",
        "Skill,Intern,Junior,Principal,Senior,Staff\nCode,a,b,c,d,e\n",
    );
    let import = read(&[sorted], &Choices::default()).unwrap();
    assert_eq!(guess(&import, "levels.order"), Some("by-words"));
    assert_eq!(
        tracks(&import),
        ["a: intern 1, junior 2, senior 3, staff 4, principal 5"]
    );
}

#[test]
fn codes_with_dots_names_without_letters_and_names_of_another_script() {
    let import = opened(&["codes.csv"]);
    assert_eq!(
        tracks(&import),
        ["codes: helper-1-1 1, helper-1-2 2, maker 3"]
    );
    let ids: Vec<_> = import
        .draft
        .competencies
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(ids, ["code", "competency-2", "competency-3"]);
    assert_eq!(import.draft.competencies[1].name, "🔥");
}

#[test]
fn a_list_of_skills_and_a_scale_are_read_as_far_as_they_go() {
    let import = opened(&["list.csv", "scale.csv"]);
    assert_eq!(tracks(&import), ["list: learner 1, master 2"]);
    assert_eq!(cells(&import), ["cloth / Sewing | ", "cloth / Dyeing | "]);
    assert_eq!(import.draft.competencies[0].tags, ["needle", "thread"]);
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("Joins cloth")
    );
    assert_eq!(
        import.draft.levels[1].about.as_deref(),
        Some("Does it alone and teaches")
    );
    assert_eq!(
        dropped(&import),
        ["all files: 2 competencies: no file says what a level expects in these; write it"]
    );
}

#[test]
fn a_clipboard_of_a_sheet_is_read_without_its_markup() {
    let import = opened(&["clipboard.html"]);
    assert_eq!(tracks(&import), ["makers: j1, j2", "leaders*: k1, k2"]);
    assert_eq!(
        cells(&import),
        [
            "craft / Code | - Writes it - with help - Reads it | Shapes it — well | Shapes it — well",
            "craft / Tests | - One. - Two. | - Tests all <https://a.example/t> | Asks",
        ]
    );
    let json = import.draft.to_json();
    assert!(!json.contains("alert") && !json.contains("onerror") && !json.contains("color"));
}

#[test]
fn headings_with_bullets_become_levels_and_competencies() {
    let import = opened(&["headings.md"]);
    assert_eq!(import.draft.name, "A bakery’s ladder");
    assert_eq!(
        import.draft.about.as_deref(),
        Some("We wrote this for ourselves.")
    );
    assert_eq!(
        import.draft.levels[0].about.as_deref(),
        Some("You learn the trade.")
    );
    assert_eq!(
        cells(&import),
        [
            "Baking | - Bakes one loaf, see the rules and home <https://a.example/rules> - Keeps notes - in a book - every day | - Bakes all loaves - Finds errors that others missed",
            "Selling & talking | Greets guests. | - Knows each guest - Says no",
        ]
    );
    assert_eq!(guess(&import, "headings"), Some("title,level,competency"));
    let left = dropped(&import);
    assert!(
        left.iter()
            .any(|note| note.contains("How we use it: a heading that is not part")),
        "{left:#?}"
    );
    assert!(
        left.iter()
            .any(|note| note.contains("/home: an address that is not https://")),
        "{left:#?}"
    );
    let other = chosen(&["headings.md"], &[("headings", "title,track,level")]);
    assert_eq!(other.draft.tracks.len(), 2);
}

#[test]
fn headings_may_have_the_competency_first_or_bullets_may_name_the_levels() {
    let import = opened(&["competency-first.md"]);
    assert_eq!(
        cells(&import),
        [
            "Writing | Writes notes. | Writes plans.",
            "Reading | Reads notes. | Reads plans."
        ]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("What you put down for others.")
    );
    let import = opened(&["level-words.md"]);
    assert_eq!(
        cells(&import),
        [
            "Binding | Binds a bunch. | Binds for a hall.",
            "Watering | Waters daily. | Plans the water."
        ]
    );
    assert_eq!(guess(&import, "bold-words"), Some("levels"));
}

#[test]
fn a_file_may_be_a_level() {
    let import = opened(&["senior_baker.md", "junior_baker.md"]);
    assert_eq!(guess(&import, "files"), Some("levels"));
    assert_eq!(
        tracks(&import),
        ["our-ladder: junior-baker 1, senior-baker 2"]
    );
    assert_eq!(
        cells(&import),
        [
            "Dough | - Kneads | - Kneads well - Teaches",
            "Guests | - Greets | - Advises"
        ]
    );
}

#[test]
fn pipes_and_folded_parts() {
    let import = opened(&["pipes.md"]);
    assert_eq!(
        cells(&import),
        [
            "Care | helps | asks | - leads - listens",
            "Plan | today | this week"
        ]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("for others")
    );
}

#[test]
fn bold_words_of_bullets_are_competencies_or_places() {
    let import = opened(&["leads.md"]);
    assert_eq!(tracks(&import), ["gardener: g1 1, g2 2"]);
    let places = chosen(&["leads.md"], &[("bold-words", "places")]);
    assert_eq!(
        cells(&places),
        [
            "Area 1 | [Plants] digs holes | [Designs] draws beds",
            "Area 2 | [Waters] carries cans | [Waters] lays pipes"
        ]
    );
    let text = chosen(&["leads.md"], &[("bold-words", "text")]);
    assert_eq!(text.draft.competencies.len(), 1);
}

#[test]
fn topics_with_numbered_levels_in_yaml() {
    let import = opened(&["topics.yml"]);
    assert_eq!(
        tracks(&import),
        ["weaving: level-1 1, level-2 2, level-3 3"]
    );
    assert_eq!(
        cells(&import),
        [
            "Thread | - Spins: no knots | - Chooses wool (Merino) (no)",
            "Loom | - Sets it up"
        ]
    );
    assert_eq!(
        dropped(&import),
        ["topics.yml: levels: the file says 4 levels, and has 3"]
    );
}

#[test]
fn entries_that_refer_to_lists_in_yaml() {
    let import = opened(&["entries.yml"]);
    assert_eq!(
        tracks(&import),
        [
            "deck: junior-sailor 1, senior-sailor-deck 2",
            "office: junior-sailor 1, senior-sailor-office 2"
        ]
    );
    assert_eq!(
        cells(&import),
        [
            "Ropes | at awareness - Ties knots - Coils ropes | Chooses ropes at expert (For a storm)",
            "Maps on office | Buys maps"
        ]
    );
    assert_eq!(
        dropped(&import),
        ["entries.yml: crew-mate: read as “Senior Sailor (Deck)”, whose id ends alike"]
    );
    assert_eq!(guess(&import, "steps.order"), Some("awareness,expert"));
}

#[test]
fn a_bomb_is_refused_with_its_place() {
    let told = refused(read(&[source("bomb.yml")], &Choices::default()));
    assert_eq!(
        told,
        "bomb.yml, line 2, column 8: a part is used again by its name (*); write it out"
    );
}

#[test]
fn milestones_that_count_points_in_json() {
    let import = opened(&["points.json"]);
    assert_eq!(import.draft.levels[1].points, Some(5.0));
    let soup = &import.draft.competencies[0];
    assert_eq!(
        said(&soup.steps["milestone-1"]),
        "Stirs - Does not burn it (Leek)"
    );
    assert_eq!(import.draft.scales[0].steps[1].points, Some(3.0));
    assert!(dropped(&import)[0].contains("a level is a sum of points"));
}

#[test]
fn a_file_of_steps_for_each_level_in_json() {
    let import = opened(&["k1.json", "k2.json"]);
    assert_eq!(
        cells(&import),
        [
            "Soup | at beginner | at expert",
            "Bread | nothing | at beginner"
        ]
    );
    let import = opened(&["rows.json"]);
    assert_eq!(cells(&import), ["Soup | Stirs | Invents"]);
    let import = opened(&["nested.json"]);
    assert_eq!(
        cells(&import),
        [
            "Cutting | - Cuts straight | - Cuts anything - Teaches",
            "Sewing | Sews | Sews fast"
        ]
    );
}

#[test]
fn a_ladder_of_our_own_loses_nothing() {
    for file in ["technical-leadership", "small-company"] {
        let text = std::fs::read_to_string(format!("ladders/{file}.json")).unwrap();
        let draft = Draft::from_json(&text).unwrap();
        let import = read(&[self::text("x.json", &text)], &Choices::default()).unwrap();
        assert_eq!(import.draft, draft);
        assert_eq!(import.report.guessed, []);
        let again = Ladder::parse(&draft.to_json()).unwrap();
        assert_eq!(
            format!("{again:?}"),
            format!("{:?}", Ladder::parse(&text).unwrap())
        );
        let cells = |value: &serde_json::Value| value.pointer("/competencies/0/cells").cloned();
        let (before, after) = (
            serde_json::from_str(&text).unwrap(),
            serde_json::from_str(&draft.to_json()).unwrap(),
        );
        assert_eq!(cells(&before), cells(&after), "{file}");
    }
}

#[test]
fn a_workbook_a_pdf_and_a_picture_are_refused_with_the_way_to_a_text() {
    for (bytes, words) in [
        (
            b"PK\x03\x04\x14\x00\x06\x00".as_slice(),
            "save the sheet as CSV",
        ),
        (
            &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
            "save the sheet as CSV",
        ),
        (b"%PDF-1.7\n1 0 obj", "copy the table and paste it"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (&[0xFF, 0xD8, 0xFF, 0xE0], "is a picture"),
        (b"Level\x00,Text", "holds no text"),
    ] {
        let files = [Source {
            name: "ours.xlsx".to_owned(),
            bytes: bytes.to_vec(),
        }];
        let told = refused(read(&files, &Choices::default()));
        assert!(
            told.starts_with("ours.xlsx ") && told.contains(words),
            "{told}"
        );
    }
}

#[test]
fn what_is_no_ladder_is_refused_with_a_remedy() {
    let told = |name: &str, bytes: &[u8]| {
        let file = Source {
            name: name.to_owned(),
            bytes: bytes.to_owned(),
        };
        refused(read(&[file], &Choices::default()))
    };
    assert_eq!(told("a.csv", b""), "a.csv is empty; choose another file");
    assert!(told("a.csv", b"caf\x81,b\n").contains("a.csv, line 1, column 4: is no UTF-8"));
    assert!(
        told("a.csv", b"a,\"b\n")
            .contains("a.csv, line 1 opens a field with a quote that is never closed")
    );
    assert!(told("a.md", b"Hello there.").contains("there is no level and no competency"));
    assert!(told("a.json", b"{\"x\": 1}").contains("there is no level and no competency"));
    assert_eq!(
        refused(read(&[], &Choices::default())),
        "there is no file; choose at least one"
    );
}

#[test]
fn a_large_sheet_is_read_one_family_at_a_time_or_refused_aloud() {
    let mut long = String::from("family,role,level,skill,skill level,description\n");
    for role in 0..52 {
        for level in ["Junior", "Mid", "Senior", "Lead"] {
            for skill in 0..50 {
                let number = (role * 3 + skill) % 188;
                long.push_str(&format!("Family {},Role {role},{level} Worker {role},Skill {number},Working,What a {level} does in it at length\n", role % 6));
            }
        }
    }
    let file = || [text("long.csv", &long)];
    let whole = read(&file(), &Choices::default()).unwrap();
    assert_eq!(
        (
            whole.draft.tracks.len(),
            whole.draft.levels.len(),
            whole.draft.competencies.len()
        ),
        (52, 208, 188)
    );
    assert_eq!(guess(&whole, "tracks.only"), Some("all"));
    let one = read(&file(), &choices(&[("tracks.only", "family-1")])).unwrap();
    assert_eq!((one.draft.tracks.len(), one.draft.check()), (9, vec![]));
    let many: String = (0..400)
        .map(|number| format!("Junior,Skill {number},Does it\n"))
        .collect();
    let told = refused(read(
        &[text("many.csv", &format!("level,skill,text\n{many}"))],
        &Choices::default(),
    ));
    assert!(
        told.contains("there are 400 competencies, and 300 are the most"),
        "{told}"
    );
}

#[test]
fn a_table_of_equal_standing_gives_heights_and_codes() {
    let import = opened(&["standing.md"]);
    assert_eq!(
        tracks(&import),
        ["sailors: s1 1, s2 2, s3 3", "officers*: k1 2, k2 3"]
    );
    assert_eq!(
        cells(&import),
        [
            "knots / Tying on sailors | Ties | Ties all | Invents",
            "weather / Clouds on sailors | Looks up | Knows each",
            "people / Care on officers | Listens | Asks",
            "people / Order on officers | Plans | Decides",
        ]
    );
    assert_eq!(guess(&import, "levels.heights"), Some("by-table"));
    assert_eq!(guess(&import, "headings"), Some("title,track,group"));
    assert!(
        dropped(&import)
            .iter()
            .any(|note| note.contains("Trainee: a level of which no text says"))
    );
}

#[test]
fn what_stands_below_the_head_of_a_document_holds_of_all_its_levels() {
    let import = opened(&["senior_potter.md", "junior_potter.md"]);
    assert_eq!(
        tracks(&import),
        ["our-ladder: junior-potter-1 1, junior-potter-2 2, senior-potter-1 3"]
    );
    assert_eq!(
        cells(&import),
        [
            "Clay | - Wedges | - Centres | - Throws",
            "Guests | - Greets | as junior-potter-1 | - Advises",
        ]
    );
}

#[test]
fn a_table_of_one_text_is_the_competency_of_its_heading() {
    let page = "# Skills\n\n## Digging\n\n| | Description |\n|---|---|\n| D1 | Digs |\n| D2 | Plans |\n\n## Planting\n\n| | Description |\n|---|---|\n| D1 | Plants |\n| D2 | Chooses |\n";
    let import = read(&[text("skills.md", page)], &Choices::default()).unwrap();
    assert_eq!(tracks(&import), ["skills: d1 1, d2 2"]);
    assert_eq!(
        cells(&import),
        ["Digging | Digs | Plans", "Planting | Plants | Chooses"]
    );
}

#[test]
fn a_text_without_marks_has_headings_where_lines_name_levels() {
    let page = "Senior Gardener\n- Leads\n- Mentors\n\nPrincipal Gardener\n- Decides\n";
    let import = read(&[text("pasted.txt", page)], &Choices::default()).unwrap();
    assert_eq!(
        tracks(&import),
        ["pasted: senior-gardener 1, principal-gardener 2"]
    );
    assert_eq!(
        cells(&import),
        ["Expectations | - Leads - Mentors | - Decides"]
    );
}

#[test]
fn a_level_with_tables_for_its_competencies_keeps_their_examples() {
    let page = "<h1>Ladder</h1><h2>M3 &ndash; Miller</h2><table><tr><th>Area</th><th>Expectation</th><th>Examples</th></tr><tr><td>Flour</td><td>Grinds</td><td>Rye in May</td></tr></table><h2>M4 &ndash; Senior Miller</h2><table><tr><th>Area</th><th>Expectation</th><th>Examples</th></tr><tr><td>Flour</td><td>Chooses</td><td>&nbsp;</td></tr></table>";
    let import = read(&[text("page.html", page)], &Choices::default()).unwrap();
    assert_eq!(tracks(&import), ["ladder: m3 1, m4 2"]);
    assert_eq!(cells(&import), ["Flour | Grinds (Rye in May) | Chooses"]);
}

#[test]
fn a_sheet_with_titles_above_meanings_beside_and_two_kinds_of_codes() {
    let sheet = "The matrix\nWritten in May,,\n,,\nArea,Skill,Definition,P1 - Worker,P2 - Senior Worker,M2 - Manager\nCraft,Care,How you care,a,b,c\n,Tools,How you choose,d,e,f\n,Pay band,,1,2,3\n";
    let import = read(&[text("matrix.csv", sheet)], &Choices::default()).unwrap();
    assert_eq!(import.draft.name, "The matrix");
    assert_eq!(tracks(&import), ["p: p1 1, p2 2", "m*: m2 2"]);
    assert_eq!(
        cells(&import),
        ["craft / Care | a | b | c", "craft / Tools | d | e | f"]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("How you care")
    );
    assert_eq!(guess(&import, "tracks"), Some("codes"));
}

/// The questions of files, by the part of their id that is always the same.
fn asked(files: &[Source], all: &mut BTreeMap<String, Guess>) {
    for guess in read(files, &Choices::default()).unwrap().report.guessed {
        let parts: Vec<&str> = guess.id.split('.').collect();
        let kind = match parts.as_slice() {
            [table, part] if table.starts_with("table-") => format!("table.{part}"),
            ["same" | "headings", ..] => parts[0].to_owned(),
            _ => guess.id.clone(),
        };
        let ids: BTreeSet<&String> = guess.options.iter().map(|one| &one.id).collect();
        assert_eq!(ids.len(), guess.options.len(), "{}", guess.id);
        assert!(
            ids.is_empty() || ids.contains(&guess.answer),
            "{}: {}",
            guess.id,
            guess.answer
        );
        for offer in &guess.options {
            let is_own = ["tracks.only", "tracks.manage"].contains(&guess.id.as_str());
            assert!(!offer.words.trim().is_empty(), "{}: {}", guess.id, offer.id);
            assert!(
                is_own || offer.words != offer.id,
                "{}: {}",
                guess.id,
                offer.id
            );
        }
        assert!(
            !guess.question.contains(['(', '='])
                && (guess.question.contains('?') || guess.question.starts_with("Put ")),
            "{}",
            guess.question
        );
        all.insert(kind, guess);
    }
}

#[test]
fn every_answer_that_is_offered_says_in_words_what_it_means() {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir("tests/fixtures/import").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "bomb.yml" {
            asked(&[source(&name)], &mut all);
        }
    }
    asked(
        &[source("senior_potter.md"), source("junior_potter.md")],
        &mut all,
    );
    let tables: String = (0..6)
        .map(|at| format!(",Junior,Senior\nCraft {at},Cuts,Teaches\n\nLevel,Tools {at}\nJunior,Saw\nSenior,Plane\n\n"))
        .collect();
    asked(&[text("many.csv", &tables)], &mut all);
    let tracks: Vec<Source> = (0..8)
        .map(|at| text(&format!("t{at}.md"), &format!("# Track {at}\n\n## Junior\n\n### Craft\n\nCuts\n\n## Senior\n\n### Craft\n\nTeaches\n")))
        .collect();
    asked(&tracks, &mut all);
    let kinds: Vec<&str> = all.keys().map(String::as_str).collect();
    assert_eq!(
        kinds,
        [
            "bold-words",
            "files",
            "headings",
            "language",
            "levels.heights",
            "levels.order",
            "levels.shared",
            "name",
            "same",
            "steps.order",
            "table.header",
            "table.shape",
            "tables",
            "tracks",
            "tracks.manage",
            "tracks.only",
        ]
    );
}
