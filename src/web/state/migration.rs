//! Records that an older version of the app kept: taken in when a page starts, and when an old tab
//! writes again. Knows the shelf and the lock; knows no markup.

use std::cell::RefCell;

use crate::store::{RestoreError, StoreError, TakenIn};
use crate::web::dom;
use crate::web::dom::{LockState, shelf};

thread_local! {
    /// What was taken in and is not encrypted yet.
    static TAKEN: RefCell<Vec<TakenIn>> = const { RefCell::new(Vec::new()) };
    /// Why some of it still waits.
    static WHY: RefCell<Option<StoreError>> = const { RefCell::new(None) };
}

/// Takes in every record of an older version, and goes on doing so.
pub fn take_in_old_records() {
    dom::take_in_by(take_in);
}

fn take_in() {
    let shelf = shelf();
    if dom::lock_state() != LockState::Open {
        let waiting = shelf.take_in_old().waiting.into_iter().next();
        WHY.set(waiting.map(reason));
        return;
    }
    let mut why = None;
    for key in shelf.old_keys().unwrap_or_default() {
        match shelf.take_in(&key) {
            Ok(Some(taken)) => TAKEN.with_borrow_mut(|all| all.push(taken)),
            Ok(None) => {}
            Err(error) => why = Some(reason(error)),
        }
    }
    WHY.set(why);
    let_go();
}

/// Removes each old text whose new one stands encrypted; that makes room for the next.
fn let_go() {
    let some = TAKEN.with_borrow(|taken| !taken.is_empty());
    if !some {
        return;
    }
    dom::when_sealed(|sealed| {
        let shelf = shelf();
        let (waiting, done): (Vec<TakenIn>, Vec<TakenIn>) = TAKEN
            .take()
            .into_iter()
            .partition(|taken| taken.keys().any(dom::is_waiting));
        for taken in &done {
            // It is taken in once more at the next start.
            let _refused = shelf.let_go(taken);
        }
        TAKEN.with_borrow_mut(|taken| taken.extend(waiting));
        match sealed {
            Err(error) if done.is_empty() => {
                TAKEN.take();
                WHY.set(Some(error));
            }
            _ => let_go(),
        }
    });
}

fn reason(error: RestoreError) -> StoreError {
    match error {
        RestoreError::NothingChanged(why) | RestoreError::NotUndone { why, .. } => why,
    }
}

/// Tells why some records of an older version still wait, once that is known; nothing where none does.
pub fn while_taking_in(told: impl FnOnce(Option<StoreError>) + 'static) {
    let why = || WHY.with_borrow(Clone::clone);
    match TAKEN.with_borrow(Vec::is_empty) {
        true => told(why()),
        false => dom::when_sealed(move |_| told(why())),
    }
}
