//! The form of one mark whose value is held elsewhere.

use leptos::prelude::*;

use crate::growth::Standing;
use crate::text_merge::TooLong;
use crate::web::components::MarkForm;
use crate::web::words::too_long;

/// A standing and a line about it.
pub(super) type Held = Option<(Standing, String)>;

/// The form.
#[component]
pub(super) fn HeldForm(
    /// A name of its own on the page.
    name: String,
    /// As in [`MarkForm`].
    legend: AnyView,
    /// What is marked so far.
    held: Memo<Held>,
    /// Called with what is marked now. A line that is too long is in it, too.
    on_change: Callback<Held>,
    /// The maximum number of characters of the line.
    most: usize,
) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let chosen = Memo::new(move |_| held.with(|held| held.as_ref().map(|(one, _)| one.id())));
    let line = move || held.get().map(|(_, line)| line).unwrap_or_default();
    let why = Memo::new(move |_| line());
    let on_choose = Callback::new(move |chosen: Option<&'static str>| {
        let standing = chosen.and_then(Standing::of);
        let line = held.get_untracked().map(|(_, line)| line);
        on_change.run(standing.map(|standing| (standing, line.unwrap_or_default())));
    });
    let on_why = Callback::new(move |line: String| {
        let line = line.trim().to_owned();
        let excess = TooLong::check(&line, most).err();
        fault.set(excess.map(|excess| too_long(excess.by, excess.most, false)));
        if let Some((standing, _)) = held.get_untracked() {
            on_change.run(Some((standing, line)));
        }
    });
    view! {
        <MarkForm
            name=name
            legend=legend
            chosen=chosen
            on_choose=on_choose
            why=why
            on_why=on_why
            said=fault
        />
    }
}
