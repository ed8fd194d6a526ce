//! Words: their position in a text, their spelling in the index, their stem, and words too common to
//! search for. Independent of entries.

/// The position of a word in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    /// Whether it is a later part of a compound, as `team` is in `cross-team`.
    pub inner: bool,
}

/// The words of a text in order; each compound is followed by its later parts.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, letter) in text.char_indices() {
        open = match open {
            _ if is_letter(letter) => {
                let start = open.map_or(at, |(start, _)| start);
                Some((start, at + letter.len_utf8()))
            }
            // A hyphen or apostrophe ends the word only if no letter follows it.
            Some((start, end)) if end == at && (is_hyphen(letter) || is_apostrophe(letter)) => {
                Some((start, end))
            }
            Some((start, end)) => {
                close(text, start, end, &mut spans);
                None
            }
            None => None,
        };
    }
    if let Some((start, end)) = open {
        close(text, start, end, &mut spans);
    }
    spans
}

fn close(text: &str, start: usize, end: usize, spans: &mut Vec<Span>) {
    spans.push(Span {
        start,
        end,
        inner: false,
    });
    let mut hyphens = text[start..end].match_indices(is_hyphen).peekable();
    while let Some((at, hyphen)) = hyphens.next() {
        spans.push(Span {
            start: start + at + hyphen.len(),
            end: hyphens.peek().map_or(end, |(next, _)| start + next),
            inner: true,
        });
    }
}

/// Whether a character belongs to a word. Outside ASCII all do, except the blocks of punctuation and
/// symbols: a table of all letters would be larger than this module.
fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1fbff}' => false,
        '\u{e0000}'.. => false,
        _ => true,
    }
}

/// What joins the parts of a compound: `cross-team`, `1:1`.
pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | ':' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// The spelling of a word in the index: lower case, without accents, in narrow letters, compounds
/// joined, no genitive, and one spelling for
/// `-isation` and `-ization`, for `-our` and `-or`. The beginning of a word always folds to a beginning
/// of the folded word.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for (at, letter) in word.char_indices() {
        if is_apostrophe(letter) {
            if matches!(&word[at + letter.len_utf8()..], "s" | "S") {
                break;
            }
        } else if letter.is_ascii() {
            match letter.to_ascii_lowercase() {
                '-' | ':' => {}
                'z' => folded.push('s'),
                'r' if may_be_our(&folded) => {
                    folded.pop();
                    folded.push('r');
                }
                small => folded.push(small),
            }
        } else if !is_hyphen(letter) && !is_mark(letter) {
            for small in letter.to_lowercase() {
                match bare(small) {
                    Some(letters) => folded.push_str(letters),
                    None if is_mark(small) => {}
                    None => folded.push(narrow(small)),
                }
            }
        }
    }
    folded
}

/// The spelling of an unfinished word: `behaviou` may continue as a word that folds to `behavior`.
pub(super) fn fold_typed(word: &str) -> String {
    let mut folded = fold(word);
    if may_be_our(&folded) {
        folded.pop();
    }
    folded
}

/// The words of a text as the index spells them, and the later parts of compounds.
pub(crate) fn folded_words(text: &str) -> impl Iterator<Item = String> + '_ {
    let spans = spans(text).into_iter();
    spans.map(|span| fold(&text[span.start..span.end]))
}

/// The words that somebody is typing, to be looked for in [`folded_words`].
pub(crate) fn typed_words(text: &str) -> Vec<String> {
    let spans = spans(text).into_iter().filter(|span| !span.inner);
    spans
        .map(|span| fold_typed(&text[span.start..span.end]))
        .collect()
}

/// Whether an `r` would complete an `-our` ending; `hour` and `source` have none.
fn may_be_our(folded: &str) -> bool {
    folded.len() >= 5 && folded.ends_with("ou")
}

/// The common beginning of the forms of an English word: `strateg` for `strategies`, `plan` for
/// `planning`, `organis` for `organise` and `organisation`. At least three letters remain. Endings that
/// make another word (`custom`, `customer`, `customise`) stay.
pub(super) fn stem(word: &str) -> &str {
    let mut stem = word;
    if !stem.ends_with("ss") {
        stem = without(stem, "s");
    }
    // `organisation` as `organise`, `delegation` as `delegate`; but not `station` as `state`.
    if let Some(noun) = stem.strip_suffix("ation").filter(|noun| noun.len() >= 3) {
        return match noun.ends_with("is") {
            true => noun,
            false => &stem[..noun.len() + 2],
        };
    }
    let before = stem;
    stem = without(stem, "ing");
    if stem == before {
        stem = without(stem, "ed");
    }
    while let [_, _, _, .., b'e' | b'i' | b'y'] = stem.as_bytes() {
        stem = &stem[..stem.len() - 1];
    }
    if let [_, _, .., last, twin] = stem.as_bytes()
        && last == twin
        && twin.is_ascii_alphabetic()
    {
        stem = &stem[..stem.len() - 1];
    }
    stem
}

fn without<'a>(word: &'a str, ending: &str) -> &'a str {
    match word.strip_suffix(ending) {
        Some(rest) if rest.len() >= 3 => rest,
        _ => word,
    }
}

/// Small Latin letters with a mark or joined, each with the plain letters it is found by.
const BARE: [(&str, &str); 20] = [
    ("àáâãäåāăą", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏő", "o"),
    ("ŕŗř", "r"),
    ("śŝşšșſ", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "s"),
    ("ß", "ss"),
];

/// The plain letters of a small letter, where it has others than itself.
fn bare(letter: char) -> Option<&'static str> {
    let latin = ('\u{df}'..='\u{21b}').contains(&letter);
    let mut rows = BARE.iter().filter(|_| latin);
    let row = rows.find(|(marked, _)| marked.contains(letter));
    row.map(|(_, plain)| *plain).or(match letter {
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        _ => None,
    })
}

/// Whether a character is only a mark on the letter before it: accents, the points of Hebrew, the vowel
/// signs of Arabic.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// The usual width of a letter that is written as wide as a Chinese one.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a word is of a script that has no spaces, or that joins words to one: its parts are found
/// anywhere in a word. Thai, Lao, Khmer, kana, Chinese, Hangul.
pub(super) fn is_joined(word: &str) -> bool {
    word.chars().any(|letter| {
        matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
    })
}

/// Whether it has the form of a level code: one to three letters and one or two digits.
pub(super) fn is_code(word: &str) -> bool {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let letters = word.len() - digits.len();
    (1..=3).contains(&letters)
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is too common to be searched for if there are others.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.contains(&word)
}

const STOP: [&str; 46] = [
    "a", "am", "an", "and", "are", "as", "at", "be", "by", "can", "did", "do", "does", "for",
    "from", "how", "i", "if", "in", "is", "it", "its", "me", "my", "of", "on", "or", "our", "s",
    "should", "that", "the", "their", "this", "to", "was", "we", "what", "when", "where", "which",
    "who", "why", "with", "you", "your",
];
