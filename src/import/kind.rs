//! What kind of file a text is: by the end of its name, else by what it looks like.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ladder in a format of ours.
    Ours,
    /// Rows with commas, semicolons or tabs.
    Table,
    Markdown,
    Html,
    Json,
    Yaml,
}

/// What a file is that holds no text, with the remedy; none for a text.
pub(super) fn no_text(bytes: &[u8]) -> Option<&'static str> {
    // The first bytes of each format.
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") || begins(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(
            "is a workbook, a document of an office program or an archive; save the sheet as CSV, or the document as a web page, and choose that file",
        );
    }
    if begins(b"%PDF") {
        return Some(
            "is a PDF, which keeps no table; choose the file that it was made from, or copy the table and paste it",
        );
    }
    if begins(b"\x89PNG") || begins(&[0xFF, 0xD8, 0xFF]) || begins(b"GIF8") || begins(b"RIFF") {
        return Some("is a picture; choose a file with text");
    }
    let is_wide = begins(&[0xFF, 0xFE]) || begins(&[0xFE, 0xFF]);
    (!is_wide && bytes.contains(&0)).then_some("holds no text; choose a table or a document")
}

/// The kind of a text.
pub(super) fn of(name: &str, text: &str) -> Kind {
    let start = text.trim_start();
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let is_ours = || {
        let head: String = start.chars().take(2_000).collect();
        head.contains("\"schema\"")
            && (text.contains("\"competencies\""))
            && text.contains("\"levels\"")
    };
    match ending.as_deref() {
        Some("json") if is_ours() => return Kind::Ours,
        Some("json") => return Kind::Json,
        Some("yml" | "yaml") => return Kind::Yaml,
        Some("md" | "markdown" | "mdx") => return Kind::Markdown,
        Some("html" | "htm") => return Kind::Html,
        Some("csv" | "tsv" | "tab") => return Kind::Table,
        _ => {}
    }
    if start.starts_with(['{', '[']) && !start.starts_with("[[") && !start.starts_with("[x]") {
        let is_json = start.starts_with('{') || start.trim_end().ends_with(']');
        if is_json {
            return if is_ours() { Kind::Ours } else { Kind::Json };
        }
    }
    if start.starts_with('<') {
        return Kind::Html;
    }
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(40)
        .collect();
    let share = |fits: &dyn Fn(&str) -> bool| {
        lines.iter().filter(|line| fits(line)).count() * 2 >= lines.len()
    };
    let begins = |line: &str| {
        let line = line.trim_start();
        line.starts_with('#')
            || line.starts_with("- ")
            || line.starts_with("* ")
            || line.starts_with('|')
    };
    if text.contains('\t') && share(&|line| line.contains('\t')) {
        return Kind::Table;
    }
    if lines
        .iter()
        .any(|line| line.starts_with("# ") || line.starts_with("## "))
        || share(&begins)
    {
        return Kind::Markdown;
    }
    if start.starts_with("---")
        || share(&|line| line.trim_end().ends_with(':') || line.contains(": "))
            && lines.iter().any(|line| line.trim_end().ends_with(':'))
    {
        return Kind::Yaml;
    }
    match text.contains([',', ';', '\t'])
        && lines.len() > 1
        && share(&|line| line.contains([',', ';']))
    {
        true => Kind::Table,
        false => Kind::Markdown,
    }
}
