//! Simulates people who answer the quiz, and prints what its verdicts are worth.
//!
//! `simulate [--seed N] [--worlds N] [--respondents N] [--write]`; with `--write` the figures that
//! the app shows go into `ladders/quiz-figures.json`.

#[path = "simulate/mod.rs"]
mod simulate;

use std::fs;
use std::process::ExitCode;

use ladder_explorer::quiz::Quiz;
use simulate::figures::{Estimate, Figures, Plan, SET, each, same_answer_everywhere, simulate};
use simulate::measures::PEOPLE_CUTS;
use simulate::record::{PATH, Record};
use simulate::targets::{ROWS, Target};
use simulate::world::Misfit;

const QUIZ: &str = include_str!("../ladders/quiz.json");

/// What the command line asks for.
struct Options {
    seed: u64,
    worlds: usize,
    respondents: usize,
    write: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let options = options(std::env::args().skip(1))?;
    let quiz = Quiz::parse(QUIZ).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("ladders/quiz.json has faults:\n{}", lines.join("\n"))
    })?;
    let forms: Vec<&str> = quiz.forms.iter().map(|form| form.id.as_str()).collect();
    let plan = |misfit, whole: bool| Plan {
        quiz: &quiz,
        misfit,
        seed: options.seed,
        worlds: options.worlds,
        respondents: options.respondents,
        forms: if whole { &forms } else { &["standard"] },
        stepwise: whole,
    };
    eprintln!("about two minutes on two cores with the numbers that it begins with …");
    let misspecified = simulate(plan(Misfit::MISSPECIFIED, true));
    let specified = simulate(plan(Misfit::NONE, false));
    // These two are only printed.
    let [noisy, social] = [Misfit::NOISY_PAIRS, Misfit::SOCIAL].map(|misfit| {
        simulate(Plan {
            worlds: SET,
            ..plan(misfit, false)
        })
    });
    println!(
        "{} version {}: {} worlds of {} people each, seed {}\n",
        quiz.id, quiz.version, options.worlds, options.respondents, options.seed
    );
    print_table(&misspecified, &specified, &noisy);
    println!(
        "the same answer everywhere: P is off .5 by {:e} at most\n",
        same_answer_everywhere(&quiz)
    );
    print_worst(&misspecified);
    print_people("", &misspecified);
    print_people(", going with broad work", &social);
    print_forms(&quiz, &misspecified);
    if options.write {
        let run = (options.seed, options.worlds, options.respondents);
        let text = Record::of(&quiz, run, &specified, &misspecified).text()?;
        fs::write(PATH, text).map_err(|error| format!("{PATH}: {error}"))?;
        println!("\nwritten to {PATH}");
    }
    Ok(())
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        seed: 1,
        worlds: 100,
        respondents: 4000,
        write: false,
    };
    while let Some(name) = arguments.next() {
        if name == "--write" {
            options.write = true;
            continue;
        }
        let value = arguments.next().and_then(|value| value.parse::<u64>().ok());
        match (name.as_str(), value) {
            ("--seed", Some(value)) => options.seed = value,
            ("--worlds", Some(value)) => options.worlds = value as usize,
            ("--respondents", Some(value)) => options.respondents = value as usize,
            _ => {
                return Err(
                    "usage: simulate [--seed N] [--worlds N] [--respondents N] [--write]"
                        .to_owned(),
                );
            }
        }
    }
    if options.worlds == 0 || !options.worlds.is_multiple_of(SET) || options.respondents < SET {
        return Err(format!(
            "--worlds counts in sets of {SET}; --respondents must be {SET} or more"
        ));
    }
    Ok(options)
}

/// The table of the Standard form. “Sets” is how many sets of ten worlds reach a target by themselves.
fn print_table(misspecified: &[Figures], specified: &[Figures], noisy: &[Figures]) {
    let sets = misspecified.len() / SET;
    println!(
        "{:42} {:>7} {:>8} {:>7} {:>7} {:>8} {:>9} {:>7}",
        "Standard form", "target", "misspec.", "± error", "reached", "sets", "specified", "pairs*"
    );
    for row in &ROWS {
        let estimate = row.estimate(misspecified);
        let (reached, reaching) = match row.target {
            Target::Told => Default::default(),
            target => (
                target.reached(estimate).to_string(),
                format!("{} of {sets}", row.sets_reaching(misspecified)),
            ),
        };
        println!(
            "{:42} {:>7} {:8.4} {:>7} {reached:>7} {reaching:>8} {:9.4} {:7.4}",
            row.measure,
            row.target.to_string(),
            estimate.value,
            estimate
                .error
                .map(|error| format!("{error:.4}"))
                .unwrap_or_default(),
            row.estimate(specified).value,
            row.estimate(noisy).value,
        );
    }
    println!("* misspecified, and the pairs as noisy as the ratings");
}

/// The world that the intervals cover worst, and what is wrong there.
fn print_worst(worlds: &[Figures]) {
    let (covers, bias) = (
        each(worlds, "standard.coverage80"),
        each(worlds, "standard.bias"),
    );
    let both = covers.iter().zip(&bias);
    if let Some((covers, bias)) = both.min_by(|a, b| a.0.total_cmp(b.0)) {
        println!(
            "the worst of all worlds: 80 % intervals cover {covers:.3}; every lean is off by {bias:+.2} on average"
        );
    }
    let square: f64 = bias.iter().map(|b| b * b).sum::<f64>() / bias.len() as f64;
    println!(
        "what a whole world is off by: {:.2} (root mean square over worlds)\n",
        square.sqrt()
    );
}

/// What the hint at people work would be worth at other chances than the one chosen.
fn print_people(world: &str, worlds: &[Figures]) {
    println!(
        "{:47} {:>12} {:>10} {:>7} {:>7}",
        format!("Hint at people work{world}: from"),
        "false alarms",
        "precision",
        "found",
        "random"
    );
    for cut in PEOPLE_CUTS {
        let of =
            |name: &str| Estimate::named(worlds, &format!("standard.people{cut}.{name}")).value;
        println!(
            "{cut:<47} {:12.4} {:10.4} {:7.4} {:7.4}",
            of("falseAlarm"),
            of("precision"),
            of("found"),
            of("random"),
        );
    }
    println!();
}

/// What each form buys, in the misspecified worlds.
fn print_forms(quiz: &Quiz, worlds: &[Figures]) {
    print!("{:52}", "What each form buys (verdicts as shown)");
    for form in &quiz.forms {
        print!(" {:>9}", form.name);
    }
    println!();
    for (measure, name) in [
        ("mean width of the 80 % interval", "width80"),
        ("definite verdicts", "definite"),
        ("… of these with the right sign", "definiteRight"),
        ("clear verdicts", "clear"),
        ("withheld", "withheld"),
        ("random clicking with a definite verdict", "randomDefinite"),
        ("definite by P, without the guard", "byP.definite"),
        ("clear by P, without the guard", "byP.clear"),
        ("early finish: offered", "early.offered"),
        ("… after how many answers, on average", "early.answers"),
        ("… the verdict of the full form", "early.same"),
        ("… the side of the full form, by P alone", "early.sameByP"),
        ("… opposite verdict", "early.opposite"),
        ("… right sign when finished early", "early.right"),
        (
            "… right sign of the same people in the full form",
            "early.rightInFull",
        ),
    ] {
        print!("{measure:52}");
        for form in &quiz.forms {
            match Estimate::named(worlds, &format!("{}.{name}", form.id)).value {
                value if value.is_nan() => print!(" {:>9}", "–"),
                value => print!(" {value:9.4}"),
            }
        }
        println!();
    }
}
