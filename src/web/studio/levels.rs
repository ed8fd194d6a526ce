//! The table of levels.

use leptos::prelude::*;

use crate::ladder::{Draft, LevelFile};
use crate::studio::Edit;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::fields::{Line, RowButtons, Tick, table};
use crate::web::studio::model::Model;

/// A track's id and name.
type Named = (String, String);

#[component]
pub(super) fn Levels(model: Model) -> impl IntoView {
    let ids = model.read(|draft| {
        draft
            .levels
            .iter()
            .map(|one| one.id.clone())
            .collect::<Vec<_>>()
    });
    let tracks = model.read(|draft| {
        let tracks = draft.tracks.iter();
        tracks
            .map(|track| (track.id.clone(), track.name.clone()))
            .collect::<Vec<Named>>()
    });
    view! {
        <section aria-labelledby="levels-head">
            <h2 id="levels-head">"Levels"</h2>
            <p class="soft">
                "Those of each track from the lowest up. Levels with the same height have the same standing; leave a height empty if you don’t know it. A level on several tracks is shared by them."
            </p>
            {redrawn(move || {
                let tracks = tracks.get().unwrap_or_default();
                table("Levels", &["Title", "Code", "Height", "Tracks", "Order"], ids.get().unwrap_or_default(), |id, place| row(model, id, &tracks, place))
            })}
            {redrawn(move || add(model, tracks.get().unwrap_or_default()))}
        </section>
    }
}

fn row(model: Model, id: String, tracks: &[Named], place: (usize, usize)) -> AnyView {
    let of = |draft: &Draft, id: &str| -> Option<LevelFile> {
        draft.levels.iter().find(|one| one.id == id).cloned()
    };
    let own = StoredValue::new(id.clone());
    let level = model.read(move |draft| of(draft, &own.get_value()));
    let title = Memo::new(move |_| level.get().flatten().map(|level| level.title));
    let code = Memo::new(move |_| level.get().flatten().and_then(|level| level.code));
    let height = Memo::new(move |_| level.get().flatten().and_then(|level| level.height));
    let number = place.0 + 1;
    let on = tracks
        .iter()
        .map(|(track, name)| {
            let track = StoredValue::new(track.clone());
            let is_on = Memo::new(move |_| {
                let level = level.get().flatten();
                level.map(|level| level.tracks.contains(&track.get_value()))
            });
            view! {
                <Tick
                    model=model
                    id=format!("on-{}-{id}", track.get_value())
                    label=name.clone()
                    value=is_on
                    edit=Callback::new(move |is| Edit::LevelOn(own.get_value(), track.get_value(), is))
                />
            }
        })
        .collect_view();
    let field = format!("height-{id}");
    let shown = StoredValue::new(field.clone());
    let text = move || {
        height
            .get()
            .map(|height| height.to_string())
            .unwrap_or_default()
    };
    view! {
        <tr>
            <td>
                <Line
                    model=model
                    id=format!("level-{id}")
                    told=format!("Title of level {number}")
                    value=title
                    edit=Callback::new(move |text| Edit::LevelTitle(own.get_value(), text))
                />
            </td>
            <td class="studio-short">
                <Line
                    model=model
                    id=format!("code-{id}")
                    told=format!("Code of level {number}")
                    value=code
                    edit=Callback::new(move |text| Edit::LevelCode(own.get_value(), text))
                />
            </td>
            <td class="studio-short">
                <input
                    type="number"
                    min="0"
                    max="1000"
                    id=field
                    class="field"
                    autocomplete="off"
                    aria-label=format!("Height of level {number}")
                    prop:value=text
                    on:change=move |event| {
                        let typed = event_target_value(&event);
                        let height = typed.trim().parse::<u32>().ok();
                        match height.is_some() || (typed.trim().is_empty() && !dom::is_invalid(&shown.get_value())) {
                            true => {
                                model.edit(&Edit::LevelHeight(own.get_value(), height));
                            }
                            false => {
                                model.refused.set(vec!["A height is a whole number, or nothing.".to_owned()]);
                                dom::fill(&shown.get_value(), &untrack(text));
                            }
                        }
                    }
                />
            </td>
            <td>{on}</td>
            <td>
                <RowButtons
                    model=model
                    id=format!("level-{id}")
                    name=title
                    place=place
                    moved=Callback::new(move |to| Edit::MoveLevel(own.get_value(), to))
                    removed=Callback::new(move |()| Edit::RemoveLevel(own.get_value()))
                />
            </td>
        </tr>
    }
    .into_any()
}

/// The line for a new level, and the button that numbers those of a track.
fn add(model: Model, tracks: Vec<Named>) -> Option<AnyView> {
    const TITLE: &str = "add-level";
    const ON: &str = "add-level-on";
    if tracks.is_empty() {
        return Some(view! { <p class="soft">"Add a track first."</p> }.into_any());
    }
    let options = tracks
        .iter()
        .map(|(id, name)| view! { <option value=id.clone()>{name.clone()}</option> })
        .collect_view();
    let chosen = || dom::filled(ON).unwrap_or_default();
    Some(
        view! {
            <form
                class="studio-add no-print"
                on:submit=move |event| {
                    event.prevent_default();
                    let title = dom::filled(TITLE).unwrap_or_default();
                    if model.edit(&Edit::AddLevel(chosen(), title)) {
                        dom::fill(TITLE, "");
                    }
                    dom::focus(TITLE);
                }
            >
                <label for=TITLE>"New level"</label>
                <input type="text" id=TITLE class="field" autocomplete="off" />
                <label for=ON>"on"</label>
                <select id=ON class="field" autocomplete="off">{options}</select>
                <button type="submit" class="button">"Add"</button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        model.edit(&Edit::NumberLevels(chosen()));
                    }
                >
                    "Number the heights of this track"
                </button>
            </form>
        }
        .into_any(),
    )
}
