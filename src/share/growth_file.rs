//! A second view as a file, for what is too long for a link. Handles JSON text; choosing and saving
//! files is elsewhere.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::growth::{Expected, Judged, View, ViewMark};
use crate::guard::{Limits, escape_hidden, path_at};
use crate::ladder::Ladder;
use crate::share::growth_texts::{About, is_same, tidy_note};
use crate::share::{OtherTexts, tidy_name};
use crate::text_merge::TooLong;

/// The name of this format inside a file.
const FORMAT: &str = "ladder-explorer/view";
/// The version of the format that this app writes.
const SCHEMA: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ViewFile {
    format: String,
    schema: u32,
    ladder: String,
    ladder_version: String,
    levels: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    marks: BTreeMap<String, ViewMark>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// Why a file cannot be read as a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewFileFault {
    /// It exceeds the limits on size or depth; which limit and where.
    TooMuch(String),
    /// It is JSON of another kind, or no JSON.
    NotOurs,
    /// A newer app made it, in this version of the format.
    Newer(u32),
    /// It is a view, but not of this shape; where, and the parser's message.
    Shape(String),
    /// It is about another ladder, or about other texts.
    OtherTexts(OtherTexts),
    /// The name, a line or the note is too long.
    TooLong(&'static str, TooLong),
}

impl fmt::Display for ViewFileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMuch(what) => write!(f, "This file is too large for a view: {what}."),
            Self::NotOurs => write!(
                f,
                "This is no view that this app saved. Choose the file that you were sent."
            ),
            Self::Newer(version) => write!(
                f,
                "A newer version of this app made this file ({version}). Reload the page, then open it again."
            ),
            Self::Shape(why) => write!(
                f,
                "This file was changed since it was saved: {why}. Ask for it to be sent again."
            ),
            Self::OtherTexts(other) => write!(f, "{other}"),
            Self::TooLong(field, excess) => write!(f, "The {field} in this file is {excess}."),
        }
    }
}

impl std::error::Error for ViewFileFault {}

/// A view of levels of this ladder as the text of a file.
///
/// # Errors
/// If a text is too long. A view of other texts than this ladder's is written as it is, and refused
/// where it is read.
pub fn view_file(view: &View, ladder: &Ladder) -> Result<String, ViewFileFault> {
    let too_long = |(field, excess)| ViewFileFault::TooLong(field, excess);
    view.check().map_err(too_long)?;
    let file = ViewFile {
        format: FORMAT.to_owned(),
        schema: SCHEMA,
        ladder: ladder.id.clone(),
        ladder_version: view.ladder_version.clone(),
        levels: view.levels.clone(),
        from: view.from.clone(),
        marks: view.marks.clone(),
        note: view.note.clone(),
    };
    let text = serde_json::to_string_pretty(&file);
    let text = text.map_err(|error| ViewFileFault::Shape(error.to_string()))?;
    match Limits::RECORD.check(&text) {
        Ok(()) => Ok(text),
        Err(excess) => Err(ViewFileFault::TooMuch(excess.to_string())),
    }
}

/// Reads the text of a file on a page of the ladder that it must be about; it was received at `now`, in
/// milliseconds since 1970. Its texts lose invisible and bidirectional characters.
///
/// # Errors
/// Everything that can be wrong with it.
pub fn read_view_file(text: &str, ladder: &Ladder, now: f64) -> Result<View, ViewFileFault> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        schema: u32,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Limits::RECORD
        .check(text)
        .map_err(|excess| ViewFileFault::TooMuch(excess.to_string()))?;
    let head: Option<Head> = serde_json::from_str(text).ok();
    let is_group = text.trim_start().starts_with('{');
    match head.filter(|head| is_group && head.format == FORMAT) {
        None => return Err(ViewFileFault::NotOurs),
        Some(head) if head.schema > SCHEMA => return Err(ViewFileFault::Newer(head.schema)),
        Some(_) => {}
    }
    let file: ViewFile = serde_json::from_str(text).map_err(|error| {
        let path = path_at(text, error.line(), error.column());
        ViewFileFault::Shape(escape_hidden(&format!("{path}: {error}")))
    })?;
    let about = About {
        ladder: &file.ladder,
        version: &file.ladder_version,
        levels: &file.levels,
    };
    let levels = about.levels(ladder).map_err(ViewFileFault::OtherTexts)?;
    let all = Expected::of_levels(ladder, &levels);
    let mut marks = Judged::new();
    for (id, mark) in &file.marks {
        let known = all.iter().find(|one| one.id == *id);
        if !known.is_some_and(|one| is_same(one, &mark.said)) {
            return Err(ViewFileFault::OtherTexts(about.other(ladder)));
        }
        let line = tidy_name(&mark.line).unwrap_or_default();
        marks.insert(id.clone(), (mark.standing, line));
    }
    let from = file.from.as_deref().and_then(tidy_name);
    let note = tidy_note(&file.note);
    let view = View::new(ladder, &levels, (from.as_deref(), &marks, &note), now);
    let view = view.map_err(|(field, excess)| ViewFileFault::TooLong(field, excess))?;
    Ok(View {
        ladder_version: file.ladder_version,
        ..view
    })
}
