//! `/studio/`: the page before its program is loaded.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::route::Route;
use crate::web::document::Page;
use crate::web::frame::{framed, with_data};
use crate::web::island::{Island, island};
use crate::web::site::Site;

/// The placeholders for the names of the worker and of its program; the build knows them only when they
/// are written. A build for development has neither.
pub const WORKER: &str = "studio-worker.js";
/// See [`WORKER`].
pub const BUILDER: &str = "studio-builder.wasm";

/// What the page says to its program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct StudioPage {
    /// The worker’s file, from the app’s root.
    pub(crate) worker: String,
    /// The worker’s program.
    pub(crate) wasm: String,
    /// The names of the files of the quiz.
    pub(crate) quiz: Vec<String>,
    /// The ids of the ladders of this site.
    pub(crate) ids: Vec<String>,
    /// The ladders of this site, to begin with.
    pub(crate) ladders: Vec<Known>,
}

/// A ladder of this site.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Known {
    /// Its name.
    pub(crate) name: String,
    /// The address of its file from the app’s root.
    pub(crate) file: String,
}

/// The address of a file of the content from the app’s root, by its name.
pub fn file_of(name: &str) -> String {
    format!("studio/content/{name}")
}

pub(crate) fn page(site: Site) -> Option<Page> {
    let page = framed(
        site,
        Route::Studio,
        "Make your own ladder",
        "Read a ladder from a sheet or a document, correct it, and take it along as a site of its own. Nothing is uploaded.",
        content,
    );
    let ladders = site.files().map(|(ladder, file)| Known {
        name: ladder.name.clone(),
        file: file_of(file),
    });
    let is_quiz = |name: &&String| site.files().all(|(_, file)| file != name.as_str());
    let data = StudioPage {
        worker: WORKER.to_owned(),
        wasm: BUILDER.to_owned(),
        quiz: site.texts.keys().filter(is_quiz).cloned().collect(),
        ids: site.files().map(|(ladder, _)| ladder.id.clone()).collect(),
        ladders: ladders.collect(),
    };
    with_data(page, &data)
}

fn content() -> AnyView {
    let root = Route::Studio.root();
    view! {
        <h1 id="stage-head">"Make your own ladder"</h1>
        <p class="lede">
            "Read it from a sheet or a document, correct what was read, and take it along. Nothing is uploaded: all of it happens in this browser."
        </p>
        {island(
            Island::Studio,
            root,
            view! { <p class="soft needs-script">"Loading the Studio …"</p> },
        )}
    }
    .into_any()
}
