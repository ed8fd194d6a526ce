//! Draws what a click will draw before anybody clicks: a browser makes a function of a WebAssembly
//! program ready when it is first called, and the first click would wait for all of them.

use leptos::prelude::*;

use crate::app::browser;

/// Draws each of these in place of the one before, away from the page and when the browser has
/// nothing else to do, and lets go of them. They must only read: nobody chose anything.
pub(super) fn rehearse<T: 'static>(scenes: Vec<T>, draw: impl Fn(T) -> AnyView + 'static) {
    browser::when_idle(move || {
        let owner = Owner::new();
        owner.with(|| {
            let mut scenes = scenes.into_iter();
            let Some(first) = scenes.next() else { return };
            let mut drawn = draw(first).build();
            for scene in scenes {
                draw(scene).rebuild(&mut drawn);
            }
        });
        owner.cleanup();
    });
}
