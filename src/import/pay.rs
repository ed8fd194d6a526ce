//! What is about pay, in several languages: it is left out of every ladder, and the report says where it was
//! without repeating the figures.

use std::collections::BTreeSet;

use crate::import::Dropped;
use crate::import::found::Found;
use crate::import::names::{key, words};
use crate::import::rich::{Rich, nothing};
use crate::ladder::{CellFile, ItemFile};

/// What is said of a column, row, heading or key that is left out.
pub(super) const LEFT: &str = "about pay, so it is left out";
/// The most words of a heading that is about pay.
const MOST_WORDS: usize = 5;
/// The most characters of a figure, such as “60k – 70k a year”.
const LONGEST_FIGURE: usize = 30;

/// Words that are about pay in any heading.
const PAY: [&str; 40] = [
    "salary",
    "salaries",
    "wage",
    "wages",
    "payscale",
    "paycheck",
    "compensation",
    "ote",
    "rsu",
    "rsus",
    "entgelt",
    "entlohnung",
    "lohn",
    "löhne",
    "gehälter",
    "bezahlung",
    "salaire",
    "salaires",
    "rémunération",
    "remuneration",
    "salario",
    "salarios",
    "sueldo",
    "sueldos",
    "remuneración",
    "retribución",
    "salário",
    "salários",
    "remuneração",
    "stipendio",
    "retribuzione",
    "salaris",
    "beloning",
    "lön",
    "lønn",
    "løn",
    "palkka",
    "wynagrodzenie",
    "зарплата",
    "оклад",
];
/// What words about pay begin or end with.
const BEGINS: [&str; 4] = ["gehalts", "vergütung", "löne", "lønns"];
const ENDS: [&str; 2] = ["gehalt", "vergütung"];
/// Words that are about pay beside one another, or beside words of a range.
const BESIDE: [&str; 2] = ["pay", "bonus"];
/// Words that are about pay only where figures are below them.
const WITH_FIGURES: [&str; 12] = [
    "comp", "tc", "tcc", "base", "equity", "stock", "stocks", "shares", "bonuses", "cash",
    "options", "prime",
];
/// Words of a range or a measure, which say nothing of a topic.
const MEASURES: [&str; 46] = [
    "band", "bands", "range", "ranges", "grade", "scale", "total", "annual", "yearly", "monthly",
    "hourly", "gross", "net", "target", "min", "max", "minimum", "maximum", "median", "mid",
    "midpoint", "low", "high", "eur", "usd", "gbp", "chf", "sek", "k", "year", "month", "hour",
    "per", "in", "of", "a", "package", "amount", "rate", "grant", "grants", "percent", "and",
    "brutto", "netto", "jahr",
];

/// Whether a heading is about pay by its words alone.
pub(super) fn is_pay(heading: &str) -> bool {
    let words = words(heading);
    let says = |word: &String| {
        PAY.contains(&word.as_str())
            || BEGINS.iter().any(|part| word.starts_with(part))
            || ENDS.iter().any(|part| word.ends_with(part))
    };
    let has_pay = words.iter().any(|word| BESIDE.contains(&word.as_str()));
    let has_base = words.len() == 2 && words.iter().any(|word| word == "base");
    let is_topic = |word: &&String| !is_measure(word) && !BESIDE.contains(&word.as_str());
    let topics = words.iter().filter(is_topic).count();
    let has_range = words
        .iter()
        .any(|word| ["band", "range", "grade", "scale"].contains(&word.as_str()));
    words.len() <= MOST_WORDS
        && (words.iter().any(says)
            || (has_pay && (topics == 0 || has_base))
            || (has_range && words.iter().any(|word| word == "pay")))
}

fn is_measure(word: &str) -> bool {
    MEASURES.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a heading is about pay by its words, or by these and the texts below it.
pub(super) fn is_pay_of(heading: &str, texts: &[String]) -> bool {
    let words = words(heading);
    let doubtful = |word: &String| {
        let one = word.as_str();
        WITH_FIGURES.contains(&one) || BESIDE.contains(&one) || is_measure(one)
    };
    let is_doubtful = words.len() <= MOST_WORDS
        && words.iter().all(doubtful)
        && words.iter().any(|word| !is_measure(word));
    let is_said = |text: &&String| nothing(text).is_none();
    let texts: Vec<&String> = texts.iter().filter(is_said).collect();
    let share = |is: &dyn Fn(&str) -> bool| {
        let count = texts.iter().filter(|text| is(text)).count();
        !texts.is_empty() && count * 10 >= texts.len() * 6
    };
    is_pay(heading) || share(&is_money) || (is_doubtful && share(&is_figure))
}

/// Whether a text is an amount of money.
pub(super) fn is_money(text: &str) -> bool {
    let has_sign =
        text.contains(['$', '€', '£', '¥', '₹']) || text.contains("USD") || text.contains("EUR");
    let digits = text.chars().filter(char::is_ascii_digit).count();
    has_sign && digits >= 2 && digits * 4 >= text.chars().count()
}

/// Whether a text is a number with little around it.
fn is_figure(text: &str) -> bool {
    text.chars().count() <= LONGEST_FIGURE && text.contains(|letter: char| letter.is_ascii_digit())
}

/// The same for cells.
pub(super) fn is_pay_list<'a>(heading: &str, cells: impl Iterator<Item = &'a Rich>) -> bool {
    let texts: Vec<String> = cells.map(Rich::line).collect();
    is_pay_of(heading, &texts)
}

/// Leaves out the competencies and facts that are about pay, wherever they were read.
pub(super) fn leave_out(found: &mut Found) {
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); found.competencies.len()];
    for ((competency, _), cell) in &found.cells {
        texts[*competency].extend(texts_of(cell));
    }
    let is_group = |at: Option<usize>| {
        let name = at.and_then(|at| found.groups.get(at));
        name.is_some_and(|name| is_pay(name))
    };
    let all = found.competencies.iter().zip(texts).enumerate();
    let about_pay =
        all.filter(|(_, (one, texts))| is_group(one.group) || is_pay_of(&one.name, texts));
    let left: BTreeSet<usize> = about_pay.map(|(at, _)| at).collect();
    let mut names: Vec<String> = Vec::new();
    for at in &left {
        names.push(found.competencies[*at].name.clone());
        found.competencies[*at].is_left = true;
    }
    found
        .cells
        .retain(|(competency, _), _| !left.contains(competency));
    found
        .same
        .retain(|(competency, ..)| !left.contains(competency));
    for level in &mut found.levels {
        level.facts.retain(|fact| {
            let text = fact.text.clone().unwrap_or_default();
            let is_kept = !is_pay_of(&fact.name, &[text]);
            if !is_kept && !names.contains(&fact.name) {
                names.push(fact.name.clone());
            }
            is_kept
        });
    }
    for name in names {
        tell(found, "all files", &name);
    }
}

/// Says once that what has this heading is left out.
pub(super) fn tell(found: &mut Found, place: &str, heading: &str) {
    let is_told = |one: &Dropped| one.why == LEFT && key(&one.text) == key(heading);
    if !found.dropped.iter().any(is_told) {
        found.drop(place, heading, LEFT);
    }
}

fn texts_of(cell: &CellFile) -> impl Iterator<Item = String> {
    let items = cell.items.iter().map(|item| match item {
        ItemFile::Text(text) => text.clone(),
        ItemFile::Whole(item) => item.text.clone(),
    });
    cell.text
        .clone()
        .into_iter()
        .chain(items)
        .chain(cell.step.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_known_in_several_languages_and_equity_is_pay_only_with_figures() {
        for heading in [
            "Salary",
            "Base pay",
            "Pay band (k€)",
            "pay_band",
            "Total compensation",
            "Gehalt",
            "Gehaltsband",
            "Jahresgehalt",
            "Vergütung",
            "Rémunération",
            "Löneband",
            "Bonus",
            "Salário",
            "OTE",
        ] {
            assert!(is_pay(heading), "{heading}");
        }
        for heading in [
            "Diversity, equity and inclusion",
            "Equity",
            "Pays attention",
            "Payments",
            "Bonus round",
            "Base",
            "Band",
            "Belohnung",
            "Company",
            "Gehalten werden",
        ] {
            assert!(!is_pay(heading), "{heading}");
        }
        let figures = ["50k".to_owned(), "70".to_owned(), "n/a".to_owned()];
        for heading in ["Comp (k€)", "TC", "Equity", "Total cash", "Stock options"] {
            assert!(is_pay_of(heading, &figures), "{heading}");
            assert!(
                !is_pay_of(heading, &["Hears everyone".to_owned()]),
                "{heading}"
            );
        }
        assert!(is_money("€60,000 – €80,000") && !is_money("Saves $ for others"));
    }
}
