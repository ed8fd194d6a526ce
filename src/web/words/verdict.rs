//! A result as sentences: what it says, how sure it is, and what it rests on.

use crate::ladder::Side;
use crate::quiz::{Balance, FEWEST_ANSWERS, Finding, Fit, Verdict};

/// The result in one sentence, for its heading. From trade-offs alone it speaks of those.
pub const fn headline(finding: Finding, only_pairs: bool) -> &'static str {
    match (finding, only_pairs) {
        (Finding::Verdict(verdict), false) => match verdict {
            Verdict::Clear(Side::Deep) => "Your answers point clearly to deep work.",
            Verdict::Clear(Side::Broad) => "Your answers point clearly to broad work.",
            Verdict::Leans(Side::Deep) => "Your answers lean towards deep work.",
            Verdict::Leans(Side::Broad) => "Your answers lean towards broad work.",
            Verdict::NoClearLean(Balance::BothEnergise) => {
                "Both deep and broad work energise you, and neither is clearly ahead."
            }
            Verdict::NoClearLean(Balance::NeitherDoes) => {
                "Neither deep nor broad work energises you at the moment."
            }
            Verdict::NoClearLean(Balance::Open) => "Your answers don’t point either way.",
            Verdict::Withheld => "Your answers pull in different directions.",
        },
        (Finding::Verdict(verdict), true) => match verdict {
            Verdict::Clear(Side::Deep) => "Your trade-offs point clearly to deep work.",
            Verdict::Clear(Side::Broad) => "Your trade-offs point clearly to broad work.",
            Verdict::Leans(Side::Deep) => "Your trade-offs lean towards deep work.",
            Verdict::Leans(Side::Broad) => "Your trade-offs lean towards broad work.",
            Verdict::NoClearLean(_) => "Your trade-offs don’t point either way.",
            Verdict::Withheld => "Your trade-offs pull in different directions.",
        },
        (Finding::StraightLine(_), _) => "You chose the same position every time.",
        (Finding::TooFew, _) => "These are too few answers for a result.",
    }
}

/// What follows from it for a choice of a track, in one or two sentences. `free` is the range of levels
/// at which one may move between the tracks freely.
pub fn fit_sentence(finding: Finding, free: Option<(String, String)>) -> String {
    let side = |side: Side| side.id();
    match finding {
        Finding::Verdict(Verdict::Clear(track)) => format!(
            "If you had to choose today, the {} track looks like the better fit.",
            side(track)
        ),
        Finding::Verdict(Verdict::Leans(track)) => format!(
            "If you had to choose today, the {} track looks a little more like you. Try it before you decide.",
            side(track)
        ),
        Finding::Verdict(Verdict::NoClearLean(Balance::NeitherDoes)) => {
            "That may be the work, the team or the month. It says little about which track suits you."
                .to_owned()
        }
        Finding::Verdict(Verdict::NoClearLean(Balance::BothEnergise)) => match free {
            Some((low, high)) if low == high => format!(
                "You don’t need to choose yet: at level {low} you can move between the tracks freely."
            ),
            Some((low, high)) => format!(
                "You don’t need to choose yet: from level {low} to level {high} you can move between the tracks freely."
            ),
            None => "You don’t need to choose yet.".to_owned(),
        },
        Finding::Verdict(Verdict::NoClearLean(Balance::Open)) => {
            "A small trial of each kind of work will tell you more than another question.".to_owned()
        }
        Finding::Verdict(Verdict::Withheld) => {
            "They contradict one another more than answers usually do. Any result would be a guess, so none is shown."
                .to_owned()
        }
        Finding::StraightLine(_) => {
            "That happens easily, and it says nothing about deep or broad work. Please look at your answers again."
                .to_owned()
        }
        Finding::TooFew => format!(
            "At least {FEWEST_ANSWERS} answers have to count for one side or the other."
        ),
    }
}

/// The verdict in two or three words, for a list.
pub const fn verdict_name(finding: Finding) -> &'static str {
    match finding {
        Finding::TooFew => "too few answers",
        Finding::StraightLine(_) => "the same position every time",
        Finding::Verdict(verdict) => match verdict {
            Verdict::Clear(Side::Deep) => "clearly deep",
            Verdict::Clear(Side::Broad) => "clearly broad",
            Verdict::Leans(Side::Deep) => "leans deep",
            Verdict::Leans(Side::Broad) => "leans broad",
            Verdict::NoClearLean(Balance::BothEnergise) => "both energise",
            Verdict::NoClearLean(Balance::NeitherDoes) => "neither energises now",
            Verdict::NoClearLean(Balance::Open) => "no clear lean",
            Verdict::Withheld => "no result",
        },
    }
}

/// The chance by the model, in plain words; none where there is no verdict.
pub fn chance(finding: Finding, fit: &Fit, only_pairs: bool) -> Option<String> {
    let (side, p) = match finding.verdict()? {
        Verdict::Clear(side) | Verdict::Leans(side) => {
            (side, *side.of(&[fit.p_deep(), fit.p_broad]))
        }
        Verdict::NoClearLean(_) => (Side::Broad, fit.p_broad),
        Verdict::Withheld => return None,
    };
    let (side, other) = (side.id(), side.other().id());
    let claim = match only_pairs {
        true => format!("you prefer {side} work to {other} work"),
        false => format!("{side} work energises you more than {other} work"),
    };
    Some(format!(
        "The chance that {claim} is {}, according to this quiz’s own model, from {}. The model was set by hand and tested only on simulated answers.",
        about(p),
        match fit.answers {
            1 => "the 1 answer that counts for it".to_owned(),
            n => format!("the {n} answers that count for it"),
        }
    ))
}

/// How often answers at random get a clear or leaning result in this form; only where that is often.
pub fn at_random(share: f64, questions: usize) -> Option<String> {
    (share >= 0.2).then(|| {
        format!(
            "Of people who answer these {questions} questions at random, {} would get such a result. Take it as a first impression.",
            about(share)
        )
    })
}

/// The line described in one sentence.
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
    format!("By the quiz’s model, there is a 4 in 5 chance that your lean is in the band: {reach}.")
}

/// A number of things, with the plural where it belongs.
pub fn count(number: usize, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        n => format!("{n} {thing}s"),
    }
}

/// How many answers of a theme speak for each side.
pub fn theme(deep: usize, broad: usize) -> String {
    format!("{deep} for deep work, {broad} for broad work")
}

/// How many answers went the other way, as the start of a sentence.
pub fn other_way(number: usize) -> String {
    const WORDS: [&str; 10] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    ];
    let word = WORDS.get(number).map(|word| (*word).to_owned());
    let word = word.unwrap_or_else(|| number.to_string());
    match number {
        1 => format!("{word} answer went the other way"),
        _ => format!("{word} answers went the other way"),
    }
}

/// How many more answers are in the list below.
pub fn more_below(number: usize) -> String {
    match number {
        1 => "1 more is in the list of all answers below.".to_owned(),
        n => format!("{n} more are in the list of all answers below."),
    }
}

/// The heading after the last question.
pub const fn end_heading(open: usize) -> &'static str {
    match open {
        0 => "Done. Every question is answered.",
        _ => "That was the last question.",
    }
}

/// How many questions are still open, and what that means.
pub fn open_questions(counted: usize, open: usize) -> String {
    match (counted, open) {
        (0, _) => "No answer counts yet. Answer a few questions first.".to_owned(),
        (_, 0) => "You can change any answer before you see the result.".to_owned(),
        (_, 1) => "1 question is still open. It won’t count.".to_owned(),
        (_, n) => format!("{n} questions are still open. They won’t count."),
    }
}

/// A probability in words without false precision: the nearest of a few simple fractions, never nearer
/// to certainty than 19 in 20.
pub fn about(p: f64) -> String {
    const STEPS: [(f64, &str); 13] = [
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
    ];
    if p < 0.045 {
        return "less than 1 in 20".to_owned();
    }
    if p > 0.955 {
        return "more than 19 in 20".to_owned();
    }
    let mut nearest = STEPS[0];
    for step in STEPS {
        if (step.0 - p).abs() < (nearest.0 - p).abs() {
            nearest = step;
        }
    }
    format!("about {}", nearest.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_told_in_plain_fractions_and_never_near_certainty() {
        for (p, words) in [
            (0.5, "about 1 in 2"),
            (0.91, "about 9 in 10"),
            (0.955, "about 19 in 20"),
            (0.9999, "more than 19 in 20"),
            (0.001, "less than 1 in 20"),
        ] {
            assert_eq!(about(p), words);
        }
    }

    #[test]
    fn sentences_with_a_count_are_right_for_none_one_and_many() {
        let said = |number| other_way(number);
        assert_eq!(said(0), "No answers went the other way");
        assert_eq!(said(1), "One answer went the other way");
        assert_eq!(said(3), "Three answers went the other way");
        assert_eq!(said(12), "12 answers went the other way");
        assert_eq!(
            (count(0, "answer"), count(1, "answer")),
            ("0 answers".to_owned(), "1 answer".to_owned())
        );
    }
}
