//! One cell to edit: what a level expects in a competency.

use leptos::prelude::*;

use crate::ladder::NoneFile;
use crate::studio::{CellText, Edit};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::cells::Has;
use crate::web::studio::model::Model;

const SAME: &str = "cell-same";

/// The fields of one cell.
pub(super) fn editor(
    model: Model,
    level: String,
    item: String,
    at: RwSignal<Option<(String, String)>>,
) -> AnyView {
    let place = StoredValue::new((level, item));
    let names = model.read(move |draft| {
        place.with_value(|(level, item)| {
            let level = draft.levels.iter().find(|one| one.id == *level)?;
            let item = draft.competencies.iter().find(|one| one.id == *item)?;
            Some((level.title.clone(), item.name.clone()))
        })
    });
    let text = model.read(move |draft| {
        place.with_value(|(level, item)| {
            let item = draft.competencies.iter().find(|one| one.id == *item);
            CellText::of(item.and_then(|item| item.cells.get(level)))
        })
    });
    let change = move |change: &dyn Fn(&mut CellText)| {
        // A field that goes while it has the focus tells its text once more; by then this may be gone.
        let Some(text) = text.try_get_untracked() else {
            return;
        };
        let mut text = text.unwrap_or_default();
        change(&mut text);
        let (level, item) = place.get_value();
        model.edit(&Edit::Cell(level, item, Box::new(text)));
    };
    // What the cell said before it was made the same as another one, or one that expects nothing.
    let before = StoredValue::new(CellText::default());
    let replace = move |same_as: String, none: Option<NoneFile>| {
        let now = text.get_untracked().unwrap_or_default();
        let is_put_back = same_as.is_empty() && none.is_none();
        let mut put_back = before.get_value();
        if now.none.is_none() {
            put_back.same_as.clear();
        }
        if now.none.is_none() && (now.same_as.is_empty() || none.is_some()) {
            before.set_value(now);
        }
        change(&|text| {
            *text = match is_put_back {
                true => put_back.clone(),
                false => CellText {
                    same_as: same_as.clone(),
                    none,
                    ..CellText::default()
                },
            };
        });
    };
    let field = move |id: &'static str,
                      label: &'static str,
                      rows: u8,
                      part: fn(&mut CellText) -> &mut String| {
        let value = move || {
            let mut text = text.get().unwrap_or_default();
            part(&mut text).clone()
        };
        view! {
            <p>
                <label for=id>{label}</label>
                <textarea
                    id=id
                    class="field"
                    rows=rows.to_string()
                    autocomplete="off"
                    prop:value=value
                    on:change=move |event| {
                        let typed = event_target_value(&event);
                        change(&|text| {
                            // A text of its own takes the place of another level’s.
                            if !typed.trim().is_empty() {
                                text.same_as.clear();
                            }
                            part(text).clone_from(&typed);
                        });
                    }
                ></textarea>
            </p>
        }
    };
    let is_none = Memo::new(move |_| {
        let none = text.get().and_then(|text| text.none);
        none == Some(NoneFile::Expected)
    });
    let close = move || {
        dom::finish_typing();
        let (level, item) = place.get_value();
        at.set(None);
        dom::focus(&format!("cell-{level}-{item}"));
    };
    let same_as = Memo::new(move |_| text.get().unwrap_or_default().same_as);
    // The other levels with a text of their own here.
    let others = model.read(move |draft| {
        place.with_value(|(level, item)| {
            let item = draft.competencies.iter().find(|one| one.id == *item);
            let has = |id: &str| Has::of(item.and_then(|item| item.cells.get(id)));
            let levels = draft.levels.iter().filter(|one| one.id != *level);
            levels
                .filter(|one| has(&one.id) == Has::Text)
                .map(|one| (one.id.clone(), one.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let head = move || {
        let names = names.get().flatten();
        names.map_or_else(
            || "This cell is gone.".to_owned(),
            |(level, item)| format!("{item} · {level}"),
        )
    };
    view! {
        <div
            class="studio-editor rail"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <h3 id="cell-head" tabindex="-1" prop:textContent=head></h3>
            {field("cell-gist", "Headline, in a few words", 1, |text| &mut text.gist)}
            {field("cell-text", "Text", 3, |text| &mut text.text)}
            {field("cell-items", "List: one line each", 4, |text| &mut text.items)}
            {field("cell-examples", "Examples: one line each", 2, |text| &mut text.examples)}
            {redrawn(move || {
                let chosen = same_as.get();
                let options = others
                    .get()
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(id, title)| {
                        let is_chosen = id == chosen;
                        view! { <option value=id selected=is_chosen>{title}</option> }
                    })
                    .collect_view();
                view! {
                    <p>
                        <label for=SAME>"The same as at"</label>
                        <select
                            id=SAME
                            class="field"
                            autocomplete="off"
                            on:change=move |event| {
                                replace(event_target_value(&event), None);
                                dom::focus(SAME);
                            }
                        >
                            <option value="" selected=chosen.is_empty()>"No other level"</option>
                            {options}
                        </select>
                    </p>
                }
            })}
            <label class="check studio-tick">
                <input
                    type="checkbox"
                    autocomplete="off"
                    prop:checked=move || is_none.get()
                    on:change=move |event| {
                        let none = event_target_checked(&event).then_some(NoneFile::Expected);
                        replace(String::new(), none);
                    }
                />
                <span>"Nothing is expected here"</span>
            </label>
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| close()
                >
                    "Close"
                </button>
            </p>
        </div>
    }
    .into_any()
}
