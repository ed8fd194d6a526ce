//! The path of a location in JSON text, such as `answers.p01` or `forms[2].items[0]`. Handles strings
//! and brackets, and tolerates text that is not JSON.

/// The maximum number of levels in a path; a deeper location gets the path of its ancestor.
const DEEPEST: usize = 32;
/// The maximum number of characters quoted of one name, escapes counted as written.
const LONGEST_NAME: usize = 40;

enum PathStep {
    Item(usize),
    Field(String),
}

/// The path of the value at a line and a column, both counted from 1 as in `serde_json`; empty at the
/// top level.
pub fn path_at(text: &str, line: usize, column: usize) -> String {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let end = before.saturating_add(column).min(text.len());
    let bytes = text.as_bytes();
    let (mut steps, mut beyond) = (Vec::new(), 0_usize);
    let mut at = 0;
    while at < end {
        match bytes[at] {
            b'"' => {
                let close = closing_quote(bytes, at);
                let is_name = bytes
                    .get(close + 1..)
                    .and_then(|rest| rest.iter().find(|byte| !byte.is_ascii_whitespace()))
                    == Some(&b':');
                if let Some(PathStep::Field(name)) = steps.last_mut()
                    && beyond == 0
                    && is_name
                {
                    *name = quoted(text.get(at + 1..close).unwrap_or_default());
                }
                at = close;
            }
            b'[' | b'{' if steps.len() == DEEPEST => beyond += 1,
            b'[' => steps.push(PathStep::Item(0)),
            b'{' => steps.push(PathStep::Field(String::new())),
            b']' | b'}' if beyond > 0 => beyond -= 1,
            b']' | b'}' => {
                steps.pop();
            }
            b',' if beyond == 0 => {
                if let Some(PathStep::Item(item)) = steps.last_mut() {
                    *item += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    written(&steps)
}

fn closing_quote(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

fn written(steps: &[PathStep]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            PathStep::Item(item) => path.push_str(&format!("[{item}]")),
            PathStep::Field(name) if name.is_empty() => {}
            PathStep::Field(name) if is_plain(name) && path.is_empty() => path.push_str(name),
            PathStep::Field(name) if is_plain(name) => path.push_str(&format!(".{name}")),
            PathStep::Field(name) => path.push_str(&format!("[\"{name}\"]")),
        }
    }
    path
}

/// The start of a name as written, with invisible and bidirectional characters escaped.
fn quoted(name: &str) -> String {
    let (mut shown, mut letters) = (String::new(), 0);
    for letter in name.chars() {
        letters += letter.escape_debug().count();
        if letters > LONGEST_NAME {
            break;
        }
        shown.extend(letter.escape_debug());
    }
    shown
}

fn is_plain(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_fault_is_told_as_a_path() {
        let text = "{\"a\": 1,\n \"list\": [0, {\"b/c\": [true, \"x: {\"]}],\n \"z\": {}}";
        let at = |part: &str| {
            let offset = text.find(part).unwrap_or_default();
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = offset - before.rfind('\n').map_or(0, |end| end + 1) + 1;
            path_at(text, line, column)
        };
        assert_eq!(at("1,"), "a");
        assert_eq!(at("0,"), "list[0]");
        assert_eq!(at("true"), "list[1][\"b/c\"][0]");
        assert_eq!(at("\"x: {"), "list[1][\"b/c\"][1]");
        assert_eq!(at("{}}"), "z");
        assert_eq!(path_at(text, 1, 0), "");
    }

    #[test]
    fn text_that_is_no_json_has_a_path_too() {
        for text in ["", "]]]]", "\"", "\"\\", "{\"a", "[[", "é\u{202e}", "{\"é"] {
            for (line, column) in [(0, 0), (1, 1), (1, 99), (usize::MAX, usize::MAX)] {
                path_at(text, line, column);
            }
        }
        let deep = "[".repeat(100_000);
        assert_eq!(path_at(&deep, 1, 100_000).len(), DEEPEST * 3);
    }

    #[test]
    fn a_name_in_a_path_cannot_turn_the_text_around_or_fill_the_screen() {
        let text = format!("{{\"\u{202e}{}\": 1}}", "x".repeat(500));
        let path = path_at(&text, 1, text.len() - 1);
        assert!(!path.contains('\u{202e}') && path.len() < 80, "{path}");
        let text = format!("{{\"{}\": 1}}", "\u{202e}".repeat(500));
        let path = path_at(&text, 1, text.len() - 1);
        assert!(path.len() < 80, "{path}");
    }
}
