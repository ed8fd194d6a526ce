//! One text of Markdown without its marks: emphasis, code, links, tags. What it begins with in bold and
//! its addresses are kept apart.

use crate::import::entities::decoded;
use crate::import::html;
use crate::import::names::clean;
use crate::import::rich::Piece;

/// A text without its marks of emphasis, code and links; its bold beginning and its addresses apart.
pub(super) fn inline(text: &str) -> Piece {
    let text = match html::is_markup(text) {
        true => without_tags(text),
        false => text.to_owned(),
    };
    let mut out = String::with_capacity(text.len());
    let mut links = Vec::new();
    let mut bold = None;
    let trimmed = text.trim_start();
    let mut starts_bold = trimmed.starts_with("**") || trimmed.starts_with("__");
    let mut rest = text.as_str();
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let next = behind.chars().next().unwrap_or(' ');
        if letter == '\\' && next.is_ascii_punctuation() {
            out.push(next);
            (before, rest) = (next, &behind[1..]);
            continue;
        }
        if let Some((words, url, end)) = link(rest) {
            if !letter.eq(&'!') {
                let words = inline(words).text;
                out.push_str(&words);
                if !url.starts_with('#') && !url.is_empty() {
                    links.push((clean(&words), url.to_owned()));
                }
            }
            rest = &rest[end..];
            before = ')';
            continue;
        }
        if matches!(letter, '`' | '*' | '_' | '~') {
            let run = rest.chars().take_while(|one| *one == letter).count();
            let after = rest[run..].chars().next().unwrap_or(' ');
            let is_mark = match letter {
                '`' => true,
                '*' => !(before.is_whitespace() && after.is_whitespace()),
                '_' => before.is_alphanumeric() != after.is_alphanumeric() || run == 2,
                _ => run == 2,
            };
            if !is_mark {
                out.push_str(&rest[..run]);
                before = letter;
            } else if run == 2
                && matches!(letter, '*' | '_')
                && starts_bold
                && !out.trim().is_empty()
            {
                bold = Some(out.len());
                starts_bold = false;
            }
            rest = &rest[run..];
            continue;
        }
        out.push(letter);
        before = letter;
        rest = behind;
    }
    let mut piece = Piece {
        text: clean(&decoded(&out)),
        links,
        ..Piece::default()
    };
    if let Some((lead, rest)) = bold.and_then(|at| out.split_at_checked(at)) {
        let lead = clean(&decoded(lead));
        let lead = lead.trim_end_matches([':', '.']).trim().to_owned();
        piece.lead = Some(lead).filter(|lead| !lead.is_empty());
        let rest = clean(&decoded(rest));
        piece.rest = rest
            .trim_start_matches([':', '–', '—', '-', ' ', '.'])
            .to_owned();
    }
    piece
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let is_tag =
            tag[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
        match tag.find('>').filter(|_| is_tag) {
            Some(end) if tag[1..end].contains("://") && !tag[1..end].contains(' ') => {
                out.push_str(&tag[1..end]);
                rest = &tag[end + 1..];
            }
            Some(end) => {
                let name = tag[1..end].trim_matches('/').to_lowercase();
                match name.trim() {
                    "b" | "strong" => out.push_str("**"),
                    name if name.starts_with("br") => out.push(' '),
                    _ => {}
                }
                rest = &tag[end + 1..];
            }
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A link or a picture at the start: its words, its address, and where it ends.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    if let Some(inner) = text.strip_prefix('<') {
        let end = inner.find('>')?;
        let url = &inner[..end];
        return (url.contains("://") && !url.contains(' ')).then_some((url, url, end + 2));
    }
    let start = usize::from(text.starts_with('!'));
    let inner = text[start..].strip_prefix('[')?;
    let (mut depth, mut end) = (0_usize, None);
    for (at, letter) in inner.char_indices().take(500) {
        match letter {
            '[' => depth += 1,
            ']' if depth == 0 => {
                end = Some(at);
                break;
            }
            ']' => depth -= 1,
            _ => {}
        }
    }
    let words = &inner[..end?];
    let behind = &inner[words.len() + 1..];
    let (open, close) = match behind.chars().next()? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let (mut depth, mut end) = (0_usize, None);
    for (at, letter) in behind.char_indices().take(500) {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth -= 1;
            if depth == 0 {
                end = Some(at);
                break;
            }
        }
    }
    let end = end?;
    let url = behind[1..end].split_whitespace().next().unwrap_or_default();
    let url = if open == '(' {
        url.trim_matches(['<', '>'])
    } else {
        ""
    };
    Some((words, url, start + 1 + words.len() + 1 + end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_gone_and_addresses_apart() {
        let piece = inline(
            "**Care**: reads [the _rules_](https://a.example/x) and `a_b` * 2 *now* \\* ![x](y.png)",
        );
        assert_eq!(piece.text, "Care: reads the rules and a_b * 2 now *");
        assert_eq!(piece.lead.as_deref(), Some("Care"));
        assert!(piece.rest.starts_with("reads the"));
        assert_eq!(piece.links[0].1, "https://a.example/x");
        assert_eq!(
            inline("snake_case_name and _so_").text,
            "snake_case_name and so"
        );
        assert_eq!(
            inline("a <b>bold</b> word &amp; more").text,
            "a bold word & more"
        );
        assert_eq!(inline("[top](#main)").links, []);
    }
}
