//! Merges two texts of one record: one of an older layout, or one restored by an undo, with the present
//! one. Handles records; the storage is elsewhere.

use crate::store::address::{Address, RecordKind};
use crate::store::{Attempt, Opinion, case};

/// One text with the content of both; none if no record can hold both.
pub(super) fn joined(address: &Address, here: &str, old: &str) -> Option<String> {
    let name = address.name();
    match address.kind {
        RecordKind::Attempt => {
            let read = |text: &str| Attempt::decode(&name, text).ok();
            read(here)?.joined(read(old)?)?.encode().ok()
        }
        RecordKind::Case => {
            let read = |text: &str| case::decode(&name, text).ok();
            let mut both = read(here)?;
            both.join(read(old)?).ok()?;
            case::encode(&both).ok()
        }
        // An id stands for one content: the same answer was opened twice.
        RecordKind::Opinion => {
            let read = |text: &str| Opinion::decode(&name, text).ok();
            let (here_is, old_is) = (read(here)?, read(old)?);
            let received = here_is.received;
            (Opinion { received, ..old_is } == here_is).then(|| here.to_owned())
        }
        _ => None,
    }
}
