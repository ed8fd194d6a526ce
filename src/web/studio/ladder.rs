//! What the ladder says of itself, and which tracks the quiz speaks of.

use leptos::prelude::*;

use crate::studio::Edit;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::fields::{Line, Lines, Tick};
use crate::web::studio::model::Model;

#[component]
pub(super) fn AboutLadder(model: Model) -> impl IntoView {
    let name = model.read(|draft| draft.name.clone());
    let id = model.read(|draft| draft.id.clone());
    let lang = model.read(|draft| draft.lang.clone());
    let about = model.read(|draft| draft.about.clone().unwrap_or_default());
    let adds = model.read(|draft| draft.adds);
    view! {
        <section aria-labelledby="ladder-head">
            <h2 id="ladder-head">"The ladder"</h2>
            <div class="studio-fields">
                <p><Line model=model id="studio-name".to_owned() label="Name" value=name edit=Callback::new(Edit::Name) /></p>
                <p><Line model=model id="studio-id".to_owned() label="Id: a–z, 0–9 and “-”" value=id edit=Callback::new(Edit::Id) /></p>
                <p><Line model=model id="studio-lang".to_owned() label="Language, such as “en”" value=lang edit=Callback::new(Edit::Language) /></p>
                <p class="studio-wide"><Lines model=model id="studio-about".to_owned() label="Description" rows=2 value=about edit=Callback::new(Edit::About) /></p>
            </div>
            <p class="soft small">
                "Choose an id of your own and keep it: people’s browsers keep their marks and notes under it."
            </p>
            <Tick model=model id="studio-adds".to_owned() label="A level also expects everything from the levels below it".to_owned() value=adds edit=Callback::new(Edit::Adds) />
            <Sides model=model />
        </section>
    }
}

/// The two tracks of the quiz.
#[component]
fn Sides(model: Model) -> impl IntoView {
    let tracks = model.read(|draft| {
        let tracks = draft.tracks.iter();
        tracks
            .map(|track| (track.id.clone(), track.name.clone()))
            .collect::<Vec<_>>()
    });
    let sides = model.read(|draft| {
        let sides = draft.quiz.as_ref();
        sides.map(|sides| (sides.deep.clone(), sides.broad.clone()))
    });
    let chosen = move || sides.get().flatten();
    let choose = move |is_deep: bool, id: String| {
        let tracks = tracks.get_untracked().unwrap_or_default();
        let other = tracks.iter().map(|(id, _)| id).find(|other| **other != id);
        let (deep, broad) = untrack(chosen).unwrap_or_default();
        let kept = if is_deep { broad } else { deep };
        let kept = match kept.is_empty() || kept == id {
            true => other.cloned().unwrap_or_default(),
            false => kept,
        };
        let sides = match (id.is_empty() || kept.is_empty(), is_deep) {
            (true, _) => None,
            (false, true) => Some((id, kept)),
            (false, false) => Some((kept, id)),
        };
        model.edit(&Edit::Sides(sides));
    };
    redrawn(move || {
        let tracks = tracks.get().unwrap_or_default();
        (tracks.len() > 1).then(|| {
            let list = |id: &'static str, label: &'static str, is_deep: bool| {
                let own = chosen().map(|(deep, broad)| if is_deep { deep } else { broad });
                let own = own.unwrap_or_default();
                let options = tracks
                    .iter()
                    .map(|(id, name)| {
                        view! { <option value=id.clone() selected=*id == own>{name.clone()}</option> }
                    })
                    .collect_view();
                view! {
                    <p>
                        <label for=id>{label}</label>
                        <select
                            id=id
                            class="field"
                            autocomplete="off"
                            on:change=move |event| {
                                choose(is_deep, event_target_value(&event));
                                crate::web::dom::focus(id);
                            }
                        >
                            <option value="" selected=own.is_empty()>"None"</option>
                            {options}
                        </select>
                    </p>
                }
            };
            view! {
                <h3>"The quiz"</h3>
                <p class="soft small">
                    "The quiz asks whether you prefer deep or broad work. Which of your tracks is which? Its result then leads into your levels; or leave both at “None”."
                </p>
                <div class="studio-fields">
                    {list("studio-deep", "Deep: technical depth, and building", true)}
                    {list("studio-broad", "Broad: leading technically across teams", false)}
                </div>
            }
        })
    })
}
