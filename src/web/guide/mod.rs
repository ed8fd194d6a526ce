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

/// The texts of a topic's page: the title, a line for the list of topics, the lead, and the next step.
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

/// The page of a topic.
pub(crate) fn page(site: Site, topic: Topic) -> Page {
    let Intro {
        title,
        line,
        lede,
        next,
    } = intro(topic);
    let here = Route::Topic(topic);
    framed(here.clone(), title, line, || {
        let content = content(site, topic);
        view! {
            <h1>{title}</h1>
            <p class="lede">{lede} " " {link_to(&here, &here, title.to_owned())}</p>
            {content}
            {next_step(&here, &next.0, next.1)}
            {link_window(&here)}
        }
        .into_any()
    })
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

fn content(site: Site, topic: Topic) -> AnyView {
    match topic {
        Topic::Divergence => divergence::content(site),
        Topic::Fork => fork::content(site),
        Topic::Switching => switching::content(site),
        Topic::Pairing => pairing::content(site),
        Topic::HandsOn => hands_on::content(site),
        Topic::Titles => titles::content(site),
        Topic::Work => work::content(site),
        Topic::Impact => impact::content(site),
        Topic::Attributes => attributes::content(site),
        Topic::Leading => leading::content(site),
        Topic::Traps => traps::content(site),
        Topic::Case => growth::page::content(site),
        Topic::Organisation => organisation::content(site),
        Topic::Sources => sources::content(site),
    }
}

/// The title of a topic's page.
pub(crate) fn title(topic: Topic) -> &'static str {
    intro(topic).title
}

/// A topic in one line.
pub(crate) fn line(topic: Topic) -> &'static str {
    intro(topic).line
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
