//! What managers ask: talks about a result and about the next level, judging deep work, the first
//! months, and working together with an engineer of either track.

use leptos::prelude::*;

use crate::guide::{Contrast, Guide};
use crate::ladder::{Ladder, Side};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{capital, contrast, named, notes, side_word};
use crate::web::guide::working_together::{counterparts, topics};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Managers);

pub(crate) const INTRO: Intro = Intro {
    title: "For managers",
    line: "Talks about a result and about the next level, judging work you cannot follow, the first ninety days, and who decides what.",
    lede: "You look after people; they look after technology. Open what you need for the next talk.",
    tags: "manager one-to-one 1:1 growth talk promotion conversation agenda feedback 30/60/90 pairing stuck",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, managers) = (site.ladder, &guide.managers);
    let here = site.at(HERE);
    let stuck = match ladder.fork() {
        Some(rung) => format!("Someone is stuck at level {rung}"),
        None => "Someone is stuck at a level".to_owned(),
    };
    [
        Part::folded(
            "result",
            "A talk about a quiz result",
            "Talk about the work, not the score, and close with one experiment.",
            named(ladder, &here, &managers.result),
        )
        .unless(managers.result.is_empty()),
        Part::folded(
            "stuck",
            stuck,
            "Find out whether they want the work or only the title. Then name three gaps.",
            named(ladder, &here, &managers.stuck),
        )
        .unless(managers.stuck.is_empty()),
        Part::folded(
            "days",
            "The first 30, 60 and 90 days",
            "What to see by when, on either track, and your part in it.",
            days(ladder, &here, &managers.days),
        )
        .unless(managers.days.is_empty()),
        Part::folded(
            "deep-work",
            "Judge deep work you cannot follow",
            "You don’t need to follow the work to know whether it is good.",
            named(ladder, &here, &managers.deep_work),
        )
        .unless(managers.deep_work.is_empty()),
        Part::folded(
            "plate",
            "What to take off someone’s plate",
            "A new duty without the hours for it is an evening job.",
            named(ladder, &here, &managers.plate),
        )
        .unless(managers.plate.is_empty()),
        Part::folded(
            "years",
            "When years are missing",
            "Years are guidance. Ask for the situations that they usually bring.",
            notes(ladder, &here, &managers.years),
        )
        .unless(managers.years.is_empty()),
        Some(Part::folded(
            "topics",
            "Working together: who decides what",
            "Write down where the line runs between you and the engineer, before you need it.",
            topics(ladder, &here, guide),
        )),
        Some(Part::folded(
            "rungs",
            "Who works with whom, level by level",
            "The counterpart of each level, and what the two make together.",
            counterparts(ladder, &here, guide),
        )),
        Some(Part::folded(
            "routes",
            "How your own impact grows",
            "Three ways lead on from the work of a senior engineer.",
            named(ladder, &here, &guide.pairing.routes),
        )),
        Part::folded(
            "ways-in",
            "If you lead technologists",
            "There are two ways in, and each has something different to prove.",
            named(ladder, &here, &managers.ways_in),
        )
        .unless(managers.ways_in.is_empty()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn days(ladder: &Ladder, here: &Route, rows: &[Contrast]) -> AnyView {
    let [deep, broad] = Side::BOTH.map(|side| capital(side_word(ladder, side)));
    let heads = ["When".to_owned(), "Your part".to_owned(), deep, broad];
    let caption = "What to see after 30, 60 and 90 days";
    contrast(ladder, here, caption, heads, rows)
}
