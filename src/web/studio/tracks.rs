//! The table of tracks.

use leptos::prelude::*;

use crate::ladder::{Draft, TrackFile};
use crate::studio::Edit;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::fields::{Add, Line, RowButtons, Tick, table};
use crate::web::studio::model::Model;

#[component]
pub(super) fn Tracks(model: Model) -> impl IntoView {
    let ids = model.read(|draft| {
        draft
            .tracks
            .iter()
            .map(|one| one.id.clone())
            .collect::<Vec<_>>()
    });
    view! {
        <section aria-labelledby="tracks-head">
            <h2 id="tracks-head">"Tracks"</h2>
            <p class="soft">"A track is one way up, such as engineer or manager."</p>
            {redrawn(move || {
                table("Tracks", &["Name", "Direct reports", "Order"], ids.get().unwrap_or_default(), |id, place| row(model, id, place))
            })}
            <Add model=model id="add-track" label="New track" edit=Callback::new(Edit::AddTrack) />
        </section>
    }
}

fn row(model: Model, id: String, place: (usize, usize)) -> AnyView {
    let of = |draft: &Draft, id: &str| -> Option<TrackFile> {
        draft.tracks.iter().find(|one| one.id == id).cloned()
    };
    let own = StoredValue::new(id.clone());
    let track = model.read(move |draft| of(draft, &own.get_value()));
    let name = Memo::new(move |_| track.get().flatten().map(|track| track.name));
    let manages = Memo::new(move |_| track.get().flatten().map(|track| track.manages));
    view! {
        <tr>
            <td>
                <Line
                    model=model
                    id=format!("track-{id}")
                    told=format!("Name of track {}", place.0 + 1)
                    value=name
                    edit=Callback::new(move |text| Edit::TrackName(own.get_value(), text))
                />
            </td>
            <td>
                <Tick
                    model=model
                    id=format!("manages-{id}")
                    label="People on it have direct reports".to_owned()
                    is_bare=true
                    value=manages
                    edit=Callback::new(move |is| Edit::TrackManages(own.get_value(), is))
                />
            </td>
            <td>
                <RowButtons
                    model=model
                    id=format!("track-{id}")
                    name=name
                    place=place
                    moved=Callback::new(move |to| Edit::MoveTrack(own.get_value(), to))
                    removed=Callback::new(move |()| Edit::RemoveTrack(own.get_value()))
                />
            </td>
        </tr>
    }
    .into_any()
}
