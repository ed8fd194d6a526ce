//! The browser's functions where there is no browser: the native rendering of pages.
//! Nothing here has an effect.

/// No data: the page is being made.
pub fn page_data() -> Option<String> {
    None
}

/// No time passes while pages are rendered.
pub const fn now() -> f64 {
    0.0
}

/// No chance while pages are rendered, so that two builds are equal.
pub const fn chance() -> f64 {
    0.0
}

/// No link is followed.
pub const fn keep_fragment() {}

/// Nothing is loaded anew.
pub const fn reload() {}

/// No address yet.
pub fn query(_name: &str) -> Option<String> {
    None
}

/// No address yet.
pub const fn set_query(_query: &str, _keep_in_history: bool) {}

/// Nobody goes back.
pub fn on_back(_react: impl Fn() + 'static) {}

/// Nowhere to go.
pub const fn go_instead(_href: &str) {}

/// Nothing is fetched.
pub const fn fetch_ahead(_root: &str) {}

/// No document yet.
pub const fn mark(_name: &str, _value: Option<&str>) {}

/// No document yet.
pub const fn is_marked(_name: &str) -> bool {
    false
}

/// Nobody chooses.
pub fn on_choice(_name: &str, _react: impl Fn(String) + 'static) {}

/// No document yet.
pub const fn choose(_name: &str, _value: &str) {}

/// No document yet.
pub const fn chosen(_name: &str) -> Option<String> {
    None
}

/// No document yet.
pub const fn say(_id: &str, _words: &str) {}

/// No document yet.
pub const fn reveal_link(_id: &str, _words: &str, _href: &str) {}

/// No document yet.
pub const fn focus(_id: &str) {}

/// No document yet.
pub const fn set_title(_title: &str) {}

/// No visitor's calendar.
pub const fn local_date(_milliseconds: f64) -> String {
    String::new()
}

/// Nothing is shown or hidden.
pub const fn reveal(_id: &str, _shown: bool) {}

/// Nothing scrolls.
pub const fn bring_into_view(_id: &str) {}

/// Nothing waits.
pub fn after(_milliseconds: i32, _act: impl FnOnce() + 'static) {}

/// No address yet.
pub const fn fragment() -> Option<String> {
    None
}

/// Nothing changes.
pub fn on_fragment(_react: impl Fn() + 'static) {}

/// No calendar yet.
pub const fn local_day(_milliseconds: f64) -> String {
    String::new()
}

/// Nothing is copied.
pub fn copy(_text: String, _told: impl FnOnce(bool) + 'static) {}

/// Nothing is saved.
pub const fn save_file(_name: &str, _kind: &str, _text: &str) {}

/// Nothing is printed.
pub const fn print() {}

/// No page is open.
pub const fn link_with(_root: &str, _path: &str, _code: &str) -> String {
    String::new()
}

/// No style is in force.
pub const fn token(_name: &str) -> String {
    String::new()
}

/// No host yet.
pub const fn host() -> String {
    String::new()
}

/// Nobody promises.
pub fn is_persistent(_told: impl FnOnce(Option<bool>) + 'static) {}

/// Nobody is asked.
pub fn ask_to_persist(_told: impl FnOnce(bool) + 'static) {}

/// No other tab.
pub fn on_outside_change(_react: impl Fn(Option<String>) + Clone + 'static) {}

/// No file is chosen.
pub fn read_file(
    _id: &str,
    _most: f64,
    _told: impl FnOnce(Result<String, crate::web::dom::FileProblem>) + 'static,
) {
}

/// No field yet.
pub const fn filled(_id: &str) -> Option<String> {
    None
}

/// No field yet.
pub const fn clear_field(_id: &str) {}

/// No visitor's calendar.
pub const fn day_stamp(_milliseconds: f64) -> String {
    String::new()
}

/// Nothing is locked.
pub fn about_lock(
    _what: &str,
    _passphrases: &[&str],
    _told: impl FnOnce(Result<(), String>) + 'static,
) {
}

/// Nothing is locked.
pub const fn lock_state() -> crate::web::dom::LockState {
    crate::web::dom::LockState::Impossible
}

/// Nobody else writes.
pub fn on_old_write(act: fn()) {
    act();
}

/// Nothing is locked.
pub const fn is_waiting(_key: &str) -> bool {
    false
}

/// Nothing is locked.
pub const fn touch_lock() {}

/// Nothing is locked.
pub const fn is_sealing() -> bool {
    false
}

/// Nothing is locked.
pub fn when_sealed(_told: impl FnOnce(Result<(), crate::store::StoreError>) + 'static) {}
