//! Terms, each in a sentence.

use leptos::prelude::*;

use crate::guide::{Guide, Term};
use crate::web::guide::Intro;
use crate::web::guide::part::Part;

pub(crate) const INTRO: Intro = Intro {
    title: "Glossary",
    line: "The terms of the ladder, each in a sentence.",
    lede: "The terms used here, each in a sentence.",
    tags: "terms words definitions meaning dictionary",
};

pub(crate) fn content(guide: &Guide) -> Vec<Part> {
    let mut terms: Vec<&Term> = guide.glossary.iter().collect();
    terms.sort_by_key(|term| term.name.to_lowercase());
    let terms = terms
        .into_iter()
        .map(|term| {
            view! {
                <div id=term.id.clone()>
                    <dt>{term.name.clone()}</dt>
                    <dd>{term.text.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    vec![Part::untitled(
        view! { <dl class="named glossary">{terms}</dl> }.into_any(),
    )]
}
