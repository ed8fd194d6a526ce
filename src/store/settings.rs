//! What a visitor chose for every page, a key for each value: two tabs that change different settings
//! never meet. Knows the keys and what each may hold; knows nothing of which schemes exist.

use serde::Deserialize;

use crate::ladder::Rung;
use crate::store::address::{ASK_ON_EVERY_PAGE, Address, RecordKind};
use crate::store::layout::Layout;
use crate::store::value::SingleValue;
use crate::store::{KeyValue, Repository, StoreError, record};

/// Choices that hold on every page; none where nothing was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The id of the title scheme.
    pub title_scheme: Option<String>,
    /// The rung the visitor said they are on.
    pub rung: Option<Rung>,
    /// Whether “/” opens the search; it does unless this says no (WCAG 2.2, 2.1.4).
    pub slash_key: Option<bool>,
    /// From when on a visit reminds of taking the quiz again, in milliseconds since 1970; only
    /// where that was asked for.
    pub remind_at: Option<f64>,
    /// Whether each page asks for the passphrase of a locked journal, and nothing is kept of it.
    pub ask_on_every_page: Option<bool>,
}

const TITLE_SCHEME: &str = "title-scheme";
const RUNG: &str = "rung";
const SLASH_KEY: &str = "slash-key";
const REMIND_AT: &str = "remind-at";

impl Settings {
    const KEYS: [(RecordKind, &'static str); 5] = [
        (RecordKind::Choice, TITLE_SCHEME),
        (RecordKind::Choice, RUNG),
        (RecordKind::Setting, SLASH_KEY),
        (RecordKind::Setting, REMIND_AT),
        (RecordKind::Setting, ASK_ON_EVERY_PAGE),
    ];

    fn value(&self, id: &str) -> Option<SingleValue> {
        match id {
            TITLE_SCHEME => self.title_scheme.clone().map(SingleValue::Text),
            RUNG => self.rung.map(|rung| SingleValue::Number(f64::from(rung))),
            SLASH_KEY => self.slash_key.map(SingleValue::Flag),
            REMIND_AT => self.remind_at.map(SingleValue::Number),
            ASK_ON_EVERY_PAGE => self.ask_on_every_page.map(SingleValue::Flag),
            _ => None,
        }
    }

    /// Takes a value over; whether it is one that this setting can have.
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
            _ => return false,
        }
        true
    }

    /// Reads the value of a setting, also of one that this version does not know.
    pub(super) fn decode(id: &str, key: &str, text: &str) -> Result<SingleValue, StoreError> {
        let value = SingleValue::decode(key, text)?;
        let known = Self::KEYS.iter().any(|(_, known)| *known == id);
        if known && !Self::default().put(id, value.clone()) {
            let why = format!("value: {value:?} is none that this setting can have");
            return Err(record::unreadable(key, why));
        }
        Ok(value)
    }

    /// The settings of layout 1, which were one record, as the values that they are now.
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
        // Version 1 of that record had no `slashKey` at first, and no `remindAt`.
        let old: OldSettings = record::decode(key, text, 2)?;
        let settings = Self {
            title_scheme: old.title_scheme,
            rung: old.rung,
            slash_key: old.slash_key,
            remind_at: old.remind_at,
            ask_on_every_page: None,
        };
        let values = Self::KEYS.iter().filter_map(|(kind, id)| {
            let value = settings.value(id)?;
            Some((layout.address(*kind, id), value))
        });
        Ok(values.collect())
    }
}

/// A rung from a number; none where it has a fraction or is out of range.
fn rung(number: f64) -> Option<Rung> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rung = number as Rung;
    (f64::from(rung) - number)
        .abs()
        .lt(&f64::EPSILON)
        .then_some(rung)
}

impl<K: KeyValue> Repository<K> {
    /// The settings. A value that cannot be read counts as none; it stays where it is, and the
    /// inventory lists it.
    ///
    /// # Errors
    /// When the storage refuses.
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
        // Those of layout 1 are the later choice, if they are there.
        if let Some((_, values)) = self.old_settings()? {
            for (address, value) in values {
                settings.put(&address.id, value);
            }
        }
        Ok(settings)
    }

    /// Changes the settings: writes each value that differs afterwards, and no other. What an older
    /// version still wrote is taken in first, so that the later choice holds.
    ///
    /// # Errors
    /// When the storage refuses or is full, or where a value that was changed cannot be read or is of
    /// a newer app: then that one stays.
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

    /// Keeps these settings instead of those that are kept.
    ///
    /// # Errors
    /// As for [`Repository::change_settings`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        self.change_settings(|kept| *kept = settings.clone())
    }
}
