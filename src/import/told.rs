//! What an import says of itself, as text for a command line.

use std::fmt::Write;

use super::{Import, Offer};

impl Import {
    /// What was read, what was not, and each question with the answer that was taken.
    pub fn told(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _written = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let (draft, report) = (&self.draft, &self.report);
        let read = &report.read;
        writeln!(
            out,
            "“{}”: {} tracks, {} levels, {} competencies, {} cells with {} statements and {} examples",
            draft.name,
            draft.tracks.len(),
            read.levels,
            read.competencies,
            read.cells,
            read.items,
            read.examples
        )?;
        for track in &draft.tracks {
            let levels = draft.levels.iter();
            let levels = levels.filter(|level| level.tracks.contains(&track.id));
            let levels = levels.map(|level| match level.height {
                Some(height) => format!("{} ({height})", level.id),
                None => level.id.clone(),
            });
            let levels: Vec<String> = levels.collect();
            writeln!(out, "  {}: {}", track.id, levels.join(", "))?;
        }
        if !report.dropped.is_empty() {
            writeln!(out, "\nNot read, or not as it was:")?;
        }
        for one in &report.dropped {
            writeln!(out, "  {}: “{}”: {}", one.place, one.text, one.why)?;
        }
        if !report.guessed.is_empty() {
            writeln!(out, "\nTo be confirmed:")?;
        }
        for guess in &report.guessed {
            writeln!(
                out,
                "  {} = {}\n      {}",
                guess.id, guess.answer, guess.question
            )?;
            for Offer { id, words } in &guess.options {
                writeln!(out, "      {id}: {words}")?;
            }
            if !guess.also.is_empty() {
                writeln!(out, "      or {}", guess.also)?;
            }
        }
        Ok(())
    }
}
