//! The deep–broad line as a separate picture: an SVG file, which a browser can also convert to a PNG.
//! Handles only the numbers, texts and colours passed in.

use crate::share::text::xml;

/// The line's limit on either side, in prior standard deviations, as on the page.
const END: f64 = 3.5;

/// The texts of the picture.
#[derive(Clone, Copy, Debug)]
pub struct PictureWords<'a> {
    /// The verdict in one sentence, above the line; also the picture’s title.
    pub title: &'a str,
    /// The description in one or two sentences, for screen readers.
    pub description: &'a str,
    /// The labels below the left end, the middle and the right end.
    pub ends: [&'a str; 3],
}

/// The picture’s colours, as CSS values.
#[derive(Clone, Copy, Debug)]
pub struct PictureColours<'a> {
    /// The background.
    pub paper: &'a str,
    /// Text and the estimate.
    pub ink: &'a str,
    /// The line.
    pub edge: &'a str,
    /// The interval.
    pub band: &'a str,
    /// The deep end.
    pub deep: &'a str,
    /// The broad end.
    pub broad: &'a str,
}

/// The line with the estimate λ̂ and the 80 % interval of λ as a band, in prior standard deviations: a
/// complete SVG file of 600 × 160, without references to other files.
pub fn lean_svg(
    lean: f64,
    interval: (f64, f64),
    words: &PictureWords,
    colours: &PictureColours,
) -> String {
    let [paper, ink, edge, band, deep, broad] = [
        colours.paper,
        colours.ink,
        colours.edge,
        colours.band,
        colours.deep,
        colours.broad,
    ]
    .map(xml);
    let [left, middle, right] = words.ends.map(xml);
    let (title, description) = (xml(words.title), xml(words.description));
    let (low, high) = (along(interval.0), along(interval.1));
    let (low, width) = (low.min(high), (high - low).abs().max(2));
    let point = along(lean);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="600" height="160" viewBox="0 0 600 160" role="img" font-family="system-ui, sans-serif">
<title>{title}</title>
<desc>{description}</desc>
<rect width="600" height="160" fill="{paper}"/>
<text x="8" y="36" font-size="18" fill="{ink}">{title}</text>
<path d="M20 88H580M300 68V108" stroke="{edge}" stroke-width="2"/>
<rect x="8" y="80" width="16" height="16" fill="{deep}"/>
<circle cx="584" cy="88" r="8" fill="{broad}"/>
<rect x="{low}" y="74" width="{width}" height="28" rx="3" fill="{band}" stroke="{ink}" stroke-width="1.5"/>
<path d="M{point} 68V108" stroke="{ink}" stroke-width="3"/>
<g font-size="15"><text x="8" y="138" fill="{deep}">{left}</text><text x="300" y="138" text-anchor="middle" fill="{ink}">{middle}</text><text x="592" y="138" text-anchor="end" fill="{broad}">{right}</text></g>
</svg>
"#
    )
}

/// The position on the drawn line, 20 to 580; NaN is drawn in the middle.
#[allow(clippy::cast_possible_truncation)] // clamped to the line before
fn along(lambda: f64) -> i32 {
    let lambda = if lambda.is_nan() { 0.0 } else { lambda };
    (300.0 + 280.0 * lambda.clamp(-END, END) / END).round() as i32
}
