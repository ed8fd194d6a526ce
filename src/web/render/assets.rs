//! What a site needs beside its pages, and what depends on the build of the programs alone: the document
//! around every page, the styles, and the programs, named by content hash. Handles texts and bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::policy::integrity;
use super::text::{compact_html, compact_js, fingerprint, take_all};

/// The script in each page that loads its program, with placeholders for file names.
const LOAD: &str = include_str!("../boot/load.js");
/// The script that starts a page, the same for all, with placeholders for file names.
const START: &str = include_str!("../boot/start.js");
/// The program of pages without one of their own, as the tags of a page know it.
pub(super) const COMMON: &str = "page";
/// The builder, as the worker of the Studio.
const BUILDER: &str = "builder";
/// The programs that Trunk builds beside that of every page.
const BESIDE: [&str; 11] = [
    "data",
    "growth",
    "here",
    "journal",
    "over-time",
    "quiz",
    "results",
    "review",
    "search",
    "studio",
    "workshop",
];

/// The assets of one build. As JSON it is `assets.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Assets {
    /// The document around every page, with placeholders.
    pub(super) document: String,
    /// The styles of all pages, in their order.
    pub(super) styles: String,
    programs: BTreeMap<String, Program>,
    start: BuiltFile,
    vault: BuiltFile,
    /// The names of the files that a site has at its root beside its pages.
    files: Vec<String>,
}

/// A file of a program: its name, and its integrity hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct BuiltFile {
    name: String,
    integrity: String,
}

/// A program for the browser: its JavaScript and its wasm.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Program {
    js: BuiltFile,
    wasm: BuiltFile,
}

impl Assets {
    /// Takes apart what Trunk built: the files of its folder by name. Returns the assets, and the files
    /// that a site has at its root, by name. A program's files are renamed: Trunk's own hashes are from
    /// before the wasm was optimised, and a file name always stands for one content.
    ///
    /// # Errors
    /// If a file or a part of the document is missing.
    pub fn of_build(
        mut built: BTreeMap<String, Vec<u8>>,
    ) -> Result<(Self, BTreeMap<String, Vec<u8>>), String> {
        let document = String::from_utf8(taken(&mut built, "index.html")?)
            .map_err(|_| "index.html is not UTF-8".to_owned())?;
        let (document, styles) = take_all(&document, "<style>", "</style>");
        let (document, scripts) = take_all(
            &compact_html(&document),
            r#"<script type="module">"#,
            "</script>",
        );
        let script = scripts
            .into_iter()
            .find(|script| script.contains("init("))
            .ok_or("Trunk's start script is not in the built index.html; is the rel=\"rust\" link there?")?;
        let (document, _preloads) = take_all(&document, r#"<link rel="modulepreload""#, ">");
        let (document, _preloads) = take_all(&document, r#"<link rel="preload""#, ">");

        // A build for development has none.
        let has_builder = built.contains_key("builder_bg.wasm");
        let mut programs = BTreeMap::new();
        let mut add = |name: &str, js: &str, wasm: &str| {
            programs.insert(
                name.to_owned(),
                Program::renamed(&mut built, js, wasm, name)?,
            );
            Ok::<(), String>(())
        };
        add(COMMON, &quoted(&script, ".js")?, &quoted(&script, ".wasm")?)?;
        for name in BESIDE {
            add(name, &format!("{name}.js"), &format!("{name}_bg.wasm"))?;
        }
        if has_builder {
            add(BUILDER, "builder.js", "builder_bg.wasm")?;
        }
        let vault = taken(&mut built, "vault.js")?;
        let vault = BuiltFile::put(&mut built, "vault", vault);
        let mut start = compact_js(START).replace("{{vault}}", &vault.name);
        for name in ["search", "here"] {
            let Program { js, wasm } = program(&programs, name)?;
            start = start
                .replace(&format!("{{{{{name}_js}}}}"), &js.name)
                .replace(&format!("{{{{{name}_wasm}}}}"), &wasm.name)
                .replace(&format!("{{{{{name}_wasm_integrity}}}}"), &wasm.integrity);
        }
        let start = BuiltFile::put(&mut built, "start", start.into_bytes());
        let assets = Self {
            document,
            styles: styles.concat(),
            programs,
            start,
            vault,
            files: built.keys().cloned().collect(),
        };
        Ok((assets, built))
    }

    /// Reads `assets.json`.
    ///
    /// # Errors
    /// If it was written by another version of the app.
    pub fn parse(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| {
            format!("assets.json is from another build than this program ({error}); take both from one build")
        })
    }

    /// The assets as `assets.json`.
    ///
    /// # Errors
    /// Never in practice: text can always be written.
    pub fn to_json(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| format!("assets.json: {error}"))
    }

    /// The tags that load a program: the checksums of all JavaScript, and the script that loads it.
    /// The browser rejects each file that differs from the built one.
    pub(super) fn tags(&self, name: &str) -> Result<String, String> {
        let Program { js, wasm } = program(&self.programs, name)?;
        let search = program(&self.programs, "search")?;
        let here = program(&self.programs, "here")?;
        let imports: Vec<String> = [&self.start, js, &search.js, &here.js, &self.vault]
            .iter()
            .map(|file| format!(r#""./{}":"{}""#, file.name, file.integrity))
            .collect();
        let imports = format!(r#"{{"integrity":{{{}}}}}"#, imports.join(","));
        let load = compact_js(LOAD)
            .replace("{{start}}", &self.start.name)
            .replace("{{js}}", &js.name)
            .replace("{{wasm}}", &wasm.name)
            .replace("{{wasm_integrity}}", &wasm.integrity);
        Ok(format!(
            r#"<script type="importmap">{imports}</script><script>{load}</script>"#
        ))
    }

    /// The names of the builder’s files, for the Studio: its JavaScript and its wasm.
    pub(super) fn builder(&self) -> Option<(&str, &str)> {
        let Program { js, wasm } = self.programs.get(BUILDER)?;
        Some((&js.name, &wasm.name))
    }

    /// The names of a program's files, for a page that prefetches it.
    pub(super) fn next(&self, name: &str) -> Result<String, String> {
        let Program { js, wasm } = program(&self.programs, name)?;
        Ok(format!(
            r#"<meta name="next-program" content="{} {}">"#,
            js.name, wasm.name
        ))
    }
}

fn program<'a>(programs: &'a BTreeMap<String, Program>, name: &str) -> Result<&'a Program, String> {
    programs
        .get(name)
        .ok_or_else(|| format!("the assets lack the program {name}; build them anew"))
}

fn taken(built: &mut BTreeMap<String, Vec<u8>>, name: &str) -> Result<Vec<u8>, String> {
    built
        .remove(name)
        .ok_or_else(|| format!("{name} is not among the built files"))
}

/// The name of the file with this ending in Trunk's own start script.
fn quoted(script: &str, ending: &str) -> Result<String, String> {
    script
        .split(['\'', '"'])
        .find(|part| part.ends_with(ending) && !part.contains(' '))
        .and_then(|path| path.rsplit('/').next())
        .map(str::to_owned)
        .ok_or_else(|| format!("Trunk's start script names no {ending} file"))
}

impl BuiltFile {
    /// Puts JavaScript among the files, under a name with its hash.
    fn put(built: &mut BTreeMap<String, Vec<u8>>, name: &str, bytes: Vec<u8>) -> Self {
        let file = Self {
            name: format!("{name}-{:016x}.js", fingerprint(&bytes)),
            integrity: integrity(&bytes),
        };
        built.insert(file.name.clone(), bytes);
        file
    }
}

impl Program {
    fn renamed(
        built: &mut BTreeMap<String, Vec<u8>>,
        js: &str,
        wasm: &str,
        name: &str,
    ) -> Result<Self, String> {
        let (js, wasm) = (taken(built, js)?, taken(built, wasm)?);
        let hash = fingerprint(&[js.as_slice(), &wasm].concat());
        let named = Self {
            js: BuiltFile {
                name: format!("{name}-{hash:016x}.js"),
                integrity: integrity(&js),
            },
            wasm: BuiltFile {
                name: format!("{name}-{hash:016x}_bg.wasm"),
                integrity: integrity(&wasm),
            },
        };
        built.insert(named.js.name.clone(), js);
        built.insert(named.wasm.name.clone(), wasm);
        Ok(named)
    }
}
