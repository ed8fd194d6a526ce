//! What stands for all the others where a page explains addresses: a level, a competency, two levels.

use crate::ladder::{Competency, Level};
use crate::route::{Route, Topic};
use crate::web::site::Site;

/// Examples from the ladder shown.
pub(crate) struct Example {
    site: Site,
    /// A level above the fork where there is one, or else the last.
    pub(crate) level: &'static Level,
}

impl Example {
    /// The examples; none of a ladder without levels.
    pub(crate) fn of(site: Site) -> Option<Self> {
        let ladder = site.ladder;
        let above = ladder.fork().map(|fork| ladder.at(fork.saturating_add(1)));
        let above = above.and_then(|levels| levels.last().copied());
        let level = above.or_else(|| ladder.levels.last())?;
        Some(Self { site, level })
    }

    /// The first competency that the level says something of.
    pub(crate) fn competency(&self) -> Option<&'static Competency> {
        let mut items = self.site.ladder.competencies.iter();
        items.find(|item| item.at(self.level).is_some())
    }

    /// The page of an expectation: that of the level in the competency with the shortest name.
    pub(crate) fn short_expectation(&self) -> Option<Route> {
        let items = self.site.ladder.competencies.iter();
        let items = items.filter(|item| item.at(self.level).is_some());
        let item = items.min_by_key(|item| item.id.len())?;
        self.expectation(item)
    }

    /// The page of what the level expects in a competency, where each expectation has one.
    pub(crate) fn expectation(&self, item: &Competency) -> Option<Route> {
        let has_pages = self.site.has_expectation_pages();
        has_pages.then(|| Route::Expectation(self.level.id.clone(), item.id.clone()))
    }

    /// A level of equal height with the level; without one the first two levels.
    pub(crate) fn twins(&self) -> Option<[&'static Level; 2]> {
        let ladder = self.site.ladder;
        let twin = ladder.twins(self.level).first().copied();
        let first = || match ladder.levels.as_slice() {
            [first, second, ..] => Some([first, second]),
            _ => None,
        };
        let pair = twin.map(|twin| [twin, self.level]).or_else(first);
        pair.filter(|[from, to]| self.site.compares(from, to))
    }

    /// From the first level where the tracks split to the last one where they are still near; or the
    /// twins.
    pub(crate) fn across(&self) -> Option<[&'static Level; 2]> {
        let ladder = self.site.ladder;
        let from = ladder
            .split()
            .and_then(|rung| ladder.at(rung).first().copied());
        let to = ladder
            .fork()
            .and_then(|rung| ladder.at(rung).last().copied());
        let pair = from.zip(to).map(|(from, to)| [from, to]);
        let pair = pair.filter(|[from, to]| self.site.compares(from, to));
        pair.or_else(|| self.twins())
    }

    /// A page of the guide.
    pub(crate) fn topic(&self) -> Option<Route> {
        let topics = self.site.topics();
        let parting = topics.contains(&Topic::Divergence);
        let parting = parting.then_some(Topic::Divergence);
        parting
            .or_else(|| topics.first().copied())
            .map(Route::Topic)
    }
}

/// The page of two levels.
pub(crate) fn pair([from, to]: [&Level; 2]) -> Route {
    Route::Pair(from.id.clone(), to.id.clone())
}
