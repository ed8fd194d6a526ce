//! Named steps that cells are at, as one scale, the lowest first.

use std::collections::BTreeMap;

use crate::import::cell::cell;
use crate::import::found::Found;
use crate::import::names::{Ids, clean, key, slug};
use crate::import::rich::{Rich, nothing};
use crate::ladder::{CellFile, Scale, Step};

/// Words for steps, the lowest first. They order what a file leaves open.
const WORDS: [&str; 29] = [
    "none",
    "notapplicable",
    "unaware",
    "novice",
    "beginner",
    "low",
    "basic",
    "awareness",
    "foundational",
    "foundation",
    "learning",
    "developing",
    "emerging",
    "advancedbeginner",
    "working",
    "intermediate",
    "medium",
    "competent",
    "capable",
    "practitioner",
    "skilled",
    "proficient",
    "strong",
    "high",
    "advanced",
    "senior",
    "expert",
    "master",
    "leading",
];

/// The fewest cells by which a table is known as one of steps.
const FEWEST: usize = 4;

/// The steps met so far.
#[derive(Default)]
pub(super) struct Steps {
    ids: Ids,
    by_key: BTreeMap<String, usize>,
    steps: Vec<Step>,
}

impl Steps {
    /// The id of the scale.
    pub const SCALE: &str = "steps";

    /// Steps for the cells of a table; none if these are texts.
    pub fn of<'a>(cells: impl Iterator<Item = &'a Rich>) -> Option<Self> {
        let (mut all, mut steps) = (0_usize, 0_usize);
        for text in cells.map(Rich::line).filter(|text| nothing(text).is_none()) {
            all += 1;
            let number = text.parse::<u32>().ok();
            let is_number = number.is_some_and(|number| number <= 10);
            steps += usize::from(is_number || WORDS.contains(&key(&text).as_str()));
        }
        (all >= FEWEST && steps == all).then(Self::default)
    }

    /// Puts the step that a cell names into what was found.
    pub fn cell(
        &mut self,
        found: &mut Found,
        competency: usize,
        level: usize,
        rich: &Rich,
        place: &str,
    ) {
        let text = rich.line();
        let whole = match nothing(&text) {
            Some(_) => cell(rich, found, place),
            None => Some(CellFile {
                step: Some(self.step(&text)),
                ..CellFile::default()
            }),
        };
        if let Some(whole) = whole {
            if let Some(entry) = found
                .competencies
                .get_mut(competency)
                .filter(|_| whole.step.is_some())
            {
                entry.scale = Some(Self::SCALE.to_owned());
            }
            found.cell(competency, level, whole, place);
        }
    }

    /// The id of a step by its name.
    pub fn step(&mut self, name: &str) -> String {
        let name = clean(name);
        let at = *self.by_key.entry(key(&name)).or_insert_with(|| {
            self.steps.push(Step {
                id: self.ids.give(&name, "step"),
                name: name.clone(),
                about: None,
                points: None,
            });
            self.steps.len() - 1
        });
        self.steps
            .get(at)
            .map(|step| step.id.clone())
            .unwrap_or_default()
    }

    /// Puts the scale into what was found, beside the steps of other tables.
    pub fn finish(self, found: &mut Found) {
        if self.steps.is_empty() {
            return;
        }
        match found
            .scales
            .iter_mut()
            .find(|scale| scale.id == Self::SCALE)
        {
            Some(scale) => {
                for step in self.steps {
                    if !scale.steps.iter().any(|one| one.id == step.id) {
                        scale.steps.push(step);
                    }
                }
            }
            None => found.scales.push(Scale {
                id: Self::SCALE.to_owned(),
                steps: self.steps,
            }),
        }
    }
}

/// Puts the steps of all tables in order, which is asked.
pub(super) fn in_order(found: &mut Found) {
    let at = found
        .scales
        .iter()
        .position(|scale| scale.id == Steps::SCALE);
    let Some(mut scale) = at.map(|at| found.scales.remove(at)) else {
        return;
    };
    let number = |step: &Step| step.name.parse::<usize>().ok();
    let word = |step: &Step| WORDS.iter().position(|word| *word == key(&step.name));
    if scale.steps.iter().all(|step| number(step).is_some()) {
        scale.steps.sort_by_key(number);
    } else if scale.steps.iter().all(|step| word(step).is_some()) {
        scale.steps.sort_by_key(word);
    }
    let guess: Vec<&str> = scale.steps.iter().map(|step| step.id.as_str()).collect();
    let guess = guess.join(",");
    let answer = found.ask_freely(
        "steps.order",
        "Put the steps in order, the lowest first. Write their names with commas between, such as “beginner, skilled, expert”.",
        &guess,
        &[],
        "",
    );
    let order = answer.split(',').map(slug).enumerate();
    let order: BTreeMap<String, usize> = order.map(|(at, id)| (id, at)).collect();
    let place = |step: &Step| order.get(&step.id).copied().unwrap_or(usize::MAX);
    scale.steps.sort_by_key(place);
    found.scales.push(scale);
}
