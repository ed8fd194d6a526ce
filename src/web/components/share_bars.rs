//! Shares of a week, rung by rung, as bands from 0 to 100 per cent with the numbers beside them.

use leptos::prelude::*;

use crate::ladder::LevelCode;
use crate::web::components::Station;

/// The share that one level states.
#[derive(Clone, Copy, Debug)]
pub struct ShareRow {
    /// The level.
    pub code: LevelCode,
    /// From and to, per cent; none if no source states it.
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
        .map(|ShareRow { code, share, illustrative }| {
            let track = code.track().id();
            let words = match share {
                Some((min, max)) => format!("{min}–{max} %"),
                None => "not stated".to_owned(),
            };
            let bar = share.map(|(min, max)| {
                view! {
                    <svg class="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <path class="share-axis" d="M0 5H100" />
                        <rect class=format!("share-{track}") x=min y="1" width=max - min height="8" />
                    </svg>
                }
            });
            view! {
                <li class="share-row" data-min=share.map(|(min, _)| min) data-max=share.map(|(_, max)| max)>
                    <Station code=code />
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
