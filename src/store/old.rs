//! Maps the names of layout 1 to present records. Handles names and settings; writes nothing.

use std::collections::BTreeMap;

use crate::store::Settings;
use crate::store::address::{Address, NameFault, RecordKind};
use crate::store::layout::Layout;

/// The record that held every setting.
pub(super) const SETTINGS: &str = "settings/visitor";

/// The present address of a record of layout 1. Two of these records held several values; they get an
/// address with their old name: see [`is_several`].
pub(super) fn address(layout: &Layout, name: &str) -> Result<Address, NameFault> {
    match name {
        SETTINGS => return Ok(layout.address(RecordKind::Settings, "visitor")),
        "backup/last" => return Ok(layout.address(RecordKind::Backup, "last")),
        _ => {}
    }
    let (aside, bare) = match name.strip_prefix("aside/") {
        Some(bare) => ("aside/", bare),
        None => ("", name),
    };
    let (kind, rest) = bare.split_once('/').ok_or(NameFault::RecordKind)?;
    match kind {
        "attempt" | "opinion" | "settings" | "backup" => Address::parse(name),
        "journal" => {
            let rest = rest.strip_prefix("case").ok_or(NameFault::Id)?;
            let case = layout.old_address(RecordKind::Case, "case").name();
            Address::parse(&format!("{aside}{case}{rest}"))
        }
        _ => Err(NameFault::RecordKind),
    }
}

/// Whether a record of layout 1 held several values that now have their own keys.
pub(super) fn is_several(address: &Address) -> bool {
    let several = match address.kind {
        RecordKind::Settings => true,
        RecordKind::Backup => address.id == "last",
        _ => false,
    };
    several && address.quarantined.is_none()
}

/// Adds a record of layout 1 to the records of a backup, under its present names. It goes under
/// `aside/…` if another text is already there, or if it held several values and cannot be read.
pub(super) fn add(
    layout: &Layout,
    records: &mut BTreeMap<Address, String>,
    name: &str,
    text: String,
) -> Result<(), NameFault> {
    let address = address(layout, name)?;
    if !address.is_backed_up() {
        return Err(NameFault::RecordKind);
    }
    if is_several(&address)
        && let Ok(values) = Settings::of_old(layout, name, &text)
    {
        for (address, value) in values {
            if let Ok(text) = value.encode() {
                records.entry(address).or_insert(text);
            }
        }
        return Ok(());
    }
    let stands = |at: &Address| records.get(at).is_some_and(|there| *there != text);
    let own = (!is_several(&address)).then(|| address.clone());
    let place = own
        .into_iter()
        .chain(address.quarantine_slots())
        .find(|at| !stands(at));
    records.insert(place.ok_or(NameFault::Id)?, text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_first_layout_is_a_record_now() {
        let layout = Layout::new("here", "tl").unwrap_or_else(Layout::of_nothing);
        let now = |name: &str| address(&layout, name).map(|address| address.name());
        for (old, new) in [
            ("attempt/19aa-1", "attempt/19aa-1"),
            ("opinion/0123456789abcdef", "opinion/0123456789abcdef"),
            ("journal/case", "case/tl/case"),
            ("settings/visitor", "settings/visitor"),
            ("backup/last", "backup/last"),
            ("aside/attempt/a1", "aside/attempt/a1"),
            ("aside/attempt/a1/2", "aside/attempt/a1/2"),
            ("aside/journal/case", "aside/case/tl/case"),
            ("aside/journal/case/9", "aside/case/tl/case/9"),
            ("aside/settings/visitor", "aside/settings/visitor"),
            ("aside/backup/last/2", "aside/backup/last/2"),
        ] {
            assert_eq!(now(old), Ok(new.to_owned()));
        }
        for unknown in [
            "plan/a1",
            "attempt/A",
            "attempt/a1/2",
            "journal/cases",
            "journal/other",
            "settings/other",
            "mark/tl/x",
            "aside/aside/attempt/a1",
            "probe",
            "",
        ] {
            assert!(now(unknown).is_err(), "{unknown}");
        }
    }
}
