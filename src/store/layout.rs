//! The layout of the keys. Every key begins with the layout's version and the site's id, so that two
//! copies of the app on one origin never touch each other's records. Handles keys and names, not the
//! text under them.

use std::rc::Rc;

use crate::store::address::{Address, RecordKind, is_id, plain_number};

/// The prefix of every key of this app, of any version. Other apps may share the origin.
const ROOT: &str = "ladder-explorer/";
/// The layout that this version writes.
const VERSION: u32 = 2;
/// The previous layout, which had no site and no ladder in its keys.
const OLD: u32 = 1;

/// The keys of one copy of the app, on the page of one ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    site: Rc<str>,
    ladder: Rc<str>,
    /// The site's first ladder. Records of layout 1, which knew no ladder, belong to it.
    first: Rc<str>,
}

/// What a key can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A record of this layout and this site.
    Known(Address),
    /// A record of layout 1, with its name in that layout.
    Old(String),
    /// A record of this site in the layout of a newer version.
    Newer(u32),
    /// Under this app's prefix, but with a kind or an id that this version does not write.
    Unknown,
    /// A key of another app, of another copy of this one, or of the lock.
    Foreign,
}

impl Layout {
    /// The keys of a site, on a page of a ladder. None if one of the two ids is invalid: an id is 1 to
    /// 40 of a–z, 0–9 and “-”.
    pub fn new(site: &str, ladder: &str) -> Option<Self> {
        (is_id(site) && is_id(ladder)).then(|| Self {
            site: site.into(),
            ladder: ladder.into(),
            first: ladder.into(),
        })
    }

    /// The same on a site whose first ladder is another one.
    pub fn on_site_of(self, first: &str) -> Self {
        Self {
            first: first.into(),
            ..self
        }
    }

    /// The layout for a place that keeps nothing: while pages are rendered, and on a page that lost
    /// the ids it was served with.
    pub fn of_nothing() -> Self {
        Self {
            site: "nothing".into(),
            ladder: "nothing".into(),
            first: "nothing".into(),
        }
    }

    /// The key that is written to test whether saving works.
    pub fn probe(&self) -> String {
        format!("{}probe", self.prefix())
    }

    /// The key of the lock.
    pub fn lock(&self) -> String {
        self.key(&self.address(RecordKind::Lock, "lock"))
    }

    /// Whether a key is one of this copy's records, including those of layout 1.
    pub fn is_ours(&self, key: &str) -> bool {
        self.read(key) != Key::Foreign
    }

    /// Whether a key is of layout 1.
    pub fn is_old(&self, key: &str) -> bool {
        matches!(self.read(key), Key::Old(_))
    }

    /// Whether the record under a key is encrypted when the journal is locked, as defined in
    /// `web/lock/`.
    pub fn is_personal(&self, key: &str) -> bool {
        match self.read(key) {
            Key::Known(address) => !matches!(
                address.kind,
                RecordKind::Setting
                    | RecordKind::Choice
                    | RecordKind::Backup
                    | RecordKind::Notice
                    | RecordKind::Lock
            ),
            Key::Old(_) | Key::Newer(_) | Key::Unknown => true,
            Key::Foreign => false,
        }
    }

    /// The kind of record under a key, of this layout.
    pub fn kind(&self, key: &str) -> Option<RecordKind> {
        match self.read(key) {
            Key::Known(address) => Some(address.kind),
            _ => None,
        }
    }

    /// The id of this page's ladder.
    pub(super) fn ladder(&self) -> &str {
        &self.ladder
    }

    fn prefix(&self) -> String {
        format!("{ROOT}v{VERSION}/{}/", self.site)
    }

    /// The address of a record of a kind with an id; for this page's ladder, if the kind belongs to
    /// one.
    pub(super) fn address(&self, kind: RecordKind, id: &str) -> Address {
        Address::new(kind, &self.ladder, id)
    }

    /// The record of a kind with an id, of layout 1; of the site's first ladder, where the kind belongs
    /// to one.
    pub(super) fn old_address(&self, kind: RecordKind, id: &str) -> Address {
        Address::new(kind, &self.first, id)
    }

    /// The ladder of a record, if it belongs to one that is not the site's first.
    pub(super) fn other_ladder(&self, address: &Address) -> Option<String> {
        let is_other = !address.ladder.is_empty() && *address.ladder != *self.first;
        is_other.then(|| address.ladder.clone())
    }

    /// The whole key of a record.
    pub(super) fn key(&self, address: &Address) -> String {
        format!("{}{}", self.prefix(), address.name())
    }

    /// The whole key that a record had in layout 1.
    pub(super) fn old_key(name: &str) -> String {
        format!("{ROOT}v{OLD}/{name}")
    }

    /// Parses a key.
    pub(super) fn read(&self, key: &str) -> Key {
        let Some(rest) = key.strip_prefix(ROOT) else {
            return Key::Foreign;
        };
        let Some((version, rest)) = rest.split_once('/') else {
            return Key::Unknown;
        };
        let name = rest.strip_prefix(&*self.site);
        let name = name.and_then(|name| name.strip_prefix('/'));
        match (version.strip_prefix('v').and_then(plain_number), name) {
            // Both belong to the lock, which migrates them itself.
            (Some(OLD), _) if rest.starts_with("lock/") => Key::Foreign,
            (Some(OLD), _) => Key::Old(rest.to_owned()),
            (Some(VERSION), Some(name)) => Address::parse(name).map_or(Key::Unknown, Key::Known),
            (Some(newer), Some(_)) if newer > VERSION => Key::Newer(newer),
            (Some(newer), None) if newer >= VERSION => Key::Foreign,
            _ => Key::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written_and_another_copy_is_foreign() {
        let here = Layout::new("here", "some-ladder").unwrap_or_else(Layout::of_nothing);
        let there = Layout::new("here-2", "some-ladder").unwrap_or_else(Layout::of_nothing);
        let address = here.address(RecordKind::Choice, "rung");
        let key = here.key(&address);
        assert_eq!(key, "ladder-explorer/v2/here/choice/some-ladder/rung");
        assert_eq!(here.read(&key), Key::Known(address));
        assert_eq!(there.read(&key), Key::Foreign);
        assert_eq!(here.read("ladder-explorer/v3/here/x"), Key::Newer(3));
        assert_eq!(there.read("ladder-explorer/v3/here/x"), Key::Foreign);
        let old = "ladder-explorer/v1/attempt/a1";
        assert_eq!(here.read(old), Key::Old("attempt/a1".to_owned()));
        for foreign in [
            "ladder-explorer/v1/lock/lock",
            "ladder-explorer/v2/here",
            "other/v2/here/attempt/a1",
            "",
        ] {
            assert_eq!(here.read(foreign), Key::Foreign, "{foreign}");
        }
        for unknown in [
            "ladder-explorer/x",
            "ladder-explorer/v2/here/x",
            "ladder-explorer/x/y",
        ] {
            assert_eq!(here.read(unknown), Key::Unknown, "{unknown}");
        }
    }

    #[test]
    fn an_id_is_short_and_plain() {
        let long = "a".repeat(41);
        for bad in ["", "A", "a b", "a/b", "a.b", "é", &long] {
            assert!(Layout::new(bad, "a").is_none(), "{bad}");
            assert!(Layout::new("a", bad).is_none(), "{bad}");
        }
        assert!(Layout::new(&"a".repeat(40), "tl-2").is_some());
    }
}
