//! What the two agreed on after their talk: a third column, saved in a check-in of the day of the talk
//! that freezes this view. There is none before the first entry. What earlier talks agreed on stays in
//! sight.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::growth::{AgreedMark, CheckIn, FrozenView, Judgement, Mark, View, agreed_so_far};
use crate::store::{KeyValue, Repository, StoreError};
use crate::text_merge::TooLong;
use crate::web::dom::{self, repository};
use crate::web::growth::check_ins::{as_of_now, with_free_id};
use crate::web::growth::model::{Model, today};
use crate::web::growth::second_view::form::Held;

/// What was agreed on, by the ids of marks.
pub(super) type Agreed = BTreeMap<String, Judgement>;

/// The third column of a view.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub(super) model: Model,
    view: StoredValue<View>,
    /// The check-in of today, once there is one.
    pub(super) check_in: Memo<Option<CheckIn>>,
    /// What was agreed on last for each expectation, today or in an earlier talk.
    pub(super) so_far: Memo<BTreeMap<String, AgreedMark>>,
    /// Whether the column shows.
    pub(super) is_open: RwSignal<bool>,
}

impl Talk {
    pub(super) fn new(model: Model, view: View) -> Self {
        let frozen = FrozenView::from(&view);
        let check_in = model.read(move |kept| check_in(kept, &frozen));
        let so_far = model.read(move |kept| {
            let all = kept.check_ins().unwrap_or_default().into_iter();
            agreed_so_far(model.ladder(), &all.flatten().collect::<Vec<_>>())
        });
        let any = so_far.with_untracked(|all| !all.is_empty());
        Self {
            model,
            view: StoredValue::new(view),
            check_in,
            so_far,
            is_open: RwSignal::new(any),
        }
    }

    /// What an earlier talk agreed on for an expectation.
    pub(super) fn before(self, id: &str) -> Option<AgreedMark> {
        let found = self.so_far.with(|all| all.get(id).cloned());
        found.filter(|one| Some(one.date) != today())
    }

    /// What was agreed on today for an expectation.
    pub(super) fn on(self, id: String) -> Memo<Held> {
        Memo::new(move |_| {
            self.check_in.with(|found| {
                let one = found.as_ref()?.agreed.get(&id)?;
                Some((one.standing, one.why.clone()))
            })
        })
    }

    /// Changes what was agreed on, on top of what is saved by then.
    pub(super) fn change(self, change: impl FnOnce(&mut Agreed)) {
        let written = self.write(change);
        self.model.saved(written);
    }

    /// Sets or removes what was agreed on for an expectation. A reason that is too long is said below its
    /// field, and not saved.
    pub(super) fn set(self, id: &str, now: Held) {
        let is_long = |why: &String| TooLong::check(why, Mark::LONGEST_WHY).is_err();
        if now.as_ref().is_some_and(|(_, why)| is_long(why)) {
            return;
        }
        self.change(|agreed| match now {
            Some((standing, why)) => {
                drop(agreed.insert(id.to_owned(), Judgement { standing, why }))
            }
            None => drop(agreed.remove(id)),
        });
    }

    fn write(self, change: impl FnOnce(&mut Agreed)) -> Result<(), StoreError> {
        let kept = repository();
        let view = FrozenView::from(&self.view.get_value());
        let found = check_in(&kept, &view).map(|one| one.id);
        if let Some(id) = found {
            let edited = kept.edit_check_in(&id, dom::now(), |one| change(&mut one.agreed))?;
            return edited.ok_or(StoreError::NotKept);
        }
        let now = as_of_now(self.model, &kept);
        let now = now.and_then(|now| with_free_id(kept.check_ins().ok()?, now));
        let mut now = now.ok_or(StoreError::NotKept)?;
        change(&mut now.agreed);
        kept.save_check_in(&CheckIn {
            second: Some(view),
            changed: dom::now(),
            ..now
        })
    }
}

/// The newest check-in of today that freezes this view.
fn check_in<K: KeyValue>(kept: &Repository<K>, view: &FrozenView) -> Option<CheckIn> {
    let today = today();
    let mut all = kept.check_ins().unwrap_or_default().into_iter().flatten();
    all.find(|one| Some(one.date) == today && one.second.as_ref() == Some(view))
}
