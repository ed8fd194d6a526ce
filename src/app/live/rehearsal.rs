//! Draws what a click will draw before anybody clicks: a browser makes a function of a WebAssembly
//! program ready when it is first called, and the shape of a text when it is first laid out, and the
//! first click would wait for all of them.

use leptos::prelude::*;

use crate::app::browser;

/// When the browser has nothing else to do, draws a scene, has it laid out where nobody sees it, takes
/// it off the page, does to it what a click will do to the page, and lets go of it. Both must only
/// read and change what is the scene's own: nobody chose anything. Where the view that asks for it is
/// gone by then, nothing is done.
pub(super) fn rehearse<C: FnOnce()>(scene: impl FnOnce() -> (AnyView, C) + 'static) {
    let alive = StoredValue::new(());
    browser::when_idle(move || {
        if alive.try_get_value().is_none() {
            return;
        }
        let owner = Owner::new();
        let drawn = owner.with(|| {
            let (view, click) = scene();
            let mut drawn = view.build();
            browser::lay_out_aside(|aside| drawn.mount(aside, None));
            drawn.unmount();
            click();
            drawn
        });
        // What the click changed is drawn once this is over.
        browser::after_frame(move || {
            drop(drawn);
            owner.cleanup();
        });
    });
}
