//! `/matrix/`: every level of both tracks at once, with filters.

use leptos::prelude::*;

use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{Matrix, MatrixFilters};
use crate::web::document::Page;
use crate::web::frame::{framed, matrix_rows, scheme_switch, stops};
use crate::web::ladder::ways::{link_to, link_window, next_step};
use crate::web::site::Site;

const HERE: Route = Route::Matrix;

pub(crate) fn page(site: Site) -> Page {
    framed(
        HERE,
        "The whole matrix",
        "Every competency on every level of both tracks, with filters for lean, dimension, rungs and what differs.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let dimensions = ladder.dimensions.iter();
    let dimensions = dimensions
        .map(|dimension| (dimension.id.clone(), dimension.name.clone()))
        .collect();
    view! {
        <h1>"The whole matrix"</h1>
        <p class="not-in-frames">
            "Competencies down, levels across. Words that only one twin has stand out. “Only what differs” leaves out the trunk and the competencies whose twins ask nearly the same on every rung. "
            {link_to(&HERE, &HERE, "The whole matrix".to_owned())}
        </p>
        <div class="matrix-frame">
            <MatrixFilters dimensions=dimensions />
            {scheme_switch(ladder)}
            <section class="matrix-scroll" tabindex="0" aria-label="The whole matrix; arrow keys move from cell to cell">
                <Matrix levels=stops(ladder, &HERE) rows=matrix_rows(ladder, &HERE, true) whole=true />
            </section>
        </div>
        {next_step(&HERE, &Route::Topic(Topic::Divergence), "Where the tracks part most")}
        {link_window(&HERE)}
    }
    .into_any()
}
