//! The dated items of a plan as a calendar file, as in RFC 5545. Handles text; saving the file is
//! elsewhere.

use crate::growth::{Date, PlanItem};

/// The maximum length of a line in bytes, without its end: RFC 5545, 3.1.
const LINE: usize = 75;
/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// A calendar with an event of a whole day for each item that has a day, made at `now`, in milliseconds
/// since 1970. An item has the same `UID` in each file, so that importing a later one moves the event
/// instead of adding another. `about` says what an item is about. None if no item has a day, or `now` is
/// no time of [`Date::YEARS`].
pub fn to_calendar<'a>(
    plan: impl IntoIterator<Item = &'a PlanItem>,
    now: f64,
    about: impl Fn(&PlanItem) -> String,
) -> Option<String> {
    let stamp = stamp(now)?;
    let mut out = Lines::default();
    out.add("BEGIN:VCALENDAR");
    out.add("VERSION:2.0");
    out.add("PRODID:-//ladder-explorer//plan//EN");
    let mut count = 0;
    for (item, by) in plan.into_iter().filter_map(|item| Some((item, item.by?))) {
        count += 1;
        out.add("BEGIN:VEVENT");
        out.add(&format!("UID:{}@ladder-explorer", item.id));
        out.add(&format!("DTSTAMP:{stamp}"));
        out.add(&format!("DTSTART;VALUE=DATE:{}", compact(by)));
        out.add(&format!("SUMMARY:{}", escaped(&item.aim)));
        let more = [
            ("For: ", &about(item)),
            ("First step: ", &item.first_step),
            ("How I’ll notice: ", &item.notice),
            ("Who helps: ", &item.helper),
        ];
        let more = more.into_iter().filter(|(_, text)| !text.is_empty());
        let more: Vec<String> = more.map(|(label, text)| format!("{label}{text}")).collect();
        if !more.is_empty() {
            out.add(&format!("DESCRIPTION:{}", escaped(&more.join("\n"))));
        }
        out.add("TRANSP:TRANSPARENT");
        out.add("END:VEVENT");
    }
    out.add("END:VCALENDAR");
    (count > 0).then_some(out.0)
}

/// A time as `yyyymmddThhmmssZ`.
fn stamp(now: f64) -> Option<String> {
    let date = Date::of_time(now, 0)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // below a day
    let seconds = (now.rem_euclid(DAY) / 1_000.0) as u32;
    let (hour, minute) = (seconds / 3_600, seconds / 60 % 60);
    let second = seconds % 60;
    Some(format!(
        "{}T{hour:02}{minute:02}{second:02}Z",
        compact(date)
    ))
}

fn compact(date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("{year:04}{month:02}{day:02}")
}

/// A text as in RFC 5545, 3.3.11. Control characters are not allowed there; each becomes a space.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(letter),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// Lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line, folded where it is too long, and never within a character.
    fn add(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::{PlanField, Quarter};

    fn item(aim: &str, by: &str) -> PlanItem {
        let quarter = Quarter::parse("2026-Q4").unwrap();
        let mut item = PlanItem::new("t6.risk", aim, quarter, (255.0, 0.0)).unwrap();
        item.by = Date::parse(by).ok();
        item
    }

    #[test]
    fn an_event_of_a_whole_day_for_each_item_with_a_day() {
        let mut dated = item("Run it; twice, or \\ more", "2026-12-24");
        dated.edit(PlanField::FirstStep, "", "Ask.\r\nListen.");
        dated.edit(PlanField::Helper, "", "Ada");
        let undated = item("b", "");
        // 2026-11-28T21:22:23Z
        let now = 1_795_900_943_999.0;
        let about = |_: &PlanItem| "L6 Risk".to_owned();
        let text = to_calendar([&dated, &undated], now, about).unwrap();
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ladder-explorer//plan//EN\r\nBEGIN:VEVENT\r\nUID:ff-0@ladder-explorer\r\nDTSTAMP:20261128T212223Z\r\nDTSTART;VALUE=DATE:20261224\r\nSUMMARY:Run it\\; twice\\, or \\\\ more\r\nDESCRIPTION:For: L6 Risk\\nFirst step: Ask.\\nListen.\\nWho helps: Ada\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert_eq!(to_calendar([&undated], now, about), None);
        assert_eq!(to_calendar([&dated], f64::NAN, about), None);
    }

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_the_same() {
        for letter in ["a", "é", "李", "🦀", ",", "\n"] {
            for count in [1, 36, 67, 68, 74, 75, 200, 400] {
                let aim = format!("x{}", letter.repeat(count)) + "x";
                let text =
                    to_calendar([&item(&aim, "2026-12-24")], 1.0, |_| String::new()).unwrap();
                for line in text.split("\r\n") {
                    assert!(line.len() <= LINE && !line.contains(['\n', '\r']), "{line}");
                }
                let unfolded = text.replace("\r\n ", "");
                let line = format!("\r\nSUMMARY:{}\r\n", escaped(&aim));
                assert!(unfolded.contains(&line), "{letter} {count}");
            }
        }
        let hidden = to_calendar([&item("a\u{0}b\u{7f}c\td", "2026-12-24")], 1.0, |_| {
            String::new()
        })
        .unwrap();
        assert!(hidden.contains("SUMMARY:a b c\td\r\n"));
    }
}
