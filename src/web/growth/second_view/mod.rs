//! A second view: what a manager or a peer marks without seeing one's own marks, and both side by side.
//! The address decides what the page shows.

mod agenda;
mod agreed;
mod answer;
mod ask;
mod beside;
mod form;
mod other;
mod row;
mod send;
mod sheet;
mod steps;

use leptos::prelude::*;

use crate::growth::{GrowthId, View};
use crate::ladder::{Ladder, Level};
use crate::route::{GrowthPart, Route};
use crate::share::{LinkKind, ViewRequest, read_view};
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;
use crate::web::words::and_list;

/// The parameter that names a saved view.
const VIEW: &str = "view";
/// The parameter with which someone begins about someone else.
const FOR: &str = "for";
/// Its value.
const OTHER: &str = "other";

/// What the page shows.
#[derive(Clone)]
enum Screen {
    /// The way to a second view, and those that are saved.
    Home,
    /// The form for someone who was asked.
    Asked(ViewRequest),
    /// The form for someone who begins about someone else.
    Other,
    /// An answer that is not saved yet.
    Answer(Box<View>),
    /// A saved answer beside the visitor's own marks.
    Beside(GrowthId),
    /// A link that cannot be used, and why.
    Refused(String),
}

impl Screen {
    fn of_address(ladder: &Ladder) -> Self {
        if let Some(code) = dom::fragment() {
            let read = match LinkKind::of(&code) {
                Some(LinkKind::ViewRequest) => ViewRequest::read(&code, ladder).map(Self::Asked),
                _ => read_view(&code, ladder, dom::now()).map(|view| Self::Answer(Box::new(view))),
            };
            return read.unwrap_or_else(|fault| Self::Refused(fault.to_string()));
        }
        let view = dom::query(VIEW).and_then(|id| GrowthId::parse(&id));
        match (view, dom::query(FOR)) {
            (Some(id), _) => Self::Beside(id),
            (None, Some(whom)) if whom == OTHER => Self::Other,
            _ => Self::Home,
        }
    }
}

/// The page.
#[component]
pub(crate) fn SecondViewPart(model: Model) -> impl IntoView {
    let screen = RwSignal::new(Screen::of_address(model.ladder()));
    // Reloaded without its code, this page would no longer know whom the marks are about.
    dom::keep_fragment();
    // Another link restarts the page.
    let code = dom::fragment();
    dom::on_fragment(move || {
        if dom::fragment() != code {
            dom::reload();
        }
    });
    let is_home = move || matches!(screen.get(), Screen::Home);
    let content = redrawn(move || match screen.get() {
        Screen::Home => view! { <ask::Home model=model screen=screen /> }.into_any(),
        Screen::Asked(request) => view! { <other::Asked model=model request=request /> }.into_any(),
        Screen::Other => view! { <other::Other model=model /> }.into_any(),
        Screen::Answer(view) => {
            view! { <answer::Answer model=model view=*view screen=screen /> }.into_any()
        }
        Screen::Beside(id) => view! { <beside::Beside model=model id=id /> }.into_any(),
        Screen::Refused(why) => refused(model, why),
    });
    view! {
        <div class=move || if is_home() { "second-part" } else { "second-part second-on" }>{content}</div>
    }
}

/// A link that cannot be used.
fn refused(model: Model, why: String) -> AnyView {
    view! {
        <h2 id="second-head">"This link cannot be used"</h2>
        <Notice tone=Tone::Warning>{why} " Nothing was changed."</Notice>
        <p>
            <a href=address(model)>"To your second views"</a>
        </p>
    }
    .into_any()
}

/// The address of this page without a link or a view in it.
fn address(model: Model) -> String {
    model.link(&Route::Growth(GrowthPart::SecondView))
}

/// Who gave a view, as within a sentence.
fn who(view: &View) -> String {
    let name = view.from.clone();
    name.unwrap_or_else(|| "the other person".to_owned())
}

/// Who gave a view, as a label.
fn label(view: &View) -> String {
    let name = view.from.clone();
    name.unwrap_or_else(|| "The other person".to_owned())
}

/// Levels in words: each by its name.
fn level_names(ladder: &Ladder, ids: &[String]) -> String {
    let level = |id: &String| ladder.levels.iter().find(|level| level.id == *id);
    let names: Vec<String> = ids.iter().filter_map(level).map(Level::name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    and_list(&names)
}
