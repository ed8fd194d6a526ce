//! Escapes text for XML and HTML, or for Markdown. Handles characters only.

/// Escapes text for XML and HTML, including double-quoted attributes. Characters that XML cannot
/// represent are removed.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Escapes text for one line of Markdown (CommonMark 0.31 and GitHub’s tables and strikethrough): white
/// space is collapsed, and nothing in the text becomes markup.
pub(crate) fn line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Markers of lists, headings and rules only count at the beginning of a line.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let opens = at == digits
            && match letter {
                '#' | '+' | '-' | '=' | '!' => digits == 0,
                '.' | ')' => digits > 0,
                _ => false,
            };
        // A heading may end with signs of its own, behind a space.
        let closes = letter == '#' && out.ends_with(' ');
        if opens || closes || r"\`*_[]<>|~&".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Adds a text as a Markdown quotation, line by line, so that its text cannot become a heading; a dash
/// if it is empty.
pub(crate) fn quote(out: &mut String, text: &str) {
    if text.trim().is_empty() {
        out.push_str("\n> –\n");
        return;
    }
    out.push('\n');
    for line in text.trim().lines() {
        out.push_str(format!("> {line}").trim_end());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_opens_no_list_heading_or_rule() {
        for (text, expected) in [
            ("# a", r"\# a"),
            ("- a - b", r"\- a - b"),
            ("12. May, 3. June", r"12\. May, 3. June"),
            ("1) a", r"1\) a"),
            ("===", r"\==="),
            ("a\n\n# b\t c", r"a \# b c"),
            ("C# and C ##", r"C# and C \##"),
            (r"a\*b_c", r"a\\\*b\_c"),
            ("<b> R&D |", r"\<b\> R\&D \|"),
            ("plain, 3.5 (x)!", "plain, 3.5 (x)!"),
            ("", ""),
        ] {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(
            xml("a\u{0}\u{b}\u{ffff}<b a=\"&\">\n"),
            "a&lt;b a=&quot;&amp;&quot;&gt;\n"
        );
    }
}
