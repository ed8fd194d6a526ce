//! The programs for the browser: their files, named by content hash, and the scripts that load and
//! start one.

use std::fs;
use std::path::Path;

use super::files::write;
use super::policy::integrity;
use super::text::{compact_js, fingerprint};

/// The script in each page that loads its program, with placeholders for file names.
const LOAD: &str = include_str!("../../web/boot/load.js");
/// The script that starts a page, the same for all, with placeholders for file names.
const START: &str = include_str!("../../web/boot/start.js");

/// A file of a program: its name, and its integrity hash.
pub struct BuiltFile {
    name: String,
    integrity: String,
}

impl BuiltFile {
    /// JavaScript without a hash in its name; this adds one.
    pub fn named(staging: &Path, name: &str) -> Result<Self, String> {
        let old = staging.join(format!("{name}.js"));
        let bytes = fs::read(&old).map_err(|error| format!("{name}.js: {error}"))?;
        let file = Self {
            name: format!("{name}-{:016x}.js", fingerprint(&bytes)),
            integrity: integrity(&bytes),
        };
        fs::rename(old, staging.join(&file.name)).map_err(|error| format!("{name}.js: {error}"))?;
        Ok(file)
    }
}

/// A program for the browser: its JavaScript and its wasm.
pub struct Program {
    js: BuiltFile,
    wasm: BuiltFile,
}

impl Program {
    /// The program named in Trunk's own start script. Trunk's hash is from before the wasm was
    /// optimised, so the file is renamed: a file name always stands for one content.
    pub fn of_script(script: &str, staging: &Path, name: &str) -> Result<Self, String> {
        let quoted = |ending: &str| {
            script
                .split(['\'', '"'])
                .find(|part| part.ends_with(ending) && !part.contains(' '))
                .and_then(|path| path.rsplit('/').next())
                .map(str::to_owned)
                .ok_or_else(|| format!("Trunk's start script names no {ending} file"))
        };
        Self::renamed(staging, &quoted(".js")?, &quoted(".wasm")?, name)
    }

    /// A program that Trunk built without a hash in its name; this adds one.
    pub fn beside(staging: &Path, name: &str) -> Result<Self, String> {
        let (js, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        Self::renamed(staging, &js, &wasm, name)
    }

    fn renamed(staging: &Path, js: &str, wasm: &str, name: &str) -> Result<Self, String> {
        let bytes =
            |file: &str| fs::read(staging.join(file)).map_err(|error| format!("{file}: {error}"));
        let (js_bytes, wasm_bytes) = (bytes(js)?, bytes(wasm)?);
        let hash = fingerprint(&[js_bytes.as_slice(), &wasm_bytes].concat());
        let named = Self {
            js: BuiltFile {
                name: format!("{name}-{hash:016x}.js"),
                integrity: integrity(&js_bytes),
            },
            wasm: BuiltFile {
                name: format!("{name}-{hash:016x}_bg.wasm"),
                integrity: integrity(&wasm_bytes),
            },
        };
        for (old, new) in [(js, &named.js), (wasm, &named.wasm)] {
            fs::rename(staging.join(old), staging.join(&new.name))
                .map_err(|error| format!("{old}: {error}"))?;
        }
        Ok(named)
    }

    /// The names of the program's files, for a page that prefetches it.
    pub fn next(&self) -> String {
        let Self { js, wasm } = self;
        format!(
            r#"<meta name="next-program" content="{} {}">"#,
            js.name, wasm.name
        )
    }

    /// The tags that load the program: the checksums of all JavaScript, and the script that loads it.
    /// The browser rejects each file that differs from the built one.
    pub fn tags(&self, shared: &SharedFiles) -> String {
        let Self { js, wasm } = self;
        let SharedFiles {
            start,
            search,
            here,
            vault,
        } = shared;
        let imports: Vec<String> = [start, js, &search.js, &here.js, vault]
            .iter()
            .map(|file| format!(r#""./{}":"{}""#, file.name, file.integrity))
            .collect();
        let imports = format!(r#"{{"integrity":{{{}}}}}"#, imports.join(","));
        let load = compact_js(LOAD)
            .replace("{{start}}", &start.name)
            .replace("{{js}}", &js.name)
            .replace("{{wasm}}", &wasm.name)
            .replace("{{wasm_integrity}}", &wasm.integrity);
        format!(r#"<script type="importmap">{imports}</script><script>{load}</script>"#)
    }
}

/// The files that every page loads in addition to its own program.
pub struct SharedFiles {
    start: BuiltFile,
    search: Program,
    here: Program,
    vault: BuiltFile,
}

impl SharedFiles {
    /// Renames the search, the program of notes and marks, and the lock, and writes the file that starts
    /// every page.
    pub fn of(staging: &Path) -> Result<Self, String> {
        let search = Program::beside(staging, "search")?;
        let here = Program::beside(staging, "here")?;
        let vault = BuiltFile::named(staging, "vault")?;
        let start = compact_js(START)
            .replace("{{vault}}", &vault.name)
            .replace("{{search_js}}", &search.js.name)
            .replace("{{search_wasm}}", &search.wasm.name)
            .replace("{{search_wasm_integrity}}", &search.wasm.integrity)
            .replace("{{here_js}}", &here.js.name)
            .replace("{{here_wasm}}", &here.wasm.name)
            .replace("{{here_wasm_integrity}}", &here.wasm.integrity);
        write(&staging.join("start.js"), &start)?;
        Ok(Self {
            start: BuiltFile::named(staging, "start")?,
            search,
            here,
            vault,
        })
    }
}
