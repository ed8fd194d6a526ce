//! What is read from an expectation: its headline, and its statements in order.

use crate::ladder::Expectation;

impl Expectation {
    /// The expectation in a few words: the gist; for a step without a text of the level's own the
    /// step; else the first statement.
    pub fn headline(&self) -> &str {
        let step = self.step.as_ref().map(|(_, name)| name.as_str());
        let item = || self.items.first().map(|item| item.text.as_str());
        let text = || self.text.as_deref().map(first_sentence);
        let example = || self.examples.first().map(String::as_str);
        let note = || self.notes.first().map(|note| note.text.as_str());
        (self.gist.as_deref().filter(|_| !self.of_step))
            .or(step.filter(|_| self.of_step))
            .or_else(text)
            .or_else(item)
            .or(step)
            .or_else(example)
            .or_else(note)
            .unwrap_or_default()
    }

    /// Whether it has a headline of its own, beside its text, list and examples.
    pub fn has_headline(&self) -> bool {
        self.gist.is_some() || self.of_step
    }

    /// Every statement in order: gist, text, items.
    pub fn statements(&self) -> impl Iterator<Item = &str> {
        let items = self.items.iter().map(|item| item.text.as_str());
        let gist = self.gist.as_deref().into_iter();
        gist.chain(self.text.as_deref()).chain(items)
    }
}

fn first_sentence(text: &str) -> &str {
    crate::ladder::clauses(text)
        .first()
        .copied()
        .unwrap_or(text)
}
