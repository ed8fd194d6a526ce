//! A text of headings, paragraphs and lists, written as Markdown, as HTML for the clipboard, or as plain
//! text. No text becomes markup, and none has invisible or bidirectional characters. Knows nothing of
//! what the text says.

use crate::growth::is_link;
use crate::share::text::{line, xml};
use crate::share::tidy_name;

/// A text with its structure, for documents.
#[derive(Clone, Debug, Default)]
pub struct RichText {
    blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
enum Block {
    /// The level, 1 to 3, and the text.
    Heading(usize, String),
    Paragraph(Vec<Run>),
    List(Vec<ListItem>),
}

/// A part of a line. A space is between two of them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    kind: RunKind,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum RunKind {
    Plain,
    Strong,
    Link,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListItem {
    /// One paragraph or more.
    paragraphs: Vec<Vec<Run>>,
    below: Vec<ListItem>,
}

impl Run {
    pub(crate) fn plain(text: &str) -> Self {
        Self::of(RunKind::Plain, text)
    }

    pub(crate) fn strong(text: &str) -> Self {
        Self::of(RunKind::Strong, text)
    }

    /// A link, shown as its address; a plain text if it is no `https:` link.
    pub(crate) fn link(address: &str) -> Self {
        match is_link(address) {
            true => Self::of(RunKind::Link, address),
            false => Self::plain(address),
        }
    }

    fn of(kind: RunKind, text: &str) -> Self {
        let text = tidy_name(text).unwrap_or_default();
        Self { kind, text }
    }
}

impl ListItem {
    /// An item that begins with these runs and goes on with a text, each line of which but the first
    /// is a paragraph of its own.
    pub(crate) fn new(mut start: Vec<Run>, text: &str) -> Self {
        let mut lines = lines_of(text);
        start.extend(lines.next());
        let paragraphs = std::iter::once(start).chain(lines.map(|line| vec![line]));
        Self {
            paragraphs: paragraphs.collect(),
            below: Vec::new(),
        }
    }

    /// Adds an item below this one.
    pub(crate) fn add(&mut self, item: Self) {
        self.below.push(item);
    }
}

/// The lines of a text that are not blank.
fn lines_of(text: &str) -> impl Iterator<Item = Run> {
    let lines = text.lines().map(Run::plain);
    lines.filter(|line| !line.text.is_empty())
}

impl RichText {
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        let text = tidy_name(text).unwrap_or_default();
        self.blocks.push(Block::Heading(level, text));
    }

    /// A paragraph; nothing if it is empty.
    pub(crate) fn paragraph(&mut self, mut runs: Vec<Run>) {
        runs.retain(|run| !run.text.is_empty());
        if !runs.is_empty() {
            self.blocks.push(Block::Paragraph(runs));
        }
    }

    /// A paragraph for each line that is not blank.
    pub(crate) fn paragraphs(&mut self, text: &str) {
        for line in lines_of(text) {
            self.paragraph(vec![line]);
        }
    }

    /// A list; nothing if it has no item.
    pub(crate) fn list(&mut self, items: Vec<ListItem>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// As Markdown (CommonMark 0.31).
    pub fn to_markdown(&self) -> String {
        self.written(
            |level, text| format!("{} {}\n", "#".repeat(level), line(text)),
            |run| match run.kind {
                RunKind::Plain => line(&run.text),
                RunKind::Strong => format!("**{}**", line(&run.text)),
                RunKind::Link => format!("<{}>", run.text),
            },
            "\n",
        )
    }

    /// As plain text. Headings of the second level are in capitals.
    pub fn to_plain(&self) -> String {
        self.written(
            |level, text| match level {
                2 => format!("{}\n", text.to_uppercase()),
                _ => format!("{text}\n"),
            },
            |run| run.text.clone(),
            "",
        )
    }

    /// As HTML for the clipboard: h1 to h3, p, ul, li, strong and links; no attribute but `href`.
    pub fn to_html(&self) -> String {
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Heading(level, text) => format!("<h{level}>{}</h{level}>\n", xml(text)),
            Block::Paragraph(runs) => format!("<p>{}</p>\n", html_runs(runs)),
            Block::List(items) => format!("{}\n", html_list(items)),
        });
        blocks.collect()
    }

    /// The blocks with an empty line between two of them, and between two paragraphs of one item what
    /// `gap` says.
    fn written(
        &self,
        heading: impl Fn(usize, &str) -> String,
        run: impl Fn(&Run) -> String,
        gap: &str,
    ) -> String {
        let runs = |runs: &[Run]| joined(runs, &run);
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Heading(level, text) => heading(*level, text),
            Block::Paragraph(all) => format!("{}\n", runs(all)),
            Block::List(items) => listed(items, "", gap, &runs),
        });
        blocks.collect::<Vec<_>>().join("\n")
    }
}

fn joined(runs: &[Run], written: impl Fn(&Run) -> String) -> String {
    let runs = runs.iter().filter(|run| !run.text.is_empty());
    runs.map(written).collect::<Vec<_>>().join(" ")
}

fn listed(items: &[ListItem], indent: &str, gap: &str, runs: &dyn Fn(&[Run]) -> String) -> String {
    let mut out = String::new();
    for item in items {
        for (at, paragraph) in item.paragraphs.iter().enumerate() {
            let start = match at {
                0 => format!("{indent}- "),
                _ => format!("{gap}{indent}  "),
            };
            out.push_str(&format!("{start}{}\n", runs(paragraph)));
        }
        out.push_str(&listed(&item.below, &format!("{indent}  "), gap, runs));
    }
    out
}

fn html_runs(runs: &[Run]) -> String {
    joined(runs, |run| {
        let text = xml(&run.text);
        match run.kind {
            RunKind::Plain => text,
            RunKind::Strong => format!("<strong>{text}</strong>"),
            RunKind::Link => format!("<a href=\"{text}\">{text}</a>"),
        }
    })
}

fn html_list(items: &[ListItem]) -> String {
    let items = items.iter().map(|item| {
        let paragraphs = item.paragraphs.iter();
        let text = match &*item.paragraphs {
            [one] => html_runs(one),
            _ => paragraphs
                .map(|one| format!("<p>{}</p>", html_runs(one)))
                .collect(),
        };
        let below = match item.below.is_empty() {
            true => String::new(),
            false => html_list(&item.below),
        };
        format!("<li>{text}{below}</li>")
    });
    format!("<ul>{}</ul>", items.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> RichText {
        let mut text = RichText::default();
        text.heading(1, "One # ");
        text.heading(2, "Two <b>");
        text.paragraphs("- a\n\n  b *c*\r\n");
        text.paragraph(vec![Run::plain(" "), Run::strong("")]);
        let mut item = ListItem::new(vec![Run::strong("Now:")], "did\n\nmore\nand more");
        item.add(ListItem::new(
            vec![Run::link("https://a.example/?a=1&b=*2*")],
            "",
        ));
        item.add(ListItem::new(vec![Run::link("javascript:alert(1)")], ""));
        text.list(vec![
            item,
            ListItem::new(vec![Run::plain("Seen by:")], "Zo\u{202e}ë"),
        ]);
        text.list(Vec::new());
        text
    }

    #[test]
    fn one_text_is_written_in_three_ways() {
        assert_eq!(
            text().to_markdown(),
            "# One \\#\n\n## Two \\<b\\>\n\n\\- a\n\nb \\*c\\*\n\n\
             - **Now:** did\n\n  more\n\n  and more\n\
             \x20 - <https://a.example/?a=1&b=*2*>\n  - javascript:alert(1)\n- Seen by: Zoë\n"
        );
        assert_eq!(
            text().to_plain(),
            "One #\n\nTWO <B>\n\n- a\n\nb *c*\n\n\
             - Now: did\n  more\n  and more\n\
             \x20 - https://a.example/?a=1&b=*2*\n  - javascript:alert(1)\n- Seen by: Zoë\n"
        );
        assert_eq!(
            text().to_html(),
            "<h1>One #</h1>\n<h2>Two &lt;b&gt;</h2>\n<p>- a</p>\n<p>b *c*</p>\n\
             <ul><li><p><strong>Now:</strong> did</p><p>more</p><p>and more</p>\
             <ul><li><a href=\"https://a.example/?a=1&amp;b=*2*\">https://a.example/?a=1&amp;b=*2*</a></li>\
             <li>javascript:alert(1)</li></ul></li><li>Seen by: Zoë</li></ul>\n"
        );
    }
}
