//! Forms in which real ladders come, one short made-up file each: what office programs, wikis and site
//! generators write. What is asserted is which level expects what, and that nothing is left out unsaid.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ladder_explorer::import::{Choices, Import, Source, read};
use ladder_explorer::ladder::{CellFile, ItemFile, NoneFile};

fn opened(files: &[(&str, &str)]) -> Import {
    let bytes: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    opened_bytes(&bytes)
}

/// Reads files with all guesses taken. The draft has no fault.
fn opened_bytes(files: &[(&str, &[u8])]) -> Import {
    let files: Vec<Source> = files
        .iter()
        .map(|(name, bytes)| Source {
            name: (*name).to_owned(),
            bytes: bytes.to_vec(),
        })
        .collect();
    let import = read(&files, &Choices::default()).unwrap();
    assert_eq!(import.draft.check(), [], "{:?}", files[0].name);
    import
}

/// A cell in a line.
fn said(cell: &CellFile) -> String {
    let items = cell.items.iter().map(|item| match item {
        ItemFile::Text(text) => format!("- {text}"),
        ItemFile::Whole(item) => format!("- {}", item.text),
    });
    let whole = [
        cell.text.clone(),
        cell.step.as_ref().map(|step| format!("at {step}")),
        cell.same_as.as_ref().map(|level| format!("as {level}")),
        cell.none.map(|none| match none {
            NoneFile::Expected => "nothing".to_owned(),
            NoneFile::Written => "unwritten".to_owned(),
        }),
    ];
    let all: Vec<String> = whole.into_iter().flatten().chain(items).collect();
    all.join(" ")
}

/// Each competency in a line: its group, its name, and its cells in the order of levels.
fn cells(import: &Import) -> Vec<String> {
    let draft = &import.draft;
    let rows = draft.competencies.iter().map(|row| {
        let group = row.group.as_ref().map(|group| format!("{group} / "));
        let cells = draft.levels.iter().filter_map(|level| {
            let cell = row.cells.get(&level.id)?;
            Some(format!("{}: {}", level.id, said(cell)))
        });
        let cells: Vec<String> = cells.collect();
        let group = group.unwrap_or_default();
        format!("{group}{} | {}", row.name, cells.join(" | "))
    });
    rows.collect()
}

/// The tracks with their levels.
fn tracks(import: &Import) -> Vec<String> {
    let draft = &import.draft;
    let tracks = draft.tracks.iter().map(|track| {
        let levels = draft
            .levels
            .iter()
            .filter(|level| level.tracks.contains(&track.id));
        let levels: Vec<&str> = levels.map(|level| level.id.as_str()).collect();
        format!("{}: {}", track.id, levels.join(", "))
    });
    tracks.collect()
}

/// The texts of the report with their reasons.
fn told(import: &Import) -> Vec<String> {
    let all = import.report.dropped.iter();
    all.map(|one| format!("{}: {}", one.text, one.why))
        .collect()
}

fn guess<'a>(import: &'a Import, id: &str) -> Option<&'a str> {
    let mut all = import.report.guessed.iter();
    all.find(|guess| guess.id == id)
        .map(|guess| guess.answer.as_str())
}

#[test]
fn a_sheet_and_a_page_in_windows_1252_are_read_and_the_report_says_so() {
    let sheet = b"sep=;\r\nF\xe4higkeit;Beschreibung;Junior;Senior\r\nBacken;Was \x84gut\x93 ist;F\xfcllt \xd6fen;Kostet 3 \x80\r\n";
    let import = opened_bytes(&[("ofen.csv", sheet)]);
    assert_eq!(
        cells(&import),
        ["Backen | junior: Füllt Öfen | senior: Kostet 3 €"]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("Was „gut“ ist")
    );
    assert_eq!(
        told(&import),
        [
            "Fähigkeit;Beschreibung;Junior;Senior: the file is no UTF-8 and was read as Windows-1252; if letters look wrong here, save it as UTF-8"
        ]
    );
    assert_eq!(import.report.dropped[0].place, "ofen.csv, line 2");
    let page = b"<html><head><meta charset=windows-1252></head><body><h1>Junior Baker</h1><h2>Oven</h2><p>Doesn\x92t burn it</p><h1>Senior Baker</h1><h2>Oven</h2><p>Builds it</p></body></html>";
    let import = opened_bytes(&[("oven.htm", page)]);
    assert_eq!(
        cells(&import),
        ["Oven | junior-baker: Doesn’t burn it | senior-baker: Builds it"]
    );
}

#[test]
fn the_first_column_of_levels_is_one_though_its_word_is_less_usual() {
    for head in [
        "A1–A3,A4,A5-A6",
        "Foundation,Practitioner,Expert",
        "Explorer,Builder,Senior builder",
    ] {
        let sheet = format!("Competency,{head}\nOven,warms it,keeps it,builds it\n");
        let import = opened(&[("a.csv", &sheet)]);
        assert_eq!(import.draft.levels.len(), 3, "{head}");
        let texts: Vec<String> = import.draft.competencies[0]
            .cells
            .values()
            .map(said)
            .collect();
        assert_eq!(texts.len(), 3, "{head}: {texts:?}");
    }
}

#[test]
fn a_table_of_levels_alone_belongs_to_the_heading_above_it() {
    let page = "# Ladder\n\n## Care\n\n| Junior | Senior | Staff |\n| --- | --- | --- |\n| Asks<br>Listens | Helps | Teaches |\n\n## Oven\n\n| Skill | Junior | Senior | Staff |\n| --- | --- | --- | --- |\n| Heat | a | b | c |\n";
    assert_eq!(
        cells(&opened(&[("a.md", page)])),
        [
            "Care | junior: - Asks - Listens | senior: Helps | staff: Teaches",
            "oven / Heat | junior: a | senior: b | staff: c"
        ]
    );
}

#[test]
fn a_table_of_numbers_or_words_is_one_of_steps() {
    let numbers = "Skill,Junior,Senior,Staff\nRye,1,2,3\nWheat,0,1,2\n";
    let import = opened(&[("a.csv", numbers)]);
    assert_eq!(
        cells(&import),
        [
            "Rye | junior: at 1 | senior: at 2 | staff: at 3",
            "Wheat | junior: at 0 | senior: at 1 | staff: at 2"
        ]
    );
    assert_eq!(guess(&import, "steps.order"), Some("0,1,2,3"));
    let words =
        "Skill,Junior,Senior\nRye,Basic,Advanced\nWheat,None,Expert\nOats,Intermediate,Expert\n";
    let import = opened(&[("a.csv", words)]);
    assert_eq!(
        cells(&import)[1],
        "Wheat | junior: nothing | senior: at expert"
    );
    assert_eq!(
        guess(&import, "steps.order"),
        Some("basic,intermediate,advanced,expert")
    );
}

#[test]
fn cells_that_are_as_those_before_are_so_in_the_ladder() {
    let sheet = "Skill,L1,L2,L3,L4\nOven,Warms it,Same as L1,\"As L2, and also builds\",same as above\nRye,Cuts,\"\"\"\",→,Bakes\nCare,✓,✗,TRUE,FALSE\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(
        cells(&import),
        [
            "Oven | l1: Warms it | l2: as l1 | l3: As L2, and also builds | l4: as l3",
            "Rye | l1: Cuts | l2: as l1 | l3: as l1 | l4: Bakes",
            "Care | l1: ✓ | l2: nothing | l3: TRUE | l4: nothing"
        ]
    );
}

#[test]
fn columns_that_are_not_of_the_ladder_are_reported_wherever_they_are() {
    let sheet = "Order,Competency,Owner,L1,Notes,L2\n1,Oven,Ann,warms,ask,builds\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(cells(&import), ["Oven | l1: warms | l2: builds"]);
    assert_eq!(
        told(&import),
        [
            "Ann: not a level, so its texts are not kept",
            "ask: not a level, so its texts are not kept"
        ]
    );
    let down = "Level,Title,Salary,Oven,Notes,Link\nL1,Junior,$10 - $20,warms,ask,https://a.example\nL2,Senior,$20 - $30,builds,,\n";
    let import = opened(&[("a.csv", down)]);
    assert_eq!(cells(&import), ["Oven | l1: warms | l2: builds"]);
    assert_eq!(told(&import).len(), 3, "{:?}", told(&import));
}

#[test]
fn sheets_that_say_different_things_of_one_level_are_tracks() {
    let import = opened(&[
        ("Ladder - Bread.csv", "Skill,L1,L2\nCare,a,b\nRye,c,d\n"),
        ("Ladder - Cake.csv", "Skill,L1,L2\nCare,e,f\n"),
        ("Ladder - People.csv", "Skill,M1,M2\nTalks,g,h\n"),
    ]);
    assert_eq!(
        tracks(&import),
        [
            "bread: bread-l1, bread-l2",
            "cake: cake-l1, cake-l2",
            "people: m1, m2"
        ]
    );
    assert_eq!(import.draft.name, "Ladder");
    assert_eq!(guess(&import, "files"), Some("tracks"));
    let import = opened(&[
        ("craft.csv", "Skill,L1,L2\nCare,a,b\n"),
        ("people.csv", "Skill,L1,L2\nTalks,c,d\n"),
    ]);
    assert_eq!(tracks(&import), ["craft: l1, l2"]);
    assert_eq!(guess(&import, "files"), Some("whole"));
}

#[test]
fn a_column_of_roles_beside_numbered_levels_names_the_tracks() {
    let sheet =
        "Role,Level,Oven\nRye Baker,1,a\nRye Baker,2,b\nBakery Manager,1,c\nBakery Manager,2,d\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(
        tracks(&import),
        [
            "rye-baker: rye-baker-1, rye-baker-2",
            "bakery-manager: bakery-manager-1, bakery-manager-2"
        ]
    );
}

#[test]
fn one_row_a_statement_with_the_headings_of_a_database() {
    let sheet =
        "level_id,level_title,skill_area,expectation\n1,Junior,Oven,warms\n2,Senior,Oven,builds\n";
    assert_eq!(
        cells(&opened(&[("a.csv", sheet)])),
        ["Oven | junior: warms | senior: builds"]
    );
}

#[test]
fn bullets_that_begin_with_a_level_need_no_bold_words() {
    let page = "# Skills\n\n## Craft\n\n### Oven\n- L1: Warms it.\n- L2: Builds it.\n\n### Rye\n- L1: Cuts it.\n- L2: Bakes it.\n- L2: Sells it.\n";
    assert_eq!(
        cells(&opened(&[("a.md", page)])),
        [
            "craft / Oven | l1: Warms it. | l2: Builds it.",
            "craft / Rye | l1: Cuts it. | l2: - Bakes it. - Sells it."
        ]
    );
}

#[test]
fn headings_as_tags_and_folded_parts_over_several_lines() {
    let part = |name: &str, text: &str| {
        format!(
            "<details>\n  <summary>\n    <b>{name}</b>\n  </summary>\n  <ul>\n    <li>{text}</li>\n  </ul>\n\n</details>\n\n"
        )
    };
    let page = format!(
        "<h1 align=\"center\">Carreira</h1>\n<h4>De outra casa.</h4>\n\n<h2>Junior</h2>\n\n> Entusiasta\n\n{}{}<h2>Pleno</h2>\n\n{}{}<h2>Sênior</h2>\n\n{}{}<h2>Glossário</h2>\n\n#### Forno\n\nOnde se assa.\n",
        part("Forno", "Aquece"),
        part("Time", "Ouve"),
        part("Forno", "Cuida"),
        part("Time", "Fala"),
        part("Forno", "Constrói"),
        part("Time", "Ensina"),
    );
    let import = opened(&[("a.md", &page)]);
    assert_eq!(import.draft.name, "Carreira");
    assert_eq!(
        cells(&import),
        [
            "Forno | junior: - Aquece | pleno: - Cuida | senior: - Constrói",
            "Time | junior: - Ouve | pleno: - Fala | senior: - Ensina"
        ]
    );
    assert_eq!(
        told(&import),
        [
            "De outra casa.: a heading that names no part of the ladder",
            "Glossário: a heading that is not part of the ladder",
            "Onde se assa.: below a heading that is left out"
        ]
    );
}

#[test]
fn labels_in_bold_are_headings_also_within_a_paragraph() {
    let level = |name: &str, word: &str| {
        format!(
            "### {name}\n**Scope**: One {word}\n**Skills**:\n- Bakes {word}\n\n**Manners**:\n- Greets {word}\n\n**Next step**: More {word}\n\n"
        )
    };
    let page = format!(
        "# Ladder\n\n## Bread\n\n{}{}## Cake\n\n{}{}",
        level("Level 1: Junior Baker", "loaf"),
        level("Level 2: Senior Baker", "batch"),
        level("Level 1: Junior Decorator", "bun"),
        level("Level 2: Senior Decorator", "tower"),
    );
    let import = opened(&[("a.md", &page)]);
    assert_eq!(import.draft.tracks.len(), 2);
    let all = cells(&import);
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(all[0].starts_with("Scope | junior-baker: One loaf | senior-baker: One batch"));
    assert!(all[1].starts_with("Skills | junior-baker: - Bakes loaf"));
    assert!(all[3].starts_with("Next step | junior-baker: More loaf"));
}

#[test]
fn a_pasted_text_without_marks_has_a_line_for_each_level() {
    let text = "How well you bake.\nLevel 1\nLearns to bake.\n- warms the oven\n- cuts\nLevel 2\nBakes alone.\n- builds an oven\n";
    assert_eq!(
        cells(&opened(&[("pasted", text)])),
        [
            "Expectations | level-1: Learns to bake. - warms the oven - cuts | level-2: Bakes alone. - builds an oven"
        ]
    );
}

#[test]
fn a_list_of_levels_and_a_table_beside_the_headings_of_levels_are_read() {
    let page = "# Ladder\n\n## Overview\n\n| Level | Title | Scope | Salary |\n|---|---|---|---|\n| L1 | Junior Baker | loaf | $10 |\n| L2 | Senior Baker | shop | $20 |\n| L3 | Staff Baker | town | $30 |\n\n## Steps\n\n| skill | L1 | L2 | L3 |\n|---|---|---|---|\n| rye | no | yes | yes |\n\n## L1: Junior Baker\n\n### Oven\n- warms\n\n## L2: Senior Baker\n\n### Oven\n- builds\n\n## L3: Staff Baker\n\n### Oven\n- plans\n\n## Prices\n\n| Bread | Price |\n|---|---|\n| rye | 3 |\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(
        cells(&import),
        [
            "steps / rye | l1: nothing | l2: yes | l3: yes",
            "Oven | l1: - warms | l2: - builds | l3: - plans"
        ]
    );
    let level = &import.draft.levels[1];
    assert_eq!(level.title, "Senior Baker");
    assert_eq!(level.facts.len(), 1);
    let all = told(&import);
    assert!(
        all.contains(&"Salary: about pay, so it is left out".to_owned()),
        "{all:?}"
    );
    let rest: Vec<&String> = all.iter().filter(|one| one.contains(" | ")).collect();
    assert_eq!(rest.len(), 2, "{all:?}");
}

#[test]
fn headings_that_name_the_steps_of_a_scale_are_no_levels_beside_a_larger_table() {
    let page = "# Skills\n\n## Steps\n\n### 1 - Novice\n- knows a bit\n\n### 2 - Expert\n- knows it all\n\n## Craft\n\n### Oven\n\n| Skill | Junior | Senior | Staff |\n|---|---|---|---|\n| Heat | 1 | 2 | 2 |\n| Care | 1 | 1 | 2 |\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(tracks(&import), ["skills: junior, senior, staff"]);
    assert_eq!(cells(&import).len(), 2);
    assert!(
        told(&import)
            .iter()
            .any(|one| one.starts_with("2 - Expert: knows it all"))
    );
}

#[test]
fn files_with_the_same_bare_levels_are_competencies() {
    let page = |word: &str| {
        format!(
            "# {word}\nAbout {word}\n\n## Trainee\n- sees {word}\n\n## Middle\n- does {word}\n\n## Expert\n- owns {word}\n"
        )
    };
    let import = opened(&[("oven.md", &page("Oven")), ("rye.md", &page("Rye"))]);
    assert_eq!(
        cells(&import),
        [
            "Oven | trainee: - sees Oven | middle: - does Oven | expert: - owns Oven",
            "Rye | trainee: - sees Rye | middle: - does Rye | expert: - owns Rye"
        ]
    );
    assert_eq!(guess(&import, "files"), Some("competencies"));
    let data = |word: &str| {
        format!(
            "{{\"L1\": {{\"summary\": \"sees {word}\", \"detail\": \"a bit\"}}, \"L2\": {{\"summary\": \"owns {word}\", \"detail\": \"all\"}}}}"
        )
    };
    let import = opened(&[("oven.json", &data("ovens")), ("rye.json", &data("rye"))]);
    assert_eq!(
        cells(&import)[1],
        "rye | l1: - sees rye - a bit | l2: - owns rye - all"
    );
}

#[test]
fn a_page_of_a_wiki_for_each_level_without_its_ways_and_with_competencies_across() {
    let page = |title: &str, word: &str| {
        format!(
            "<title>{title} - Our ladder</title><body><div><a href=\"1.html\">B1 Baker</a></div><div><a href=\"2.html\">B2 Baker</a></div><nav><a href=\"x.html\">Home</a></nav><table><tr><td><p><b>Scope</b></p><p><i>How far it reaches</i></p></td><td><b>Wider</b> <b>reach</b></td><td><b>Means</b></td></tr><tr><td>one {word}</td><td>{word} two</td><td><ul><li>{word} three</li></ul></td></tr></table><h2>Results</h2><table><tr><td><b>Responsibility</b></td><td><b>Key</b> <b>behaviors</b></td></tr><tr><td><b>Oven</b></td><td>warms {word}</td></tr></table></body>"
        )
    };
    let import = opened(&[
        ("1.html", &page("B1 Baker", "loaf")),
        ("2.html", &page("B2 Baker", "batch")),
    ]);
    assert_eq!(import.draft.name, "Our ladder");
    assert_eq!(
        cells(&import),
        [
            "Scope | b1: one loaf | b2: one batch",
            "Wider reach | b1: loaf two | b2: batch two",
            "Means | b1: - loaf three | b2: - batch three",
            "results / Oven | b1: warms loaf | b2: warms batch"
        ]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("How far it reaches")
    );
    assert_eq!(
        told(&import)[0],
        "B1 Baker · B2 Baker: a link to another page"
    );
}

#[test]
fn data_with_levels_below_competencies_in_any_spelling() {
    let by_name = "[{\"id\": 1, \"name\": \"Oven\", \"category\": \"Craft\", \"tag\": \"hot\", \"expectations\": {\"Junior Baker\": \"warms\", \"Senior Baker\": \"builds\"}}, {\"id\": 2, \"name\": \"Rye\", \"category\": \"Craft\", \"expectations\": {\"Junior Baker\": \"cuts\", \"Senior Baker\": \"bakes\"}}]";
    let import = opened(&[("a.json", by_name)]);
    assert_eq!(
        cells(&import),
        [
            "craft / Oven | junior-baker: warms | senior-baker: builds",
            "craft / Rye | junior-baker: cuts | senior-baker: bakes"
        ]
    );
    assert_eq!(told(&import), ["hot: “tag” is not part of a competency"]);
    let listed = "title: Ladder\nareas:\n  - name: Oven\n    description: How hot\n    levels:\n      - level: 1\n        criteria:\n          - warms\n          - cleans\n      - level: 2\n        criteria:\n          - builds\n  - name: Rye\n    levels:\n      - level: 1\n        criteria: [cuts]\n      - level: 2\n        criteria: [bakes]\n";
    assert_eq!(
        cells(&opened(&[("a.yml", listed)])),
        [
            "Oven | 1: - warms - cleans | 2: - builds",
            "Rye | 1: - cuts | 2: - bakes"
        ]
    );
    let numbered = "[{\"craft\": [{\"name\": \"Oven\", \"levels\": {\"1\": {\"name\": \"Learning\", \"description\": [\"warms\"]}, \"2\": {\"name\": \"Teaching\", \"description\": [\"builds\"]}}}], \"people\": [{\"name\": \"Talk\", \"levels\": {\"1\": {\"name\": \"Learning\", \"description\": [\"hears\"]}, \"2\": {\"name\": \"Teaching\", \"description\": [\"speaks\"]}}}]}]";
    assert_eq!(
        cells(&opened(&[("a.json", numbered)])),
        [
            "craft / Oven | learning: - warms | teaching: - builds",
            "people / Talk | learning: - hears | teaching: - speaks"
        ]
    );
}

#[test]
fn a_document_without_text_has_its_data_in_its_head() {
    let page = |title: &str, word: &str| {
        format!(
            "---\nlayout: level\ntitle: {title}\norder: 1\nskills:\n  - area: Oven\n    items:\n      - warms {word}\n  - area: Rye\n    items:\n      - cuts {word}\n---\n"
        )
    };
    let import = opened(&[
        ("junior.md", &page("Junior Baker", "one")),
        ("senior.md", &page("Senior Baker", "all")),
    ]);
    assert_eq!(
        cells(&import),
        [
            "Oven | junior-baker: - warms one | senior-baker: - warms all",
            "Rye | junior-baker: - cuts one | senior-baker: - cuts all"
        ]
    );
}

#[test]
fn those_who_manage_products_have_no_reports_for_that() {
    let page = "# Ladders\n\n## Baking\n\n### Craft\n\n| Skill | Junior Baker | Senior Baker |\n|---|---|---|\n| Oven | a | b |\n\n## Product management\n\n### Craft\n\n| Skill | Associate Product Manager | Senior Product Manager |\n|---|---|---|\n| Plan | c | d |\n\n## Leading\n\n### Craft\n\n| Skill | Manager | Director |\n|---|---|---|\n| Talk | e | f |\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(guess(&import, "tracks.manage"), Some("leading"));
}

#[test]
fn a_bold_word_that_stands_among_levels_below_each_competency_is_one() {
    let part = |name: &str, word: &str| {
        format!(
            "## {name}\n\nAbout {word}.\n\n- **Beginner**\n  - sees {word}\n- **Advanced**\n  - does {word}\n- **Expert**\n  - owns {word}\n- **Leading light**\n  - is {word}\n\n"
        )
    };
    let page = format!(
        "# Ladder\n\n{}{}{}",
        part("Oven", "ovens"),
        part("Rye", "rye"),
        part("Care", "care")
    );
    let import = opened(&[("a.md", &page)]);
    assert_eq!(
        cells(&import)[0],
        "Oven | beginner: - sees ovens | advanced: - does ovens | expert: - owns ovens | leading-light: - is ovens"
    );
}

#[test]
fn paragraphs_with_labels_beside_headings_are_competencies_too() {
    let level = |name: &str, word: &str| {
        format!(
            "## {name}\n\nIn short, {word}.\n\n**Oven:** warms {word}.\n\nAnd cleans it.\n\n**Rye:** cuts {word}.\n\n### Duties\n\n* sweeps {word}\n\n"
        )
    };
    let page = format!(
        "# Ladder\n\n{}{}",
        level("Junior Baker (B1)", "one"),
        level("Senior Baker (B2)", "all")
    );
    let import = opened(&[("a.md", &page)]);
    assert_eq!(
        cells(&import),
        [
            "Oven | b1: - warms one. - And cleans it. | b2: - warms all. - And cleans it.",
            "Rye | b1: cuts one. | b2: cuts all.",
            "Duties | b1: - sweeps one | b2: - sweeps all"
        ]
    );
    assert_eq!(
        import.draft.levels[0].about.as_deref(),
        Some("In short, one.")
    );
}

#[test]
fn a_list_beside_a_table_of_levels_makes_no_level() {
    let page = "# Ladder\n\n## Titles\n\n| Title | Reach | Pay per loaf |\n|---|---|---|\n| Apprentice | one | $1 |\n| Baker | some | $5 |\n| Senior Baker | all | $10 |\n\n## Shops\n\n| Shop | Sells |\n|---|---|\n| North | rye |\n| South | cake |\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(import.draft.levels.len(), 3);
    let all = told(&import);
    assert_eq!(
        all.iter()
            .filter(|one| one.contains("table of 3 rows"))
            .count(),
        3,
        "{all:?}"
    );
}

#[test]
fn pages_of_numbered_titles_are_levels_of_a_track_for_each_title() {
    let page = |word: &str| {
        format!(
            "#### [README](README.md)\n* [Baker 1](Baker 1.md)\n* [Baker 2](Baker 2.md)\n\n#### Oven\n\n* warms {word}\n\n#### Rye\n\n* cuts {word}\n"
        )
    };
    let names = ["Baker 1", "Baker 2", "Shop Manager 1", "Shop Manager 2"];
    let pages = names.map(|name| (format!("{name}.md"), page(name)));
    let files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let import = opened(&files);
    assert_eq!(
        tracks(&import),
        [
            "baker: baker-1, baker-2",
            "shop-manager: shop-manager-1, shop-manager-2"
        ]
    );
    assert_eq!(cells(&import).len(), 2);
    assert_eq!(
        told(&import)[0],
        "Baker 1 · Baker 2: a link to another page"
    );
}

#[test]
fn numbered_names_of_levels_stand_above_their_bullets() {
    let part = |name: &str, word: &str| {
        format!(
            "## {name}\n\nAbout {word}.\n\n1. Awareness\n\n  - sees {word}\n\n2. Working\n\n  - does {word}\n\n  - and more\n\n3. Expert\n\n  - owns {word}\n\nRoles that need it:\n\n- [Baker](/role/baker)\n\n"
        )
    };
    let page = format!(
        "# Skills\n\n{}{}",
        part("Oven", "ovens"),
        part("Rye", "rye")
    );
    let import = opened(&[("a.md", &page)]);
    assert_eq!(
        cells(&import),
        [
            "Oven | awareness: - sees ovens | working: - does ovens - and more | expert: - owns ovens",
            "Rye | awareness: - sees rye | working: - does rye - and more | expert: - owns rye"
        ]
    );
    assert_eq!(
        import.draft.competencies[0].about.as_deref(),
        Some("About ovens. Roles that need it:")
    );
    let rows = "[{\"id\": 1, \"name\": \"Oven\", \"basic\": \"sees\", \"low\": \"warms\", \"medium\": \"keeps\", \"high\": \"plans\", \"expert\": \"builds\"}]";
    let import = opened(&[("a.json", rows)]);
    assert_eq!(
        cells(&import),
        ["Oven | basic: sees | low: warms | medium: keeps | high: plans | expert: builds"]
    );
}

#[test]
fn a_row_of_groups_stands_above_the_headings_of_levels_down() {
    let sheet = "Our levels,,,,\n,,Craft,,People\nLevel,Title,Oven,Rye,Talk\nL1,Junior,warms,cuts,hears\nL2,Senior,builds,bakes,speaks\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(
        cells(&import),
        [
            "craft / Oven | l1: warms | l2: builds",
            "craft / Rye | l1: cuts | l2: bakes",
            "people / Talk | l1: hears | l2: speaks"
        ]
    );
    assert_eq!(import.draft.levels[0].title, "Junior");
}

#[test]
fn data_with_tracks_levels_and_then_competencies() {
    let level = |code: &str, title: &str, word: &str| {
        format!(
            "{{\"code\": \"{code}\", \"title\": \"{title}\", \"expectations\": {{\"Oven\": [\"{word} ovens\"], \"Talk\": [\"{word} talks\"]}}}}"
        )
    };
    let data = format!(
        "{{\"tracks\": [{{\"name\": \"Bread\", \"levels\": [{}, {}]}}, {{\"name\": \"People\", \"levels\": [{}, {}]}}]}}",
        level("B1", "Junior Baker", "has"),
        level("B2", "Senior Baker", "holds"),
        level("M1", "Bakery Manager", "plans"),
        level("M2", "Director", "funds"),
    );
    let import = opened(&[("a.json", &data)]);
    assert_eq!(tracks(&import), ["bread: b1, b2", "people: m1, m2"]);
    assert_eq!(
        cells(&import),
        [
            "Oven | b1: - has ovens | b2: - holds ovens | m1: - plans ovens | m2: - funds ovens",
            "Talk | b1: - has talks | b2: - holds talks | m1: - plans talks | m2: - funds talks"
        ]
    );
    assert_eq!(import.draft.levels[1].title, "Senior Baker");
}

#[test]
fn headings_above_tables_of_levels_are_tracks_whatever_their_words() {
    let page = "# Individual Contributor\n\n| Level | Reach |\n|---|---|\n| C1 | loaf |\n| C2 | shop |\n\n# Manager\n\n| Level | Reach |\n|---|---|\n| M1 | team |\n| M2 | town |\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(
        tracks(&import),
        ["individual-contributor: c1, c2", "manager: m1, m2"]
    );
    assert_eq!(
        cells(&import),
        ["Reach | c1: loaf | c2: shop | m1: team | m2: town"]
    );
}

#[test]
fn a_list_of_meanings_has_a_level_for_each_word() {
    let page = "<h1>Ladder</h1><h2>Oven</h2><dl><dt>Junior</dt><dd>warms</dd><dt>Senior</dt><dd>builds</dd></dl><h2>Rye</h2><dl><dt>Junior</dt><dd>cuts</dd><dt>Senior</dt><dd>bakes</dd></dl>";
    assert_eq!(
        cells(&opened(&[("a.html", page)])),
        [
            "Oven | junior: - warms | senior: - builds",
            "Rye | junior: - cuts | senior: - bakes"
        ]
    );
}

#[test]
fn columns_of_examples_stand_beside_their_levels_and_years_in_brackets_behind_titles() {
    let sheet = "Skill,Baker (0-2 yrs),Baker (0-2 yrs) examples,Senior Baker (3+ yrs)\nOven,warms,warmed one,builds\nRye,cuts,cut two,bakes\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(import.draft.levels.len(), 2);
    let cell = &import.draft.competencies[0].cells["baker-0-2-yrs"];
    assert_eq!(cell.text.as_deref(), Some("warms"));
    assert_eq!(cell.examples, ["warmed one"]);
}

#[test]
fn names_of_rows_are_statements_where_another_column_names_competencies() {
    let sheet = "Name,Level,Competency,Description\nWarms,L1,Oven,Warms it with help\nBuilds,L2,Oven,Builds it\nCuts,L1,Rye,Cuts it\nBakes,L2,Rye,Bakes it\n";
    assert_eq!(
        cells(&opened(&[("a.csv", sheet)])),
        [
            "Oven | l1: - Warms - Warms it with help | l2: - Builds - Builds it",
            "Rye | l1: - Cuts - Cuts it | l2: - Bakes - Bakes it"
        ]
    );
}

#[test]
fn a_page_that_explains_the_others_is_no_level() {
    let level = |word: &str| format!("## Oven\n\n- warms {word}\n\n## Rye\n\n- cuts {word}\n");
    let (one, all) = (level("one"), level("all"));
    let readme = "# Our ladder\n\nWe wrote it for us.\n\n## How to use it\n\n- Read it.\n\n## Pages\n\n- [Junior](junior-baker.md)\n";
    let import = opened(&[
        ("README.md", readme),
        ("junior-baker.md", &one),
        ("senior-baker.md", &all),
    ]);
    assert_eq!(
        cells(&import),
        [
            "Oven | junior-baker: - warms one | senior-baker: - warms all",
            "Rye | junior-baker: - cuts one | senior-baker: - cuts all"
        ]
    );
    assert_eq!(import.draft.about.as_deref(), Some("We wrote it for us."));
    assert!(
        told(&import)
            .contains(&"How to use it: Read it.: below no level and no competency".to_owned())
    );
}

#[test]
fn a_part_of_data_that_names_itself_is_called_so() {
    let data = "name: Bread\nlevels:\n  L1:\n    title: Junior Baker\n    expectations:\n      oven:\n        - warms\n      talk:\n        - hears\n  L2:\n    title: Senior Baker\n    expectations:\n      oven:\n        - builds\n      talk:\n        - speaks\n";
    let import = opened(&[("a.yml", data)]);
    assert_eq!(
        cells(&import),
        [
            "oven | l1: - warms | l2: - builds",
            "talk | l1: - hears | l2: - speaks"
        ]
    );
    assert_eq!(import.draft.levels[1].title, "Senior Baker");
}

#[test]
fn pay_is_left_out_of_columns_rows_headings_and_keys_and_is_told_without_its_figures() {
    let sheet = "Level,Gehalt,Comp (k€),Base pay,OTE,Bonus,TC,Craft,People\nJunior,50123,50,50k,60k,5%,70k,Writes code,Listens\nSenior,70123,70,70k,90k,10%,110k,Designs,Mentors\n";
    let rows = "Skill,L1,L2\nOven,warms,builds\nLöneband,50123,60123\nEquity,0.1 %,0.2 %\nFairness,hears,heeds\n";
    let keys = "name: Acme\nlevels:\n  - name: P1\n    salary: 50123\n    pay_band: B3\n    skills:\n      Oven: Warms it\n  - name: P2\n    salary: 60123\n    pay_band: B4\n    skills:\n      Oven: Builds it\n";
    let json = r#"{"name":"Acme","levels":[{"name":"P1","compensation":{"from":"50123","to":1},"skills":{"A":"does"}},{"name":"P2","compensation":"60123","skills":{"A":"does more"}}]}"#;
    let page = "# Levels\n\n## Junior\n\n### Code\n\nSmall changes\n\n### Salary\n\n50123 €\n\n#### Steps\n\n- 60123\n\n## Senior\n\n### Code\n\nWhole systems\n\n### Salary\n\n80123 €\n";
    let bullets = "# Levels\n\n## Junior\n\n- **Code:** Small\n- **Vergütung:** 50123\n\n## Senior\n\n- **Code:** Whole\n- **Vergütung:** 80123\n";
    let long =
        "level,skill,text\nL1,Oven,warms\nL1,Salario,50123\nL2,Oven,builds\nL2,Salario,60123\n";
    let all = [
        ("a.csv", sheet, 2, 6),
        ("b.csv", rows, 2, 2),
        ("a.yml", keys, 1, 2),
        ("a.json", json, 1, 1),
        ("a.md", page, 1, 1),
        ("b.md", bullets, 1, 1),
        ("c.csv", long, 1, 1),
    ];
    for (name, text, competencies, notes) in all {
        let import = opened(&[(name, text)]);
        let draft = import.draft.to_json();
        assert!(!draft.contains("123"), "{name}: {draft}");
        assert_eq!(import.draft.competencies.len(), competencies, "{name}");
        let told = told(&import);
        let of_pay = told.iter().filter(|one| one.contains(": about pay"));
        assert_eq!(of_pay.count(), notes, "{name}: {told:?}");
        assert!(told.iter().all(|one| !one.contains("123")), "{told:?}");
    }
    let before = "Skill,TC,L1,L2\nOven,50123,warms,builds\nRye,60123,cuts,bakes\n";
    let import = opened(&[("a.csv", before)]);
    assert_eq!(cells(&import)[0], "Oven | l1: warms | l2: builds");
    assert_eq!(told(&import), ["TC: about pay, so it is left out"]);
    let talks = opened(&[(
        "a.csv",
        "Skill,L1,L2\nOven,warms,builds\nEquity,hears,heeds\nCompensation talks,asks,holds\n",
    )]);
    assert_eq!(cells(&talks)[1], "Equity | l1: hears | l2: heeds");
    assert_eq!(
        told(&talks),
        ["Compensation talks: about pay, so it is left out"]
    );
}

#[test]
fn a_row_without_a_name_that_says_something_before_it_is_a_row_of_its_own() {
    let sheet = "Area,Competency,E1,E2,E3\nCraft,Testing,Runs,Writes,Plans\n,,also this,,\n,Design,Asks,Draws,Decides\nTypical years,,0-1,1-3,4+\nPromotion by,,lead,lead,board\nAs of 12 March,,,,\n";
    let import = opened(&[("years.csv", sheet)]);
    assert_eq!(
        cells(&import),
        [
            "craft / Testing | e1: - Runs - also this | e2: Writes | e3: Plans",
            "craft / Design | e1: Asks | e2: Draws | e3: Decides",
            "Promotion by | e1: lead | e2: lead | e3: board",
        ]
    );
    let facts = &import.draft.levels[1].facts;
    assert_eq!(facts[0].name, "Typical years");
    assert_eq!(facts[0].text.as_deref(), Some("1-3"));
    assert_eq!(
        told(&import),
        ["As of 12 March: a text below the rows of competencies"]
    );
}

#[test]
fn texts_behind_the_names_of_competencies_say_what_these_are() {
    let sheet = "Area,Competency,What we mean,Owner,E1,E2\nCraft,Oven,How bread gets warm,Ann,warms,builds\n,Rye,What it is good for,Bob,cuts,bakes\n,Till,,Cem,counts,plans\n";
    let import = opened(&[("a.csv", sheet)]);
    let about = import
        .draft
        .competencies
        .iter()
        .map(|one| one.about.as_deref());
    assert_eq!(
        about.collect::<Vec<_>>(),
        [
            Some("How bread gets warm"),
            Some("What it is good for"),
            None
        ]
    );
    assert_eq!(
        told(&import),
        ["Ann", "Bob", "Cem"].map(|one| format!("{one}: not a level, so its texts are not kept"))
    );
    let of_two = "Competency,What we mean,E1,E2\nOven,How bread gets warm,warms,builds\nRye,What it is good for,cuts,bakes\n";
    let import = opened(&[("a.csv", of_two)]);
    assert_eq!(cells(&import)[0], "Oven | e1: warms | e2: builds");
    assert_eq!(
        import.draft.competencies[1].about.as_deref(),
        Some("What it is good for")
    );
}

#[test]
fn families_of_jobs_are_tracks_also_where_their_cells_are_merged() {
    for heading in [
        "Job family",
        "Family",
        "Function",
        "Discipline",
        "Role family",
        "Stream",
        "Path",
        "Career path",
    ] {
        let sheet = format!(
            "{heading},Level,Title,Oven\nFamily 1,F1-1,Baker 1,warms\n,F1-2,Baker 2,builds\nFamily 2,F2-1,Miller 1,grinds\n,F2-2,Miller 2,owns\n"
        );
        let import = opened(&[("a.csv", &sheet)]);
        assert_eq!(tracks(&import).len(), 2, "{heading}: {:?}", tracks(&import));
        assert_eq!(import.draft.tracks[1].name, "Family 2", "{heading}");
        assert_eq!(import.draft.competencies.len(), 1, "{heading}");
    }
    let both = "Family,Track,Level,Oven\nBread,Bakers,L1,warms\n,,L2,builds\n,Millers,L1,grinds\n,,L2,owns\n";
    let import = opened(&[("a.csv", both)]);
    assert_eq!(import.draft.tracks[1].group.as_deref(), Some("Bread"));
    assert_eq!(import.draft.competencies.len(), 1);
}

#[test]
fn the_same_as_a_level_is_known_in_other_words_and_across_tracks() {
    let sheet = ",Makers,,,Leaders,\nCompetency,E1,E2,E3,L3,L4\nOven,Warms it,like E1,= E1,as E3,same as E3\nRye,Cuts,dito,siehe E1,↑,=\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(
        cells(&import),
        [
            "Oven | e1: Warms it | e2: as e1 | e3: as e1 | l3: as e1 | l4: as e1",
            "Rye | e1: Cuts | e2: as e1 | e3: as e1 | l3: ↑ | l4: as l3"
        ]
    );
}

#[test]
fn a_track_of_leads_beside_one_of_individuals_has_direct_reports() {
    for (name, manages) in [
        ("Lead", "lead"),
        ("Team lead", "team-lead"),
        ("Heads of bakeries", "heads-of-bakeries"),
        ("Leadership of people", "leadership-of-people"),
        ("Tech lead", "none"),
    ] {
        let sheet =
            format!(",Individual,,{name},\nCompetency,E1,E2,L3,L4\nOven,warms,builds,plans,owns\n");
        let import = opened(&[("a.csv", &sheet)]);
        assert_eq!(guess(&import, "tracks.manage"), Some(manages), "{name}");
    }
}

#[test]
fn places_in_a_sheet_are_rows_and_those_in_data_are_entries() {
    let sheet = "Competency,Owner,E1,E2\nOven,,\"warms\nit\",builds\nRye,Ann,cuts,bakes\n";
    let import = opened(&[("a.csv", sheet)]);
    assert_eq!(import.report.dropped[0].place, "a.csv, row 3");
    let json = r#"[{"level":"L1","skill":"Oven","text":"warms","flavour":"rye"},{"level":"L2","skill":"Oven","text":"builds"}]"#;
    let import = opened(&[("a.json", json)]);
    assert_eq!(import.report.dropped[0].place, "a.json");
    assert!(
        import
            .report
            .guessed
            .iter()
            .all(|one| !one.question.contains("line"))
    );
}

#[test]
fn a_ladder_is_called_by_what_its_files_have_in_common_and_never_a_ladder() {
    let of = |name: &str| format!("## Oven\n\n- {name} warms\n\n## Rye\n\n- {name} cuts\n");
    let (one, other) = (of("one"), of("other"));
    let import = opened(&[
        ("junior_bread_baker.md", &one),
        ("senior_bread_baker.md", &other),
    ]);
    assert_eq!(import.draft.name, "Bread baker");
    let import = opened(&[("l1.md", &one), ("l2.md", &other)]);
    assert_eq!(import.draft.name, "Our ladder");
    let sheet = "Competency\tE1\tE2\nOven\twarms\tbuilds\n";
    let import = opened(&[("what you pasted", sheet)]);
    assert_eq!(import.draft.name, "Our ladder");
}

#[test]
fn what_cannot_be_read_names_the_files_and_a_track_that_is_too_long_names_the_way_out() {
    let refused = |name: &str, text: &str| {
        let file = Source {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        read(&[file], &Choices::default()).unwrap_err().to_string()
    };
    let told = refused("letter.md", "Hello there.");
    assert!(told.contains("no competency in letter.md;"), "{told}");
    let rows: String = (1..=201)
        .map(|at| format!("Bakers,B{}.{},does\n", at / 10, at % 10))
        .collect();
    let told = refused("long.csv", &format!("Guild,Level,Oven\n{rows}"));
    assert!(
        told.contains("there are 201 levels one above the other") && told.contains("“Track”"),
        "{told}"
    );
}

#[test]
fn answers_are_said_with_examples_from_the_file() {
    let words = |import: &Import, id: &str, answer: &str| {
        let guess = import.report.guessed.iter().find(|one| one.id == id);
        let mut offers = guess.unwrap().options.iter();
        offers.find(|one| one.id == answer).unwrap().words.clone()
    };
    let page =
        "# Ladder\n\n## Junior\n\n### Oven\n\n- warms\n\n## Senior\n\n### Oven\n\n- builds\n";
    let import = opened(&[("a.md", page)]);
    assert_eq!(
        words(&import, "headings", "title,level,competency"),
        "“Ladder” is a title, “Junior” is a level, “Oven” is a competency"
    );
    let import = opened(&[("a.csv", "Skill,L1,L2\nOven,warms,builds\n")]);
    assert_eq!(
        words(&import, "table-1.shape", "levels"),
        "There are no competencies; each row describes a level, such as “L1”"
    );
    assert_eq!(
        words(&import, "table-1.shape", "standing"),
        "There are only names of levels; those in one row are equally high, such as “L1” and “L2”"
    );
}
