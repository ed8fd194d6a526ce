//! What a visitor chose for every page: the title scheme, the rung they are on, a reminder.
//! Knows the record's format; knows nothing of which schemes exist.

use serde::{Deserialize, Serialize};

use super::{StoreError, record};
use crate::ladder::Rung;
use crate::lines::INSTANT;

/// Choices that hold on every page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the title scheme, once one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_scheme: Option<String>,
    /// The rung the visitor said they are on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// Whether “/” opens the search; it does unless this says no (WCAG 2.2, 2.1.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slash_key: Option<bool>,
    /// From when on a visit reminds of taking the quiz again, in milliseconds since 1970; only
    /// where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind_at: Option<f64>,
}

impl Settings {
    /// The version this app writes. Version 1 had no `remindAt`, and an app that knows no more
    /// would drop it when it saves.
    pub const SCHEMA: u32 = 2;

    /// Takes over what `other` says and this does not; whether both agree in the rest.
    pub fn join(&mut self, other: Self) -> bool {
        let agree = fill(&mut self.title_scheme, other.title_scheme)
            & fill(&mut self.rung, other.rung)
            & fill(&mut self.slash_key, other.slash_key);
        fill(&mut self.remind_at, other.remind_at) & agree
    }

    /// Reads a record's text, of this version or an older one.
    pub(super) fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let mut settings: Self = record::decode(key, text, Self::SCHEMA)?;
        settings.schema = Self::SCHEMA;
        Ok(settings)
    }

    /// The record's text, unless the reminder is no time.
    pub(super) fn encode(&self) -> Result<String, StoreError> {
        if !record::are_times(&[self.remind_at]) {
            return Err(StoreError::NotKept);
        }
        record::encode(self)
    }
}

/// What a tab changed of the settings within the last instant. A browser shows a tab the writes of
/// another one a moment late, so two that change different settings at once may each write over what
/// it has not seen.
#[derive(Debug, Default)]
pub struct Changes(Vec<Change>);

#[derive(Debug)]
struct Change {
    /// In milliseconds since 1970.
    at: f64,
    before: Settings,
    after: Settings,
}

impl Changes {
    /// A change was written, `now`, in milliseconds since 1970.
    pub fn note(&mut self, before: Settings, after: Settings, now: f64) {
        self.0.retain(|change| change.is_fresh(now));
        self.0.push(Change {
            at: now,
            before,
            after,
        });
    }

    /// Brings into `held` what was changed here and what another tab, which had not seen it, put back
    /// to what it was; whether there was any such thing. What the other tab chose itself stands.
    #[must_use]
    pub fn bring_back(&self, held: &mut Settings, now: f64) -> bool {
        let fresh = || self.0.iter().filter(|change| change.is_fresh(now));
        let title = back(&mut held.title_scheme, fresh(), |one| &one.title_scheme);
        let rung = back(&mut held.rung, fresh(), |one| &one.rung);
        let slash = back(&mut held.slash_key, fresh(), |one| &one.slash_key);
        let remind = back(&mut held.remind_at, fresh(), |one| &one.remind_at);
        title || rung || slash || remind
    }
}

impl Change {
    fn is_fresh(&self, now: f64) -> bool {
        (0.0..INSTANT).contains(&(now - self.at))
    }
}

/// Sets a field that holds what it held before one of the changes to what the last one left there;
/// whether it was another value.
fn back<'a, T: Clone + PartialEq>(
    held: &mut T,
    changes: impl Iterator<Item = &'a Change>,
    field: impl Fn(&Settings) -> &T,
) -> bool {
    let (mut newest, mut overwritten) = (None, false);
    for change in changes {
        let (before, after) = (field(&change.before), field(&change.after));
        if before != after {
            overwritten |= before == held;
            newest = Some(after);
        }
    }
    match newest {
        Some(newest) if overwritten && newest != held => {
            *held = newest.clone();
            true
        }
        _ => false,
    }
}

/// Fills a field that is open; whether nothing of `other` is left over.
fn fill<T: PartialEq>(field: &mut Option<T>, other: Option<T>) -> bool {
    match (&*field, other) {
        (_, None) => true,
        (None, other) => {
            *field = other;
            true
        }
        (Some(here), Some(other)) => *here == other,
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            title_scheme: None,
            rung: None,
            slash_key: None,
            remind_at: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1_800_000_000_000.0;

    fn chosen(title: Option<&str>, rung: Option<Rung>) -> Settings {
        Settings {
            title_scheme: title.map(str::to_owned),
            rung,
            ..Settings::default()
        }
    }

    fn changed(steps: &[(f64, Settings, Settings)]) -> Changes {
        let mut changes = Changes::default();
        for (at, before, after) in steps {
            changes.note(before.clone(), after.clone(), NOW + at);
        }
        changes
    }

    #[test]
    fn a_change_that_another_tab_had_not_seen_is_brought_back_beside_its_own() {
        let changes = changed(&[(0.0, chosen(None, Some(5)), chosen(None, Some(6)))]);
        let mut held = chosen(Some("google"), Some(5));
        assert!(changes.bring_back(&mut held, NOW + 20.0));
        assert_eq!(held, chosen(Some("google"), Some(6)));
        assert!(!changes.bring_back(&mut held, NOW + 40.0), "once is enough");
    }

    #[test]
    fn each_setting_is_brought_back() {
        let before = Settings::default();
        let after = Settings {
            title_scheme: Some("google".to_owned()),
            rung: Some(7),
            slash_key: Some(false),
            remind_at: Some(NOW),
            ..Settings::default()
        };
        let changes = changed(&[(0.0, before.clone(), after.clone())]);
        let mut held = before;
        assert!(changes.bring_back(&mut held, NOW + 20.0));
        assert_eq!(held, after);
    }

    #[test]
    fn what_another_tab_chose_itself_stands() {
        let changes = changed(&[(0.0, chosen(None, Some(5)), chosen(None, Some(6)))]);
        let mut held = chosen(None, Some(7));
        assert!(!changes.bring_back(&mut held, NOW + 20.0));
        assert_eq!(held.rung, Some(7));
    }

    #[test]
    fn after_an_instant_another_tab_has_seen_the_change_and_means_its_own() {
        let changes = changed(&[(0.0, chosen(None, Some(5)), chosen(None, Some(6)))]);
        let mut held = chosen(None, Some(5));
        assert!(!changes.bring_back(&mut held, NOW + INSTANT));
    }

    #[test]
    fn of_several_changes_the_last_one_is_brought_back() {
        let steps = [
            (0.0, chosen(None, Some(5)), chosen(None, Some(6))),
            (90.0, chosen(None, Some(6)), chosen(None, Some(7))),
        ];
        for seen in [5, 6] {
            let mut held = chosen(None, Some(seen));
            assert!(changed(&steps).bring_back(&mut held, NOW + 100.0));
            assert_eq!(held.rung, Some(7));
        }
    }

    #[test]
    fn only_what_was_changed_here_is_brought_back() {
        // The rung was another tab's doing, which may well take it back.
        let steps = [
            (0.0, chosen(None, Some(5)), chosen(Some("google"), Some(5))),
            (90.0, chosen(Some("google"), Some(6)), chosen(None, Some(6))),
        ];
        let mut held = chosen(None, Some(5));
        assert!(!changed(&steps).bring_back(&mut held, NOW + 100.0));
        assert_eq!(held, chosen(None, Some(5)));
    }
}
