//! A view that is drawn anew whenever what it shows changes. Leptos would keep the elements and write
//! into their text nodes; a page translator puts nodes of its own in place of those, and what is
//! written into the old ones is never seen. Taking elements off the page works whatever happened in
//! them.

use leptos::either::Either;
use leptos::prelude::*;

/// What [`redrawn`] returns: one type for all, since each further one costs a visitor bytes.
pub(crate) type Redrawn = Box<dyn FnMut() -> Either<AnyView, AnyView> + Send>;

/// Draws the view with new elements each time a signal that `draw` reads changes. Its first node must
/// be an element or an `Option`: a text that changes by itself goes into `prop:textContent`.
pub(crate) fn redrawn<V: IntoView + 'static>(
    mut draw: impl FnMut() -> V + Send + 'static,
) -> Redrawn {
    let mut is_left = false;
    // The two sides are different views to Leptos, so it never goes on with the elements of the other.
    Box::new(move || {
        is_left = !is_left;
        let view = draw().into_any();
        if is_left {
            Either::Left(view)
        } else {
            Either::Right(view)
        }
    })
}
