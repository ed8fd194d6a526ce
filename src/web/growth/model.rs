//! What the parts of a page of My growth share: the ladder, what is saved, and what was changed here.
//! Makes no decisions about records itself.

use leptos::prelude::*;

use crate::growth::{Aim, Date};
use crate::ladder::{Competency, Ladder, Level};
use crate::route::{GrowthPart, Route};
use crate::store::{Repository, StoreError, StoredMarks};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::growth::data::GrowthData;
use crate::web::island::changes::Changes;
use crate::web::state::{self, SaveState};

/// A page of My growth.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    /// The ladder and what is around it. It stays until the page is left.
    pub(crate) data: &'static GrowthData,
    here: StoredValue<Route>,
    /// Whether the last change is saved.
    pub(crate) kept: RwSignal<SaveState>,
    /// What was changed on this page.
    pub(crate) changes: Changes,
    /// Grows each time that saved data may have changed.
    turn: RwSignal<u32>,
}

/// The marks on a ladder, as they are saved.
pub(crate) type SavedMarks = Memo<Result<StoredMarks, StoreError>>;

impl Model {
    /// The model of a part's page. It follows what other tabs save.
    pub(crate) fn new(data: GrowthData, part: GrowthPart) -> Self {
        let data: &'static GrowthData = Box::leak(Box::new(data));
        let turn = RwSignal::new(0_u32);
        let next = move || {
            // The page may have been left by then.
            let _gone = turn.try_update(|turn| *turn = turn.wrapping_add(1));
        };
        dom::on_outside_change(move |_| next());
        state::after_migration(move |_| next());
        Self {
            data,
            here: StoredValue::new(data.at(Route::Growth(part))),
            kept: RwSignal::new(SaveState::NotYet),
            changes: Changes::new(Callback::new(move |()| next())),
            turn,
        }
    }

    /// The ladder.
    pub(crate) fn ladder(self) -> &'static Ladder {
        &self.data.ladder
    }

    /// What is saved, as `look` reads it; read again whenever it may have changed.
    pub(crate) fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Repository<LocalStore>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            self.turn.track();
            look(&repository())
        })
    }

    /// The chosen levels; none if there are none, or if this ladder does not have them.
    pub(crate) fn aim(self) -> Memo<Option<Aim>> {
        let ladder = self.ladder();
        self.read(move |kept| {
            kept.aim()
                .ok()
                .flatten()
                .filter(|aim| aim.levels(ladder).is_some())
        })
    }

    /// The marks on this ladder. A page reads them once, for all its parts.
    pub(crate) fn marks(self) -> SavedMarks {
        self.read(|kept| kept.marks())
    }

    /// Reports whether a write worked, and reads everything again.
    pub(crate) fn saved(self, written: Result<(), StoreError>) {
        self.kept.set(state::save_state(written));
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// An address from this page.
    pub(crate) fn link(self, target: &Route) -> String {
        self.here.with_value(|here| here.link(target))
    }

    /// The address of what a level expects in a competency.
    pub(crate) fn expectation(self, level: &Level, item: &Competency) -> String {
        match self.data.has_expectation_pages {
            true => self.link(&Route::Expectation(level.id.clone(), item.id.clone())),
            false => {
                let page = self.link(&Route::Level(level.id.clone()));
                format!("{page}#{}", item.id)
            }
        }
    }

    /// The address at which a competency is marked.
    pub(crate) fn marking(self, item: &Competency) -> String {
        let page = self.link(&Route::Growth(GrowthPart::Marks));
        format!("{page}?at={}", item.id)
    }
}

/// Today, where the visitor is.
pub(crate) fn today() -> Option<Date> {
    Date::parse(&dom::day_stamp(dom::now())).ok()
}
