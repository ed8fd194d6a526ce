//! The text behind a link’s “#”: its frame, its checksum and its fields. Nothing is compressed, so
//! reading a link cannot expand into large data. Handles quiz values, independent of the purpose of a
//! link.
//!
//! `r1.deep-or-broad.1.standard.5f0c1a2b.….8b6d0c11`: the kind and the version of this format; the
//! quiz, its version and the form; a digest of the items, since answers are stored by position; the
//! fields of the kind; at the end the CRC-32 of all that. Only letters, digits, “-” and “.”.

use crate::quiz::{Answer, Answers, Form, Quiz};
use crate::share::LinkFault;
use crate::share::pasted::code_of;

/// The maximum number of characters of a whole link.
pub const LONGEST: usize = 8_000;
/// The maximum number of characters behind its “#”; the rest is for the address before it.
const LONGEST_CODE: usize = 7_000;
/// The maximum number of characters of a name; a character is a Unicode scalar value.
pub const LONGEST_NAME: usize = 80;
/// The version of this format.
const VERSION: u32 = 1;

/// The kind of content of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A result to view.
    Result,
    /// A request for a second opinion.
    Request,
    /// The reply with a second opinion.
    Reply,
    /// A request for a second view of somebody's growth.
    ViewRequest,
    /// A second view.
    View,
}

impl LinkKind {
    const ALL: [(char, Self); 5] = [
        ('r', Self::Result),
        ('o', Self::Request),
        ('a', Self::Reply),
        ('g', Self::ViewRequest),
        ('v', Self::View),
    ];

    /// The id and the version of the quiz that a link belongs to; none if it belongs to no quiz, is not
    /// a link of this app, or a damaged one. The rest is not checked.
    pub fn quiz_of(text: &str) -> Option<(String, u32)> {
        let code = code_of(text).ok()?;
        let (kind, _) = split_head(&code)?;
        if matches!(kind, Self::ViewRequest | Self::View) {
            return None;
        }
        let mut fields = read(kind, &code).ok()?;
        let quiz = slug(fields.next().ok()?).ok()?.to_owned();
        Some((quiz, number(fields.next().ok()?).ok()?))
    }

    /// The kind of a link or of its fragment; none if it is not a link of this app. The rest is not
    /// checked.
    pub fn of(text: &str) -> Option<Self> {
        let code = code_of(text).ok()?;
        split_head(&code).map(|(kind, _)| kind)
    }

    fn letter(self) -> char {
        let known = Self::ALL.into_iter().find(|(_, kind)| *kind == self);
        known.map_or(' ', |(letter, _)| letter)
    }
}

/// The fields of an undamaged link, in order.
pub(crate) struct CodeFields<'a>(std::str::Split<'a, char>);

impl<'a> CodeFields<'a> {
    pub(crate) fn next(&mut self) -> Result<&'a str, LinkFault> {
        self.0.next().ok_or(LinkFault::Damaged)
    }

    /// Checks that no field is left over.
    pub(crate) fn end(mut self) -> Result<(), LinkFault> {
        self.0.next().map_or(Ok(()), |_| Err(LinkFault::Damaged))
    }
}

/// Adds the frame to the fields.
pub(crate) fn write(kind: LinkKind, fields: &[String]) -> Result<String, LinkFault> {
    let mut code = format!("{}{VERSION}", kind.letter());
    for field in fields {
        code.push('.');
        code.push_str(field);
    }
    code.push_str(&format!(".{:08x}", crc(&code)));
    if code.len() > LONGEST_CODE {
        return Err(LinkFault::CannotHold(
            "it has more characters than a link may have",
        ));
    }
    Ok(code)
}

/// Reads the fields from the text found by [`code_of`].
pub(crate) fn read(kind: LinkKind, code: &str) -> Result<CodeFields<'_>, LinkFault> {
    let (found, version) = split_head(code).ok_or(LinkFault::NotOurs)?;
    if version > VERSION {
        return Err(LinkFault::Newer);
    }
    let (body, sum) = code.rsplit_once('.').ok_or(LinkFault::Damaged)?;
    if sum != format!("{:08x}", crc(body)) {
        return Err(LinkFault::Damaged);
    }
    if found != kind {
        return Err(LinkFault::OtherKind(found));
    }
    let mut fields = CodeFields(body.split('.'));
    fields.next()?;
    Ok(fields)
}

fn split_head(code: &str) -> Option<(LinkKind, u32)> {
    let (head, _) = code.split_once('.')?;
    let (letter, kind) = LinkKind::ALL
        .into_iter()
        .find(|(l, _)| head.starts_with(*l))?;
    let version = number(head.strip_prefix(letter)?).ok()?;
    (version > 0).then_some((kind, version))
}

/// The first fields of every link: the quiz, its version, and the form.
#[derive(Clone, Copy)]
pub(crate) struct CodeHead<'a> {
    pub(crate) quiz: &'a str,
    pub(crate) version: u32,
    pub(crate) form: &'a str,
}

impl<'a> CodeHead<'a> {
    /// The form, and the first fields of a link about it; `today` is whether it contains behaviours
    /// too.
    pub(crate) fn write(self, quiz: &Quiz, today: bool) -> Result<(&Form, Vec<String>), LinkFault> {
        let form = self.form_of(quiz)?;
        for name in [self.quiz, self.form] {
            slug(name)
                .map_err(|_| LinkFault::CannotHold("a name has letters beside a–z and 0–9"))?;
        }
        let version = self.version.to_string();
        let digest = digest(quiz, form, today);
        let fields = vec![self.quiz.to_owned(), version, self.form.to_owned(), digest];
        Ok((form, fields))
    }

    /// Reads the head, and finds the form if the link is for `quiz`. [`same_items`] checks the digest
    /// of the items.
    pub(crate) fn read<'q>(
        fields: &mut CodeFields<'a>,
        quiz: &'q Quiz,
    ) -> Result<(Self, &'q Form, &'a str), LinkFault> {
        let head = Self {
            quiz: slug(fields.next()?)?,
            version: number(fields.next()?)?,
            form: slug(fields.next()?)?,
        };
        Ok((head, head.form_of(quiz)?, fields.next()?))
    }

    fn form_of<'q>(&self, quiz: &'q Quiz) -> Result<&'q Form, LinkFault> {
        if self.quiz != quiz.id {
            return Err(LinkFault::OtherQuiz {
                theirs: self.quiz.to_owned(),
                ours: quiz.id.clone(),
            });
        }
        if self.version != quiz.version {
            return Err(LinkFault::OtherVersion {
                theirs: self.version,
                ours: quiz.version,
            });
        }
        quiz.form(self.form)
            .ok_or_else(|| LinkFault::UnknownForm(self.form.to_owned()))
    }
}

/// Checks that the form has the same items as when the link was created.
pub(crate) fn same_items(
    told: &str,
    quiz: &Quiz,
    form: &Form,
    today: bool,
) -> Result<(), LinkFault> {
    if told == digest(quiz, form, today) {
        Ok(())
    } else {
        Err(LinkFault::OtherItems(form.id.clone()))
    }
}

/// A digest of everything that is encoded by position: the items of the form and, if `today` is
/// included, the behaviours. It detects a change of order without a new version.
fn digest(quiz: &Quiz, form: &Form, today: bool) -> String {
    let mut ids = form.items.join(" ");
    if today {
        for behaviour in &quiz.behaviours {
            ids.push('/');
            ids.push_str(&behaviour.id);
        }
    }
    format!("{:08x}", crc(&ids))
}

/// The answers that count for no side, each with its letter.
const GAPS: [(char, Answer); 3] = [
    ('n', Answer::NotSure),
    ('v', Answer::Never),
    ('z', Answer::Neither),
];

/// One character for each item of the form: 0 to 4, `n` for “not sure”, `v` for “never had the
/// chance”, `z` for “neither appeals”, `x` for not asked.
pub(crate) fn write_answers(
    answers: &Answers,
    quiz: &Quiz,
    form: &Form,
) -> Result<String, LinkFault> {
    let letter = |id: &String| {
        let Some(answer) = answers.get(id) else {
            return Ok('x');
        };
        if !is_offered(quiz, id, answer) {
            return Err(LinkFault::CannotHold("an answer is none of those offered"));
        }
        let gap = GAPS.iter().find(|(_, gap)| *gap == answer);
        Ok(match (answer.category(), gap) {
            (Some(category), _) => char::from(b'0' + category),
            (None, Some((letter, _))) => *letter,
            (None, None) => 'x',
        })
    };
    form.items.iter().map(letter).collect()
}

pub(crate) fn read_answers(row: &str, quiz: &Quiz, form: &Form) -> Result<Answers, LinkFault> {
    if row.len() != form.items.len() {
        return Err(LinkFault::Damaged);
    }
    let mut answers = Answers::default();
    for (id, letter) in form.items.iter().zip(row.chars()) {
        let answer = match letter {
            'x' => continue,
            '0'..='4' => Answer::Category(letter as u8 - b'0'),
            _ => match GAPS.iter().find(|(known, _)| *known == letter) {
                Some((_, gap)) => *gap,
                None => return Err(LinkFault::Damaged),
            },
        };
        if !is_offered(quiz, id, answer) {
            return Err(LinkFault::Damaged);
        }
        answers.set(id, answer);
    }
    Ok(answers)
}

/// Whether the quiz offers this answer to the item.
fn is_offered(quiz: &Quiz, id: &str, answer: Answer) -> bool {
    quiz.item(id)
        .is_some_and(|item| quiz.label(item, answer).is_some())
}

/// A name for a link: on one line, without invisible or bidirectional characters; none if nothing is
/// left. A name with more than [`LONGEST_NAME`] characters is refused when the link is written.
pub fn tidy_name(text: &str) -> Option<String> {
    let hidden = |c: char| {
        matches!(
            c,
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{061c}'
        ) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let visible = text.chars().filter(|c| !hidden(*c));
    let plain: String = visible
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// A name as [`write_text`] writes it.
pub(crate) fn write_name(name: Option<&str>) -> Result<String, LinkFault> {
    let name = name.and_then(tidy_name).unwrap_or_default();
    match beyond(&name) {
        0 => Ok(write_text(&name)),
        by => Err(LinkFault::LongName(by)),
    }
}

/// The bytes of a text, two hexadecimal digits each: this allows any script without special characters.
pub(crate) fn write_text(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// By how many characters a name is too long.
fn beyond(name: &str) -> usize {
    name.chars().count().saturating_sub(LONGEST_NAME)
}

pub(crate) fn read_name(field: &str) -> Result<Option<String>, LinkFault> {
    let name = read_text(field)?;
    if name.is_empty() {
        return Ok(None);
    }
    let tidy = tidy_name(&name);
    if tidy.as_deref() == Some(name.as_str()) && beyond(&name) == 0 {
        Ok(tidy)
    } else {
        Err(LinkFault::Damaged)
    }
}

/// Reads a text as [`write_text`] writes it.
pub(crate) fn read_text(field: &str) -> Result<String, LinkFault> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(LinkFault::Damaged),
    };
    let bytes = field.as_bytes().chunks(2).map(|pair| match *pair {
        [high, low] => Ok(digit(high)? << 4 | digit(low)?),
        _ => Err(LinkFault::Damaged),
    });
    String::from_utf8(bytes.collect::<Result<_, _>>()?).map_err(|_| LinkFault::Damaged)
}

/// A whole number in its canonical form, without a sign or a leading 0.
pub(crate) fn number(text: &str) -> Result<u32, LinkFault> {
    let number: u32 = text.parse().map_err(|_| LinkFault::Damaged)?;
    (number.to_string() == text)
        .then_some(number)
        .ok_or(LinkFault::Damaged)
}

pub(crate) fn slug(text: &str) -> Result<&str, LinkFault> {
    let fits = (1..=60).contains(&text.len())
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    fits.then_some(text).ok_or(LinkFault::Damaged)
}

/// CRC-32 (ISO-HDLC): always detects one changed character, and any change within four in a row.
pub(crate) fn crc(text: &str) -> u32 {
    !text.bytes().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc("123456789"), 0xcbf4_3926);
        assert_eq!(crc(""), 0);
    }

    #[test]
    fn a_name_keeps_its_letters_and_loses_what_could_mislead() {
        for (typed, kept) in [
            (" Zoë  Ångström\n", Some("Zoë Ångström")),
            ("李小龍 👩🏽‍💻", Some("李小龍 👩🏽‍💻")),
            ("a\u{202e}b\u{2066}c\u{0}d", Some("abc d")),
            (" \t\u{202e} ", None),
            ("", None),
        ] {
            assert_eq!(tidy_name(typed).as_deref(), kept, "{typed:?}");
        }
        let long = "a".repeat(LONGEST_NAME + 1);
        assert_eq!(tidy_name(&long), Some(long.clone()), "nothing is cut");
        assert_eq!(write_name(Some(&long)), Err(LinkFault::LongName(1)));
        let fifty = "🦀".repeat(50);
        let written = write_name(Some(&fifty)).unwrap();
        assert_eq!(read_name(&written), Ok(Some(fifty)));
    }
}
