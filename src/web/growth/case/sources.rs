//! What the page makes its case from: the chosen level, what is saved, and which second view is shown.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::growth::{
    AgreedMark, CaseChoice, CaseSources, Entry, Expected, LevelCase, Marks, View, agreed_so_far,
};
use crate::ladder::Level;
use crate::store::StoreError;
use crate::web::dom;
use crate::web::growth::model::{Model, today};

/// The level in the address.
const LEVEL: &str = "level";

/// The sources of the case on this page.
#[derive(Clone, Copy)]
pub(super) struct Sources {
    /// The page.
    pub(super) model: Model,
    /// The level of the case.
    pub(super) level: Memo<Option<&'static Level>>,
    chosen: RwSignal<Option<String>>,
    /// What is saved of all levels.
    kept: Memo<Result<Kept, StoreError>>,
    choice: Memo<Result<CaseChoice, StoreError>>,
    /// The id of the second view; empty for none: what someone else wrote goes in only if it is chosen.
    view: RwSignal<String>,
    /// Draws the preview anew: what was pressed there was not saved.
    pub(super) again: RwSignal<()>,
}

/// What is saved, as far as it can be read.
#[derive(Clone, Default, PartialEq)]
struct Kept {
    marks: Marks,
    entries: Vec<Entry>,
    views: Vec<View>,
    agreed: BTreeMap<String, AgreedMark>,
    /// How many of these records cannot be read.
    unread: usize,
}

impl Sources {
    pub(super) fn new(model: Model) -> Self {
        let ladder = model.ladder();
        let known = |id: &str| ladder.levels.iter().find(|level| level.id == id);
        let named = move || dom::query(LEVEL).filter(|id| known(id).is_some());
        let aim = model.aim();
        let target = aim.get_untracked().map(|aim| aim.target);
        let chosen = RwSignal::new(named().or(target));
        // From then on the level stays, whatever another tab looks at: someone may be writing about it.
        Effect::new(move |_| {
            if let Some(aim) = aim.get()
                && chosen.with_untracked(Option::is_none)
            {
                chosen.set(Some(aim.target));
            }
        });
        dom::on_back(move || {
            // The page may have been left by then.
            let _gone = named().map(|id| chosen.try_set(Some(id)));
        });
        let level = Memo::new(move |_| chosen.with(|id| id.as_deref().and_then(known)));
        let kept = model.read(move |kept| {
            let marks = kept.marks()?;
            let mut unread = marks.unreadable.len();
            let (entries, bad): (Vec<_>, Vec<_>) =
                kept.evidence()?.into_iter().partition(Result::is_ok);
            unread += bad.len();
            let (views, bad): (Vec<_>, Vec<_>) = kept.views()?.into_iter().partition(Result::is_ok);
            unread += bad.len();
            let (check_ins, bad): (Vec<_>, Vec<_>) =
                kept.check_ins()?.into_iter().partition(Result::is_ok);
            unread += bad.len();
            let check_ins: Vec<_> = check_ins.into_iter().flatten().collect();
            Ok(Kept {
                agreed: agreed_so_far(ladder, &check_ins),
                marks: marks.marks,
                entries: entries.into_iter().flatten().collect(),
                views: views.into_iter().flatten().collect(),
                unread,
            })
        });
        let choice = model.read(move |kept| {
            let choice = level.get().map(|level| kept.case_choice(&level.id));
            Ok(choice.transpose()?.flatten().unwrap_or_default())
        });
        Self {
            model,
            level,
            chosen,
            kept,
            choice,
            view: RwSignal::new(String::new()),
            again: RwSignal::new(()),
        }
    }

    /// Chooses the level, and keeps it in the address.
    pub(super) fn choose(self, id: String) {
        dom::set_parameter(LEVEL, &id);
        self.chosen.set(Some(id));
    }

    /// What is wrong with the storage, if something is.
    pub(super) fn problem(self) -> Option<StoreError> {
        let error = self.kept.with(|kept| kept.as_ref().err().cloned());
        error.or_else(|| self.choice.with(|choice| choice.as_ref().err().cloned()))
    }

    /// How many records cannot be read.
    pub(super) fn unread(self) -> usize {
        self.kept
            .with(|kept| kept.as_ref().map_or(0, |kept| kept.unread))
    }

    /// Whether an entry is left out of the evidence for a competency.
    pub(super) fn leaves_out(self, competency: &str, entry: &Entry) -> bool {
        self.choice.with(|choice| {
            let choice = choice.as_ref();
            choice.is_ok_and(|choice| choice.leaves_out(competency, &entry.id))
        })
    }

    /// The second views that are about the level: id, name if there is one, and when it was received.
    /// The newest comes first.
    pub(super) fn views(self) -> Vec<(String, Option<String>, f64)> {
        let told = |view: &View| {
            (
                view.id.as_str().to_owned(),
                view.from.clone(),
                view.received,
            )
        };
        self.kept.with(|kept| {
            let level = self.level.get();
            let kept = kept.as_ref().ok();
            let views = kept
                .zip(level)
                .map(|(kept, level)| self.about(kept, level).map(told).collect::<Vec<_>>());
            views.unwrap_or_default()
        })
    }

    /// Shows a second view by its id; none if the text is empty.
    pub(super) fn show_view(self, id: String) {
        self.view.set(id);
    }

    /// Whether a second view is shown; none if the id is empty.
    pub(super) fn shows_view(self, id: &str) -> bool {
        self.view.with(|shown| shown == id)
    }

    fn about<'a>(self, kept: &'a Kept, level: &'static Level) -> impl Iterator<Item = &'a View> {
        let expected = Expected::of_levels(self.model.ladder(), &[level]);
        let views = kept.views.iter();
        views.filter(move |view| expected.iter().any(|one| view.marks.contains_key(&one.id)))
    }

    /// Looks at the case as it is now; none without a level, or if the records cannot be read.
    pub(super) fn case<T>(self, look: impl FnOnce(&LevelCase<'_>) -> T) -> Option<T> {
        let level = self.level.get()?;
        let shown = self.view.get();
        self.kept.with(|kept| {
            let kept = kept.as_ref().ok()?;
            let mut views = self.about(kept, level);
            let second = views.find(|view| view.id.as_str() == shown);
            self.choice.with(|choice| {
                let none = CaseChoice::new();
                let from = CaseSources {
                    marks: &kept.marks,
                    entries: &kept.entries,
                    second,
                    agreed: &kept.agreed,
                    choice: choice.as_ref().unwrap_or(&none),
                };
                Some(look(&LevelCase::new(
                    self.model.ladder(),
                    level,
                    from,
                    today()?,
                )))
            })
        })
    }
}
