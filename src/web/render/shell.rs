//! The document around every page, filled in once for each.

use std::collections::BTreeMap;

use super::Host;
use super::assets::{Assets, COMMON};
use super::policy::with_policy;
use super::styles::{Styles, compact};
use super::text::take_all;
use crate::ladder::Direction;
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{ENTRIES, HERE};
use crate::web::document::{Page, escape, fill, rules};
use crate::web::growth::FILE;
use crate::web::pages;
use crate::web::site::Site;
use crate::web::studio::page::{BUILDER, WORKER};

/// The document with the ids of one site, and what is put into it.
pub struct Shell<'a> {
    assets: &'a Assets,
    host: &'a Host,
    html: String,
    /// The tags that load each program.
    tags: BTreeMap<&'static str, String>,
    /// The files of the program of the results, for the page that prefetches it.
    after_quiz: String,
    /// The styles of every page, and those of the ladder shown.
    styles: Styles,
    files: LadderFiles,
}

/// The programs of pages.
const PROGRAMS: [&str; 10] = [
    COMMON,
    "data",
    "growth",
    "journal",
    "over-time",
    "quiz",
    "results",
    "review",
    "studio",
    "workshop",
];

/// The names of the files that the programs of a ladder's pages read.
#[derive(Default)]
pub struct LadderFiles {
    /// That of the search.
    pub entries: String,
    /// That of My growth.
    pub growth: String,
    /// That of notes and marks.
    pub here: String,
}

impl<'a> Shell<'a> {
    /// The document of a build, for one site on one host.
    pub fn new(assets: &'a Assets, site: Site, host: &'a Host) -> Result<Self, String> {
        let tags = PROGRAMS.map(|name| Ok((name, assets.tags(name)?)));
        Ok(Self {
            assets,
            host,
            html: with_site(&assets.document, site)?,
            tags: tags.into_iter().collect::<Result<_, String>>()?,
            after_quiz: assets.next("results")?,
            styles: Styles::default(),
            files: LadderFiles::default(),
        })
    }

    /// Takes the styles of a site’s current ladder, and the names of its files.
    pub fn show(&mut self, site: Site, files: LadderFiles) {
        self.styles = Styles::of(&compact(&format!(
            "{}{}",
            self.assets.styles,
            rules(site.ladder)
        )));
        self.files = files;
    }

    /// The document of a page.
    pub fn page(&self, page: &Page) -> Result<String, String> {
        let root = page.route.root();
        let program = match page.route.page() {
            Route::Quiz => "quiz",
            Route::Results => "results",
            Route::Data => "data",
            Route::Growth(GrowthPart::Evidence | GrowthPart::Case) => "journal",
            Route::Growth(GrowthPart::OverTime) => "over-time",
            Route::Growth(GrowthPart::Overview | GrowthPart::Marks) => "growth",
            Route::Growth(_) => "review",
            Route::Studio => "studio",
            Route::Topic(Topic::HandsOn) => "workshop",
            _ => COMMON,
        };
        let start = self.tags.get(program).map_or("", String::as_str);
        // Leptos writes `<!>` as hydration markers; no page is hydrated.
        let mut page = page.clone();
        page.body = page.body.replace("<!>", "");
        let live = page.body.contains("data-live=");
        page.body = page
            .body
            .replace(ENTRIES, &self.files.entries)
            .replace(HERE, &self.files.here)
            .replace(FILE, &self.files.growth);
        if let Some((js, wasm)) = self.assets.builder() {
            page.body = page.body.replace(WORKER, js).replace(BUILDER, wasm);
        }
        let styles = match live {
            true => self.styles.for_live_page(&page.body),
            false => self.styles.for_page(&page.body),
        };
        let head = format!(
            "<style>{styles}</style>{start}{SPECULATION}{}{}</head>",
            match page.route.page() {
                Route::Quiz => self.after_quiz.clone(),
                // The program asks for it as soon as it runs: let it be there by then.
                Route::Growth(_) => format!(
                    r#"<link rel="preload" as="fetch" crossorigin href="{root}{}">"#,
                    self.files.growth
                ),
                _ => String::new(),
            },
            self.card(&page)
        );
        // Links in the shell are relative to the root; a page in a folder needs the path to it.
        let html = self
            .html
            .replacen("</head>", &head, 1)
            .replace("=\"./", &format!("=\"{root}"))
            .replace(IMPORT, &format!("\"{root}"));
        with_policy(&fill(&html, &page, &root).map_err(missing)?)
    }

    /// The metadata of a page for link previews and search engines.
    fn card(&self, page: &Page) -> String {
        // Filled in later with the rest of the document: what looks like a placeholder must not be one.
        let text = |text: &str| escape(text).replace("{{", "&lbrace;&lbrace;");
        let base = self.host.home.as_deref();
        let address = |path: &str| match base {
            Some(home) => format!("{home}{path}"),
            None => format!("./{path}"),
        };
        let mut card = format!(
            r#"<meta property="og:type" content="website"><meta property="og:site_name" content="{}"><meta property="og:title" content="{}"><meta property="og:description" content="{}">"#,
            text(&page.site),
            text(&page.title),
            text(&page.description),
        );
        card.push_str(&match self.host.has_pictures {
            true => format!(
                r#"<meta property="og:image" content="{}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta name="twitter:card" content="summary_large_image">"#,
                address(&format!("share/{}.png", page.image)),
            ),
            false => r#"<meta name="twitter:card" content="summary">"#.to_owned(),
        });
        if base.is_some() {
            let own = address(&page.route.path());
            card.push_str(&format!(
                r#"<meta property="og:url" content="{own}"><link rel="canonical" href="{own}">"#
            ));
        }
        card
    }

    /// The 404 page. It needs no other file: served at any depth, it cannot load anything by a relative
    /// address.
    pub fn not_found(&self, site: Site) -> Result<String, String> {
        let page = Page {
            route: Route::Home,
            site: site.name.to_owned(),
            ladder: site.ladder.id.clone(),
            lang: Page::LANG.to_owned(),
            dir: Direction::Ltr,
            title: format!("Page not found · {}", site.name),
            description: "There is no page at this address. Search, or go on from here.".to_owned(),
            image: Page::SITE_IMAGE.to_owned(),
            body: format!(
                "{}<script>{}{}</script>",
                pages::not_found(site),
                include_str!("../boot/meant.mjs").replace("export function", "function"),
                include_str!("../boot/not-found.js")
            ),
        };
        let styles = self.styles.for_page(&page.body);
        let head = format!("<style>{styles}</style></head>");
        let html = self.html.replacen("</head>", &head, 1);
        let html = fill(&html, &page, "./").map_err(missing)?;
        let (html, _links) = take_all(&html, "<link", ">");
        with_policy(&html)
    }
}

/// The prefix of a program's file in the import map, from the root.
const IMPORT: &str = "\"./";

/// Makes the browser prefetch a page of this site when a link to it is hovered or focused.
const SPECULATION: &str = r#"<script type="speculationrules">{"prefetch":[{"where":{"href_matches":"/*"},"eagerness":"moderate"}]}</script>"#;

/// The document with the ids of the site and of its first ladder, under which browsers keep records.
fn with_site(html: &str, site: Site) -> Result<String, String> {
    let ids = [
        ("{{site}}", site.id),
        ("{{first-ladder}}", &*site.ladder.id),
    ];
    ids.into_iter()
        .try_fold(html.to_owned(), |html, (place, id)| {
            match html.contains(place) {
                true => Ok(html.replace(place, id)),
                false => Err(missing(place.to_owned())),
            }
        })
}

fn missing(placeholder: String) -> String {
    format!("index.html lacks {placeholder}; put it back where the page's own text goes")
}
