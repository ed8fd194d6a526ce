//! Sharing: links for wikis and frames; results, requests and second opinions in a link; results as
//! files; second views of someone's growth, and their case. Text in, text out. Uses the quiz, the ladder and growth;
//! independent of pages, store and browser.

mod code;
mod fault;
mod growth_file;
mod growth_link;
mod growth_texts;
mod level_case;
mod link;
mod opinion;
mod pasted;
mod picture;
mod result;
mod rich_text;
mod shared;
mod text;

pub use code::{LONGEST, LONGEST_NAME, LinkKind, tidy_name};
pub use fault::LinkFault;
pub use growth_file::{ViewFileFault, read_view_file, view_file};
pub use growth_link::{ViewRequest, read_view, write_view};
pub use growth_texts::OtherTexts;
pub use level_case::{
    CaseMark, case_about, case_entry_words, case_evidence_words, case_marks, case_part_hint,
    case_part_words, level_case_json, level_case_text,
};
pub use link::Link;
pub use opinion::{Reply, Request};
pub use picture::{PictureColours, PictureWords, lean_svg};
pub use result::{ResultFields, ResultText, result_json, result_markdown};
pub use rich_text::RichText;
pub use shared::{Shared, day_of, time_of};
