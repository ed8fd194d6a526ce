//! Where someone is: their own level beside the target, competency by competency. The picture is a
//! table; each name leads to what the target expects.

use leptos::prelude::*;

use crate::web::components::{LevelLink, StandingMark, StandingSign, Station, hue_class};

/// Competencies that belong together; without a name where the ladder has no groups.
#[derive(Clone, Debug)]
pub struct ProfileGroup {
    /// The name of the group.
    pub name: Option<String>,
    /// Its competencies.
    pub lines: Vec<ProfileLine>,
}

/// One competency.
#[derive(Clone, Debug)]
pub struct ProfileLine {
    /// Its name.
    pub name: String,
    /// The address of what the target expects.
    pub href: String,
    /// What the target expects, in a few words; empty if nothing.
    pub says: String,
    /// Where someone is at their own level.
    pub own: StandingSign,
    /// Where someone is at the target.
    pub target: StandingSign,
    /// How much it counts on the target's track, 0 to 3, where the ladder says it.
    pub weight: Option<u8>,
}

/// What the key explains, besides what one can choose.
const OTHERS: [StandingSign; 2] = [StandingSign::Unmarked, StandingSign::Reworded];

/// The table with its key.
#[component]
pub fn ProfileChart(
    /// The own level; none if it is the target.
    own: Option<LevelLink>,
    /// The target.
    target: LevelLink,
    /// The competencies, in groups.
    groups: Vec<ProfileGroup>,
) -> impl IntoView {
    let lines = || groups.iter().flat_map(|group| &group.lines);
    let has_weights = lines().any(|line| line.weight.is_some());
    let has_words = lines().any(|line| !line.says.is_empty());
    let hue = hue_class(target.sign.hue);
    let columns = if own.is_some() { 3 } else { 2 };
    let classes = [
        own.as_ref().map(|own| hue_class(own.sign.hue)),
        Some(hue.clone()),
    ];
    let key = key(has_weights, &hue);
    let says = has_words.then(|| {
        view! { <th scope="col" class="profile-says">{target.sign.label.clone()} " in a few words"</th> }
    });
    let heads = [own.map(|own| ("My level", own)), Some(("My aim", target))];
    let heads = heads.into_iter().flatten().map(head).collect_view();
    let bodies = groups
        .into_iter()
        .map(|group| body(group, columns, &classes))
        .collect_view();
    view! {
        <table class="profile">
            <caption class="visually-hidden">"Where you stand, competency by competency"</caption>
            <thead>
                <tr>
                    <th scope="col">"Competency"</th>
                    {heads}
                    {says}
                </tr>
            </thead>
            {bodies}
        </table>
        {key}
    }
}

fn head((when, level): (&'static str, LevelLink)) -> impl IntoView {
    view! {
        <th scope="col" class="profile-mark">
            <span>{when}</span>
            " "
            <a href=level.href title=level.name><Station level=level.sign /></a>
        </th>
    }
}

fn body(group: ProfileGroup, columns: u8, classes: &[Option<String>; 2]) -> AnyView {
    let name = group.name.map(|name| {
        view! {
            <tr class="profile-group">
                <th scope="rowgroup" colspan=columns.to_string()>{name}</th>
            </tr>
        }
    });
    let lines = group
        .lines
        .into_iter()
        .map(|line| row(line, classes))
        .collect_view();
    view! { <tbody>{name} {lines}</tbody> }.into_any()
}

fn row(line: ProfileLine, [own, target]: &[Option<String>; 2]) -> AnyView {
    let own = own.as_ref().map(|hue| cell(line.own, hue, None));
    let target = target
        .as_ref()
        .map(|hue| cell(line.target, hue, line.weight));
    view! {
        <tr>
            <th scope="row"><a href=line.href>{line.name}</a></th>
            {own}
            {target}
            <td class="profile-says">{line.says}</td>
        </tr>
    }
    .into_any()
}

fn cell(sign: StandingSign, hue: &str, weight: Option<u8>) -> AnyView {
    let mut class = format!("profile-mark {hue}");
    let is_expected = sign != StandingSign::NothingExpected;
    let weight = weight.filter(|_| is_expected).map(|weight| weight.min(3));
    match weight {
        Some(weight) => class.push_str(&format!(" w{weight}")),
        None if is_expected => {}
        None => class.push_str(" profile-none"),
    }
    let counts = weight.map(|weight| format!(", counts {weight} of 3"));
    view! {
        <td class=class>
            <StandingMark sign=sign />
            <span class="visually-hidden">{sign.words()} {counts}</span>
        </td>
    }
    .into_any()
}

fn key(has_weights: bool, hue: &str) -> AnyView {
    let signs = StandingSign::CHOICES.map(|(sign, _)| sign).into_iter();
    let signs = signs
        .chain(OTHERS)
        .map(|sign| view! { <li><StandingMark sign=sign /> {sign.words()}</li> })
        .collect_view();
    let steps = (0..=3).map(|weight| {
        view! { <span class=format!("profile-step {hue} w{weight}")>{weight.to_string()}</span> }
    });
    let weights = has_weights.then(|| {
        view! { <li><span class="profile-steps">{steps.collect_view()}</span> "how much it counts"</li> }
    });
    view! { <ul class="profile-key plain-list" aria-label="Key">{signs} {weights}</ul> }.into_any()
}
