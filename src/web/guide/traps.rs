//! Common mistakes, by their cause: how to recognise them, and what to do.

use leptos::prelude::*;

use crate::guide::{Guide, Trap, WhereFound};
use crate::ladder::{Ladder, Side};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::mark::Ground;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{concerns, side_class, side_name};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Traps);

pub(crate) const INTRO: Intro = Intro {
    title: "Traps",
    line: "What usually goes wrong on either track and in the organisation; how to tell, and what to do.",
    lede: "Most of these come from good intentions. Does one of the signs sound familiar?",
    tags: "mistakes pitfalls anti-patterns problems glue bottleneck burnout",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let rails = Side::BOTH
        .map(|side| rail(ladder, guide, &here, side))
        .collect_view();
    let rails = view! { <div class="twins trap-rails">{rails}</div> };
    let found = |found| traps(ladder, guide, &here, found);
    vec![
        Part::untitled(rails.into_any()),
        Part::open("trunk", "Before the tracks part", found(WhereFound::Trunk)),
        Part::open("both", "On both tracks", found(WhereFound::Both)),
        Part::open(
            "organisation",
            "In the organisation",
            found(WhereFound::Organisation),
        ),
    ]
}

fn rail(ladder: &Ladder, guide: &Guide, here: &Route, side: Side) -> AnyView {
    let found = match side {
        Side::Deep => WhereFound::Deep,
        Side::Broad => WhereFound::Broad,
    };
    view! {
        <section class=side_class(ladder, side)>
            <h2 id=side.id()>{side_name(ladder, side)}</h2>
            {traps(ladder, guide, here, found)}
        </section>
    }
    .into_any()
}

fn traps(ladder: &Ladder, guide: &Guide, here: &Route, found: WhereFound) -> AnyView {
    let all = guide.traps.iter();
    all.filter(|item| item.found == found)
        .map(|item| trap(ladder, here, item))
        .collect_view()
        .into_any()
}

fn trap(ladder: &Ladder, here: &Route, item: &Trap) -> AnyView {
    let ground = Ground::new(&item.basis, &item.sources);
    view! {
        <details class="fold fold-small trap">
            <summary>
                <h3>{item.name.clone()}</h3>
                <span>{item.tell.clone()}</span>
            </summary>
            <div id=item.id.clone()>
                <p><strong>"What to do: "</strong>{item.remedy.clone()}</p>
                {concerns(ladder, here, &item.competencies, ground)}
            </div>
        </details>
    }
    .into_any()
}
