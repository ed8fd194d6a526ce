//! Fits text into a box: broken into lines by the width of its letters, then set smaller, and finally
//! cut. Uses the fonts and their letter widths only.

use std::fmt::Write as _;

use crate::web::share_image::token;

/// The three fonts, by the names in the font files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Title,
    Question,
    Code,
}

impl Face {
    pub(crate) fn style(self, size: u16) -> String {
        let (family, weight, slope) = match self {
            Self::Title => ("Source Serif 4", 600, "normal"),
            Self::Question => ("Source Serif 4", 400, "italic"),
            Self::Code => ("Source Sans 3", 700, "normal"),
        };
        format!(
            r#"font-family="{family}" font-weight="{weight}" font-style="{slope}" font-size="{size}""#
        )
    }
}

/// Text broken into lines of one size that fits its box.
pub(crate) struct Fitted {
    lines: Vec<String>,
    size: u16,
}

impl Fitted {
    pub(crate) fn height(&self) -> u16 {
        leading(self.size).saturating_mul(u16::try_from(self.lines.len()).unwrap_or(u16::MAX))
    }
}

/// The distance between two baselines.
const fn leading(size: u16) -> u16 {
    size * 118 / 100
}

/// The text in the largest size that fits; if none does, it is cut, with a mark.
pub(crate) fn fit(text: &str, width: u16, height: u16, sizes: &[u16]) -> Fitted {
    let least = sizes.last().copied().unwrap_or(24);
    for size in sizes {
        let lines = wrapped(text, width, *size);
        let widest = lines.iter().map(|line| measure(line, *size)).max();
        let fitted = Fitted { lines, size: *size };
        if widest.unwrap_or(0) <= u32::from(width) && fitted.height() <= height {
            return evened(text, width, fitted);
        }
    }
    let most = usize::from(height / leading(least)).max(1);
    let mut lines = wrapped(text, width, least);
    let cut = lines.len() > most;
    lines.truncate(most);
    let last = lines.len() - 1;
    for (number, line) in lines.iter_mut().enumerate() {
        if measure(line, least) > u32::from(width) || (cut && number == last) {
            while measure(line, least) + measure("…", least) > u32::from(width) && !line.is_empty()
            {
                match line.rfind(' ') {
                    Some(end) => line.truncate(end),
                    None => drop(line.pop()),
                }
            }
            *line = format!("{}…", line.trim_end_matches([' ', ',', '.', '…']));
        }
    }
    Fitted { lines, size: least }
}

/// The same number of lines, balanced in length, so that no word is left alone.
fn evened(text: &str, width: u16, mut fitted: Fitted) -> Fitted {
    for narrower in (width / 2..width).rev().step_by(8) {
        let lines = wrapped(text, narrower, fitted.size);
        let too_wide = |line: &String| measure(line, fitted.size) > u32::from(narrower);
        if lines.len() > fitted.lines.len() || lines.iter().any(too_wide) {
            break;
        }
        fitted.lines = lines;
    }
    fitted
}

fn wrapped(text: &str, width: u16, size: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = format!("{line} {word}");
        if line.is_empty() {
            word.clone_into(line);
        } else if measure(&longer, size) <= u32::from(width) {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The maximum width of a text, in any font: letters of similar width count as the widest of them.
pub(crate) fn measure(text: &str, size: u16) -> u32 {
    let hundredths: u32 = text
        .chars()
        .map(|letter| match letter {
            ' ' => 23,
            ',' | '.' | ':' | ';' | '\'' | '‘' | '’' | '|' | '·' => 31,
            'i' | 'j' | 'l' | '!' | '-' | '[' | ']' => 36,
            't' | 'f' | 'I' | 'J' | '(' | ')' | '/' | '\\' | '{' | '}' | '`' => 40,
            'r' | 's' | '?' | '*' | '"' | '“' | '”' => 49,
            'a' | 'c' | 'e' | 'z' | 'S' | '_' | '–' | '0'..='9' | '+' | '=' => 57,
            'b' | 'd' | 'g' | 'k' | 'o' | 'p' | 'q' | 'v' | 'x' | 'y' | 'E' | 'F' | 'L' | 'Z' => 64,
            'h' | 'n' | 'u' | 'B' | 'C' | 'P' | 'T' | 'X' | 'Y' => 68,
            'A' | 'D' | 'G' | 'K' | 'N' | 'O' | 'Q' | 'R' | 'U' | 'V' | '&' => 76,
            'w' | 'H' | '—' | '…' => 86,
            _ => 103,
        })
        .sum();
    hundredths * u32::from(size) / 100
}

/// Writes the lines below `top`; returns their bottom edge.
pub(crate) fn write_lines(out: &mut String, text: &Fitted, left: u16, top: u16, face: Face) -> u16 {
    let mut base = top + text.size * 84 / 100;
    for line in &text.lines {
        line_of_text(out, line, left, base, text.size, face);
        base += leading(text.size);
    }
    top + text.height()
}

pub(crate) fn line_of_text(
    out: &mut String,
    text: &str,
    left: u16,
    base: u16,
    size: u16,
    face: Face,
) {
    let colour = token(if face == Face::Question {
        "ink-soft"
    } else {
        "ink"
    });
    let (style, text) = (face.style(size), escaped(text));
    let _ = write!(
        out,
        r#"<text x="{left}" y="{base}" {style} fill="{colour}">{text}</text>"#
    );
}

/// The text as XML has it.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // XML cannot represent these characters.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_largest_size_that_fits() {
        let short = fit("Engineer", 600, 160, &[70, 50, 30]);
        assert_eq!((short.size, short.lines.len()), (70, 1));
        let long = fit("Associate Director of Technology", 600, 80, &[70, 50, 30]);
        assert_eq!((long.size, long.lines.len()), (30, 1));
    }

    #[test]
    fn lines_are_even_and_keep_every_word() {
        let text = "Which plan do we back, with which teams, at which risk?";
        let fitted = fit(text, 620, 200, &[40]);
        assert_eq!(fitted.lines.join(" "), text);
        let widths: Vec<u32> = fitted.lines.iter().map(|l| measure(l, 40)).collect();
        let (widest, narrowest) = (widths.iter().max().unwrap(), widths.iter().min().unwrap());
        assert!(widest - narrowest < 120, "{widths:?}");
    }

    #[test]
    fn what_never_fits_is_cut_at_a_word_and_shows_it() {
        let fitted = fit(&"word ".repeat(90), 300, 100, &[40, 30]);
        assert_eq!(fitted.lines.len(), 2);
        assert!(fitted.lines[1].ends_with("word…"), "{:?}", fitted.lines);
        let fitted = fit(&"é".repeat(90), 300, 100, &[40, 30]);
        assert!(fitted.lines[0].ends_with("é…"), "{:?}", fitted.lines);
        for lines in [
            fit("", 300, 100, &[30]).lines,
            fit("word", 3, 3, &[30]).lines,
        ] {
            assert_eq!(lines.len(), 1, "{lines:?}");
        }
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escaped("R&D <\"it's\">\u{1b}]]>"),
            "R&amp;D &lt;&quot;it&apos;s&quot;&gt; ]]&gt;"
        );
    }
}
