//! The parts of a tag of HTML.

use crate::import::entities::decoded;

/// The end of a tag, after its `>`; quotes may hold one.
pub(super) fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(1) {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '<') => return at,
            (None, '"' | '\'') if text[..at].ends_with('=') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
        if at > 4_000 {
            break;
        }
    }
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// The value of an attribute.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower[from..].find(name) {
        let start = from + at;
        let behind = tag[start + name.len()..].trim_start();
        let is_word = lower[..start]
            .ends_with(|letter: char| letter.is_whitespace() || letter == '"' || letter == '\'');
        if let Some(value) = behind.strip_prefix('=').filter(|_| is_word) {
            let value = value.trim_start();
            let value = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split_whitespace().next(),
            };
            return value.map(decoded);
        }
        from = start + name.len();
    }
    None
}
