//! Titles: the schemes side by side, the position of roles, the word Director, archetypes, other
//! companies' levels.

use leptos::prelude::*;

use crate::guide::{Archetype, Confidence, Guide, Mapping, Role};
use crate::ladder::{Ladder, Side, TitleScheme};
use crate::route::{Route, Topic};
use crate::web::components::{LeanMark, LeanSign, Station};
use crate::web::frame::{basis, scheme_switch};
use crate::web::guide::Intro;
use crate::web::guide::parts::{
    OURS, capital, counted, links_to_levels, notes, rests_on, short_name, side_word,
};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Titles);

pub(crate) const INTRO: Intro = Intro {
    title: "Roles and titles",
    line: "Roles placed on the rungs, the word Director, and the levels of other companies.",
    lede: "Compare numbers; a title tells you little until you know whose it is.",
    next: (Route::Levels, "Read the levels behind the titles"),
};

/// How many ways there are to name the levels, before the rest; none where there is no such way.
pub(crate) fn line(ladder: &Ladder) -> Option<String> {
    let count = ladder.title_schemes.len();
    let ways = counted(count, "way", "ways");
    let broad = side_word(ladder, Side::Broad);
    (count > 0).then(|| {
        format!(
            "{} to name the {broad} levels, roles placed on the rungs, the word Director, and the levels of other companies.",
            capital(&ways)
        )
    })
}

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let (ladder, titles) = (site.ladder, &guide.titles);
    let here = site.at(HERE);
    let roles = titles.roles.iter();
    let roles = roles.map(|one| role(ladder, &here, one)).collect_view();
    let archetypes = titles.archetypes.iter();
    let archetypes = archetypes
        .map(|one| archetype(ladder, &here, one))
        .collect_view();
    view! {
        {schemes(ladder, &here)}
        <h2 id="roles">"Roles, placed"</h2>
        <dl class="named">{roles}</dl>
        <h2 id="director">"The word Director"</h2>
        {notes(ladder, &here, &titles.director)}
        <h2 id="archetypes">"Archetypes"</h2>
        <p>
            {named_by(ladder, &titles.archetypes)}
            " Read yourself through them: they are a lens and no levels, and where they stand here is our own mapping."
        </p>
        <dl class="named">{archetypes}</dl>
        <h2 id="elsewhere">"Levels elsewhere"</h2>
        <p>
            "Most companies number one track for engineers, so their levels stand beside our rungs and not beside a side of them. Take each line as a start for a talk, never as a promise of the same title."
        </p>
        {mapping_table(ladder, &here, &titles.mappings)}
        <p class="soft">{CONFIDENCES.map(meaning).collect_view()}</p>
    }
    .into_any()
}

// Schemes ---------------------------------------------------------------------------------------

/// The ways to name the levels, where the ladder has any.
fn schemes(ladder: &Ladder, here: &Route) -> Option<AnyView> {
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes.map(|one| scheme(ladder, here, one)).collect_view();
    let sides = ladder.sides();
    let manages = sides.is_some_and(|sides| sides.iter().any(|track| track.manages));
    let nobody =
        (!manages).then_some(" On this ladder nobody with any of these titles has reports.");
    (!ladder.title_schemes.is_empty()).then(|| {
        view! {
            <h2 id="schemes">"Schemes side by side"</h2>
            <p>"The number is what counts." {nobody}</p>
            {scheme_table(ladder)}
            <div class="scheme-choice">{scheme_switch(ladder)}</div>
            {schemes}
        }
        .into_any()
    })
}

fn scheme_table(ladder: &Ladder) -> AnyView {
    let schemes = &ladder.title_schemes;
    let heads = schemes
        .iter()
        .map(|scheme| view! { <th scope="col">{scheme.name.clone()}</th> })
        .collect_view();
    let twins = ladder.sides.map(|sides| ladder.apart(sides));
    let rows = twins
        .into_iter()
        .flatten()
        .map(|(_, [deep, broad])| {
            let titles = schemes
                .iter()
                .map(|scheme| {
                    let title = broad.titles.get(&scheme.id).unwrap_or(&broad.title);
                    view! { <td>{title.clone()}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row"><Station level=deep /> " " {deep.title.clone()}</th>
                    <td><Station level=broad /></td>
                    {titles}
                </tr>
            }
        })
        .collect_view();
    let [deep, broad] = Side::BOTH.map(|side| capital(side_word(ladder, side)));
    view! {
        <section class="scroll" tabindex="0" aria-label="Titles by scheme">
            <table class="titles">
                <caption class="visually-hidden">"Titles at the same height, by scheme"</caption>
                <thead>
                    <tr><th scope="col">{deep}</th><th scope="col">{broad}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn scheme(ladder: &Ladder, here: &Route, scheme: &TitleScheme) -> AnyView {
    let clashes = scheme
        .clashes
        .iter()
        .map(|clash| view! { <li>"“" {clash.word.clone()} "”: " {clash.note.clone()}</li> })
        .collect_view();
    let about = scheme.about.clone();
    view! {
        <section id=format!("scheme-{}", scheme.id)>
            <h3>{scheme.name.clone()}</h3>
            {about.map(|words| view! { <p>{words}</p> })}
            <ul class="notes">{clashes}</ul>
            {basis(ladder, here, scheme.basis.as_deref(), &scheme.sources)}
        </section>
    }
    .into_any()
}

// Roles and archetypes --------------------------------------------------------------------------

fn role(ladder: &Ladder, here: &Route, role: &Role) -> AnyView {
    let place = match role.levels.is_empty() {
        false => links_to_levels(ladder, here, &role.levels),
        true if role.manages => view! { <p>"People management"</p> }.into_any(),
        true => view! { <p>"On neither track"</p> }.into_any(),
    };
    let reports = match role.manages {
        true => "Has people who report to it.",
        false => "Manages nobody.",
    };
    view! {
        <div>
            <dt>{role.name.clone()}</dt>
            <dd class="role-place">{place} <p class="soft">{reports}</p></dd>
            <dd>{role.text.clone()} {rests_on(ladder, here, &role.basis, &role.sources)}</dd>
        </div>
    }
    .into_any()
}

/// How many archetypes there are, and who named them: the author of the source that all of them
/// cite first.
fn named_by(ladder: &Ladder, archetypes: &[Archetype]) -> String {
    let mut sources = archetypes.iter().map(|one| one.sources.first());
    let first = sources.next().flatten();
    let author = first
        .filter(|first| sources.all(|source| source == Some(*first)))
        .and_then(|first| ladder.source(first))
        .and_then(|source| source.author.as_deref());
    let ways = capital(&counted(archetypes.len(), "way", "ways"));
    match author {
        Some(author) => format!("{ways} of working beyond Senior, named by {author}."),
        None => format!("{ways} of working beyond Senior."),
    }
}

fn archetype(ladder: &Ladder, here: &Route, archetype: &Archetype) -> AnyView {
    let sources = archetype.sources.iter();
    let sources: Vec<AnyView> = sources
        .filter_map(|id| source_link(ladder, here, id))
        .map(|link| view! { <li>{link}</li> }.into_any())
        .collect();
    view! {
        <div>
            <dt>{archetype.name.clone()} " " <LeanMark lean=Some(reads(ladder, archetype.reads)) /></dt>
            <dd>{archetype.text.clone()} <ul class="inline-list soft">{sources}</ul></dd>
        </div>
    }
    .into_any()
}

/// The track that an archetype reads like, as a mark.
fn reads(ladder: &Ladder, side: Option<Side>) -> LeanSign {
    let track = side.and_then(|side| ladder.track_of(side));
    match track {
        Some(track) => LeanSign {
            hue: Some(track.hue),
            id: track.id.clone(),
            words: format!("leans {}", track.short),
        },
        None => LeanSign {
            hue: None,
            id: "both".to_owned(),
            words: "both".to_owned(),
        },
    }
}

// Levels elsewhere ------------------------------------------------------------------------------

fn mapping_table(ladder: &Ladder, here: &Route, mappings: &[Mapping]) -> AnyView {
    let rows = mappings
        .iter()
        .map(|entry| {
            let rungs: Vec<String> = entry.rungs.iter().map(ToString::to_string).collect();
            view! {
                <tr>
                    <th scope="row">{entry.company.clone()}</th>
                    <td>{entry.theirs.clone()}</td>
                    <td class="mapping-rungs">{rungs.join(", ")}</td>
                    <td>{word(entry.confidence)}</td>
                    <td class="mapping-why">{entry.why.clone()}</td>
                    <td>{source_link(ladder, here, &entry.source)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Levels of other companies">
            <table class="titles mappings">
                <caption class="visually-hidden">"Levels of other companies beside our rungs"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Company"</th>
                        <th scope="col">"Their level"</th>
                        <th scope="col">"Our rung"</th>
                        <th scope="col">"How sure"</th>
                        <th scope="col">"Why"</th>
                        <th scope="col">"Source"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The confidences, from the highest down.
const CONFIDENCES: [Confidence; 3] = [Confidence::Stated, Confidence::Close, Confidence::Loose];

const fn word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Stated => "Stated",
        Confidence::Close => "Close",
        Confidence::Loose => "Loose",
    }
}

fn meaning(confidence: Confidence) -> AnyView {
    let means = match confidence {
        Confidence::Stated => ": the source says so itself. ",
        Confidence::Close => ": what we could compare agrees. ",
        Confidence::Loose => ": a hint, from a title or a number and little else.",
    };
    view! { <strong>{word(confidence)}</strong> {means} }.into_any()
}

/// A source by its short name, linked to what was taken from it; none for ourselves.
fn source_link(ladder: &Ladder, here: &Route, id: &str) -> Option<AnyView> {
    let source = ladder.source(id).filter(|source| source.id != OURS)?;
    let list = here.link(&Route::Topic(Topic::Sources));
    let href = format!("{list}#source-{id}");
    Some(view! { <a href=href>{short_name(source).to_owned()}</a> }.into_any())
}
