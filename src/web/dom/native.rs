//! Native stubs of the browser's functions, for rendering pages. Except for `on_old_write`, which
//! calls `act` once, they do nothing.

/// Natively a page has no data yet.
pub fn page_data() -> Option<String> {
    None
}

/// Always 0 natively.
pub const fn now() -> f64 {
    0.0
}

/// Always 0 natively, so that two builds are equal.
pub const fn chance() -> f64 {
    0.0
}

/// Does nothing natively.
pub const fn keep_fragment() {}

/// Does nothing natively.
pub const fn reload() {}

/// Natively there is no address.
pub fn query(_name: &str) -> Option<String> {
    None
}

/// Does nothing natively.
pub const fn set_query(_query: &str, _keep_in_history: bool) {}

/// Does nothing natively.
pub fn on_back(_react: impl Fn() + 'static) {}

/// Does nothing natively.
pub const fn go_instead(_href: &str) {}

/// Does nothing natively.
pub const fn fetch_ahead(_root: &str) {}

/// Does nothing natively.
pub const fn mark(_name: &str, _value: Option<&str>) {}

/// Always false natively.
pub const fn is_marked(_name: &str) -> bool {
    false
}

/// Does nothing natively.
pub fn on_choice(_name: &str, _react: impl Fn(String) + 'static) {}

/// Does nothing natively.
pub const fn choose(_name: &str, _value: &str) {}

/// Natively there is no document.
pub const fn chosen(_name: &str) -> Option<String> {
    None
}

/// Does nothing natively.
pub const fn say(_id: &str, _words: &str) {}

/// Does nothing natively.
pub const fn reveal_link(_id: &str, _words: &str, _href: &str) {}

/// Does nothing natively.
pub const fn focus(_id: &str) {}

/// Does nothing natively.
pub const fn set_title(_title: &str) {}

/// Always empty natively: the visitor's locale is unknown.
pub const fn local_date(_milliseconds: f64) -> String {
    String::new()
}

/// Always empty natively, as [`local_date`].
pub const fn day_of(_milliseconds: f64) -> String {
    String::new()
}

/// Does nothing natively.
pub const fn reveal(_id: &str, _shown: bool) {}

/// Does nothing natively.
pub const fn bring_into_view(_id: &str) {}

/// Natively there is no window.
pub const fn is_wide() -> bool {
    false
}

/// Does nothing natively.
pub fn load(_address: &str, _done: impl FnOnce(Option<String>) + 'static) {}

/// Does nothing natively.
pub fn after(_milliseconds: i32, _act: impl FnOnce() + 'static) {}

/// Natively there is no address.
pub const fn fragment() -> Option<String> {
    None
}

/// Does nothing natively.
pub fn on_fragment(_react: impl Fn() + 'static) {}

/// Always empty natively: the visitor's locale is unknown.
pub const fn local_day(_milliseconds: f64) -> String {
    String::new()
}

/// Does nothing natively.
pub fn copy(_text: String, _told: impl FnOnce(bool) + 'static) {}

/// Does nothing natively.
pub const fn save_file(_name: &str, _kind: &str, _text: &str) {}

/// Does nothing natively.
pub const fn print() {}

/// Always empty natively: there is no address.
pub const fn link_with(_root: &str, _path: &str, _code: &str) -> String {
    String::new()
}

/// Always empty natively: there are no computed styles.
pub const fn token(_name: &str) -> String {
    String::new()
}

/// Always empty natively: there is no host.
pub const fn host() -> String {
    String::new()
}

/// Does nothing natively.
pub fn is_persistent(_told: impl FnOnce(Option<bool>) + 'static) {}

/// Does nothing natively.
pub fn ask_to_persist(_told: impl FnOnce(bool) + 'static) {}

/// Does nothing natively: there are no other tabs.
pub fn on_outside_change(_react: impl Fn(Option<String>) + Clone + 'static) {}

/// Does nothing natively.
pub fn read_file(
    _id: &str,
    _most: f64,
    _told: impl FnOnce(Result<String, crate::web::dom::FileProblem>) + 'static,
) {
}

/// Natively there are no fields.
pub const fn filled(_id: &str) -> Option<String> {
    None
}

/// Does nothing natively.
pub const fn clear_field(_id: &str) {}

/// Always empty natively: the visitor's time zone is unknown.
pub const fn day_stamp(_milliseconds: f64) -> String {
    String::new()
}

/// Does nothing natively.
pub fn about_lock(
    _what: &str,
    _passphrases: &[&str],
    _told: impl FnOnce(Result<(), String>) + 'static,
) {
}

/// Natively there is no lock.
pub const fn lock_state() -> crate::web::dom::LockState {
    crate::web::dom::LockState::Impossible
}

/// Calls `act` once; natively there are no other tabs.
pub fn on_old_write(act: fn()) {
    act();
}

/// Always false natively: there is no lock.
pub const fn is_waiting(_key: &str) -> bool {
    false
}

/// Does nothing natively.
pub const fn touch_lock() {}

/// Always false natively: there is no lock.
pub const fn is_sealing() -> bool {
    false
}

/// Does nothing natively.
pub fn when_sealed(_told: impl FnOnce(Result<(), crate::store::StoreError>) + 'static) {}
