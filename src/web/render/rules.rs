//! The rules of a style sheet, cut once, and those of them that can match something on a page.

use std::collections::BTreeSet;

use super::text::take_all;

/// A rule of a style sheet.
#[derive(Debug)]
pub(super) enum Rule {
    /// Kept on every page.
    Always(String),
    /// Rules of a layer or under a condition.
    Group { head: String, rules: Vec<Rule> },
    /// Declarations for any of some selectors.
    Style {
        selectors: Vec<Selector>,
        body: String,
    },
}

/// A selector, and what a page must have for it to match.
#[derive(Debug)]
pub(super) struct Selector {
    text: String,
    /// All of these.
    names: Vec<Name>,
    /// All of one of these, if there are any.
    choices: Vec<Vec<Name>>,
}

#[derive(Debug)]
enum Name {
    Class(String),
    Id(String),
}

/// The rules that can match on a page with these names, as text.
pub(super) fn kept(rules: &[Rule], names: &NamesInUse) -> String {
    let mut out = String::new();
    write(&mut out, rules, names);
    out
}

fn write(out: &mut String, rules: &[Rule], names: &NamesInUse) {
    for rule in rules {
        match rule {
            Rule::Always(text) => out.push_str(text),
            Rule::Group { head, rules } => {
                let before = out.len();
                out.push_str(head);
                out.push('{');
                let empty = out.len();
                write(out, rules, names);
                match out.len() == empty {
                    true => out.truncate(before),
                    false => out.push('}'),
                }
            }
            Rule::Style { selectors, body } => {
                let mut is_first = true;
                for selector in selectors.iter().filter(|one| names.can_match(one)) {
                    if !std::mem::take(&mut is_first) {
                        out.push(',');
                    }
                    out.push_str(&selector.text);
                }
                if !is_first {
                    out.push_str(body);
                }
            }
        }
    }
}

/// The rules of `css`, which is compact.
pub(super) fn rules_of(css: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some(open) = rest.bytes().position(|byte| matches!(byte, b'{' | b';')) {
        let (head, after) = (&rest[..open], &rest[open + 1..]);
        if rest.as_bytes()[open] == b';' {
            rules.push(Rule::Always(format!("{head};")));
            rest = after;
            continue;
        }
        let end = closing(after);
        let (body, behind) = (&after[..end], &after[(end + 1).min(after.len())..]);
        rest = behind;
        let nests = ["@container", "@layer", "@media", "@supports"]
            .iter()
            .any(|at| head.starts_with(at));
        rules.push(if nests {
            Rule::Group {
                head: head.to_owned(),
                rules: rules_of(body),
            }
        } else if head.starts_with('@') {
            Rule::Always(format!("{head}{{{body}}}"))
        } else {
            Rule::Style {
                selectors: split_list(head).into_iter().map(Selector::of).collect(),
                body: format!("{{{body}}}"),
            }
        });
    }
    rules.push(Rule::Always(rest.to_owned()));
    rules
}

impl Selector {
    fn of(selector: &str) -> Self {
        // `:not(…)` matches missing names, and any one part of `:is(…)` is enough.
        let plain = without_calls(selector, ":not(");
        let (rest, choices) = match plain.split_once(":is(") {
            Some((before, after)) => {
                let end = after.find(')').unwrap_or(after.len());
                let behind = after.get(end + 1..).unwrap_or_default();
                let choices = split_list(&after[..end]).into_iter().map(names_in);
                (format!("{before}{behind}"), choices.collect())
            }
            None => (plain, Vec::new()),
        };
        Self {
            text: selector.to_owned(),
            names: names_in(&rest),
            choices,
        }
    }
}

/// The classes and ids of a selector, but for those in attributes: there, a mark begins no name.
fn names_in(selector: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let (mut rest, mut depth) = (selector, 0usize);
    while let Some(at) = rest.find(['[', ']', '.', '#']) {
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
                let name = rest[..end].to_owned();
                names.push(match mark {
                    b'.' => Name::Class(name),
                    _ => Name::Id(name),
                });
                rest = &rest[end..];
            }
        }
    }
    names
}

/// The end of the block that `text` is in.
fn closing(text: &str) -> usize {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The parts of a selector list, cut at its top-level commas.
fn split_list(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0usize, 0);
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                parts.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[from..]);
    parts
}

/// The classes and ids that a page uses.
pub(super) struct NamesInUse {
    pub(super) classes: BTreeSet<String>,
    ids: BTreeSet<String>,
}

impl NamesInUse {
    pub(super) fn of(html: &str) -> Self {
        let values = |name: &str| {
            let (_, values) = take_all(html, &format!(" {name}=\""), "\"");
            let words = values.iter().flat_map(|value| value.split_whitespace());
            words.map(str::to_owned).collect()
        };
        Self {
            classes: values("class"),
            ids: values("id"),
        }
    }

    fn can_match(&self, selector: &Selector) -> bool {
        let choices = &selector.choices;
        self.has_all(&selector.names)
            && (choices.is_empty() || choices.iter().any(|choice| self.has_all(choice)))
    }

    fn has_all(&self, names: &[Name]) -> bool {
        names.iter().all(|name| match name {
            Name::Class(name) => self.classes.contains(name),
            Name::Id(name) => self.ids.contains(name),
        })
    }
}

/// Removes every `call…)`, including nested brackets.
fn without_calls(selector: &str, call: &str) -> String {
    let mut left = String::new();
    let mut rest = selector;
    while let Some((before, after)) = rest.split_once(call) {
        left.push_str(before);
        let mut depth = 1usize;
        let end = after.bytes().position(|byte| {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        rest = end.map_or("", |end| &after[end + 1..]);
    }
    left + rest
}
