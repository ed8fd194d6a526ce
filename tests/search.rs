//! Tests of the search: on the default pack, on small made-up entries, and on garbage.
//! Uses no page.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop and say where"
)]

#[path = "search/entries.rs"]
mod entries;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ladder_explorer::search::{Entry, EntryKind, Hit, Index, MarkedPiece, decode, encode, grouped};
use strsim::osa_distance;

const ALL: usize = usize::MAX;

static PACK: LazyLock<Index> =
    LazyLock::new(|| Index::new("en", entries::of_the_default_pack().unwrap()));

// Shared helpers ---------------------------------------------------------------------------------

fn entry(kind: EntryKind, title: &str, place: &str, text: &str, path: &str) -> Entry {
    Entry {
        kind,
        title: title.to_owned(),
        place: place.to_owned(),
        text: text.to_owned(),
        path: path.to_owned(),
        ..Entry::default()
    }
}

/// An index of parts with these titles; the path is the number of the title.
fn titled(titles: &[&str]) -> Index {
    let entries = (0..).zip(titles);
    Index::new(
        "en",
        entries
            .map(|(number, title): (usize, _)| {
                entry(EntryKind::Part, title, "", "", &number.to_string())
            })
            .collect(),
    )
}

fn paths<'a>(index: &'a Index, query: &str) -> Vec<&'a str> {
    let answer = index.find(query, ALL);
    assert_eq!(answer.total, answer.hits.len());
    let hits = answer.hits.iter().filter(|_| !answer.partial);
    hits.map(|hit| hit.entry.path.as_str()).collect()
}

fn first(query: &str) -> &'static str {
    paths(&PACK, query).first().copied().unwrap_or("nothing")
}

fn joined(pieces: &[MarkedPiece]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

/// The pieces with the found words in brackets.
fn marked(pieces: &[MarkedPiece]) -> String {
    let bracketed = |piece: &MarkedPiece| match piece.found {
        true => format!("[{}]", piece.words),
        false => piece.words.clone(),
    };
    pieces.iter().map(bracketed).collect()
}

/// Pseudo-random numbers, the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % count
    }

    fn text(&mut self, alphabet: &[char], longest: usize) -> String {
        let length = self.below(longest + 1);
        (0..length)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect()
    }

    fn entries(&mut self, count: usize, alphabet: &[char]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for number in 0..count {
            let kind = EntryKind::ALL[self.below(EntryKind::ALL.len())];
            let (title, place) = (self.text(alphabet, 30), self.text(alphabet, 12));
            let text = self.text(alphabet, 300);
            entries.push(entry(kind, &title, &place, &text, &number.to_string()));
        }
        entries
    }
}

const PLAIN: &[char] = &[
    'a', 'b', 'c', 'd', 'e', 'g', 'i', 'n', 's', 'T', ' ', ' ', '-', ',',
];
const STRANGE: &[char] = &[
    'a',
    'Z',
    'o',
    'u',
    'r',
    's',
    '7',
    't',
    ' ',
    '-',
    '‑',
    '\'',
    '’',
    '“',
    '…',
    '—',
    'é',
    'ß',
    'İ',
    'ﬃ',
    'Σ',
    '漢',
    '字',
    '🦀',
    '\u{301}',
    '\u{200d}',
    '\u{202e}',
    '\0',
    '\n',
    '"',
    '\\',
    '\u{10ffff}',
];

// On the default pack ----------------------------------------------------------------------------

#[test]
fn a_level_code_alone_finds_its_page_first() {
    for code in ["T1", "T5", "L5", "T6", "L6", "T9", "L9"] {
        let page = format!("levels/{}/", code.to_lowercase());
        assert_eq!(first(code), page);
        assert_eq!(first(&code.to_lowercase()), page);
        let (letter, number) = code.split_at(1);
        assert_eq!(first(&format!("{letter} {number}")), page);
        assert_eq!(first(&format!("{letter}-{number}")), page);
    }
}

#[test]
fn a_code_and_a_competency_find_that_very_expectation_first() {
    assert_eq!(first("l7 risk"), "levels/l7/risk/");
    assert_eq!(first("risk L7"), "levels/l7/risk/");
    assert_eq!(first("l 7 risk"), "levels/l7/risk/");
    let entries = entries::of_the_default_pack().unwrap();
    let expectations = entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::Expectation);
    let mut tried = 0;
    for expectation in expectations {
        let code = expectation.place.split(' ').next().unwrap();
        assert_eq!(
            first(&format!("{code} {}", expectation.title)),
            expectation.path
        );
        tried += 1;
    }
    assert_eq!(tried, 14 * 14);
}

#[test]
fn a_competency_stands_before_its_expectations() {
    assert_eq!(first("risk"), "competencies/risk/");
    assert_eq!(first("strategy"), "competencies/strategy/");
    assert_eq!(first("hands-on"), "competencies/delivery/");
    let kinds = PACK.find("governance", 15).hits;
    let kinds: Vec<EntryKind> = kinds.iter().map(|hit| hit.entry.kind).collect();
    assert_eq!(kinds[0], EntryKind::Competency);
    assert_eq!(kinds[1..], [EntryKind::Expectation; 14]);
}

#[test]
fn a_page_is_found_by_the_word_of_its_address() {
    assert_eq!(first("communication"), "competencies/communication/");
    assert_eq!(first("l7 communication"), "levels/l7/communication/");
    assert_eq!(first("quiz"), "quiz/");
}

#[test]
fn a_level_is_found_by_its_title_and_the_shorter_title_comes_first() {
    assert_eq!(first("staff engineer"), "levels/t6/");
    assert_eq!(first("senior staff engineer"), "levels/t7/");
    assert_eq!(first("staff tech lead"), "levels/l7/");
    assert_eq!(first("distinguished"), "levels/t9/");
}

#[test]
fn typing_slips_find_what_was_meant() {
    for (typed, meant) in [
        ("stratgy", "competencies/strategy/"),
        ("startegy", "competencies/strategy/"),
        ("strattegy", "competencies/strategy/"),
        ("archtect", "competencies/design/"),
        ("archiketure", "competencies/design/"),
        ("comunic", "competencies/communication/"),
        ("comunication", "competencies/communication/"),
        ("mentorng", "competencies/teaching/"),
        ("operabilty", "competencies/operability/"),
        ("xovernance", "competencies/strategy/"),
        ("distingished enginer", "levels/t9/"),
        ("l7 govrnance", "levels/l7/strategy/"),
    ] {
        assert_eq!(first(typed), meant, "{typed}");
    }
}

#[test]
fn words_like_how_and_the_do_not_narrow_a_query() {
    assert_eq!(paths(&PACK, "the risk"), paths(&PACK, "risk"));
    assert_eq!(
        paths(&PACK, "How do I see a risk?"),
        paths(&PACK, "see risk")
    );
    assert!(!paths(&PACK, "the").is_empty());
}

#[test]
fn every_word_of_the_pack_finds_its_entry_however_much_of_it_is_typed() {
    for entry in entries::of_the_default_pack().unwrap().iter().step_by(45) {
        let mut typed = BTreeSet::new();
        for field in [&entry.title, &entry.headline, &entry.place, &entry.text] {
            for word in field.split_whitespace() {
                let ends = word
                    .char_indices()
                    .map(|(at, letter)| at + letter.len_utf8());
                typed.extend(ends.map(|end| &word[..end]));
            }
        }
        for typed in typed {
            let found = paths(&PACK, typed);
            let has_letter = typed.chars().any(char::is_alphanumeric);
            assert_eq!(
                found.contains(&entry.path.as_str()),
                has_letter,
                "“{typed}”"
            );
        }
    }
}

#[test]
fn where_no_entry_has_all_words_the_closest_come_and_the_answer_says_so() {
    let answer = PACK.find("kubernetes risk", 3);
    assert!(answer.partial);
    assert_eq!(answer.hits.len(), 3);
    assert!(answer.total > 3);
    assert_eq!(answer.hits[0].entry.path, "competencies/risk/");
    assert!(!PACK.find("risk", 3).partial);
}

// Ranks ------------------------------------------------------------------------------------------

#[test]
fn exact_comes_before_beginning_before_a_part_of_a_compound() {
    let index = titled(&[
        "wide-team effort",
        "teamwork now",
        "teams at work",
        "the team",
    ]);
    assert_eq!(paths(&index, "team"), ["3", "2", "1", "0"]);
}

#[test]
fn words_nearly_right_count_only_where_none_is_right() {
    let index = titled(&["Plain monitoring", "Plain mentoring"]);
    assert_eq!(paths(&index, "mentoring"), ["1"]);
    assert_eq!(paths(&index, "mentorin"), ["1"]);
    assert_eq!(paths(&index, "mintoring"), ["1"]);
    assert_eq!(paths(&index, "plain menitoring"), ["1", "0"]);
}

#[test]
fn a_right_word_may_be_a_slip_where_no_entry_has_it_beside_the_others() {
    let index = titled(&["Casual work", "Causal models"]);
    assert_eq!(paths(&index, "casual"), ["0"]);
    assert_eq!(paths(&index, "casual models"), ["1"]);
}

#[test]
fn no_slip_leads_to_a_word_that_says_too_little() {
    let index = titled(&["Take from there", "Take a form"]);
    assert_eq!(paths(&index, "taek"), ["1", "0"]);
    assert!(paths(&index, "fron").is_empty());
}

#[test]
fn another_ending_makes_another_word() {
    for (query, other) in [
        ("customise", "Customer"),
        ("customise", "Customers"),
        ("customize", "The customer’s view"),
        ("customer", "Customise"),
        ("organise", "Organ"),
        ("organism", "Organise"),
        ("organiser", "Organs"),
        ("universe", "University"),
        ("university", "Universe"),
        ("universal", "University"),
        ("general", "Generate"),
        ("generate", "General"),
        ("generation", "General"),
        ("station", "State"),
        ("operation", "Opera"),
        ("productive", "Production"),
        ("computer", "Compute"),
        ("principal", "Principles"),
        ("mission", "Miss"),
    ] {
        assert!(
            paths(&titled(&[other]), query).is_empty(),
            "{query}, {other}"
        );
    }
}

#[test]
fn the_forms_of_one_word_are_one() {
    for (query, other) in [
        ("organise", "Organisation"),
        ("organising", "Organizations"),
        ("customisation", "Customise"),
        ("customised", "Customising"),
        ("delegate", "Delegation"),
        ("delegation", "Delegating"),
        ("communicate", "Communication"),
        ("operations", "Operate"),
        ("universes", "Universe"),
        ("customers", "Customer"),
        ("generated", "Generation"),
    ] {
        assert_eq!(paths(&titled(&[other]), query), ["0"], "{query}, {other}");
    }
}

#[test]
fn words_that_are_not_shown_find_their_entry() {
    let talk = Entry {
        also: "1:1 one-to-one meeting".to_owned(),
        ..entry(EntryKind::Page, "Growth talk", "Page", "A sheet", "talk")
    };
    let other = entry(EntryKind::Part, "Else", "", "to one, 1 of 11", "other");
    let index = Index::new("en", vec![other, talk]);
    for query in [
        "1:1",
        "1-1",
        "one-to-one",
        "one to one",
        "One-to-ones",
        "meetings",
    ] {
        assert_eq!(paths(&index, query)[0], "talk", "{query}");
    }
    let answer = index.find("1:1", 1);
    assert!(answer.is_by_other_words());
    assert!(!index.find("sheet", 1).is_by_other_words());
    assert!(!index.find("zzzz", 1).is_by_other_words());
    let hit = &answer.hits[0];
    assert_eq!(joined(&hit.title), "Growth talk");
    assert_eq!(joined(&hit.excerpt), "A sheet");
}

#[test]
fn hits_are_listed_in_groups_and_the_best_hit_stays_the_first() {
    use EntryKind::{Competency, Expectation, Level, Page, Part};
    let index = Index::new(
        "en",
        vec![
            entry(Level, "Plain", "", "risk", "level"),
            entry(Expectation, "Risk", "", "", "expectation"),
            entry(Competency, "Risk", "", "", "competency"),
            entry(Part, "Risk and more", "", "", "part"),
            entry(Page, "Plain page", "risk", "", "page"),
        ],
    );
    let hits = index.find("risk", ALL).hits;
    let best = hits[0].entry.path.clone();
    let groups = grouped(hits);
    let named: Vec<(&str, Vec<&str>)> = groups
        .iter()
        .map(|(name, hits)| (*name, hits.iter().map(|hit| &*hit.entry.path).collect()))
        .collect();
    assert_eq!(best, "competency");
    assert_eq!(
        named,
        [
            ("Competencies", vec!["competency"]),
            ("Expectations", vec!["expectation"]),
            ("Guide and pages", vec!["part", "page"]),
            ("Levels", vec!["level"]),
        ]
    );
}

#[test]
fn an_expectation_is_found_by_its_headline_and_headed_by_it() {
    let hit = &PACK.find("l7 risk", 1).hits[0];
    assert!(hit.headline.iter().any(|piece| !piece.words.is_empty()));
    assert_eq!(joined(&hit.headline), hit.entry.headline);
    let plain = Entry {
        headline: "Name risks early".to_owned(),
        ..entry(EntryKind::Expectation, "Delivery", "L7", "", "named")
    };
    let own = entry(EntryKind::Expectation, "Risk", "L7", "", "own");
    let index = Index::new("en", vec![plain, own]);
    assert_eq!(paths(&index, "l7 risk"), ["own", "named"]);
    let hit = &index.find("early", 1).hits[0];
    assert_eq!(marked(&hit.headline), "Name risks [early]");
}

#[test]
fn short_words_and_numbers_allow_no_slip() {
    let index = titled(&["Map 2025", "T6", "Read"]);
    for query in ["mup", "2026", "t7", "raad x"] {
        assert!(paths(&index, query).is_empty(), "{query}");
    }
    assert_eq!(paths(&index, "raed"), ["2"]);
}

#[test]
fn a_title_counts_more_than_a_place_and_a_place_more_than_a_text() {
    let index = Index::new(
        "en",
        vec![
            entry(EntryKind::Part, "One", "", "risk", "text"),
            entry(EntryKind::Part, "Two", "risk", "", "place"),
            entry(EntryKind::Part, "Risk", "", "", "title"),
        ],
    );
    assert_eq!(paths(&index, "risk"), ["title", "place", "text"]);
    assert_eq!(paths(&index, "ris"), ["title", "place", "text"]);
}

#[test]
fn equals_stand_by_kind_then_by_length_then_as_they_were_given() {
    use EntryKind::{Competency, Expectation, Level, Page, Part};
    let index = Index::new(
        "en",
        vec![
            entry(Part, "Risk", "", "", "part"),
            entry(Expectation, "Risk", "", "", "expectation"),
            entry(Page, "Risk", "", "", "page"),
            entry(Competency, "Risk and more", "", "", "long"),
            entry(Competency, "Risk", "", "", "first"),
            entry(Competency, "Risk", "", "", "second"),
            entry(Level, "Risk", "", "", "level"),
        ],
    );
    let expected = [
        "level",
        "first",
        "second",
        "long",
        "page",
        "expectation",
        "part",
    ];
    assert_eq!(paths(&index, "risk"), expected);
    for limit in 0..=expected.len() {
        let answer = index.find("risk", limit);
        let found: Vec<_> = answer
            .hits
            .iter()
            .map(|hit| hit.entry.path.as_str())
            .collect();
        assert_eq!(found, expected[..limit]);
        assert_eq!(answer.total, expected.len());
    }
}

#[test]
fn british_and_american_spellings_and_endings_are_one() {
    let index = titled(&[
        "Organisation of labour",
        "Behavior modelling, prioritized",
        "Four strategies",
        "Forty teams’ plans; a team's hours",
    ]);
    for (query, path) in [
        ("organization", "0"),
        ("organiz", "0"),
        ("organisations", "0"),
        ("labor", "0"),
        ("labours", "0"),
        ("behaviour", "1"),
        ("behaviou", "1"),
        ("modeling", "1"),
        ("models", "1"),
        ("prioritise", "1"),
        ("strategy", "2"),
        ("planning", "3"),
        ("planned", "3"),
        ("hour", "3"),
        ("team’s plan", "3"),
        ("TEAM'S", "3"),
    ] {
        assert_eq!(paths(&index, query), [path], "{query}");
    }
    assert_eq!(paths(&index, "four"), ["2"]);
}

#[test]
fn a_compound_is_found_as_it_stands_in_one_word_and_in_parts() {
    let index = titled(&["Cross‑team plans", "A team that is never cross", "On-call"]);
    assert_eq!(paths(&index, "cross-team"), ["0"]);
    assert_eq!(paths(&index, "crossteam"), ["0"]);
    assert_eq!(paths(&index, "cross-"), ["1", "0"]);
    assert_eq!(paths(&index, "cross team"), ["1", "0"]);
    assert_eq!(paths(&index, "team-plans"), ["0"]);
    assert_eq!(paths(&index, "oncall"), ["2"]);
}

// What a hit shows -------------------------------------------------------------------------------

#[test]
fn what_was_found_is_marked_and_nothing_else() {
    let text = "Name risks, then more: risk-taking (a “risky” idea) is no asterisk.";
    let index = Index::new(
        "en",
        vec![entry(EntryKind::Part, "Risk & co", "No risk", text, "")],
    );
    let answer = index.find("RISK", 1);
    let hit = &answer.hits[0];
    assert_eq!(marked(&hit.title), "[Risk] & co");
    assert_eq!(marked(&hit.place), "No [risk]");
    assert_eq!(
        marked(&hit.excerpt),
        "Name [risks], then more: [risk-taking] (a “[risky]” idea) is no asterisk."
    );
    let compound = Index::new(
        "en",
        vec![entry(EntryKind::Part, "Cross-team work", "", "", "")],
    );
    let answer = compound.find("team", 1);
    assert_eq!(marked(&answer.hits[0].title), "Cross-[team] work");
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let mut words: Vec<String> = (0..200).map(|number| format!("n{number:03}x")).collect();
    words[100] = "risk.".to_owned();
    let index = Index::new(
        "en",
        vec![entry(EntryKind::Part, "It", "", &words.join(" "), "")],
    );
    let excerpt = |query| marked(&index.find(query, 1).hits[0].excerpt);
    let found = excerpt("risk");
    assert!(
        found.starts_with("… n0") && found.ends_with("x …"),
        "{found}"
    );
    assert!(found.contains(" n099x [risk]. n101x "), "{found}");
    assert_eq!(found.split(' ').count(), 26);
    assert!(excerpt("n003x").starts_with("n000x n001x n002x [n003x] "));
    assert!(excerpt("n199x").ends_with(" n198x [n199x]"));
    assert!(excerpt("n003x n150x n152x").contains("[n150x] n151x [n152x]"));
    assert!(excerpt("it").ends_with(" n023x …"));
}

// On garbage -------------------------------------------------------------------------------------

#[test]
fn nothing_is_found_by_nothing() {
    let empty = Index::new("en", Vec::new());
    assert!(empty.is_empty() && empty.find("risk", ALL).hits.is_empty());
    for query in ["", " ", "…", "-", "’'’", "\0\n", "— “”"] {
        let answer = PACK.find(query, ALL);
        assert!(
            answer.hits.is_empty() && answer.total == 0 && !answer.partial,
            "{query}"
        );
    }
}

#[test]
fn no_text_and_no_query_makes_it_panic_and_marks_lose_no_letter() {
    let mut dice = Dice(7);
    for _ in 0..30 {
        let index = Index::new("en", dice.entries(20, STRANGE));
        for _ in 0..40 {
            let query = dice.text(STRANGE, 40);
            for hit in index.find(&query, ALL).hits {
                assert_eq!(joined(&hit.title), hit.entry.title);
                assert_eq!(joined(&hit.place), hit.entry.place);
                assert_eq!(joined(&hit.headline), hit.entry.headline);
                let excerpt = joined(&hit.excerpt);
                let bare = excerpt.strip_prefix("… ").unwrap_or(&excerpt);
                let bare = bare.strip_suffix(" …").unwrap_or(bare);
                assert!(hit.entry.text.contains(bare), "{excerpt:?}");
            }
        }
    }
    let long = "abcdefgh ".repeat(20_000);
    let index = Index::new(
        "en",
        vec![entry(
            EntryKind::Part,
            &long,
            "",
            &long.replace(' ', ""),
            "",
        )],
    );
    for query in [
        long.clone(),
        long.replace(' ', ""),
        "漢".repeat(500),
        "-a".repeat(500),
    ] {
        index.find(&query, ALL);
    }
}

/// Whether `asked` may find `word`, determined in another way than in the index.
fn may_be_found(asked: &str, word: &str) -> bool {
    let shared = asked
        .bytes()
        .zip(word.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let ending =
        |rest: &str| rest.len() <= 4 && rest.bytes().all(|byte| b"abcdegins".contains(&byte));
    let same_stem = shared >= 3 && ending(&asked[shared..]) && ending(&word[shared..]);
    let slips = match asked.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let near = (0..=word.len()).any(|end| osa_distance(asked, &word[..end]) <= slips);
    word.starts_with(asked) || same_stem || near
}

fn words_of(hit: &Hit<'_>) -> Vec<String> {
    let entry = hit.entry;
    let mut words = vec![entry.path.clone()];
    for field in [&entry.title, &entry.headline, &entry.place, &entry.text] {
        for word in field.to_lowercase().split([' ', ',']) {
            words.extend(word.split('-').map(str::to_owned));
            words.extend(word.split("--").map(|word| word.replace('-', "")));
        }
    }
    words
}

#[test]
fn every_hit_has_every_word_or_the_answer_says_that_it_is_partial() {
    let mut dice = Dice(11);
    let (mut whole, mut partial) = (0, 0);
    for _ in 0..20 {
        let index = Index::new("en", dice.entries(15, PLAIN));
        for _ in 0..60 {
            let query = dice.text(&PLAIN[..12], 14);
            let answer = index.find(&query, ALL);
            let lower = query.to_lowercase();
            let asked: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
            for hit in &answer.hits {
                let words = words_of(hit);
                let has = |asked: &&&str| words.iter().any(|word| may_be_found(asked, word));
                if !answer.partial {
                    // Next to other words, these are ignored.
                    let few = |asked: &&&str| {
                        asked.len() <= 2 || ["and", "can", "did", "its"].contains(asked)
                    };
                    let missing = asked.iter().filter(|asked| !few(asked) && !has(asked));
                    assert_eq!(
                        missing.collect::<Vec<_>>(),
                        Vec::<&&str>::new(),
                        "{query:?} {hit:?}"
                    );
                }
                assert!(asked.iter().any(|asked| has(&asked)), "{query:?} {hit:?}");
                match answer.partial {
                    true => partial += 1,
                    false => whole += 1,
                }
            }
            let scores: Vec<u32> = answer.hits.iter().map(|hit| hit.score).collect();
            assert!(scores.is_sorted_by(|a, b| a >= b));
        }
    }
    assert!(
        whole > 1000 && partial > 1000,
        "{whole} and {partial} are too few"
    );
}

#[test]
fn typing_on_never_loses_the_entry_that_has_the_word() {
    let mut dice = Dice(13);
    for _ in 0..10 {
        let entries = dice.entries(10, STRANGE);
        let index = Index::new("en", entries.clone());
        for entry in &entries {
            let is_end =
                |letter: char| !letter.is_alphanumeric() && !"-‑'’\u{301}".contains(letter);
            for word in entry.text.split(is_end) {
                let typed = word
                    .char_indices()
                    .map(|(at, letter)| &word[..at + letter.len_utf8()]);
                for typed in typed.filter(|typed| typed.chars().all(char::is_alphanumeric)) {
                    let found = paths(&index, typed).contains(&entry.path.as_str());
                    assert!(found, "{typed:?} of {word:?} in {:?}", entry.text);
                }
            }
        }
    }
}

#[test]
fn a_limit_shortens_the_answer_and_changes_nothing_else() {
    for query in ["risk", "t", "team design", "stratgy", "kubernetes team"] {
        let all = PACK.find(query, ALL);
        for limit in [0, 1, 5, 20] {
            let some = PACK.find(query, limit);
            assert_eq!((some.total, some.partial), (all.total, all.partial));
            let both = some.hits.iter().zip(&all.hits);
            assert_eq!(both.len(), limit.min(all.total));
            for (a, b) in both {
                assert_eq!((a.entry, a.score), (b.entry, b.score));
            }
        }
    }
}

// Encoding ---------------------------------------------------------------------------------------

#[test]
fn what_is_encoded_decodes_to_the_same() {
    let pack = entries::of_the_default_pack().unwrap();
    assert_eq!(decode(&encode("en", &pack).unwrap()).unwrap().1, pack);
    let mut dice = Dice(17);
    for count in [0, 1, 30] {
        let entries = dice.entries(count, STRANGE);
        assert_eq!(decode(&encode("en", &entries).unwrap()).unwrap().1, entries);
    }
}

#[test]
fn an_entry_is_an_array_that_begins_with_the_number_of_its_kind() {
    let entries = [entry(
        EntryKind::Expectation,
        "Risk",
        "L7",
        "Hold",
        "levels/l7/risk/",
    )];
    assert_eq!(
        encode("en", &entries).unwrap(),
        r#"["en",[[3,"Risk","","L7","Hold","levels/l7/risk/",""]]]"#
    );
}

#[test]
fn damaged_text_is_an_error() {
    let whole = encode("en", &entries::of_the_default_pack().unwrap()[..3]).unwrap();
    for (at, _) in whole.char_indices() {
        assert!(decode(&whole[..at]).is_err(), "cut at {at}");
    }
    for text in [
        "",
        "{}",
        "null",
        "[1]",
        r#"["en",[[0,"a","b","c","d","e"]]]"#,
        r#"["en",[[0,"a","b","c","d","e","f","g"]]]"#,
        r#"["en",[[5,"a","b","c","d","e","f"]]]"#,
        r#"["en",[["Level","a","b","c","d","e","f"]]]"#,
        r#"["en",[[-1,"a","b","c","d","e","f"]]]"#,
        r#"["en",[[0,"a","b","c","d","e","f"]]] x"#,
        r#"["en",[[0,"a",null,"c","d","e","f"]]]"#,
        r#"[[0,"a","b","c","d","e","f"]]"#,
    ] {
        assert!(decode(text).is_err(), "{text}");
    }
}

fn found(lang: &str, texts: &[&str], query: &str) -> Vec<String> {
    let entries = texts
        .iter()
        .map(|text| entry(EntryKind::Part, text, "", "", ""));
    let index = Index::new(lang, entries.collect());
    let hits = index.find(query, 10).hits;
    hits.iter().map(|hit| hit.entry.title.clone()).collect()
}

#[test]
fn words_of_other_scripts_are_found_without_marks_widths_and_spaces() {
    for (lang, text, query) in [
        ("de", "Größe zählt", "grosse"),
        ("de", "Größe zählt", "GRÖSSE"),
        ("fr", "Équipe et précision", "equipe precision"),
        ("pl", "Źródła wiedzy", "zrodla"),
        ("he", "מַנְהִיגוּת", "מנהיגות"),
        ("ko", "기술 리더십을 넓힌다", "리더십"),
        ("ko", "소프트웨어개발", "개발"),
        ("ja", "技術的なリーダーシップ", "リーダー"),
        ("zh", "软件工程师", "工程"),
        ("zh", "Ｔ５级工程师", "t5"),
    ] {
        assert_eq!(
            found(lang, &[text, "Something else"], query),
            [text],
            "{query}"
        );
    }
}

#[test]
fn only_english_words_are_reduced_to_their_stem() {
    assert_eq!(found("en", &["Planning"], "planned"), ["Planning"]);
    assert!(found("de", &["Ringing"], "ringed").is_empty());
    assert_eq!(found("de", &["in der Sache"], "in der"), ["in der Sache"]);
}

#[test]
fn a_level_code_may_have_three_letters_and_two_digits() {
    let texts = ["IC12 Fellow", "Something of IC12", "IC1 Engineer"];
    assert_eq!(found("en", &texts, "ic12")[0], "IC12 Fellow");
    assert_eq!(found("en", &texts, "ic 12")[0], "IC12 Fellow");
}
