//! One’s own mark on one expectation: four native radio buttons, a line why, and a button to remove the
//! mark.

use leptos::prelude::*;

use crate::web::components::{StandingMark, StandingSign};

/// The form. Nothing is preselected; the line why shows once there is a mark. It follows its signals, so
/// it need not be drawn anew, and keeps the focus.
#[component]
pub fn MarkForm(
    /// The name of its radio buttons, and the beginning of its ids; no other form of the page has it.
    #[prop(into)]
    name: String,
    /// The question. Those who do not see what the form is beside need what is marked in it, too.
    legend: AnyView,
    /// The id of the chosen standing; see [`StandingSign::CHOICES`].
    #[prop(into)]
    chosen: Signal<Option<&'static str>>,
    /// Called with the id of the chosen standing, or with none when the mark is removed.
    on_choose: Callback<Option<&'static str>>,
    /// The line why, as it is stored.
    #[prop(into)]
    why: Signal<String>,
    /// Called with the line why as it is typed. It is never cut.
    on_why: Callback<String>,
    /// What is wrong with the line, if something is; then what was typed stays in the field.
    #[prop(into)]
    said: Signal<Option<String>>,
    /// What to know first, such as that the expectation was reworded since it was marked.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let typed = RwSignal::new(why.get_untracked());
    // What is stored differs from what is typed by the space around it alone, unless it was changed
    // elsewhere.
    Effect::new(move |_| {
        let stored = why.get();
        let is_new = typed.with_untracked(|typed| typed.trim() != stored.trim());
        if is_new && said.with_untracked(Option::is_none) {
            typed.set(stored);
        }
    });
    let radios = StandingSign::CHOICES
        .map(|(sign, id)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        id=format!("{name}-{id}")
                        name=name.clone()
                        value=id
                        autocomplete="off"
                        checked=chosen.get_untracked() == Some(id)
                        prop:checked=move || chosen.get() == Some(id)
                        on:change=move |_| on_choose.run(Some(id))
                    />
                    <span><StandingMark sign=sign /> {label(sign)}</span>
                </label>
            }
        })
        .into_iter()
        .collect_view();
    let length = format!("{name}-why-length");
    let is_unmarked = move || chosen.with(Option::is_none);
    // Not hidden while it has the focus, which would be lost with it.
    let disabled = move || is_unmarked().then_some("true");
    let clear = move |_| {
        if !is_unmarked() {
            on_choose.run(None);
        }
    };
    view! {
        <fieldset class="segments mark-form">
            <legend>{legend}</legend>
            {children.map(|children| children())}
            <div class="mark-line">
                <div class="segment-row">{radios}</div>
                <label class="mark-why" hidden=is_unmarked>
                    "Why"
                    <input
                        type="text"
                        id=format!("{name}-why")
                        class="field"
                        autocomplete="off"
                        aria-describedby=length.clone()
                        aria-invalid=move || said.with(Option::is_some).then_some("true")
                        value=typed.get_untracked()
                        prop:value=move || typed.get()
                        on:input=move |event| {
                            typed.set(event_target_value(&event));
                            on_why.run(typed.get_untracked());
                        }
                    />
                </label>
                <button type="button" class="button-text mark-clear" aria-disabled=disabled on:click=clear>
                    "Clear"
                </button>
            </div>
            <p id=length class="too-long" role="status" prop:textContent=move || said.get().unwrap_or_default()></p>
        </fieldset>
    }
}

/// The words of a choice, as on a button.
const fn label(sign: StandingSign) -> &'static str {
    match sign {
        StandingSign::NotYet => "Not yet",
        StandingSign::Sometimes => "Sometimes",
        StandingSign::Reliably => "Reliably",
        StandingSign::NoChance => "No chance yet",
        _ => sign.words(),
    }
}
