//! Common mistakes, by their cause: how to recognise them, and what to do.

use leptos::prelude::*;

use crate::guide::{Trap, WhereFound};
use crate::ladder::{Ladder, Track};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::rests_on;
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Traps;
const HERE: Route = Route::Topic(TOPIC);

pub(crate) const INTRO: Intro = Intro {
    title: "Traps",
    line: "What usually goes wrong on the trunk, on either track and in the organisation; how to tell, and what to do.",
    lede: "Most of these come from good intentions: check the tell, then try the remedy.",
    next: (
        Route::Topic(Topic::Pairing),
        "Split the work with your manager",
    ),
};

pub(crate) fn content(site: Site) -> AnyView {
    let rails = [Track::Broad, Track::Deep]
        .map(|track| rail(site, track))
        .collect_view();
    view! {
        <h2 id="trunk">"Before the tracks part"</h2>
        {traps(site, WhereFound::Trunk)}
        <div class="twins trap-rails">{rails}</div>
        <h2 id="both">"On both tracks"</h2>
        {traps(site, WhereFound::Both)}
        <h2 id="organisation">"In the organisation"</h2>
        {traps(site, WhereFound::Organisation)}
    }
    .into_any()
}

fn rail(site: Site, track: Track) -> AnyView {
    let name = site.ladder.track(track).map(|note| note.name.clone());
    let found = match track {
        Track::Deep => WhereFound::Deep,
        Track::Broad => WhereFound::Broad,
    };
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h2 id=track.id()>{name}</h2>
            {traps(site, found)}
        </section>
    }
    .into_any()
}

fn traps(site: Site, found: WhereFound) -> AnyView {
    let all = site.guide.traps.iter();
    all.filter(|item| item.found == found)
        .map(|item| trap(site.ladder, item))
        .collect_view()
        .into_any()
}

fn trap(ladder: &Ladder, item: &Trap) -> AnyView {
    view! {
        <section class="trap" id=item.id.clone()>
            <h3>{item.name.clone()}</h3>
            <p><strong>"Tell: "</strong>{item.tell.clone()}</p>
            <p><strong>"Remedy: "</strong>{item.remedy.clone()}</p>
            <div class="pointers">
                <span class="soft">"Competencies"</span>
                {competency_links(ladder, &HERE, &item.competencies)}
            </div>
            {rests_on(ladder, TOPIC, item.basis, &item.sources)}
        </section>
    }
    .into_any()
}
