//! What the steps of a scale mean in a competency.

use std::collections::BTreeMap;

use super::Builder;
use super::cells::has_content;
use crate::ladder::Expectation;
use crate::ladder::check::among;
use crate::ladder::file::{CompetencyFile, Scale};

impl Builder<'_> {
    /// What each step of its scale means in a competency.
    pub(super) fn steps(
        &mut self,
        item: &CompetencyFile,
        place: &str,
        scale: Option<&Scale>,
    ) -> BTreeMap<String, Expectation> {
        let mut all = BTreeMap::new();
        for (id, step) in &item.steps {
            let place = format!("{place}.steps.{id}");
            if !scale.is_some_and(|scale| scale.steps.iter().any(|step| step.id == *id)) {
                self.fault(place.as_str(), among(id, "steps of the competency’s scale"));
            }
            let is_of_a_level = step.same_as.is_some()
                || step.none.is_some()
                || step.step.is_some()
                || step.change.is_some()
                || step.twin.is_some();
            if is_of_a_level {
                self.fault(
                    place.as_str(),
                    "says what holds of a level; write “as”, “none”, “step”, “change” and “twin” in cells only",
                );
            } else if !has_content(step) {
                self.fault(
                    place.as_str(),
                    "says nothing; write a gist, a text or items",
                );
            }
            self.rests(step.basis.as_ref(), &step.sources, &place);
            all.insert(id.clone(), self.content(step, &place));
        }
        all
    }
}

/// The steps of a competency in the order of its scale, if no level names one of them.
pub(super) fn unused(
    item: &CompetencyFile,
    scale: Option<&Scale>,
    mut steps: BTreeMap<String, Expectation>,
) -> Vec<Expectation> {
    if item.cells.values().any(|cell| cell.step.is_some()) {
        return Vec::new();
    }
    let all = scale.map_or(&[][..], |scale| &scale.steps).iter();
    let all = all.enumerate().filter_map(|(at, step)| {
        let mut told = steps.remove(&step.id)?;
        told.step = Some((at, step.name.clone()));
        told.of_step = true;
        Some(told)
    });
    all.collect()
}
