//! Check-ins: made today, compared, listed. Connects what is saved to the parts of the page.

mod compare;
mod lines;
mod list;
mod make;

use leptos::prelude::*;

use crate::growth::{CheckIn, FrozenAim, GrowthId};
use crate::store::{CheckInEntry, Repository, StoreError};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::growth::check_ins::compare::Compare;
use crate::web::growth::check_ins::list::List;
use crate::web::growth::check_ins::make::Make;
pub(super) use crate::web::growth::check_ins::make::with_free_id;
use crate::web::growth::model::{Model, SavedMarks, today};
use crate::web::growth::typed::{Text, Typed, Wrote};
use crate::web::growth::wording::LookAgain;

/// What is saved of check-ins.
type Entries = Result<Vec<CheckInEntry>, StoreError>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct CheckIns {
    model: Model,
    entries: Memo<Entries>,
    marks: SavedMarks,
    /// Everything as it is now, as a check-in that is not saved; none if the clock says no day.
    now: Memo<Option<CheckIn>>,
    typed: Typed,
}

/// The page.
#[component]
pub(crate) fn CheckInsPart(model: Model) -> impl IntoView {
    let page = CheckIns {
        model,
        entries: model.read(|kept| kept.check_ins()),
        marks: model.marks(),
        now: model.read(move |kept| as_of_now(model, kept)),
        typed: Typed::new(model, write),
    };
    view! {
        <LookAgain model=model marks=page.marks />
        <Make page=page />
        <Compare page=page />
        <List page=page />
    }
}

impl CheckIns {
    /// The check-ins that can be read, the newest first.
    fn readable(self) -> Vec<CheckIn> {
        let entries = self.entries.get().unwrap_or_default();
        entries.into_iter().filter_map(Result::ok).collect()
    }
}

/// Everything as it is now. It has no second view, and the id is only that of the day.
pub(super) fn as_of_now(model: Model, kept: &Repository<LocalStore>) -> Option<CheckIn> {
    let ladder = model.ladder();
    let date = today()?;
    let id = CheckIn::free_id(date, &[])?;
    let levels = kept.aim().ok().flatten();
    let levels = levels.as_ref().and_then(|aim| aim.levels(ladder)).unzip();
    let marks = kept.marks().unwrap_or_default().marks;
    let mut now = CheckIn::new((id, date), ladder, levels, &marks, 0.0);
    let plan = kept.plan().unwrap_or_default().into_iter();
    let plan = plan.filter_map(Result::ok);
    now.plan = plan.map(|item| FrozenAim::from(&item)).collect();
    Some(now)
}

/// The key of the field for a note.
fn note_key(id: &GrowthId) -> String {
    format!("note-{id}")
}

/// Saves the text of a note.
fn write(typed: Text) -> Result<Wrote, StoreError> {
    let id = typed.key.strip_prefix("note-").and_then(GrowthId::parse);
    let Some(id) = id else {
        return Ok(Wrote::Gone);
    };
    let change = |one: &mut CheckIn| one.edit_note(&typed.before, &typed.text);
    let edited = repository().edit_check_in(&id, dom::now(), change)?;
    Ok(edited.map_or(Wrote::Gone, Wrote::Edited))
}
