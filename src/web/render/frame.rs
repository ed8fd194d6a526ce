//! The page in the frame of the Studio. It has a policy of its own: it may load nothing, and runs one
//! script.

use super::policy::framed;
use super::text::compact_js;

/// The path of the page.
pub const PATH: &str = "studio/preview.html";

const SCRIPT: &str = include_str!("../studio/preview.js");

/// The page.
pub fn page() -> Result<String, String> {
    let script = compact_js(SCRIPT);
    framed(&format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>A page of the draft</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         </head>\n<body><p>The Studio shows pages of a draft here.</p><script>{script}</script></body>\n</html>\n"
    ))
}
