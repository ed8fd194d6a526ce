//! From the pieces of a text to what a cell of a ladder says.

use crate::import::found::Found;
use crate::import::names::key;
use crate::import::rich::{Nothing, Piece, Rich, nothing};
use crate::ladder::{CellFile, CellItem, ItemFile, NoneFile, WebLink};

/// The most links that one statement has.
const MOST_LINKS: usize = 20;

/// Words that say that examples follow.
const EXAMPLES: [&str; 6] = [
    "examples",
    "example",
    "eg",
    "forexample",
    "examplecriteria",
    "forinstance",
];

/// A cell of the pieces; none if they say nothing. What cannot be kept is reported at `place`.
pub(super) fn cell(rich: &Rich, found: &mut Found, place: &str) -> Option<CellFile> {
    let whole = rich.line();
    match nothing(&whole) {
        Some(Nothing::Unexpected) => {
            return Some(CellFile {
                none: Some(NoneFile::Expected),
                ..CellFile::default()
            });
        }
        Some(Nothing::Unwritten) => {
            if whole.chars().any(char::is_alphanumeric) {
                found.drop(place, &whole, "a word for a text that is not written");
            }
            return None;
        }
        None => {}
    }
    let (mut cell, mut is_example, mut depth) = (CellFile::default(), false, 0);
    for piece in &rich.pieces {
        if nothing(&piece.text) == Some(Nothing::Unwritten) {
            continue;
        }
        if is_heading_of_examples(piece) {
            (is_example, depth) = (true, piece.depth);
            continue;
        }
        // A bullet that is further out than the word “Examples” is no example any more.
        is_example &= piece.depth >= depth;
        if is_example {
            cell.examples.push(piece.text.clone());
        } else {
            let item = statement(piece, found, place);
            cell.items.push(item);
        }
    }
    if rich.pieces.iter().any(|piece| piece.depth > 1) {
        found.drop(place, &whole, "bullets within bullets are read as one list");
    }
    // One paragraph is a text, and so is one before a list.
    let is_text = |piece: &Piece| piece.depth == 0 && piece.links.is_empty();
    let first_is_text = rich.pieces.first().is_some_and(is_text);
    let others_are_bullets = rich.pieces.iter().skip(1).all(|piece| piece.depth > 0);
    if first_is_text
        && others_are_bullets
        && let Some(ItemFile::Text(_)) = cell.items.first()
        && let ItemFile::Text(text) = cell.items.remove(0)
    {
        cell.text = Some(text);
    }
    let is_empty = cell.text.is_none() && cell.items.is_empty() && cell.examples.is_empty();
    (!is_empty).then_some(cell)
}

fn is_heading_of_examples(piece: &Piece) -> bool {
    piece.text.chars().count() < 20 && EXAMPLES.contains(&key(&piece.text).as_str())
}

/// A statement with its links.
pub(super) fn statement(piece: &Piece, found: &mut Found, place: &str) -> ItemFile {
    let mut links = Vec::new();
    for (name, url) in &piece.links {
        if is_address(url) && links.len() < MOST_LINKS {
            let name = if name.is_empty() { url } else { name };
            links.push(WebLink {
                name: name.clone(),
                url: url.clone(),
            });
        } else {
            found.drop(
                place,
                url,
                "an address that is not https:// leads nowhere from here; its words are kept",
            );
        }
    }
    match links.is_empty() {
        true => ItemFile::Text(piece.text.clone()),
        false => ItemFile::Whole(CellItem {
            text: piece.text.clone(),
            examples: Vec::new(),
            links,
        }),
    }
}

/// Whether a page may link to an address.
pub(super) fn is_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\';
    host.contains('.') && !host.contains('@') && !url.contains(odd)
}

/// Adds what another place says of the same cell. Equal texts are kept once.
pub(super) fn join(cell: &mut CellFile, more: CellFile) -> bool {
    if *cell == more {
        return false;
    }
    if cell.none.is_some() {
        *cell = more;
        return true;
    }
    if more.none.is_some() {
        return true;
    }
    if let Some(text) = cell.text.take() {
        cell.items.insert(0, ItemFile::Text(text));
    }
    for item in more.text.map(ItemFile::Text).into_iter().chain(more.items) {
        if !cell.items.contains(&item) {
            cell.items.push(item);
        }
    }
    for example in more.examples {
        if !cell.examples.contains(&example) {
            cell.examples.push(example);
        }
    }
    cell.notes.extend(more.notes);
    cell.step = cell.step.take().or(more.step);
    cell.gist = cell.gist.take().or(more.gist);
    if let [ItemFile::Text(text)] = cell.items.as_slice() {
        cell.text = Some(text.clone());
        cell.items.clear();
    }
    true
}
