//! An attempt with everything that is computed from its answers, by the version of the quiz that it was
//! made with.

use std::collections::BTreeMap;

use crate::ladder::Side;
use crate::quiz::{Finding, Fit, Form, ItemKind, Quizzes, exceptions, score, tally};
use crate::store::Attempt;
use crate::web::components::{LeanEstimate, ThemeLine};
use crate::web::results::result::traits::{pairs, rated};
use crate::web::state::ResultData;
use crate::web::{dom, words};

/// What results are made from: the data of the page, and the versions of the quiz at hand.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) data: ResultData,
    pub(crate) quizzes: Quizzes,
}

impl Known {
    /// The finding on an attempt, with its fit; none if its version of the quiz is not at hand.
    pub(crate) fn finding(&self, attempt: &Attempt) -> Option<(Finding, Fit)> {
        let quiz = self.quizzes.get(&attempt.quiz, attempt.quiz_version)?;
        let form = quiz.form(&attempt.form)?;
        let fit = score(quiz, form, &attempt.answers);
        Some((Finding::of(quiz, form, &attempt.answers, &fit), fit))
    }
}

/// An attempt with its result.
#[derive(Clone)]
pub(crate) struct Scored {
    /// The data of the page, with the quiz of the attempt.
    pub(crate) data: ResultData,
    pub(crate) attempt: Attempt,
    pub(crate) form: Form,
    pub(crate) fit: Fit,
    pub(crate) finding: Finding,
    pub(crate) date: String,
    /// Whether only trade-offs count: then there is a preference, and no energy is known.
    pub(crate) only_pairs: bool,
}

impl Scored {
    /// None if the version of the quiz is not at hand.
    pub(crate) fn of(known: &Known, attempt: Attempt) -> Option<Self> {
        let (finding, fit) = known.finding(&attempt)?;
        let quiz = known.quizzes.get(&attempt.quiz, attempt.quiz_version)?;
        let form = quiz.form(&attempt.form)?.clone();
        let date = dom::local_date(attempt.finished.unwrap_or(attempt.changed));
        let counted = attempt.answers.responses(quiz, &form);
        let is_pair = |(item, _): &(&crate::quiz::Item, _)| matches!(item.ask, ItemKind::Pair(_));
        let only_pairs = counted.iter().all(is_pair);
        let data = ResultData {
            quiz: quiz.clone(),
            ..known.data.clone()
        };
        Some(Self {
            data,
            attempt,
            form,
            fit,
            finding,
            date,
            only_pairs,
        })
    }

    pub(crate) fn headline(&self) -> &'static str {
        words::headline(self.finding, self.only_pairs)
    }

    /// The chance in words; none without a verdict.
    pub(crate) fn chance(&self) -> Option<String> {
        words::chance(self.finding, &self.fit, self.only_pairs)
    }

    /// The side of a clear or leaning verdict.
    pub(crate) fn side(&self) -> Option<Side> {
        self.finding.verdict()?.side()
    }

    /// Whether there is a line to draw.
    pub(crate) fn is_drawn(&self) -> bool {
        is_drawn(self.finding)
    }

    /// The answers counted by theme.
    pub(crate) fn themes(&self) -> Vec<ThemeLine> {
        let tallies = tally(&self.data.quiz, &self.form, &self.attempt.answers).into_iter();
        let lines = tallies.map(|one| ThemeLine {
            name: one.theme.name.clone(),
            deep: one.deep,
            broad: one.broad,
        });
        lines.collect()
    }

    /// The answers that went the other way, in words, the furthest first.
    pub(crate) fn exceptions(&self) -> Vec<String> {
        let Some(side) = self.side() else {
            return Vec::new();
        };
        let quiz = &self.data.quiz;
        let found = exceptions(quiz, &self.form, &self.attempt.answers, side).into_iter();
        found
            .map(|one| words::exception(quiz, one.item, one.category))
            .collect()
    }

    /// The energy for each kind of work, in words; empty without ratings.
    pub(crate) fn trait_words(&self) -> Vec<(&'static str, String)> {
        if self.only_pairs {
            return Vec::new();
        }
        let (quiz, form, answers) = (&self.data.quiz, &self.form, &self.attempt.answers);
        Side::BOTH
            .into_iter()
            .map(|side| {
                let (name, estimate) = match side {
                    Side::Deep => ("Depth", self.fit.deep),
                    Side::Broad => ("Breadth", self.fit.broad),
                };
                let counted = (rated(quiz, form, answers, side), pairs(quiz, form, answers));
                (name, words::trait_words(side, estimate, counted))
            })
            .collect()
    }

    pub(crate) fn today_numbers(&self) -> BTreeMap<String, u8> {
        let today = self.attempt.today.iter();
        today
            .map(|(id, held)| (id.clone(), u8::from(*held)))
            .collect()
    }
}

/// Whether a finding has a line: not without a verdict, and not where it is withheld.
pub(crate) fn is_drawn(finding: Finding) -> bool {
    finding
        .verdict()
        .is_some_and(|verdict| verdict != crate::quiz::Verdict::Withheld)
}

/// The values of a fit that the line shows.
pub(crate) fn lean_of(fit: &Fit) -> LeanEstimate {
    LeanEstimate {
        estimate: fit.lean,
        interval: fit.interval80,
        words: words::line_words(fit),
    }
}
