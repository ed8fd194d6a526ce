//! Answer sheets for tests and measurements: clicked at random, or answered by a simulated person
//! with two traits. The same sheets on every machine and in every run.
#![allow(dead_code)] // each test file uses some of them

use ladder_explorer::quiz::{Answer, Answers, Fit, Form, Quiz, Response, fit};

/// The quiz that the app ships.
pub fn quiz() -> Quiz {
    Quiz::parse(include_str!("../../ladders/quiz.json")).expect("ladders/quiz.json has no faults")
}

/// The responses in `answers` that count on a form.
pub fn responses(quiz: &Quiz, form: &Form, answers: &Answers) -> Vec<Response> {
    let answered = answers.responses(quiz, form);
    answered.into_iter().map(|(_, response)| response).collect()
}

/// The fit of `answers` on a form.
pub fn score(quiz: &Quiz, form: &Form, answers: &Answers) -> Fit {
    fit(&quiz.model, &responses(quiz, form, answers))
}

/// Every figure of a fit, bit by bit.
pub fn bits(fit: &Fit) -> Vec<u64> {
    let mut bits: Vec<u64> = figures(fit).into_iter().map(f64::to_bits).collect();
    bits.push(u64::from(fit.lz.is_some()));
    bits.push(fit.answers as u64);
    bits
}

/// Whether two fits differ only by rounding.
pub fn same(a: &Fit, b: &Fit) -> bool {
    let mut pairs = figures(a).into_iter().zip(figures(b));
    let close = pairs.all(|(a, b)| (a - b).abs() < 1e-9);
    close && a.lz.is_some() == b.lz.is_some() && a.answers == b.answers
}

/// Every figure of a fit; 0 if there is no l_z.
pub fn figures(fit: &Fit) -> [f64; 9] {
    let (low, high) = fit.interval80;
    let lz = fit.lz.unwrap_or(0.0);
    [
        fit.lean,
        fit.se,
        fit.p_broad,
        low,
        high,
        fit.deep,
        fit.broad,
        fit.p_energy,
        lz,
    ]
}

/// Random clicks: one item in ten left open, one in ten not asked.
pub fn clicked(chance: &mut Lcg, form: &Form) -> Answers {
    let mut answers = Answers::default();
    for id in &form.items {
        match chance.below(10) {
            0 => {}
            1 => answers.set(id, Answer::NotSure),
            _ => answers.set(id, Answer::Category(chance.below(5) as u8)),
        }
    }
    answers
}

/// A whole form answered according to the model by a simulated person, with uncorrelated traits
/// drawn from the normal distribution.
pub fn given(chance: &mut Lcg, quiz: &Quiz, form: &Form) -> Answers {
    let traits = [(); 2].map(|()| (0..12).map(|_| chance.unit()).sum::<f64>() - 6.0);
    let mut answers = Answers::default();
    for id in &form.items {
        let item = quiz.item(id).expect("an item of the quiz");
        let parameters = quiz.parameters(item).expect("parameters of the quiz");
        let z = parameters.slope[0] * traits[0] + parameters.slope[1] * traits[1];
        let drawn = chance.unit();
        let reached = |d: &&f64| drawn < 1.0 / (1.0 + (-(z + **d)).exp());
        let category = parameters.thresholds.iter().filter(reached).count();
        answers.set(id, Answer::Category(category as u8));
    }
    answers
}

/// `answers` with about one in `out_of` left open.
pub fn with_gaps(chance: &mut Lcg, answers: &Answers, out_of: u64) -> Answers {
    let mut gaps = answers.clone();
    for id in answers.ids() {
        if chance.below(out_of) == 0 {
            gaps.set(id, Answer::NotSure);
        }
    }
    gaps
}

/// Knuth's linear congruential generator: the same random numbers on every machine.
pub struct Lcg(pub u64);

impl Lcg {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0
    }

    /// A whole number from 0 and below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        (self.next() >> 33) % bound
    }

    /// A number from 0 and below 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
