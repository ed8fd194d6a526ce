//! Times the search: queries typed letter by letter on the default pack, and on ten times as many entries.
//!
//! `search_speed` prints keystrokes and the median, p99 and worst of the time that one takes.

#[path = "../tests/search/entries.rs"]
mod entries;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use ladder_explorer::search::{Entry, Index};

const HITS: usize = 20;

const QUERIES: [&str; 42] = [
    "t6",
    "L7 risk",
    "l 8 strategy",
    "staff engineer",
    "principal",
    "difference between architect and tech lead",
    "risk and alternatives",
    "how do i become a staff engineer",
    "stratgy",
    "archtect",
    "comunication",
    "mentoring juniors",
    "code review",
    "incident response",
    "cross-team dependencies",
    "decision records",
    "organization wide influence",
    "hiring interviews",
    "product manager",
    "customer",
    "prototype",
    "teaching",
    "technical debt migration",
    "t9 reach",
    "L5 writing proposals",
    "l9 portfolio of investments",
    "sponsorship",
    "on-call",
    "who decides the roadmap",
    "hands-on share",
    "reliabilty",
    "framing problems",
    "behavior",
    "delivery under uncertainty",
    "quiz",
    "director",
    "t4 plan rollbacks",
    "governence",
    "standards across teams",
    "kubernetes cluster operator",
    "what does the l6 level expect in communication",
    "the",
];

fn main() -> ExitCode {
    let few = match entries::of_the_default_pack() {
        Ok(entries) => entries,
        Err(fault) => {
            eprintln!("error: {fault}");
            return ExitCode::FAILURE;
        }
    };
    let many: Vec<Entry> = (0..10).flat_map(|copy| again(&few, copy)).collect();
    let base = measure("the default pack", few);
    let large = measure("ten times the entries", many);
    println!(
        "ten times the entries take {:.1} times the median, {:.1} times the worst",
        large.0 / base.0,
        large.1 / base.1
    );
    ExitCode::SUCCESS
}

/// The entries once more, with words of their own: a larger set has a larger vocabulary.
fn again(entries: &[Entry], copy: usize) -> Vec<Entry> {
    let mut again = entries.to_vec();
    if copy > 0 {
        for entry in &mut again {
            let changed = entry.text.split(' ').enumerate().map(|(nth, word)| {
                let own = nth % 4 == copy % 4 && word.len() > 4;
                if own {
                    turned(word, copy)
                } else {
                    word.to_owned()
                }
            });
            entry.text = changed.collect::<Vec<_>>().join(" ");
        }
    }
    again
}

/// A made-up word of the same length.
fn turned(word: &str, by: usize) -> String {
    let letters = word.bytes().map(|letter| match letter {
        b'a'..=b'z' => b'a' + (letter - b'a' + by as u8) % 26,
        b'A'..=b'Z' => b'A' + (letter - b'A' + by as u8) % 26,
        _ => b'x',
    });
    letters.map(char::from).collect()
}

/// Prints the times and returns the median and the worst.
fn measure(what: &str, entries: Vec<Entry>) -> (f64, f64) {
    let count = entries.len();
    let began = Instant::now();
    let index = Index::new("en", entries);
    let load = milliseconds(began);
    let mut times = Vec::new();
    let mut slowest = (0.0, "");
    for query in QUERIES {
        for (at, letter) in query.char_indices() {
            let typed = &query[..at + letter.len_utf8()];
            // The quickest of five: what the machine does besides is not what is measured.
            let time = (0..5).map(|_| {
                let began = Instant::now();
                black_box(index.find(black_box(typed), HITS));
                milliseconds(began)
            });
            let time = time.fold(f64::INFINITY, f64::min);
            if time > slowest.0 {
                slowest = (time, typed);
            }
            times.push(time);
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{what}: {count} entries, {} words, read in {load:.1} ms",
        index.words()
    );
    println!(
        "  {} keystrokes: median {:.3} ms, p99 {:.3} ms, worst {:.3} ms (“{}”)",
        times.len(),
        at(0.5),
        at(0.99),
        slowest.0,
        slowest.1
    );
    (at(0.5), slowest.0)
}

fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
