//! The invariants of a guide; each fault is a sentence with its location and the remedy. Independent of
//! files.

mod entries;
mod examples;
mod findings;

use entries::{
    activity, archetype, attribute, checklist_item, contrast, counterpart, focus_area, mapping,
    named, note, passport_field, role, size, stage, switch_move, symptom, tension, term, theme,
    trap,
};
use examples::example;
use findings::Findings;

use crate::guide::{
    Budget, Fork, Guide, Managers, Organisation, Pairing, Switching, Symptom, Titles, WorkKinds,
};
use crate::ladder::{Fault, Ladder};

/// Everything wrong with `guide` as a guide to `ladder`, in the order of the file's fields.
pub(super) fn faults(guide: &Guide, ladder: &Ladder) -> Vec<Fault> {
    let mut found = Findings::new(ladder);
    if guide.schema != Guide::SCHEMA {
        found.add(
            "schema",
            format!("is {}; this app reads {}", guide.schema, Guide::SCHEMA),
        );
    }
    if guide.ladder != ladder.id {
        found.add(
            "ladder",
            format!(
                "is “{}”; write “{}”, the id of the ladder beside it",
                guide.ladder, ladder.id
            ),
        );
    }
    if ladder.sides.is_none() {
        found.add(
            "ladder",
            "has no deep and no broad track; add “quiz” to the ladder, or take the guide out",
        );
    }
    found.some("reasons", &guide.reasons, named);
    fork(&guide.fork, &mut found);
    switching(&guide.switching, &mut found);
    pairing(&guide.pairing, &mut found);
    budget(&guide.budget, &mut found);
    titles(&guide.titles, &mut found);
    work(&guide.work, &mut found);
    growing(guide, &mut found);
    managers(&guide.managers, &mut found);
    organisation(&guide.organisation, &mut found);
    found.some("glossary", &guide.glossary, term);
    found.ids("glossary", guide.glossary.iter().map(|x| x.id.as_str()));
    found.each("tensions", &guide.tensions, tension);
    found.each("ours", &guide.ours, note);
    found.each("missing", &guide.missing, note);
    found.told()
}

// The parts of the file, in its order -----------------------------------------------------------

fn fork(part: &Fork, found: &mut Findings<'_>) {
    found.each("fork.changes", &part.changes, contrast);
    found.each("fork.firstDays.deep", &part.first_days.deep, note);
    found.each("fork.firstDays.broad", &part.first_days.broad, note);
    note(found, &part.gives_up.deep, "fork.givesUp.deep");
    note(found, &part.gives_up.broad, "fork.givesUp.broad");
    found.each("fork.stepDown", &part.step_down, note);
}

fn switching(part: &Switching, found: &mut Findings<'_>) {
    found.each("switching.moves", &part.moves, switch_move);
    found.each("switching.rules", &part.rules, named);
    found.each("switching.passport", &part.passport, passport_field);
    found.ids(
        "switching.passport",
        part.passport.iter().map(|field| field.id.as_str()),
    );
}

fn pairing(part: &Pairing, found: &mut Findings<'_>) {
    found.each("pairing.topics", &part.topics, contrast);
    let list = "pairing.counterparts";
    for (i, entry) in part.counterparts.iter().enumerate() {
        counterpart(found, entry, &format!("{list}[{i}]"));
    }
    let rungs = found.once(list, part.counterparts.iter().map(|x| x.rung));
    for rung in found.paired() {
        if !rungs.contains(&rung) {
            found.add(
                list,
                format!("lack rung {rung}; every rung with a level on both tracks needs one"),
            );
        }
    }
    found.each("pairing.routes", &part.routes, named);
}

fn budget(part: &Budget, found: &mut Findings<'_>) {
    found.each("budget.about", &part.about, note);
    let list = "budget.shares";
    for (i, share) in part.shares.iter().enumerate() {
        if share.min >= share.max || share.max > 100 {
            found.add(
                format!("{list}[{i}]"),
                "must run from a smaller to a larger share, up to 100",
            );
        }
    }
    for (i, share) in part.shares.iter().enumerate() {
        let place = format!("{list}[{i}]");
        found.level(&format!("{place}.level"), &share.level);
        let earlier = part.shares.iter().take(i);
        if earlier.filter(|one| one.level == share.level).count() > 0 {
            found.add(
                format!("{place}.level"),
                format!(
                    "“{}” is there twice; keep one share for a level",
                    share.level
                ),
            );
        }
        found.rests(&place, &share.basis, &share.sources);
    }
    found.each("budget.costs", &part.costs, named);
    found.each("budget.activities", &part.activities, activity);
    found.ids(
        "budget.activities",
        part.activities.iter().map(|entry| entry.id.as_str()),
    );
}

fn titles(part: &Titles, found: &mut Findings<'_>) {
    found.some("titles.about", &part.about, note);
    found.each("titles.roles", &part.roles, role);
    found.each("titles.director", &part.director, note);
    found.each("titles.archetypes", &part.archetypes, archetype);
    found.each("titles.mappings", &part.mappings, mapping);
}

fn work(part: &WorkKinds, found: &mut Findings<'_>) {
    found.each("work.facets", &part.facets, contrast);
    found.each("work.notes", &part.notes, named);
    symptoms("work.symptoms", &part.symptoms, found);
}

fn growing(guide: &Guide, found: &mut Findings<'_>) {
    found.some("impact", &guide.impact, note);
    found.each("stages", &guide.stages, stage);
    found.each("dynamics", &guide.dynamics, note);
    found.each("attributes", &guide.attributes, attribute);
    found.ids("attributes", guide.attributes.iter().map(|x| x.id.as_str()));
    found.each("checklist", &guide.checklist, checklist_item);
    found.ids("checklist", guide.checklist.iter().map(|x| x.id.as_str()));
    found.each("focusAreas", &guide.focus_areas, focus_area);
    found.ids(
        "focusAreas",
        guide.focus_areas.iter().map(|x| x.id.as_str()),
    );
    found.each("traps", &guide.traps, trap);
    found.ids("traps", guide.traps.iter().map(|x| x.id.as_str()));
    found.some("examples", &guide.examples, example);
}

fn organisation(part: &Organisation, found: &mut Findings<'_>) {
    found.each("organisation.pressures", &part.pressures, named);
    symptoms("organisation.needs", &part.needs, found);
    found.each("organisation.steps", &part.steps, named);
    found.each("organisation.announce", &part.announce, note);
    found.each("organisation.relabel", &part.relabel, note);
    found.some("organisation.promotions", &part.promotions, named);
    found.some("organisation.sizes", &part.sizes, size);
    found.some("organisation.mapping", &part.mapping, note);
    found.some("organisation.late", &part.late, named);
    found.some("organisation.themes", &part.themes, theme);
    found.ids(
        "organisation.themes",
        part.themes.iter().map(|entry| entry.id.as_str()),
    );
}

fn managers(part: &Managers, found: &mut Findings<'_>) {
    found.some("managers.result", &part.result, named);
    found.some("managers.stuck", &part.stuck, named);
    found.some("managers.deepWork", &part.deep_work, named);
    found.some("managers.plate", &part.plate, named);
    found.some("managers.days", &part.days, contrast);
    found.some("managers.years", &part.years, note);
    found.some("managers.waysIn", &part.ways_in, named);
}

fn symptoms(list: &str, entries: &[Symptom], found: &mut Findings<'_>) {
    found.each(list, entries, symptom);
    found.ids(list, entries.iter().map(|entry| entry.id.as_str()));
}
