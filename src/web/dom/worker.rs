//! A worker of this app, asked in JSON with files beside it, and answered in JSON; and the frame that shows
//! what it draws.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Blob, Event, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use crate::web::dom::document::{document, window};

/// A file that a worker made.
#[derive(Clone)]
pub struct Archive(Blob);

impl Archive {
    /// Offers it as a file to save.
    pub fn save(&self, name: &str) {
        if let Ok(address) = Url::create_object_url_with_blob(&self.0) {
            crate::web::dom::download::save_address(name, address);
        }
    }
}

/// A worker. It runs until it is stopped.
#[derive(Clone)]
pub struct Helper {
    worker: Worker,
}

/// Starts the worker at an address. `told` is called with each answer, and with a file if one came along;
/// none if the worker broke.
pub fn start_worker(
    address: &str,
    told: impl Fn(Option<(String, Option<Archive>)>) + Clone + 'static,
) -> Option<Helper> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(address, &options).ok()?;
    let answer = told.clone();
    let answered = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts = js_sys::Array::from(&event.data());
        let file = parts.get(1).dyn_into::<Blob>().ok().map(Archive);
        answer(parts.get(0).as_string().map(|text| (text, file)));
    });
    let broken = Closure::<dyn Fn(Event)>::new(move |_: Event| told(None));
    worker.set_onmessage(Some(answered.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    answered.forget();
    broken.forget();
    Some(Helper { worker })
}

impl Helper {
    /// Asks, with files by their names; whether the question could be sent.
    pub fn ask<'a>(
        &self,
        question: &str,
        files: impl Iterator<Item = (&'a str, &'a [u8])>,
    ) -> bool {
        let buffers = js_sys::Array::new();
        let files: js_sys::Array = files
            .map(|(name, bytes)| {
                let bytes = js_sys::Uint8Array::from(bytes);
                buffers.push(&bytes.buffer());
                js_sys::Array::of2(&JsValue::from_str(name), &bytes)
            })
            .collect();
        let question = js_sys::Array::of2(&JsValue::from_str(question), &files);
        // The bytes are handed over, not copied.
        self.worker
            .post_message_with_transfer(&question, &buffers)
            .is_ok()
    }

    /// Stops it at once, whatever it does.
    pub fn stop(&self) {
        self.worker.terminate();
    }
}

/// Shows a drawn page in the frame of this id; `moved` if it is another one than before.
pub fn show_in_frame(id: &str, html: &str, moved: bool) {
    let page = js_sys::Object::new();
    let set = |name: &str, value: JsValue| {
        // Setting a field of a plain object cannot fail.
        let _set = js_sys::Reflect::set(&page, &JsValue::from_str(name), &value);
    };
    set("html", JsValue::from_str(html));
    set("moved", JsValue::from_bool(moved));
    let send = || {
        let frame = document()?.get_element_by_id(id)?;
        let inside = get(&frame, "contentWindow")?;
        let post = get(&inside, "postMessage")?.dyn_into::<js_sys::Function>();
        // The frame has an origin of its own, which has no name.
        post.ok()?
            .call2(&inside, &page, &JsValue::from_str("*"))
            .ok()
    };
    // Without the frame there is nothing to show it in.
    let _sent = send();
}

/// Calls `react` with each message of the frame of this id: the address of a link that was followed; none
/// once it is ready.
pub fn on_frame(id: &'static str, react: impl Fn(Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let inside = document()
            .and_then(|document| document.get_element_by_id(id))
            .and_then(|frame| get(&frame, "contentWindow"));
        let is_own = inside.is_some_and(|inside| get(&event, "source") == Some(inside));
        if is_own {
            react(get(&event.data(), "go").and_then(|href| href.as_string()));
        }
    });
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("message", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(from, &JsValue::from_str(name)).ok()
}

/// A path from the app’s root, after following a link from a page there; none if it leads out.
pub fn followed(path: &str, href: &str) -> Option<String> {
    let base = format!("https://app.invalid/{path}");
    let url = Url::new_with_base(href, &base).ok()?;
    (url.origin() == "https://app.invalid")
        .then(|| url.pathname().trim_start_matches('/').to_owned())
}
