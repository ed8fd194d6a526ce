//! One address in several forms for pasting: plain, Markdown, HTML, and a frame. Handles text only.

use crate::share::text::xml as escape;

/// An address with its link text.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The full address.
    pub address: &'a str,
    /// The link text.
    pub title: &'a str,
}

impl Link<'_> {
    /// As Markdown (CommonMark 0.31); characters that would end the text or the address early are
    /// escaped.
    pub fn markdown(self) -> String {
        let mut words = String::new();
        for letter in self.title.chars() {
            if matches!(letter, '[' | ']' | '\\' | '*' | '_' | '`' | '<') {
                words.push('\\');
            }
            words.push(letter);
        }
        format!("[{words}](<{}>)", self.address)
    }

    /// As an HTML link.
    pub fn html(self) -> String {
        format!(
            "<a href=\"{}\">{}</a>",
            escape(self.address),
            escape(self.title)
        )
    }

    /// As an HTML frame with the bare view of the page, which reads none of the visitor's data.
    pub fn frame(self) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"480\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>",
            escape(&self.bare()),
            escape(self.title)
        )
    }

    /// The address of the bare view: `embed=1` is added to the query, before the fragment.
    pub fn bare(self) -> String {
        let (page, fragment) = match self.address.split_once('#') {
            Some((page, fragment)) => (page, format!("#{fragment}")),
            None => (self.address, String::new()),
        };
        let joint = if page.contains('?') { '&' } else { '?' };
        format!("{page}{joint}embed=1{fragment}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRICKY: Link = Link {
        address: "https://a.example/x/?rung=7&lean=deep#l7",
        title: "L7 [risk] \"a\" <b> & c",
    };

    #[test]
    fn words_cannot_end_a_link_early() {
        assert_eq!(
            TRICKY.markdown(),
            "[L7 \\[risk\\] \"a\" \\<b> & c](<https://a.example/x/?rung=7&lean=deep#l7>)"
        );
        assert_eq!(
            TRICKY.html(),
            "<a href=\"https://a.example/x/?rung=7&amp;lean=deep#l7\">L7 [risk] &quot;a&quot; &lt;b&gt; &amp; c</a>"
        );
    }

    #[test]
    fn a_frame_shows_the_bare_view_of_the_same_place() {
        assert_eq!(
            TRICKY.bare(),
            "https://a.example/x/?rung=7&lean=deep&embed=1#l7"
        );
        let plain = Link {
            address: "https://a.example/levels/t6/",
            title: "T6",
        };
        assert_eq!(plain.bare(), "https://a.example/levels/t6/?embed=1");
        assert!(
            plain
                .frame()
                .contains("src=\"https://a.example/levels/t6/?embed=1\"")
        );
        assert!(TRICKY.frame().contains("title=\"L7 [risk] &quot;a&quot;"));
    }
}
