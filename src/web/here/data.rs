//! What the program reads of a ladder, in a file of its own: far less than the ladder.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::growth::{Expected, mark_id, said};
use crate::web::site::Site;

/// The file.
#[derive(Debug, Serialize, Deserialize)]
pub struct HereData {
    /// The version of the ladder.
    pub version: String,
    /// Each competency: its id and its name.
    pub competencies: Vec<(String, String)>,
    /// What each expectation says, by the id of its mark.
    pub said: BTreeMap<String, Vec<String>>,
    /// The id of the mark of each cell that has the text of another, by what its own would be.
    pub same: BTreeMap<String, String>,
}

impl HereData {
    /// The id of the mark on a cell, `<level>.<competency>`.
    #[cfg(feature = "browser")]
    pub(super) fn mark<'a>(&'a self, cell: &'a str) -> &'a str {
        self.same.get(cell).map_or(cell, String::as_str)
    }

    /// Fetches the file that the page names; `told` receives none if that fails.
    #[cfg(feature = "browser")]
    pub(super) fn of_page(told: impl FnOnce(Option<Self>) + 'static) {
        use crate::web::dom;

        let root = dom::search_box("data-root").unwrap_or_default();
        let file = dom::attribute_of("[data-here]", "data-here").unwrap_or_default();
        dom::load(&format!("{root}{file}"), |text| {
            told(text.and_then(|text| serde_json::from_str(&text).ok()));
        });
    }
}

/// The file of a site's current ladder as JSON.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn file(site: Site) -> serde_json::Result<String> {
    let ladder = site.ladder;
    let levels: Vec<_> = ladder.levels.iter().collect();
    let expected = Expected::of_levels(ladder, &levels).into_iter();
    let items = ladder.competencies.iter();
    let cells = items.clone().flat_map(|item| {
        levels.iter().filter_map(|level| {
            let mark = mark_id(ladder, item, level)?;
            Some((format!("{}.{}", level.id, item.id), mark))
        })
    });
    let same = cells.filter(|(cell, mark)| cell != mark).collect();
    serde_json::to_string(&HereData {
        version: ladder.version.clone(),
        competencies: items
            .map(|item| (item.id.clone(), item.name.clone()))
            .collect(),
        said: expected
            .map(|one| (one.id, said(one.expectation)))
            .collect(),
        same,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expectation_of_a_page_is_in_the_file_or_has_the_text_of_one_that_is() {
        let site = Site::load(|name| {
            std::fs::read(format!("ladders/{name}")).map_err(|error| error.to_string())
        });
        for site in site.unwrap().each() {
            let data: HereData = serde_json::from_str(&file(site).unwrap()).unwrap();
            assert_eq!(data.version, site.ladder.version);
            let mut marks = std::collections::BTreeSet::new();
            for item in &site.ladder.competencies {
                for level in &site.ladder.levels {
                    let Some(cell) = item.at(level) else { continue };
                    let own = format!("{}.{}", level.id, item.id);
                    let mark = data.same.get(&own).unwrap_or(&own);
                    assert_eq!(mark_id(site.ladder, item, level).as_ref(), Some(mark));
                    assert_eq!(data.said.get(mark), Some(&said(cell)), "{own}");
                    marks.insert(mark.clone());
                }
            }
            assert_eq!(marks.len(), data.said.len());
        }
    }
}
