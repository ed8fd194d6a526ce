//! Results and errors as sentences for a visitor: second person, plain, each with its basis. Uses quiz
//! and store values, not pages or markup.

mod change;
mod data;
mod today;

pub use change::{counterfactual, how_firm, what_a_form_buys};
pub use data::{
    BOTH_TABS, CLASH, HALF_DONE, NOT_ALL_SAVED, asked_to_save, backup_fault, backup_made,
    backup_sent, changed, deleted, imported, lock_problem, preview_rows, promise, record_name,
    record_state, rescued, restore_problem, room, save_status, size, too_long, waiting,
};
pub use today::{
    agreement, and_list, change, difference, moved, quarter, quarter_meaning, quarter_step, today,
    trait_words,
};

use crate::ladder::Side;
use crate::quiz::{Answer, Balance, Fit, Item, ItemKind, Quiz, Reason, Verdict};
use crate::store::StoreError;
use crate::web::state::SaveState;

/// The verdict in one sentence, for the heading of a result.
pub const fn headline(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear(Side::Deep) => "Deep work energises you more than broad work.",
        Verdict::Clear(Side::Broad) => "Broad work energises you more than deep work.",
        Verdict::Leans(Side::Deep) => "Your answers lean towards deep work.",
        Verdict::Leans(Side::Broad) => "Your answers lean towards broad work.",
        Verdict::NoClearLean(Balance::BothEnergise) => "No clear lean: both energise you.",
        Verdict::NoClearLean(Balance::NeitherDoes) => {
            "No clear lean: neither energises you at the moment."
        }
        Verdict::NoClearLean(Balance::Open) => "No clear lean between deep and broad.",
        Verdict::Withheld => "No verdict: these answers pull in different directions.",
    }
}

/// The verdict in two or three words, for a list.
pub const fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear(Side::Deep) => "clearly deep",
        Verdict::Clear(Side::Broad) => "clearly broad",
        Verdict::Leans(Side::Deep) => "leans deep",
        Verdict::Leans(Side::Broad) => "leans broad",
        Verdict::NoClearLean(Balance::BothEnergise) => "no clear lean: both energise",
        Verdict::NoClearLean(Balance::NeitherDoes) => "no clear lean: neither does now",
        Verdict::NoClearLean(Balance::Open) => "no clear lean",
        Verdict::Withheld => "no verdict",
    }
}

/// The meaning of the verdict and its certainty.
pub fn certainty(verdict: Verdict, fit: &Fit) -> String {
    let odds = |p: f64| about(p);
    match verdict {
        Verdict::Clear(track) => format!(
            "From {}, the chance that this is so is {}.",
            count_of_answers(fit),
            odds(p_of(fit, track))
        ),
        Verdict::Leans(track) => format!(
            "From {}, the chance that {} work energises you more is {}. It may be otherwise; look at what carried it.",
            count_of_answers(fit),
            track.id(),
            odds(p_of(fit, track))
        ),
        Verdict::NoClearLean(Balance::BothEnergise) => format!(
            "{} speak about as much for one as for the other (broad ahead: {}), and for plenty of both. \
             That is the overlap at Senior and Staff, where moving between the tracks costs nothing.",
            capital(&count_of_answers(fit)),
            odds(fit.p_broad)
        ),
        Verdict::NoClearLean(Balance::NeitherDoes) => format!(
            "{} speak about as much for one as for the other (broad ahead: {}), and for little of either. \
             That says something about these weeks, not about you for good.",
            capital(&count_of_answers(fit)),
            odds(fit.p_broad)
        ),
        Verdict::NoClearLean(Balance::Open) => format!(
            "{} do not settle it: the chance that broad work energises you more is {}.",
            capital(&count_of_answers(fit)),
            odds(fit.p_broad)
        ),
        Verdict::Withheld => format!(
            "{} contradict one another more than answers usually do, so a verdict would be a guess. \
             Both directions are listed below; read them side by side, or answer again in a quiet quarter of an hour.",
            capital(&count_of_answers(fit))
        ),
    }
}

/// A description of the lean line in one sentence.
pub fn line_words(fit: &Fit) -> String {
    let place = |x: f64| match x {
        x if x < -1.5 => "the far deep side",
        x if x < -0.5 => "the deep side",
        x if x < -0.1 => "the near deep side",
        x if x <= 0.1 => "the middle",
        x if x <= 0.5 => "the near broad side",
        x if x <= 1.5 => "the broad side",
        _ => "the far broad side",
    };
    let (low, high) = (place(fit.interval80.0), place(fit.interval80.1));
    let reach = match (low == high, low) {
        (true, "the middle") => "around the middle".to_owned(),
        (true, _) => format!("all of it on {low}"),
        (false, _) => format!("from {low} to {high}"),
    };
    format!(
        "The band is where your lean lies with a chance of 4 in 5: {reach}. The tick is the middle of it."
    )
}

fn p_of(fit: &Fit, track: Side) -> f64 {
    match track {
        Side::Deep => fit.p_deep(),
        Side::Broad => fit.p_broad,
    }
}

fn count_of_answers(fit: &Fit) -> String {
    match fit.answers {
        1 => "your one answer".to_owned(),
        n => format!("your {n} answers"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A probability in words without false precision: the nearest of a few simple fractions.
pub fn about(p: f64) -> String {
    const STEPS: [(f64, &str); 15] = [
        (0.01, "1 in 100"),
        (0.05, "1 in 20"),
        (0.1, "1 in 10"),
        (0.2, "1 in 5"),
        (0.25, "1 in 4"),
        (0.33, "1 in 3"),
        (0.4, "2 in 5"),
        (0.5, "1 in 2"),
        (0.6, "3 in 5"),
        (0.67, "2 in 3"),
        (0.75, "3 in 4"),
        (0.8, "4 in 5"),
        (0.9, "9 in 10"),
        (0.95, "19 in 20"),
        (0.99, "99 in 100"),
    ];
    if p < 0.005 {
        return "less than 1 in 100".to_owned();
    }
    if p > 0.995 {
        return "more than 99 in 100".to_owned();
    }
    let mut nearest = STEPS[0];
    for step in STEPS {
        if (step.0 - p).abs() < (nearest.0 - p).abs() {
            nearest = step;
        }
    }
    format!("about {}", nearest.1)
}

/// An answer in words: the question, and the visitor's answer.
pub fn answer_words(quiz: &Quiz, item: &Item, category: u8) -> String {
    match &item.ask {
        ItemKind::Pair(pair) => {
            let (strength, chosen, other) = match category {
                0 => ("much rather", &pair.deep, &pair.broad),
                1 => ("rather", &pair.deep, &pair.broad),
                3 => ("rather", &pair.broad, &pair.deep),
                4 => ("much rather", &pair.broad, &pair.deep),
                _ => {
                    return format!(
                        "{} Both alike: “{}” and “{}”",
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
        ItemKind::Rating(rating) => {
            let label = quiz.label(item, Answer::Category(category));
            let name = quiz
                .behaviour(&rating.behaviour)
                .map_or(rating.text.as_str(), |behaviour| behaviour.name.as_str());
            format!("{name}: “{}”.", label.unwrap_or_default())
        }
    }
}

/// A sentence without its full stop, for use in quotation marks.
fn bare(sentence: &str) -> &str {
    sentence.trim_end_matches('.')
}

/// The minimum weight of an answer worth naming, relative to the heaviest answer.
const WORTH_NAMING: f64 = 0.2;

/// The message when the answers are so consistent that no single one is decisive.
pub fn no_single_answer(reasons: &[Reason]) -> Option<&'static str> {
    let heaviest = reasons.first()?.delta_p.abs();
    (heaviest < 0.005).then_some(
        "No single answer decides it: take any one away, and the chance changes by less than 1 in 100.",
    )
}

/// Which answers a verdict rests on most, named in one sentence.
pub fn rests_on(quiz: &Quiz, reasons: &[Reason], towards: Side) -> Option<String> {
    let heaviest = reasons.first().map_or(0.0, |reason| reason.delta_p.abs());
    let counts = |reason: &&Reason| {
        speaks_for(reason) == towards && reason.delta_p.abs() >= heaviest * WORTH_NAMING
    };
    let names: Vec<String> = reasons
        .iter()
        .filter(counts)
        .take(3)
        .filter_map(|reason| behaviour_phrase(quiz, reason.item, towards))
        .collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!(
            "What speaks most for the {} side is your answer about {one}.",
            towards.id()
        )),
        [rest @ .., last] => Some(format!(
            "What speaks most for the {} side are your answers about {} and about {last}.",
            towards.id(),
            rest.join(", about ")
        )),
    }
}

/// The weight of an answer, and the side it supports.
pub fn weight(reason: &Reason) -> String {
    let points = (reason.delta_p.abs() * 100.0).round();
    let points = match points {
        p if p < 1.0 => "less than 1 point".to_owned(),
        p if p < 2.0 => "1 point".to_owned(),
        p => format!("{p:.0} points"),
    };
    // An answer without weight supports neither side.
    match reason.delta_p.abs() * 100.0 {
        p if p < 0.01 => points,
        _ => format!("{points} towards {}", speaks_for(reason).id()),
    }
}

/// The track that an answer speaks for.
pub fn speaks_for(reason: &Reason) -> Side {
    if reason.delta_p >= 0.0 {
        Side::Broad
    } else {
        Side::Deep
    }
}

fn behaviour_phrase(quiz: &Quiz, item: &Item, towards: Side) -> Option<String> {
    let id = match &item.ask {
        ItemKind::Pair(pair) => match towards {
            Side::Deep => &pair.deep_behaviour,
            Side::Broad => &pair.broad_behaviour,
        },
        ItemKind::Rating(rating) => &rating.behaviour,
    };
    quiz.behaviour(id).map(|behaviour| behaviour.phrase.clone())
}

/// The message for a storage error, and the remedy.
pub fn store_problem(error: &StoreError) -> String {
    match error {
        StoreError::Full => "This is not saved: this browser’s storage for this site is full. \
             Delete old attempts under “Your results” and try again. What was saved before is unharmed."
            .to_owned(),
        StoreError::Refused(_) => "This is not saved: the browser refused to write. \
             Allow storage for this site, or keep this tab open until you are done."
            .to_owned(),
        StoreError::NotKept => "This is not saved: the browser took it but did not keep it. \
             Keep this tab open until you are done."
            .to_owned(),
        StoreError::Unreadable { key, .. } => format!(
            "One record in this browser cannot be read and was left as it is: {key}."
        ),
        StoreError::Newer { .. } => {
            "One record was written by a newer version of this app. It is left as it is; reload the page to get the newest app."
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_told_in_plain_fractions() {
        for (p, words) in [
            (0.5, "about 1 in 2"),
            (0.91, "about 9 in 10"),
            (0.955, "about 19 in 20"),
            (0.999, "more than 99 in 100"),
            (0.001, "less than 1 in 100"),
        ] {
            assert_eq!(about(p), words);
        }
    }
}
