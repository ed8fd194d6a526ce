//! How to be: the attributes, each described for both sides.

use leptos::prelude::*;

use crate::guide::{Attribute, Guide};
use crate::ladder::{Ladder, Side};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::{
    capital, count_word, counted, rests_on, side_class, side_name, small,
};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Attributes);

pub(crate) const INTRO: Intro = Intro {
    title: "How to be",
    line: "How to be, whatever you do, and how it shows on the deep and on the broad side.",
    lede: "Competencies say what you do; here is how.",
    next: (Route::Topic(Topic::Traps), "What usually goes wrong"),
};

/// The attributes and how many they are.
pub(crate) fn line(guide: &Guide) -> String {
    let names = guide.attributes.iter();
    let names: Vec<String> = names.map(|one| small(&one.name)).collect();
    let count = counted(names.len(), "attribute", "attributes");
    let which = match names.len() {
        1 => "it",
        _ => "each of them",
    };
    format!(
        "{}: {count}, and how {which} shows on the deep and on the broad side.",
        capital(&names.join(", "))
    )
}

pub(crate) fn lede(guide: &Guide) -> String {
    let these = match guide.attributes.len() {
        1 => "this one says".to_owned(),
        count => format!("these {} say", count_word(count)),
    };
    format!("Competencies say what you do; {these} how.")
}

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let here = site.at(HERE);
    let attributes = guide.attributes.iter().enumerate();
    attributes
        .map(|(i, entry)| {
            // Neither side always comes first.
            let first = if i % 2 == 0 { Side::Deep } else { Side::Broad };
            attribute(site.ladder, &here, entry, first)
        })
        .collect_view()
        .into_any()
}

fn attribute(ladder: &Ladder, here: &Route, attribute: &Attribute, first: Side) -> AnyView {
    let sides = [first, first.other()].map(|side| one_side(ladder, attribute, side));
    view! {
        <section id=attribute.id.clone()>
            <h2>{attribute.name.clone()}</h2>
            <p>{attribute.meaning.clone()}</p>
            <div class="twins">{sides.collect_view()}</div>
            <h3 class="small-head">"It colours"</h3>
            {competency_links(ladder, here, &attribute.competencies)}
            {rests_on(ladder, here, &attribute.basis, &attribute.sources)}
        </section>
    }
    .into_any()
}

fn one_side(ladder: &Ladder, attribute: &Attribute, side: Side) -> AnyView {
    let lines = match side {
        Side::Deep => &attribute.deep,
        Side::Broad => &attribute.broad,
    };
    let lines = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! {
        <section class=side_class(ladder, side)>
            <h3>{side_name(ladder, side)}</h3>
            <ul class="notes">{lines}</ul>
        </section>
    }
    .into_any()
}
