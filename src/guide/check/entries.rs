//! One entry of each kind in a guide. Knows the fields of an entry, not where it is listed.

use super::findings::Findings;
use crate::guide::{
    Activity, Added, Archetype, AreaTemplate, Attribute, ChecklistItem, Contrast, Counterpart,
    FocusArea, GrowthStage, Mapping, Named, Note, PassportField, Role, Size, SwitchMove, Symptom,
    Tension, Term, Theme, Trap,
};

pub(super) fn note(found: &mut Findings<'_>, entry: &Note, place: &str) {
    found.texts(place, &[("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
    added(found, entry.then.as_ref(), place);
}

/// What another adds to an entry.
fn added(found: &mut Findings<'_>, entry: Option<&Added>, place: &str) {
    let Some(entry) = entry else { return };
    let place = format!("{place}.then");
    found.texts(&place, &[("text", &entry.text)]);
    found.rests(&place, &entry.basis, &entry.sources);
}

pub(super) fn named(found: &mut Findings<'_>, entry: &Named, place: &str) {
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
    added(found, entry.then.as_ref(), place);
}

pub(super) fn contrast(found: &mut Findings<'_>, entry: &Contrast, place: &str) {
    found.texts(place, &[("aspect", &entry.aspect)]);
    if let Some(shared) = &entry.shared {
        found.texts(place, &[("shared", shared)]);
    }
    found.texts(place, &[("deep", &entry.deep), ("broad", &entry.broad)]);
    found.rests(place, &entry.basis, &entry.sources);
}

pub(super) fn switch_move(found: &mut Findings<'_>, entry: &SwitchMove, place: &str) {
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
    added(found, entry.then.as_ref(), place);
}

pub(super) fn passport_field(found: &mut Findings<'_>, entry: &PassportField, place: &str) {
    found.texts(place, &[("name", &entry.name), ("why", &entry.why)]);
}

pub(super) fn counterpart(found: &mut Findings<'_>, entry: &Counterpart, place: &str) {
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

pub(super) fn activity(found: &mut Findings<'_>, entry: &Activity, place: &str) {
    found.texts(place, &[("name", &entry.name)]);
}

pub(super) fn role(found: &mut Findings<'_>, entry: &Role, place: &str) {
    for level in &entry.levels {
        found.level(&format!("{place}.levels"), level);
    }
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
}

pub(super) fn archetype(found: &mut Findings<'_>, entry: &Archetype, place: &str) {
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
    found.sources(place, &entry.sources);
}

pub(super) fn mapping(found: &mut Findings<'_>, entry: &Mapping, place: &str) {
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

pub(super) fn symptom(found: &mut Findings<'_>, entry: &Symptom, place: &str) {
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

pub(super) fn stage(found: &mut Findings<'_>, entry: &GrowthStage, place: &str) {
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

pub(super) fn attribute(found: &mut Findings<'_>, entry: &Attribute, place: &str) {
    found.texts(place, &[("name", &entry.name), ("meaning", &entry.meaning)]);
    found.lines(&format!("{place}.deep"), &entry.deep);
    found.lines(&format!("{place}.broad"), &entry.broad);
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

pub(super) fn checklist_item(found: &mut Findings<'_>, entry: &ChecklistItem, place: &str) {
    found.texts(place, &[("text", &entry.text)]);
    found.competencies(place, &entry.competencies);
    found.levels(place, &entry.levels);
    found.texts(place, &[("next", &entry.next)]);
    found.rests(place, &entry.basis, &entry.sources);
}

pub(super) fn focus_area(found: &mut Findings<'_>, entry: &FocusArea, place: &str) {
    found.texts(place, &[("name", &entry.name), ("goal", &entry.goal)]);
    found.lines(&format!("{place}.plan"), &entry.plan);
    if let Some(success) = &entry.success {
        found.texts(place, &[("success", success)]);
    }
    found.some(
        &format!("{place}.templates"),
        &entry.templates,
        area_template,
    );
    found.competencies(place, &entry.competencies);
    found.rests(place, &entry.basis, &entry.sources);
}

fn area_template(found: &mut Findings<'_>, entry: &AreaTemplate, place: &str) {
    found.competency(&format!("{place}.competency"), &entry.competency);
    for (side, one) in [("deep", &entry.deep), ("broad", &entry.broad)] {
        found.texts(
            &format!("{place}.{side}"),
            &[
                ("aim", &one.aim),
                ("firstStep", &one.first_step),
                ("notice", &one.notice),
            ],
        );
    }
}

pub(super) fn trap(found: &mut Findings<'_>, entry: &Trap, place: &str) {
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

pub(super) fn tension(found: &mut Findings<'_>, entry: &Tension, place: &str) {
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

pub(super) fn size(found: &mut Findings<'_>, entry: &Size, place: &str) {
    found.ascending(&format!("{place}.few"), &entry.few);
    found.ascending(&format!("{place}.empty"), &entry.empty);
    found.texts(place, &[("text", &entry.text)]);
    found.rests(place, &entry.basis, &entry.sources);
}

pub(super) fn theme(found: &mut Findings<'_>, entry: &Theme, place: &str) {
    found.texts(
        place,
        &[("name", &entry.name), ("question", &entry.question)],
    );
    found.competencies(place, &entry.competencies);
}

pub(super) fn term(found: &mut Findings<'_>, entry: &Term, place: &str) {
    found.texts(place, &[("name", &entry.name), ("text", &entry.text)]);
}
