//! Checks the files of `ladders/` and prints every fault once. The first step of a build and of the
//! tests; independent of pages. With `--advice` it also prints what would make each ladder easier
//! to read; that is never an error.

use std::process::ExitCode;

use ladder_explorer::pack::Pack;

fn main() -> ExitCode {
    let read = |name: &str| {
        std::fs::read(format!("ladders/{name}"))
            .map_err(|error| format!("cannot be read ({error}); run this in the project’s folder"))
    };
    match Pack::read(read) {
        Ok(pack) => {
            if std::env::args().any(|word| word == "--advice") {
                for ladder in pack.ladders.iter().map(|one| &one.ladder) {
                    for advice in ladder.advice() {
                        println!("ladders/{}: {advice}", ladder.id);
                    }
                }
            }
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprintln!("{faults}");
            ExitCode::FAILURE
        }
    }
}
