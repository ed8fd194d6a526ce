//! Records of an older version of the app: migrated when a page starts, and when an old tab writes
//! again. Handles the repository and the lock, not markup.

use std::cell::RefCell;

use crate::store::{MovedRecord, StoreError, TransactionError};
use crate::web::dom::{self, LockState, repository};

thread_local! {
    /// Records that are migrated but not encrypted yet.
    static TAKEN: RefCell<Vec<MovedRecord>> = const { RefCell::new(Vec::new()) };
    /// Why some records are not migrated yet.
    static WHY: RefCell<Option<StoreError>> = const { RefCell::new(None) };
}

/// Migrates every record of an older version, now and whenever an old tab writes again.
pub fn migrate_old_records() {
    dom::on_old_write(take_in);
}

fn take_in() {
    let repository = repository();
    if dom::lock_state() != LockState::Open {
        let waiting = repository.migrate().waiting.into_iter().next();
        WHY.set(waiting.map(reason));
        return;
    }
    let mut why = None;
    for key in repository.old_keys().unwrap_or_default() {
        match repository.migrate_record(&key) {
            Ok(Some(taken)) => TAKEN.with_borrow_mut(|all| all.push(taken)),
            Ok(None) => {}
            Err(error) => why = Some(reason(error)),
        }
    }
    WHY.set(why);
    remove_old();
}

/// Removes each old text whose new one is encrypted; that makes room for the next.
fn remove_old() {
    if !is_migrating() {
        return;
    }
    dom::when_sealed(|sealed| {
        let repository = repository();
        let (waiting, done): (Vec<MovedRecord>, Vec<MovedRecord>) = TAKEN
            .take()
            .into_iter()
            .partition(|taken| taken.keys().any(dom::is_waiting));
        for taken in &done {
            // If it fails, the record is migrated again at the next start.
            let _refused = repository.remove_old(taken);
        }
        TAKEN.with_borrow_mut(|taken| taken.extend(waiting));
        match sealed {
            Err(error) if done.is_empty() => {
                TAKEN.take();
                WHY.set(Some(error));
            }
            _ => remove_old(),
        }
    });
}

fn reason(error: TransactionError) -> StoreError {
    match error {
        TransactionError::NothingChanged(why) | TransactionError::NotUndone { why, .. } => why,
    }
}

/// Reports why some records are not migrated yet, once that is known; none if all are migrated.
pub fn after_migration(told: impl FnOnce(Option<StoreError>) + 'static) {
    let why = || WHY.with_borrow(Clone::clone);
    match is_migrating() {
        false => told(why()),
        true => dom::when_sealed(move |_| told(why())),
    }
}

/// Whether some records are still being migrated.
pub fn is_migrating() -> bool {
    TAKEN.with_borrow(|taken| !taken.is_empty())
}
