//! Exporting a result: Markdown, JSON, a picture, print, and a link that contains the answers. Nothing
//! is sent automatically; the link is created only on request.

use leptos::prelude::*;

use crate::route::Route;
use crate::share::{
    PictureColours, PictureWords, ResultFields, ResultText, lean_svg, result_json, result_markdown,
    tidy_name,
};
use crate::web::island::link_maker::LinkMaker;
use crate::web::island::redrawn::redrawn;
use crate::web::island::text_to_copy::{TEXT, TextToCopy, told};
use crate::web::results::result::Fold;
use crate::web::results::result::scored::Scored;
use crate::web::state::as_link::shared;
use crate::web::{dom, words};

#[component]
pub(crate) fn TakeAway(scored: RwSignal<Scored>, root: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // The text that may not have been copied or saved, and whether to show it instead.
    let sent = RwSignal::new(None::<String>);
    let shown = RwSignal::new(false);
    // Without a verdict there is no line.
    let drawn = Memo::new(move |_| scored.with(Scored::is_drawn));
    let copy = move |text: String| {
        sent.set(None);
        dom::copy(text.clone(), move |done| {
            said.set(told(done).to_owned());
            shown.set(!done);
            sent.set((!done).then_some(text));
        });
    };
    let save = move |name: &'static str, kind: &'static str, text: String| {
        dom::save_file(name, kind, &text);
        said.set(words::asked_to_save(name));
        shown.set(false);
        sent.set(Some(text));
    };
    view! {
        <Fold id="away-head" heading="Save, print or share">
            <p class="actions">
                <button type="button" class="button" on:click=move |_| copy(scored.with_untracked(markdown))>
                    "Copy as Markdown"
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| save("fit.json", "application/json", scored.with_untracked(json))
                >
                    "Save as JSON"
                </button>
                {redrawn(move || {
                    drawn
                        .get()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| {
                                        save("fit.svg", "image/svg+xml", scored.with_untracked(picture));
                                    }
                                >
                                    "Save the line as SVG"
                                </button>
                            }
                        })
                })}
                <button type="button" class="button" on:click=move |_| dom::print()>
                    "Print, or save as PDF"
                </button>
            </p>
            <p class="soft" role="status" prop:textContent=move || said.get()></p>
            {redrawn(move || {
                sent.get()
                    .map(|text| match shown.get() {
                        true => view! { <TextToCopy text=text /> }.into_any(),
                        false => {
                            view! {
                                <p>
                                    <button type="button" class="button-text" on:click=move |_| {
                                        shown.set(true);
                                        dom::focus(TEXT);
                                    }>
                                        "No file arrived? Show the text to copy"
                                    </button>
                                </p>
                            }
                                .into_any()
                        }
                    })
            })}
            <ShareLink scored=scored root=root />
        </Fold>
    }
}

fn markdown(scored: &Scored) -> String {
    let traits = scored.trait_words();
    let traits: Vec<(&str, &str)> = traits
        .iter()
        .map(|(name, words)| (*name, words.as_str()))
        .collect();
    let themes = scored.themes();
    let themes: Vec<(&str, String)> = themes
        .iter()
        .map(|theme| (theme.name.as_str(), words::theme(theme.deep, theme.broad)))
        .collect();
    let themes: Vec<(&str, &str)> = themes
        .iter()
        .map(|(name, words)| (*name, words.as_str()))
        .collect();
    let limits: Vec<&str> = scored
        .data
        .quiz
        .limits
        .iter()
        .map(|limit| limit.text.as_str())
        .collect();
    let attempt = &scored.attempt;
    result_markdown(&ResultText {
        headline: scored.headline(),
        name: attempt.name.as_deref(),
        date: &scored.date,
        certainty: &scored.chance().unwrap_or_default(),
        line: &line_words(scored),
        traits: &traits,
        themes: &themes,
        note: attempt.note.as_deref(),
        limits: &limits,
        link: None,
    })
}

/// The line in words; empty without a line.
fn line_words(scored: &Scored) -> String {
    match scored.is_drawn() {
        true => words::line_words(&scored.fit),
        false => String::new(),
    }
}

fn json(scored: &Scored) -> String {
    let attempt = &scored.attempt;
    let today = scored.today_numbers();
    let fields = ResultFields {
        quiz: &attempt.quiz,
        quiz_version: attempt.quiz_version,
        form: &attempt.form,
        name: attempt.name.as_deref(),
        note: attempt.note.as_deref(),
        finished: attempt.finished,
        answers: Some(&attempt.answers),
        today: (!today.is_empty()).then_some(&today),
    };
    result_json(&fields, &scored.fit, scored.finding.verdict())
}

fn picture(scored: &Scored) -> String {
    let words = PictureWords {
        title: scored.headline(),
        description: &words::line_words(&scored.fit),
        ends: ["deep", "both alike", "broad"],
    };
    let [paper, ink, edge, band, deep, broad] =
        ["--paper", "--ink", "--edge", "--band", "--hue-1", "--hue-2"].map(dom::token);
    let colours = PictureColours {
        paper: &paper,
        ink: &ink,
        edge: &edge,
        band: &band,
        deep: &deep,
        broad: &broad,
    };
    lean_svg(scored.fit.lean, scored.fit.interval80, &words, &colours)
}

/// The link, created only on request, after a text that says what it reveals.
#[component]
fn ShareLink(scored: RwSignal<Scored>, root: String) -> impl IntoView {
    let make = Callback::new(move |typed: String| {
        let code = scored.with_untracked(|scored| {
            shared(&scored.attempt, tidy_name(&typed)).write(&scored.data.quiz)
        });
        code.map(|code| dom::link_with(&root, &Route::Results.path(), &code))
            .map_err(|fault| fault.to_string())
    });
    view! {
        <details>
            <summary>"Make a link that shows this result to someone"</summary>
            <p>
                "The link contains every answer you gave, how much of each kind of work you do now, and the date. Anyone who has the link can read them and pass it on; it cannot be taken back. No server sees them: a browser never sends the part after the #. Your name is in it only if you type one."
            </p>
            <LinkMaker name="Name, if you like" button="Make the link" make=make />
        </details>
    }
}
