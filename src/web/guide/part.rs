//! A part of a topic's page, open or folded, and the list of the parts.

use leptos::prelude::*;

/// A part of a page.
pub(crate) struct Part {
    /// The id of its place and the heading; none for the text before the first heading.
    head: Option<(&'static str, String)>,
    /// What the part says, in one line below the heading.
    gist: String,
    body: AnyView,
    folded: bool,
}

impl Part {
    /// A part under a heading.
    pub(crate) fn open(id: &'static str, title: impl Into<String>, body: AnyView) -> Self {
        Self {
            head: Some((id, title.into())),
            gist: String::new(),
            body,
            folded: false,
        }
    }

    /// A part of which only the heading and a line are in sight until it is opened.
    pub(crate) fn folded(
        id: &'static str,
        title: impl Into<String>,
        gist: impl Into<String>,
        body: AnyView,
    ) -> Self {
        Self {
            head: Some((id, title.into())),
            gist: gist.into(),
            body,
            folded: true,
        }
    }

    /// What is on a page before its first heading, or a page with headings of its own.
    pub(crate) fn untitled(body: AnyView) -> Self {
        Self {
            head: None,
            gist: String::new(),
            body,
            folded: false,
        }
    }

    /// The part, or nothing where a ladder's guide has nothing for it.
    pub(crate) fn unless(self, is_empty: bool) -> Option<Self> {
        (!is_empty).then_some(self)
    }

    pub(super) fn shown(self) -> AnyView {
        let Some((id, title)) = self.head else {
            return self.body;
        };
        if !self.folded {
            return view! { <section class="guide-part"><h2 id=id>{title}</h2> {self.body}</section> }
                .into_any();
        }
        // The id is inside, so that a browser that follows a link to it opens the part.
        view! {
            <details class="guide-part fold">
                <summary>
                    <h2>{title}</h2>
                    <span class="soft">{self.gist}</span>
                </summary>
                <div class="fold-body" id=id>{self.body}</div>
            </details>
        }
        .into_any()
    }
}

/// The list of the parts, where there are several.
pub(super) fn contents(parts: &[Part]) -> Option<AnyView> {
    let heads = parts.iter().filter_map(|part| part.head.as_ref());
    let links: Vec<AnyView> = heads
        .map(|(id, title)| {
            view! { <li><a href=format!("#{id}")>{title.clone()}</a></li> }.into_any()
        })
        .collect();
    (links.len() > 2).then(|| {
        view! {
            <nav class="guide-contents no-print" aria-label="On this page">
                <ul>{links}</ul>
            </nav>
        }
        .into_any()
    })
}
