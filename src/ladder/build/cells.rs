//! Competencies of a file and what each level expects.

use std::collections::BTreeMap;

use super::lists::has_group;
use super::steps::unused;
use super::{ALL_TRACKS, Builder, MOST_WEIGHT};
use crate::ladder::check::{address, among, once_each, optional, words};
use crate::ladder::comparison::CellWords;
use crate::ladder::file::{CellFile, CompetencyFile, ItemFile, NoneFile, Scale};
use crate::ladder::{Absence, Cell, CellItem, Competency, Expectation, Fault, Level, WebLink};

impl Builder<'_> {
    pub(super) fn competencies(&mut self, levels: &[Level]) -> Vec<Competency> {
        let file = self.file;
        if file.competencies.is_empty() {
            self.fault("competencies", "is empty; write at least one competency");
        }
        once_each(
            "competencies",
            file.competencies.iter().map(|one| one.id.as_str()),
            &mut self.found,
        );
        let entries = file.competencies.iter().enumerate();
        entries
            .map(|(i, item)| self.competency(i, item, levels))
            .collect()
    }

    fn competency(&mut self, i: usize, item: &CompetencyFile, levels: &[Level]) -> Competency {
        let place = format!("competencies[{i}]");
        self.part(&item.id, &format!("{place}.id"));
        let found = &mut self.found;
        words(&item.name, &format!("{place}.name"), found);
        optional(item.about.as_ref(), &format!("{place}.about"), found);
        for (k, tag) in item.tags.iter().enumerate() {
            words(tag, &format!("{place}.tags[{k}]"), found);
        }
        links(&item.links, &place, found);
        if let Some(group) = &item.group
            && !has_group(&self.file.groups, group)
        {
            let problem = among(group, "groups");
            self.fault(format!("{place}.group"), problem);
        }
        for (k, idea) in item.ideas.iter().enumerate() {
            let place = format!("{place}.ideas[{k}]");
            words(&idea.idea, &format!("{place}.idea"), &mut self.found);
            self.source(&idea.source, &format!("{place}.source"));
        }
        let scale = item.scale.as_ref().and_then(|id| {
            let scale = self.file.scales.iter().find(|scale| scale.id == *id);
            if scale.is_none() {
                let problem = among(id, "scales");
                self.fault(format!("{place}.scale"), problem);
            }
            scale
        });
        let tracks = self.tracks_of(item, &place);
        let weights = self.weights(item, &place);
        let (evidence, evidence_on) = self.evidence(item, &place);
        let steps = self.steps(item, &place, scale);
        let cells = self.cells(item, &place, (levels, &tracks), (scale, &steps));
        Competency {
            id: item.id.clone(),
            name: item.name.clone(),
            about: item.about.clone(),
            group: item.group.clone(),
            tags: item.tags.clone(),
            links: item.links.clone(),
            ideas: item.ideas.clone(),
            tracks,
            weights,
            evidence,
            evidence_on,
            steps: unused(item, scale, steps),
            cells,
        }
    }

    fn tracks_of(&mut self, item: &CompetencyFile, place: &str) -> Vec<usize> {
        if item.tracks.is_empty() {
            return (0..self.file.tracks.len()).collect();
        }
        let place = format!("{place}.tracks");
        let tracks = item.tracks.iter();
        tracks.filter_map(|id| self.track(id, &place)).collect()
    }

    fn weights(&mut self, item: &CompetencyFile, place: &str) -> Vec<Option<u8>> {
        let mut weights = vec![None; self.file.tracks.len()];
        for (id, weight) in &item.weight {
            let place = format!("{place}.weight.{id}");
            if *weight > MOST_WEIGHT {
                self.fault(
                    place.clone(),
                    format!("is {weight}; it runs from 0 to {MOST_WEIGHT}"),
                );
            }
            if let Some(track) = self.track(id, &place)
                && let Some(slot) = weights.get_mut(track)
            {
                *slot = Some(*weight);
            }
        }
        weights
    }

    fn evidence(&mut self, item: &CompetencyFile, place: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let mut all = Vec::new();
        let mut on = vec![Vec::new(); self.file.tracks.len()];
        for (id, examples) in &item.evidence {
            let place = format!("{place}.evidence.{id}");
            for (k, example) in examples.iter().enumerate() {
                words(example, &format!("{place}[{k}]"), &mut self.found);
            }
            if id == ALL_TRACKS {
                all.clone_from(examples);
            } else if let Some(track) = self.track(id, &place)
                && let Some(slot) = on.get_mut(track)
            {
                slot.clone_from(examples);
            }
        }
        (all, on)
    }

    fn cells(
        &mut self,
        item: &CompetencyFile,
        place: &str,
        (levels, tracks): (&[Level], &[usize]),
        (scale, steps): (Option<&Scale>, &BTreeMap<String, Expectation>),
    ) -> Vec<Cell> {
        let names_steps = item.cells.values().any(|cell| cell.step.is_some());
        if names_steps && item.scale.is_none() {
            self.fault(
                format!("{place}.scale"),
                "is missing, but cells name steps; write the id of their scale",
            );
        }
        let unwritten = match names_steps || steps.is_empty() {
            true => Absence::NotWritten,
            false => Absence::InSteps,
        };
        for id in item.cells.keys() {
            self.level(id, &format!("{place}.cells.{id}"));
        }
        let mut cells: Vec<Cell> = levels
            .iter()
            .map(|level| match item.cells.get(&level.id) {
                Some(cell) => self.cell(cell, &format!("{place}.cells.{}", level.id), scale, steps),
                None if level.tracks.iter().any(|track| tracks.contains(track)) => {
                    Cell::Absent(unwritten)
                }
                None => Cell::Absent(Absence::OtherTrack),
            })
            .collect();
        for level in levels {
            let Some(file) = item.cells.get(&level.id) else {
                continue;
            };
            let Some(other) = &file.same_as else { continue };
            let place = format!("{place}.cells.{}.as", level.id);
            if let Some(cell) = self.shared(item, level, other, &cells, &place)
                && let Some(slot) = cells.get_mut(level.index)
            {
                *slot = cell;
            }
        }
        cells
    }

    /// The cell of `level`, which is the same as at another level.
    fn shared(
        &mut self,
        item: &CompetencyFile,
        level: &Level,
        other: &str,
        cells: &[Cell],
        place: &str,
    ) -> Option<Cell> {
        let at = self.level(other, place)?;
        let is_shared = item
            .cells
            .get(other)
            .is_some_and(|cell| cell.same_as.is_some());
        let Some(Cell::Expects(expectation)) = cells.get(at).filter(|_| !is_shared) else {
            self.fault(
                place,
                format!("“{other}” has no text of its own here; name the level that has it"),
            );
            return None;
        };
        let file = item.cells.get(&level.id)?;
        let mut expectation = expectation.clone();
        expectation.same_as = Some(at);
        expectation.change = file.change;
        expectation.twin = file.twin;
        if file.basis.is_some() {
            expectation.basis.clone_from(&file.basis);
        }
        if !file.sources.is_empty() {
            expectation.sources.clone_from(&file.sources);
        }
        Some(Cell::Expects(expectation))
    }

    fn cell(
        &mut self,
        cell: &CellFile,
        place: &str,
        scale: Option<&Scale>,
        meanings: &BTreeMap<String, Expectation>,
    ) -> Cell {
        self.rests(cell.basis.as_ref(), &cell.sources, place);
        let kinds = [
            has_content(cell),
            cell.same_as.is_some(),
            cell.none.is_some(),
        ];
        match kinds.into_iter().filter(|there| *there).count() {
            1 => {}
            0 => self.fault(
                place,
                "says nothing; write a gist, a text or items, or “none” if nothing is expected",
            ),
            _ => self.fault(place, "has a text beside “as” or “none”; keep one of them"),
        }
        if let Some(none) = cell.none {
            return Cell::Absent(match none {
                NoneFile::Expected => Absence::NotExpected,
                NoneFile::Written => Absence::NotWritten,
            });
        }
        let mut expectation = self.content(cell, place);
        if let Some(id) = &cell.step {
            let steps = scale
                .map(|scale| scale.steps.as_slice())
                .unwrap_or_default();
            match steps.iter().position(|step| step.id == *id) {
                Some(at) => {
                    expectation.step = Some((at, steps[at].name.clone()));
                    // What the step means is written once, for every level that is at it.
                    if let Some(meaning) = meanings.get(id) {
                        let has_own = expectation.statements().next().is_some();
                        let own = std::mem::replace(&mut expectation, meaning.clone());
                        merge(&mut expectation, own);
                        expectation.of_step = !has_own;
                    } else {
                        let has_own = expectation.statements().next().is_some();
                        expectation.of_step = !has_own;
                    }
                }
                // A scale that is missing is one fault, not one for each cell.
                None if scale.is_none() => {}
                None => {
                    let problem = among(id, "steps of the competency’s scale");
                    self.fault(format!("{place}.step"), problem);
                }
            }
        }
        Cell::Expects(Box::new(expectation))
    }

    pub(super) fn content(&mut self, cell: &CellFile, place: &str) -> Expectation {
        let found = &mut self.found;
        optional(cell.gist.as_ref(), &format!("{place}.gist"), found);
        optional(cell.text.as_ref(), &format!("{place}.text"), found);
        let items: Vec<CellItem> = cell.items.iter().map(whole).collect();
        for (k, item) in items.iter().enumerate() {
            let place = format!("{place}.items[{k}]");
            words(&item.text, &place, found);
            for (n, example) in item.examples.iter().enumerate() {
                words(example, &format!("{place}.examples[{n}]"), found);
            }
            links(&item.links, &place, found);
        }
        for (k, example) in cell.examples.iter().enumerate() {
            words(example, &format!("{place}.examples[{k}]"), found);
        }
        for (k, note) in cell.notes.iter().enumerate() {
            words(&note.name, &format!("{place}.notes[{k}].name"), found);
            words(&note.text, &format!("{place}.notes[{k}].text"), found);
        }
        Expectation {
            gist: cell.gist.clone(),
            text: cell.text.clone(),
            items,
            examples: cell.examples.clone(),
            notes: cell.notes.clone(),
            step: None,
            of_step: false,
            same_as: None,
            change: cell.change,
            twin: cell.twin,
            basis: cell.basis.clone(),
            sources: cell.sources.clone(),
            words: CellWords::default(),
        }
    }
}

fn links(list: &[WebLink], place: &str, found: &mut Vec<Fault>) {
    for (k, link) in list.iter().enumerate() {
        words(&link.name, &format!("{place}.links[{k}].name"), found);
        address(&link.url, &format!("{place}.links[{k}].url"), found);
    }
}

pub(super) fn has_content(cell: &CellFile) -> bool {
    let lists_are_empty =
        cell.items.is_empty() && cell.examples.is_empty() && cell.notes.is_empty();
    cell.gist.is_some() || cell.text.is_some() || cell.step.is_some() || !lists_are_empty
}

/// What a cell says of its own stands before what its step says.
fn merge(step: &mut Expectation, own: Expectation) {
    step.step = own.step;
    step.change = own.change;
    step.twin = own.twin;
    if own.gist.is_some() {
        step.gist = own.gist;
    }
    if own.text.is_some() {
        step.text = own.text;
    }
    if own.basis.is_some() {
        step.basis = own.basis;
    }
    for (list, more) in [
        (&mut step.examples, own.examples),
        (&mut step.sources, own.sources),
    ] {
        list.extend(more);
    }
    step.items.extend(own.items);
    step.notes.extend(own.notes);
}

fn whole(item: &ItemFile) -> CellItem {
    match item {
        ItemFile::Text(text) => CellItem {
            text: text.clone(),
            examples: Vec::new(),
            links: Vec::new(),
        },
        ItemFile::Whole(item) => item.clone(),
    }
}
