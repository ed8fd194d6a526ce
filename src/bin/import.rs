//! Reads a ladder from tables, documents or data of other programs, prints the report, and writes the
//! ladder as JSON. Nothing is written while a question is open, and no file is overwritten, unless told.

use std::path::Path;
use std::process::ExitCode;

use ladder_explorer::guard::escape_hidden;
use ladder_explorer::import::{Choices, Source, read};

const USAGE: &str =
    "import FILE… --out ladders/NAME.json [--choose ID=ANSWER]… [--accept] [--force]

  --choose ID=ANSWER   answers a question; repeat it for each
  --accept             takes the guesses for all questions that are left
  --force              overwrites the file
  --report             prints the report as JSON";

#[derive(Default)]
struct Arguments {
    files: Vec<String>,
    out: Option<String>,
    choices: Choices,
    accept: bool,
    force: bool,
    as_json: bool,
}

fn main() -> ExitCode {
    match arguments(std::env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut words = words;
    let mut all = Arguments::default();
    while let Some(word) = words.next() {
        let mut value = |name: &str| {
            words
                .next()
                .ok_or_else(|| format!("{name} needs a value\n\n{USAGE}"))
        };
        match word.as_str() {
            "--out" => all.out = Some(value("--out")?),
            "--choose" => {
                let pair = value("--choose")?;
                let (id, answer) = pair
                    .split_once('=')
                    .ok_or_else(|| format!("“{pair}” is no answer; write --choose ID=ANSWER"))?;
                all.choices.set(id.trim(), answer.trim());
            }
            "--accept" => all.accept = true,
            "--force" => all.force = true,
            "--report" => all.as_json = true,
            "--help" | "-h" => return Err(USAGE.to_owned()),
            option if option.starts_with("--") => {
                return Err(format!("there is no option {option}\n\n{USAGE}"));
            }
            file => all.files.push(file.to_owned()),
        }
    }
    if all.files.is_empty() {
        return Err(USAGE.to_owned());
    }
    Ok(all)
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let mut files = Vec::new();
    for path in &arguments.files {
        let bytes =
            std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
        let name = Path::new(path).file_name().unwrap_or_default();
        files.push(Source {
            name: name.to_string_lossy().into_owned(),
            bytes,
        });
    }
    let import = read(&files, &arguments.choices).map_err(|refusal| refusal.to_string())?;
    match arguments.as_json {
        true => println!(
            "{}",
            serde_json::to_string_pretty(&import.report).unwrap_or_default()
        ),
        false => print!("{}", import.told()),
    }
    let faults = import.draft.check();
    for fault in &faults {
        println!("to mend: {}", escape_hidden(&fault.to_string()));
    }
    let is_open = !import.report.guessed.is_empty() && !arguments.accept;
    if is_open {
        println!(
            "\nNothing is written yet: answer with --choose ID=ANSWER, or take all guesses with --accept."
        );
        return Ok(ExitCode::FAILURE);
    }
    let Some(out) = &arguments.out else {
        println!("\nNothing is written: name a file with --out.");
        return Ok(ExitCode::SUCCESS);
    };
    if Path::new(out).exists() && !arguments.force {
        return Err(format!(
            "{out} is there already; choose another name, or overwrite it with --force"
        ));
    }
    std::fs::write(out, import.draft.to_json())
        .map_err(|error| format!("{out} cannot be written: {error}"))?;
    println!("\nWritten to {out}. Add it to ladders/site.json to show it.");
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
