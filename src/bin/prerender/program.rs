//! The programs for the browser: their files, named by what they hold, and the script that starts one.

use std::fs;
use std::path::Path;

use super::files::write;
use super::text::{compact_js, fingerprint};

/// The script that starts a page, with places for the names of files.
const START: &str = include_str!("../../app/start.js");

/// A program for the browser: its JavaScript and its wasm.
pub struct Program {
    js: String,
    wasm: String,
}

impl Program {
    /// The program that Trunk's own start script names.
    pub fn of_script(script: &str) -> Result<Self, String> {
        let quoted = |ending: &str| {
            script
                .split(['\'', '"'])
                .find(|part| part.ends_with(ending) && !part.contains(' '))
                .and_then(|path| path.rsplit('/').next())
                .map(str::to_owned)
                .ok_or_else(|| format!("Trunk's start script names no {ending} file"))
        };
        Ok(Self {
            js: quoted(".js")?,
            wasm: quoted(".wasm")?,
        })
    }

    /// A program that Trunk built without a hash in its name: it gets one here.
    pub fn beside(staging: &Path, name: &str) -> Result<Self, String> {
        let (js, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        let bytes = fs::read(staging.join(&wasm)).map_err(|error| format!("{wasm}: {error}"))?;
        let hash = fingerprint(&bytes);
        let named = Self {
            js: format!("{name}-{hash:016x}.js"),
            wasm: format!("{name}-{hash:016x}_bg.wasm"),
        };
        for (old, new) in [(&js, &named.js), (&wasm, &named.wasm)] {
            fs::rename(staging.join(old), staging.join(new))
                .map_err(|error| format!("{old}: {error}"))?;
        }
        Ok(named)
    }

    /// Writes the file that starts the program, and gives the tags that load it early.
    pub fn start(&self, search: &Self, staging: &Path) -> Result<String, String> {
        let Self { js, wasm } = self;
        let start = compact_js(START)
            .replace("{{js}}", js)
            .replace("{{wasm}}", wasm)
            .replace("{{search_js}}", &search.js)
            .replace("{{search_wasm}}", &search.wasm);
        let name = format!("start-{:016x}.js", fingerprint(start.as_bytes()));
        write(&staging.join(&name), &start)?;
        Ok(format!(
            r#"<link rel="modulepreload" href="./{js}"><link rel="preload" href="./{wasm}" as="fetch" type="application/wasm" crossorigin><script type="module" src="./{name}"></script>"#
        ))
    }
}
