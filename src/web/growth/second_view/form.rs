//! The form of one mark whose value is held elsewhere. It is redrawn when that value is no longer the one
//! that it shows.

use leptos::prelude::*;

use crate::growth::Standing;
use crate::text_merge::TooLong;
use crate::web::components::MarkForm;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::words::too_long;

/// A standing and a line about it.
pub(super) type Held = Option<(Standing, String)>;

/// The form.
#[component]
pub(super) fn HeldForm(
    /// A name of its own on the page.
    name: String,
    /// What is marked.
    legend: String,
    /// What is marked so far.
    held: Memo<Held>,
    /// Called with what is marked now. A line that is too long is in it, too.
    on_change: Callback<Held>,
    /// The maximum number of characters of the line.
    most: usize,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let shown = StoredValue::new(held.get_untracked());
    let fault = RwSignal::new(None::<String>);
    let turn = Memo::new(move |turn: Option<&u32>| {
        let turn = turn.copied().unwrap_or_default();
        let now = held.get();
        match shown.get_value() == now {
            true => turn,
            false => {
                shown.set_value(now);
                turn.wrapping_add(1)
            }
        }
    });
    let on_choose = Callback::new(move |chosen: Option<&'static str>| {
        let standing = chosen.and_then(Standing::of);
        let before = shown.get_value();
        let line = before.as_ref().map(|(_, line)| line.clone());
        let now = standing.map(|standing| (standing, line.unwrap_or_default()));
        if before.is_some() && now.is_some() {
            shown.set_value(now.clone());
        } else {
            // The line comes or goes: the form is redrawn.
            let next = standing.unwrap_or(Standing::NotYet).id();
            dom::focus(&format!("{}-{next}", name.get_value()));
        }
        on_change.run(now);
    });
    let on_why = Callback::new(move |line: String| {
        let line = line.trim().to_owned();
        let excess = TooLong::check(&line, most).err();
        fault.set(excess.map(|excess| too_long(excess.by, excess.most, false)));
        if let Some((standing, before)) = shown.get_value()
            && before != line
        {
            let now = Some((standing, line));
            shown.set_value(now.clone());
            on_change.run(now);
        }
    });
    let legend = StoredValue::new(legend);
    redrawn(move || {
        turn.get();
        fault.set(None);
        let now = shown.get_value();
        view! {
            <MarkForm
                name=name.get_value()
                legend=legend.get_value()
                chosen=now.as_ref().map(|(standing, _)| standing.id())
                on_choose=on_choose
                why=now.map(|(_, line)| line).unwrap_or_default()
                on_why=on_why
                said=fault
            />
        }
    })
}
