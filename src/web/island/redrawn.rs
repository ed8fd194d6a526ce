//! A view that is rebuilt whenever its data changes. Leptos would reuse the elements and write into
//! their text nodes; but a page translator replaces those text nodes, so changes to the old ones are
//! never visible. Replacing whole elements always works.

use leptos::either::Either;
use leptos::prelude::*;

/// The return type of [`redrawn`]: one type for all, since each further type adds bytes to the program.
pub(crate) type Redrawn = Box<dyn FnMut() -> Either<AnyView, AnyView> + Send>;

/// Rebuilds the view with new elements each time a signal that `draw` reads changes. Its first node
/// must be an element or an `Option`: a text that changes by itself belongs in `prop:textContent`.
pub(crate) fn redrawn<V: IntoView + 'static>(
    mut draw: impl FnMut() -> V + Send + 'static,
) -> Redrawn {
    let mut is_left = false;
    // The two sides are different types to Leptos, so it never reuses the elements of the other one.
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
