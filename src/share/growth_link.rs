//! A second view in a link: the request, which holds no mark, and the view itself. Marks are written by
//! their position among the expectations of the levels; a digest of the texts makes sure that they are
//! read beside the same words. Uses the ladder; independent of the storage.
//!
//! `v1.some-ladder.1-0-0.t5--t6.5f0c1a2b.012nx….3-5a6f.….8b6d0c11`: the ladder, its version, the levels
//! and the digest; then the standings, the lines with their positions, the note and the name.

use crate::growth::{Expected, Judged, Standing, View, said};
use crate::ladder::{Ladder, Level};
use crate::share::code::{
    CodeFields, LinkKind, crc, number, read, read_name, read_text, slug, write, write_name,
    write_text,
};
use crate::share::growth_texts::{About, is_same, tidy_note};
use crate::share::pasted::code_of;
use crate::share::{LinkFault, OtherTexts, tidy_name};

/// Each standing with its letter; `x` is for what is not marked.
const LETTERS: [(char, Standing); 4] = [
    ('0', Standing::NotYet),
    ('1', Standing::Sometimes),
    ('2', Standing::Reliably),
    ('n', Standing::NoChance),
];

/// A request for a second view: the levels, and who asks. It holds no mark, so that the other is not
/// influenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewRequest {
    /// The ladder's id.
    pub ladder: String,
    /// The ladder's version. A request is read beside another version if the levels say the same there.
    pub ladder_version: String,
    /// The ids of the levels: one to eight, none twice.
    pub levels: Vec<String>,
    /// Who asks, if they typed a name.
    pub name: Option<String>,
}

impl ViewRequest {
    /// The text behind the link’s “#”, of 7,000 characters at most.
    ///
    /// # Errors
    /// If this is about other texts than those of `ladder`, or the name is too long.
    pub fn write(&self, ladder: &Ladder) -> Result<String, LinkFault> {
        let about = About {
            ladder: &self.ladder,
            version: &self.ladder_version,
            levels: &self.levels,
        };
        let levels = about.levels(ladder).map_err(LinkFault::OtherTexts)?;
        if about.version != ladder.version {
            return Err(LinkFault::OtherTexts(about.other(ladder)));
        }
        let mut fields = write_head(&about, &Expected::of_levels(ladder, &levels))?;
        fields.push(write_name(self.name.as_deref())?);
        write(LinkKind::ViewRequest, &fields)
    }

    /// Reads a link, or the text behind its “#”, on a page of the ladder that it must be about.
    ///
    /// # Errors
    /// Everything that can be wrong with it.
    pub fn read(text: &str, ladder: &Ladder) -> Result<Self, LinkFault> {
        let code = code_of(text)?;
        let mut fields = read(LinkKind::ViewRequest, &code)?;
        let head = Head::read(&mut fields, ladder)?;
        let request = Self {
            ladder: ladder.id.clone(),
            ladder_version: head.version,
            levels: head.levels.iter().map(|level| level.id.clone()).collect(),
            name: read_name(fields.next()?)?,
        };
        fields.end()?;
        Ok(request)
    }
}

/// A view as the text behind a link’s “#”, of 7,000 characters at most. Its texts lose invisible and
/// bidirectional characters, and a line its line breaks.
///
/// # Errors
/// If it is about other texts than those of `ladder`, or a link cannot hold it: then take a file.
pub fn write_view(view: &View, ladder: &Ladder) -> Result<String, LinkFault> {
    let about = About {
        ladder: &ladder.id,
        version: &view.ladder_version,
        levels: &view.levels,
    };
    let levels = about.levels(ladder).map_err(LinkFault::OtherTexts)?;
    let all = Expected::of_levels(ladder, &levels);
    let is_known = |(id, told): (&String, &Vec<String>)| {
        let known = all.iter().find(|one| one.id == *id);
        known.is_some_and(|one| is_same(one, told))
    };
    let mut told = view.marks.iter().map(|(id, mark)| (id, &mark.said));
    if !told.all(is_known) {
        return Err(LinkFault::OtherTexts(about.other(ladder)));
    }
    if view.check().is_err() {
        return Err(LinkFault::CannotHold("a text in it is too long"));
    }
    let (mut standings, mut lines) = (String::new(), Vec::new());
    for (at, expected) in all.iter().enumerate() {
        let mark = view.marks.get(&expected.id);
        standings.push(mark.map_or('x', |mark| letter(mark.standing)));
        if let Some(line) = mark.and_then(|mark| tidy_name(&mark.line)) {
            lines.push(format!("{at}-{}", write_text(&line)));
        }
    }
    let mut fields = write_head(&about, &all)?;
    fields.push(standings);
    fields.push(lines.join("-"));
    fields.push(write_text(&tidy_note(&view.note)));
    fields.push(write_name(view.from.as_deref())?);
    write(LinkKind::View, &fields)
}

/// Reads a view from a link, or from the text behind its “#”, on a page of the ladder that it must be
/// about; it was received at `now`, in milliseconds since 1970.
///
/// # Errors
/// Everything that can be wrong with it; a damaged link is never read as a different view.
pub fn read_view(text: &str, ladder: &Ladder, now: f64) -> Result<View, LinkFault> {
    let code = code_of(text)?;
    let mut fields = read(LinkKind::View, &code)?;
    let head = Head::read(&mut fields, ladder)?;
    let mut marks = Judged::new();
    let standings = fields.next()?;
    if standings.len() != head.all.len() {
        return Err(LinkFault::Damaged);
    }
    for (expected, letter) in head.all.iter().zip(standings.chars()) {
        if letter == 'x' {
            continue;
        }
        let known = LETTERS.into_iter().find(|(known, _)| *known == letter);
        let (_, standing) = known.ok_or(LinkFault::Damaged)?;
        marks.insert(expected.id.clone(), (standing, String::new()));
    }
    read_lines(fields.next()?, &head.all, &mut marks)?;
    let note = read_text(fields.next()?)?;
    let name = read_name(fields.next()?)?;
    fields.end()?;
    if tidy_note(&note) != note {
        return Err(LinkFault::Damaged);
    }
    let view = View::new(ladder, &head.levels, (name.as_deref(), &marks, &note), now);
    let view = view.map_err(|_| LinkFault::Damaged)?;
    Ok(View {
        ladder_version: head.version,
        ..view
    })
}

/// Reads the lines: a position and a text in turn, each position higher than the one before and that of
/// a mark.
fn read_lines(field: &str, all: &[Expected], marks: &mut Judged) -> Result<(), LinkFault> {
    let mut parts = field.split('-').filter(|_| !field.is_empty());
    let mut before = None;
    while let Some(at) = parts.next() {
        let at = usize::try_from(number(at)?).map_err(|_| LinkFault::Damaged)?;
        let line = read_text(parts.next().ok_or(LinkFault::Damaged)?)?;
        let mark = all.get(at).and_then(|one| marks.get_mut(&one.id));
        let (_, slot) = mark.ok_or(LinkFault::Damaged)?;
        if before >= Some(at) || tidy_name(&line).as_deref() != Some(line.as_str()) {
            return Err(LinkFault::Damaged);
        }
        *slot = line;
        before = Some(at);
    }
    Ok(())
}

fn letter(standing: Standing) -> char {
    let known = LETTERS.into_iter().find(|(_, one)| *one == standing);
    known.map_or('x', |(letter, _)| letter)
}

/// What the first fields of a link say.
struct Head<'l> {
    version: String,
    levels: Vec<&'l Level>,
    all: Vec<Expected<'l>>,
}

impl<'l> Head<'l> {
    fn read(fields: &mut CodeFields, ladder: &'l Ladder) -> Result<Self, LinkFault> {
        let name = slug(fields.next()?)?;
        let version = slug(fields.next()?)?.replace('-', ".");
        // No id has two “-” in a row.
        let ids = fields.next()?.split("--").map(slug);
        let ids = ids
            .map(|id| id.map(str::to_owned))
            .collect::<Result<Vec<_>, _>>()?;
        let about = About {
            ladder: name,
            version: &version,
            levels: &ids,
        };
        let other = |other: OtherTexts| LinkFault::OtherTexts(other);
        let levels = about.levels(ladder).map_err(other)?;
        let all = Expected::of_levels(ladder, &levels);
        if fields.next()? != digest(&all) {
            return Err(LinkFault::OtherTexts(about.other(ladder)));
        }
        Ok(Self {
            version,
            levels,
            all,
        })
    }
}

fn write_head(about: &About, all: &[Expected]) -> Result<Vec<String>, LinkFault> {
    let is_version = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if about.version.is_empty() || !about.version.bytes().all(is_version) {
        return Err(LinkFault::CannotHold("its version is no number"));
    }
    Ok(vec![
        about.ladder.to_owned(),
        about.version.replace('.', "-"),
        about.levels.join("--"),
        digest(all),
    ])
}

/// A digest of everything that is encoded by position: the ids and the texts of the expectations.
fn digest(all: &[Expected]) -> String {
    let mut text = String::new();
    for expected in all {
        text.push_str(&expected.id);
        for statement in said(expected.expectation) {
            text.push('\n');
            text.push_str(&statement);
        }
        text.push('\n');
    }
    format!("{:08x}", crc(&text))
}
