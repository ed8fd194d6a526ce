//! Shares of a week, rung by rung, as bands from 0 to 100 per cent with the numbers beside them.

use leptos::prelude::*;

use crate::web::components::{Sign, Station};

/// The share that one level states.
#[derive(Clone, Debug)]
pub struct ShareRow {
    /// The level.
    pub sign: Sign,
    /// The number of its side's colour: 1 for deep, 2 for broad.
    pub hue: u8,
    /// From and to, per cent; none where nobody states it.
    pub share: Option<(u8, u8)>,
    /// Whether it is this site's own illustration.
    pub illustrative: bool,
}

/// The rows. `data-min` and `data-max` are for the script that marks the matching ones.
#[component]
pub fn ShareBars(
    /// The levels, the lowest first.
    rows: Vec<ShareRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|ShareRow { sign, hue, share, illustrative }| {
            let words = match share {
                Some((min, max)) => format!("{min}–{max} %"),
                None => "not stated".to_owned(),
            };
            let bar = share.map(|(min, max)| {
                view! {
                    <svg class="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <path class="share-axis" d="M0 5H100" />
                        <rect class=format!("share-{hue}") x=min y="1" width=max - min height="8" />
                    </svg>
                }
            });
            view! {
                <li class="share-row" data-min=share.map(|(min, _)| min) data-max=share.map(|(_, max)| max)>
                    <Station level=sign />
                    <span class="share-words">
                        {words}
                        {illustrative.then(|| view! { <span class="soft">" ours"</span> })}
                    </span>
                    {bar}
                    <strong class="share-fits"></strong>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="share-bars plain-list">{rows}</ul> }
}
