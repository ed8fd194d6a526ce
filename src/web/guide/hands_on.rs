//! Hands-on time: a budget of hours, the shares stated for each rung, what leading costs, and a week's
//! log.

use leptos::prelude::*;

use crate::guide::Budget;
use crate::ladder::{Ladder, LevelCode, Track};
use crate::route::{Route, Topic};
use crate::web::components::{ShareBars, ShareRow};
use crate::web::guide::parts::{named, notes};
use crate::web::guide::{Intro, names};
use crate::web::site::Site;

const TOPIC: Topic = Topic::HandsOn;

pub(crate) const INTRO: Intro = Intro {
    title: "Hands-on time",
    line: "How many hours a week each rung leaves for engineering, what leadership work costs, and a log of your week.",
    lede: "Leading takes hours from building. See which rungs your week fits, and what the hours buy.",
    next: (Route::Topic(Topic::Work), "Two kinds of work"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let budget = &site.guide.budget;
    view! {
        <section aria-labelledby="budget-head">
            <h2 id="budget-head">"Your hours and the rungs"</h2>
            <div class="needs-script hours no-print">{sliders()}</div>
            <p class="hours-said" id=names::SHARE_SAID role="status"></p>
            <div class="twins">{sides(site.ladder, budget)}</div>
        </section>
        <h2>"What counts"</h2>
        {notes(site.ladder, TOPIC, &budget.about)}
        <h2>"What leading costs, and what it buys"</h2>
        {named(site.ladder, TOPIC, &budget.costs)}
        <section id="log" aria-labelledby="log-head">
            <h2 id="log-head">"A week’s log"</h2>
            <p>
                "Put in last week’s hours. Implementer work has a result to show; integrator work tunes how parts and people run together. "
                <a href=Route::Topic(TOPIC).link(&Route::Topic(Topic::Work))>"Both are described here."</a>
                " Nothing of this is kept."
            </p>
            {log(budget)}
            <p class="hours-said" id=names::LOG_SAID role="status"></p>
        </section>
    }
    .into_any()
}

fn sliders() -> AnyView {
    view! {
        <label for=names::HOURS>"Hours a week on hands-on engineering"</label>
        <input type="range" id=names::HOURS name="hours" min="0" max="60" step="1" value="16" data-in-address="" autocomplete="off" />
        <label class="hours-week">
            "of " <input type="number" id=names::WEEK name="week" min="1" max="80" value="40" data-in-address="" autocomplete="off" />
            " hours in your week"
        </label>
    }
    .into_any()
}

fn sides(ladder: &Ladder, budget: &Budget) -> Vec<AnyView> {
    Track::BOTH
        .into_iter()
        .map(|track| {
            let name = ladder.track(track).map(|note| note.name.clone());
            let rows = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
                .filter_map(|rung| LevelCode::on(track, rung))
                .map(|code| row(ladder, budget, code))
                .collect();
            let source = match track {
                Track::Deep => "No source states these shares: they are our illustration.",
                Track::Broad => "By Poss’s table, which states none for the top rung.",
            };
            view! {
                <section class=format!("rail rail-{}", track.id())>
                    <h3>{name}</h3>
                    <p class="soft">{source}</p>
                    <ShareBars rows=rows />
                </section>
            }
            .into_any()
        })
        .collect()
}

fn row(ladder: &Ladder, budget: &Budget, code: LevelCode) -> ShareRow {
    let stated = ladder.level(code).and_then(|level| level.hands_on);
    let stated = stated.map(|share| (share.min, share.max));
    let ours = budget
        .illustrative
        .iter()
        .find(|share| code.track() == Track::Deep && share.rung == code.rung())
        .map(|share| (share.min, share.max));
    ShareRow {
        code,
        share: stated.or(ours),
        illustrative: stated.is_none() && ours.is_some(),
    }
}

fn log(budget: &Budget) -> AnyView {
    let rows = budget
        .activities
        .iter()
        .map(|activity| {
            let kind = format!(
                "{} {}",
                if activity.hands_on { "hands-on" } else { "other" },
                if activity.integrates { "integrates" } else { "implements" }
            );
            let id = format!("log-{}", activity.id);
            view! {
                <tr>
                    <th scope="row"><label for=id.clone()>{activity.name.clone()}</label></th>
                    <td>{if activity.hands_on { "hands-on" } else { "–" }}</td>
                    <td>{if activity.integrates { "integrator" } else { "implementer" }}</td>
                    <td><input type="number" id=id min="0" max="80" step="0.5" inputmode="decimal" data-log=kind autocomplete="off" /></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="The log">
            <table class="titles hours-log">
                <caption class="visually-hidden">"What a week is made of, with a field of hours each"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Work"</th>
                        <th scope="col">"Counts as"</th>
                        <th scope="col">"Kind"</th>
                        <th scope="col">"Hours"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
