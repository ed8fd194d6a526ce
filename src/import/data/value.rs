//! Data as texts, lists and named values, in the order of the file. A number is the text that it was
//! written as, so far as the format says it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::guard::Limits;
use crate::import::columns::{Column, column};
use crate::import::names::{clean, key};
use crate::import::rich::{Piece, Rich};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Nothing,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value with a name, in any spelling.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let found = self.entries().iter().find(|(one, _)| one == name);
        let found = found.or_else(|| self.entries().iter().find(|(one, _)| key(one) == key(name)));
        found.map(|(_, value)| value)
    }

    /// The first of several names that there is.
    pub fn any(&self, names: &[&str]) -> Option<&Self> {
        names.iter().find_map(|name| self.get(name))
    }

    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    pub fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    /// The text; none for lists, maps and empty texts.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(clean(text)).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The name that a map gives itself.
    pub fn name(&self) -> Option<String> {
        self.any(&["title", "name", "label", "displayName"])?.text()
    }

    /// The name that a map gives itself, or what it says that it is about: its area, skill or level.
    pub fn called(&self) -> Option<String> {
        let is_name = |name: &str| {
            let kind = column(name);
            matches!(
                kind,
                Some(Column::Competency | Column::Group | Column::Level)
            )
        };
        let mut named = self.entries().iter().filter(|(name, _)| is_name(name));
        let other = || named.find_map(|(_, value)| value.text());
        self.name().or_else(other)
    }

    /// Texts and lists of texts as pieces; of maps, what they say.
    pub fn rich(&self) -> Rich {
        let mut rich = Rich::default();
        self.add_to(&mut rich, 0);
        rich
    }

    fn add_to(&self, rich: &mut Rich, depth: usize) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => {
                let pieces = Rich::plain(text).pieces.into_iter();
                rich.pieces.extend(pieces.map(|piece| Piece {
                    depth: piece.depth.max(depth),
                    ..piece
                }));
            }
            Self::List(list) => list.iter().for_each(|one| one.add_to(rich, depth + 1)),
            Self::Map(entries) => {
                for (name, value) in entries {
                    if !matches!(key(name).as_str(), "id" | "uuid" | "slug") {
                        value.add_to(rich, depth);
                    }
                }
            }
        }
    }
}

/// Reads JSON. Comments, and commas after a last entry, are passed over.
pub(super) fn json(text: &str) -> Result<Value, String> {
    let text = plain_json(text);
    Limits::PACK
        .check(&text)
        .map_err(|excess| excess.to_string())?;
    serde_json::from_str(&text).map_err(|error| {
        let told = error.to_string();
        let told = told.split(" at line ").next().unwrap_or_default();
        format!(
            "line {}, column {}: this is no JSON: {told}",
            error.line(),
            error.column()
        )
    })
}

/// The text without comments and without commas before a closing bracket; places stay the same.
fn plain_json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let (mut quoted, mut comma) = (false, None);
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => {
                out.push(letter);
                out.extend(letters.next());
                continue;
            }
            '"' => quoted = !quoted,
            '/' if !quoted && letters.peek() == Some(&'/') => {
                while letters.peek().is_some_and(|next| *next != '\n') {
                    letters.next();
                }
                continue;
            }
            '/' if !quoted && letters.peek() == Some(&'*') => {
                let mut before = ' ';
                letters.next();
                for next in letters.by_ref() {
                    if next == '\n' {
                        out.push('\n');
                    }
                    if before == '*' && next == '/' {
                        break;
                    }
                    before = next;
                }
                continue;
            }
            ']' | '}' if !quoted => {
                if let Some(at) = comma {
                    out.replace_range(at..=at, " ");
                }
            }
            _ => {}
        }
        if letter == ',' && !quoted {
            comma = Some(out.len());
        } else if !letter.is_whitespace() {
            comma = None;
        }
        out.push(letter);
    }
    out
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Text(yes.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = list.next_element()? {
            all.push(value);
        }
        Ok(Value::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            all.push(entry);
        }
        Ok(Value::Map(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_order_and_may_have_comments() {
        let value = json("{ // one\n \"b\": [1, 2.5,], /* two */ \"a\": \"x, ] // y\", }").unwrap();
        let names: Vec<_> = value
            .entries()
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["b", "a"]);
        assert_eq!(
            value.get("a").and_then(Value::text).as_deref(),
            Some("x, ] // y")
        );
        assert_eq!(
            value.get("b").unwrap().list()[1],
            Value::Text("2.5".to_owned())
        );
        assert!(
            json("{\n \"a\" 1}")
                .unwrap_err()
                .starts_with("line 2, column 6")
        );
    }
}
