//! A case as Markdown, for export. Handles only the texts passed in.

use crate::share::text::quote;

/// One competency of a case.
pub struct CaseLine<'a> {
    /// The competency's name.
    pub competency: &'a str,
    /// The expectation of the level.
    pub asked: &'a str,
    /// The note of evidence; empty if there is none.
    pub note: &'a str,
}

/// A case with its level, its competencies and the lines of the passport, as Markdown. Notes are quoted
/// line by line, so that their text cannot become a heading.
pub fn case_markdown(level: &str, lines: &[CaseLine], passport: &[(&str, &str)]) -> String {
    let mut text = format!("# Case for {level}\n");
    for line in lines {
        text.push_str(&format!("\n## {}\n\n{}\n", line.competency, line.asked));
        quote(&mut text, line.note);
    }
    if passport.iter().any(|(_, words)| !words.trim().is_empty()) {
        text.push_str("\n# Skills passport\n");
        for (name, words) in passport {
            text.push_str(&format!("\n## {name}\n"));
            quote(&mut text, words);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stays_a_quotation_whatever_it_holds() {
        let lines = [
            CaseLine {
                competency: "Risk",
                asked: "Keep options open",
                note: "# Not a heading\n\nThe spike.",
            },
            CaseLine {
                competency: "Depth",
                asked: "Know it",
                note: " ",
            },
        ];
        assert_eq!(
            case_markdown(
                "L7 Staff Tech Lead",
                &lines,
                &[("Fresh", "Rust"), ("Seen by", "")]
            ),
            "# Case for L7 Staff Tech Lead\n\
             \n## Risk\n\nKeep options open\n\n> # Not a heading\n>\n> The spike.\n\
             \n## Depth\n\nKnow it\n\n> –\n\
             \n# Skills passport\n\n## Fresh\n\n> Rust\n\n## Seen by\n\n> –\n"
        );
    }

    #[test]
    fn an_empty_passport_is_left_out() {
        assert_eq!(
            case_markdown("T6", &[], &[("Fresh", "")]),
            "# Case for T6\n"
        );
    }
}
