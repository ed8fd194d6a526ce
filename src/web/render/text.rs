//! Cutting and minifying text, and short hashes of contents. Does not handle files.

/// Cuts every `open … close` out of `text`; returns the rest and the text between the markers.
pub fn take_all(text: &str, open: &str, close: &str) -> (String, Vec<String>) {
    let (mut left, mut taken) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((inside, behind)) = after.split_once(close) else {
            break;
        };
        left.push_str(before);
        taken.push(inside.to_owned());
        rest = behind;
    }
    left.push_str(rest);
    (left, taken)
}

/// Removes comments, including those in its script, and the space between elements of the shell.
pub fn compact_html(html: &str) -> String {
    let (html, _comments) = take_all(html, "<!--", "-->");
    lines(&html)
}

/// Removes full-line comments and indentation.
pub fn compact_js(js: &str) -> String {
    lines(js)
}

fn lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    lines.join("\n")
}

/// A short hash of a content (FNV-1a; Fowler, Noll & Vo, 1991).
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
