//! A page as a document: the content of the shell that Trunk built. Handles text only; reading and
//! writing files is done by the build.

use crate::ladder::{Direction, Ladder};
use crate::route::Route;

/// One page, rendered.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// The name of the site.
    pub site: String,
    /// The id of the ladder whose records its programs read.
    pub ladder: String,
    /// The language of the ladder's texts (BCP 47).
    pub lang: String,
    /// The direction of that language.
    pub dir: Direction,
    /// The title, without the app's name.
    pub title: String,
    /// The description for search engines and link previews.
    pub description: String,
    /// The HTML of the body.
    pub body: String,
    /// The name of the link preview's image, without its extension.
    pub image: String,
}

impl Page {
    /// The image of pages without their own.
    pub const SITE_IMAGE: &str = "_site";
    /// The language of our own words.
    pub const LANG: &str = "en";

    /// The page with its own image.
    pub fn with_image(mut self, name: String) -> Self {
        self.image = name;
        self
    }
}

/// Puts a page into the shell.
///
/// # Errors
/// The name of a placeholder that is missing in the shell: `index.html` was changed without this code.
pub fn fill(shell: &str, page: &Page, root: &str) -> Result<String, String> {
    let title = match page.route {
        Route::Home => page.title.clone(),
        _ => format!("{} · {}", page.title, page.site),
    };
    let values = [
        ("{{title}}", escape(&title)),
        ("{{description}}", escape(&page.description)),
        ("{{ladder}}", escape(&page.ladder)),
        ("{{lang}}", escape(&page.lang)),
        ("{{dir}}", page.dir.id().to_owned()),
        ("{{root}}", root.to_owned()),
        ("{{body}}", page.body.clone()),
    ];
    if let Some((missing, _)) = values.iter().find(|(name, _)| !shell.contains(name)) {
        return Err((*missing).to_owned());
    }
    // All in one pass: a text may contain what looks like a placeholder.
    let mut document = String::new();
    let mut rest = shell;
    while let Some(start) = rest.find("{{") {
        let (before, from) = rest.split_at(start);
        document.push_str(before);
        let found = values.iter().find(|(name, _)| from.starts_with(name));
        let (taken, value) = found.map_or(("{{", "{{"), |(name, value)| (*name, value.as_str()));
        document.push_str(value);
        rest = &from[taken.len()..];
    }
    document.push_str(rest);
    Ok(document)
}

/// Escapes text for an element or an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Escapes JSON for a script element: nothing in it can end the element.
pub fn script_json(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The rules that follow from a ladder's own structure: titles, groups, leans, rungs.
pub fn rules(ladder: &Ladder) -> String {
    let others = |chosen: String, attribute: &str, id: &str| {
        format!(
            ".matrix-frame:has({chosen}:checked) [data-{attribute}]:not([data-{attribute}~=\"{id}\"])"
        )
    };
    let groups = ladder.groups.iter().map(|group| {
        let option = format!("#dimension option[value=\"{}\"]", group.id);
        others(option, "dimension", &group.id)
    });
    let tracks = ladder.tracks.iter().map(|track| track.id.as_str());
    let leans = tracks.chain([EVEN]);
    let leans = leans.map(|id| others(format!("#lean-{id}"), "lean", id));
    let hidden: Vec<String> = groups.chain(leans).collect();
    let at_rung = ladder
        .rungs()
        .map(|rung| format!(".matrix-frame:has(#rung-{rung}:checked) .words .r{rung}"));
    let at_rung: Vec<String> = at_rung.collect();
    let (shared, apart) = rows_of_map(ladder);
    let shown = match at_rung.is_empty() {
        true => String::new(),
        false => format!("{}{{display:block}}", at_rung.join(",")),
    };
    format!(
        "{}@layer components{{{}{{display:none}}{shown}.map{{--rungs-shared:{shared};--rungs-apart:{apart}}}}}",
        scheme_rules(ladder),
        hidden.join(",")
    )
}

/// The lean of a competency that no track counts more, as the filter has it.
const EVEN: &str = "both";

/// How many rungs of the map are shared, and how many have a lane for each track.
fn rows_of_map(ladder: &Ladder) -> (usize, usize) {
    let top = usize::from(ladder.top());
    let apart = ladder
        .split()
        .map_or(0, |split| top + 1 - usize::from(split));
    (top - apart, apart)
}

/// The rules that show the titles of the chosen scheme, one for each scheme of the ladder.
fn scheme_rules(ladder: &Ladder) -> String {
    let shown =
        |condition: &str, id: &str| format!(":root{condition} .level-title>[data-in=\"{id}\"]");
    let is = |id: &str| format!("[data-scheme=\"{id}\"]");
    let others = ladder.title_schemes.iter().skip(1);
    let chosen: Vec<String> = others.map(|scheme| is(&scheme.id)).collect();
    // The first scheme shows unless another scheme of this ladder is chosen: a stored name of an
    // unknown scheme hides nothing.
    let first = ladder
        .title_schemes
        .first()
        .map(|scheme| match chosen.as_slice() {
            [] => shown("", &scheme.id),
            chosen => shown(&format!(":not({})", chosen.join(",")), &scheme.id),
        });
    let others = ladder.title_schemes.iter().skip(1);
    let others = others.map(|scheme| shown(&is(&scheme.id), &scheme.id));
    let selectors: Vec<String> = first.into_iter().chain(others).collect();
    format!(
        "@layer components{{{}{{display:inline}}}}",
        selectors.join(",")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_page() -> Page {
        Page {
            route: Route::Home,
            site: "A site".to_owned(),
            ladder: "a-ladder".to_owned(),
            lang: Page::LANG.to_owned(),
            dir: Direction::Ltr,
            title: String::new(),
            description: String::new(),
            body: String::new(),
            image: String::new(),
        }
    }

    #[test]
    fn a_page_cannot_break_out_of_its_title_or_its_data() {
        assert_eq!(
            escape("<b>\"a\" & b</b>"),
            "&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;"
        );
        assert_eq!(script_json("</script>"), "\\u003c/script>");
    }

    #[test]
    fn a_text_that_looks_like_a_placeholder_stays_a_text() {
        let page = Page {
            title: "{{body}}".to_owned(),
            description: "{{ {{title}} }}".to_owned(),
            body: "{{root}}".to_owned(),
            ..a_page()
        };
        let filled = fill(
            "{{ladder}}|{{lang}}|{{dir}}|{{title}}|{{description}}|{{root}}|{{body}}|{{x}}",
            &page,
            "./",
        );
        let expected = "a-ladder|en|ltr|{{body}}|{{ {{title}} }}|./|{{root}}|{{x}}";
        assert_eq!(filled.as_deref(), Ok(expected));
    }

    #[test]
    fn a_shell_without_a_placeholder_is_named() {
        let missing = fill("{{title}}{{description}}{{root}}", &a_page(), "./");
        assert_eq!(missing, Err("{{ladder}}".to_owned()));
    }
}
