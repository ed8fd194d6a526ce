//! Reads the source tree as text: Rust, styles and the shell. Knows no rule of the house.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

// --- Reading Rust ---

pub type Token = (usize, String);

/// The text without comments, strings and characters; line breaks stay where they are.
pub fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let past = |from: usize, end: &str| {
        let end: Vec<char> = end.chars().collect();
        (from..chars.len())
            .find(|i| chars[*i..].starts_with(&end))
            .map_or(chars.len(), |i| i + end.len())
    };
    let (mut out, mut i) = (String::new(), 0);
    while i < chars.len() {
        let end = match (at(i), at(i + 1)) {
            ('/', '/') => past(i, "\n"),
            ('/', '*') => past(i + 2, "*/"),
            ('"', _) => {
                let before = out.trim_end_matches('#');
                let hashes = "#".repeat(out.len() - before.len());
                if before.ends_with('r') {
                    past(i + 1, &format!("\"{hashes}"))
                } else {
                    let mut end = i + 1;
                    while end < chars.len() && at(end) != '"' {
                        end += if at(end) == '\\' { 2 } else { 1 };
                    }
                    end + 1
                }
            }
            ('\'', '\\') => past(i + 3, "'"),
            ('\'', _) if at(i + 2) == '\'' => i + 3,
            (other, _) => {
                out.push(other);
                i += 1;
                continue;
            }
        };
        let end = end.clamp(i + 1, chars.len());
        out.extend(chars[i..end].iter().filter(|c| **c == '\n'));
        i = end;
    }
    out
}

/// Words, `::`, and every other mark by itself, each with its line.
pub fn tokens(code: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let length = match first {
                c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                c => c.len_utf8(),
            };
            found.push((number + 1, rest[..length].to_owned()));
            rest = rest[length..].trim_start();
        }
    }
    found
}

/// Every path that begins with `crate`, `self`, `super` or this crate's name, from the crate's root.
pub fn paths(tokens: &[Token], module: &[String]) -> Vec<(usize, Vec<String>)> {
    let word = |i: usize| tokens.get(i).map_or("", |(_, word)| word.as_str());
    let (mut found, mut depth) = (Vec::new(), 0);
    let mut inline: Vec<(usize, String)> = Vec::new();
    for i in 0..tokens.len() {
        match word(i) {
            "{" => {
                depth += 1;
                if i > 1 && word(i - 2) == "mod" {
                    inline.push((depth, word(i - 1).to_owned()));
                }
            }
            "}" => {
                inline.retain(|(opened, _)| *opened != depth);
                depth -= 1;
            }
            start @ ("crate" | "self" | "super" | "ladder_explorer")
                if word(i + 1) == "::" && (i == 0 || word(i - 1) != "::") =>
            {
                let mut from: Vec<String> = match start {
                    "crate" | "ladder_explorer" => Vec::new(),
                    _ => module
                        .iter()
                        .cloned()
                        .chain(inline.iter().map(|(_, name)| name.clone()))
                        .collect(),
                };
                let mut next = if start == "super" { i } else { i + 2 };
                while word(next) == "super" {
                    from.pop();
                    next += 2;
                }
                branches(tokens, next, from, &mut found);
            }
            _ => {}
        }
    }
    found
}

/// Follows one path, and every branch of it in braces; says where it ended.
fn branches(
    tokens: &[Token],
    mut i: usize,
    mut path: Vec<String>,
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let word = |i: usize| tokens.get(i).map_or("}", |(_, word)| word.as_str());
    if word(i) == "{" {
        i += 1;
        while word(i) != "}" {
            i = branches(tokens, i, path.clone(), found);
            while word(i) != "," && word(i) != "}" {
                i += 1; // `as name`
            }
            i += usize::from(word(i) == ",");
        }
        return i + 1;
    }
    let line = tokens.get(i).map_or(0, |(line, _)| *line);
    if word(i) == "*" || word(i).starts_with(|c: char| c.is_alphabetic() || c == '_') {
        path.push(word(i).to_owned());
        if word(i + 1) == "::" && word(i + 2) != "<" {
            return branches(tokens, i + 2, path, found);
        }
    }
    found.push((line, path));
    i + 1
}

/// Without the items behind `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut left, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        if !tokens[i..]
            .iter()
            .map(|(_, word)| word.as_str())
            .take(mark.len())
            .eq(mark)
        {
            left.push(tokens[i].clone());
            i += 1;
            continue;
        }
        let mut depth = 0;
        while i < tokens.len() {
            match tokens[i].1.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            let ended = depth == 0 && ["}", ";"].contains(&tokens[i].1.as_str());
            i += 1;
            if ended {
                break;
            }
        }
    }
    left
}

/// The names of the functions behind `#[component]`.
pub fn components(tokens: &[Token]) -> Vec<String> {
    let words: Vec<&str> = tokens.iter().map(|(_, word)| word.as_str()).collect();
    let marks = (0..words.len()).filter(|i| words[*i..].starts_with(&["#", "[", "component", "]"]));
    marks
        .filter_map(|i| words[i..].iter().skip_while(|word| **word != "fn").nth(1))
        .map(|name| (*name).to_owned())
        .collect()
}

/// `src/web/island/mod.rs` → `app, live`.
pub fn module_of(file: &str) -> Vec<String> {
    let name = file
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .trim_end_matches("/mod");
    name.split('/').map(str::to_owned).collect()
}

// --- Reading styles ---

pub fn listed_stylesheets() -> Vec<String> {
    let html = uncommented(&read("index.html"), "<!--", "-->");
    let links = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    links
        .filter(|href| href.ends_with(".css"))
        .map(str::to_owned)
        .collect()
}

/// The layers that a stylesheet fills.
pub fn layers_of(css: &str) -> Vec<String> {
    let css = uncommented(css, "/*", "*/");
    let blocks = css.split("@layer ").skip(1).filter_map(|rest| {
        let end = rest.find(['{', ';'])?;
        rest[end..]
            .starts_with('{')
            .then(|| rest[..end].trim().to_owned())
    });
    blocks.collect::<BTreeSet<String>>().into_iter().collect()
}

/// What a colour written out begins with, beside `#`.
const COLOUR_FUNCTIONS: [&str; 10] = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color",
];
/// The colours most often written by name.
const COLOUR_NAMES: [&str; 11] = [
    "white", "black", "gray", "grey", "red", "orange", "yellow", "green", "blue", "purple", "brown",
];

/// The colours written out in a line: `#…`, functions, and behind a colon of CSS names too.
pub fn colours(line: &str, css: bool) -> Vec<String> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let (mut found, mut start) = (Vec::new(), 0);
    while let Some(step) = line[start..].find(part) {
        let (before, rest) = line.split_at(start + step);
        let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        let hex = [3, 4, 6, 8].contains(&length) && word.bytes().all(|b| b.is_ascii_hexdigit());
        if before.ends_with('#') && hex {
            found.push(format!("#{word}"));
        } else if behind.starts_with('(') && COLOUR_FUNCTIONS.contains(&word) {
            found.push(format!("{word}("));
        } else if css && before.contains(':') && COLOUR_NAMES.contains(&word) {
            found.push(word.to_owned());
        }
        start += step + length;
    }
    found
}

/// The text without what stands between `open` and `close`; line breaks stay.
pub fn uncommented(text: &str, open: &str, close: &str) -> String {
    let mut pieces = text.split(open);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (comment, behind) = piece.split_once(close).unwrap_or((piece, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        out.push_str(behind);
    }
    out
}

// --- Reading files ---

/// The top folder: asked of Cargo when the test runs, as a shared target folder may outlive a move.
pub fn root() -> PathBuf {
    let now = std::env::var_os("CARGO_MANIFEST_DIR");
    now.map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

pub fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

pub fn stem_of(file: &str) -> &str {
    file.rsplit('/')
        .next()
        .and_then(|name| name.split('.').next())
        .unwrap_or_default()
}

/// Every file with this ending (or any) under these folders, by its path from the top, in order.
pub fn sources(folders: &[&str], ending: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in folders {
        collect(&root().join(folder), &mut files);
    }
    files.retain(|file| ending.is_empty() || file.ends_with(&format!(".{ending}")));
    files.sort();
    assert!(
        !files.is_empty(),
        "no .{ending} file under {folders:?}; mend the path in tests/architecture.rs"
    );
    files
        .into_iter()
        .map(|file| {
            let text = read(&file);
            (file, text)
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<String>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let is_javascript = ["tests/e2e", "tests/engines"].contains(&name.as_str());
        if path.is_dir() && !is_javascript {
            collect(&path, files);
        } else if [".rs", ".css", ".js"]
            .iter()
            .any(|known| name.ends_with(known))
        {
            files.push(name);
        }
    }
}
