//! Random small ladders whose cells can be reworded or taken out, and a random number generator with a
//! fixed seed.
#![allow(dead_code)] // each test file uses some of them

use ladder_explorer::growth::Standing;
use ladder_explorer::ladder::Ladder;
use serde_json::{Map, Value, json};

/// A random number generator with a fixed seed and the numbers of Knuth's MMIX.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

pub fn standing(chance: &mut Chance) -> Standing {
    Standing::ALL[chance.below(4)]
}

/// What is written in a cell.
#[derive(Clone)]
enum CellText {
    Own {
        gist: Option<String>,
        text: Option<String>,
        items: Vec<String>,
    },
    As(String),
    Nothing,
}

/// A ladder as its file: levels of two tracks, competencies with a cell at each level.
pub struct LadderText {
    pub id: String,
    pub version: String,
    levels: Vec<(String, Vec<&'static str>, usize)>,
    cells: Vec<Vec<CellText>>,
    weights: Vec<Option<usize>>,
}

fn words(chance: &mut Chance) -> String {
    let all = [
        "name", "risks", "early", "teams", "own", "design", "write", "tests", "ask", "zoë",
    ];
    let count = 2 + chance.below(6);
    let words: Vec<&str> = (0..count).map(|_| all[chance.below(all.len())]).collect();
    format!("{}.", words.join(" "))
}

impl LadderText {
    pub fn any(chance: &mut Chance) -> Self {
        let mut levels = vec![("a1".to_owned(), vec!["deep", "broad"], 1)];
        for height in 2..3 + chance.below(3) {
            levels.push((format!("d{height}"), vec!["deep"], height));
            levels.push((format!("b{height}"), vec!["broad"], height));
        }
        let items = 1 + chance.below(5);
        let cells = (0..items).map(|_| Self::row(chance, &levels)).collect();
        let weights = (0..items).map(|_| Some(chance.below(5)).filter(|one| *one < 4));
        Self {
            id: "some".to_owned(),
            version: "1.0.0".to_owned(),
            weights: weights.collect(),
            levels,
            cells,
        }
    }

    fn row(chance: &mut Chance, levels: &[(String, Vec<&str>, usize)]) -> Vec<CellText> {
        let mut row: Vec<CellText> = Vec::new();
        for _ in levels {
            let owners: Vec<usize> = (0..row.len())
                .filter(|at| matches!(row[*at], CellText::Own { .. }))
                .collect();
            row.push(match chance.below(6) {
                0 => CellText::Nothing,
                1 | 2 if !owners.is_empty() => {
                    let owner = owners[chance.below(owners.len())];
                    CellText::As(levels[owner].0.clone())
                }
                kind => CellText::Own {
                    gist: (kind < 5).then(|| words(chance)),
                    text: (kind > 3).then(|| words(chance)),
                    items: (0..chance.below(3)).map(|_| words(chance)).collect(),
                },
            });
        }
        // A competency that no level says anything of is refused.
        if let Some(first) = row.first_mut() {
            *first = CellText::Own {
                gist: Some(words(chance)),
                text: None,
                items: Vec::new(),
            };
        }
        row
    }

    /// Changes the words of about a third of the cells with a text of their own; returns the ids of
    /// their marks.
    pub fn reword(&mut self, chance: &mut Chance) -> Vec<String> {
        self.change(chance, |chance, cell| {
            if let CellText::Own { gist, text, items } = cell {
                let new = format!("{} anew", words(chance));
                match (gist, text, items.last_mut()) {
                    (_, _, Some(item)) if chance.below(2) == 0 => *item = new,
                    (_, Some(text), _) if chance.below(2) == 0 => *text = new,
                    (Some(gist), _, _) => *gist = new,
                    (None, text, _) => *text = Some(new),
                }
            }
        })
    }

    /// Takes the texts out of about a third of the cells that no other level shares; returns the ids of
    /// their marks.
    pub fn remove(&mut self, chance: &mut Chance) -> Vec<String> {
        let names: Vec<String> = self.levels.iter().map(|level| level.0.clone()).collect();
        let mut gone = Vec::new();
        for (at, row) in self.cells.iter_mut().enumerate() {
            for level in 1..row.len() {
                let is_shared = row
                    .iter()
                    .any(|one| matches!(one, CellText::As(owner) if *owner == names[level]));
                if matches!(row[level], CellText::Own { .. }) && !is_shared && chance.below(3) == 0
                {
                    row[level] = CellText::Nothing;
                    gone.push(format!("{}.c{at}", names[level]));
                }
            }
        }
        gone
    }

    fn change(
        &mut self,
        chance: &mut Chance,
        mut change: impl FnMut(&mut Chance, &mut CellText),
    ) -> Vec<String> {
        let mut changed = Vec::new();
        for (at, row) in self.cells.iter_mut().enumerate() {
            for (level, cell) in self.levels.iter().zip(row) {
                if matches!(cell, CellText::Own { .. }) && chance.below(3) == 0 {
                    change(chance, cell);
                    changed.push(format!("{}.c{at}", level.0));
                }
            }
        }
        changed
    }

    pub fn ladder(&self) -> Ladder {
        let levels: Vec<Value> = self
            .levels
            .iter()
            .map(|(id, tracks, height)| json!({ "id": id, "title": id, "tracks": tracks, "height": height }))
            .collect();
        let competencies: Vec<Value> = self
            .cells
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let cells = self.levels.iter().zip(row);
                let cells: Map<String, Value> = cells.map(|(level, cell)| (level.0.clone(), file(cell))).collect();
                let weight = self.weights[at].map_or(json!({}), |weight| json!({ "deep": weight, "broad": 1 }));
                json!({ "id": format!("c{at}"), "name": format!("C{at}"), "weight": weight, "cells": cells })
            })
            .collect();
        let file = json!({
            "schema": 2, "id": self.id, "version": self.version, "name": "Some", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }, { "id": "broad", "name": "Broad" }],
            "levels": levels, "competencies": competencies,
        });
        Ladder::parse(&file.to_string()).expect("a sound ladder")
    }
}

fn file(cell: &CellText) -> Value {
    match cell {
        CellText::Nothing => json!({ "none": "expected" }),
        CellText::As(owner) => json!({ "as": owner }),
        CellText::Own { gist, text, items } => {
            let mut file = Map::new();
            if let Some(gist) = gist {
                file.insert("gist".to_owned(), json!(gist));
            }
            if let Some(text) = text {
                file.insert("text".to_owned(), json!(text));
            }
            if !items.is_empty() {
                file.insert("items".to_owned(), json!(items));
            }
            Value::Object(file)
        }
    }
}
