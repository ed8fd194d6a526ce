//! Mutates JSON text by its structure, so that a parser accepts it and the checks behind it are
//! reached. Handles values and brackets, not their meaning.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Map, Value, json};

use crate::chance::Chance;

const WORDS: [&str; 14] = [
    "",
    " ",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "é\u{301}\u{301}",
    "👩🏽‍💻",
    "<script>",
    "javascript:alert(1)",
    "https://a.example/",
    "../..",
    "T7",
    "risk",
    "p01",
];

/// Mutates the `size` bytes at the start of `data` and returns the new size: mostly by structure, else
/// by bytes.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let chance = &mut Chance::new(seed);
    if !chance.once_in(5)
        && let Ok(text) = std::str::from_utf8(&data[..size])
        && let Some(changed) = changed(text, chance)
        && changed.len() <= most
    {
        data[..changed.len()].copy_from_slice(changed.as_bytes());
        return changed.len();
    }
    fuzzer_mutate(data, size, most)
}

/// As [`mutate`], for a text whose first line names the rest.
pub fn mutate_below_first_line(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let line = data[..size].iter().position(|byte| *byte == b'\n');
    match line {
        Some(end) if !seed.is_multiple_of(16) && end + 1 < most => {
            let body = &mut data[end + 1..];
            end + 1 + mutate(body, size - end - 1, most - end - 1, seed)
        }
        _ => fuzzer_mutate(data, size, most),
    }
}

/// A text with some mutations; none if it is not JSON.
fn changed(text: &str, chance: &mut Chance) -> Option<String> {
    let mut whole: Value = serde_json::from_str(text).ok()?;
    for _ in 0..=chance.below(3) {
        change_somewhere(&mut whole, chance);
    }
    let mut text = if chance.once_in(4) {
        serde_json::to_string_pretty(&whole).ok()?
    } else {
        whole.to_string()
    };
    match chance.below(24) {
        0 => text = with_a_name_twice(&text, chance),
        1 => text.truncate(boundary(&text, chance)),
        2 => text.insert(boundary(&text, chance), '\u{feff}'),
        3 => text.insert_str(boundary(&text, chance), "  \n\t"),
        4 => text.insert_str(boundary(&text, chance), &"[".repeat(chance.below(200))),
        _ => {}
    }
    Some(text)
}

fn boundary(text: &str, chance: &mut Chance) -> usize {
    let at = chance.below(text.len() + 1);
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// The text with the first name of an object duplicated before it.
fn with_a_name_twice(text: &str, chance: &mut Chance) -> String {
    let groups: Vec<usize> = text.match_indices("{\"").map(|(at, _)| at).collect();
    if groups.is_empty() {
        return text.to_owned();
    }
    let at = *chance.one(&groups) + 1;
    let (before, rest) = text.split_at(at);
    let name = rest.split_inclusive(':').next().unwrap_or_default();
    format!("{before}{name}null,{rest}")
}

fn change_somewhere(whole: &mut Value, chance: &mut Chance) {
    let count = count(whole);
    let donor = nth(whole, &mut chance.below(count)).cloned();
    let Some(node) = nth_mut(whole, &mut chance.below(count)) else {
        return;
    };
    match chance.below(8) {
        0 => *node = extreme(chance),
        1 => *node = donor.unwrap_or(Value::Null),
        2 => {
            let mut nested = node.take();
            for _ in 0..=chance.below(40) {
                nested = if chance.once_in(2) {
                    json!([nested])
                } else {
                    json!({ "a": nested })
                };
            }
            *node = nested;
        }
        _ => change_inside(node, donor, chance),
    }
}

fn change_inside(node: &mut Value, donor: Option<Value>, chance: &mut Chance) {
    match node {
        Value::String(text) => change_text(text, donor, chance),
        Value::Array(list) => change_list(list, donor, chance),
        Value::Object(group) => change_group(group, donor, chance),
        Value::Number(_) => *node = number(chance),
        Value::Bool(yes) => *yes = !*yes,
        Value::Null => *node = donor.unwrap_or(json!(0)),
    }
}

fn change_text(text: &mut String, donor: Option<Value>, chance: &mut Chance) {
    // A record in a backup is JSON within a string.
    if text.starts_with('{')
        && !chance.once_in(4)
        && let Some(inner) = changed(text, chance)
    {
        *text = inner;
        return;
    }
    match chance.below(7) {
        0 => chance_word(chance).clone_into(text),
        1 => text.insert_str(boundary(text, chance), chance_word(chance)),
        2 => text.truncate(boundary(text, chance)),
        3 => *text = text.repeat(chance.below(12)),
        4 => {
            let letter = *chance.one(&["a", "é", " ", "\u{1}", "a b, "]);
            *text = letter.repeat(chance.below(9_000));
        }
        5 => {
            if let Some(Value::String(other)) = donor {
                *text = other;
            }
        }
        _ => {
            let mut bytes = std::mem::take(text).into_bytes();
            let size = bytes.len();
            bytes.resize(size + 16, 0);
            let most = bytes.len();
            let size = fuzzer_mutate(&mut bytes, size, most);
            *text = String::from_utf8_lossy(&bytes[..size]).into_owned();
        }
    }
}

fn chance_word(chance: &mut Chance) -> &'static str {
    chance.one::<&str>(&WORDS)
}

fn change_list(list: &mut Vec<Value>, donor: Option<Value>, chance: &mut Chance) {
    let (one, other) = (chance.below(list.len()), chance.below(list.len()));
    match chance.below(6) {
        0 if !list.is_empty() => drop(list.remove(one)),
        1 if !list.is_empty() => list.swap(one, other),
        2 if !list.is_empty() => list.insert(other, list[one].clone()),
        3 if !list.is_empty() => {
            let most = if chance.once_in(8) { 3_000 } else { 20 };
            let copies = chance.below(most);
            list.extend(vec![list[one].clone(); copies]);
        }
        4 => list.clear(),
        _ => list.insert(other, donor.unwrap_or(Value::Null)),
    }
}

fn change_group(group: &mut Map<String, Value>, donor: Option<Value>, chance: &mut Chance) {
    let names: Vec<String> = group.keys().cloned().collect();
    if names.is_empty() {
        group.insert("schema".to_owned(), donor.unwrap_or(Value::Null));
        return;
    }
    let name = chance.one(&names).clone();
    match chance.below(4) {
        0 => drop(group.shift_remove(&name)),
        1 => {
            let value = group.shift_remove(&name).unwrap_or(Value::Null);
            let mut renamed = name;
            change_text(&mut renamed, None, chance);
            group.insert(renamed, value);
        }
        2 => {
            let mut longer = name.clone();
            longer.push_str(chance_word(chance));
            group.insert(longer, donor.unwrap_or(Value::Null));
        }
        _ => {
            let (one, other) = (group.get(&name).cloned(), chance.one(&names).clone());
            group.insert(other, one.unwrap_or(Value::Null));
        }
    }
}

fn extreme(chance: &mut Chance) -> Value {
    match chance.below(6) {
        0 => Value::Null,
        1 => json!(chance.once_in(2)),
        2 => json!(chance_word(chance)),
        3 => json!([]),
        4 => json!({}),
        _ => number(chance),
    }
}

fn number(chance: &mut Chance) -> Value {
    match chance.below(12) {
        0 => json!(0),
        1 => json!(-1),
        2 => json!(1e308),
        3 => json!(-1e308),
        4 => json!(5e-324),
        5 => json!(u64::MAX),
        6 => json!(i64::MIN),
        7 => json!(u64::from(u32::MAX) + 1),
        8 => json!(-0.0),
        9 => json!(0.999_999_999_999_999_9),
        _ => json!(chance.below(12)),
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(group) => group.values().map(count).sum(),
        _ => 0,
    }
}

fn nth<'a>(value: &'a Value, left: &mut usize) -> Option<&'a Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter().find_map(|value| nth(value, left)),
        Value::Object(group) => group.values().find_map(|value| nth(value, left)),
        _ => None,
    }
}

fn nth_mut<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|value| nth_mut(value, left)),
        Value::Object(group) => {
            let mut values = group.values_mut();
            values.find_map(|value| nth_mut(value, left))
        }
        _ => None,
    }
}
