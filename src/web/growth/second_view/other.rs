//! Marking someone else: for one who was asked, and for one who prepares a talk alone. Neither sees or
//! changes the marks that this browser may hold.

use leptos::prelude::*;

use crate::growth::GrowthId;
use crate::ladder::Level;
use crate::route::Route;
use crate::share::ViewRequest;
use crate::web::growth::levels::list;
use crate::web::growth::model::Model;
use crate::web::growth::second_view::sheet::Sheet;
use crate::web::growth::second_view::steps::Steps;
use crate::web::growth::second_view::{FOR, OTHER, level_names};
use crate::web::island::redrawn::redrawn;

/// The form for someone who was asked.
#[component]
pub(super) fn Asked(model: Model, request: ViewRequest) -> impl IntoView {
    let ladder = model.ladder();
    let levels = request.levels.iter();
    let levels = levels.filter_map(|id| ladder.levels.iter().find(|level| level.id == *id));
    // Two people who ask for the same levels without a name share a draft.
    let content = format!(
        "{}\n{}",
        request.levels.join("\n"),
        request.name.as_deref().unwrap_or_default()
    );
    let sheet = Sheet::new(
        model,
        GrowthId::of_content("asked", &content),
        levels.collect(),
        request.name.clone(),
    );
    let who = match &request.name {
        Some(name) => format!("{name} asks for your view"),
        None => "Someone asks for your view".to_owned(),
    };
    view! {
        <h2 id="second-head">{who}</h2>
        <p class="no-print">
            {format!("Mark what {} expect, as you see it.", level_names(ladder, &request.levels))}
            " You don’t see their marks, and they don’t see yours before they open your answer. "
            "Think of things that happened, not of impressions, and leave open what you have not seen. At the end you get a link to send back."
        </p>
        <p class="soft small no-print">{format!("{}. ", ladder.name)} "Nothing is saved in this browser unless you tick the box."</p>
        <Steps sheet=sheet query=String::new() is_asked=true />
    }
}

/// The form for someone who begins about someone else.
#[component]
pub(super) fn Other(model: Model) -> impl IntoView {
    let ladder = model.ladder();
    let sheet = Sheet::new(model, GrowthId::of_content("other", ""), Vec::new(), None);
    let choose = move |place: usize, level: Option<&'static Level>| {
        if let Some(level) = level {
            sheet.levels.update(|levels| {
                match levels.get_mut(place) {
                    Some(known) => *known = level,
                    None => levels.push(level),
                }
                levels.dedup();
            });
            sheet.changed();
        }
    };
    let query = format!("{FOR}={OTHER}&");
    let paper = move |level: &Level| model.link(&Route::TalkSheet(level.id.clone()));
    view! {
        <h2 id="second-head">"About someone else"</h2>
        <p class="no-print">
            "Prepare a talk: choose the level they are at, and another one if the talk is about that too. Mark what you have seen; leave open what you can’t judge. Then print it or send it."
        </p>
        <p class="soft small no-print">"This is about someone else, so nothing is saved in this browser unless you tick the box. Your own marks don’t change."</p>
        {redrawn(move || {
            let levels = sheet.levels.get();
            let first = levels.first().map(|level| level.id.clone());
            let second = levels.get(1).map(|level| level.id.clone());
            let papers = levels
                .iter()
                .map(|level| view! { " " <a href=paper(level)>{level.label().to_owned()}</a> })
                .collect_view();
            view! {
                <div class="growth-levels no-print">
                    {list(ladder, "their-level", "Their level", first.clone(), move |level| choose(0, level))}
                    {first.map(|_| list(ladder, "other-level", "Another level, if you like", second, move |level| choose(1, level)))}
                </div>
                {(!levels.is_empty()).then(|| view! {
                    <p class="soft small no-print">"Rather on paper? The empty sheet of" {papers}</p>
                })}
            }
        })}
        {redrawn(move || {
            let any = sheet.levels.with(|levels| !levels.is_empty());
            any.then(|| view! { <Steps sheet=sheet query=query.clone() is_asked=false /> })
        })}
    }
}
