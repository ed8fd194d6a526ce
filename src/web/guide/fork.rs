//! The fork: what changes from rung 6 to rung 7.

use leptos::prelude::*;

use crate::ladder::Track;
use crate::route::{Route, Topic};
use crate::web::components::ContrastTable;
use crate::web::guide::Intro;
use crate::web::guide::parts::{contrast_rows, notes};
use crate::web::site::Site;

const TOPIC: Topic = Topic::Fork;

pub(crate) const INTRO: Intro = Intro {
    title: "The fork",
    line: "What changes from rung 6 to rung 7 on either track, the first ninety days, and what you give up.",
    lede: "Up to rung 6 you can do both. From 7 on, each track is a job of its own.",
    next: (
        Route::Topic(Topic::Switching),
        "How to switch, and to switch back",
    ),
};

pub(crate) fn content(site: Site) -> AnyView {
    let fork = &site.guide.fork;
    view! {
        <h2>"Before and after"</h2>
        <ContrastTable
            caption="What changes from rung 6 to rung 7, aspect by aspect"
            heads=["Aspect", "On the shared rungs", "Deep, from T7", "Broad, from L7"]
            rows=contrast_rows(site.ladder, TOPIC, &fork.changes)
        />
        <h2>"The first ninety days"</h2>
        <div class="twins">{Track::BOTH.map(|track| side(site, track)).collect_view()}</div>
        <h2>"Why it may feel like a step down"</h2>
        {notes(site.ladder, TOPIC, &fork.step_down)}
    }
    .into_any()
}

fn side(site: Site, track: Track) -> AnyView {
    let fork = &site.guide.fork;
    let name = site.ladder.track(track).map(|note| note.name.clone());
    let gives_up = fork.gives_up.on(track);
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>{name}</h3>
            {notes(site.ladder, TOPIC, fork.first_days.on(track))}
            <h4>"What you give up"</h4>
            {notes(site.ladder, TOPIC, std::slice::from_ref(gives_up))}
        </section>
    }
    .into_any()
}
