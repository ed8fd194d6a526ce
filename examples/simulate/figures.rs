//! Runs simulated worlds on all cores and joins their figures.
//! Knows people and sessions; what each figure means is in `measures`.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use ladder_explorer::quiz::{
    EARLY_ANSWERS, Fit, Form, ItemKind, Model, Quiz, Response, fit, fit_with_people,
};

use super::chance::Chance;
use super::measures::{Scored, accuracy, clicking, early_finish, people_work, retest, verdicts};
use super::world::{Misfit, World};

/// How many worlds count as one set: the design speaks of the mean and the worst of ten.
pub const SET: usize = 10;
/// One session in so many is also scored after each answer, to see when it could end early.
const STEPWISE: usize = 10;
/// Figures of one world by name, such as `standard.rmse`.
pub type Figures = BTreeMap<String, f64>;

/// What to simulate.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// The quiz that is asked.
    pub quiz: &'a Quiz,
    /// How wrong its numbers are.
    pub misfit: Misfit,
    /// The same seed gives the same figures.
    pub seed: u64,
    /// How many worlds, in sets of [`SET`].
    pub worlds: usize,
    /// How many people answer in each.
    pub respondents: usize,
    /// The forms that are scored, by id.
    pub forms: &'a [&'a str],
    /// Whether to find out where a session could have ended early.
    pub stepwise: bool,
}

/// The mean over worlds, and its standard error.
#[derive(Clone, Copy)]
pub struct Estimate {
    /// The mean.
    pub value: f64,
    /// How far it may be off by chance, as a standard deviation; none for a single world.
    pub error: Option<f64>,
}

impl Estimate {
    /// Of the same figure in several worlds.
    pub fn of(values: &[f64]) -> Self {
        let count = values.len() as f64;
        let value = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|v| (v - value).powi(2)).sum();
        Self {
            value,
            error: (values.len() > 1).then(|| (squares / (count - 1.0) / count).sqrt()),
        }
    }

    /// Of the figure `name`.
    pub fn named(worlds: &[Figures], name: &str) -> Self {
        Self::of(&each(worlds, name))
    }
}

/// The figure `name` of every world that has it: in a small one nobody may be offered an early
/// finish, and then no share of them is anything.
pub fn each(worlds: &[Figures], name: &str) -> Vec<f64> {
    let known = worlds.iter().filter_map(|figures| figures.get(name));
    known.copied().filter(|value| value.is_finite()).collect()
}

/// The figures of each world, on all cores. Which thread took which world makes no difference.
pub fn simulate(plan: Plan) -> Vec<Figures> {
    let next = AtomicU64::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= plan.worlds as u64 {
                return done;
            }
            done.push((number, one_world(plan, number)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(u64, Figures)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let joined = threads.into_iter().filter_map(|thread| thread.join().ok());
        joined.flatten().collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, figures)| figures).collect()
}

fn one_world(plan: Plan, number: u64) -> Figures {
    let mut chance = Chance::new(plan.seed, number);
    let world = World::new(plan.quiz, plan.misfit, &mut chance);
    let people: Vec<Sittings> = (0..plan.respondents)
        .map(|_| {
            let person = world.person(&mut chance);
            Sittings {
                lean: world.lean(&person),
                people_leads: person.people_leads(),
                first: world.sitting(&person, &mut chance),
                again: world.sitting(&person, &mut chance),
            }
        })
        .collect();
    let clicks: Vec<Vec<Response>> = (0..plan.respondents)
        .map(|_| world.clicks(&mut chance))
        .collect();
    let mut figures = Figures::new();
    for form in plan.forms.iter().filter_map(|id| plan.quiz.form(id)) {
        let mut put = |name: &str, value: f64| {
            figures.insert(format!("{}.{name}", form.id), value);
        };
        let asked = Asked {
            model: &plan.quiz.model,
            places: world.places(&of_work(plan.quiz, form, false)),
            people: world.places(&of_work(plan.quiz, form, true)),
        };
        let scored: Vec<Scored> = people
            .iter()
            .map(|person| Scored {
                lean: person.lean,
                people_leads: person.people_leads,
                fit: asked.score(&person.first),
            })
            .collect();
        let clicked: Vec<Fit> = clicks.iter().map(|sitting| asked.score(sitting)).collect();
        verdicts(&scored, &mut put);
        clicking(&clicked, &mut put);
        if form.id == "standard" {
            let again: Vec<Fit> = people.iter().map(|p| asked.score(&p.again)).collect();
            accuracy(&scored, &mut put);
            retest(&scored, &again, &mut put);
            people_work(&scored, &clicked, &mut put);
        }
        if plan.stepwise && form.items.len() > EARLY_ANSWERS {
            let some = people.iter().zip(&scored).step_by(STEPWISE);
            let some: Vec<_> = some
                .map(|(person, scored)| (asked.of(&person.first), scored))
                .collect();
            early_finish(asked.model, &some, &mut put);
        }
    }
    figures
}

/// The items of a form that are about people work, or the others.
fn of_work(quiz: &Quiz, form: &Form, people: bool) -> Vec<String> {
    let of = |id: &&String| {
        quiz.item(id)
            .is_some_and(|item| quiz.is_people(item) == people)
    };
    form.items.iter().filter(of).cloned().collect()
}

/// Somebody’s true lean and answers, twice.
struct Sittings {
    lean: f64,
    people_leads: bool,
    first: Vec<Response>,
    again: Vec<Response>,
}

/// What one form asks of a session.
struct Asked<'a> {
    model: &'a Model,
    places: Vec<usize>,
    /// Where the ratings of people work are.
    people: Vec<usize>,
}

impl Asked<'_> {
    fn of(&self, sitting: &[Response]) -> Vec<Response> {
        self.places.iter().map(|place| sitting[*place]).collect()
    }

    fn score(&self, sitting: &[Response]) -> Fit {
        let people = self.people.iter().map(|place| sitting[*place]);
        fit_with_people(self.model, &self.of(sitting), &people.collect::<Vec<_>>())
    }
}

/// The largest distance from .5 that P has when the same place is chosen on every page.
pub fn same_answer_everywhere(quiz: &Quiz) -> f64 {
    let furthest = |form: &Form, position: u8| {
        let answers = form.items.iter().filter_map(|id| {
            let item = quiz.item(id).filter(|item| !quiz.is_people(item))?;
            let category = match &item.ask {
                ItemKind::Pair(pair) => pair.mirror(position),
                ItemKind::Rating(_) => position,
            };
            Some(Response {
                parameters: *quiz.parameters(item)?,
                category,
            })
        });
        let answers: Vec<Response> = answers.collect();
        (fit(&quiz.model, &answers).p_broad - 0.5).abs()
    };
    let forms = quiz.forms.iter();
    forms
        .flat_map(|form| (0..=4).map(move |position| furthest(form, position)))
        .fold(0.0, f64::max)
}
