//! What a page may load and run: hashes of its own scripts and styles, written into a
//! Content-Security-Policy. Handles HTML text, not files.
//!
//! Content Security Policy Level 3: <https://www.w3.org/TR/CSP3/>. Subresource Integrity:
//! <https://www.w3.org/TR/SRI/>. Trusted Types: <https://www.w3.org/TR/trusted-types/>.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::text::take_all;

/// What the page of the Studio has, and no other.
pub const STUDIO: &str = r#"data-live="studio""#;
/// The element in the shell after which the policy is inserted.
const PLACE: &str = r#"<meta charset="utf-8">"#;

/// The integrity of a file, as a value of the `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The page with its policy, before everything that it applies to.
///
/// # Errors
/// If the page has no element to insert it after.
pub fn with_policy(html: &str) -> Result<String, String> {
    put(html, &policy(html))
}

/// The page of a frame with its policy: it runs its own script, and loads nothing.
///
/// # Errors
/// As for [`with_policy`].
pub fn framed(html: &str) -> Result<String, String> {
    let scripts = hashes(inline_scripts(html));
    let policy = format!(
        "default-src 'none'; script-src{scripts}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    put(html, &policy)
}

fn put(html: &str, policy: &str) -> Result<String, String> {
    if !html.contains(PLACE) {
        return Err(format!(
            "index.html lacks {PLACE}; put it back as the first tag of the head"
        ));
    }
    let meta = format!(r#"{PLACE}<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    Ok(html.replacen(PLACE, &meta, 1))
}

/// Allows only files of this origin, and inline only what was in the page when it was built. No text
/// becomes markup or script, except the fixed markup of islands.
fn policy(html: &str) -> String {
    let scripts = hashes(inline_scripts(html));
    let (_, styles) = take_all(html, "<style>", "</style>");
    let styles = hashes(styles);
    // Only pages with an island create markup in the browser, by the single policy in start.js.
    let trusted = match html.contains("data-live=") {
        true => "default",
        false => "'none'",
    };
    // Only the Studio shows a page in a frame.
    let frames = match html.contains(STUDIO) {
        true => " frame-src 'self';",
        false => "",
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src{styles}; \
         img-src 'self' data:;{frames} connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
         form-action 'self'; require-trusted-types-for 'script'; trusted-types {trusted}"
    )
}

/// The texts of executable inline scripts; JSON data is not included.
fn inline_scripts(html: &str) -> Vec<String> {
    let mut rest = html;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((tag, behind)) = after.split_once('>') else {
            break;
        };
        let Some((text, behind)) = behind.split_once("</script>") else {
            break;
        };
        if !tag.contains(" src=") && !tag.contains("application/json") {
            found.push(text.to_owned());
        }
        rest = behind;
    }
    found
}

fn hashes(texts: Vec<String>) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let mut hashes: Vec<String> = texts
        .iter()
        .map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><script>one()</script><style>a{}</style>\
         <script type=\"module\" src=\"./x.js\"></script>\
         <script type=\"application/json\" id=\"d\">{}</script></head>";

    #[test]
    fn a_page_may_run_its_own_scripts_and_no_others() {
        // printf 'one()' | openssl dgst -sha256 -binary | base64
        let policy = policy(PAGE);
        assert!(policy.contains("'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"));
        // printf 'a{}' | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"));
        assert_eq!(policy.matches("sha256-").count(), 2);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    }

    #[test]
    fn the_policy_comes_before_all_that_it_rules_over() {
        let page = with_policy(PAGE).unwrap_or_default();
        let place = page.find("Content-Security-Policy");
        assert!(place.is_some() && place < page.find("<script"));
        assert!(with_policy("<head></head>").is_err());
    }

    #[test]
    fn the_integrity_of_a_file_is_its_sha384() {
        // The digest of empty input, from FIPS 180-4 test data.
        assert_eq!(
            integrity(b""),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }
}
