//! The visitor's settings for every page, one key per value, so that two tabs that change different
//! settings do not conflict. Defines the keys and their values; which schemes exist is defined
//! elsewhere.

use serde::Deserialize;

use crate::ladder::Rung;
use crate::store::address::{ASK_ON_EVERY_PAGE, Address, RecordKind, SHOW_MARKS};
use crate::store::layout::Layout;
use crate::store::value::SingleValue;
use crate::store::{KeyValue, Repository, StoreError, record};

/// Settings for every page; none if nothing was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The id of the title scheme.
    pub title_scheme: Option<String>,
    /// The rung that the visitor is on, as they said.
    pub rung: Option<Rung>,
    /// Whether “/” opens the search and “n” a note; true unless set otherwise (WCAG 2.2, 2.1.4).
    pub slash_key: Option<bool>,
    /// The time from which a visit shows a reminder to retake the quiz, in milliseconds since 1970;
    /// only if the visitor requested one.
    pub remind_at: Option<f64>,
    /// Whether each page asks for the passphrase of a locked journal, so that nothing of it is stored.
    pub ask_on_every_page: Option<bool>,
    /// Whether the visitor's marks show on the pages of the ladder; false unless set otherwise, since
    /// screens are shared.
    pub show_marks: Option<bool>,
}

const TITLE_SCHEME: &str = "title-scheme";
const RUNG: &str = "rung";
const SLASH_KEY: &str = "slash-key";
const REMIND_AT: &str = "remind-at";

impl Settings {
    const KEYS: [(RecordKind, &'static str); 6] = [
        (RecordKind::Choice, TITLE_SCHEME),
        (RecordKind::Choice, RUNG),
        (RecordKind::Setting, SLASH_KEY),
        (RecordKind::Setting, REMIND_AT),
        (RecordKind::Setting, ASK_ON_EVERY_PAGE),
        (RecordKind::Setting, SHOW_MARKS),
    ];

    fn value(&self, id: &str) -> Option<SingleValue> {
        match id {
            TITLE_SCHEME => self.title_scheme.clone().map(SingleValue::Text),
            RUNG => self.rung.map(|rung| SingleValue::Number(f64::from(rung))),
            SLASH_KEY => self.slash_key.map(SingleValue::Flag),
            REMIND_AT => self.remind_at.map(SingleValue::Number),
            ASK_ON_EVERY_PAGE => self.ask_on_every_page.map(SingleValue::Flag),
            SHOW_MARKS => self.show_marks.map(SingleValue::Flag),
            _ => None,
        }
    }

    /// Sets a value; returns whether it is valid for this setting.
    fn put(&mut self, id: &str, value: SingleValue) -> bool {
        match (id, value) {
            (TITLE_SCHEME, SingleValue::Text(text)) => self.title_scheme = Some(text),
            (RUNG, SingleValue::Number(number)) => match rung(number) {
                Some(rung) => self.rung = Some(rung),
                None => return false,
            },
            (SLASH_KEY, SingleValue::Flag(flag)) => self.slash_key = Some(flag),
            (REMIND_AT, SingleValue::Number(time)) => self.remind_at = Some(time),
            (ASK_ON_EVERY_PAGE, SingleValue::Flag(flag)) => self.ask_on_every_page = Some(flag),
            (SHOW_MARKS, SingleValue::Flag(flag)) => self.show_marks = Some(flag),
            _ => return false,
        }
        true
    }

    /// Reads the value of a setting, including one that this version does not know.
    pub(super) fn decode(id: &str, key: &str, text: &str) -> Result<SingleValue, StoreError> {
        let value = SingleValue::decode(key, text)?;
        let known = Self::KEYS.iter().any(|(_, known)| *known == id);
        if known && !Self::default().put(id, value.clone()) {
            let why = format!("value: {value:?} is none that this setting can have");
            return Err(record::unreadable(key, why));
        }
        Ok(value)
    }

    /// The settings of layout 1, which were one record, as present values.
    pub(super) fn of_old(
        layout: &Layout,
        key: &str,
        text: &str,
    ) -> Result<Vec<(Address, SingleValue)>, StoreError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct OldSettings {
            title_scheme: Option<String>,
            rung: Option<Rung>,
            slash_key: Option<bool>,
            remind_at: Option<f64>,
        }
        // Early records of version 1 had no `slashKey` and no `remindAt`.
        let old: OldSettings = record::decode(key, text, 2)?;
        let settings = Self {
            title_scheme: old.title_scheme,
            rung: old.rung,
            slash_key: old.slash_key,
            remind_at: old.remind_at,
            ..Self::default()
        };
        let values = Self::KEYS.iter().filter_map(|(kind, id)| {
            let value = settings.value(id)?;
            Some((layout.old_address(*kind, id), value))
        });
        Ok(values.collect())
    }
}

/// A rung from a number; none if it has a fraction or is out of range.
fn rung(number: f64) -> Option<Rung> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rung = number as Rung;
    (f64::from(rung) - number)
        .abs()
        .lt(&f64::EPSILON)
        .then_some(rung)
}

impl<K: KeyValue> Repository<K> {
    /// The settings. A value that cannot be read counts as not set; it stays where it is, and the
    /// inventory lists it.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        let mut settings = Settings::default();
        for (kind, id) in Settings::KEYS {
            let key = self.key_of(kind, id);
            if let Some(text) = self.storage().get(&key)?
                && let Ok(value) = Settings::decode(id, &key, &text)
            {
                settings.put(id, value);
            }
        }
        // If settings of layout 1 exist, they are the later choice.
        if let Some((_, values)) = self.old_settings()? {
            let page = self.layout();
            let is_here = |address: &Address| *address == page.address(address.kind, &address.id);
            for (address, value) in values.into_iter().filter(|(address, _)| is_here(address)) {
                settings.put(&address.id, value);
            }
        }
        Ok(settings)
    }

    /// Changes the settings: writes each value that differs, and no other. Settings written by an older
    /// version are migrated first, so that the later choice holds.
    ///
    /// # Errors
    /// If storage is unavailable or full, or if a changed value cannot be read or is of a newer app:
    /// then that one stays.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), StoreError> {
        self.migrate_settings()?;
        let before = self.settings()?;
        let mut after = before.clone();
        change(&mut after);
        for (kind, id) in Settings::KEYS {
            let value = after.value(id);
            if value == before.value(id) {
                continue;
            }
            let key = self.key_of(kind, id);
            if let Some(old) = self.storage().get(&key)? {
                Settings::decode(id, &key, &old)?;
            }
            match value {
                Some(value) => self.write(&key, &value.encode()?)?,
                None => self.clear(&key)?,
            }
        }
        Ok(())
    }

    /// Replaces the stored settings with these.
    ///
    /// # Errors
    /// As for [`Repository::change_settings`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        self.change_settings(|kept| *kept = settings.clone())
    }
}
