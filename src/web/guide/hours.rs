//! The hours of a week: their share, the rungs whose stated share matches, and the log's sums. Nothing
//! is saved.

use crate::web::dom;
use crate::web::guide::names::{HOURS, LOG, LOG_SAID, SHARE_SAID, WEEK};

/// Listens to the fields, if the page has them.
pub(crate) fn start() {
    if !dom::has(HOURS) {
        return;
    }
    show_share();
    sum_log();
    dom::on_field("input", "data-in-address", |_, _| show_share());
    dom::on_field("input", LOG, |_, _| sum_log());
}

fn number(id: &str) -> f64 {
    let typed = dom::filled(id).and_then(|text| text.parse::<f64>().ok());
    typed.filter(|hours| hours.is_finite()).unwrap_or_default()
}

fn show_share() {
    let (hours, week) = (number(HOURS), number(WEEK));
    if week <= 0.0 {
        dom::each("data-min", |row| {
            dom::set_class(row, "fits", false);
            dom::write_in(row, ".share-fits", "");
        });
        dom::say(SHARE_SAID, "Say how many hours your week has.");
        return;
    }
    let share = (hours / week * 100.0).min(100.0);
    let mut fits = 0;
    dom::each("data-min", |row| {
        let bound = |name: &str| {
            row.get_attribute(name)
                .and_then(|text| text.parse::<f64>().ok())
        };
        let within = bound("data-min").zip(bound("data-max"));
        let fit = within.is_some_and(|(min, max)| (min..=max).contains(&share));
        fits += usize::from(fit);
        dom::set_class(row, "fits", fit);
        dom::write_in(row, ".share-fits", if fit { "fits" } else { "" });
    });
    let share = whole(share);
    let said = match fits {
        0 => "no level below has this share.".to_owned(),
        1 => "it fits one level below.".to_owned(),
        _ => format!("it fits {fits} levels below."),
    };
    let rest = in_hours((week - hours).max(0.0));
    dom::say(
        SHARE_SAID,
        &format!("{share} % of your week: {said} That leaves {rest}."),
    );
}

/// A number of hours with its noun.
fn in_hours(hours: f64) -> String {
    match &*whole(hours) {
        "1" => "1 hour".to_owned(),
        number => format!("{number} hours"),
    }
}

fn sum_log() {
    let (mut all, mut hands_on, mut integrates) = (0.0, 0.0, 0.0);
    for (kind, text) in dom::fields(LOG) {
        let hours = text.parse::<f64>().ok().filter(|hours| hours.is_finite());
        let hours = hours.unwrap_or_default().max(0.0);
        all += hours;
        if kind.starts_with("hands-on") {
            hands_on += hours;
        }
        if kind.ends_with("integrates") {
            integrates += hours;
        }
    }
    if all <= 0.0 {
        dom::say(LOG_SAID, "Fill in last week’s hours, roughly.");
        return;
    }
    let of = |part: f64| whole(part / all * 100.0);
    dom::say(
        LOG_SAID,
        &format!(
            "{}: {} % hands-on; {} % implementer work, {} % integrator work.",
            in_hours(all),
            of(hands_on),
            of(all - integrates),
            of(integrates)
        ),
    );
    // The log answers the question above, so it sets the slider too.
    dom::fill(WEEK, &whole(all));
    dom::fill(HOURS, &whole(hands_on));
    show_share();
}

/// A number without decimals; formatting an integer needs far less code than a fraction.
fn whole(number: f64) -> String {
    (number.round() as u32).to_string()
}
