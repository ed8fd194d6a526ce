//! Words that quote text of unknown origin, made fit to be shown: short, and without letters that
//! cannot be seen or that turn others around. Knows letters only.

/// The most letters of a message.
const LONGEST: usize = 300;

/// A message with what cannot be seen written out, and cut where it is long.
pub fn tame(message: &str) -> String {
    let mut shown = String::new();
    for (count, letter) in message.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        if is_hidden(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
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
        assert_eq!(tame("“é” 李 is 1"), "“é” 李 is 1");
        assert_eq!(tame("a\u{202e}b\n\u{0}"), "a\\u{202e}b\\u{a}\\u{0}");
        assert_eq!(tame(&"x".repeat(500)).chars().count(), LONGEST + 1);
    }
}
