//! What someone marks about someone else. It stays in this page, unless they ask to keep it in this
//! browser until it is sent.

use leptos::prelude::*;

use crate::growth::{Expected, GrowthId, Judged, View, said};
use crate::ladder::{Competency, Level};
use crate::text_merge::TooLong;
use crate::web::components::{ExpectationBody, Notice, Station, Tone, hue_class};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::growth::marks::evidence;
use crate::web::growth::model::Model;
use crate::web::growth::second_view::form::{Held, HeldForm};
use crate::web::growth::words;
use crate::web::island::save_line::SaveLine;
use crate::web::state::SaveState;
use crate::web::words::store_problem;

/// The id of the box that keeps a draft.
const KEEP: &str = "second-keep";

/// The marks, the note and the name.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub(super) model: Model,
    /// What a draft is saved under.
    id: StoredValue<GrowthId>,
    /// The name of the person whom it is about, where it is known.
    whom: StoredValue<Option<String>>,
    /// The levels that are marked.
    pub(super) levels: RwSignal<Vec<&'static Level>>,
    pub(super) judged: RwSignal<Judged>,
    pub(super) note: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    /// Whether a draft is saved in this browser.
    pub(super) keeps: RwSignal<bool>,
    /// When the draft that this began with was changed last.
    began: Option<f64>,
    /// Why a kept draft cannot be read.
    problem: StoredValue<Option<String>>,
    /// Whether something would be lost if the page was left.
    is_open: StoredValue<bool>,
}

impl Sheet {
    /// A sheet for some levels; with the draft that is saved under this id, if there is one.
    pub(super) fn new(
        model: Model,
        id: GrowthId,
        levels: Vec<&'static Level>,
        whom: Option<String>,
    ) -> Self {
        let (draft, problem) = match repository().view_draft(&id) {
            Ok(draft) => (draft, None),
            Err(error) => (None, Some(store_problem(&error))),
        };
        let ladder = model.ladder();
        let levels = match &draft {
            Some(draft) if levels.is_empty() => {
                let all = ladder.levels.iter();
                all.filter(|level| draft.levels.contains(&level.id))
                    .collect()
            }
            _ => levels,
        };
        // What was reworded since is marked again.
        let is_same = |id: &str, told: &[String]| {
            let now = Expected::find(ladder, id);
            now.is_some_and(|one| said(one.expectation) == told)
        };
        let marks = draft.iter().flat_map(|draft| &draft.marks);
        let marks = marks.filter(|(id, mark)| is_same(id, &mark.said));
        let judged = marks.map(|(id, mark)| (id.clone(), (mark.standing, mark.line.clone())));
        let judged: Judged = judged.collect();
        let began = draft.as_ref().map(|draft| draft.received);
        let (note, name) = draft
            .map(|draft| (draft.note, draft.from))
            .unwrap_or_default();
        let sheet = Self {
            model,
            id: StoredValue::new(id),
            whom: StoredValue::new(whom),
            levels: RwSignal::new(levels),
            judged: RwSignal::new(judged),
            note: RwSignal::new(note),
            name: RwSignal::new(name.unwrap_or_default()),
            keeps: RwSignal::new(began.is_some()),
            began,
            problem: StoredValue::new(problem),
            is_open: StoredValue::new(false),
        };
        // The removal of a draft can be undone.
        let stored = model.read(move |kept| {
            let draft = sheet.id.with_value(|id| kept.view_draft(id));
            draft.is_ok_and(|draft| draft.is_some())
        });
        Effect::new(move |_| {
            if stored.get() {
                sheet.keeps.set(true);
            }
        });
        dom::ask_before_leaving(move || sheet.is_open.try_get_value().unwrap_or_default());
        sheet
    }

    /// What the levels expect, each once.
    pub(super) fn expected(self) -> Vec<Expected<'static>> {
        Expected::of_levels(self.model.ladder(), &self.levels.get_untracked())
    }

    /// The competencies in which one of the levels expects something, in the ladder's order.
    pub(super) fn items(self) -> Vec<&'static Competency> {
        let expected = self.expected();
        let items = self.model.ladder().competencies.iter();
        let asks = |item: &&Competency| expected.iter().any(|one| one.competency.id == item.id);
        items.filter(asks).collect()
    }

    /// How many expectations are marked, and how many there are.
    pub(super) fn count(self, judged: &Judged) -> (usize, usize) {
        let expected = self.expected();
        let is_marked = |one: &&Expected| judged.contains_key(&one.id);
        (expected.iter().filter(is_marked).count(), expected.len())
    }

    /// The view as it is now.
    ///
    /// # Errors
    /// Which text is too long, and by how much.
    pub(super) fn view(self) -> Result<View, String> {
        let judged = self.judged.get_untracked();
        for one in self.expected() {
            let line = judged.get(&one.id).map_or("", |(_, line)| line.as_str());
            TooLong::check(line, View::LONGEST_LINE).map_err(|excess| {
                let (item, level) = (&one.competency.name, one.level.label());
                format!("Your line about “{item}” at {level} is {excess}. Shorten it first.")
            })?;
        }
        let (name, note) = (self.name.get_untracked(), self.note.get_untracked());
        let view = View::new(
            self.model.ladder(),
            &self.levels.get_untracked(),
            (Some(&name), &judged, &note),
            dom::now(),
        );
        view.map_err(|(field, excess)| format!("Your {field} is {excess}. Shorten it first."))
    }

    /// Called after each change: saves the draft if the visitor asked for it.
    pub(super) fn changed(self) {
        self.is_open.set_value(true);
        if self.keeps.get_untracked() {
            self.keep();
        }
    }

    /// Says that what there is was sent or saved elsewhere.
    pub(super) fn is_safe(self) {
        self.is_open.set_value(false);
    }

    fn keep(self) {
        // A text that is too long is said below its field.
        let Ok(view) = self.view() else { return };
        let written = self
            .id
            .with_value(|id| repository().save_view_draft(id, &view));
        if written.is_ok() {
            self.is_safe();
        }
        self.model.saved(written);
    }

    /// Removes the draft: it was sent.
    pub(super) fn sent(self) {
        self.set_kept(false);
        self.is_safe();
    }

    /// Keeps a draft from now on, or removes it.
    pub(super) fn set_kept(self, on: bool) {
        self.keeps.set(on);
        if on {
            return self.keep();
        }
        self.is_open
            .set_value(self.judged.with_untracked(|all| !all.is_empty()));
        let removed = self.id.with_value(|id| repository().remove_view_draft(id));
        match removed {
            Ok(Some(undo)) => self
                .model
                .changes
                .tell("Your draft was deleted from this browser.", Ok(undo)),
            Ok(None) => {}
            Err(error) => self.model.changes.fail(error),
        }
        self.model.kept.set(SaveState::NotYet);
    }
}

/// The choice to keep a draft, and what became of it.
#[component]
pub(super) fn Keeping(sheet: Sheet) -> impl IntoView {
    let began = sheet.began.map(|at| {
        view! {
            <p class="notice">{format!("This is the draft that you kept here, last changed {}.", dom::local_date(at))}</p>
        }
    });
    let problem = sheet.problem.get_value();
    view! {
        {began}
        {problem.map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })}
        {LocalStore::lasts().then(|| view! {
            <p class="no-print">
                <label class="check" for=KEEP>
                    <input
                        type="checkbox"
                        id=KEEP
                        autocomplete="off"
                        prop:checked=move || sheet.keeps.get()
                        on:change=move |event| sheet.set_kept(event_target_checked(&event))
                    />
                    <span>"Keep my draft in this browser until I have sent it"</span>
                </label>
            </p>
        })}
        <SaveLine kept=sheet.model.kept />
    }
}

/// A competency: what each level expects, and the form for it.
#[component]
pub(super) fn Item(sheet: Sheet, item: &'static Competency) -> impl IntoView {
    let head = format!("second-{}", item.id);
    let all = sheet.expected().into_iter();
    let cards = all
        .filter(|one| one.competency.id == item.id)
        .map(|one| card(sheet, one))
        .collect_view();
    view! {
        <section aria-labelledby=head.clone()>
            <h3 id=head.clone()>{item.name.clone()}</h3>
            {item.about.clone().map(|about| view! { <p class="soft no-print">{about}</p> })}
            <div class="marking-cards">{cards}</div>
        </section>
    }
}

fn card(sheet: Sheet, one: Expected<'static>) -> AnyView {
    let headline = one.expectation.headline().to_owned();
    let id = StoredValue::new(one.id.clone());
    let held: Memo<Held> =
        Memo::new(move |_| id.with_value(|id| sheet.judged.with(|all| all.get(id).cloned())));
    let on_change = Callback::new(move |now: Held| {
        sheet.judged.update(|all| match now {
            Some(now) => drop(all.insert(id.get_value(), now)),
            None => drop(all.remove(&id.get_value())),
        });
        sheet.changed();
    });
    let asks = match sheet.whom.get_value() {
        Some(name) => format!("How often does {name} do this?"),
        None => "How often do they do this?".to_owned(),
    };
    let legend = view! { {asks} " " <span class="visually-hidden">{headline.clone()}</span> };
    let legend = legend.into_any();
    // On paper the form is replaced by what it says.
    let printed = move || match held.get() {
        None => "Not marked".to_owned(),
        Some((standing, line)) => {
            let line = if line.is_empty() {
                line
            } else {
                format!(": {line}")
            };
            format!("{}{line}", words::standing(standing))
        }
    };
    view! {
        <div class=format!("marking-card rail {}", hue_class(one.level.hue))>
            <p><Station level=one.level /> " " <strong class="marking-headline">{headline.clone()}</strong></p>
            <details class="marking-means no-print">
                <summary>"What it means"</summary>
                <ExpectationBody cell=one.expectation.clone() />
                {evidence(one.competency, one.level)}
            </details>
            <HeldForm
                name=format!("second-{}", one.id.replace('.', "-"))
                legend=legend
                held=held
                on_change=on_change
                most=View::LONGEST_LINE
            />
            <p class="second-printed" prop:textContent=printed></p>
        </div>
    }
    .into_any()
}
