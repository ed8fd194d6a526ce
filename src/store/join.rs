//! Two texts of one record: one of an older layout, or one that an undo brings back, beside the present
//! one. Knows records; knows no storage.

use crate::store::address::{Address, RecordKind};
use crate::store::{Attempt, Opinion, case};

/// One text that says all of two; none where no text does.
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
        // One id is one content: it was opened twice.
        RecordKind::Opinion => {
            let read = |text: &str| Opinion::decode(&name, text).ok();
            let (here_is, old_is) = (read(here)?, read(old)?);
            let received = here_is.received;
            (Opinion { received, ..old_is } == here_is).then(|| here.to_owned())
        }
        _ => None,
    }
}
