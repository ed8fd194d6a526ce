//! What a column or row of a table is by its heading: words only.

use crate::import::names::words;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The family of tracks.
    Family,
    /// The track.
    Track,
    /// What the track is.
    TrackAbout,
    /// The level.
    Level,
    /// What the level is for.
    LevelAbout,
    /// The group of the competency.
    Group,
    /// The competency.
    Competency,
    /// What the competency is.
    About,
    /// The step of a scale.
    Step,
    /// What is expected.
    Text,
    /// Examples of it.
    Examples,
    /// A short name of no use here: a slug, an id or an order.
    Id,
}

/// Headings in small letters, each with what its column is.
const HEADINGS: &[(&str, Column)] = &[
    ("role family", Column::Family),
    ("job family", Column::Family),
    ("family", Column::Family),
    ("discipline", Column::Family),
    ("department", Column::Family),
    ("role", Column::Track),
    ("role name", Column::Track),
    ("role title", Column::Track),
    ("track", Column::Track),
    ("path", Column::Track),
    ("career path", Column::Track),
    ("career track", Column::Track),
    ("job", Column::Track),
    ("position", Column::Track),
    ("profession", Column::Track),
    ("ladder", Column::Track),
    ("stream", Column::Track),
    ("career stream", Column::Track),
    ("function family", Column::Family),
    ("career family", Column::Family),
    ("job function", Column::Family),
    ("job discipline", Column::Family),
    ("level", Column::Level),
    ("levels", Column::Level),
    ("level name", Column::Level),
    ("level title", Column::Level),
    ("role level", Column::Level),
    ("job level", Column::Level),
    ("career level", Column::Level),
    ("grade", Column::Level),
    ("seniority", Column::Level),
    ("seniority level", Column::Level),
    ("band", Column::Level),
    ("stage", Column::Level),
    ("stufe", Column::Level),
    ("niveau", Column::Level),
    ("nível", Column::Level),
    ("nivel", Column::Level),
    ("level description", Column::LevelAbout),
    ("level summary", Column::LevelAbout),
    ("role level description", Column::LevelAbout),
    ("role description", Column::TrackAbout),
    ("job description", Column::TrackAbout),
    ("track description", Column::TrackAbout),
    ("grade description", Column::LevelAbout),
    ("skill description", Column::About),
    ("competency description", Column::About),
    ("definition", Column::About),
    ("meaning", Column::About),
    ("what it means", Column::About),
    ("key question", Column::About),
    ("objective", Column::About),
    ("beschreibung", Column::About),
    ("descrição", Column::About),
    ("descripción", Column::About),
    ("skill", Column::Competency),
    ("skills", Column::Competency),
    ("skill name", Column::Competency),
    ("competency", Column::Competency),
    ("competencies", Column::Competency),
    ("competence", Column::Competency),
    ("competency name", Column::Competency),
    ("capability", Column::Competency),
    ("attribute", Column::Competency),
    ("dimension", Column::Competency),
    ("topic", Column::Competency),
    ("name", Column::Competency),
    ("skill area", Column::Competency),
    ("core competency", Column::Competency),
    ("core competencies", Column::Competency),
    ("sub competency", Column::Competency),
    ("sub competencies", Column::Competency),
    ("responsibility", Column::Competency),
    ("kompetenz", Column::Competency),
    ("fähigkeit", Column::Competency),
    ("compétence", Column::Competency),
    ("competência", Column::Competency),
    ("competencia", Column::Competency),
    ("habilidade", Column::Competency),
    ("habilidad", Column::Competency),
    ("sub area", Column::Competency),
    ("subcategory", Column::Competency),
    ("area", Column::Group),
    ("category", Column::Group),
    ("group", Column::Group),
    ("pillar", Column::Group),
    ("theme", Column::Group),
    ("domain", Column::Group),
    ("cluster", Column::Group),
    ("section", Column::Group),
    ("function", Column::Group),
    ("bereich", Column::Group),
    ("kategorie", Column::Group),
    ("domaine", Column::Group),
    ("catégorie", Column::Group),
    ("categoria", Column::Group),
    ("categoría", Column::Group),
    ("área", Column::Group),
    ("competency area", Column::Group),
    ("competency group", Column::Group),
    ("skill group", Column::Group),
    ("skill category", Column::Group),
    ("skill level", Column::Step),
    ("proficiency", Column::Step),
    ("proficiency level", Column::Step),
    ("required level", Column::Step),
    ("target level", Column::Step),
    ("skill proficiency", Column::Step),
    ("step", Column::Step),
    ("rating", Column::Step),
    ("mastery", Column::Step),
    ("description", Column::Text),
    ("descriptions", Column::Text),
    ("expectation", Column::Text),
    ("expectations", Column::Text),
    ("text", Column::Text),
    ("behaviour", Column::Text),
    ("behaviours", Column::Text),
    ("behavior", Column::Text),
    ("behaviors", Column::Text),
    ("expected behaviour", Column::Text),
    ("expected behaviours", Column::Text),
    ("expected behavior", Column::Text),
    ("expected behaviors", Column::Text),
    ("key behaviour", Column::Text),
    ("key behaviours", Column::Text),
    ("key behavior", Column::Text),
    ("key behaviors", Column::Text),
    ("statement", Column::Text),
    ("statements", Column::Text),
    ("details", Column::Text),
    ("detail", Column::Text),
    ("requirement", Column::Text),
    ("requirements", Column::Text),
    ("indicator", Column::Text),
    ("indicators", Column::Text),
    ("content", Column::Text),
    ("summary", Column::Text),
    ("item", Column::Text),
    ("criteria", Column::Text),
    ("criterion", Column::Text),
    ("what it looks like", Column::Text),
    ("skill level description", Column::Text),
    ("proficiency description", Column::Text),
    ("example", Column::Examples),
    ("examples", Column::Examples),
    ("evidence", Column::Examples),
    ("level id", Column::Id),
    ("id", Column::Id),
    ("slug", Column::Id),
    ("order", Column::Id),
    ("rank", Column::Id),
    ("key", Column::Id),
];

/// What a column is by its heading; none if the heading is no word for it.
pub(super) fn column(heading: &str) -> Option<Column> {
    // What is in brackets explains a heading.
    let heading = heading.split('(').next().unwrap_or_default();
    let heading = words(heading).join(" ");
    let found = HEADINGS.iter().find(|(one, _)| *one == heading);
    found.map(|(_, column)| *column)
}

/// What each column is. Of several that could be the competency, “name” is it, and the other its group.
pub(super) fn columns(headings: &[String]) -> Vec<Option<Column>> {
    let mut all: Vec<_> = headings.iter().map(|heading| column(heading)).collect();
    let has = |all: &[Option<Column>], wanted| all.contains(&Some(wanted));
    let competencies: Vec<usize> = (0..all.len())
        .filter(|at| all[*at] == Some(Column::Competency))
        .collect();
    if competencies.len() > 1 {
        let name = competencies
            .iter()
            .copied()
            .find(|at| words(&headings[*at]) == ["name"])
            .or_else(|| competencies.last().copied());
        for at in competencies {
            if Some(at) != name {
                all[at] = Some(Column::Group);
            }
        }
    }
    // A group without competencies is what is measured.
    if !has(&all, Column::Competency)
        && let Some(at) = all
            .iter()
            .rposition(|column| *column == Some(Column::Group))
    {
        all[at] = Some(Column::Competency);
    }
    // A role or a family alone names the track.
    if !has(&all, Column::Track)
        && let Some(at) = all
            .iter()
            .position(|column| *column == Some(Column::Family))
    {
        all[at] = Some(Column::Track);
    }
    // Only the first column of a kind counts, except for texts.
    for at in 0..all.len() {
        let one = all[at];
        let again = one.is_some() && one != Some(Column::Text) && all[..at].contains(&one);
        if again {
            all[at] = None;
        }
    }
    all
}

/// Columns beside those of a ladder, which are reported and not read.
const BESIDE: [&str; 20] = [
    "id",
    "avatar",
    "icon",
    "image",
    "note",
    "notes",
    "comment",
    "comments",
    "remark",
    "remarks",
    "source",
    "sources",
    "weight",
    "link",
    "links",
    "url",
    "owner",
    "status",
    "last updated",
    "updated",
];

/// Whether a heading is that of a column beside those of a ladder.
pub(super) fn is_beside(heading: &str) -> bool {
    BESIDE.contains(&words(heading).join(" ").as_str())
}

/// What a row or column about the level itself is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfLevel {
    /// What the level is for.
    About,
    /// Its title.
    Title,
    /// A fact about it.
    Fact,
}

/// Whether a heading among those of competencies is about the level itself.
pub(super) fn of_level(heading: &str) -> Option<OfLevel> {
    let heading = words(heading).join(" ");
    Some(match heading.as_str() {
        "description" | "summary" | "overview" | "about" | "in short" | "tl dr" | "purpose"
        | "level description" | "level summary" | "role description" | "role summary" => {
            OfLevel::About
        }
        "title" | "typical title" | "typical titles" | "job title" | "role title" | "titles"
        | "role" | "level name" => OfLevel::Title,
        "years of experience"
        | "experience"
        | "typical experience"
        | "years"
        | "typical years"
        | "typical years of experience"
        | "years in level"
        | "years at level"
        | "reports to"
        | "time in level"
        | "time at level"
        | "experience years"
        | "equivalent"
        | "equivalent to"
        | "direct reports"
        | "team size" => OfLevel::Fact,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_name_of_a_skill_is_its_group() {
        let headings = ["name", "description", "competency"].map(str::to_owned);
        let told = columns(&headings);
        let all = [Column::Competency, Column::Text, Column::Group].map(Some);
        assert_eq!(told, all);
    }
}
