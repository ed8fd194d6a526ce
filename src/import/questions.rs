//! Asking: each question has an id, a guess, and answers in words to choose from.

use std::collections::BTreeMap;

use crate::import::found::Found;
use crate::import::names::clean;
use crate::import::{Guess, Offer};

/// The most questions about tables; of more, one is made.
const MOST_TABLE_QUESTIONS: usize = 8;

impl<'a> Found<'a> {
    /// The chosen answer, or the guess, which is then listed. Each option is an id and what it means.
    pub fn ask(
        &mut self,
        id: &str,
        question: &str,
        guess: &str,
        options: &[(&str, &str)],
    ) -> String {
        let answer = self.ask_freely(id, question, guess, options, "");
        if answer != guess && options.iter().all(|(id, _)| *id != answer) {
            let ids: Vec<&str> = options.iter().map(|(id, _)| *id).collect();
            self.refused.push(format!(
                "“{answer}” is no answer to “{id}”; choose one of: {}",
                ids.join(", ")
            ));
            return guess.to_owned();
        }
        answer
    }

    /// The same where other answers than the options are possible: any text, or what `also` says.
    pub fn ask_freely(
        &mut self,
        id: &str,
        question: &str,
        guess: &str,
        options: &[(&str, &str)],
        also: &str,
    ) -> String {
        let is_new = self.asked.insert(id.to_owned());
        if let Some(answer) = self.choices.get(id) {
            return answer.to_owned();
        }
        if is_new {
            self.guessed.push(Guess {
                id: id.to_owned(),
                question: question.to_owned(),
                answer: guess.to_owned(),
                options: options
                    .iter()
                    .map(|(id, words)| Offer {
                        id: (*id).to_owned(),
                        words: clean(words),
                    })
                    .collect(),
                also: also.to_owned(),
            });
        }
        guess.to_owned()
    }

    /// A chosen answer to a question that is not asked unless it was answered.
    pub fn chosen(&mut self, id: &str) -> Option<&'a str> {
        let answer = self.choices.get(id)?;
        self.asked.insert(id.to_owned());
        Some(answer)
    }

    /// Says which choices answered nothing.
    pub fn note_idle_choices(&mut self) {
        let idle: Vec<String> = self
            .choices
            .iter()
            .filter(|(id, _)| !self.asked.contains(*id))
            .map(|(id, _)| id.to_owned())
            .collect();
        for id in idle {
            self.drop("choices", &id, "no question of these files has this id");
        }
    }

    /// Makes one question of those about many tables.
    pub fn fold_tables(&mut self) {
        let is_table = |guess: &&Guess| guess.id.starts_with("table-");
        if self.guessed.iter().filter(is_table).count() <= MOST_TABLE_QUESTIONS {
            return;
        }
        let (tables, others): (Vec<Guess>, _) = std::mem::take(&mut self.guessed)
            .into_iter()
            .partition(|guess| is_table(&guess));
        self.guessed = others;
        // The tables that are laid out alike, by how they are.
        let mut alike: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for guess in &tables {
            let taken = guess.options.iter().find(|one| one.id == guess.answer);
            if let (Some(taken), Some(table)) = (taken, guess.id.strip_suffix(".shape")) {
                alike.entry(&taken.words).or_default().push(table);
            }
        }
        let alike: Vec<String> = alike
            .into_iter()
            .map(|(words, tables)| format!("{words}: {}.", tables.join(", ")))
            .collect();
        let question = format!("Are the tables read as they are meant? {}", alike.join(" "));
        self.ask(
            "tables",
            &question,
            "as-read",
            &[("as-read", "Yes, all of them")],
        );
    }
}
