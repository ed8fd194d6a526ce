//! The lines that one tab shows while other tabs may write them too. Handles texts; independent of the
//! storage and the fields.

/// This tab's state of each line, by its key.
#[derive(Clone, Debug)]
pub struct Lines<K>(Vec<(K, KnownLine)>);

#[derive(Clone, Debug)]
struct KnownLine {
    /// Its text when this tab last showed or wrote it.
    text: String,
    /// Whether the field shows a text that could not be saved and must not be replaced.
    unsaved: bool,
}

impl<K> Default for Lines<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Lines<K> {
    /// The text of a line when it was last shown or written; empty if it never was.
    pub fn text(&self, key: &K) -> &str {
        self.line(key).map_or("", |line| line.text.as_str())
    }

    /// The lines that were shown or written.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Notes that a line holds this text, in its field and in storage.
    pub fn set(&mut self, key: K, text: &str) {
        self.put(key, text.to_owned(), false);
    }

    /// Notes that the field shows a text that could not be saved: changes by other tabs do not replace
    /// it until the line is set again.
    pub fn hold(&mut self, key: K) {
        let text = self.text(&key).to_owned();
        self.put(key, text, true);
    }

    /// Whether the field should be updated to the line's present text, after another tab has written.
    pub fn is_outdated(&self, key: &K, held: &str) -> bool {
        !self.is_held(key) && self.text(key) != held
    }

    /// Whether the field of a line shows a text that could not be saved.
    pub fn is_held(&self, key: &K) -> bool {
        self.line(key).is_some_and(|line| line.unsaved)
    }

    fn line(&self, key: &K) -> Option<&KnownLine> {
        let mut lines = self.0.iter();
        lines.find(|(one, _)| one == key).map(|(_, line)| line)
    }

    fn put(&mut self, key: K, text: String, unsaved: bool) {
        self.0.retain(|(one, _)| *one != key);
        self.0.push((key, KnownLine { text, unsaved }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_what_another_tab_wrote() {
        let mut lines = Lines::default();
        lines.set('a', "first");
        assert!(!lines.is_outdated(&'a', "first"));
        assert!(lines.is_outdated(&'a', "theirs"));
        assert!(lines.is_outdated(&'a', ""));
        assert!(!lines.is_outdated(&'b', ""));
        assert!(lines.is_outdated(&'b', "new"));
    }

    #[test]
    fn a_text_that_could_not_be_saved_is_not_replaced_until_it_is() {
        let mut lines = Lines::default();
        lines.set('a', "second");
        lines.hold('a');
        lines.hold('b');
        assert!(!lines.is_outdated(&'a', "theirs") && !lines.is_outdated(&'b', "theirs"));
        assert!(lines.is_held(&'a') && !lines.is_held(&'c'));
        assert_eq!(lines.text(&'a'), "second", "what the next edit was made on");
        lines.set('a', "third");
        assert!(lines.is_outdated(&'a', "theirs"));
    }
}
