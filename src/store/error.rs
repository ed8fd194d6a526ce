//! Everything that can go wrong with saved data, one variant per cause. The sentences here are for a
//! log; visitors see those of `web::words`.

use std::fmt;

/// Why a record could not be read, written or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The storage is full; its previous content is unharmed.
    Full,
    /// Access to the storage is refused: private mode, a blocked frame, a policy.
    Refused(String),
    /// The write seemed to work, but reading it back returned something else.
    NotKept,
    /// The text under this key is not a record of this kind. It was left unchanged.
    Unreadable {
        /// The key.
        key: String,
        /// The parser's message.
        why: String,
    },
    /// A newer app wrote this record. It was left unchanged.
    Newer {
        /// The key.
        key: String,
        /// The record's version.
        version: u32,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => write!(f, "storage is full; delete something and try again"),
            Self::Refused(why) => write!(f, "storage refuses ({why}); allow it for this site"),
            Self::NotKept => write!(f, "a write was not kept; export what you have"),
            Self::Unreadable { key, why } => {
                write!(f, "{key}: not readable ({why}); it was left untouched")
            }
            Self::Newer { key, version } => write!(
                f,
                "{key}: written by a newer version ({version}); reload to get the newest app"
            ),
        }
    }
}

impl std::error::Error for StoreError {}
