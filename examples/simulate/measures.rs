//! What is measured of simulated people: how close the estimate, how right the verdict, how steady.
//! Knows true leans and fits; nothing of worlds, targets or pages.

use ladder_explorer::ladder::Side;
use ladder_explorer::quiz::{EARLY_ANSWERS, Fit, Model, Response, Verdict, fit, may_finish_early};

/// Half the width of a 95 % interval in standard errors.
const NINETY_FIVE: f64 = 1.959_963_985;
/// Into how many bins P is sorted to see whether it keeps its word.
pub const BINS: usize = 10;

/// Somebody’s true lean, and what the quiz makes of the answers.
pub struct Scored {
    /// The true lean.
    pub lean: f64,
    /// Whether people work truly energises more than deep and broad work do.
    pub people_leads: bool,
    /// The app’s own reckoning.
    pub fit: Fit,
}

impl Scored {
    fn verdict(&self) -> Verdict {
        Verdict::of(&self.fit)
    }

    /// The verdict by P alone, as if the guard did not exist.
    fn by_p(&self) -> Verdict {
        unguarded(&self.fit)
    }

    fn is_right(&self, track: Side) -> bool {
        (self.lean > 0.0) == (track == Side::Broad)
    }

    fn within(&self, low: f64, high: f64) -> bool {
        (low..=high).contains(&self.lean)
    }
}

fn unguarded(fit: &Fit) -> Verdict {
    Verdict::of(&Fit { lz: None, ..*fit })
}

/// What verdicts random clicking gets.
pub fn clicking(clicked: &[Fit], put: &mut impl FnMut(&str, f64)) {
    let definite = |verdict: Verdict| verdict.side().is_some();
    put(
        "randomDefinite",
        share(clicked, |fit| definite(Verdict::of(fit))),
    );
    put(
        "byP.randomDefinite",
        share(clicked, |fit| definite(unguarded(fit))),
    );
}

/// The chances among which the one was chosen that people work must have to be said to lead.
pub const PEOPLE_CUTS: [f64; 6] = [0.70, 0.75, 0.80, 0.85, 0.90, 0.95];

/// What the hint at people work is worth, at the cut-off of the app and at others.
pub fn people_work(scored: &[Scored], clicked: &[Fit], put: &mut impl FnMut(&str, f64)) {
    let (leading, others): (Vec<&Scored>, Vec<&Scored>) =
        scored.iter().partition(|one| one.people_leads);
    put("people.share", share(scored, |one| one.people_leads));
    let mut at = |name: &str, hint: &dyn Fn(&Fit) -> bool| {
        let hinted: Vec<&Scored> = scored.iter().filter(|one| hint(&one.fit)).collect();
        put(
            &format!("people{name}.falseAlarm"),
            share(&others, |one| hint(&one.fit)),
        );
        put(
            &format!("people{name}.precision"),
            share(&hinted, |one| one.people_leads),
        );
        put(
            &format!("people{name}.found"),
            share(&leading, |one| hint(&one.fit)),
        );
        put(&format!("people{name}.random"), share(clicked, hint));
    };
    at("", &|fit| {
        fit.people.is_some_and(|people| people.clearly_leads())
    });
    for cut in PEOPLE_CUTS {
        at(&format!("{cut}"), &|fit| {
            fit.people.is_some_and(|people| people.leads >= cut)
        });
    }
}

/// How close the estimates come to the truth.
pub fn accuracy(scored: &[Scored], put: &mut impl FnMut(&str, f64)) {
    let error = |s: &Scored| s.fit.lean - s.lean;
    let rmse = mean(scored, |s| error(s).powi(2)).sqrt();
    let se = mean(scored, |s| s.fit.se);
    put("r", correlation(scored, |s| (s.fit.lean, s.lean)));
    put("bias", mean(scored, error));
    put("rmse", rmse);
    put("rmseOverSe", rmse - se);
    put(
        "coverage80",
        share(scored, |s| s.within(s.fit.interval80.0, s.fit.interval80.1)),
    );
    put(
        "coverage95",
        share(scored, |s| {
            let half = NINETY_FIVE * s.fit.se;
            s.within(s.fit.lean - half, s.fit.lean + half)
        }),
    );
    calibration(scored, put);
}

/// What verdicts there are, and how many are right.
pub fn verdicts(scored: &[Scored], put: &mut impl FnMut(&str, f64)) {
    let by_p: Vec<(&Scored, Verdict)> = scored.iter().map(|s| (s, s.by_p())).collect();
    let shown: Vec<(&Scored, Verdict)> = scored.iter().map(|s| (s, s.verdict())).collect();
    let clear = |verdict: &Verdict| matches!(verdict, Verdict::Clear(_));
    let right = |of: &[(&Scored, Verdict)]| {
        let pointing = of.iter().filter_map(|(s, v)| Some((s, v.side()?)));
        let right: Vec<bool> = pointing.map(|(s, track)| s.is_right(track)).collect();
        share(&right, |right| *right)
    };
    let only_clear: Vec<_> = by_p.iter().filter(|(_, v)| clear(v)).copied().collect();
    put(
        "width80",
        mean(scored, |s| s.fit.interval80.1 - s.fit.interval80.0),
    );
    put("byP.definite", share(&by_p, |(_, v)| v.side().is_some()));
    put("byP.definiteRight", right(&by_p));
    put("byP.clear", share(&by_p, |(_, v)| clear(v)));
    put("byP.clearRight", right(&only_clear));
    put("definite", share(&shown, |(_, v)| v.side().is_some()));
    put("definiteRight", right(&shown));
    put("clear", share(&shown, |(_, v)| clear(v)));
    put("withheld", share(&shown, |(_, v)| *v == Verdict::Withheld));
}

/// What a second session of the same people says.
pub fn retest(first: &[Scored], again: &[Fit], put: &mut impl FnMut(&str, f64)) {
    let both: Vec<(&Fit, &Fit)> = first.iter().map(|s| &s.fit).zip(again).collect();
    let by_p = |(a, b): &(&Fit, &Fit)| (unguarded(a).side(), unguarded(b).side());
    put(
        "retestOpposite",
        share(
            &both,
            |pair| matches!(by_p(pair), (Some(a), Some(b)) if a != b),
        ),
    );
    put(
        "retestSame",
        share(&both, |pair| {
            let (a, b) = by_p(pair);
            a == b
        }),
    );
    put(
        "retestSameShown",
        share(&both, |(a, b)| outcome(a) == outcome(b)),
    );
    put("retestR", correlation(&both, |(a, b)| (a.lean, b.lean)));
}

/// Deep, broad, no clear lean, or withheld.
fn outcome(fit: &Fit) -> (Option<Side>, bool) {
    let verdict = Verdict::of(fit);
    (verdict.side(), verdict == Verdict::Withheld)
}

/// When the rule for an early finish is met first, and what the answers left out would have changed.
pub fn early_finish(
    model: &Model,
    people: &[(Vec<Response>, &Scored)],
    put: &mut impl FnMut(&str, f64),
) {
    let offers: Vec<Option<(usize, Fit)>> = people
        .iter()
        .map(|(answers, _)| {
            (EARLY_ANSWERS..answers.len())
                .map(|count| (count, fit(model, &answers[..count])))
                .find(|(_, fit)| may_finish_early(fit))
        })
        .collect();
    let taken: Vec<(usize, Fit, &Scored)> = offers
        .iter()
        .zip(people)
        .filter_map(|(offer, (_, scored))| offer.map(|(count, fit)| (count, fit, *scored)))
        .collect();
    put("early.offered", share(&offers, Option::is_some));
    put("early.answers", mean(&taken, |(count, _, _)| *count as f64));
    put(
        "early.same",
        share(&taken, |(_, early, full)| {
            Verdict::of(early).says_the_same_as(full.verdict())
        }),
    );
    put(
        "early.sameByP",
        share(&taken, |(_, early, full)| {
            unguarded(early).side() == full.by_p().side()
        }),
    );
    put(
        "early.opposite",
        share(&taken, |(_, early, full)| {
            let tracks = (Verdict::of(early).side(), full.verdict().side());
            matches!(tracks, (Some(a), Some(b)) if a != b)
        }),
    );
    let right = |track: Option<Side>, full: &Scored| track.map(|track| full.is_right(track));
    let early: Vec<bool> = taken
        .iter()
        .filter_map(|(_, fit, full)| right(unguarded(fit).side(), full))
        .collect();
    let full: Vec<bool> = taken
        .iter()
        .filter_map(|(_, _, full)| right(full.by_p().side(), full))
        .collect();
    put("early.right", share(&early, |right| *right));
    put("early.rightInFull", share(&full, |right| *right));
}

/// The gap, over ten bins, between P and how often the lean truly was broad; and what P said and
/// what was true in each bin, as a share of everybody.
fn calibration(scored: &[Scored], put: &mut impl FnMut(&str, f64)) {
    let bin = |s: &Scored| ((s.fit.p_broad * BINS as f64) as usize).min(BINS - 1);
    let sum = |at: usize, value: &dyn Fn(&Scored) -> f64| {
        let inside = scored.iter().filter(|s| bin(s) == at);
        inside.map(value).sum::<f64>() / scored.len() as f64
    };
    let mut gaps = 0.0;
    for at in 0..BINS {
        let said = sum(at, &|s| s.fit.p_broad);
        let truly = sum(at, &|s| f64::from(u8::from(s.lean > 0.0)));
        gaps += (said - truly).abs();
        put(&format!("said{at}"), said);
        put(&format!("true{at}"), truly);
    }
    put("calibration", gaps);
}

fn mean<T>(of: &[T], value: impl Fn(&T) -> f64) -> f64 {
    of.iter().map(value).sum::<f64>() / of.len() as f64
}

fn share<T>(of: &[T], holds: impl Fn(&T) -> bool) -> f64 {
    mean(of, |one| f64::from(u8::from(holds(one))))
}

fn correlation<T>(of: &[T], values: impl Fn(&T) -> (f64, f64)) -> f64 {
    let (x, y) = (mean(of, |one| values(one).0), mean(of, |one| values(one).1));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for one in of {
        let (a, b) = values(one);
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
        xy += (a - x) * (b - y);
    }
    xy / (xx * yy).sqrt()
}
