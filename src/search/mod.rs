//! What is found: entries of a site by word, by level code, and by words nearly right.
//! Knows text and paths only: no ladder, no page, no browser.
