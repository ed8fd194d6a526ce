//! Titles: the schemes side by side, the position of roles, the word Director, archetypes, other
//! companies' levels.

mod elsewhere;

use elsewhere::source_link;
use leptos::prelude::*;

use crate::guide::{Archetype, Guide, Role};
use crate::ladder::{Ladder, Side, TitleScheme};
use crate::route::{Route, Topic};
use crate::web::components::{LeanMark, LeanSign, Station};
use crate::web::frame::scheme_switch;
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{capital, counted, links_to_levels, notes, rests_on, side_word};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Titles);

pub(crate) const INTRO: Intro = Intro {
    title: "Roles and titles",
    line: "Roles and their levels, the word Director, and the levels of other companies.",
    lede: "Compare numbers. A title means little until you know which company uses it.",
    tags: "job title tech lead architect principal staff director CTO archetype Google Meta other companies",
};

/// How many ways there are to name the levels, before the rest; none where there is no such way.
pub(crate) fn line(ladder: &Ladder) -> Option<String> {
    let count = ladder.title_schemes.len();
    let ways = counted(count, "way", "ways");
    let broad = side_word(ladder, Side::Broad);
    (count > 0).then(|| {
        format!(
            "{} to name the {broad} levels, roles and their levels, the word Director, and the levels of other companies.",
            capital(&ways)
        )
    })
}

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, titles) = (site.ladder, &guide.titles);
    let here = site.at(HERE);
    let roles = titles.roles.iter();
    let roles = roles.map(|one| role(ladder, &here, one)).collect_view();
    let roles = view! {
        {(!titles.about.is_empty()).then(|| notes(ladder, &here, &titles.about))}
        <dl class="named">{roles}</dl>
    };
    let archetypes = titles.archetypes.iter();
    let archetypes = archetypes
        .map(|one| archetype(ladder, &here, one))
        .collect_view();
    let archetypes = view! {
        <p>
            {named_by(ladder, &titles.archetypes)}
            " Use them to think about how you work: they are not levels, and their place here is our own mapping."
        </p>
        <dl class="named">{archetypes}</dl>
    };
    [
        schemes(ladder, &here)
            .map(|schemes| Part::open("schemes", "Schemes side by side", schemes)),
        Some(Part::open(
            "elsewhere",
            "Levels elsewhere",
            elsewhere::content(ladder, &here, &titles.mappings),
        )),
        Some(Part::folded(
            "roles",
            "Roles and their levels",
            "From Technical Lead to CTO: what each does, and whether people report to it.",
            roles.into_any(),
        )),
        Some(Part::folded(
            "director",
            "The word Director",
            "It can mean a manager, or someone who manages no one. Say which.",
            notes(ladder, &here, &titles.director),
        )),
        Some(Part::folded(
            "archetypes",
            "Archetypes",
            "Ways in which engineers beyond Senior work, beside both tracks.",
            archetypes.into_any(),
        )),
    ]
    .into_iter()
    .flatten()
    .collect()
}

// Schemes ---------------------------------------------------------------------------------------

/// The ways to name the levels, where the ladder has any.
fn schemes(ladder: &Ladder, here: &Route) -> Option<AnyView> {
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes.map(|one| scheme(ladder, here, one)).collect_view();
    let sides = ladder.sides();
    let manages = sides.is_some_and(|sides| sides.iter().any(|track| track.manages));
    let no_one =
        (!manages).then_some(" On this ladder no one with any of these titles has reports.");
    (!ladder.title_schemes.is_empty()).then(|| {
        view! {
            <p>"The number is what counts." {no_one}</p>
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
                <caption class="visually-hidden">"Titles at the same level, by scheme"</caption>
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
    view! {
        <details class="fold fold-small">
            <summary>
                <h3>{scheme.name.clone()}</h3>
                <span class="soft">{scheme.about.clone()}</span>
            </summary>
            <div class="fold-body" id=format!("scheme-{}", scheme.id)>
                <ul class="notes">{clashes}</ul>
                {scheme.basis.as_ref().map(|letter| rests_on(ladder, here, letter, &scheme.sources))}
            </div>
        </details>
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
        false => "Manages no one.",
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
