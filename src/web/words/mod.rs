//! Results and errors as sentences for a visitor: second person, plain, each with its basis. Uses quiz
//! and store values, not pages or markup.

mod change;
mod data;
mod plan;
mod steps;
mod today;
mod verdict;

pub use change::{counterfactual, how_firm, what_a_form_buys};
pub use data::{
    BOTH_TABS, CLASH, HALF_DONE, asked_to_save, backup_fault, backup_made, backup_sent, changed,
    deleted, imported, lock_problem, preview_rows, promise, record_name, record_state, rescued,
    restore_problem, room, room_in_numbers, save_status, size, too_long, waiting,
};
pub use plan::due_this_week;
pub use steps::Advice;
pub use today::{
    agreement, and_list, change, difference, moved, quarter, quarter_meaning, today, trait_words,
};
pub use verdict::{
    about, at_random, chance, count, end_heading, fit_sentence, headline, line_words, more_below,
    open_questions, other_way, theme, verdict_name,
};

use crate::quiz::{Answer, Item, ItemKind, Quiz};
use crate::store::StoreError;
use crate::web::state::SaveState;

/// An answer in words: the question, and the visitor's answer.
pub fn answer_words(quiz: &Quiz, item: &Item, answer: Answer) -> String {
    let label = quiz.label(item, answer).unwrap_or_default();
    match (&item.ask, answer) {
        (ItemKind::Pair(pair), Answer::Category(category)) => {
            let (strength, chosen, other) = match category {
                0 => ("much rather", &pair.deep, &pair.broad),
                1 => ("rather", &pair.deep, &pair.broad),
                3 => ("rather", &pair.broad, &pair.deep),
                4 => ("much rather", &pair.broad, &pair.deep),
                _ => {
                    return format!(
                        "{} Both alike: “{}” and “{}”.",
                        pair.stem,
                        bare(&pair.deep),
                        bare(&pair.broad)
                    );
                }
            };
            format!(
                "{} You would {strength} “{}” than “{}”.",
                pair.stem,
                bare(chosen),
                bare(other)
            )
        }
        (ItemKind::Pair(pair), _) => format!("{} {label}.", pair.stem),
        (ItemKind::Rating(rating), _) => {
            let behaviour = quiz.behaviour(&rating.behaviour);
            let name = behaviour.map_or(rating.text.as_str(), |behaviour| behaviour.name.as_str());
            format!("{name}: “{label}”.")
        }
    }
}

/// An answer that went the other way, in a few words: the side that was chosen, or the rating.
pub fn exception(quiz: &Quiz, item: &Item, category: u8) -> String {
    let (strength, side) = match (&item.ask, category) {
        (ItemKind::Pair(pair), 0) => ("Much rather", &pair.deep),
        (ItemKind::Pair(pair), 1) => ("Rather", &pair.deep),
        (ItemKind::Pair(pair), 3) => ("Rather", &pair.broad),
        (ItemKind::Pair(pair), 4) => ("Much rather", &pair.broad),
        _ => return answer_words(quiz, item, Answer::Category(category)),
    };
    format!("{strength}: “{}”", bare(side))
}

/// A sentence without its full stop, for use in quotation marks.
fn bare(sentence: &str) -> &str {
    sentence.trim_end_matches('.')
}

/// The message for a storage error, and the remedy.
pub fn store_problem(error: &StoreError) -> String {
    match error {
        StoreError::Full => "This is not saved: this browser’s storage for this site is full. \
             Delete old attempts under “Your results” and try again. What was saved before is safe."
            .to_owned(),
        StoreError::Refused(_) => "This is not saved: the browser refused to write. \
             Allow storage for this site, or keep this tab open until you are done."
            .to_owned(),
        StoreError::NotKept => "This is not saved: the browser accepted it, but it was gone when read back. \
             Keep this tab open until you are done."
            .to_owned(),
        StoreError::Unreadable { key, .. } => format!(
            "One record in this browser can’t be read and was left unchanged: {key}."
        ),
        StoreError::Newer { .. } => {
            "One record was written by a newer version of this app. It is left unchanged. Reload the page to get that version."
                .to_owned()
        }
    }
}

/// The message if something is not saved; none if there is no problem.
pub fn problem(kept: &SaveState) -> Option<String> {
    match kept {
        SaveState::NotYet | SaveState::Saved | SaveState::Sealing => None,
        SaveState::OnlyHere => Some(NOT_KEPT.to_owned()),
        SaveState::Failed(error) => Some(store_problem(error)),
    }
}

/// Shown wherever storage is refused altogether.
pub const NOT_KEPT: &str = "This browser refuses storage on this page, so nothing is being saved. \
     Everything works until you close the tab; then your answers are gone.";
