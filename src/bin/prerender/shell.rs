//! The document that Trunk built, split into parts and filled in once for each page.

use std::path::Path;

use super::files::read;
use super::policy::with_policy;
use super::program::{Program, SharedFiles};
use super::styles;
use super::text::{compact_html, take_all};
use ladder_explorer::ladder::Direction;
use ladder_explorer::route::{GrowthPart, Route, Topic};
use ladder_explorer::web::document::{Page, escape, fill, rules};
use ladder_explorer::web::pages;
use ladder_explorer::web::site::Site;

/// The site's address, `https://…/`, if it was set for the build: then link previews have full
/// addresses, which most chat programs require.
pub struct Home(pub Option<String>);

/// The document, its styles separately, and the tags that load each program.
pub struct Shell {
    html: String,
    /// The styles of every page, and those of the ladder shown.
    styles: String,
    ladder_styles: String,
    common: String,
    quiz: String,
    results: String,
    after_quiz: String,
    data: String,
    growth: String,
    journal: String,
    over_time: String,
    workshop: String,
    entries: String,
    growth_file: String,
    here_file: String,
    home: Home,
}

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

impl Shell {
    /// Takes Trunk's document apart.
    pub fn from_trunk(staging: &Path, site: Site, home: Home) -> Result<Self, String> {
        let built = read(&staging.join("index.html"))?;
        let built = with_site(&built, site)?;
        let (html, styles) = take_all(&built, "<style>", "</style>");
        let styles = styles.concat();
        let (html, scripts) = take_all(
            &compact_html(&html),
            r#"<script type="module">"#,
            "</script>",
        );
        let script = scripts
            .into_iter()
            .find(|script| script.contains("init("))
            .ok_or("Trunk's start script is not in the built index.html; is the rel=\"rust\" link there?")?;
        let (html, _preloads) = take_all(&html, r#"<link rel="modulepreload""#, ">");
        let (html, _preloads) = take_all(&html, r#"<link rel="preload""#, ">");
        let shared = SharedFiles::of(staging)?;
        let results = Program::beside(staging, "results")?;
        let beside =
            |name: &str| Program::beside(staging, name).map(|program| program.tags(&shared));
        Ok(Self {
            html,
            ladder_styles: String::new(),
            styles,
            common: Program::of_script(&script, staging, "page")?.tags(&shared),
            quiz: beside("quiz")?,
            after_quiz: results.next(),
            results: results.tags(&shared),
            data: beside("data")?,
            growth: beside("growth")?,
            journal: beside("journal")?,
            over_time: beside("over-time")?,
            workshop: beside("workshop")?,
            entries: String::new(),
            growth_file: String::new(),
            here_file: String::new(),
            home,
        })
    }

    /// Takes the styles of a site’s current ladder, and the names of its files.
    pub fn show(&mut self, site: Site, files: LadderFiles) {
        self.ladder_styles = styles::compact(&format!("{}{}", self.styles, rules(site.ladder)));
        self.entries = files.entries;
        self.growth_file = files.growth;
        self.here_file = files.here;
    }

    /// The document of a page.
    pub fn page(&self, page: &Page) -> Result<String, String> {
        let root = page.route.root();
        let start = match page.route.page() {
            Route::Quiz => &self.quiz,
            Route::Results => &self.results,
            Route::Data => &self.data,
            Route::Growth(GrowthPart::Evidence | GrowthPart::Case) => &self.journal,
            Route::Growth(GrowthPart::OverTime) => &self.over_time,
            Route::Growth(_) => &self.growth,
            Route::Topic(Topic::HandsOn) => &self.workshop,
            _ => &self.common,
        };
        // Leptos writes `<!>` as hydration markers; no page is hydrated.
        let mut page = page.clone();
        page.body = page.body.replace("<!>", "");
        let live = page.body.contains("data-live=");
        page.body = page
            .body
            .replace(ladder_explorer::web::components::ENTRIES, &self.entries)
            .replace(ladder_explorer::web::components::HERE, &self.here_file)
            .replace(ladder_explorer::web::growth::FILE, &self.growth_file);
        let styles = match live {
            true => styles::for_live_page(&self.ladder_styles, &page.body),
            false => styles::for_page(&self.ladder_styles, &page.body),
        };
        let head = format!(
            "<style>{styles}</style>{start}{SPECULATION}{}{}</head>",
            match page.route.page() {
                Route::Quiz => self.after_quiz.clone(),
                // The program asks for it as soon as it runs: let it be there by then.
                Route::Growth(_) => format!(
                    r#"<link rel="preload" as="fetch" crossorigin href="{root}{}">"#,
                    self.growth_file
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
        let base = self.home.0.clone();
        let address = |path: &str| match &base {
            Some(home) => format!("{home}{path}"),
            None => format!("./{path}"),
        };
        let mut card = format!(
            r#"<meta property="og:type" content="website"><meta property="og:site_name" content="{}"><meta property="og:title" content="{}"><meta property="og:description" content="{}"><meta property="og:image" content="{}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta name="twitter:card" content="summary_large_image">"#,
            text(&page.site),
            text(&page.title),
            text(&page.description),
            address(&format!("share/{}.png", page.image)),
        );
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
                include_str!("../../web/boot/meant.mjs").replace("export function", "function"),
                include_str!("../../web/boot/not-found.js")
            ),
        };
        let styles = styles::for_page(&self.ladder_styles, &page.body);
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
