//! Named steps that cells are at, as one scale, the lowest first.

use std::collections::BTreeMap;

use crate::import::found::Found;
use crate::import::names::{Ids, clean, key, slug};
use crate::ladder::{Scale, Step};

/// Words for steps, the lowest first. They order what a file leaves open.
const WORDS: [&str; 26] = [
    "none",
    "notapplicable",
    "unaware",
    "novice",
    "beginner",
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
    "competent",
    "capable",
    "practitioner",
    "skilled",
    "proficient",
    "strong",
    "advanced",
    "senior",
    "expert",
    "master",
    "leading",
];

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

    /// Puts the scale into what was found; the order of the steps is asked.
    pub fn finish(mut self, found: &mut Found) {
        if self.steps.is_empty() {
            return;
        }
        let place = |step: &Step| WORDS.iter().position(|word| *word == key(&step.name));
        if self.steps.iter().all(|step| place(step).is_some()) {
            self.steps.sort_by_key(place);
        }
        let guess: Vec<&str> = self.steps.iter().map(|step| step.id.as_str()).collect();
        let guess = guess.join(",");
        let answer = found.ask_freely(
            "steps.order",
            "In which order do the steps rise? Write their names with commas between, the lowest first, such as “beginner, skilled, expert”.",
            &guess,
            &[],
            "",
        );
        let order = answer.split(',').map(slug).enumerate();
        let order: BTreeMap<String, usize> = order.map(|(at, id)| (id, at)).collect();
        self.steps
            .sort_by_key(|step| order.get(&step.id).copied().unwrap_or(usize::MAX));
        found.scales.push(Scale {
            id: Self::SCALE.to_owned(),
            steps: self.steps,
        });
    }
}
