//! What can be done to a draft.

use std::fmt;

use crate::ladder::Draft;
use crate::studio::CellText;

/// One change of a draft. Ids are those of the draft; places are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another draft altogether.
    Replace(Box<Draft>),
    /// The draft of the same files, read again with answers to what they leave open.
    ReadAgain(Box<Draft>),
    /// The ladder's name.
    Name(String),
    /// The ladder's id, under which browsers keep what people save about it.
    Id(String),
    /// The language of the texts, as `en` or `pt-BR`.
    Language(String),
    /// What the ladder is; empty for nothing.
    About(String),
    /// Whether a level adds to those below.
    Adds(bool),
    /// The height up to which moving between tracks costs nothing.
    FreeUpTo(Option<u32>),
    /// The tracks that the quiz calls deep and broad, by id; none for no quiz about this ladder.
    Sides(Option<(String, String)>),

    /// A new track.
    AddTrack(String),
    /// The name of a track.
    TrackName(String, String),
    /// Whether people on a track have reports.
    TrackManages(String, bool),
    /// A track to another place.
    MoveTrack(String, usize),
    /// A track, and what belongs to it alone.
    RemoveTrack(String),

    /// A new level on a track, above the others of it: the track's id, and a title.
    AddLevel(String, String),
    /// The title of a level.
    LevelTitle(String, String),
    /// The code of a level; empty for none.
    LevelCode(String, String),
    /// What a level is for; empty for nothing.
    LevelAbout(String, String),
    /// The height of a level; none: unknown.
    LevelHeight(String, Option<u32>),
    /// Whether a level is on a track: the level's id, the track's.
    LevelOn(String, String, bool),
    /// A level to another place.
    MoveLevel(String, usize),
    /// A level with its cells.
    RemoveLevel(String),
    /// Heights 1, 2, 3 … for the levels of a track, in their order.
    NumberLevels(String),

    /// A new group.
    AddGroup(String),
    /// The name of a group.
    GroupName(String, String),
    /// A group; its competencies stay.
    RemoveGroup(String),

    /// A new competency, at the end.
    AddCompetency(String),
    /// The name of a competency.
    CompetencyName(String, String),
    /// What a competency is; empty for nothing.
    CompetencyAbout(String, String),
    /// The group of a competency; none for none.
    CompetencyGroup(String, Option<String>),
    /// The tracks that a competency belongs to; none: all.
    CompetencyTracks(String, Vec<String>),
    /// How much a competency counts on a track, 0 to 3; none: unsaid.
    Weight(String, String, Option<u8>),
    /// A competency to another place.
    MoveCompetency(String, usize),
    /// A competency with its cells.
    RemoveCompetency(String),
    /// Two spellings of one competency: the first one's cells go into the second.
    JoinCompetencies(String, String),

    /// What a level expects: the level's id, the competency's, the text.
    Cell(String, String, Box<CellText>),
}

impl Edit {
    /// The field that is typed in, if it is one: edits of one field follow each other as one.
    pub(super) fn field(&self) -> Option<String> {
        let named = |kind: &str, id: &str| Some(format!("{kind} {id}"));
        match self {
            Self::Name(_) => named("name", ""),
            Self::Id(_) => named("id", ""),
            Self::Language(_) => named("language", ""),
            Self::About(_) => named("about", ""),
            Self::TrackName(id, _) => named("track", id),
            Self::LevelTitle(id, _) => named("title", id),
            Self::LevelCode(id, _) => named("code", id),
            Self::LevelAbout(id, _) => named("level", id),
            Self::GroupName(id, _) => named("group", id),
            Self::CompetencyName(id, _) => named("competency", id),
            Self::CompetencyAbout(id, _) => named("about", id),
            Self::Cell(level, item, _) => named("cell", &format!("{level} {item}")),
            _ => None,
        }
    }
}

/// Why an edit cannot be made. The sentence says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such thing any more.
    Gone(&'static str),
    /// A name or title is empty.
    Blank(&'static str),
    /// The last track with this level cannot be taken off: its title.
    LastTrack(String),
    /// A track that is the only one of these levels cannot be removed: its name, a title, how many.
    StillUsed(String, String, usize),
    /// A competency cannot be joined with itself.
    SameCompetency,
    /// A weight is 0 to 3.
    Weight,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone(what) => write!(f, "There is no such {what} any more."),
            Self::Blank(what) => write!(
                f,
                "A {what} needs a name. The old one stays until you write one."
            ),
            Self::LastTrack(title) => write!(
                f,
                "“{title}” must be on a track. Put it on another one first, or remove the level."
            ),
            Self::StillUsed(track, title, 1) => write!(
                f,
                "“{title}” is on “{track}” alone. Put it on another track first, or remove it."
            ),
            Self::StillUsed(track, title, count) => write!(
                f,
                "“{title}” and {} more are on “{track}” alone. Put them on another track first, or remove them.",
                count - 1
            ),
            Self::SameCompetency => f.write_str("Choose another competency to join it with."),
            Self::Weight => f.write_str("A competency counts 0, 1, 2 or 3."),
        }
    }
}

impl std::error::Error for Refused {}
