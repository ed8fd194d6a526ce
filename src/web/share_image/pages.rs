//! The pictures for link previews: their names and content.

use crate::ladder::Level;
use crate::web::document::Page;
use crate::web::share_image::Pictures;
use crate::web::site::Site;

/// The name of a level's picture.
pub(crate) fn level(site: Site, level: &Level) -> String {
    format!("{}{}", prefix(site), level.id)
}

/// The name of the picture of two levels, the same in either direction.
pub(crate) fn pair(site: Site, a: &Level, b: &Level) -> String {
    let (first, second) = if b.index < a.index { (b, a) } else { (a, b) };
    format!("{}{}--{}", prefix(site), first.id, second.id)
}

/// What tells the pictures of a further ladder from those of the site's first.
fn prefix(site: Site) -> String {
    match site.is_default() {
        true => String::new(),
        false => format!("{}---", site.ladder.id),
    }
}

/// Every picture of the ladder shown as `(name, SVG)`; with the default one that of the site as well.
pub fn images(site: Site) -> Vec<(String, String)> {
    let ladder = site.ladder;
    let pictures = Pictures::new(site.name, ladder);
    let mut images = Vec::new();
    if site.is_default() {
        let about = ladder.about.as_deref().unwrap_or(&ladder.name);
        let name = ladder.headline.as_deref().unwrap_or(site.name);
        images.push((Page::SITE_IMAGE.to_owned(), pictures.of_site(name, about)));
    }
    for one in &ladder.levels {
        let question = one.question.as_deref().or(one.about.as_deref());
        let drawn = pictures.of_level(one, &one.title, question.unwrap_or_default());
        images.push((level(site, one), drawn));
        let later = ladder.levels.iter().filter(|other| {
            one.index < other.index && (site.compares(one, other) || site.compares(other, one))
        });
        images.extend(later.map(|other| {
            let drawn = pictures.of_pair((one, &*one.title), (other, &*other.title));
            (pair(site, one, other), drawn)
        }));
    }
    images
}
