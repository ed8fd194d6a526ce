//! `/gallery/`: every component once, in each of its states, for developers of the app.

use leptos::prelude::*;

use crate::ladder::{Ladder, Lean, LevelCode, Track, Weight};
use crate::route::Route;
use crate::web::components::{
    Asked, BasisNote, ChangeLine, ChangeList, ContrastRow, ContrastTable, ExpectationText, Fact,
    Facts, FormChoice, FormLine, HistoryChart, HistoryRow, LeanEstimate, LeanLine, LeanMark,
    LevelLink, LevelPicker, LevelTitle, LinkButton, LinkWindow, Matrix, MatrixCell, MatrixFilters,
    MatrixRow, Notice, Question, ReasonLine, ReasonList, RungSwitch, SchemeSwitch, ShareBars,
    ShareRow, Station, Tick, TickList, TodayRow, Tone, TrailMap, TraitLine, TraitLines,
    WeightChart, WeightRow,
};
use crate::web::document::Page;
use crate::web::frame::{framed, stops, titles};
use crate::web::site::Site;

const HERE: Route = Route::Gallery;

pub(crate) fn page(site: Site) -> Page {
    framed(
        HERE,
        "Gallery of components",
        "Every component of the app once, for the people who build it.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let stations = LevelCode::all()
        .map(|code| view! { <Station code=code /> " " })
        .collect_view();
    let titled = LevelCode::on(Track::Broad, 7).map(|code| titles(ladder, code));
    let titled = titled.unwrap_or_default();
    view! {
        <h1>"Gallery of components"</h1>
        <p class="lede">"Each once, in each of its states."</p>
        <h2>"Station, LeanMark, LevelTitle"</h2>
        <p>{stations}</p>
        <p>
            <LeanMark lean=Lean::Deep /> " " <LeanMark lean=Lean::Broad /> " "
            <LeanMark lean=Lean::Both />
        </p>
        <p><LevelTitle titles=titled /></p>
        <h2>"TrailMap"</h2>
        <TrailMap stops=stops(ladder, &HERE) here=LevelCode::on(Track::Deep, 8) small=true />
        <h2>"RungSwitch, SchemeSwitch"</h2>
        <RungSwitch legend="Rung" chosen=7 on_choose=Callback::new(|_| ()) />
        <SchemeSwitch
            schemes=vec![("one".into(), "One".into()), ("two".into(), "Two".into())]
        />
        <h2>"Matrix"</h2>
        <div class="matrix-frame">{matrix()}</div>
        <h2>"ExpectationText, BasisNote, Facts"</h2>
        {texts()}
        <h2>"Question"</h2>
        {question()}
        <h2>"LeanLine, ReasonList"</h2>
        <LeanLine lean=LeanEstimate {
            estimate: 0.8,
            interval: (0.1, 1.5),
            words: "The band runs from the near broad side to the broad side.".to_owned(),
        } />
        <ReasonList
            caption="Two answers".to_owned()
            reasons=vec![
                reason("You would rather carry a practice on.", Track::Broad, 6.2),
                reason("You would rather follow a fault down.", Track::Deep, 2.0),
            ]
        />
        {explorer(ladder)}
        <h2>"Notice"</h2>
        <Notice tone=Tone::Quiet>"Saved in this browser."</Notice>
        <Notice tone=Tone::Warning>"Your answer is not saved: storage is full."</Notice>
    }
    .into_any()
}

/// The components of the ladder pages.
fn explorer(ladder: &Ladder) -> AnyView {
    let row = |shared: Option<&str>| ContrastRow {
        aspect: "Proof".to_owned(),
        shared: shared.map(str::to_owned),
        deep: "Difficulty".to_owned(),
        broad: "Decisions".to_owned(),
        basis: ().into_any(),
    };
    let share = |code: Option<LevelCode>, share, illustrative| {
        code.map(|code| ShareRow {
            code,
            share,
            illustrative,
        })
    };
    let shares = [
        share(LevelCode::on(Track::Deep, 7), Some((45, 70)), true),
        share(LevelCode::on(Track::Broad, 7), Some((15, 40)), false),
        share(LevelCode::on(Track::Broad, 9), None, false),
    ];
    let (deep, broad) = (
        LevelCode::on(Track::Deep, 5),
        LevelCode::on(Track::Broad, 6),
    );
    view! {
        <h2>"ContrastTable"</h2>
        <ContrastTable
            caption="With the shared rungs"
            heads=["Aspect", "Shared", "Deep", "Broad"]
            rows=vec![row(Some("Delivered systems"))]
        />
        <ContrastTable
            caption="Without them"
            heads=["Aspect", "", "Deep", "Broad"]
            rows=vec![row(None)]
        />
        <h2>"ChangeList"</h2>
        <ChangeList
            gone="Falls away"
            lines=vec![
                ChangeLine::Same("Note each clash.".into(), "Note every clash.".into()),
                ChangeLine::New("Settle it in writing.".into()),
                ChangeLine::Gone("Land the project.".into()),
            ]
        />
        <h2>"WeightChart"</h2>
        <WeightChart rows=vec![WeightRow {
            name: "A competency".to_owned(),
            href: "#main".to_owned(),
            weight: Weight { deep: 1, broad: 3 },
            distances: vec![0.6, 0.8, 0.9, 1.0, 1.0],
            mean: 0.86,
        }] />
        <h2>"ShareBars"</h2>
        <ShareBars rows=shares.into_iter().flatten().collect() />
        <h2>"TickList"</h2>
        <TickList ticks=vec![Tick {
            id: "gallery-tick".to_owned(),
            text: "Others learn from you.".to_owned(),
            then: view! { <p>"What it points to."</p> }.into_any(),
        }] />
        <h2>"LevelPicker, MatrixFilters"</h2>
        {deep.zip(broad).map(|(from, to)| view! {
            <LevelPicker action="#main".to_owned() levels=stops(ladder, &HERE) from=from to=to />
        })}
        <MatrixFilters dimensions=vec![("K".to_owned(), "Knowledge".to_owned())] />
        <h2>"FormChoice, TodayRow, TraitLines, HistoryChart"</h2>
        <FormChoice
            forms=vec![FormLine {
                id: "one".to_owned(),
                name: "Quick".to_owned(),
                size: "12 questions, about 2 minutes".to_owned(),
                buys: "The widest band.".to_owned(),
            }]
            chosen="one".to_owned()
            on_choose=Callback::new(|_| ())
        />
        <TodayRow
            choices=vec![(0, "Not at all"), (1, "Now and then"), (2, "Most weeks")]
            chosen=Memo::new(|_| Some(1))
            on_choose=Callback::new(|_| ())
            on_left_out=Callback::new(|_| ())
        />
        <TraitLines lines=vec![
            TraitLine { track: Track::Deep, estimate: 1.2, words: "Deep work gives you energy.".to_owned() },
            TraitLine { track: Track::Broad, estimate: -0.4, words: "Broad work costs you energy.".to_owned() },
        ] />
        <HistoryChart rows=vec![HistoryRow {
            name: "1 May".to_owned(),
            drawn: Some((0.4, (-0.2, 1.0))),
            words: "no clear lean".to_owned(),
        }] />
        <h2>"LinkButton"</h2>
        <p><LinkButton href="#main".to_owned() title="The gallery".to_owned() /></p>
        <LinkWindow help="#main".to_owned() />
    }
    .into_any()
}

fn reason(words: &str, towards: Track, points: f64) -> ReasonLine {
    ReasonLine {
        words: words.to_owned(),
        towards,
        points,
    }
}

fn matrix() -> AnyView {
    let twins: Vec<LevelCode> = LevelCode::all().filter(|code| code.rung() == 7).collect();
    let gist = |code: LevelCode| format!("Set direction for {} area", code.track().id());
    let cells = twins.iter().map(|code| MatrixCell {
        code: *code,
        gist: gist(*code),
        twin: code.twin().map(gist),
        alike: false,
        href: None,
    });
    let row = MatrixRow {
        name: "A competency".to_owned(),
        href: "#main".to_owned(),
        lean: Lean::Broad,
        dimension: "K".to_owned(),
        cells: cells.collect(),
    };
    let levels = twins
        .iter()
        .map(|code| LevelLink {
            code: *code,
            titles: vec![(String::new(), "Title".to_owned())],
            href: "#main".to_owned(),
        })
        .collect();
    view! { <Matrix levels=levels rows=vec![row] /> }.into_any()
}

fn texts() -> AnyView {
    view! {
        <ExpectationText
            gist="Hold direction for several areas".to_owned()
            twin=Some("Hold direction for one domain".to_owned())
            detail=Some("You write it down, date it, and correct it in front of everyone.".to_owned())
        >
            <BasisNote
                letter='P'
                name="Poss’s table".to_owned()
                sources="Ladder table".to_owned()
                href="#main".to_owned()
            />
        </ExpectationText>
        <Facts facts=vec![
            Fact {
                term: "Scope",
                value: "Several areas".to_owned(),
            },
        ] />
    }
    .into_any()
}

fn question() -> AnyView {
    let asked = Asked {
        item: "gallery".to_owned(),
        legend: "A free week opens up.".to_owned(),
        sides: Some(["Study one system.", "Fit two plans together."].map(str::to_owned)),
        labels: ["Much more A", "Both alike", "Much more B", "Not sure"]
            .map(str::to_owned)
            .into(),
    };
    let chosen = Memo::new(|_| None);
    view! { <Question asked=asked chosen=chosen on_choose=Callback::new(|_| ()) /> }.into_any()
}
