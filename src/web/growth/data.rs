//! What the programs of My growth read: the ladder and what there is around it, in one file for all
//! pages of a ladder.

use serde::{Deserialize, Serialize};

use crate::ladder::{Ladder, Side};
use crate::quiz::Quiz;
use crate::route::GrowthPart;
#[cfg(feature = "browser")]
use crate::route::Route;
use crate::web::site::Site;

/// The placeholder for the name of the file in a page; the build knows it only when it is written.
pub const FILE: &str = "growth-file.json";

/// The file.
#[derive(Debug, Serialize, Deserialize)]
pub struct GrowthData {
    /// The ladder.
    pub ladder: Ladder,
    /// Whether it is the site's first one.
    pub is_first: bool,
    /// Whether each expectation has a page of its own.
    pub has_expectation_pages: bool,
    /// Whether there is a guide.
    pub has_guide: bool,
    /// Examples for the plan.
    pub templates: Vec<PlanTemplate>,
}

/// An example of an item of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTemplate {
    /// The id of the competency that it is about; none if it fits any.
    pub competency: Option<String>,
    /// The number of the track that it is for; none if it is for all.
    pub track: Option<usize>,
    /// What is to be reached.
    pub aim: String,
    /// The first step.
    pub first_step: String,
    /// How to notice that it is reached.
    pub notice: String,
}

/// What a page says of itself to its program.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct GrowthPage {
    /// Which part it is.
    pub(crate) part: GrowthPart,
    /// The name of the file.
    pub(crate) file: String,
    /// The quiz, for the page that shows results of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) quiz: Option<Quiz>,
}

#[cfg(feature = "browser")]
impl GrowthData {
    /// The page of a part of this ladder.
    pub(crate) fn at(&self, page: Route) -> Route {
        page.of((!self.is_first).then_some(&*self.ladder.id))
    }
}

/// What the guide has for a plan, for each competency on either side of the quiz.
fn templates(site: Site) -> Vec<PlanTemplate> {
    let Some((guide, tracks)) = site.guide.zip(site.ladder.sides) else {
        return Vec::new();
    };
    let pairs = site.ladder.competencies.iter().flat_map(|item| {
        let sides = Side::BOTH.into_iter().zip(tracks);
        sides.map(move |(side, track)| (item, side, track))
    });
    let all = pairs.flat_map(|(item, side, track)| {
        let found = guide.plan_templates(Some(side), Some(&item.id)).into_iter();
        found.map(move |texts| PlanTemplate {
            competency: Some(item.id.clone()),
            track: Some(track),
            aim: texts.aim.clone(),
            first_step: texts.first_step.clone(),
            notice: texts.notice.clone(),
        })
    });
    all.collect()
}

/// The file of a site's current ladder as JSON.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn file(site: Site) -> serde_json::Result<String> {
    serde_json::to_string(&GrowthData {
        ladder: site.ladder.clone(),
        is_first: site.is_default(),
        has_expectation_pages: site.has_expectation_pages(),
        has_guide: site.guide.is_some(),
        templates: templates(site),
    })
}
