//! A ladder that someone is making: edits one at a time, each of which can be undone. Handles the draft;
//! knows no page and no storage.

mod apply;
mod cell;
mod edit;
mod place;

use crate::ladder::Draft;

pub use cell::CellText;
pub use edit::{Edit, Refused};
pub use place::Place;

/// The most edits that can be undone.
pub const MOST_UNDO: usize = 100;
/// The most characters that the drafts kept for undoing have together; the last one is always kept.
const MOST_KEPT: usize = 16_000_000;

/// A draft, and how it came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Studio {
    draft: Draft,
    past: Vec<Made>,
    undone: Vec<Made>,
}

/// An edit that was made.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    /// The draft before it; after it, for one that was undone.
    other: Draft,
    /// The size of that draft, in bytes of JSON.
    size: usize,
    /// What it did, as a sentence.
    told: String,
    /// What is being typed, if it is a text: the next letter joins the same edit.
    field: Option<String>,
}

impl Studio {
    /// Begins with a draft.
    pub fn new(draft: Draft) -> Self {
        Self {
            draft,
            past: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The draft as it is.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Makes an edit and returns what it did, as a sentence. An edit that changes nothing is none.
    ///
    /// # Errors
    /// Why it cannot be made; the draft stays as it is.
    pub fn apply(&mut self, edit: &Edit) -> Result<String, Refused> {
        let mut changed = self.draft.clone();
        let told = apply::apply(&mut changed, edit)?;
        if changed == self.draft {
            return Ok(told);
        }
        let field = edit.field();
        let joins = field.is_some()
            && self.undone.is_empty()
            && self.past.last().is_some_and(|last| last.field == field);
        let before = std::mem::replace(&mut self.draft, changed);
        self.undone.clear();
        if !joins {
            let size = before.to_json().len();
            self.past.push(Made {
                other: before,
                size,
                told: told.clone(),
                field,
            });
            self.forget();
        }
        Ok(told)
    }

    /// What an undo would take back, as a sentence.
    pub fn can_undo(&self) -> Option<&str> {
        self.past.last().map(|made| made.told.as_str())
    }

    /// What a redo would do again, as a sentence.
    pub fn can_redo(&self) -> Option<&str> {
        self.undone.last().map(|made| made.told.as_str())
    }

    /// Takes the last edit back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(mut made) = self.past.pop() else {
            return false;
        };
        std::mem::swap(&mut self.draft, &mut made.other);
        self.undone.push(made);
        true
    }

    /// Makes the edit again that was undone last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(mut made) = self.undone.pop() else {
            return false;
        };
        std::mem::swap(&mut self.draft, &mut made.other);
        // What is typed from now on is an edit of its own.
        made.field = None;
        self.past.push(made);
        true
    }

    /// Forgets the oldest edits beyond what is kept.
    fn forget(&mut self) {
        let mut size = 0_usize;
        let kept = self.past.iter().rev().take(MOST_UNDO).take_while(|made| {
            let is_first = size == 0;
            size = size.saturating_add(made.size);
            is_first || size <= MOST_KEPT
        });
        let first = self.past.len() - kept.count();
        self.past.drain(..first);
    }
}
