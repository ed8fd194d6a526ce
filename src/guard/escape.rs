//! Makes messages that quote text of unknown origin safe to show: short, and without invisible or
//! bidirectional characters. Handles characters only.

/// The maximum number of characters of a message.
const LONGEST: usize = 300;

/// A message with invisible characters escaped, cut if it is long.
pub fn escape_hidden(message: &str) -> String {
    let (mut shown, mut letters) = (String::new(), 0);
    for letter in message.chars() {
        let piece = if is_hidden(letter) {
            letter.escape_unicode().to_string()
        } else {
            letter.to_string()
        };
        letters += piece.chars().count();
        if letters > LONGEST {
            shown.push('…');
            break;
        }
        shown.push_str(&piece);
    }
    shown
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_shows_every_letter_and_ends() {
        assert_eq!(escape_hidden("“é” 李 is 1"), "“é” 李 is 1");
        assert_eq!(
            escape_hidden("a\u{202e}b\n\u{0}"),
            "a\\u{202e}b\\u{a}\\u{0}"
        );
        assert_eq!(escape_hidden(&"x".repeat(500)).chars().count(), LONGEST + 1);
        let hidden = escape_hidden(&"\u{202e}".repeat(500));
        assert!(hidden.chars().count() <= LONGEST + 1 && hidden.ends_with("}…"));
    }
}
