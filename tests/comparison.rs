//! Tests of comparing, parting and carrying over, for every pair of levels of the pack.
//! Uses no page.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test that cannot go on should stop and say where; these numbers are exact"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ladder_explorer::ladder::{
    CarryOver, Cell, ClauseCounts, ComparedLine, Comparison, Ladder, Level, Relation, Shift,
    carry_over, clauses, compare, divergences, divergences_by_weight, let_go, take_on,
};

static LADDER: LazyLock<Ladder> = LazyLock::new(|| {
    Ladder::parse(include_str!("../ladders/technical-leadership.json")).expect("the pack is sound")
});

fn code(text: &str) -> &'static Level {
    LADDER.level(text).unwrap_or_else(|| panic!("{text}"))
}

/// The level that is beside this one on the other track.
fn twin(level: &Level) -> Option<&'static Level> {
    LADDER.twins(level).first().copied()
}

/// Whether what the one of two levels asks is asked at the other as well.
fn includes(relation: Relation) -> bool {
    relation == Relation::Same || (LADDER.adds && relation.is_up())
}

fn pairs() -> impl Iterator<Item = (&'static Level, &'static Level)> {
    let levels = &LADDER.levels;
    levels
        .iter()
        .flat_map(|from| levels.iter().map(move |to| (from, to)))
}

static COMPARISONS: LazyLock<Vec<Comparison<'static>>> =
    LazyLock::new(|| pairs().map(|(a, b)| compare(&LADDER, a, b)).collect());

static SWITCHES: LazyLock<Vec<CarryOver<'static>>> =
    LazyLock::new(|| pairs().map(|(a, b)| carry_over(&LADDER, a, b)).collect());

fn comparisons() -> impl Iterator<Item = &'static Comparison<'static>> {
    COMPARISONS.iter()
}

fn back(forth: &Comparison) -> &'static Comparison<'static> {
    let mut all = comparisons();
    all.find(|other| (other.from, other.to) == (forth.to, forth.from))
        .unwrap()
}

fn entries(asked: &[Shift]) -> Vec<String> {
    let told = |a: &Shift| {
        let id = &a.competency.id;
        format!("{id} {} {:?} {} {}", a.text, a.clauses, a.weight, a.amount)
    };
    asked.iter().map(told).collect()
}

fn ids(comparison: &Comparison) -> Vec<String> {
    let rows = comparison.rows.iter();
    rows.map(|row| row.competency.id.clone()).collect()
}

fn texts(
    comparison: &Comparison,
    pick: impl Fn(&ComparedLine) -> Option<String>,
) -> BTreeSet<String> {
    let lines = comparison.rows.iter().flat_map(|row| &row.lines);
    lines.filter_map(pick).collect()
}

fn carried(carry: &CarryOver) -> Vec<String> {
    let all = carry.gaps.iter().chain(&carry.counts);
    all.map(|c| c.competency.id.clone()).collect()
}

// Clauses ---------------------------------------------------------------------------------------

#[test]
fn the_clauses_of_every_text_joined_are_the_text() {
    for item in &LADDER.competencies {
        for cell in &item.cells {
            let Cell::Expects(cell) = cell else { continue };
            for text in [&cell.gist, &cell.text].into_iter().flatten() {
                assert_eq!(clauses(text).join(" "), *text);
            }
        }
    }
}

// Comparing -------------------------------------------------------------------------------------

#[test]
fn every_comparison_has_a_row_for_each_competency_in_the_packs_order() {
    let expected: Vec<String> = LADDER.competencies.iter().map(|c| c.id.clone()).collect();
    for comparison in comparisons() {
        assert_eq!(ids(comparison), expected);
    }
}

#[test]
fn from_the_other_end_new_and_gone_change_places_and_nothing_else_does() {
    for forth in comparisons() {
        let back = back(forth);
        assert_eq!(back.relation, forth.relation.reversed());
        let new = |c: &Comparison| {
            texts(c, |line| match line {
                ComparedLine::New(clause) => Some(clause.text.to_owned()),
                _ => None,
            })
        };
        let gone = |c: &Comparison| {
            texts(c, |line| match line {
                ComparedLine::Gone(clause) => Some(clause.text.to_owned()),
                _ => None,
            })
        };
        let same = |c: &Comparison, swap: bool| {
            texts(c, |line| match line {
                ComparedLine::Same { from, to } if swap => {
                    Some(format!("{}|{}", to.text, from.text))
                }
                ComparedLine::Same { from, to } => Some(format!("{}|{}", from.text, to.text)),
                _ => None,
            })
        };
        assert_eq!(new(forth), gone(back));
        assert_eq!(gone(forth), new(back));
        assert_eq!(same(forth, false), same(back, true));
        for (there, here) in forth.rows.iter().zip(&back.rows) {
            assert_eq!(there.amount, here.amount, "{}", there.competency.id);
            assert_eq!(there.from_gist, here.to_gist);
            assert_eq!(there.counts().same, here.counts().same);
        }
    }
}

#[test]
fn amounts_run_from_zero_to_one_and_zero_is_kept_for_one_and_the_same_text() {
    for comparison in comparisons() {
        for row in &comparison.rows {
            let text = |level: &Level| {
                let cell = row.competency.at(level).unwrap();
                (cell.gist.clone(), cell.text.clone())
            };
            assert!((0.0..=1.0).contains(&row.amount), "{}", row.amount);
            assert_eq!(
                row.amount == 0.0,
                text(comparison.from) == text(comparison.to),
                "{} {} {}",
                comparison.from.id,
                comparison.to.id,
                row.competency.id
            );
        }
    }
}

#[test]
fn a_level_beside_itself_has_nothing_new_and_nothing_gone() {
    for level in &LADDER.levels {
        let comparison = compare(&LADDER, level, level);
        let counts = comparison.counts();
        assert_eq!(comparison.relation, Relation::Same);
        assert_eq!((counts.new, counts.gone), (0, 0));
        for row in &comparison.rows {
            for line in &row.lines {
                assert!(matches!(line, ComparedLine::Same { from, to } if from == to));
            }
        }
    }
}

#[test]
fn no_clause_of_either_level_is_lost_or_told_twice() {
    for comparison in comparisons() {
        for row in &comparison.rows {
            let written = |level: &Level| -> Vec<&str> {
                let cell = row.competency.at(level).unwrap();
                let texts = [&cell.gist, &cell.text].into_iter().flatten();
                texts.flat_map(|text| clauses(text)).collect()
            };
            let to: Vec<&str> = row
                .lines
                .iter()
                .filter_map(|line| match line {
                    ComparedLine::Same { to, .. } | ComparedLine::New(to) => Some(to.text),
                    ComparedLine::Gone(_) => None,
                })
                .collect();
            let mut from: Vec<&str> = row
                .lines
                .iter()
                .filter_map(|line| match line {
                    ComparedLine::Same { from, .. } | ComparedLine::Gone(from) => Some(from.text),
                    ComparedLine::New(_) => None,
                })
                .collect();
            let mut origin = written(comparison.from);
            from.sort_unstable();
            origin.sort_unstable();
            assert_eq!(
                to,
                written(comparison.to),
                "the destination's, in its order"
            );
            assert_eq!(from, origin);
        }
    }
}

#[test]
fn the_largest_step_comes_first_and_no_row_is_lost() {
    for comparison in comparisons() {
        let sorted = comparison.by_size();
        assert!(sorted.is_sorted_by(|a, b| (a.size, a.amount) >= (b.size, b.amount)));
        let found: BTreeSet<String> = sorted.iter().map(|r| r.competency.id.clone()).collect();
        assert_eq!(found, ids(comparison).into_iter().collect());
        let counts = comparison.counts();
        let lines: usize = comparison.rows.iter().map(|row| row.lines.len()).sum();
        assert_eq!(counts.same + counts.new + counts.gone, lines);
    }
}

#[test]
fn comparing_twice_gives_the_same() {
    for comparison in comparisons() {
        let again = compare(&LADDER, comparison.from, comparison.to);
        for (row, other) in comparison.rows.iter().zip(&again.rows) {
            assert_eq!(row.lines, other.lines);
            assert_eq!(row.amount, other.amount);
        }
    }
}

/// The basis for the threshold: see `ALIKE` in the module.
#[test]
fn the_clauses_that_twins_were_written_to_share_are_found_and_no_others() {
    let same = |from: &str, to: &str| compare(&LADDER, code(from), code(to)).counts().same;
    assert!(same("T5", "L5") >= 40);
    assert!(same("T6", "L6") >= 40);
    for comparison in comparisons() {
        let (from, to) = (comparison.from, comparison.to);
        let written_together = twin(from) == Some(to) && from.rung <= LADDER.fork();
        if from != to && !written_together {
            // Two clauses of depth are in nearly the same words at rungs 5 and 6.
            assert!(comparison.counts().same <= 2, "{} {}", from.id, to.id);
        }
    }
}

// Taking on and letting go ----------------------------------------------------------------------

#[test]
fn what_one_way_takes_on_the_other_way_lets_go() {
    for forth in comparisons() {
        let back = back(forth);
        assert_eq!(
            entries(&take_on(&LADDER, forth)),
            entries(&let_go(&LADDER, back))
        );
    }
}

#[test]
fn nothing_is_let_go_on_the_way_up_and_nothing_taken_on_on_the_way_down() {
    for comparison in comparisons() {
        match comparison.relation {
            Relation::Up { .. } => {
                assert!(let_go(&LADDER, comparison).is_empty());
                assert!(!take_on(&LADDER, comparison).is_empty());
            }
            Relation::Down { .. } => {
                assert!(take_on(&LADDER, comparison).is_empty());
                assert!(!let_go(&LADDER, comparison).is_empty());
            }
            Relation::Same => {
                assert!(take_on(&LADDER, comparison).is_empty());
                assert!(let_go(&LADDER, comparison).is_empty());
            }
            _ => {
                assert!(!take_on(&LADDER, comparison).is_empty());
                assert!(!let_go(&LADDER, comparison).is_empty());
            }
        }
    }
}

#[test]
fn what_weighs_more_and_changes_more_comes_first() {
    for comparison in comparisons() {
        for entries in [take_on(&LADDER, comparison), let_go(&LADDER, comparison)] {
            assert!(entries.is_sorted_by(|a, b| {
                f64::from(a.weight) * a.amount >= f64::from(b.weight) * b.amount
            }));
        }
    }
    let switch = compare(&LADDER, code("T7"), code("L7"));
    assert!(
        take_on(&LADDER, &switch)
            .iter()
            .take(4)
            .all(|asked| asked.weight == 3)
    );
    assert!(
        let_go(&LADDER, &switch)
            .iter()
            .take(4)
            .all(|asked| asked.weight == 3)
    );
}

#[test]
fn every_new_clause_is_taken_on_once() {
    for comparison in comparisons() {
        let ClauseCounts { new, .. } = comparison.counts();
        let taken: usize = take_on(&LADDER, comparison)
            .iter()
            .map(|a| a.clauses.len())
            .sum();
        if !includes(comparison.relation.reversed()) {
            assert_eq!(taken, new);
        }
    }
}

// Parting ---------------------------------------------------------------------------------------

#[test]
fn twins_stand_closer_at_rungs_five_and_six_than_above() {
    let all = divergences(&LADDER, LADDER.pair().unwrap());
    let mean = |k: usize| all.iter().map(|p| p.by_rung[k].1).sum::<f64>() / all.len() as f64;
    assert!(mean(0) < mean(1));
    for above in 2..5 {
        assert!(mean(1) < mean(above));
    }
}

#[test]
fn each_distance_is_the_amount_of_the_twins_comparison() {
    for parting in divergences(&LADDER, LADDER.pair().unwrap()) {
        assert_eq!(parting.by_rung.len(), 5);
        for (rung, distance) in &parting.by_rung {
            let row = compare(
                &LADDER,
                code(&format!("T{rung}")),
                code(&format!("L{rung}")),
            );
            let id = &parting.competency.id;
            let row = row.rows.iter().find(|r| r.competency.id == *id).unwrap();
            assert_eq!(row.amount, *distance);
        }
    }
}

#[test]
fn both_orders_of_parting_hold_every_competency_and_what_they_promise() {
    let (words, weights) = (
        divergences(&LADDER, LADDER.pair().unwrap()),
        divergences_by_weight(&LADDER, LADDER.pair().unwrap()),
    );
    assert_eq!(words.len(), LADDER.competencies.len());
    assert_eq!(weights.len(), words.len());
    assert!(words.is_sorted_by(|a, b| a.mean >= b.mean));
    assert!(weights.is_sorted_by(|a, b| { (b.weight_gap(), b.mean) <= (a.weight_gap(), a.mean) }));
}

// Carrying over ---------------------------------------------------------------------------------

#[test]
fn staying_opens_no_gap_and_needs_nothing() {
    for level in &LADDER.levels {
        let carry = carry_over(&LADDER, level, level);
        assert!(carry.gaps.is_empty());
        assert!(carry.counts.iter().all(|c| c.held == 1.0 && c.need == 0.0));
    }
}

#[test]
fn going_down_ones_own_path_opens_no_gap() {
    for carry in SWITCHES.iter() {
        let (from, to) = (carry.from, carry.to);
        if matches!(LADDER.relation(from, to), Relation::Down { .. }) {
            assert!(carry.gaps.is_empty(), "{} {}", from.id, to.id);
        }
    }
}

#[test]
fn every_competency_counts_or_is_one_of_at_most_four_gaps() {
    let expected: BTreeSet<String> = LADDER.competencies.iter().map(|c| c.id.clone()).collect();
    for carry in SWITCHES.iter() {
        assert!(carry.gaps.is_sorted_by(|a, b| a.need >= b.need));
        assert!(carry.gaps.len() <= 4, "{} {}", carry.from.id, carry.to.id);
        let found = carried(carry);
        assert_eq!(found.len(), expected.len());
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn held_and_need_run_from_zero_to_one_and_evidence_is_short() {
    for carry in SWITCHES.iter() {
        for carried in carry.gaps.iter().chain(&carry.counts) {
            assert!((0.0..=1.0).contains(&carried.held), "{}", carried.held);
            assert!((0.0..=1.0).contains(&carried.need), "{}", carried.need);
            assert!((1..=2).contains(&carried.evidence.len()));
            assert!(!carried.gist.is_empty());
        }
    }
}

#[test]
fn a_gap_shows_the_new_tracks_evidence_and_what_counts_the_old_ones() {
    let carry = carry_over(&LADDER, code("T7"), code("L7"));
    assert!(!carry.gaps.is_empty());
    for gap in &carry.gaps {
        assert_eq!(gap.evidence[0], gap.competency.evidence_on[1][0]);
    }
    for counts in &carry.counts {
        assert_eq!(counts.evidence[0], counts.competency.evidence_on[0][0]);
    }
}

#[test]
fn a_switch_opens_gaps_only_above_the_fork_and_where_the_new_track_weighs_more() {
    for from in &LADDER.levels {
        let Some(to) = twin(from) else { continue };
        let gaps = carry_over(&LADDER, from, to).gaps;
        // Up to the fork the authors see the same or another emphasis.
        let expected = if from.rung <= LADDER.fork() {
            0..=0
        } else {
            2..=4
        };
        assert!(expected.contains(&gaps.len()), "{} {}", from.id, to.id);
        for gap in gaps {
            let weight = |level: &Level| gap.competency.weight(level.track().unwrap()).unwrap();
            assert!(
                weight(to) > weight(from),
                "{} {}: {}",
                from.id,
                to.id,
                gap.competency.id
            );
        }
    }
}

#[test]
fn the_higher_the_switch_the_less_is_held() {
    let held = |rung: u8| {
        let carry = carry_over(
            &LADDER,
            code(&format!("T{rung}")),
            code(&format!("L{rung}")),
        );
        let all = carry.gaps.iter().chain(&carry.counts);
        all.map(|c| c.held).sum::<f64>()
    };
    for rung in 5..9 {
        assert!(held(rung) > held(rung + 1), "rung {rung}");
    }
}

#[test]
fn carrying_over_twice_gives_the_same() {
    let told = |carry: &CarryOver| -> Vec<String> {
        let all = carry.gaps.iter().chain(&carry.counts);
        all.map(|c| format!("{} {} {} {:?}", c.competency.id, c.held, c.need, c.evidence))
            .collect()
    };
    for switch in SWITCHES.iter() {
        let again = carry_over(&LADDER, switch.from, switch.to);
        assert_eq!(told(switch), told(&again));
        assert_eq!(switch.gaps.len(), again.gaps.len());
    }
}
