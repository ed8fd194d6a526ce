//! The sheet for a growth talk: what a level expects, line by line with a place to mark it by hand, then
//! room for gaps and a plan, and questions for either side. Made for one page of paper.

use leptos::prelude::*;

/// A competency on the sheet, with what the level expects of it in a few words.
#[derive(Clone, Debug)]
pub struct TalkLine {
    /// The name of the competency.
    pub name: String,
    /// What is expected.
    pub headline: String,
}

/// Competencies that belong together; without a name where the ladder has no groups.
#[derive(Clone, Debug)]
pub struct TalkGroup {
    /// The name of the group.
    pub name: Option<String>,
    /// Its competencies.
    pub lines: Vec<TalkLine>,
}

/// The marks to choose from, with the letter to circle.
const MARKS: [(&str, &str); 4] = [
    ("N", "not yet"),
    ("S", "sometimes"),
    ("R", "reliably"),
    ("–", "no chance so far"),
];

/// How many gaps one can work on at once, and the rows of the plan.
const ROWS: usize = 3;

const FROM_ENGINEER: [&str; 4] = [
    "Which of these do I do that you haven’t seen?",
    "Which line would you have marked lower, and why?",
    "Which gap, once closed, would help the team most?",
    "What can you take off my plate to make room for it?",
];

const FROM_MANAGER: [&str; 4] = [
    "What are you proud of since we last talked, and who saw it?",
    "Which line is hard to show here: is it you, or the work you get?",
    "What would you like more of, and less of?",
    "What do you need from me, and by when?",
];

/// The sheet without its heading.
#[component]
pub fn TalkSheet(
    /// What the level expects.
    groups: Vec<TalkGroup>,
) -> impl IntoView {
    let blanks = ["Engineer", "Manager", "Date", "Next talk"]
        .map(|label| view! { <li>{label}</li> })
        .collect_view();
    let key = MARKS
        .map(|(letter, words)| view! { <li><b>{letter}</b> " " {words}</li> })
        .collect_view();
    let groups = groups.into_iter().map(group).collect_view();
    let gaps = (1..=ROWS)
        .map(|number| view! { <li class="sheet-line">{number}</li> })
        .collect_view();
    let plan = (0..ROWS)
        .map(|_| view! { <tr><td></td><td></td><td></td><td></td></tr> })
        .collect_view();
    view! {
        <div class="sheet">
            <ul class="sheet-blanks plain-list">{blanks}</ul>
            <section>
                <h2>"1. Mark each line, each of you alone first"</h2>
                <ul class="sheet-key plain-list">{key}</ul>
                <div class="sheet-groups">{groups}</div>
            </section>
            <div class="sheet-pair">
                <section>
                    <h2>"2. Three gaps worth a quarter"</h2>
                    <ol class="sheet-lines plain-list">{gaps}</ol>
                </section>
                <section>
                    <h2>"3. The plan"</h2>
                    <table class="sheet-plan">
                        <thead>
                            <tr>
                                <th scope="col">"What I’ll do"</th>
                                <th scope="col">"Who helps"</th>
                                <th scope="col">"How we’ll know"</th>
                                <th scope="col">"By"</th>
                            </tr>
                        </thead>
                        <tbody>{plan}</tbody>
                    </table>
                </section>
                <TalkQuestions />
            </div>
        </div>
    }
}

/// Questions for either side.
#[component]
pub fn TalkQuestions() -> impl IntoView {
    view! {
        {questions("The engineer may ask", FROM_ENGINEER)}
        {questions("The manager may ask", FROM_MANAGER)}
    }
}

fn group(group: TalkGroup) -> AnyView {
    let lines = group.lines.into_iter().map(|line| {
        let marks = MARKS
            .map(|(letter, _)| view! { <span>{letter}</span> })
            .collect_view();
        view! {
            <li>
                <span class="sheet-name">{line.name}</span>
                <span class="sheet-said">{line.headline}</span>
                <span class="sheet-marks" aria-hidden="true">{marks}</span>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <section>
            {group.name.map(|name| view! { <h3>{name}</h3> })}
            <ul class="plain-list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn questions(head: &'static str, asked: [&'static str; 4]) -> AnyView {
    let asked = asked.map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <section>
            <h3>{head}</h3>
            <ul class="sheet-questions">{asked}</ul>
        </section>
    }
    .into_any()
}
