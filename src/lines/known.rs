//! The lines that one tab shows while other tabs may write them too.
//! Knows what a line held here, and when; knows nothing of where lines are kept or shown.

use super::edited::holds;

/// How long two tabs may take to see what the other wrote, in milliseconds; ample.
pub const INSTANT: f64 = 1_000.0;

/// What this tab knows of each line, by its key.
#[derive(Clone, Debug)]
pub struct Lines<K>(Vec<(K, Line)>);

#[derive(Clone, Debug)]
struct Line {
    /// What it held when it was shown or written last, here.
    text: String,
    /// When it was written here, in milliseconds since 1970; none where it was only shown.
    written: Option<f64>,
    /// What it held here before, within the same instant.
    earlier: Vec<String>,
    /// Whether the field shows a text that could not be kept, which nothing may replace.
    unkept: bool,
}

/// What is to be done about a line, after another tab has written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Nothing: it holds what it held.
    Same,
    /// Show what it holds now.
    Shown,
    /// Write it again over what it holds: the other tab brought back an older text of this tab,
    /// since it had not seen the newer one.
    Again,
    /// Write it again beside what it holds: both tabs wrote in the same instant.
    Beside,
}

impl<K> Default for Lines<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Clone + PartialEq> Lines<K> {
    /// What a line held when it was shown or written last; empty where it never was.
    pub fn text(&self, key: &K) -> &str {
        self.line(key).map_or("", |line| line.text.as_str())
    }

    /// The lines that were shown or written.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// A line is shown as it is kept.
    pub fn show(&mut self, key: K, text: &str) {
        let line = Line {
            text: text.to_owned(),
            written: None,
            earlier: Vec::new(),
            unkept: false,
        };
        self.put(key, line);
    }

    /// A line was written, `now`, in milliseconds since 1970.
    pub fn write(&mut self, key: K, text: &str, now: f64) {
        let mut earlier = match self.line(&key) {
            Some(line) if is_fresh(line, now) => line.earlier.clone(),
            _ => Vec::new(),
        };
        earlier.push(self.text(&key).to_owned());
        let line = Line {
            text: text.to_owned(),
            written: Some(now),
            earlier,
            unkept: false,
        };
        self.put(key, line);
    }

    /// The field shows a text that could not be kept: what other tabs write does not replace it,
    /// until it is written or the line is shown anew.
    pub fn hold(&mut self, key: K) {
        let text = self.text(&key).to_owned();
        let line = Line {
            text,
            written: None,
            earlier: Vec::new(),
            unkept: true,
        };
        self.put(key, line);
    }

    /// What to do about a line that holds `held` after another tab has written.
    pub fn outside(&self, key: &K, held: &str, now: f64) -> Outside {
        let Some(line) = self.line(key) else {
            return if held.is_empty() {
                Outside::Same
            } else {
                Outside::Shown
            };
        };
        if line.unkept || line.text == held {
            Outside::Same
        } else if !is_fresh(line, now) {
            Outside::Shown
        } else if line.earlier.iter().any(|text| text == held) {
            Outside::Again
        } else if held.is_empty() || line.text.is_empty() || holds(held, &line.text, "\n") {
            Outside::Shown
        } else {
            Outside::Beside
        }
    }

    fn line(&self, key: &K) -> Option<&Line> {
        self.0
            .iter()
            .find(|(one, _)| one == key)
            .map(|(_, line)| line)
    }

    fn put(&mut self, key: K, line: Line) {
        self.0.retain(|(one, _)| *one != key);
        self.0.push((key, line));
    }
}

fn is_fresh(line: &Line, now: f64) -> bool {
    // A clock that was set back makes nothing fresh for ever.
    line.written.is_some_and(|at| (now - at).abs() < INSTANT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(texts: &[(&str, f64)]) -> Lines<char> {
        let mut lines = Lines::default();
        lines.show('a', "first");
        for (text, at) in texts {
            lines.write('a', text, *at);
        }
        lines
    }

    #[test]
    fn a_line_that_was_only_shown_shows_what_another_tab_wrote() {
        let lines = written(&[]);
        assert_eq!(lines.text(&'a'), "first");
        assert_eq!(lines.outside(&'a', "first", 0.0), Outside::Same);
        assert_eq!(lines.outside(&'a', "theirs", 0.0), Outside::Shown);
        assert_eq!(lines.outside(&'a', "", 0.0), Outside::Shown);
        assert_eq!(lines.outside(&'b', "", 0.0), Outside::Same);
        assert_eq!(lines.outside(&'b', "new", 0.0), Outside::Shown);
    }

    #[test]
    fn an_older_text_that_another_tab_brought_back_is_written_over() {
        let lines = written(&[("second", 100.0), ("third", 200.0)]);
        for older in ["first", "second"] {
            assert_eq!(lines.outside(&'a', older, 300.0), Outside::Again);
        }
        assert_eq!(lines.outside(&'a', "theirs", 300.0), Outside::Beside);
        assert_eq!(
            lines.outside(&'a', "theirs\n\nthird", 300.0),
            Outside::Shown
        );
        assert_eq!(lines.outside(&'a', "third", 300.0), Outside::Same);
    }

    #[test]
    fn an_emptied_line_stays_empty_where_another_tab_brought_its_text_back() {
        let lines = written(&[("", 100.0)]);
        assert_eq!(lines.outside(&'a', "first", 200.0), Outside::Again);
        assert_eq!(lines.outside(&'a', "theirs", 200.0), Outside::Shown);
    }

    #[test]
    fn a_text_that_could_not_be_kept_is_not_replaced_until_it_is_written() {
        let mut lines = written(&[("second", 100.0)]);
        lines.hold('a');
        lines.hold('b');
        for key in ['a', 'b'] {
            assert_eq!(lines.outside(&key, "theirs", 200.0), Outside::Same);
            assert_eq!(lines.outside(&key, "theirs", 9_000.0), Outside::Same);
        }
        assert_eq!(lines.text(&'a'), "second", "what the next edit was made on");
        lines.write('a', "third", 9_000.0);
        assert_eq!(lines.outside(&'a', "theirs", 20_000.0), Outside::Shown);
    }

    #[test]
    fn after_an_instant_another_tab_has_seen_the_text_and_means_its_own() {
        let lines = written(&[("second", 100.0)]);
        let later = 100.0 + INSTANT;
        assert_eq!(lines.outside(&'a', "first", later), Outside::Shown);
        assert_eq!(lines.outside(&'a', "theirs", later), Outside::Shown);
        let mut lines = lines;
        lines.write('a', "third", later + 1.0);
        assert_eq!(lines.outside(&'a', "first", later + 2.0), Outside::Beside);
        assert_eq!(lines.outside(&'a', "second", later + 2.0), Outside::Again);
    }
}
