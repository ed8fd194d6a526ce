//! The pictures for link previews: their names and content.

use crate::ladder::{Ladder, LevelCode};
use crate::web::document::Page;
use crate::web::share_image;
use crate::web::site::Site;

/// The name of a level's picture.
pub(crate) fn level(code: LevelCode) -> String {
    code.slug()
}

/// The name of the picture of two levels, the same for either order.
pub(crate) fn pair(a: LevelCode, b: LevelCode) -> String {
    format!("{}-{}", a.min(b).slug(), a.max(b).slug())
}

/// Every picture as `(name, SVG)`.
pub fn images(site: Site) -> Vec<(String, String)> {
    let ladder = site.ladder;
    let mut images = vec![(
        Page::SITE_IMAGE.to_owned(),
        share_image::of_site("Grow deeper, or broader?", &ladder.about),
    )];
    for one in &ladder.levels {
        images.push((
            level(one.code),
            share_image::of_level(one.code, &one.title, &one.question),
        ));
        let later = LevelCode::all().filter(|other| one.code < *other);
        images.extend(later.map(|other| {
            let drawn = share_image::of_pair(one.code, &one.title, other, title(ladder, other));
            (pair(one.code, other), drawn)
        }));
    }
    images
}

fn title(ladder: &Ladder, code: LevelCode) -> &str {
    ladder.level(code).map_or("", |level| &level.title)
}
