//! `/guide/`: the pages of the guide, one file per topic.

mod attributes;
mod divergence;
mod fork;
mod hands_on;
#[cfg(target_arch = "wasm32")]
mod hours;
mod hub;
mod impact;
mod leading;
mod organisation;
mod pairing;
mod parts;
mod sources;
mod switching;
mod titles;
mod traps;
mod work;

use leptos::prelude::*;

use crate::route::{Route, Topic};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::growth;
use crate::web::ladder::ways::{link_to, link_window, next_step};
use crate::web::site::Site;

pub(crate) use hub::page as hub;

/// What a topic's page says of itself: the title, a line for the list of topics, the lead, and
/// the one next step. [`line`] and [`lede`] put numbers into some.
struct Intro {
    title: &'static str,
    line: &'static str,
    lede: &'static str,
    next: (Route, &'static str),
}

/// The case is a separate feature, but it is listed among the topics.
const CASE: Intro = Intro {
    title: "Your case",
    line: "Choose a level and note what you could point to, competency by competency; kept in this browser, ready to print.",
    lede: "Put what you did beside what a level asks. It stays in this browser until you print or copy it.",
    next: (Route::Topic(Topic::Leading), "You may already be leading"),
};

/// The page of a topic, where the ladder has something for it.
pub(crate) fn page(site: Site, topic: Topic) -> Option<Page> {
    if !site.topics().contains(&topic) {
        return None;
    }
    let (title, line) = (title(topic), line(site, topic));
    let lede = lede(site, topic);
    let (next, words) = next(site, topic);
    let here = site.at(Route::Topic(topic));
    Some(framed(site, Route::Topic(topic), title, line, || {
        view! {
            <h1>{title}</h1>
            <p class="lede">{lede} " " {link_to(&here, &here, title.to_owned())}</p>
            {content(site, topic)}
            {next_step(&here, &next, words)}
            {link_window(&here)}
        }
        .into_any()
    }))
}

/// The one next step of a topic; the levels where the ladder has nothing for it.
fn next(site: Site, topic: Topic) -> (Route, &'static str) {
    let (target, words) = intro(topic).next;
    match target {
        Route::Topic(topic) if !site.topics().contains(&topic) => {
            (Route::Levels, "Read the levels")
        }
        Route::Quiz if site.ladder.sides.is_none() => (Route::Levels, "Read the levels"),
        _ => (target, words),
    }
}

fn intro(topic: Topic) -> Intro {
    match topic {
        Topic::Divergence => divergence::INTRO,
        Topic::Fork => fork::INTRO,
        Topic::Switching => switching::INTRO,
        Topic::Pairing => pairing::INTRO,
        Topic::HandsOn => hands_on::INTRO,
        Topic::Titles => titles::INTRO,
        Topic::Work => work::INTRO,
        Topic::Impact => impact::INTRO,
        Topic::Attributes => attributes::INTRO,
        Topic::Leading => leading::INTRO,
        Topic::Traps => traps::INTRO,
        Topic::Case => CASE,
        Topic::Organisation => organisation::INTRO,
        Topic::Sources => sources::INTRO,
    }
}

/// What stands on a topic's page; nothing where it needs a guide that is not there.
fn content(site: Site, topic: Topic) -> Option<AnyView> {
    Some(match topic {
        Topic::Divergence => divergence::content(site),
        Topic::Case => growth::page::content(site),
        Topic::Sources => sources::content(site),
        Topic::Fork => fork::content(site, site.guide?),
        Topic::Switching => switching::content(site, site.guide?),
        Topic::Pairing => pairing::content(site, site.guide?),
        Topic::HandsOn => hands_on::content(site, site.guide?),
        Topic::Titles => titles::content(site, site.guide?),
        Topic::Work => work::content(site, site.guide?),
        Topic::Impact => impact::content(site, site.guide?),
        Topic::Attributes => attributes::content(site, site.guide?),
        Topic::Leading => leading::content(site, site.guide?),
        Topic::Traps => traps::content(site, site.guide?),
        Topic::Organisation => organisation::content(site, site.guide?),
    })
}

/// The title of a topic's page.
pub(crate) fn title(topic: Topic) -> &'static str {
    intro(topic).title
}

/// What a topic is about, in one line: with the ladder's own numbers where there are some.
pub(crate) fn line(site: Site, topic: Topic) -> String {
    let Site { ladder, guide, .. } = site;
    let own = match topic {
        Topic::Divergence => divergence::line(ladder),
        Topic::Fork => fork::line(ladder),
        Topic::Titles => titles::line(ladder),
        Topic::Impact => guide.map(impact::line),
        Topic::Attributes => guide.map(attributes::line),
        Topic::Sources => guide.map(|_| sources::LINE_OF_GUIDE.to_owned()),
        _ => None,
    };
    own.unwrap_or_else(|| intro(topic).line.to_owned())
}

/// The lead of a topic's page, as [`line`].
fn lede(site: Site, topic: Topic) -> String {
    let Site { ladder, guide, .. } = site;
    let own = match topic {
        Topic::Fork => fork::lede(ladder),
        Topic::Attributes => guide.map(attributes::lede),
        Topic::Sources => guide.map(|_| sources::LEDE_OF_GUIDE.to_owned()),
        _ => None,
    };
    own.unwrap_or_else(|| intro(topic).lede.to_owned())
}

/// The ids and attributes that the page of hours and its program share.
pub mod names {
    /// The field of hours on hands-on work.
    pub const HOURS: &str = "hours";
    /// The field for the hours of a week.
    pub const WEEK: &str = "week";
    /// The element that shows the share.
    pub const SHARE_SAID: &str = "share-said";
    /// Marks the fields of the week's log; its value is `hands-on` or `other`, and `implements` or
    /// `integrates`.
    pub const LOG: &str = "data-log";
    /// The element that shows the log's sums.
    pub const LOG_SAID: &str = "log-said";
}

/// Starts the two topics with calculations: the hours and the case.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    crate::web::enhancements::start();
    crate::web::state::migrate_old_records();
    hours::start();
    growth::start();
}
