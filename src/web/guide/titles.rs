//! Titles: the schemes side by side, the position of roles, the word Director, archetypes, other
//! companies' levels.

use leptos::prelude::*;

use crate::guide::{Archetype, Confidence, Mapping, Role};
use crate::ladder::{Ladder, Lean, LevelCode, TitleScheme, Track};
use crate::route::{Route, Topic};
use crate::web::components::{LeanMark, Station};
use crate::web::frame::scheme_switch;
use crate::web::guide::Intro;
use crate::web::guide::parts::{notes, rests_on};
use crate::web::ladder::ways::level_links;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Titles;
const HERE: Route = Route::Topic(TOPIC);

pub(crate) const INTRO: Intro = Intro {
    title: "Roles and titles",
    line: "Three ways to name the broad levels, roles placed on the rungs, the word Director, and the levels of other companies.",
    lede: "Compare numbers; a title tells you little until you know whose it is.",
    next: (Route::Levels, "Read the levels behind the titles"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let (ladder, titles) = (site.ladder, &site.guide.titles);
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes.map(|one| scheme(ladder, one)).collect_view();
    let roles = titles.roles.iter();
    let roles = roles.map(|one| role(ladder, one)).collect_view();
    let archetypes = titles.archetypes.iter();
    let archetypes = archetypes.map(|one| archetype(ladder, one)).collect_view();
    view! {
        <h2 id="schemes">"Schemes side by side"</h2>
        <p>
            "The number is what counts. On the broad side the adjective comes one rung later: Staff Engineer is T6, Staff Tech Lead is L7. On this ladder nobody with any of these titles has reports."
        </p>
        {scheme_table(ladder)}
        <div class="scheme-choice">{scheme_switch(ladder)}</div>
        {schemes}
        <h2 id="roles">"Roles, placed"</h2>
        <dl class="named">{roles}</dl>
        <h2 id="director">"The word Director"</h2>
        {notes(ladder, TOPIC, &titles.director)}
        <h2 id="archetypes">"Archetypes"</h2>
        <p>
            "Four ways of working beyond Senior, named by Will Larson. Read yourself through them: they are a lens and no levels, and where they stand here is our own mapping."
        </p>
        <dl class="named">{archetypes}</dl>
        <h2 id="elsewhere">"Levels elsewhere"</h2>
        <p>
            "Most companies number one track for engineers, so their levels stand beside our rungs and not beside a side of them. Take each line as a start for a talk, never as a promise of the same title."
        </p>
        {mapping_table(ladder, &titles.mappings)}
        <p class="soft">{CONFIDENCES.map(meaning).collect_view()}</p>
    }
    .into_any()
}

// Schemes ---------------------------------------------------------------------------------------

fn scheme_table(ladder: &Ladder) -> AnyView {
    let heads = ladder
        .title_schemes
        .iter()
        .map(|scheme| view! { <th scope="col">{scheme.name.clone()}</th> })
        .collect_view();
    let rows = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
        .filter_map(|rung| {
            let deep = LevelCode::on(Track::Deep, rung)?;
            let broad = LevelCode::on(Track::Broad, rung)?;
            let titles = ladder
                .title_schemes
                .iter()
                .map(|scheme| view! { <td>{scheme.titles.get(&broad).cloned()}</td> })
                .collect_view();
            let own = ladder.level(deep).map(|level| level.title.clone());
            Some(view! {
                <tr>
                    <th scope="row"><Station code=deep /> " " {own}</th>
                    <td><Station code=broad /></td>
                    {titles}
                </tr>
            })
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Titles by scheme">
            <table class="titles">
                <caption class="visually-hidden">"Titles at the same height, by scheme"</caption>
                <thead>
                    <tr><th scope="col">"Deep"</th><th scope="col">"Broad"</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn scheme(ladder: &Ladder, scheme: &TitleScheme) -> AnyView {
    let clashes = scheme
        .clashes
        .iter()
        .map(|clash| view! { <li>"“" {clash.word.clone()} "”: " {clash.note.clone()}</li> })
        .collect_view();
    view! {
        <section id=format!("scheme-{}", scheme.id)>
            <h3>{scheme.name.clone()}</h3>
            <p>{scheme.about.clone()}</p>
            <ul class="notes">{clashes}</ul>
            {rests_on(ladder, TOPIC, scheme.basis, &scheme.sources)}
        </section>
    }
    .into_any()
}

// Roles and archetypes --------------------------------------------------------------------------

/// The one role that is above both tracks.
const ABOVE: &str = "CTO";

fn role(ladder: &Ladder, role: &Role) -> AnyView {
    let place = match (role.levels.is_empty(), role.name == ABOVE) {
        (false, _) => level_links(&HERE, &role.levels),
        (true, true) => view! { <p>"Above both tracks"</p> }.into_any(),
        (true, false) if role.manages => view! { <p>"People management"</p> }.into_any(),
        (true, false) => view! { <p>"On neither track"</p> }.into_any(),
    };
    let reports = match role.manages {
        true => "Has people who report to it.",
        false => "Manages nobody.",
    };
    view! {
        <div>
            <dt>{role.name.clone()}</dt>
            <dd class="role-place">{place} <p class="soft">{reports}</p></dd>
            <dd>{role.text.clone()} {rests_on(ladder, TOPIC, role.basis, &role.sources)}</dd>
        </div>
    }
    .into_any()
}

fn archetype(ladder: &Ladder, archetype: &Archetype) -> AnyView {
    let lean = match archetype.reads {
        Some(Track::Deep) => Lean::Deep,
        Some(Track::Broad) => Lean::Broad,
        None => Lean::Both,
    };
    let sources = archetype.sources.iter();
    let sources: Vec<AnyView> = sources
        .filter_map(|id| source_link(ladder, id))
        .map(|link| view! { <li>{link}</li> }.into_any())
        .collect();
    view! {
        <div>
            <dt>{archetype.name.clone()} " " <LeanMark lean=lean /></dt>
            <dd>{archetype.text.clone()} <ul class="inline-list soft">{sources}</ul></dd>
        </div>
    }
    .into_any()
}

// Levels elsewhere ------------------------------------------------------------------------------

fn mapping_table(ladder: &Ladder, mappings: &[Mapping]) -> AnyView {
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
                    <td>{source_link(ladder, &entry.source)}</td>
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

/// The source id for the authors of this site.
const OURS: &str = "ours";

/// A source by its short name, with a link to the list of sources; none for this site itself.
fn source_link(ladder: &Ladder, id: &str) -> Option<AnyView> {
    let source = ladder.source(id).filter(|source| source.id != OURS)?;
    let list = HERE.link(&Route::Topic(Topic::Sources));
    let href = format!("{list}#source-{id}");
    Some(view! { <a href=href>{source.short.clone()}</a> }.into_any())
}
