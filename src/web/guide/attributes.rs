//! How to be: the attributes, each described for both sides.

use leptos::prelude::*;

use crate::guide::Attribute;
use crate::ladder::{Ladder, Track};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::rests_on;
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Attributes;

pub(crate) const INTRO: Intro = Intro {
    title: "How to be",
    line: "Accurate, caring, respectful, improving: four attributes, and how each of them shows on the deep and on the broad side.",
    lede: "Competencies say what you do; these four say how.",
    next: (Route::Topic(Topic::Traps), "What usually goes wrong"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let attributes = site.guide.attributes.iter().enumerate();
    attributes
        .map(|(i, entry)| {
            // Alternates which side comes first.
            let first = if i % 2 == 0 {
                Track::Deep
            } else {
                Track::Broad
            };
            attribute(site.ladder, entry, first)
        })
        .collect_view()
        .into_any()
}

fn attribute(ladder: &Ladder, attribute: &Attribute, first: Track) -> AnyView {
    let sides = [first, first.other()].map(|track| side(ladder, attribute, track));
    view! {
        <section id=attribute.id.clone()>
            <h2>{attribute.name.clone()}</h2>
            <p>{attribute.meaning.clone()}</p>
            <div class="twins">{sides.collect_view()}</div>
            <h3 class="small-head">"It colours"</h3>
            {competency_links(ladder, &Route::Topic(TOPIC), &attribute.competencies)}
            {rests_on(ladder, TOPIC, attribute.basis, &attribute.sources)}
        </section>
    }
    .into_any()
}

fn side(ladder: &Ladder, attribute: &Attribute, track: Track) -> AnyView {
    let name = ladder.track(track).map(|note| note.name.clone());
    let lines = match track {
        Track::Deep => &attribute.deep,
        Track::Broad => &attribute.broad,
    };
    let lines = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>{name}</h3>
            <ul class="notes">{lines}</ul>
        </section>
    }
    .into_any()
}
