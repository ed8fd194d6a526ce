//! An answer before it is saved: who it is from and what it holds. Its marks show only beside the
//! visitor's own.

use leptos::prelude::*;

use crate::growth::{Expected, View};
use crate::ladder::Level;
use crate::route::{GrowthPart, Route};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::model::Model;
use crate::web::growth::second_view::{Screen, VIEW, address, level_names, who};
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;
use crate::web::words::store_problem;

#[component]
pub(super) fn Answer(model: Model, view: View, screen: RwSignal<Screen>) -> impl IntoView {
    let ladder = model.ladder();
    let level = |id: &String| ladder.levels.iter().find(|level| level.id == *id);
    let levels: Vec<&Level> = view.levels.iter().filter_map(level).collect();
    let all = Expected::of_levels(ladder, &levels);
    let is_saved = repository()
        .views()
        .unwrap_or_default()
        .into_iter()
        .flatten()
        .any(|one| one.id == view.id);
    let own = repository().marks().unwrap_or_default().marks;
    let own = all.iter().filter(|one| own.contains_key(&one.id)).count();
    let lines = view
        .marks
        .values()
        .filter(|mark| !mark.line.is_empty())
        .count();
    let holds = [
        Some(format!(
            "{} of {}",
            words::count(view.marks.len(), "mark", "marks"),
            all.len()
        )),
        (lines > 0).then(|| words::count(lines, "comment", "comments")),
        (!view.note.is_empty()).then(|| "a note".to_owned()),
    ];
    let holds: Vec<String> = holds.into_iter().flatten().collect();
    let problem = RwSignal::new(None::<String>);
    let head = format!(
        "A second view from {}",
        view.from.as_deref().unwrap_or("someone who gave no name")
    );
    let (from, names) = (who(&view), level_names(ladder, &view.levels));
    let version = (view.ladder_version != ladder.version).then(|| {
        let theirs = view.ladder_version.clone();
        view! { <p class="soft">{format!("It was made with version {theirs} of the ladder; this page has version {}. The words of these levels are the same.", ladder.version)}</p> }
    });
    let marking = model.link(&Route::Growth(GrowthPart::Marks));
    let view = StoredValue::new(view);
    let show = move || {
        let id = view.with_value(|view| view.id.clone());
        dom::drop_fragment(&format!("?{VIEW}={id}"));
        screen.set(Screen::Beside(id));
        dom::focus("second-head");
    };
    let keep = move |_| match view.with_value(|view| repository().save_view(view)) {
        Ok(()) => {
            model.saved(Ok(()));
            show();
        }
        Err(error) => problem.set(Some(store_problem(&error))),
    };
    view! {
        <h2 id="second-head">{head}</h2>
        <p>{format!("It is about {names}: {}.", holds.join(", "))}</p>
        {version}
        {(own == 0).then(|| view! {
            <Notice tone=Tone::Warning>
                "This browser has no marks of yours on these levels. If you are the one who asked, "
                <a href=marking>"mark where you are"</a>
                " before you look, so that you are not influenced; then open this link again. If you marked somewhere else, open it there."
            </Notice>
        })}
        {redrawn(move || problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
        {match is_saved {
            true => view! {
                <p>"You have saved it already."</p>
                <p class="actions">
                    <button type="button" class="button button-first" on:click=move |_| show()>"Compare it with mine"</button>
                </p>
            }.into_any(),
            false => view! {
                <p>{format!("Save it, and you see your marks beside those of {from}. Nothing was saved so far.")}</p>
                <p class="actions">
                    <button type="button" class="button button-first" on:click=keep>"Save it and compare"</button>
                    <a href=address(model)>"Don’t save it"</a>
                </p>
            }.into_any(),
        }}
    }
}
