//! What each level expects: a table of all cells, and one of them to edit.

use leptos::prelude::*;

use crate::ladder::{CellFile, Draft, NoneFile};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::cell::editor;
use crate::web::studio::model::Model;

/// The most cells of one table; of a larger ladder one track is shown at a time.
const MOST_CELLS: usize = 1_500;

/// What a cell has, for its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Has {
    Text,
    Same,
    Nothing,
    Missing,
}

impl Has {
    /// What is in this cell; none: nothing yet.
    pub(super) fn of(cell: Option<&CellFile>) -> Self {
        match cell {
            None => Self::Missing,
            Some(cell) if cell.none == Some(NoneFile::Expected) => Self::Nothing,
            Some(cell) if cell.none.is_some() => Self::Missing,
            Some(cell) if cell.same_as.is_some() => Self::Same,
            Some(_) => Self::Text,
        }
    }

    const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("●", "written"),
            Self::Same => ("=", "the same as at another level"),
            Self::Nothing => ("–", "nothing expected"),
            Self::Missing => ("?", "nothing written yet"),
        }
    }
}

/// An id and a name.
type Named = (String, String);

/// The levels and competencies of the table, and what is in its cells, a row for each competency.
#[derive(Clone, Debug, PartialEq)]
struct Table {
    levels: Vec<Named>,
    items: Vec<Named>,
    has: Vec<Vec<Has>>,
}

impl Table {
    fn of(draft: &Draft, track: &str) -> Self {
        let all = draft.levels.len() * draft.competencies.len() <= MOST_CELLS;
        let levels: Vec<_> = draft
            .levels
            .iter()
            .filter(|one| all || one.tracks.iter().any(|id| id == track))
            .collect();
        let items = draft.competencies.iter();
        let has = items.clone().map(|item| {
            let cells = levels
                .iter()
                .map(|level| Has::of(item.cells.get(&level.id)));
            cells.collect()
        });
        Self {
            has: has.collect(),
            levels: levels
                .iter()
                .map(|level| {
                    let name = level.code.clone().unwrap_or_else(|| level.title.clone());
                    (level.id.clone(), name)
                })
                .collect(),
            items: items
                .map(|item| (item.id.clone(), item.name.clone()))
                .collect(),
        }
    }
}

/// Opens each cell that is pressed in the table, as long as the page stays.
pub(super) fn open_pressed_cells(model: Model) {
    dom::on_press("data-cell", move |button| {
        let part = |name: &str| dom::attribute(&button, name).unwrap_or_default();
        open_cell(model, part("data-cell"), part("data-item"));
    });
}

/// Opens the cell of a level and a competency, by their ids.
pub(super) fn open_cell(model: Model, level: String, item: String) {
    model.cell.set(Some((level, item)));
    dom::focus("cell-gist");
}

#[component]
pub(super) fn Cells(model: Model) -> impl IntoView {
    let track = RwSignal::new(String::new());
    let tracks = model.read(|draft| {
        let is_large = draft.levels.len() * draft.competencies.len() > MOST_CELLS;
        let tracks = draft.tracks.iter().filter(|_| is_large);
        tracks
            .map(|track| (track.id.clone(), track.name.clone()))
            .collect::<Vec<Named>>()
    });
    let shown = Memo::new(move |_| {
        let chosen = track.get();
        let tracks = tracks.get().unwrap_or_default();
        let known = tracks.iter().any(|(id, _)| *id == chosen);
        let first = tracks.first().map(|(id, _)| id.clone());
        if known {
            chosen
        } else {
            first.unwrap_or_default()
        }
    });
    let table = model.read(move |draft| Table::of(draft, &shown.get()));
    let at = model.cell;
    view! {
        <section aria-labelledby="cells-head">
            <h2 id="cells-head">"Expectations"</h2>
            <p class="soft">
                "What each level expects in each competency. ● written · = the same as at another level · – nothing expected · ? nothing written yet."
            </p>
            {redrawn(move || {
                let tracks = tracks.get().unwrap_or_default();
                let options = tracks
                    .iter()
                    .map(|(id, name)| view! { <option value=id.clone()>{name.clone()}</option> })
                    .collect_view();
                (!tracks.is_empty()).then(|| view! {
                    <p>
                        <label for="cells-track">"Track"</label>
                        <select
                            id="cells-track"
                            class="field"
                            autocomplete="off"
                            on:change=move |event| track.set(event_target_value(&event))
                        >
                            {options}
                        </select>
                    </p>
                })
            })}
            {redrawn(move || drawn(table.get()?))}
            {redrawn(move || at.get().map(|(level, item)| editor(model, level, item, at)))}
        </section>
    }
}

fn drawn(table: Table) -> Option<AnyView> {
    if table.levels.is_empty() || table.items.is_empty() {
        return Some(
            view! { <p class="soft">"Add a level and a competency first."</p> }.into_any(),
        );
    }
    let heads = table
        .levels
        .iter()
        .map(|(_, name)| view! { <th scope="col">{name.clone()}</th> })
        .collect_view();
    let rows = table
        .items
        .iter()
        .zip(table.has)
        .map(|((item, name), has)| {
            let cells = table
                .levels
                .iter()
                .zip(has)
                .map(|((level, of), has)| {
                    let (sign, told) = has.told();
                    view! {
                        <td>
                            <button
                                type="button"
                                class="studio-cell"
                                id=format!("cell-{level}-{item}")
                                data-cell=level.clone()
                                data-item=item.clone()
                                aria-label=format!("{name}, {of}: {told}")
                            >
                                {sign}
                            </button>
                        </td>
                    }
                })
                .collect_view();
            view! { <tr><th scope="row">{name.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    Some(
        view! {
            <div class="scroll" tabindex="0" role="group" aria-label="All expectations">
                <table class="studio-cells">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any(),
    )
}
