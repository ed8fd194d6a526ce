//! Worlds, and the people in them who answer the quiz.
//! Knows how answers come about; nothing of how they are scored.

use ladder_explorer::quiz::{ItemKind, Quiz, Response};

use super::chance::Chance;

/// How far a world departs from the model that scores its answers; all are standard deviations.
#[derive(Clone, Copy)]
pub struct Misfit {
    /// Of the logarithm by which an item’s slopes are stretched.
    slope: f64,
    /// Of what an item’s thresholds are off by.
    offset: f64,
    /// Mean and deviation of how much a person likes to say “energises me”, whatever is rated.
    acquiescence: (f64, f64),
    /// Of what else sways a single rating.
    rating_noise: f64,
    /// Of what else sways a single choice in a pair.
    pair_noise: f64,
    /// How far people work goes with broad work, as a correlation: the score takes it for 0.
    people_with_broad: f64,
}

impl Misfit {
    /// The model is right about everything.
    pub const NONE: Self = Self {
        slope: 0.0,
        offset: 0.0,
        acquiescence: (0.0, 0.0),
        rating_noise: 0.0,
        pair_noise: 0.0,
        people_with_broad: 0.0,
    };
    /// The model is wrong about every number: they were set by hand.
    pub const MISSPECIFIED: Self = Self {
        slope: 0.25,
        offset: 0.5,
        acquiescence: (0.3, 0.4),
        rating_noise: 0.5,
        pair_noise: 0.0,
        people_with_broad: 0.0,
    };
    /// Besides, the pairs are as noisy as the ratings.
    pub const NOISY_PAIRS: Self = Self {
        pair_noise: 0.5,
        ..Self::MISSPECIFIED
    };
    /// Besides, those whom broad work energises like people work too.
    pub const SOCIAL: Self = Self {
        people_with_broad: 0.5,
        ..Self::MISSPECIFIED
    };
}

/// Items as they truly are, in the order of the quiz’s file.
pub struct World<'a> {
    misfit: Misfit,
    items: Vec<TrueItem<'a>>,
    prior_correlation: f64,
}

struct TrueItem<'a> {
    id: &'a str,
    /// As the quiz’s file has it; the category is replaced by the answer.
    scored: Response,
    slope: [f64; 2],
    people: f64,
    thresholds: [f64; 4],
    is_rating: bool,
}

/// Somebody who answers.
pub struct Person {
    deep: f64,
    broad: f64,
    /// How much people work energises, apart from both.
    people: f64,
    acquiescence: f64,
}

impl Person {
    /// Whether people work energises more than deep and broad work do.
    pub fn people_leads(&self) -> bool {
        self.people > self.deep.max(self.broad)
    }
}

impl<'a> World<'a> {
    /// A world of the kind `misfit`.
    pub fn new(quiz: &'a Quiz, misfit: Misfit, chance: &mut Chance) -> Self {
        let items = quiz.items.iter().filter_map(|item| {
            let parameters = *quiz.parameters(item)?;
            let stretch = (misfit.slope * chance.normal()).exp();
            let offset = misfit.offset * chance.normal();
            Some(TrueItem {
                id: &item.id,
                scored: Response {
                    parameters,
                    category: 0,
                },
                slope: parameters.slope.map(|slope| slope * stretch),
                people: parameters.people * stretch,
                thresholds: parameters.thresholds.map(|d| d + offset),
                is_rating: matches!(item.ask, ItemKind::Rating(_)),
            })
        });
        Self {
            misfit,
            items: items.collect(),
            prior_correlation: quiz.model.prior_correlation,
        }
    }

    /// Where each item of a form is in a session.
    pub fn places(&self, form: &[String]) -> Vec<usize> {
        let place = |id: &String| self.items.iter().position(|item| item.id == id);
        form.iter().filter_map(place).collect()
    }

    /// Somebody out of the prior.
    pub fn person(&self, chance: &mut Chance) -> Person {
        let rho = self.prior_correlation;
        let deep = chance.normal();
        let broad = rho * deep + (1.0 - rho * rho).sqrt() * chance.normal();
        let with = self.misfit.people_with_broad;
        let (mean, deviation) = self.misfit.acquiescence;
        Person {
            deep,
            broad,
            people: with * broad + (1.0 - with * with).sqrt() * chance.normal(),
            acquiescence: mean + deviation * chance.normal(),
        }
    }

    /// The true lean of a person, λ = (θ_B − θ_D)/√(2 − 2ρ).
    pub fn lean(&self, person: &Person) -> f64 {
        (person.broad - person.deep) / (2.0 - 2.0 * self.prior_correlation).sqrt()
    }

    /// A session: an answer to every item of the quiz.
    pub fn sitting(&self, person: &Person, chance: &mut Chance) -> Vec<Response> {
        let answer = |item: &TrueItem| {
            let (swayed, noise) = if item.is_rating {
                (person.acquiescence, self.misfit.rating_noise)
            } else {
                (0.0, self.misfit.pair_noise)
            };
            let drawn = item.slope[0] * person.deep
                + item.slope[1] * person.broad
                + item.people * person.people;
            let z = drawn + swayed + noise * chance.normal();
            let luck = chance.uniform();
            let reached = |d: &&f64| luck < 1.0 / (1.0 + (-(z + **d)).exp());
            Response {
                category: item.thresholds.iter().filter(reached).count() as u8,
                ..item.scored
            }
        };
        self.items.iter().map(answer).collect()
    }

    /// A session of clicking without reading.
    pub fn clicks(&self, chance: &mut Chance) -> Vec<Response> {
        let click = |item: &TrueItem| Response {
            category: chance.category(),
            ..item.scored
        };
        self.items.iter().map(click).collect()
    }
}
