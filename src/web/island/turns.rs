//! A long list that is drawn a batch at a time, so that the page answers in between.

use leptos::prelude::*;

use crate::web::dom;
use crate::web::island::redrawn::{Redrawn, redrawn};

/// The batches of a list. One alone is drawn at once; of several, each in a task of its own.
pub(crate) struct Turns {
    /// How many batches are drawn by now.
    drawn: RwSignal<usize>,
    count: usize,
}

impl Turns {
    pub(crate) fn new() -> Self {
        Self {
            drawn: RwSignal::new(0),
            count: 0,
        }
    }

    /// The next batch. It is drawn once, and not anew when signals change.
    pub(crate) fn next<V: IntoView + 'static>(
        &mut self,
        draw: impl Fn() -> V + Send + 'static,
    ) -> Redrawn {
        let (turn, drawn) = (self.count, self.drawn);
        self.count += 1;
        let is_due = Memo::new(move |_| drawn.get() > turn);
        redrawn(move || is_due.get().then(|| untrack(&draw)))
    }

    /// Begins to draw them.
    pub(crate) fn begin(self) {
        match self.count {
            1 => self.drawn.set(1),
            count => go_on(self.drawn, count),
        }
    }
}

fn go_on(drawn: RwSignal<usize>, count: usize) {
    dom::after(0, move || {
        // The list may be gone by then.
        let now = drawn.try_update(|drawn| {
            *drawn += 1;
            *drawn
        });
        if now.is_some_and(|now| now < count) {
            go_on(drawn, count);
        }
    });
}
