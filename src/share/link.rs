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

    /// As an HTML frame with the page’s content alone, which reads none of the visitor's data.
    pub fn frame(self) -> String {
        self.framed("1", 480)
    }

    /// As an HTML frame with the page as a card.
    pub fn card(self) -> String {
        self.framed("card", 150)
    }

    fn framed(self, view: &str, height: u32) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>",
            escape(&self.view(view)),
            escape(self.title)
        )
    }

    /// The address of a view for a frame on a light page: added to the query, before the fragment.
    fn view(self, view: &str) -> String {
        let (page, fragment) = match self.address.split_once('#') {
            Some((page, fragment)) => (page, format!("#{fragment}")),
            None => (self.address, String::new()),
        };
        let joint = if page.contains('?') { '&' } else { '?' };
        format!("{page}{joint}embed={view}&theme=light{fragment}")
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
            TRICKY.view("1"),
            "https://a.example/x/?rung=7&lean=deep&embed=1&theme=light#l7"
        );
        let plain = Link {
            address: "https://a.example/levels/t6/",
            title: "T6",
        };
        let at = "src=\"https://a.example/levels/t6/?embed=";
        assert!(plain.frame().contains(&format!("{at}1&amp;theme=light\"")));
        assert!(
            plain
                .card()
                .contains(&format!("{at}card&amp;theme=light\""))
        );
        assert!(TRICKY.frame().contains("title=\"L7 [risk] &quot;a&quot;"));
    }
}
