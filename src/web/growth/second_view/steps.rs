//! Going through a sheet: one competency at a time or all in one list, and at the end the way to send it.

use leptos::prelude::*;

use crate::ladder::Competency;
use crate::web::components::StandingSign;
use crate::web::dom;
use crate::web::growth::second_view::send::Send;
use crate::web::growth::second_view::sheet::{Item, Keeping, Sheet};
use crate::web::growth::steps::all_steps;
use crate::web::island::redrawn::redrawn;

/// The parameter of the address for the competency, from 1; the last one is followed by the sending.
const STEP: &str = "step";
/// The id of what comes after the last competency.
const SEND: &str = "second-send";

/// Where someone is in a sheet.
#[derive(Clone, Copy)]
struct Way {
    items: StoredValue<Vec<&'static Competency>>,
    /// The competency, from 0; their number for the sending.
    at: RwSignal<usize>,
    /// Whether all are shown at once.
    in_list: RwSignal<bool>,
    /// The rest of the query of the address.
    query: StoredValue<String>,
}

impl Way {
    fn count(self) -> usize {
        self.items.with_value(Vec::len)
    }

    fn is_sending(self) -> bool {
        self.at.get() == self.count()
    }

    fn is_shown(self, place: usize) -> bool {
        let at = self.at.get();
        at == place || (self.in_list.get() && at < self.count())
    }

    fn named(self) -> usize {
        let step = dom::query(STEP).and_then(|step| step.parse::<usize>().ok());
        let step = step.map_or(0, |step| step.saturating_sub(1));
        step.min(self.count())
    }

    fn go(self, to: usize) {
        let query = self.query.get_value();
        dom::set_query(&format!("?{query}{STEP}={}", to + 1), true);
        self.at.set(to);
        let head = self
            .items
            .with_value(|items| items.get(to).map(|item| item.id.clone()));
        dom::focus(&head.map_or_else(|| SEND.to_owned(), |id| format!("second-{id}")));
    }
}

/// The sheet.
#[component]
pub(super) fn Steps(
    sheet: Sheet,
    /// What else is in the query of the address; it ends with “&” or is empty.
    query: String,
    /// Whether someone asked for it.
    is_asked: bool,
) -> impl IntoView {
    let way = Way {
        items: StoredValue::new(sheet.items()),
        at: RwSignal::new(0),
        in_list: RwSignal::new(false),
        query: StoredValue::new(query),
    };
    way.at.set(way.named());
    dom::on_back(move || {
        // The sheet may have been redrawn since.
        if !way.at.is_disposed() {
            way.at.set(way.named());
        }
    });
    let items = way.items.get_value().into_iter().enumerate();
    let items = items
        .map(|(place, item)| {
            view! {
                <div class="second-item" hidden=move || !way.is_shown(place)>
                    <Item sheet=sheet item=item />
                    {ways_on(way, place)}
                </div>
            }
        })
        .collect_view();
    let names: Vec<String> = sheet
        .levels
        .with_untracked(|levels| levels.iter().map(|level| level.name()).collect());
    let blanks = ["About", "By", "Date"]
        .map(|label| view! { <li>{label}</li> })
        .collect_view();
    let count = move || {
        let (marked, all) = sheet.judged.with(|judged| sheet.count(judged));
        format!("{marked} of {all} marked")
    };
    let sends = Memo::new(move |_| way.is_sending());
    // Not redrawn while a line is typed.
    let signs = Memo::new(move |_| signs_of(sheet, way));
    view! {
        <div class="second-printed">
            <p>{names.join(", ")}</p>
            <ul class="sheet-blanks plain-list">{blanks}</ul>
        </div>
        <div class="no-print">
            <Keeping sheet=sheet />
            <div class="second-bar" hidden=move || sends.get()>
                {choice(way)}
                <p class="soft small" prop:textContent=count></p>
            </div>
        </div>
        <div class=move || if way.in_list.get() || sends.get() { "second-all" } else { "marking" }>
            <div>
                {items}
                <p class="actions no-print" hidden=move || sends.get() || !way.in_list.get()>
                    <button type="button" class="button button-first" on:click=move |_| way.go(way.count())>
                        {if is_asked { "Go on to the link" } else { "Go on: print or send" }}
                    </button>
                </p>
                {redrawn(move || {
                    sends.get().then(|| {
                        let back = Callback::new(move |()| way.go(way.count().saturating_sub(1)));
                        view! { <Send sheet=sheet is_asked=is_asked head=SEND back=back /> }
                    })
                })}
            </div>
            {redrawn(move || {
                (!way.in_list.get() && !sends.get()).then(|| {
                    let items = way.items.get_value().into_iter().zip(signs.get());
                    all_steps("", items, way.at.get(), move |to| way.go(to))
                })
            })}
        </div>
    }
}

/// One at a time, or all in one list.
fn choice(way: Way) -> AnyView {
    let radio = |id: &'static str, words: &'static str, in_list: bool| {
        view! {
            <label class="segment" for=id>
                <input
                    type="radio"
                    name="second-way"
                    id=id
                    autocomplete="off"
                    prop:checked=move || way.in_list.get() == in_list
                    on:change=move |_| way.in_list.set(in_list)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend class="visually-hidden">"How to go through them"</legend>
            <div class="segment-row">
                {radio("second-one", "One at a time", false)}
                {radio("second-list", "All in one list", true)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The ways on from a competency that is shown alone.
fn ways_on(way: Way, place: usize) -> AnyView {
    let is_last = place + 1 == way.count();
    view! {
        <p class="actions no-print" hidden=move || way.in_list.get()>
            <button type="button" class="button button-first" on:click=move |_| way.go(place + 1)>
                {if is_last { "Go on to the end" } else { "Next" }}
            </button>
            {(place > 0).then(|| view! {
                <button type="button" class="button" on:click=move |_| way.go(place - 1)>"Back"</button>
            })}
        </p>
    }
    .into_any()
}

/// The signs of each competency's marks.
fn signs_of(sheet: Sheet, way: Way) -> Vec<Vec<StandingSign>> {
    let (expected, judged) = (sheet.expected(), sheet.judged.get());
    let items = way.items.get_value().into_iter();
    let signs = items.map(|item| {
        let of_item = expected.iter().filter(|one| one.competency.id == item.id);
        let marks = of_item.map(|one| judged.get(&one.id));
        let names = marks.map(|mark| mark.map_or("unmarked", |(standing, _)| standing.id()));
        names.map(StandingSign::of).collect()
    });
    signs.collect()
}
