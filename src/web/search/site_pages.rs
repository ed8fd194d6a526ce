//! The pages of a site as the search has them: what each is called and holds, and the other words that
//! people look for it with.

use crate::route::{GrowthPart, Route, Topic};
use crate::web::growth;
use crate::web::site::Site;

/// What a growth talk is also called.
pub(super) const TALK: &str = "1:1 one-to-one one-on-one 1on1 meeting";

/// What a list of terms is also called.
const GLOSSARY: &str =
    "glossary terms terminology vocabulary definitions definition meaning dictionary jargon";

/// Other words for a page, where the page itself has none of them. A word for which there is no page leads
/// to the nearest one.
const ALSO: [(Route, &str); 22] = [
    (
        Route::Talk,
        "1:1 one-to-one one-on-one 1on1 meeting conversation agenda manager managers review appraisal performance feedback report",
    ),
    (
        Route::Topic(Topic::Case),
        "promotion promote promoted proof evidence example examples",
    ),
    (
        Route::Growth(GrowthPart::Overview),
        "gap gaps growth development self-assessment assess where do I stand next step career progress profile target",
    ),
    (
        Route::Growth(GrowthPart::Evidence),
        "brag document journal log work log wins achievements proof",
    ),
    (
        Route::Growth(GrowthPart::Plan),
        "growth plan plans goals goal development career actions quarter okr",
    ),
    (
        Route::Growth(GrowthPart::SecondView),
        "manager peer feedback review calibration assessment report",
    ),
    (
        Route::Growth(GrowthPart::CheckIns),
        "snapshot history review progress",
    ),
    (
        Route::Growth(GrowthPart::Case),
        "promotion packet promote promoted proof",
    ),
    (
        Route::Compare,
        "gap gaps difference versus vs promotion promoted step up",
    ),
    (Route::Home, "start overview map career path"),
    (
        Route::Levels,
        "career ladder framework grades ranks rungs positions seniority",
    ),
    (
        Route::Competencies,
        "skills capabilities dimensions criteria abilities",
    ),
    (
        Route::Matrix,
        "matrix heat map table grid overview spreadsheet rubric",
    ),
    (Route::Whole, "download document export paper"),
    (
        Route::Quiz,
        "test questionnaire which track suits me preference",
    ),
    (Route::Results, "history answers outcome score"),
    (
        Route::OwnLadder,
        "import bring upload csv excel spreadsheet google sheets template hr director company custom own framework github pages host deploy self-host",
    ),
    (
        Route::Studio,
        "studio editor edit create make import csv paste zip export site own ladder",
    ),
    (Route::Link, "share confluence notion widget card"),
    (
        Route::Data,
        "export import erase reset passphrase password encrypt storage",
    ),
    (Route::Topic(Topic::Glossary), GLOSSARY),
    (Route::Privacy, "gdpr tracking cookies security analytics"),
];

/// The parts of the page About: the id, the title, what it holds, and other words for it. Its words are
/// there only where the guide has no glossary.
pub(super) fn about_parts(site: Site) -> Vec<[&'static str; 4]> {
    let words = [
        "words",
        "Words used here",
        "Level, track, competency, expectation, headline, weight.",
        GLOSSARY,
    ];
    let own_ladder = [
        "own-ladder",
        "A ladder of your own",
        "How to put your company’s ladder into this app.",
        "own ladder custom customise customisation company template import upload adapt edit fork studio framework",
    ];
    let has_glossary = site.topics().contains(&Topic::Glossary);
    let words = (!has_glossary).then_some(words);
    words.into_iter().chain([own_ladder]).collect()
}

/// The other words for a page; none for most.
pub(super) fn also(page: &Route) -> String {
    let mut rows = ALSO.iter().filter(|(known, _)| known == page);
    rows.next()
        .map(|(_, words)| (*words).to_owned())
        .unwrap_or_default()
}

/// The pages that each ladder has.
pub(super) fn own_pages(site: Site) -> Vec<(String, String, Route)> {
    let ladder = site.ladder;
    let tracks: Vec<&str> = ladder
        .tracks
        .iter()
        .map(|track| track.short.as_str())
        .collect();
    let (home, all) = match tracks.as_slice() {
        [_, _] => ("Both tracks", "both tracks"),
        [] | [_] => ("The ladder", "the ladder"),
        _ => ("All tracks", "all tracks"),
    };
    let levels = count(ladder.levels.len(), "level", "levels");
    let levels = match tracks.len() {
        0 | 1 => format!("{levels}."),
        _ => format!("{levels}: {}.", tracks.join(", ")),
    };
    let groups = ladder.groups.iter().filter(|group| group.depth == 0);
    let items = count(ladder.competencies.len(), "competency", "competencies");
    let items = match groups.count() {
        0 => format!("{items}."),
        groups => format!("{items} in {}.", count(groups, "group", "groups")),
    };
    let guide = match site.guide {
        Some(_) if tracks.len() == 2 => "Guide to both tracks",
        _ => "Guide to the ladder",
    };
    let matrix = match site.has_expectation_pages() {
        true => format!("Every level of {all} at a glance, with filters."),
        false => "A large ladder, level by level and competency by competency.".to_owned(),
    };
    [
        (
            home,
            format!("The start page: {all} in one picture."),
            Route::Home,
        ),
        ("All levels", levels, Route::Levels),
        ("All competencies", items, Route::Competencies),
        ("Ladder", matrix, Route::Matrix),
        (
            "Compare two levels",
            "What changes from one level to another, and what stays.".to_owned(),
            Route::Compare,
        ),
        (
            guide,
            "Advice around the ladder, topic by topic.".to_owned(),
            Route::Guide,
        ),
        (
            "Growth talk",
            "A sheet for an engineer and a manager, one for each level, to print.".to_owned(),
            Route::Talk,
        ),
        (
            "The whole ladder, to print",
            "Everything on one page, for paper or PDF.".to_owned(),
            Route::Whole,
        ),
    ]
    .map(|(title, text, route)| (title.to_owned(), text, route))
    .into_iter()
    .chain(
        growth::page::entries()
            .map(|(title, text, route)| (title.to_owned(), text.to_owned(), route)),
    )
    .collect()
}

/// The pages that a site has once.
pub(super) fn site_pages() -> Vec<(String, String, Route)> {
    [
        (
            "The quiz",
            "Deep or broad work: which energises you?",
            Route::Quiz,
        ),
        (
            "Your results",
            "Every attempt saved in this browser.",
            Route::Results,
        ),
        (
            "Link and embed",
            "Addresses, Markdown, HTML, and an iframe for a wiki.",
            Route::Link,
        ),
        (
            "Use your own ladder",
            "From a sheet or a document to an explorer of your own, with nothing installed.",
            Route::OwnLadder,
        ),
        (
            "The Studio: make your own ladder",
            "Read a ladder from files, correct it, look at it, and take it along as a site.",
            Route::Studio,
        ),
        (
            "My data",
            "What is saved: back it up, restore it, lock it, delete it.",
            Route::Data,
        ),
        (
            "Privacy, to check for yourself",
            "What stays in your browser, and how to see that nothing is sent.",
            Route::Privacy,
        ),
        (
            "About",
            "Purpose, words, licences, a ladder of your own.",
            Route::About,
        ),
    ]
    .map(|(title, text, route)| (title.to_owned(), text.to_owned(), route))
    .into()
}

/// A number with its noun: “14 levels”, “1 competency”.
fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::search::Index;
    use crate::web::search::entries::entries;
    use crate::web::site::Site;

    fn ours() -> Site {
        Site::load(|name| {
            std::fs::read(format!("ladders/{name}")).map_err(|error| error.to_string())
        })
        .unwrap()
    }

    /// The first addresses that a query finds.
    fn found(index: &Index, query: &str) -> Vec<String> {
        let answer = index.find(query, 4);
        assert!(!answer.partial, "{query}");
        let hits = answer.hits.iter();
        hits.map(|hit| hit.entry.path.clone()).collect()
    }

    #[test]
    fn what_people_call_it_leads_to_the_nearest_page() {
        let index = Index::new("en", entries(ours()));
        for (query, path) in [
            ("gap", "growth/"),
            ("gaps", "growth/"),
            ("growth plan", "growth/plan/"),
            ("promotion", "growth/case/"),
            ("promote", "growth/case/"),
            ("career plan", "growth/plan/"),
            ("one-to-one", "talk/"),
            ("one to one", "talk/"),
            ("1:1", "talk/"),
            ("1on1", "talk/"),
            ("growth talk", "talk/"),
            ("manager", "talk/"),
            ("performance review", "talk/"),
            ("glossary", "guide/glossary/"),
            ("definitions", "guide/glossary/"),
            ("own ladder", "about/#own-ladder"),
            ("your own ladder", "about/#own-ladder"),
            ("customise", "about/#own-ladder"),
            ("customize", "about/#own-ladder"),
            ("heat map", "matrix/"),
            ("skills", "competencies/"),
            ("confluence", "link/"),
            ("gdpr", "privacy/"),
            ("restore", "data/"),
            ("rungs", "levels/"),
        ] {
            let found = found(&index, query);
            assert!(found.iter().any(|one| one == path), "{query}: {found:?}");
        }
    }

    #[test]
    fn a_level_is_found_by_its_title_also_beside_a_competency() {
        let site = ours();
        let index = Index::new("en", entries(site));
        for level in &site.ladder.levels {
            for query in [level.name(), level.title.clone()] {
                assert_eq!(
                    found(&index, &query)[0],
                    format!("levels/{}/", level.id),
                    "{query}"
                );
            }
            for item in &site.ladder.competencies {
                let query = format!("{} {}", level.name(), item.name);
                let path = format!("levels/{}/{}/", level.id, item.id);
                assert_eq!(found(&index, &query)[0], path, "{query}");
            }
        }
    }

    #[test]
    fn a_customer_is_nothing_to_customise() {
        let index = Index::new("en", entries(ours()));
        for query in ["customise", "customize", "customisation"] {
            for hit in index.find(query, 50).hits {
                let texts = [hit.title, hit.headline, hit.excerpt];
                let marks = texts.iter().flatten().filter(|piece| piece.found);
                for mark in marks {
                    let word = mark.words.to_lowercase();
                    assert!(!word.starts_with("customer"), "{query}: {word}");
                }
            }
        }
    }
}
