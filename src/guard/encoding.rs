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

/// Decodes a file from anywhere: UTF-8, or UTF-16 as spreadsheets write it. Lines end with `\n` only.
///
/// # Errors
/// For every other encoding, and for bytes that are no text.
pub fn decoded(bytes: &[u8]) -> Result<String, NotText> {
    let text = match (encoding(bytes), bytes) {
        (Some("UTF-16"), [0xfe, 0xff, rest @ ..]) => utf_16(rest, u16::from_be_bytes)?,
        (Some("UTF-16"), [0xff, 0xfe, rest @ ..]) => utf_16(rest, u16::from_le_bytes)?,
        (Some("UTF-16"), [0, ..]) => utf_16(bytes, u16::from_be_bytes)?,
        (Some("UTF-16"), _) => utf_16(bytes, u16::from_le_bytes)?,
        _ => text_of(bytes)?.to_owned(),
    };
    Ok(match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text,
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [one, other] => unit([*one, *other]),
        // Half a character at the end is the start of none.
        _ => 0xd800,
    });
    let mut text = String::new();
    for letter in char::decode_utf16(units) {
        let Ok(letter) = letter else {
            let (line, column) = place_behind(&text);
            return Err(NotText {
                line,
                column,
                problem: "is no UTF-16 from here on; save the file as UTF-8".to_owned(),
            });
        };
        text.push(letter);
    }
    Ok(text)
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
    fn a_sheet_in_utf_16_is_read_and_lines_end_alike() {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}a\r\né\r👩");
            for bytes in [
                utf16(&text, u16::to_le_bytes),
                utf16(&text, u16::to_be_bytes),
            ] {
                assert_eq!(decoded(&bytes).as_deref(), Ok("a\né\n👩"));
            }
        }
        assert_eq!(decoded(b"a\r\nb").as_deref(), Ok("a\nb"));
        let told = decoded(&[0xff, 0xfe, b'a', 0, b'\n', 0, 7]).unwrap_err();
        assert_eq!((told.line, told.column), (2, 1));
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
