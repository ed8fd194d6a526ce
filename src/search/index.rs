//! The index: every word of the entries once, in order, with its positions; and the search for a query.
//! Independent of the content of entries.

use crate::search::near::{Near, letters};
use crate::search::words::{fold, fold_typed, is_code, is_hyphen, is_joined, is_stop, spans, stem};
use crate::search::{Entry, MarkedPiece, marks};

/// Entries, indexed for searching.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    words: Vec<Word>,
    /// The words' positions by spelling: inserting four bytes is faster than inserting a word.
    sorted: Vec<u32>,
    /// Whether the texts are English: only English words are reduced to their stem.
    english: bool,
}

/// The result of a query.
#[derive(Clone, Debug, Default)]
pub struct SearchResult<'a> {
    /// The hits, best first, up to the limit.
    pub hits: Vec<Hit<'a>>,
    /// The number of hits without the limit.
    pub total: usize,
    /// Whether no entry has all the words; these hits have most of them.
    pub partial: bool,
}

impl SearchResult<'_> {
    /// Whether nothing of the hits that is shown has a word of the query: they were found by words that
    /// are not shown.
    pub fn is_by_other_words(&self) -> bool {
        let shown = |hit: &Hit<'_>| {
            let texts = [&hit.title, &hit.headline, &hit.place, &hit.excerpt];
            texts.into_iter().flatten().any(|piece| piece.found)
        };
        !self.hits.is_empty() && !self.hits.iter().any(shown)
    }
}

/// An entry that was found, with the matching words marked.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// How well it matches; only comparable with other hits of the same query.
    pub score: u32,
    /// The entry's title.
    pub title: Vec<MarkedPiece>,
    /// The entry's headline.
    pub headline: Vec<MarkedPiece>,
    /// The entry's location.
    pub place: Vec<MarkedPiece>,
    /// The part of its text around the matches.
    pub excerpt: Vec<MarkedPiece>,
}

#[derive(Clone, Debug)]
struct Word {
    key: String,
    letters: u32,
    /// The entries with this word, and in which of their [`FIELDS`].
    places: Vec<(u32, u16)>,
}

/// The score of a match in the title, the location, the text, the last part of the address, the headline
/// and the words that are not shown. The second number is for level codes, which identify an entry by its
/// location as much as by its title.
const FIELDS: [(u32, u32); 6] = [(30, 50), (20, 45), (10, 10), (15, 15), (12, 12), (30, 30)];

const EXACT: u32 = 20;
const SAME_STEM: u32 = 19;
const BEGINNING: u32 = 16;
/// Minus the slips counted by [`Near::slips`]. It is so low that a near word in a title ranks below an
/// exact one in a text.
const NEAR: u32 = 7;
/// The fraction of the score for a later part of a compound.
const INNER: (u32, u32) = (3, 5);

const LONGEST_QUERY: usize = 100;
const MOST_WORDS: usize = 12;

/// Which near words count for a word of the query.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// The nearest, and only if nothing matches exactly.
    Nearest,
    /// All.
    Wide,
}

/// The scores after some words of a query.
struct Tally {
    /// For each entry its score and the number of matching words.
    entries: Vec<(u32, usize)>,
    /// For each word of the index whether it matched.
    matched: Vec<bool>,
}

impl Tally {
    fn most(&self) -> usize {
        self.entries
            .iter()
            .map(|(_, words)| *words)
            .max()
            .unwrap_or(0)
    }
}

impl Index {
    /// Indexes the entries once, so that a query is fast. `lang` is the language of their texts (BCP 47).
    pub fn new(lang: &str, entries: Vec<Entry>) -> Self {
        let mut index = Self {
            english: lang == "en" || lang.starts_with("en-"),
            ..Self::default()
        };
        for (number, entry) in (0..).zip(&entries) {
            let address = entry.path.trim_end_matches('/').rsplit(['/', '#']).next();
            let fields = [
                entry.title.as_str(),
                &entry.place,
                &entry.text,
                address.unwrap_or_default(),
                &entry.headline,
                &entry.also,
            ];
            for (field, text) in fields.into_iter().enumerate() {
                for span in spans(text) {
                    let shift = if span.inner { FIELDS.len() } else { 0 };
                    let key = fold(&text[span.start..span.end]);
                    index.add(key, number, 1 << (field + shift));
                }
            }
        }
        index.entries = entries;
        index
    }

    fn add(&mut self, key: String, entry: u32, field: u16) {
        let at = self.position(&key);
        if let Some(word) = self.word_at(at)
            && self.words[word].key == key
        {
            let places = &mut self.words[word].places;
            match places.last_mut() {
                Some((last, fields)) if *last == entry => *fields |= field,
                _ => places.push((entry, field)),
            }
            return;
        }
        self.sorted.insert(at, self.words.len() as u32);
        self.words.push(Word {
            letters: letters(key.chars()),
            key,
            places: vec![(entry, field)],
        });
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of distinct words.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// The entries that match every word of the query, or else the highest number of words matched by
    /// any.
    pub fn find(&self, query: &str, limit: usize) -> SearchResult<'_> {
        let asked = self.asked(query);
        let mut tally = self.tally(&asked, Reach::Nearest);
        let mut most = tally.most();
        if most < asked.len() {
            let wide = self.tally(&asked, Reach::Wide);
            if wide.most() == asked.len() {
                most = asked.len();
                tally = wide;
            }
        }
        if most == 0 {
            return SearchResult::default();
        }
        let (best, total) = self.best(&tally, most, limit);
        let matches = |key: &str| self.word(key).is_some_and(|word| tally.matched[word]);
        let hits = best.into_iter().map(|number| {
            let entry = &self.entries[number];
            Hit {
                entry,
                score: tally.entries[number].0,
                title: marks::whole(&entry.title, &matches),
                headline: marks::whole(&entry.headline, &matches),
                place: marks::whole(&entry.place, &matches),
                excerpt: marks::excerpt(&entry.text, &matches),
            }
        });
        SearchResult {
            hits: hits.collect(),
            total,
            partial: most < asked.len(),
        }
    }

    /// The words to search for, each once. Words like `the` count only if there are no others.
    fn asked(&self, query: &str) -> Vec<String> {
        let end = query.char_indices().nth(LONGEST_QUERY);
        let query = &query[..end.map_or(query.len(), |(at, _)| at)];
        let mut asked: Vec<String> = Vec::new();
        for span in spans(query).into_iter().filter(|span| !span.inner) {
            let word = &query[span.start..span.end];
            let joined = fold_typed(word);
            if word.contains(is_hyphen) && self.matching(&joined).is_empty() {
                asked.extend(word.split(is_hyphen).map(fold_typed));
                continue;
            }
            // A code may be typed with a space: `l 7`.
            let both = asked.last().map(|last| [last, joined.as_str()].concat());
            match (both, asked.last_mut()) {
                (Some(code), Some(last)) if is_code(&code) && self.word(&code).is_some() => {
                    *last = code;
                }
                _ => asked.push(joined),
            }
        }
        let only_stops = asked.iter().all(|word| self.is_stop(word));
        let mut words: Vec<String> = Vec::new();
        for word in asked {
            if words.len() < MOST_WORDS
                && (only_stops || !self.is_stop(&word))
                && !words.contains(&word)
            {
                words.push(word);
            }
        }
        words
    }

    fn tally(&self, asked: &[String], reach: Reach) -> Tally {
        let mut tally = Tally {
            entries: vec![(0, 0); self.entries.len()],
            matched: vec![false; self.words.len()],
        };
        for word in asked {
            let mut matching = self.matching(word);
            if reach == Reach::Wide || matching.is_empty() {
                matching.extend(self.near(word, reach));
            }
            let code = is_code(word);
            let mut best = vec![0; self.entries.len()];
            for (number, quality) in matching {
                tally.matched[number] = true;
                for (entry, fields) in &self.words[number].places {
                    let best = &mut best[*entry as usize];
                    *best = worth(*fields, quality, code && quality == EXACT).max(*best);
                }
            }
            for ((score, words), best) in tally.entries.iter_mut().zip(best) {
                if best > 0 {
                    *score += best;
                    *words += 1;
                }
            }
        }
        tally
    }

    /// The words of the index that match without a slip, and how well. All of them begin with the stem,
    /// so they are adjacent.
    fn matching(&self, asked: &str) -> Vec<(usize, u32)> {
        if is_joined(asked) {
            return self.containing(asked);
        }
        let stem = |word| self.stem(word);
        let stem_asked = stem(asked);
        let first = self.position(stem_asked);
        self.sorted[first..]
            .iter()
            .map(|number| (*number as usize, self.words[*number as usize].key.as_str()))
            .take_while(|(_, key)| key.starts_with(stem_asked))
            .filter_map(|(number, key)| {
                let quality = if key == asked {
                    EXACT
                } else if stem(key) == stem_asked {
                    SAME_STEM
                } else if key.starts_with(asked) {
                    BEGINNING
                } else {
                    return None;
                };
                Some((number, quality))
            })
            .collect()
    }

    fn stem<'a>(&self, word: &'a str) -> &'a str {
        if self.english { stem(word) } else { word }
    }

    /// Whether a word is too common to be searched for if there are others.
    fn is_stop(&self, word: &str) -> bool {
        self.english && is_stop(word)
    }

    /// The words that have this one anywhere, for scripts without spaces.
    fn containing(&self, asked: &str) -> Vec<(usize, u32)> {
        let words = self.words.iter().enumerate();
        words
            .filter(|(_, word)| word.key.contains(asked))
            .map(|(number, word)| {
                let quality = if word.key == asked { EXACT } else { BEGINNING };
                (number, quality)
            })
            .collect()
    }

    fn near(&self, asked: &str, reach: Reach) -> Vec<(usize, u32)> {
        let Some(near) = Near::of(asked) else {
            return Vec::new();
        };
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut fewest = usize::MAX;
        for (number, word) in self.words.iter().enumerate() {
            if let Some(slips) = near.slips(&word.key, word.letters)
                && !self.is_stop(&word.key)
            {
                fewest = fewest.min(slips / 2);
                found.push((number, slips));
            }
        }
        found
            .into_iter()
            .filter(|(_, slips)| reach == Reach::Wide || slips / 2 == fewest)
            .map(|(number, slips)| (number, NEAR - slips as u32))
            .collect()
    }

    /// The best entries of those with `most` words, and the number of these. Insertion keeps sorting
    /// code out of the browser's program.
    fn best(&self, tally: &Tally, most: usize, limit: usize) -> (Vec<usize>, usize) {
        let order = |number: usize| {
            let entry = &self.entries[number];
            let score = u32::MAX - tally.entries[number].0;
            (score, entry.kind, entry.title.len())
        };
        let mut best: Vec<usize> = Vec::new();
        let mut total = 0;
        for (number, (_, words)) in tally.entries.iter().enumerate() {
            if *words < most {
                continue;
            }
            total += 1;
            let own = order(number);
            let at = best.partition_point(|other| order(*other) <= own);
            if at < limit {
                best.truncate(limit - 1);
                best.insert(at, number);
            }
        }
        (best, total)
    }

    /// The position of a word in the order, whether it exists or not.
    fn position(&self, key: &str) -> usize {
        self.sorted
            .partition_point(|number| self.words[*number as usize].key.as_str() < key)
    }

    fn word_at(&self, position: usize) -> Option<usize> {
        self.sorted.get(position).map(|number| *number as usize)
    }

    fn word(&self, key: &str) -> Option<usize> {
        self.word_at(self.position(key))
            .filter(|word| self.words[*word].key == key)
    }
}

/// The score of a word in these fields: the best of them counts.
fn worth(fields: u16, quality: u32, code: bool) -> u32 {
    let mut best = 0;
    for (field, (plain, for_code)) in FIELDS.into_iter().enumerate() {
        let weight = if code { for_code } else { plain };
        if fields >> field & 1 == 1 {
            best = best.max(weight * quality);
        } else if fields >> (field + FIELDS.len()) & 1 == 1 {
            best = best.max(weight * quality * INNER.0 / INNER.1);
        }
    }
    best
}
