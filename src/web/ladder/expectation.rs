//! `/levels/t6/risk/`: the expectation of one level in one competency, as a page to link to.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, LevelCode};
use crate::route::Route;
use crate::web::components::{ExpectationText, LeanMark, Station};
use crate::web::document::Page;
use crate::web::frame::{basis, framed, rail_class, twin_gist};
use crate::web::ladder::ways::{compare_href, link_to, link_window, name};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, code: LevelCode, id: &str) -> Option<Page> {
    let item = site.ladder.competency(id)?;
    let cell = item.expectations.get(&code)?;
    let at = name(site.ladder, code);
    let detail = cell.detail.clone().unwrap_or_default();
    let page = framed(
        Route::Expectation(code, item.id.clone()),
        format!("{}, {code}", item.name),
        format!("{at}: {}. {detail}", cell.gist).trim().to_owned(),
        || content(site.ladder, item, code),
    );
    Some(page.with_image(pages::level(code)))
}

fn content(ladder: &Ladder, item: &Competency, code: LevelCode) -> AnyView {
    let here = Route::Expectation(code, item.id.clone());
    let track = code.track();
    let evidence = (!code.is_trunk()).then(|| {
        let examples = item
            .evidence
            .on(track)
            .iter()
            .map(|example| view! { <li>{example.clone()}</li> })
            .collect_view();
        view! {
            <h2>"What you could point to"</h2>
            <ul>{examples}</ul>
        }
    });
    view! {
        <h1>
            <a class="station-link" href=here.link(&Route::Level(code))><Station code=code large=true /></a>
            " " {item.name.clone()}
        </h1>
        {cell(ladder, &here, item, code)}
        {beside(ladder, &here, item, code)}
        {evidence}
        {ends(&here, item, code)}
        {link_window(&here)}
    }
    .into_any()
}

fn cell(ladder: &Ladder, here: &Route, item: &Competency, code: LevelCode) -> Option<AnyView> {
    let cell = item.expectations.get(&code)?;
    let title = format!("{code} · {}: {}", item.name, cell.gist);
    let note = basis(ladder, here, cell.basis, &cell.sources);
    let link = link_to(here, here, title);
    Some(
        view! {
            <div class=rail_class(code) + " expectation-alone">
                <ExpectationText
                    gist=cell.gist.clone()
                    twin=twin_gist(item, code)
                    detail=cell.detail.clone()
                >
                    <div class="cell-foot">{note} {link}</div>
                </ExpectationText>
            </div>
            <p class="soft">
                {item.meaning.clone()} " " <LeanMark lean=item.lean />
            </p>
        }
        .into_any(),
    )
}

/// Links to the same competency at the twin, one rung up and one rung down.
fn beside(ladder: &Ladder, here: &Route, item: &Competency, code: LevelCode) -> AnyView {
    let others = [
        ("The other track", code.twin()),
        ("One rung up", code.above()),
        ("One rung down", code.below()),
    ];
    let others: Vec<AnyView> = others
        .into_iter()
        .filter_map(|(words, other)| {
            let other = other?;
            let cell = item.expectations.get(&other)?;
            let href = here.link(&Route::Expectation(other, item.id.clone()));
            Some(
                view! {
                    <section class=rail_class(other)>
                        <h2 class="small-head">{words}</h2>
                        <p>
                            <a href=href>
                                <Station code=other /> " " {cell.gist.clone()}
                            </a>
                        </p>
                        <p class="soft">{name(ladder, other)}</p>
                    </section>
                }
                .into_any(),
            )
        })
        .collect();
    view! { <div class="beside">{others}</div> }.into_any()
}

fn ends(here: &Route, item: &Competency, code: LevelCode) -> AnyView {
    let competency = format!(
        "{}#{}",
        here.link(&Route::Competency(item.id.clone())),
        code.slug()
    );
    let level = format!("{}#{}", here.link(&Route::Level(code)), item.id);
    view! {
        <nav class="page-ends" aria-label="Where it belongs">
            <a href=level>"All of " <Station code=code /></a>
            <a href=competency>"This competency on every rung"</a>
            <a href=compare_href(here, code)>"Compare " <Station code=code /> " with …"</a>
            <a class="button" href=here.link(&Route::Quiz)>"Which side energises you?"</a>
        </nav>
    }
    .into_any()
}
