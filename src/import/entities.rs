//! Characters that HTML writes as names or numbers.

const NAMES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("times", "×"),
    ("deg", "°"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("sect", "§"),
    ("para", "¶"),
    ("rarr", "→"),
    ("larr", "←"),
    ("ge", "≥"),
    ("le", "≤"),
    ("ne", "≠"),
    ("plusmn", "±"),
    ("frac12", "½"),
    ("shy", ""),
    ("zwj", ""),
    ("zwnj", ""),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ntilde", "ñ"),
    ("ocirc", "ô"),
];
/// The most characters of an entity.
const LONGEST: usize = 10;

/// The text with its entities as characters. What is no entity stays.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b';');
        let letters = end.and_then(|end| one(&rest[..end]).map(|letters| (end, letters)));
        match letters {
            Some((end, letters)) => {
                out.push_str(&letters);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn one(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    let found = NAMES.iter().find(|(one, _)| *one == name);
    found.map(|(_, letters)| (*letters).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_characters_and_other_signs_stay() {
        assert_eq!(
            decoded("a &amp; b &#x2013; &#x2014; &#64;&nbsp;c"),
            "a & b – — @\u{a0}c"
        );
        assert_eq!(
            decoded("R&D; x && y &unknown; &"),
            "R&D; x && y &unknown; &"
        );
        assert_eq!(decoded("&é;&#xffffffff;"), "&é;&#xffffffff;");
    }
}
