//! What a text rests on: a quiet letter behind it, which opens to its meaning and the sources.

use leptos::prelude::*;

use crate::guide::Added;
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::guide::parts::{OURS, short_name};

/// The letter and the sources of a text.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Ground<'a> {
    letter: &'a str,
    sources: &'a [String],
}

impl<'a> Ground<'a> {
    pub(crate) fn new(letter: &'a str, sources: &'a [String]) -> Self {
        Self { letter, sources }
    }

    pub(crate) fn of_added(added: &'a Added) -> Self {
        Self::new(&added.basis, &added.sources)
    }

    /// The mark, for the end of a text. It is no part of a paragraph.
    pub(crate) fn mark(self, ladder: &Ladder, here: &Route) -> Option<AnyView> {
        self.shown(ladder, here, false)
    }

    /// The mark of a whole list, with the word behind the letter.
    pub(crate) fn of_list(self, ladder: &Ladder, here: &Route) -> Option<AnyView> {
        self.shown(ladder, here, true)
    }

    fn shown(self, ladder: &Ladder, here: &Route, of_list: bool) -> Option<AnyView> {
        let basis = ladder.basis(self.letter)?;
        let others = self.sources.iter().filter(|id| *id != OURS);
        let others = others.filter_map(|id| ladder.source(id)).map(short_name);
        let others: Vec<&str> = others.collect();
        let own = self.sources.len() > others.len();
        let names = match (own, others.is_empty()) {
            (_, true) => String::new(),
            (true, _) => format!(": guided by {}", others.join(", ")),
            (false, _) => format!(": {}", others.join(", ")),
        };
        let letter = basis.letter.clone();
        let page = here.link(&Route::Topic(Topic::Sources));
        let href = format!("{page}#basis-{letter}");
        let words = match of_list {
            true => format!("{letter} · {}", basis.name),
            false => letter,
        };
        Some(
            view! {
                <details class="mark">
                    <summary><span>{words}</span><span class="visually-hidden">", what this rests on"</span></summary>
                    <span class="mark-says"><a href=href>{basis.name.clone()}</a>{names}</span>
                </details>
            }
            .into_any(),
        )
    }
}

/// The one ground of several texts, where they share it.
pub(crate) fn shared<'a>(grounds: impl IntoIterator<Item = Ground<'a>>) -> Option<Ground<'a>> {
    let mut grounds = grounds.into_iter();
    let first = grounds.next()?;
    grounds.all(|ground| ground == first).then_some(first)
}
