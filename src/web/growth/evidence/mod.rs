//! The journal of evidence: a line for what was done, the entries below it, where they are missing, and
//! files. Keeps what the page shows; what is saved is the repository's.

mod boxes;
mod editing;
mod exporting;
mod filtering;
mod form;
mod importing;
mod line;
mod list;
mod missing;
mod notes;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::growth::{Entry, Filter, GrowthId, Journal};
use crate::store::{EvidenceEntry, StoreError};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::evidence::exporting::Exporting;
use crate::web::growth::evidence::filtering::Filtering;
use crate::web::growth::evidence::form::EntryForm;
use crate::web::growth::evidence::importing::Importing;
use crate::web::growth::evidence::line::{AddLine, NewEntry};
use crate::web::growth::evidence::list::EntryList;
use crate::web::growth::evidence::missing::Missing;
use crate::web::growth::evidence::notes::NotesOfCase;
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;
use crate::web::words::store_problem;

/// How many entries are shown at first, and how many more at each press.
const AT_ONCE: usize = 25;
/// The parameter of the address that names the competency to filter by.
const COMPETENCY: &str = "competency";
/// The id of the heading of the list.
const HEAD: &str = "entries-head";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Evidence {
    model: Model,
    entries: Memo<Result<Vec<EvidenceEntry>, StoreError>>,
    /// Those that can be read.
    journal: Memo<Journal>,
    filter: RwSignal<Filter>,
    /// What the filter shows.
    found: Memo<Vec<Entry>>,
    /// The maximum number of entries on the page.
    most: RwSignal<usize>,
    /// The entries that are being edited.
    open: RwSignal<BTreeSet<GrowthId>>,
    /// Their forms.
    forms: StoredValue<BTreeMap<GrowthId, EntryForm>>,
    /// The line for a new entry.
    new: NewEntry,
}

impl Evidence {
    fn of(model: Model) -> Self {
        let entries = model.read(|kept| kept.evidence());
        let readable = move || {
            let known = entries.get().unwrap_or_default().into_iter();
            Journal::new(known.filter_map(Result::ok).collect())
        };
        // It is read again only if the entries differ.
        let journal = Memo::new_with_compare(move |_| readable(), |_, _| true);
        let filter = RwSignal::new(Filter {
            competency: named(model, COMPETENCY),
            ..Filter::default()
        });
        let found = Memo::new(move |_| {
            journal.with(|journal| filter.with(|filter| cloned(journal.shown(filter))))
        });
        Self {
            model,
            entries,
            journal,
            filter,
            found,
            most: RwSignal::new(AT_ONCE),
            open: RwSignal::new(BTreeSet::new()),
            forms: StoredValue::new(BTreeMap::new()),
            new: NewEntry::blank(model),
        }
    }

    /// How many entries there are, with those that cannot be read.
    fn count(self) -> usize {
        self.entries
            .with_untracked(|entries| entries.as_ref().map_or(0, Vec::len))
    }

    /// Changes the filter, and shows the first of what it finds.
    fn choose(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
        self.most.set(AT_ONCE);
        let competency = self
            .filter
            .with_untracked(|filter| filter.competency.clone());
        dom::set_parameter(COMPETENCY, &competency.unwrap_or_default());
    }

    /// Closes the form of an entry.
    fn close(self, id: &GrowthId) {
        self.forms.update_value(|forms| {
            forms.remove(id);
        });
        self.open.update(|open| {
            open.remove(id);
        });
    }

    /// Removes an entry. Notes of the case that became one are not offered again.
    fn remove(self, id: &GrowthId) {
        match repository().remove_entry(id) {
            Ok(Some(undo)) => {
                notes::settle(id);
                self.close(id);
                self.model.changes.tell("The entry was deleted.", Ok(undo));
            }
            Ok(None) => self.close(id),
            Err(error) => self.model.changes.fail(error),
        }
    }
}

fn cloned(entries: Vec<&Entry>) -> Vec<Entry> {
    entries.into_iter().cloned().collect()
}

/// The competency that a parameter of the address names, if the ladder has it.
fn named(model: Model, parameter: &str) -> Option<String> {
    let id = dom::query(parameter)?;
    let mut all = model.ladder().competencies.iter();
    all.any(|item| item.id == id).then_some(id)
}

/// The page.
#[component]
pub(crate) fn EvidencePart(model: Model) -> impl IntoView {
    let page = Evidence::of(model);
    dom::on_back(move || {
        let competency = named(model, COMPETENCY);
        page.filter.update(|filter| {
            filter.untagged = false;
            filter.competency = competency;
        });
    });
    // Leaving the page in the middle of a word loses nothing.
    dom::on_hide(move || {
        page.forms.with_value(|forms| {
            for form in forms.values() {
                form.write_all();
            }
        });
    });
    let problem = Memo::new(move |_| {
        let entries = page.entries.get();
        entries.err().map(|error| store_problem(&error))
    });
    // An entry that another tab deletes while it is edited here stays in sight, and so does what is said
    // of one that cannot be read.
    let is_empty = Memo::new(move |_| {
        let is_edited = !page.open.with(BTreeSet::is_empty);
        let all = page.entries.get().unwrap_or_default();
        !is_edited && all.is_empty()
    });
    view! {
        <AddLine page=page />
        {redrawn(move || problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
        <NotesOfCase page=page />
        {redrawn(move || is_empty.get().then(empty))}
        <div class="evidence" hidden=move || is_empty.get()>
            <Missing page=page />
            <section class="evidence-main" aria-labelledby=HEAD>
                <h2 id=HEAD>"Your entries"</h2>
                <Filtering page=page />
                <EntryList page=page />
            </section>
        </div>
        <Importing page=page />
        <Exporting page=page />
    }
}

/// Before there is an entry.
fn empty() -> AnyView {
    view! {
        <section class="evidence-empty" aria-labelledby="empty-head">
            <h2 id="empty-head">"Why write it down?"</h2>
            <p>
                "Before a review, few people remember what they did in spring; a line a week does it for you, and it is easier to believe than an adjective."
            </p>
            <p class="soft">"Two good lines, made up:"</p>
            <ul class="evidence-examples">
                <li>"Wrote the runbook for payment outages. The next one took 12 minutes; the one before took two hours."</li>
                <li>"Showed two teams that they were building the same importer. They now share one, and got about six weeks back."</li>
            </ul>
        </section>
    }
    .into_any()
}
