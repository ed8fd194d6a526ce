//! YAML as data. Every plain value is a text: “no” and “1.10” stay what was written. Names for parts
//! that are used again are refused, since they can make a small file as large as memory.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::import::data::value::Value;

/// The most values, and how deep they may be in one another.
const MOST_VALUES: usize = 200_000;
const DEEPEST: usize = 32;
/// The most bytes of a text.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A list or a map that is being read.
enum Open {
    List(Vec<Value>),
    Map(Vec<(String, Value)>, Option<String>),
}

/// Reads the first document of a text.
pub(super) fn read(text: &str) -> Result<Value, String> {
    if text.len() > MOST_BYTES {
        return Err(format!(
            "it has {} bytes, and {MOST_BYTES} are the most; split it",
            text.len()
        ));
    }
    let text = without_tabs(text);
    let (mut open, mut count): (Vec<Open>, usize) = (Vec::new(), 0);
    for event in Parser::new_from_str(&text) {
        let (event, span) = event.map_err(|error| {
            let at = error.marker();
            format!(
                "line {}, column {}: this is no YAML: {}",
                at.line(),
                at.col() + 1,
                error.info()
            )
        })?;
        count += 1;
        if count > MOST_VALUES {
            return Err(format!("it has more than {MOST_VALUES} values; split it"));
        }
        let value = match event {
            Event::Alias(_) => {
                return Err(told(
                    &span,
                    "a part is used again by its name (*); write it out",
                ));
            }
            Event::Scalar(text, style, ..) => match (text.as_ref(), style) {
                ("" | "~" | "null", ScalarStyle::Plain) => Value::Nothing,
                (text, _) => Value::Text(text.to_owned()),
            },
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.len() >= DEEPEST {
                    return Err(told(
                        &span,
                        &format!(
                            "more than {DEEPEST} lists and groups are inside one another; take some out"
                        ),
                    ));
                }
                open.push(match event {
                    Event::SequenceStart(..) => Open::List(Vec::new()),
                    _ => Open::Map(Vec::new(), None),
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(list)) => Value::List(list),
                Some(Open::Map(entries, _)) => Value::Map(entries),
                None => continue,
            },
            Event::DocumentEnd => break,
            _ => continue,
        };
        match open.last_mut() {
            None => return Ok(value),
            Some(Open::List(list)) => list.push(value),
            Some(Open::Map(entries, name)) => match (name.take(), value) {
                (Some(name), value) => {
                    if entries.iter().any(|(one, _)| *one == name) {
                        return Err(told(&span, &format!("“{name}” is there twice; keep one")));
                    }
                    entries.push((name, value));
                }
                (None, Value::Text(text)) => *name = Some(text),
                (None, _) => return Err(told(&span, "a name is no text; write one")),
            },
        }
    }
    Ok(Value::Nothing)
}

fn told(span: &Span, problem: &str) -> String {
    format!(
        "line {}, column {}: {problem}",
        span.start.line(),
        span.start.col() + 1
    )
}

/// The text with spaces for tabs behind the hyphen of an entry and before it.
fn without_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = line.len() - line.trim_start_matches([' ', '\t', '-']).len();
        out.push_str(&line[..start].replace("-\t", "- ").replace('\t', "  "));
        out.push_str(&line[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_stay_texts() {
        let value = read("a: no\nb: 1.10\nc: ~\nd:\n  -\tx\n  - 'y'\n").unwrap();
        let text = |name: &str| value.get(name).and_then(Value::text);
        assert_eq!(
            (text("a").as_deref(), text("b").as_deref()),
            (Some("no"), Some("1.10"))
        );
        assert_eq!(value.get("c"), Some(&Value::Nothing));
        assert_eq!(value.get("d").unwrap().list().len(), 2);
    }

    #[test]
    fn a_bomb_a_double_name_and_broken_text_are_refused_with_their_place() {
        for (text, told) in [
            (
                "a: &x [1]\nb: [*x, *x]\n",
                "line 2, column 5: a part is used again",
            ),
            ("a: 1\na: 2\n", "line 2"),
            ("a: [1\nb: 2", "line"),
        ] {
            let fault = read(text).unwrap_err();
            assert!(fault.starts_with(told), "{fault}");
        }
        assert!(
            read(&"[".repeat(100))
                .unwrap_err()
                .contains("inside one another")
        );
    }
}
