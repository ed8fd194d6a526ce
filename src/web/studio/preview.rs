//! Pages of the draft, in a frame of their own, drawn again after each edit.

use leptos::prelude::*;

use crate::ladder::Draft;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::helper::{Ask, Helper};
use crate::web::studio::model::Model;

const FRAME: &str = "studio-frame";
/// Milliseconds from an edit until the page is drawn again.
const DRAW_AFTER: i32 = 400;

/// The pages that one can go to, by their paths.
const PAGES: [(&str, &str); 4] = [
    ("Home", ""),
    ("The ladder", "matrix/"),
    ("All levels", "levels/"),
    ("Compare", "compare/"),
];

/// The preview.
#[derive(Clone, Copy)]
pub(super) struct Preview {
    model: Model,
    helper: Helper,
    /// The page shown.
    path: RwSignal<String>,
    /// Whether it was asked for.
    is_open: RwSignal<bool>,
    /// Whether the frame can show something.
    is_ready: RwSignal<bool>,
    said: RwSignal<String>,
}

impl Preview {
    /// Draws the page; `is_new` if it is another one than before.
    fn draw(self, path: String, is_new: bool) {
        let Some(draft) = self.model.draft_now() else {
            return;
        };
        self.said.set("Drawing …".to_owned());
        let asked = path.clone();
        self.helper
            .ask(Ask::Page(&draft, &asked), move |answer, _| {
                let words = match (answer.html, answer.faults, answer.failed) {
                    (Some(html), ..) => {
                        self.path.set(path.clone());
                        dom::show_in_frame(FRAME, &html, is_new);
                        String::new()
                    }
                    (_, Some(faults), _) => match faults.len() {
                        1 => "1 thing keeps the ladder from being shown; see Checks.".to_owned(),
                        many => {
                            format!("{many} things keep the ladder from being shown; see Checks.")
                        }
                    },
                    (.., Some(why)) => {
                        format!("Nothing was drawn: {why}. Look at your connection, and try again.")
                    }
                    _ => "That page is not in this ladder, or works only on the finished site."
                        .to_owned(),
                };
                self.said.set(words);
            });
    }
}

impl Preview {
    /// The preview of a page of the Studio. It stays as long as the page, whatever becomes of the draft.
    pub(super) fn new(model: Model, helper: Helper) -> Self {
        let preview = Self {
            model,
            helper,
            path: RwSignal::new(String::new()),
            is_open: RwSignal::new(false),
            is_ready: RwSignal::new(false),
            said: RwSignal::new(String::new()),
        };
        dom::on_frame(FRAME, move |followed| match followed {
            None => {
                preview.is_ready.set(true);
                preview.draw(preview.path.get_untracked(), true);
            }
            Some(href) => match dom::followed(&preview.path.get_untracked(), &href) {
                Some(path) => preview.draw(path, true),
                None => preview
                    .said
                    .set("That link leads out of the site.".to_owned()),
            },
        });
        let again = dom::soon(DRAW_AFTER, move || {
            if preview.is_ready.get_untracked() {
                preview.draw(preview.path.get_untracked(), false);
            }
        });
        let last = StoredValue::new(None::<Draft>);
        Effect::new(move |_| {
            let draft = model.draft();
            if draft.is_none() {
                preview.is_open.set(false);
                preview.is_ready.set(false);
            }
            if preview.is_open.get() && draft != last.get_value() {
                last.set_value(draft);
                again();
            }
        });
        preview
    }
}

#[component]
pub(super) fn PreviewPart(preview: Preview, root: String) -> impl IntoView {
    let (helper, is_open) = (preview.helper, preview.is_open);
    let address = format!("{root}studio/preview.html");
    view! {
        <section class="no-print" aria-labelledby="preview-head">
            <h2 id="preview-head">"See it"</h2>
            {redrawn(move || {
                if !helper.exists() {
                    return view! {
                        <p class="soft">"This build for development cannot draw pages. A release build can."</p>
                    }
                    .into_any();
                }
                if !is_open.get() {
                    return view! {
                        <p>
                            <button type="button" class="button" on:click=move |_| is_open.set(true)>
                                "Show my pages"
                            </button>
                        </p>
                    }
                    .into_any();
                }
                let buttons = PAGES
                    .map(|(words, path)| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                aria-pressed=move || (preview.path.get() == path).to_string()
                                on:click=move |_| preview.draw(path.to_owned(), true)
                            >
                                {words}
                            </button>
                        }
                    })
                    .into_iter()
                    .collect_view();
                view! {
                    <p class="actions">{buttons}</p>
                    <p class="soft small" role="status" prop:textContent=move || preview.said.get()></p>
                    <iframe
                        id=FRAME
                        class="studio-frame"
                        title="A page of your ladder"
                        src=address.clone()
                        sandbox="allow-scripts"
                    ></iframe>
                }
                .into_any()
            })}
        </section>
    }
}
