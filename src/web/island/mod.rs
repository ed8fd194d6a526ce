//! The islands: the interactive parts of a page. Natively each is rendered as it looks before its
//! program is loaded; the program then replaces that with its own view. Each is found by `data-live`;
//! the rest of the page stays plain HTML and needs no wasm.

pub(crate) mod changes;
pub mod link_maker;
pub mod redrawn;
pub mod save_line;
pub mod shared_origin;
pub mod text_to_copy;
#[cfg(feature = "browser")]
pub(crate) mod turns;
pub mod versioned;

#[cfg(feature = "browser")]
use leptos::mount::mount_to;
use leptos::prelude::*;

#[cfg(feature = "browser")]
use serde::de::DeserializeOwned;

#[cfg(feature = "browser")]
use crate::web::state;

/// The islands, by their name in `data-live`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Island {
    /// The quiz itself.
    Quiz,
    /// The list of attempts, and one of them in full.
    Results,
    /// All saved data.
    Data,
    /// A page of My growth.
    Growth,
    /// The Studio.
    Studio,
}

impl Island {
    /// The name in `data-live`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
            Self::Results => "results",
            Self::Data => "data",
            Self::Growth => "growth",
            Self::Studio => "studio",
        }
    }
}

/// The container of an island in a page, with its content until its program is loaded. `root` is the
/// path to the app's root, read back in the browser.
pub fn island(island: Island, root: String, before: impl IntoView) -> impl IntoView {
    view! { <div data-live=island.name() data-root=root>{before}</div> }
}

/// Replaces the served content of an island with its view, in one frame. Only the choice, the press and
/// the focus in the old markup are read; whatever a host, a translator or an extension did to that
/// markup, the island works. If the page has no container or no data for it, the page reports that.
#[cfg(feature = "browser")]
pub fn mount<T: DeserializeOwned + 'static, V: IntoView + 'static>(
    island: Island,
    data: Option<T>,
    view: impl FnOnce(String, T) -> V + 'static,
) {
    use crate::web::dom;

    state::migrate_old_records();
    match (data, dom::live_part(island.name())) {
        (Some(data), Some((element, root))) => {
            let focused = dom::focused_in(&element);
            let place = element.clone();
            mount_to(element, move || {
                let view = view(root, data);
                dom::empty(&place);
                view
            })
            .forget();
            if let Some(focused) = focused {
                dom::focus_again(&focused);
            }
            state::follow_settings(|_| ());
            dom::mark("waiting", None);
            dom::mark("alive", Some(""));
        }
        _ => {
            dom::mark("failed", Some("stopped"));
            dom::mark("waiting", None);
        }
    }
}

/// The same for an island that reads a file of this app first. `file` is its address from the app's root.
#[cfg(feature = "browser")]
pub fn mount_with<T: DeserializeOwned + 'static, V: IntoView + 'static>(
    island: Island,
    file: Option<&str>,
    view: impl FnOnce(String, T) -> V + 'static,
) {
    use crate::web::dom;

    let (Some(file), Some((_, root))) = (file, dom::live_part(island.name())) else {
        return mount(island, None, view);
    };
    dom::load(&format!("{root}{file}"), move |text| match text {
        Some(text) => mount(island, serde_json::from_str(&text).ok(), view),
        None => {
            dom::mark("failed", Some("files"));
            dom::mark("waiting", None);
        }
    });
}
