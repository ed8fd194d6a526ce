//! Decodes the bytes of a file that was saved in an editor. Handles bytes only.

use std::fmt;

/// Why bytes cannot be read as text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotText {
    /// The line, counted from 1.
    pub line: usize,
    /// The character within that line, counted from 1.
    pub column: usize,
    /// The encoding that was found instead, and the remedy.
    pub problem: String,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        write!(f, "line {line}, column {column}: {}", self.problem)
    }
}

impl std::error::Error for NotText {}

/// Decodes UTF-8, with or without a byte order mark.
///
/// # Errors
/// For every other encoding; the message names it if the first bytes identify it.
pub fn text_of(bytes: &[u8]) -> Result<&str, NotText> {
    if let Some(name) = encoding(bytes) {
        return Err(NotText {
            line: 1,
            column: 1,
            problem: format!("is saved as {name}; save the file as UTF-8"),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let (line, column) = place_behind(&String::from_utf8_lossy(good));
        let byte = bad.first().copied().unwrap_or_default();
        NotText {
            line,
            column,
            problem: format!(
                "is no UTF-8 from here on (byte {byte:02X}), but an older encoding such as Windows-1252; save the file as UTF-8"
            ),
        }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The line and column after `text`, both counted from 1; the column in characters.
pub(crate) fn place_behind(text: &str) -> (usize, usize) {
    let line = text.matches('\n').count() + 1;
    let last = text.rsplit_once('\n').map_or(text, |(_, last)| last);
    (line, last.chars().count() + 1)
}

/// The encodings with two or four bytes for each character of JSON.
fn encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, _, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_8_is_read_with_a_mark_and_without() {
        assert_eq!(text_of(b"{\"a\": 1}"), Ok("{\"a\": 1}"));
        assert_eq!(text_of("\u{feff}{ä}".as_bytes()), Ok("{ä}"));
        assert_eq!(text_of(b""), Ok(""));
    }

    #[test]
    fn another_encoding_is_named_with_its_place_and_the_remedy() {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{{\"a\": 1}}");
            for bytes in [
                utf16(&text, u16::to_le_bytes),
                utf16(&text, u16::to_be_bytes),
            ] {
                let told = text_of(&bytes).unwrap_err().to_string();
                assert_eq!(
                    told,
                    "line 1, column 1: is saved as UTF-16; save the file as UTF-8"
                );
            }
        }
        let told = text_of(b"{\n  \"\xc3\xa4b\": \"caf\xe9\"}").unwrap_err();
        assert_eq!((told.line, told.column), (2, 13));
        assert!(told.problem.contains("byte E9") && told.problem.contains("UTF-8"));
        let wide = [0xff, 0xfe, 0, 0, b'{', 0, 0, 0];
        assert!(text_of(&wide).unwrap_err().problem.contains("UTF-32"));
    }
}
