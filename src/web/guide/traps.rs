//! Common mistakes, by their cause: how to recognise them, and what to do.

use leptos::prelude::*;

use crate::guide::{Guide, Trap, WhereFound};
use crate::ladder::{Ladder, Side};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::{rests_on, side_class, side_name};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Traps);

pub(crate) const INTRO: Intro = Intro {
    title: "Traps",
    line: "What usually goes wrong on the trunk, on either track and in the organisation; how to tell, and what to do.",
    lede: "Most of these come from good intentions: check the tell, then try the remedy.",
    next: (
        Route::Topic(Topic::Pairing),
        "Split the work with your manager",
    ),
};

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let rails = [Side::Broad, Side::Deep]
        .map(|side| rail(ladder, guide, &here, side))
        .collect_view();
    let found = |found| traps(ladder, guide, &here, found);
    view! {
        <h2 id="trunk">"Before the tracks part"</h2>
        {found(WhereFound::Trunk)}
        <div class="twins trap-rails">{rails}</div>
        <h2 id="both">"On both tracks"</h2>
        {found(WhereFound::Both)}
        <h2 id="organisation">"In the organisation"</h2>
        {found(WhereFound::Organisation)}
    }
    .into_any()
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
    view! {
        <section class="trap" id=item.id.clone()>
            <h3>{item.name.clone()}</h3>
            <p><strong>"Tell: "</strong>{item.tell.clone()}</p>
            <p><strong>"Remedy: "</strong>{item.remedy.clone()}</p>
            <div class="pointers">
                <span class="soft">"Competencies"</span>
                {competency_links(ladder, here, &item.competencies)}
            </div>
            {rests_on(ladder, here, &item.basis, &item.sources)}
        </section>
    }
    .into_any()
}
