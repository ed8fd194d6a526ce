//! The text of a cell as one edits it: a headline, a text, a list and examples, each line of a list an
//! item. What else a cell says stays with it.

use crate::ladder::{CellFile, CellItem, ItemFile, NoneFile};

/// The texts of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellText {
    /// The idea in a few words; may be empty.
    pub gist: String,
    /// The text; may be empty.
    pub text: String,
    /// The statements, one a line; may be empty.
    pub items: String,
    /// Examples, one a line; may be empty.
    pub examples: String,
    /// The step of the competency's scale, by id; empty for none.
    pub step: String,
    /// The level that expects the same, by id; empty for none.
    pub same_as: String,
    /// Why nothing is expected here, where nothing is written.
    pub none: Option<NoneFile>,
}

impl CellText {
    /// The texts of a cell; of a missing one, all empty.
    pub fn of(cell: Option<&CellFile>) -> Self {
        let Some(cell) = cell else {
            return Self::default();
        };
        let items = cell.items.iter().map(|item| match item {
            ItemFile::Text(text) => text.as_str(),
            ItemFile::Whole(item) => item.text.as_str(),
        });
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            gist: or_empty(&cell.gist),
            text: or_empty(&cell.text),
            items: items.map(one_line).collect::<Vec<_>>().join("\n"),
            examples: cell
                .examples
                .iter()
                .map(|text| one_line(text))
                .collect::<Vec<_>>()
                .join("\n"),
            step: or_empty(&cell.step),
            same_as: or_empty(&cell.same_as),
            none: cell.none,
        }
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        let texts = [
            &self.gist,
            &self.text,
            &self.items,
            &self.examples,
            &self.step,
            &self.same_as,
        ];
        texts.iter().all(|text| text.trim().is_empty())
    }

    /// Puts the texts into a cell; none if nothing is left of it.
    pub(super) fn into_cell(self, before: Option<CellFile>) -> Option<CellFile> {
        let mut cell = before.unwrap_or_default();
        cell.none = self.none.filter(|_| self.is_empty());
        if self.is_empty() && cell.none.is_none() {
            return None;
        }
        cell.gist = said(&self.gist);
        cell.text = said(&self.text);
        cell.step = said(&self.step);
        cell.same_as = said(&self.same_as);
        // A statement that is as it was keeps its examples and links.
        let mut known: Vec<CellItem> = Vec::new();
        for item in std::mem::take(&mut cell.items) {
            if let ItemFile::Whole(item) = item {
                known.push(item);
            }
        }
        for line in lines(&self.items) {
            let place = known.iter().position(|item| one_line(&item.text) == line);
            cell.items.push(match place {
                Some(place) => ItemFile::Whole(known.remove(place)),
                None => ItemFile::Text(line),
            });
        }
        cell.examples = lines(&self.examples);
        Some(cell)
    }
}

fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that say something, without the sign of a list in front.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        let line = line.trim();
        let bare = line.strip_prefix(['-', '•', '*', '–']).map(str::trim_start);
        one_line(bare.unwrap_or(line))
    });
    lines.filter(|line| !line.is_empty()).collect()
}
