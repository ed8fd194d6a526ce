//! A page as a card, for a frame in a wiki: its sentence, and what it belongs to. It is a template, which
//! takes the place of the page where the address asks for a card.

use leptos::prelude::*;

use crate::web::components::{Sign, Station, hue_class};

/// The template.
#[component]
pub fn EmbedCard(
    /// The page itself.
    href: String,
    /// The sentence: what is expected, or the question of a level.
    headline: String,
    /// The sign of the level, where it is one level’s.
    level: Option<Sign>,
    /// Title, track and competency, as far as there are such.
    place: Vec<String>,
    /// The name of the ladder.
    ladder: String,
) -> impl IntoView {
    let hue = hue_class(level.as_ref().and_then(|level| level.hue));
    let place = place.join(" · ");
    view! {
        <template id="link-as-card">
            <article class=format!("card rail {hue}")>
                <h1 class="card-said"><a href=href>{headline}</a></h1>
                <p>{level.map(|level| view! { <Station level=level /> " " })} {place}</p>
                <p class="soft">{ladder}</p>
            </article>
        </template>
    }
}
