//! The builder for hosts without Rust: checks what someone brings, and makes the files of a site from it.
//! Runs in Node and in a worker of a browser; `builder/` has its command line. Natively it does nothing.

#[cfg(target_arch = "wasm32")]
mod exports {
    use js_sys::{Array, Function, JsString, Uint8Array};
    use serde::{Deserialize, Serialize};
    use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

    use ladder_explorer::import::{self, Report, Source};
    use ladder_explorer::ladder::Fault;
    use ladder_explorer::pack::{FileFaults, Pack, Wishes};
    use ladder_explorer::web::render::{Assets, Host, one_page, render};
    use ladder_explorer::web::site::Site;

    /// What a host wants beside the files: `{"id", "name", "url", "pictures"}`; each may be left out.
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Options {
        #[serde(flatten)]
        wishes: Wishes,
        url: Option<String>,
        pictures: bool,
    }

    /// What was read of a ladder.
    #[derive(Serialize)]
    struct Read {
        id: String,
        name: String,
        tracks: usize,
        levels: usize,
        competencies: usize,
        advice: Vec<Fault>,
    }

    /// What became of files of other kinds.
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Brought {
        Fine {
            ladder: String,
            told: String,
            report: Report,
            faults: Vec<Fault>,
        },
        Refused {
            refused: Vec<String>,
        },
    }

    /// The answer to a host, as JSON.
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Told {
        Fine {
            ladders: Vec<Read>,
            #[serde(skip_serializing_if = "Option::is_none")]
            pages: Option<usize>,
        },
        Faults(FileFaults),
        Page {
            #[serde(skip_serializing_if = "Option::is_none")]
            html: Option<String>,
            pages: usize,
        },
    }

    /// Checks files, an array of `[name, bytes]`. Returns JSON: `{"ladders": […]}` with advice for each,
    /// or `{"file", "faults": [{"place", "problem"}]}`.
    #[wasm_bindgen]
    pub fn check(files: Array, options: &str) -> Result<String, JsValue> {
        let options = read(options)?;
        answer(&match brought(&files, &options) {
            Ok(pack) => fine(&pack, None),
            Err(faults) => Told::Faults(faults),
        })
    }

    /// Makes a site from files as `check` takes them, and calls `on_file(path, text)` for each of its
    /// files but those of `assets`, the text of `assets.json`. Returns what `check` does, with the number
    /// of pages. Throws what `on_file` throws.
    #[wasm_bindgen]
    pub fn build(
        files: Array,
        assets: &str,
        options: &str,
        on_file: &Function,
    ) -> Result<String, JsValue> {
        let options = read(options)?;
        let pack = match brought(&files, &options) {
            Ok(pack) => pack,
            Err(faults) => return answer(&Told::Faults(faults)),
        };
        let url = options.url.or_else(|| pack.site.url.clone());
        let host = Host::new(url.as_deref(), options.pictures).map_err(thrown)?;
        let assets = Assets::parse(assets).map_err(thrown)?;
        let mut told = fine(&pack, None);
        let site = Site::of(pack).map_err(|faults| thrown(faults.to_string()))?;
        let mut failure = None;
        let count = render(site, &assets, &host, |path, text| {
            on_file
                .call2(&JsValue::NULL, &path.into(), &text.into())
                .map(|_| ())
                .map_err(|error| {
                    failure = Some(error);
                    String::new()
                })
        });
        let count = count.map_err(|problem| failure.unwrap_or_else(|| thrown(problem)))?;
        if let Told::Fine { pages, .. } = &mut told {
            *pages = Some(count);
        }
        answer(&told)
    }

    /// Reads a ladder from files of other kinds: tables, documents, data of other tools. `choices` is JSON
    /// with answers by the ids of questions. Returns JSON: `{"ladder", "told", "report", "faults"}` with the
    /// ladder’s own file, what was read and which questions are open, as a text and as data, and what needs
    /// a change; or `{"refused"}` with sentences.
    #[wasm_bindgen]
    pub fn bring(files: Array, choices: &str) -> Result<String, JsValue> {
        let choices = serde_json::from_str(choices)
            .map_err(|error| thrown(format!("the answers: {error}")))?;
        let sources: Vec<Source> = named(&files)
            .into_iter()
            .map(|(name, bytes)| Source { name, bytes })
            .collect();
        answer(&match import::read(&sources, &choices) {
            Ok(import) => Brought::Fine {
                told: import.told(),
                faults: import.draft.check(),
                ladder: import.draft.to_json(),
                report: import.report,
            },
            Err(refusal) => Brought::Refused {
                refused: refusal.sentences,
            },
        })
    }

    /// Draws one page of a site from files as `check` takes them, by its path, such as `levels/e4/`. Returns
    /// JSON: `{"html", "pages"}` with the number of pages that the site has, without `html` if it has no
    /// such page, or what `check` returns for a file that needs a change.
    #[wasm_bindgen]
    pub fn page(files: Array, assets: &str, options: &str, path: &str) -> Result<String, JsValue> {
        let options = read(options)?;
        let pack = match brought(&files, &options) {
            Ok(pack) => pack,
            Err(faults) => return answer(&Told::Faults(faults)),
        };
        let host = Host::new(None, false).map_err(thrown)?;
        let assets = Assets::parse(assets).map_err(thrown)?;
        let site = Site::of(pack).map_err(|faults| thrown(faults.to_string()))?;
        answer(&Told::Page {
            html: one_page(site, &assets, &host, path).map_err(thrown)?,
            pages: site
                .each()
                .into_iter()
                .map(|site| site.routes().len())
                .sum(),
        })
    }

    fn read(options: &str) -> Result<Options, JsValue> {
        serde_json::from_str(options).map_err(|error| thrown(format!("the options: {error}")))
    }

    fn named(files: &Array) -> Vec<(String, Vec<u8>)> {
        files
            .iter()
            .filter_map(|file| {
                let file = file.dyn_into::<Array>().ok()?;
                let name = file.get(0).dyn_into::<JsString>().ok()?;
                let bytes = file.get(1).dyn_into::<Uint8Array>().ok()?;
                Some((name.into(), bytes.to_vec()))
            })
            .collect()
    }

    fn brought(files: &Array, options: &Options) -> Result<Pack, FileFaults> {
        Pack::brought(&named(files), &options.wishes)
    }

    fn fine(pack: &Pack, pages: Option<usize>) -> Told {
        let ladders = pack.ladders.iter().map(|one| Read {
            id: one.ladder.id.clone(),
            name: one.ladder.name.clone(),
            tracks: one.ladder.tracks.len(),
            levels: one.ladder.levels.len(),
            competencies: one.ladder.competencies.len(),
            advice: one.ladder.advice(),
        });
        Told::Fine {
            ladders: ladders.collect(),
            pages,
        }
    }

    fn answer(told: &impl Serialize) -> Result<String, JsValue> {
        serde_json::to_string(told).map_err(|error| thrown(error.to_string()))
    }

    fn thrown(problem: String) -> JsValue {
        js_sys::Error::new(&problem).into()
    }
}

fn main() {}
