//! The page at the address of a topic that was joined with another: it leads on, and does nothing else.

use super::policy::with_policy;
use crate::route::{Moved, Route};
use crate::web::document::escape;
use crate::web::site::Site;

/// A browser that runs scripts keeps the part that a link named; any other goes to the part that the
/// topic is now.
pub fn page(site: Site, old: Moved) -> Result<String, String> {
    let here = site.at(Route::Topic(old.topic));
    // The old address is as deep as the new one.
    let address = here.link(&Route::Topic(old.topic));
    let part = old.part;
    let name = escape(site.name);
    let html = format!(
        r##"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>This page moved · {name}</title>
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="{address}">
<script>location.replace("{address}" + location.search + (location.hash || "#{part}"))</script>
<meta http-equiv="refresh" content="0; url={address}#{part}">
</head>
<body>
<main><h1>This page moved</h1><p><a href="{address}#{part}">Go to the page that it is a part of now</a></p></main>
</body>
</html>
"##
    );
    with_policy(&html)
}
