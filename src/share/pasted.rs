//! Extracts the code from a pasted link: the text after its “#”, without the prose around it. Handles
//! characters only; the code is checked elsewhere.

use crate::share::LinkFault;
use crate::share::code::LONGEST;

/// The code in a whole link, or in the text after its “#”.
///
/// A code has only letters, digits, “-” and “.”, and ends with a letter or a digit. So it ends before
/// the first other character, such as a space, a bracket or a quote, and a trailing full stop is not
/// part of it. Percent escapes are decoded, and invisible characters are removed. The checksum detects
/// whether the code is complete.
///
/// # Errors
/// [`LinkFault::TooLong`] for a text that is longer than any link.
pub(crate) fn code_of(text: &str) -> Result<String, LinkFault> {
    if text.len() > LONGEST {
        return Err(LinkFault::TooLong);
    }
    let text: String = unescaped(text).chars().filter(|c| !is_unseen(*c)).collect();
    // The prose may contain a “#” too: a code is longer than any of its words.
    let codes = text.split('#').map(first_code);
    let codes = codes.skip(usize::from(text.contains('#')));
    let longest = codes.max_by_key(|code| code.len());
    Ok(longest.unwrap_or_default().to_owned())
}

/// The code at the start of a text.
fn first_code(text: &str) -> &str {
    let code = text.trim_start_matches(|c| !is_part(c));
    let end = code.find(|c| !is_part(c)).unwrap_or(code.len());
    let code = code.get(..end).unwrap_or_default();
    code.trim_end_matches(['.', '-'])
}

const fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-')
}

/// Zero-width characters that editors, chats and mail programs insert into long links.
const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Decodes each `%41` to its byte; invalid UTF-8 becomes “�”.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let escaped = match (first, behind) {
            (b'%', [high, low, ..]) => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match escaped {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(letter: u8) -> Option<u8> {
    let value = char::from(letter).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_what_is_left_when_its_surroundings_are_taken_off() {
        for (text, code) in [
            ("https://a.example/b/results/#r1.a.0f).", "r1.a.0f"),
            ("#r1.a.0f", "r1.a.0f"),
            ("r1.a.0f%E2%80%9D%20and", "r1.a.0f"),
            ("r1.%E2%80%8Ba.0f\u{200b}", "r1.a.0f"),
            ("%", ""),
            ("%4", "4"),
            ("%zz", "zz"),
            ("%ff", ""),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(code_of(text), Ok(code.to_owned()), "{text:?}");
        }
    }
}
