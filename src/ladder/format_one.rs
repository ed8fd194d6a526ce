//! The file of a ladder in format 1, read as format 2. Format 1 had two tracks, deep and broad, and
//! codes of a letter and a number. Knows the shape of the old file only.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::ladder::file::{
    BasisNote, CellFile, Clash, CompetencyFile, Direction, Draft, Fact, GroupFile, Idea, LevelFile,
    Licence, SidesFile, Source, TitleScheme, TrackFile,
};
use crate::ladder::once;

/// A whole file of format 1.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FormatOne {
    #[serde(rename = "$schema", default)]
    _schema_file: Option<String>,
    #[serde(rename = "schema")]
    _schema: u32,
    id: String,
    version: String,
    name: String,
    about: String,
    licence: Licence,
    sources: Vec<Source>,
    bases: Vec<BasisNote>,
    tracks: Vec<OldTrack>,
    title_schemes: Vec<OldScheme>,
    dimensions: Vec<OldDimension>,
    levels: Vec<OldLevel>,
    competencies: Vec<OldCompetency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OldTrack {
    id: String,
    name: String,
    tagline: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OldScheme {
    id: String,
    name: String,
    #[serde(rename = "isManagement")]
    _is_management: bool,
    about: String,
    #[serde(deserialize_with = "once")]
    titles: BTreeMap<String, String>,
    clashes: Vec<Clash>,
    basis: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OldDimension {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OldLevel {
    code: String,
    phase: String,
    title: String,
    summary: String,
    scope: String,
    horizon: String,
    autonomy: String,
    counterpart: String,
    question: String,
    ready_signal: String,
    trap: String,
    #[serde(default)]
    hands_on: Option<OldHandsOn>,
    #[serde(default)]
    lead_years: Option<u8>,
    basis: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OldHandsOn {
    min: u8,
    max: u8,
    #[serde(rename = "basis")]
    _basis: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OldCompetency {
    id: String,
    name: String,
    dimension: String,
    #[serde(rename = "lean")]
    _lean: String,
    weight: BTreeMap<String, u8>,
    meaning: String,
    ideas: Vec<Idea>,
    evidence: BTreeMap<String, Vec<String>>,
    #[serde(deserialize_with = "once")]
    expectations: BTreeMap<String, OldExpectation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OldExpectation {
    gist: String,
    #[serde(default)]
    detail: Option<String>,
    basis: String,
    sources: Vec<String>,
}

/// The two tracks of format 1, with the letter of their codes.
const TRACKS: [(&str, char); 2] = [("deep", 't'), ("broad", 'l')];
/// The rung at which the tracks of format 1 parted.
const FORK: u32 = 6;
/// The phase of a level that both tracks shared.
const TRUNK: &str = "trunk";

impl FormatOne {
    /// The same ladder in format 2. What format 1 could say and format 2 derives is left out.
    pub(super) fn into_file(self) -> Draft {
        let titles_of = |code: &str| -> BTreeMap<String, String> {
            let schemes = self.title_schemes.iter();
            schemes
                .filter_map(|one| Some((one.id.clone(), one.titles.get(code)?.clone())))
                .collect()
        };
        let levels: Vec<LevelFile> = self
            .levels
            .iter()
            .map(|old| level(old, titles_of(&old.code)))
            .collect();
        Draft {
            schema_file: None,
            schema: crate::ladder::Ladder::SCHEMA,
            id: self.id,
            version: self.version,
            name: self.name,
            short: None,
            lang: "en".to_owned(),
            dir: Direction::Ltr,
            about: Some(self.about),
            headline: None,
            tagline: None,
            note: None,
            licence: Some(self.licence),
            adds: true,
            free_up_to: Some(FORK),
            weights_from: Some(FORK + 1),
            sources: self.sources,
            bases: self.bases,
            tracks: self.tracks.into_iter().map(track).collect(),
            title_schemes: self.title_schemes.into_iter().map(scheme).collect(),
            levels,
            groups: self.dimensions.into_iter().map(group).collect(),
            scales: Vec::new(),
            competencies: self.competencies.into_iter().map(competency).collect(),
            quiz: Some(SidesFile {
                deep: TRACKS[0].0.to_owned(),
                broad: TRACKS[1].0.to_owned(),
            }),
        }
    }
}

fn track(old: OldTrack) -> TrackFile {
    TrackFile {
        short: Some(old.id.clone()),
        id: old.id,
        name: old.name,
        about: Some(old.tagline),
        manages: false,
        from: Vec::new(),
        group: None,
    }
}

fn scheme(old: OldScheme) -> TitleScheme {
    TitleScheme {
        id: old.id,
        name: old.name,
        about: Some(old.about),
        clashes: old.clashes,
        basis: Some(old.basis),
        sources: old.sources,
    }
}

fn group(old: OldDimension) -> GroupFile {
    GroupFile {
        id: old.id,
        name: old.name,
        about: None,
        groups: Vec::new(),
    }
}

fn level(old: &OldLevel, titles: BTreeMap<String, String>) -> LevelFile {
    let id = old.code.to_lowercase();
    let tracks = TRACKS
        .iter()
        .filter(|(_, letter)| old.phase == TRUNK || id.starts_with(*letter))
        .map(|(track, _)| (*track).to_owned())
        .collect();
    let mut facts = vec![
        fact("Scope", &old.scope),
        fact("Looks ahead", &old.horizon),
        fact("Direction you get", &old.autonomy),
        fact("Works with", &old.counterpart),
        fact("At home here when", &old.ready_signal),
        fact("Usual trap", &old.trap),
    ];
    if let Some(share) = &old.hands_on {
        let text = format!("{}–{} % of the time", share.min, share.max);
        facts.push(fact("Hands-on share", &text));
    }
    if let Some(years) = old.lead_years {
        facts.push(fact("Years in leadership", &format!("{years} is typical")));
    }
    LevelFile {
        height: id.get(1..).and_then(|digits| digits.parse().ok()),
        id,
        code: Some(old.code.clone()),
        title: old.title.clone(),
        tracks,
        about: Some(old.summary.clone()),
        question: Some(old.question.clone()),
        facts,
        bands: Vec::new(),
        points: None,
        titles,
        basis: Some(old.basis.clone()),
        sources: old.sources.clone(),
    }
}

fn fact(name: &str, text: &str) -> Fact {
    Fact {
        name: name.to_owned(),
        text: Some(text.to_owned()),
        items: Vec::new(),
        days: None,
        basis: None,
        sources: Vec::new(),
    }
}

fn competency(old: OldCompetency) -> CompetencyFile {
    let cells = old.expectations.into_iter().map(|(code, old)| {
        let cell = CellFile {
            gist: Some(old.gist),
            text: old.detail,
            basis: Some(old.basis),
            sources: old.sources,
            ..CellFile::default()
        };
        (code.to_lowercase(), cell)
    });
    CompetencyFile {
        id: old.id,
        name: old.name,
        about: Some(old.meaning),
        group: Some(old.dimension),
        tags: Vec::new(),
        links: Vec::new(),
        ideas: old.ideas,
        tracks: Vec::new(),
        weight: old.weight,
        evidence: old.evidence,
        scale: None,
        steps: BTreeMap::new(),
        cells: cells.collect(),
    }
}
