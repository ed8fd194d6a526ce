//! `/growth/…`: the pages of My growth, each with its head, the way to the other parts, and the place
//! that its program fills.

use leptos::prelude::*;

use crate::route::{GrowthPart, Route};
use crate::web::document::Page;
use crate::web::frame::{framed, with_data};
use crate::web::growth::data::{FILE, GrowthPage};
use crate::web::island::{Island, island};
use crate::web::site::Site;

/// What a page says of itself.
struct Intro {
    /// The words in the navigation of My growth.
    short: &'static str,
    title: &'static str,
    lede: &'static str,
}

const fn intro(part: GrowthPart) -> Intro {
    match part {
        GrowthPart::Overview => Intro {
            short: "Overview",
            title: "My growth",
            lede: "Where you are, what to work on next, and the case for it. Only you see it: it stays in this browser.",
        },
        GrowthPart::Marks => Intro {
            short: "Marks",
            title: "Mark where you are",
            lede: "One competency at a time: how often do you show what your level expects, and the level you aim for? Each mark is saved at once, so stop and go on whenever you like.",
        },
        GrowthPart::Evidence => Intro {
            short: "Evidence",
            title: "Evidence",
            lede: "What you did, what came of it, and who saw it. One line is enough to start; add the rest when you have a minute.",
        },
        GrowthPart::Plan => Intro {
            short: "Plan",
            title: "Plan",
            lede: "At most three things a quarter: the aim, the first step, and how you will notice that it worked.",
        },
        GrowthPart::SecondView => Intro {
            short: "Second view",
            title: "A second view",
            lede: "Your manager or a peer marks the same expectations without seeing your marks. Then you put both side by side and talk.",
        },
        GrowthPart::CheckIns => Intro {
            short: "Check-ins",
            title: "Check-ins",
            lede: "A check-in keeps your marks and your plan as they are today, with a second view if you like, so that you can see later what changed, in you and in the ladder.",
        },
        GrowthPart::Case => Intro {
            short: "Case",
            title: "Make your case",
            lede: "What a level expects, beside what you can point to: the strongest first, and an honest word about the gaps.",
        },
        GrowthPart::OverTime => Intro {
            short: "Over time",
            title: "Over time",
            lede: "Your quiz results, check-ins, evidence and plans on one line of time. Look at it before a review.",
        },
    }
}

/// The page of a part.
pub(crate) fn page(site: Site, part: GrowthPart) -> Option<Page> {
    let here = site.at(Route::Growth(part));
    let intro = intro(part);
    let page = framed(site, Route::Growth(part), intro.title, intro.lede, || {
        content(&here, part)
    });
    with_data(
        page,
        &GrowthPage {
            part,
            file: FILE.to_owned(),
            quiz: (part == GrowthPart::OverTime).then(|| site.quiz.clone()),
        },
    )
}

fn content(here: &Route, part: GrowthPart) -> AnyView {
    let Intro { title, lede, .. } = intro(part);
    let links = GrowthPart::ALL
        .map(|other| {
            let current = (other == part).then_some("page");
            let href = here.link(&Route::Growth(other));
            view! { <li><a href=href aria-current=current>{intro(other).short}</a></li> }
        })
        .into_iter()
        .collect_view();
    view! {
        <nav class="growth-nav no-print" aria-label="My growth">
            <ul class="site-links">{links}</ul>
        </nav>
        <h1 id="stage-head">{title}</h1>
        <p class="lede no-print">{lede}</p>
        {island(
            Island::Growth,
            here.root(),
            view! { <p class="soft growth-wait needs-script">"Opening what is saved in this browser …"</p> },
        )}
    }
    .into_any()
}

/// The pages as the search has them: title, line, address.
pub(crate) fn entries() -> impl Iterator<Item = (&'static str, &'static str, Route)> {
    GrowthPart::ALL.into_iter().map(|part| {
        let Intro { title, lede, .. } = intro(part);
        (title, lede, Route::Growth(part))
    })
}
