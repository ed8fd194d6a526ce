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

/// A file as text. Lines end with `\n` only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The line, counted from 1, of the first letter that was read as Windows-1252; none for UTF-8 and
    /// UTF-16.
    pub older: Option<usize>,
}

/// Decodes a file from anywhere: UTF-8, UTF-16 as spreadsheets write it, else Windows-1252, which is
/// what “CSV” and “web page” are in many office programs.
///
/// # Errors
/// For every other encoding, and for bytes that are no text.
pub fn decoded(bytes: &[u8]) -> Result<Decoded, NotText> {
    let (text, older) = match (encoding(bytes), bytes) {
        (Some("UTF-16"), [0xfe, 0xff, rest @ ..]) => (utf_16(rest, u16::from_be_bytes)?, None),
        (Some("UTF-16"), [0xff, 0xfe, rest @ ..]) => (utf_16(rest, u16::from_le_bytes)?, None),
        (Some("UTF-16"), [0, ..]) => (utf_16(bytes, u16::from_be_bytes)?, None),
        (Some("UTF-16"), _) => (utf_16(bytes, u16::from_le_bytes)?, None),
        _ => match text_of(bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(fault) => (windows_1252(bytes).ok_or(fault.clone())?, Some(fault.line)),
        },
    };
    let text = match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text,
    };
    Ok(Decoded { text, older })
}

/// The letters of the bytes 80 to 9F. Five of them are none.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text, unless a byte is no letter or controls a device.
fn windows_1252(bytes: &[u8]) -> Option<String> {
    let letters = bytes.iter().map(|byte| match byte {
        b'\t' | b'\n' | b'\r' => Some(char::from(*byte)),
        0..0x20 | 0x7f => None,
        0x80..0xa0 => {
            let letter = WINDOWS_1252.get(usize::from(byte - 0x80)).copied();
            letter.filter(|letter| *letter != '\0')
        }
        _ => Some(char::from(*byte)),
    });
    letters.collect()
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
                let told = decoded(&bytes).unwrap();
                assert_eq!((told.text.as_str(), told.older), ("a\né\n👩", None));
            }
        }
        assert_eq!(decoded(b"a\r\nb").unwrap().text, "a\nb");
        let told = decoded(&[0xff, 0xfe, b'a', 0, b'\n', 0, 7]).unwrap_err();
        assert_eq!((told.line, told.column), (2, 1));
    }

    #[test]
    fn an_older_encoding_is_read_and_told_with_its_line_unless_a_byte_is_no_letter() {
        let told = decoded(b"a\r\n\x84caf\xe9\x93 \x80 \x9f").unwrap();
        assert_eq!((told.text.as_str(), told.older), ("a\n„café“ € Ÿ", Some(2)));
        for byte in [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x07, 0x7f] {
            let fault = decoded(&[b'a', 0xe9, b'\n', byte]).unwrap_err();
            assert_eq!((fault.line, fault.column), (1, 2), "{byte:02X}");
        }
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
