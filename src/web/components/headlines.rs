//! Headlines by competency, of one level or of two beside each other; each opens to what lies behind it.

use leptos::prelude::*;

use crate::web::components::{Sign, Station, hue_class};

/// A headline of one level.
pub struct HeadlineCell {
    /// The level that says it.
    pub sign: Sign,
    /// The words.
    pub text: AnyView,
    /// The place among the columns, from 0; none where it holds for all of them.
    pub column: Option<usize>,
    /// Whether it is what the page is about.
    pub is_main: bool,
    /// Whether nothing is expected here.
    pub is_absent: bool,
    /// The id of the mark on it.
    pub mark: Option<String>,
}

/// One competency.
pub struct Headline {
    /// The id, for links from elsewhere.
    pub id: String,
    /// The competency's name.
    pub name: String,
    /// The headlines, the one that the page is about first.
    pub cells: Vec<HeadlineCell>,
    /// The size of the step between them.
    pub mark: Option<AnyView>,
    /// The places in the order of change and in that of the ladder, where one can choose.
    pub places: Option<[usize; 2]>,
    /// What opens below.
    pub body: AnyView,
}

/// A column's head: a level, and where its page is, unless it is this one.
pub struct HeadlineHead {
    /// The level.
    pub sign: Sign,
    /// The title below it.
    pub title: AnyView,
    /// Its page.
    pub href: Option<String>,
}

/// The list. Where there is room the headlines of two levels are columns, else the first one shows, and
/// the other one tap below.
#[component]
pub fn Headlines(
    /// The heads of the columns; with one column none is shown.
    heads: Vec<HeadlineHead>,
    /// The rows.
    rows: Vec<Headline>,
    /// The element by which the order is changed.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Whether both columns always show: two levels are compared.
    #[prop(optional)]
    both: bool,
) -> impl IntoView {
    let count = heads.len();
    let marks = rows.iter().any(|row| row.mark.is_some());
    let class = format!(
        "headlines headlines-{count}{}{}",
        if both { " headlines-both" } else { "" },
        if marks { " headlines-marked" } else { "" }
    );
    let heads = (count > 1).then(|| {
        let heads = heads.into_iter().enumerate().map(head).collect_view();
        view! { <div class="headlines-head">{heads}</div> }
    });
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class=class>
            {heads}
            <div id=id>{rows}</div>
        </div>
    }
}

fn head((at, head): (usize, HeadlineHead)) -> AnyView {
    let class = format!("column-{at} {}", hue_class(head.sign.hue));
    let name = view! { <Station level=head.sign /> " " <span class="soft">{head.title}</span> };
    match head.href {
        Some(href) => view! { <a class=class href=href>{name}</a> }.into_any(),
        None => view! { <span class=class>{name}</span> }.into_any(),
    }
}

fn row(row: Headline) -> AnyView {
    let cells = row.cells.into_iter().map(cell).collect_view();
    let [change, ladder] = match row.places {
        Some([change, ladder]) => [Some(change), Some(ladder)],
        None => [None, None],
    };
    view! {
        <details class="headline opens" id=row.id data-change=change data-ladder=ladder>
            <summary>
                <h3>{row.name}</h3>
                {cells}
                {row.mark}
            </summary>
            <div class="headline-body">{row.body}</div>
        </details>
    }
    .into_any()
}

fn cell(cell: HeadlineCell) -> AnyView {
    let place = match cell.column {
        Some(at) => format!("column-{at} {}", hue_class(cell.sign.hue)),
        None => "column-all hue-shared".to_owned(),
    };
    let main = if cell.is_main {
        " is-main"
    } else {
        " is-beside"
    };
    let absent = if cell.is_absent { " absent" } else { "" };
    let class = format!("headline-text {place}{main}{absent}");
    let label = cell
        .column
        .map(|_| view! { <span class="headline-of">{cell.sign.label} ": "</span> });
    view! { <span class=class data-mark=cell.mark>{label} {cell.text}</span> }.into_any()
}
