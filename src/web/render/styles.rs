//! The styles of one page: only the rules that can match something on the page. Handles style sheets as
//! text, independent of the page's content.

use std::collections::BTreeMap;

use super::policy::STUDIO as STUDIO_PAGE;
use super::rules::{NamesInUse, Rule, kept, rules_of};
use super::text::take_all;

/// Removes comments and unneeded white space.
pub fn compact(css: &str) -> String {
    let (css, _comments) = take_all(css, "/*", "*/");
    let words: Vec<&str> = css.split_whitespace().collect();
    let mut css = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        css = css
            .replace(&format!("{mark} "), mark)
            .replace(&format!(" {mark}"), mark);
    }
    css.replace(";}", "}").replace(": ", ":")
}

/// The styles of all pages.
#[derive(Debug, Default)]
pub struct Styles {
    rules: Vec<Rule>,
    /// How often it names each class.
    classes: BTreeMap<String, usize>,
}

impl Styles {
    /// Cuts `css`, which is [`compact`].
    pub fn of(css: &str) -> Self {
        let mut classes = BTreeMap::new();
        for class in classes_in(css) {
            *classes.entry(class).or_default() += 1;
        }
        Self {
            rules: rules_of(css),
            classes,
        }
    }

    /// The rules that `html` can match: each class and id in a selector must occur in it. Attributes,
    /// elements and states always count as matching, so rules for attributes set by scripts stay; so does
    /// everything inside `:not(…)`.
    pub fn for_page(&self, html: &str) -> String {
        kept(&self.rules, &NamesInUse::of(html))
    }

    /// The rules for a page with an island, which will show elements that are not in `html` yet: all rules
    /// stay, except unmatched ones of the files in `EXPLORER`, and of the islands that the page is none of.
    pub fn for_live_page(&self, html: &str) -> String {
        let mut elsewhere = self.classes.clone();
        let others: [&[&str]; 2] = match (html.contains(OF_GROWTH), html.contains(STUDIO_PAGE)) {
            (true, _) => [&QUIZ, &STUDIO],
            (_, true) => [&QUIZ, &GROWTH],
            _ => [&GROWTH, &STUDIO],
        };
        for class in EXPLORER
            .iter()
            .chain(others.into_iter().flatten())
            .flat_map(|css| classes_in(css))
        {
            if let Some(count) = elsewhere.get_mut(&class) {
                *count = count.saturating_sub(1);
            }
        }
        elsewhere.retain(|_, count| *count > 0);
        let mut names = NamesInUse::of(html);
        names.classes.extend(elsewhere.into_keys());
        kept(&self.rules, &names)
    }
}

/// What each page of My growth has, and no other.
const OF_GROWTH: &str = "growth-nav";
/// The styles that only the Studio uses.
const STUDIO: [&str; 1] = [include_str!("../studio/studio.css")];

/// The styles that only islands of My growth use.
const GROWTH: [&str; 12] = [
    include_str!("../components/mark_form.css"),
    include_str!("../components/profile_chart.css"),
    include_str!("../components/standing.css"),
    include_str!("../components/talk_sheet.css"),
    include_str!("../components/timeline_bands.css"),
    include_str!("../components/timeline_chart.css"),
    include_str!("../growth/growth.css"),
    include_str!("../growth/evidence.css"),
    include_str!("../growth/plan.css"),
    include_str!("../growth/check_ins.css"),
    include_str!("../growth/second_view.css"),
    include_str!("../growth/case.css"),
];

/// The styles that only the islands of the quiz, its results and My data use.
const QUIZ: [&str; 7] = [
    include_str!("../components/form_choice.css"),
    include_str!("../components/history_chart.css"),
    include_str!("../components/lean_line.css"),
    include_str!("../components/question.css"),
    include_str!("../components/theme_profile.css"),
    include_str!("../components/today_row.css"),
    include_str!("../components/trait_lines.css"),
];

/// The styles of components that no island uses. Components that are not listed stay in full.
const EXPLORER: [&str; 22] = [
    include_str!("../components/change_list.css"),
    include_str!("../components/contrast_table.css"),
    include_str!("../components/embed_card.css"),
    include_str!("../components/headlines.css"),
    include_str!("../components/level_picker.css"),
    include_str!("../components/link_window.css"),
    include_str!("../components/heat_map.css"),
    include_str!("../components/level_words.css"),
    include_str!("../components/matrix_filters.css"),
    include_str!("../components/share_bars.css"),
    include_str!("../components/step_sign.css"),
    include_str!("../components/tick_list.css"),
    include_str!("../components/trail_map.css"),
    include_str!("../components/weight_chart.css"),
    include_str!("../home.css"),
    include_str!("../compare/compare.css"),
    include_str!("../ladder/competency.css"),
    include_str!("../ladder/ladder.css"),
    include_str!("../ladder/level.css"),
    include_str!("../guide/topic.css"),
    include_str!("../guide/guide.css"),
    include_str!("../guide/pictures.css"),
];

/// Every class in a style sheet.
fn classes_in(css: &str) -> impl Iterator<Item = String> + use<> {
    let (css, _comments) = take_all(css, "/*", "*/");
    let names: Vec<String> = css
        .split('.')
        .skip(1)
        .map(|after| {
            let name = after.chars();
            let name = name.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            name.collect::<String>()
        })
        .filter(|name| name.starts_with(char::is_alphabetic))
        .collect();
    names.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        r#"<html><body class="wide"><p id="here" class="gist soft">a</p></body></html>"#;

    #[test]
    fn a_page_keeps_the_rules_it_can_match_and_no_others() {
        let css = "@layer a,b;@layer a{p,.gone{color:red}.gist .gone{x:y}.gist>.soft{x:y}}\
                   @layer b{.gone{x:y}}@media print{#here{x:y}#there{x:y}}@keyframes k{from{x:y}to{x:z}}";
        assert_eq!(
            Styles::of(css).for_page(PAGE),
            "@layer a,b;@layer a{p{color:red}.gist>.soft{x:y}}\
             @media print{#here{x:y}}@keyframes k{from{x:y}to{x:z}}"
        );
    }

    #[test]
    fn what_a_script_may_set_or_a_negation_names_is_kept() {
        let css = ":root[data-embed] .gist{x:y}:root:not([data-js]) .soft{x:y}.gist:not(.gone,:has(.gone)){x:y}\
                   .wide:has(#here:checked) :is(.gone,.soft){x:y}.wide:has(#gone:checked) .soft{x:y}:is(.gone){x:y}";
        assert_eq!(
            Styles::of(css).for_page(PAGE),
            ":root[data-embed] .gist{x:y}:root:not([data-js]) .soft{x:y}.gist:not(.gone,:has(.gone)){x:y}\
             .wide:has(#here:checked) :is(.gone,.soft){x:y}"
        );
    }

    #[test]
    fn compact_styles_mean_the_same() {
        assert_eq!(
            compact("a {\n  color: var(--x); /* why */\n  b: c d;\n}\n\n.e,\n.f { g: h }"),
            "a{color:var(--x);b:c d}.e,.f{ g:h }"
                .replace("{ ", "{")
                .replace(" }", "}")
        );
    }
}
