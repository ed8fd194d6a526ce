//! Checks the files of `ladders/` and prints every fault once. The first step of a build and of the
//! tests; independent of pages.

use std::process::ExitCode;

use ladder_explorer::pack::Pack;

fn main() -> ExitCode {
    let read = |name: &str| {
        std::fs::read(format!("ladders/{name}"))
            .map_err(|error| format!("cannot be read ({error}); run this in the project’s folder"))
    };
    match Pack::read(read) {
        Ok(_) => ExitCode::SUCCESS,
        Err(faults) => {
            eprintln!("{faults}");
            ExitCode::FAILURE
        }
    }
}
