//! The invariants of a guide; each fault is a sentence with its location and the remedy. Independent of
//! files.

mod findings;

use findings::Findings;

use crate::guide::{
    Activity, Archetype, Attribute, Budget, ChecklistItem, Contrast, Counterpart, FocusArea, Fork,
    GrowthStage, Guide, Mapping, Named, Note, Organisation, Pairing, PassportField, Role,
    SwitchMove, Switching, Symptom, Tension, Titles, Trap, WorkKinds,
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
    fork(&guide.fork, &mut found);
    switching(&guide.switching, &mut found);
    pairing(&guide.pairing, &mut found);
    budget(&guide.budget, &mut found);
    titles(&guide.titles, &mut found);
    work(&guide.work, &mut found);
    growing(guide, &mut found);
    organisation(&guide.organisation, &mut found);
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
}

fn organisation(part: &Organisation, found: &mut Findings<'_>) {
    found.each("organisation.pressures", &part.pressures, named);
    symptoms("organisation.needs", &part.needs, found);
    found.each("organisation.steps", &part.steps, named);
    found.each("organisation.announce", &part.announce, note);
    found.each("organisation.relabel", &part.relabel, note);
}

fn symptoms(list: &str, entries: &[Symptom], found: &mut Findings<'_>) {
    found.each(list, entries, symptom);
    found.ids(list, entries.iter().map(|entry| entry.id.as_str()));
}

// One entry of each kind ------------------------------------------------------------------------

fn note(found: &mut Findings<'_>, entry: &Note, place: &str) {
    found.texts(place, &[("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn named(found: &mut Findings<'_>, entry: &Named, place: &str) {
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn contrast(found: &mut Findings<'_>, entry: &Contrast, place: &str) {
    found.texts(place, &[("aspect", &entry.aspect)]);
    if let Some(shared) = &entry.shared {
        found.texts(place, &[("shared", shared)]);
    }
    found.texts(place, &[("deep", &entry.deep), ("broad", &entry.broad)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn switch_move(found: &mut Findings<'_>, entry: &SwitchMove, place: &str) {
    found.ascending(&format!("{place}.rungs"), &entry.rungs);
    match &entry.name {
        Some(name) => found.texts(place, &[("name", name)]),
        None if entry.rungs.is_empty() => found.add(
            format!("{place}.name"),
            "is missing; a move without rungs needs one",
        ),
        None => {}
    }
    found.texts(place, &[("ease", &entry.ease), ("how", &entry.how)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn passport_field(found: &mut Findings<'_>, entry: &PassportField, place: &str) {
    found.texts(place, &[("name", &entry.name), ("why", &entry.why)]);
}

fn counterpart(found: &mut Findings<'_>, entry: &Counterpart, place: &str) {
    found.texts(
        place,
        &[
            ("deep", &entry.deep),
            ("broad", &entry.broad),
            ("product", &entry.product),
        ],
    );
    found.rests(place, &entry.basis, &entry.sources);
}

fn activity(found: &mut Findings<'_>, entry: &Activity, place: &str) {
    found.texts(place, &[("name", &entry.name)]);
}

fn role(found: &mut Findings<'_>, entry: &Role, place: &str) {
    for level in &entry.levels {
        found.level(&format!("{place}.levels"), level);
    }
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn archetype(found: &mut Findings<'_>, entry: &Archetype, place: &str) {
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.sources(place, &entry.sources);
}

fn mapping(found: &mut Findings<'_>, entry: &Mapping, place: &str) {
    found.texts(
        place,
        &[("company", &entry.company), ("theirs", &entry.theirs)],
    );
    let rungs = format!("{place}.rungs");
    if entry.rungs.is_empty() {
        found.add(rungs.as_str(), "is empty; write at least one rung");
    }
    found.ascending(&rungs, &entry.rungs);
    found.texts(place, &[("why", &entry.why)]);
    found.source(place, &entry.source);
}

fn symptom(found: &mut Findings<'_>, entry: &Symptom, place: &str) {
    found.texts(
        place,
        &[
            ("tell", &entry.tell),
            ("means", &entry.means),
            ("remedy", &entry.remedy),
        ],
    );
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn stage(found: &mut Findings<'_>, entry: &GrowthStage, place: &str) {
    found.texts(
        place,
        &[
            ("name", &entry.name),
            ("text", &entry.text),
            ("place", &entry.place),
        ],
    );
    found.levels(place, &entry.levels);
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn attribute(found: &mut Findings<'_>, entry: &Attribute, place: &str) {
    found.texts(place, &[("name", &entry.name), ("meaning", &entry.meaning)]);
    found.lines(&format!("{place}.deep"), &entry.deep);
    found.lines(&format!("{place}.broad"), &entry.broad);
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn checklist_item(found: &mut Findings<'_>, entry: &ChecklistItem, place: &str) {
    found.texts(place, &[("text", &entry.text)]);
    found.competencies(place, &entry.competencies);
    found.levels(place, &entry.levels);
    found.texts(place, &[("next", &entry.next)]);
    found.rests(place, &entry.basis, &entry.sources);
}

fn focus_area(found: &mut Findings<'_>, entry: &FocusArea, place: &str) {
    found.texts(place, &[("name", &entry.name), ("goal", &entry.goal)]);
    found.lines(&format!("{place}.plan"), &entry.plan);
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn trap(found: &mut Findings<'_>, entry: &Trap, place: &str) {
    found.texts(
        place,
        &[
            ("name", &entry.name),
            ("tell", &entry.tell),
            ("remedy", &entry.remedy),
        ],
    );
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn tension(found: &mut Findings<'_>, entry: &Tension, place: &str) {
    found.texts(
        place,
        &[
            ("topic", &entry.topic),
            ("disagreement", &entry.disagreement),
            ("resolution", &entry.resolution),
        ],
    );
    found.sources(place, &entry.sources);
}
