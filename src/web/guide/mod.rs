//! `/guide/`: the pages of the guide, one file per topic.

mod case;
mod choosing;
mod divergence;
mod fairness;
mod glossary;
mod growing;
mod hands_on;
#[cfg(feature = "browser")]
mod hours;
mod hub;
mod managers;
mod mark;
mod organisation;
mod part;
mod parts;
mod side;
mod sources;
mod switching;
mod titles;
mod traps;
mod working_together;

use leptos::prelude::*;

use crate::route::{Route, Topic};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::guide::part::Part;
use crate::web::ladder::ways::{link_to, link_window};
use crate::web::site::Site;

pub(crate) use hub::page as hub;

/// What a topic's page says of itself: the title, a line for the list of topics, the lead, and further
/// words to find it by. [`line`] and [`lede`] put numbers into some.
struct Intro {
    title: &'static str,
    line: &'static str,
    lede: &'static str,
    tags: &'static str,
}

/// The page of a topic, where the ladder has something for it.
pub(crate) fn page(site: Site, topic: Topic) -> Option<Page> {
    if !site.topics().contains(&topic) {
        return None;
    }
    let (title, line) = (title(topic), line(site, topic));
    let lede = lede(site, topic);
    let here = site.at(Route::Topic(topic));
    Some(framed(site, Route::Topic(topic), title, line, || {
        let parts = content(site, topic);
        let contents = part::contents(&parts);
        let parts: Vec<AnyView> = parts.into_iter().map(Part::shown).collect();
        view! {
            <div class="guide">
                {side::topics(site, topic)}
                <div class="guide-main">
                    <h1>{title}</h1>
                    <p class="lede">{lede} " " {link_to(&here, &here, title.to_owned())}</p>
                    {contents}
                    {parts}
                    {side::neighbours(site, topic)}
                </div>
            </div>
            {link_window(&here)}
        }
        .into_any()
    }))
}

const fn intro(topic: Topic) -> Intro {
    match topic {
        Topic::Choosing => choosing::INTRO,
        Topic::Divergence => divergence::INTRO,
        Topic::Switching => switching::INTRO,
        Topic::Growing => growing::INTRO,
        Topic::HandsOn => hands_on::INTRO,
        Topic::Traps => traps::INTRO,
        Topic::Case => case::INTRO,
        Topic::Managers => managers::INTRO,
        Topic::Organisation => organisation::INTRO,
        Topic::Titles => titles::INTRO,
        Topic::Glossary => glossary::INTRO,
        Topic::Sources => sources::INTRO,
    }
}

/// What is on a topic's page; nothing where it needs a guide that is not there.
fn content(site: Site, topic: Topic) -> Vec<Part> {
    let of_guide = |guide| match topic {
        Topic::Choosing => choosing::content(site, guide),
        Topic::Switching => switching::content(site, guide),
        Topic::Growing => growing::content(site, guide),
        Topic::HandsOn => hands_on::content(site, guide),
        Topic::Traps => traps::content(site, guide),
        Topic::Managers => managers::content(site, guide),
        Topic::Organisation => organisation::content(site, guide),
        Topic::Titles => titles::content(site, guide),
        Topic::Glossary => glossary::content(guide),
        Topic::Divergence | Topic::Case | Topic::Sources => Vec::new(),
    };
    match topic {
        Topic::Divergence => divergence::content(site),
        Topic::Case => case::content(site),
        Topic::Sources => sources::content(site),
        _ => site.guide.map(of_guide).unwrap_or_default(),
    }
}

/// The title of a topic's page.
pub(crate) const fn title(topic: Topic) -> &'static str {
    intro(topic).title
}

/// Words to find a topic by, beside those on its page.
pub(crate) const fn tags(topic: Topic) -> &'static str {
    intro(topic).tags
}

/// What a topic is about, in one line: with the ladder's own numbers where there are some.
pub(crate) fn line(site: Site, topic: Topic) -> String {
    let Site { ladder, guide, .. } = site;
    let own = match topic {
        Topic::Divergence => divergence::line(ladder),
        Topic::Titles => titles::line(ladder),
        Topic::Sources => guide.map(|_| sources::LINE_OF_GUIDE.to_owned()),
        _ => None,
    };
    own.unwrap_or_else(|| intro(topic).line.to_owned())
}

/// The lead of a topic's page, as [`line`].
fn lede(site: Site, topic: Topic) -> String {
    let own = match topic {
        Topic::Divergence => divergence::lede(site),
        Topic::Sources => site.guide.map(|_| sources::LEDE_OF_GUIDE.to_owned()),
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

/// Starts the topic that needs a program: the hours.
#[cfg(feature = "browser")]
pub fn start() {
    crate::web::enhancements::start();
    hours::start();
}
